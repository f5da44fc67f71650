"""What rules cost, counted: who is asked at all, and how the work grows with the text."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from socialint import Draft, Linter
from socialint.cli.bill import bill
from socialint.engine.costs import Ledger
from socialint.engine.examples import unmarked
from socialint.engine.prepare import located
from socialint.rulepack import builtin_pack, read_examples
from socialint.settings import Settings

LINTER = Linter(Settings(root=Path()), as_of=datetime(2026, 6, 1, tzinfo=UTC))
# Rules of single drafts that no word, sign or field can wake: they must be quick.
ALWAYS = frozenset(
    {
        "date-contradiction",
        "missing-alt-text",
        "price-shouting",
        "missing-objective",
        "mixed-address",
        "secret-or-internal-link",
        "shouting",
        "unreadable-characters",
    }
)
NEUTRAL = {
    "en": "The heron stood by the weir this morning, quite still, then flew off downstream.",
    "fr": "Le héron gris se tenait près du déversoir, immobile, face au courant.",
}
# What a town's team posts all week: figures, days, links, thanks, people and rooms.
WEEK = {
    "en": (
        "The tool library moved to 14 shelves: 212 loans last month, 19 of them ladders.",
        "On Saturday from 9 am the café is yours. The list: https://weir-town.example/3fa9c2",
        "The river’s report is up, and our team drew its levels on the wall beside the door.",
        "Thank you all for the rain barrels! Most of our neighbours grow beans by now.",
        "Which hedge would you plant first, hazel or HOLLY? Both are at the nursery in row 4.",
    ),
    "fr": (
        "L’outilthèque a maintenant 14 rayons : 212 prêts le mois dernier, dont 19 échelles.",
        "Samedi dès 9 h, le café est à vous. La liste : https://ville-ecluse.example/3fa9c2",
        "La rivière baisse depuis lundi ; l’école en a dessiné les niveaux près du lavoir.",
        "Merci à tous pour les cuves de pluie ! Les voisins ont déjà leurs haricots.",
        "Quelle haie planter d’abord, noisetier ou HOUX ? Les deux sont au rang 4 de la pépinière.",
    ),
}
# Of personal data, disclosure, platforms and access: asked of such posts, by figures and fields.
ASKED = frozenset(
    {
        "link-dead-on-channel",
        "missing-alt-text",
        "over-length",
        "personal-data",
        "secret-or-internal-link",
        "unreadable-characters",
    }
)
DEAR = frozenset({"(doc)", "(tokens)", "(sentences)", "(disclosure)", "(persons)", "(found)"})
# In a text of twice the length each rule may do so many times the work.
GROWTH = 2.6
REPEATED = 3


@pytest.mark.parametrize("lang", NEUTRAL)
def test_a_draft_that_says_nothing_wakes_few_rules(lang: str, tmp_path: Path) -> None:
    post = tmp_path / "post.md"
    post.write_text(f"---\nlang: {lang}\n---\n{NEUTRAL[lang]}\n", encoding="utf-8")
    ledger = Ledger()
    assert LINTER.check_paths([post], ledger=ledger).findings == ()
    asked = {cost.name for cost in ledger.costs() if not cost.name.startswith("(")}
    across = {rule.name for rule in LINTER.rules if rule.feed}  # they keep something of each draft
    assert asked - across <= ALWAYS


@pytest.mark.parametrize("lang", WEEK)
def test_an_ordinary_week_wakes_no_rule_of_words(lang: str, tmp_path: Path) -> None:
    """No word of a leak, a deal or a person stands there: nobody makes sentences or matches."""
    linter = Linter(Settings(root=Path(), select=("PRV", "TRN", "PLT", "ACS")))
    for number, text in enumerate(WEEK[lang]):
        head = f"---\nlang: {lang}\nchannel: linkedin\n---\n"
        (tmp_path / f"{number}.md").write_text(f"{head}{text}\n", encoding="utf-8")
    ledger = Ledger()
    assert linter.check_paths([tmp_path], ledger=ledger).findings == ()
    costs = {cost.name: cost for cost in ledger.costs()}
    assert {name for name in costs if not name.startswith("(")} <= ASKED
    assert DEAR.isdisjoint(costs)
    assert costs["personal-data"].looks == sum(map(_has_figure, WEEK[lang]))


def _has_figure(text: str) -> bool:
    return any(map(str.isdecimal, text))


def test_hits_and_looks_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("BUY NOW OR NEVER, GOOD PEOPLE!!!!", encoding="utf-8")
    (tmp_path / "b.txt").write_text(NEUTRAL["en"], encoding="utf-8")
    ledger = Ledger()
    LINTER.check_paths([tmp_path], ledger=ledger)
    costs = {cost.name: cost for cost in ledger.costs()}
    assert (costs["shouting"].looks, costs["shouting"].hits) == (2, 1)
    assert costs["(candidates)"].looks == 2
    assert "shouting" in bill(ledger, "en")
    assert bill(ledger, "fr").startswith("\nrègle")


def test_what_is_asked_of_a_layer_is_on_its_own_account(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]

    def spend(seconds: float) -> float:
        now[0] += seconds
        return now[0]

    def rule() -> None:
        spend(4.0)
        ledger.charge("(layer)", lambda: spend(3.0))
        spend(2.0)

    # each reading of this clock takes a second
    monkeypatch.setattr("socialint.engine.costs.thread_time", lambda: spend(1.0))
    ledger = Ledger()
    ledger.charge("rule", rule)
    assert [(cost.name, cost.seconds) for cost in ledger.costs()] == [
        ("rule", 6.0),
        ("(layer)", 3.0),
    ]


def calls(linter: Linter, text: str, given: Mapping[str, object]) -> int:
    """How many functions are called while a text is checked."""
    draft = located(Draft(text, **given), "post.md")  # type: ignore[arg-type]  # fields of an example
    linter.check_draft(draft)  # what is made once does not count
    count: Counter[str] = Counter()
    sys.setprofile(lambda _, event, __: count.update([event]))
    try:
        linter.check_draft(draft)
    finally:
        sys.setprofile(None)
    return count["call"] + count["c_call"]


@pytest.mark.parametrize("rule", LINTER.rules, ids=lambda rule: rule.name)
def test_the_work_of_a_rule_grows_with_the_text(rule: object) -> None:
    name, folder = rule.name, rule.folder  # type: ignore[attr-defined]
    linter = Linter(Settings(root=Path(), select=(name,)), as_of=LINTER.as_of)
    for lang in ("fr", "en"):
        bad = [e for e in read_examples(builtin_pack() / folder) if e.bad and e.lang == lang]
        text = "\n\n".join(unmarked(example.text)[0] for example in bad)
        known = {"kind", "channel", "in_reply_to"}
        given = {key: bad[0].fields[key] for key in known & bad[0].fields.keys()}
        if isinstance(answered := given.get("in_reply_to"), Mapping):
            given["in_reply_to"] = answered["text"]
        once, twice = (
            calls(linter, "\n\n".join([text] * number), {"lang": lang, **given})
            for number in (REPEATED, 2 * REPEATED)
        )
        assert twice <= GROWTH * once, (lang, once, twice)
