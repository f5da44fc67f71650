"""How well `address-form` tells tu from vous, on the CoCoA-MT sentences (CDLA-Sharing-1.0).

usage: address_form.py COCOA.jsonl [--misses]

Each sentence is labelled tu, vous or neutral.  A profile of the other form must find it, one of
the same form must stay silent, and both must be silent on a neutral one.  Sentences whose second
person all stands in a quotation are counted apart, since the rule passes over other people's
words.  `[F]…[/F]` marks the words of the second person: a span counts as found where the sign
layer has a sign that touches it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from socialint import Linter, Profile
from socialint.layers.address import ADDRESS
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.settings import Settings

MARK = re.compile(r"\[F\](.*?)\[/F\]")
OTHER = {"tu": "vous", "vous": "tu"}


def linter(address: str) -> Linter:
    """One rule, for a brand with this form."""
    profile = Profile({"brand": "Mill", "voice": {"address": address}})
    return Linter(Settings(root=Path(), select=("address-form",)), profile)


def marked(annotated: str) -> list[tuple[int, int]]:
    """Where the marked words stand in the text without marks."""
    spans, removed = [], 0
    for found in MARK.finditer(annotated):
        start = found.start() - removed
        spans.append((start, start + len(found[1])))
        removed += len("[F][/F]")
    return spans


def found_spans(row: dict[str, Any]) -> tuple[int, int]:
    """How many of the marked spans a sign touches, and how many there are."""
    signs = View(row["text"], "fr").layer(ADDRESS)
    spans = marked(row["annotated"])
    hit = sum(any(sign.start < end and start < sign.end for sign in signs) for start, end in spans)
    return hit, len(spans)


def quoted(row: dict[str, Any]) -> bool:
    """Whether all that speaks to the reader stands in quotations."""
    view = View(row["text"], "fr")
    signs = view.layer(ADDRESS)
    zones = view.layer(ZONES)
    return bool(signs) and all(zones.touches(one.start, one.end, "quotation") for one in signs)


def main() -> None:
    """Prints the three figures, and with --misses the sentences judged wrongly."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("--misses", action="store_true")
    given = options.parse_args()
    rows = [json.loads(line) for line in given.corpus.read_text("utf-8").splitlines()]
    linters = {address: linter(address) for address in OTHER}
    tally: Counter[str] = Counter()
    for row in rows:
        heard = {
            OTHER[address]
            for address, one in linters.items()
            if one.check_text(row["text"], lang="fr").findings
        }
        wanted = {row["label"]} & {"tu", "vous"}
        tally["right"] += heard == wanted
        if quoted(row):
            tally["quoted"] += 1
            tally["quoted right"] += heard == wanted
        tally["neutral"] += row["label"] == "neutral"
        tally["flagged"] += row["label"] == "neutral" and bool(heard)
        if row["marked"]:
            hit, many = found_spans(row)
            tally["hit"] += hit
            tally["spans"] += many
        if heard != wanted and given.misses:
            print(row["label"], sorted(heard), row["text"])
    print(f"sentences right  {tally['right']}/{len(rows)} = {tally['right'] / len(rows):.4f}")
    own, right = len(rows) - tally["quoted"], tally["right"] - tally["quoted right"]
    print(f"  not quoted     {right}/{own} = {right / own:.4f}")
    print(f"spans found      {tally['hit']}/{tally['spans']} = {tally['hit'] / tally['spans']:.4f}")
    print(f"neutral flagged  {tally['flagged']}/{tally['neutral']}")


if __name__ == "__main__":
    main()
