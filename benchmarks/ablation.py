"""What a label loses when the word lists keep single words only.

usage: python benchmarks/ablation.py LABEL RULE,RULE… SEVERITY FILE.jsonl…

A draft has the label where one of the rules speaks of it at that severity or above.  Every form of
more than one word goes from every list, class and guard, and the drafts are judged again.  What is
left is found by grammar and by classes, and not by phrases known by heart.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from socialint import Draft, Linter
from socialint.finding import SEVERITIES
from socialint.layers.compiler import Term, compile_lexicon
from socialint.layers.entry import forms
from socialint.layers.fold import fold_words

GIVEN = ("text", "kind", "channel", "lang", "in_reply_to")


def single_words(terms: Iterable[Term]) -> Iterator[Term]:
    """The terms whose forms are one word, each form a term of its own."""
    for term in terms:
        for form in forms(term.text, fold_words):
            if len(form.written) == 1 and form.written[0][:-1].isalpha():
                yield term._replace(text=form.written[0])


@contextmanager
def without_phrases() -> Iterator[None]:
    """Packs are compiled with single words only, for as long as this lasts."""
    with patch(
        "socialint.rulepack.build.compile_lexicon",
        lambda terms: compile_lexicon(single_words(terms)),
    ):
        yield


def linter(rules: Iterable[str], folder: str) -> Linter:
    """A linter of these rules that caches nothing outside `folder`."""
    settings = Path(folder) / "socialint.toml"
    settings.write_text(f'select = {json.dumps([*rules])}\ncache_dir = "cache"\n', encoding="utf-8")
    return Linter.from_settings(str(settings))


def measure(judge: Linter, drafts: Iterable[dict[str, Any]], label: str, least: str) -> str:
    """Precision and recall of the label, as a text."""
    floor = SEVERITIES.index(least)
    right = false = missed = 0
    for draft in drafts:
        report = judge.check_draft(Draft(**{name: draft[name] for name in GIVEN if name in draft}))
        found = any(SEVERITIES.index(hit.severity) >= floor for hit in report.findings)
        wanted = any(each["label"] == label for each in draft["labels"])
        right, false = right + (found and wanted), false + (found and not wanted)
        missed += wanted and not found
    recall = right / max(right + missed, 1)
    return f"precision {right / max(right + false, 1):.3f}, recall {recall:.3f} of {right + missed}"


def main(label: str, rules: list[str], least: str, files: list[str]) -> None:
    """Prints the figures with and without phrases."""
    lines = [line for name in files for line in Path(name).read_text("utf-8").splitlines()]
    drafts = [json.loads(line) for line in lines if line.strip()]
    with TemporaryDirectory() as folder:
        print("all words:   ", measure(linter(rules, folder), drafts, label, least))
    with TemporaryDirectory() as folder, without_phrases():
        print("single words:", measure(linter(rules, folder), drafts, label, least))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2].split(","), sys.argv[3], sys.argv[4:])
