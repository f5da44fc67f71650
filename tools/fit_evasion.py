"""Fit the weights of `evasion` on labelled replies: logistic regression, printed to be rounded.

usage: fit_evasion.py FILE.jsonl…   (rows with `lang`, `kind`, `text`, `in_reply_to`, `labels`)

A reply with the label `defensive` is one that does nothing for the customer, any other is not;
answers to praise are left out.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from socialint.checks.check import Words
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.scales import scale
from socialint.checks.conversation.weighing import count
from socialint.layers.view import View
from socialint.linter import Linter
from socialint.rule import Rule
from socialint.rulepack.pack import merged

STEPS, RATE, DECAY = 1500, 0.4, 0.002
SCALE = {
    "words": 30.0,
    "parts": 3.0,
    "figures": 2.0,
    "sentences": 2.0,
}  # so that all weights are of one size while fitting


def main(paths: list[str]) -> None:
    """Print a weight for each count that the rule file names."""
    linter = Linter()
    rule = next(rule for rule in linter.rules if rule.name == "evasion")
    rows = list(samples(paths, rule, merged(linter.packs)))
    for name, weight in zip(["start", *rule.params["weighed"]["weights"]], fit(rows), strict=True):
        sys.stdout.write(f"{name}: {weight / SCALE.get(name, 1):.2f}\n")


def samples(paths: list[str], rule: Rule, lexicons: Any) -> Iterator[tuple[list[float], float]]:
    """The counts of each reply to a complaint, and whether it is defensive."""
    names = list(rule.params["weighed"]["weights"])
    known = scale(rule.params["weighed"], Words(rule.name, frozenset(rule.lists)))
    lines = [line for path in paths for line in Path(path).read_text("utf-8").splitlines()]
    for row in map(json.loads, lines):
        labels = {label["label"] for label in row["labels"]}
        if row["kind"] != "reply":
            continue
        view, message = (
            View(row[part] or "", row["lang"], lexicons=lexicons)
            for part in ("text", "in_reply_to")
        )
        if message.layer(HEARD).kind != "praise":
            counts = count(known, view, message)
            scaled = [counts[name] / SCALE.get(name, 1) for name in names]
            yield [1.0, *scaled], float("defensive" in labels)


def fit(rows: list[tuple[list[float], float]]) -> list[float]:
    """The weights, the constant first, by gradient descent."""
    weights = [0.0] * len(rows[0][0])
    for _ in range(STEPS):
        slope = [0.0, *(DECAY * weight for weight in weights[1:])]
        for values, wanted in rows:
            score = sum(w * v for w, v in zip(weights, values, strict=True))
            miss = (1 / (1 + math.exp(-score)) - wanted) / len(rows)
            slope = [s + miss * v for s, v in zip(slope, values, strict=True)]
        weights = [w - RATE * s for w, s in zip(weights, slope, strict=True)]
    return weights


if __name__ == "__main__":
    main(sys.argv[1:])
