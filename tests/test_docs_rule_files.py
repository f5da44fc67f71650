"""The worked examples of docs/rule-files.md are rules that pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from socialint.checks import CHECKS
from socialint.guards import GUARDS
from socialint.layers.phrases import PHRASES
from socialint.layers.view import View
from socialint.rulepack import merged, read_examples, read_pack
from socialint.testing import run_examples

PAGE = (Path(__file__).parents[1] / "docs" / "rule-files.md").read_text("utf-8")
FILES = re.findall(r"`rules/([\w-]+/[\w-]+/[\w-]+\.yaml)`:\n\n```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    for name, text in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_the_rules_on_the_page_are_read(written: Path) -> None:
    names = [rule.name for rule in read_pack(written, CHECKS).rules]
    assert sorted(names) == ["empty-promise", "shifted-blame", "shouted-call"]


def test_the_word_rule_on_the_page_finds_what_its_examples_mark(written: Path) -> None:
    lexicons = merged([read_pack(written, CHECKS)])
    for example in read_examples(written / "claims" / "empty-promise"):
        text = re.sub("[⟦⟧]", "", example.text)
        found = View(text, "en", lexicons=lexicons).layer(PHRASES).get("empty-promise/promises", ())
        assert [text[match.start : match.end] for match in found] == re.findall(
            "⟦(.*?)⟧", example.text
        )


def test_all_rules_on_the_page_pass_their_examples(written: Path) -> None:
    wrong = [(o.rule, o.example.text, o.found) for o in run_examples(written) if not o.right]
    assert wrong == []


def test_the_page_names_every_guard() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|.*\|.*\|$", PAGE, re.MULTILINE)) >= set(GUARDS)
