"""In which language a rule speaks that lacks the one asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint import Linter
from socialint.finding import Wording, in_words
from socialint.settings import Settings


def _said(lang: str) -> Wording:
    return Wording({"": lang}, {"": lang}, {"": lang}, {})


@pytest.mark.parametrize(
    ("has", "asked", "drafted", "spoken"),
    [
        ("es fr en", "fr", "es", "fr"),
        ("es fr en", "de", "es", "en"),
        ("es fr", "en", "fr", "fr"),
        ("es fr", "en", "fr-CA", "fr"),
        ("es fr", "en", "es", "es"),
        ("es fr", "fr", "es", "fr"),
        ("es fr", "en", "it", "es"),
        ("es fr", "en", "", "es"),
    ],
)
def test_asked_then_english_then_the_drafts_then_the_first(
    has: str, asked: str, drafted: str, spoken: str
) -> None:
    wording = {lang: _said(lang) for lang in has.split()}
    assert in_words(wording, asked, drafted).message[""] == spoken


RULE = "code: HSE010\nname: hollow\nseverity: info\nconfidence: high\ncheck: phrases\n"
WORDS = {
    "es": ("Frase hueca.", "no te lo pierdas"),
    "fr": ("Phrase creuse.", "à ne pas manquer"),
}
POSTS = {
    "es": "El mercado vuelve el sábado por la mañana. No te lo pierdas.",
    "fr": "Le marché revient samedi matin sur la place, à ne pas manquer.",
}


@pytest.mark.parametrize("draft", ["es", "fr"])
@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize(("asked", "spoken"), [("en", None), ("fr", "fr"), ("es", "es")])
def test_a_pack_without_english_speaks_the_drafts_language(
    tmp_path: Path, *, draft: str, declared: bool, asked: str, spoken: str | None
) -> None:
    folder = tmp_path / "house" / "hse" / "hollow"
    folder.mkdir(parents=True)
    (folder / "rule.yaml").write_text(RULE, "utf-8")
    for lang, (message, term) in WORDS.items():
        text = (
            f"message: {message}\nwhy: {message}\nfix: {message}\n"
            f"lists:\n  terms: {{terms: [{term}]}}\n"
            f"examples: {{bad: ['⟦{term}⟧'], good: ['{message}']}}\n"
        )
        (folder / f"{lang}.yaml").write_text(text, "utf-8")
    linter = Linter(Settings(root=tmp_path, packs=("house",), select=("hollow",)))
    (found,) = linter.check_text(POSTS[draft], lang=draft if declared else None).findings
    assert found.message(asked) == WORDS[spoken or draft][0]
