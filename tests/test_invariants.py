"""What makes no difference to what a draft says makes none to what is found in it."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from unicodedata import combining, normalize

import pytest
from needs import FULL

from socialint import Linter
from socialint.engine.examples import AS_OF, unmarked
from socialint.engine.examples import _drafts as drafts_of
from socialint.engine.examples import _suppressed as suppressed
from socialint.engine.run import Run
from socialint.formats import FORMATS
from socialint.profile import Profile
from socialint.rule import Example, Rule
from socialint.rulepack import builtin_pack, read_examples
from socialint.settings import Settings

LINTER = Linter(Settings(root=Path(), select=("all",)), as_of=AS_OF)
PREPARED = LINTER.run().rules
TERMS = LINTER.run().terms
MOST = 40 if FULL else 1  # examples of a rule and language
# a ’ takes more of a text message than a '
COUNTED = {"over-length"}
TYPED = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})


def without_capital_accents(text: str) -> str:
    """As French has long been typed: Etes-vous, A bientôt."""
    return "".join(normalize("NFD", sign)[0] if sign.isupper() else sign for sign in text)


FORMS: Mapping[str, Callable[[str], str]] = {
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "straight apostrophes": lambda text: text.replace("’", "'"),
    "no-break spaces": lambda text: re.sub(r" (?=[:;!?»%€])", "\u00a0", text).replace(
        "« ", "«\u00a0"
    ),
    "plain spaces": lambda text: text.replace("\u00a0", " ").replace("\u202f", " "),
    "accents apart": lambda text: normalize("NFD", text),
    "capitals without accents": without_capital_accents,
}


def plain(text: str) -> str:
    """What all forms of a text have in common."""
    bare = (sign for sign in normalize("NFD", text.translate(TYPED)) if not combining(sign))
    return " ".join("".join(bare).split())


def found(rule: Rule, example: Example, text: str) -> list[str]:
    """What the rule finds in an example that is written in another form."""
    names = (rule.name, *suppressed(example))
    rules = PREPARED if names[1:] else {rule.name: PREPARED[rule.name]}
    settings = Settings(root=Path(), select=names, drafts={"lang": example.lang})
    run = Run(settings, rules, {"": Profile(example.profile)}, FORMATS, TERMS)
    for draft in drafts_of(example, text):
        run.draft(draft, Counter())
    shown = run.settled(run.finish(partial=False))[0]
    return sorted(plain(one.quote or "") for one in shown if one.rule == rule.name)


def examples(rule: Rule) -> list[Example]:
    every = [one for one in read_examples(builtin_pack() / rule.folder) if one.bad]
    return [one for lang in ("fr", "en") for one in [e for e in every if e.lang == lang][:MOST]]


@pytest.mark.parametrize(
    "rule", [rule for rule in LINTER.rules if rule.name not in COUNTED], ids=lambda rule: rule.name
)
def test_how_a_text_is_typed_changes_no_finding(rule: Rule) -> None:
    for example in examples(rule):
        text = unmarked(example.text)[0]
        forms = {name: form(text) for name, form in FORMS.items()}
        changed = {name: form for name, form in forms.items() if form != text}
        expected = found(rule, example, text) if changed else []
        for name, form in changed.items():
            assert found(rule, example, form) == expected, (name, text)


NEUTRAL = {
    "fr": "Le héron gris se tenait près du déversoir, immobile, face au courant.",
    "en": "The heron stood by the weir, quite still, then flew off downstream.",
}
LOUD = {
    "fr": "ACHETEZ TOUT MAINTENANT LES AMIS !!! Appelez Nora Petit au 06 39 98 12 34, chez elle.",
    "en": "BUY NOW, GOOD PEOPLE OF THE TOWN!!!! Studies show that 87% of people agree.",
}


@pytest.mark.parametrize("lang", NEUTRAL)
@pytest.mark.parametrize("head", [True, False])
def test_a_neutral_paragraph_elsewhere_changes_no_finding(lang: str, *, head: bool) -> None:
    parts = [NEUTRAL[lang], LOUD[lang]] if head else [LOUD[lang], NEUTRAL[lang]]
    alone = LINTER.check_text(LOUD[lang], lang=lang)
    beside = LINTER.check_text("\n\n".join(parts), lang=lang)
    assert len(alone.findings) > 1
    assert [(one.rule, one.quote) for one in beside.findings] == [
        (one.rule, one.quote) for one in alone.findings
    ]


def test_files_in_any_order_give_the_same_findings(tmp_path: Path) -> None:
    rng = random.Random(9)  # noqa: S311  the same order each time
    for lang, text in LOUD.items():
        for number in range(4):
            path = tmp_path / f"{lang}{number}.md"
            path.write_text(f"---\nlang: {lang}\nchannel: x\n---\n{text}\n", encoding="utf-8")
    paths = sorted(tmp_path.glob("*.md"))
    expected = LINTER.check_paths(paths).to_dict()
    for _ in range(3):
        rng.shuffle(paths)
        assert LINTER.check_paths(paths).to_dict() == expected
    shutil.rmtree(tmp_path)
