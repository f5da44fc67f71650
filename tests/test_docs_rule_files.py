"""The worked examples of docs/rule-files.md are rules that pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from needs import ROOT

from socialint.checks import CHECKS
from socialint.guards import GUARDS
from socialint.layers.phrases import PHRASES
from socialint.layers.view import View
from socialint.rulepack import merged, read_examples, read_pack
from socialint.testing import run_examples

PAGES = {
    lang: (ROOT / "docs" / name).read_text("utf-8")
    for lang, name in (("en", "rule-files.md"), ("fr", "rule-files.fr.md"))
}
FILE = re.compile(r'```yaml title="rules/([\w-]+/[\w-]+/[\w-]+\.yaml)"\n(.*?)```', re.DOTALL)
FILES = {lang: FILE.findall(page) for lang, page in PAGES.items()}
RULES = ("empty-promise", "shifted-blame", "shouted-call")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    for name, text in (*FILES["en"], *FILES["fr"]):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_the_rules_on_the_page_are_read(written: Path) -> None:
    names = [rule.name for rule in read_pack(written, CHECKS).rules]
    assert sorted(names) == sorted(RULES)


@pytest.mark.parametrize("lang", PAGES)
def test_each_page_has_each_rule_and_its_own_words(lang: str) -> None:
    files = sorted(name.rpartition("/")[2] for name, _ in FILES[lang])
    assert files == sorted(["rule.yaml", f"{lang}.yaml"] * len(RULES))


def test_the_pages_say_the_same_of_what_no_language_changes() -> None:
    neutral = [
        {name: text for name, text in files if name.endswith("rule.yaml")}
        for files in FILES.values()
    ]
    assert neutral[0] == neutral[1]


def test_the_word_rule_on_the_page_finds_what_its_examples_mark(written: Path) -> None:
    lexicons = merged([read_pack(written, CHECKS)])
    for example in read_examples(written / "claims" / "empty-promise"):
        text = re.sub("[⟦⟧]", "", example.text)
        found = (
            View(text, example.lang, lexicons=lexicons)
            .layer(PHRASES)
            .get("empty-promise/promises", ())
        )
        assert [text[match.start : match.end] for match in found] == re.findall(
            "⟦(.*?)⟧", example.text
        )


def test_all_rules_on_the_page_pass_their_examples(written: Path) -> None:
    wrong = [(o.rule, o.example.text, o.found) for o in run_examples(written) if not o.right]
    assert wrong == []


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_names_every_guard(lang: str) -> None:
    named = re.findall(r"^\| `(\w+)` \|.*\|.*\|$", PAGES[lang], re.MULTILINE)
    assert set(named) >= set(GUARDS)
