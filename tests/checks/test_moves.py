"""Moves: classes in order, their context, their sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from socialint.checks.check import Subject, Words
from socialint.checks.moves import MOVES
from socialint.checks.moves.ordered import NEVER_BEFORE, ORDERED
from socialint.draft import Draft, Segment
from socialint.finding import Hit
from socialint.layers.compiler import Term, compile_lexicon
from socialint.layers.fold import fold
from socialint.layers.inflection import words_of
from socialint.layers.lexicon import Lexicon
from socialint.layers.view import View
from socialint.profile import Profile
from socialint.text import SourceMap

LISTS = {
    "sorry": ["sorry", "désolés"],
    "if": ["if", "si"],
    "you": ["you", "vous"],
    "feel": ["[feel|felt|ressentez]"],
    "own": ["our fault"],
    "late": ["late"],
}
LEXICON = compile_lexicon(
    [
        *(Term(f"rule/{name}", text) for name, terms in LISTS.items() for text in terms),
        Term("guards/contrast", "but"),
    ]
)
LOADED = {lang: (Lexicon.of(LEXICON),) for lang in ("en", "fr")}


def hits(text: str, params: Mapping[str, Any], message: str = "", lang: str = "en") -> list[Hit]:
    segment = Segment("text", text, lambda: SourceMap.identity(0, len(text)))
    views = {segment: View(text, lang, lexicons=LOADED)}
    asked = View(message, lang, lexicons=LOADED) if message else None
    now = datetime(2026, 1, 1, tzinfo=UTC)
    subject = Subject(Draft(text), views, Profile(), now, message=asked)
    return list(MOVES.prepare(params, Words("rule", frozenset(LISTS)))(subject))


def move(*form: Any, **keys: Any) -> dict[str, Any]:
    return {"threshold": 2, "moves": {"m": {"forms": [list(form)], **keys}}}


@pytest.mark.parametrize(
    ("text", "params", "expected"),
    [
        ("Sorry if you feel bad.", move("sorry", "if", "feel"), ["Sorry if you feel"]),
        ("If you feel bad, sorry.", move("sorry", "if"), []),
        ("Sorry. If you feel bad.", move("sorry", "if"), []),
        ("Sorry. If you feel bad.", move("sorry", "if", within="draft"), ["Sorry. If"]),
        ("Sorry, if you feel bad.", move("sorry", "if", within="clause"), []),
        ("Sorry to all if late.", move("sorry", 1, "if"), []),
        ("Sorry to all if late.", move("sorry", 2, "if"), ["Sorry to all if"]),
        ("Sorry sorry if.", move("sorry", 0, "if"), ["sorry if"]),
        ("So sorry if.", move("^", 0, "sorry"), []),
        ("So sorry if.", move("^", 1, "sorry"), ["sorry"]),
        ("We are sorry.", move("sorry", 0, "$"), ["sorry"]),
        ("We are sorry, you see.", move("sorry", 0, "$"), []),
        ("You feel late.", move(["sorry", "you"], "late"), ["You feel late"]),
        ("Sorry if late.", move("sorry", unless={"after": ["late"]}), []),
        ("Late: sorry.", move("sorry", unless={"after": ["late"]}), ["sorry"]),
        ("Late? Sorry.", move("sorry", unless={"draft": ["late"]}), []),
        ("Late? Sorry.", move("sorry", **{"if": {"before": ["late"]}}), []),
        ("Late, sorry.", move("sorry", **{"if": {"before": ["late"]}}), ["sorry"]),
        ("“Sorry if” is what he said.", move("sorry"), []),
        ("We felt it but sorry.", move("feel", unless={"clause": ["sorry"]}), ["felt"]),
        ("Sorry? Sorry?", move("sorry", 0, "@question"), ["Sorry?"]),
        ("Sorry, Leeds, late in Leeds.", move("sorry", "@place"), ["Sorry, Leeds, late in Leeds"]),
        ("Sorry, India's late.", move("@place", 0, "late"), ["India's late"]),
        ("SORRY IN LEEDS.", move("sorry", "@place"), []),
        ("Sorry if late.", {**move("sorry"), "unless": {"sentence": ["late"]}}, []),
        ("Sorry. Late.", {**move("sorry"), "unless": {"sentence": ["late"]}}, ["Sorry"]),
        ("Sorry by 40%.", move("sorry", "@percent"), ["Sorry by 40%"]),
        ("Feel it. We feel it.", move("feel&@order"), ["Feel"]),
        ("Sorry, feel free.", move("feel&late"), []),
    ],
)
def test_a_move_is_found_in_its_order_and_context(
    text: str, params: Mapping[str, Any], expected: Sequence[str]
) -> None:
    assert [text[slice(*hit.span)] for hit in hits(text, params) if hit.span] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Achetez ce pain.", ["Achetez"]),
        ("Vous achetez ce pain.", []),
        ("« Achetez ce pain », dit-il.", []),
    ],
)
def test_grammar_fills_a_slot(text: str, expected: Sequence[str]) -> None:
    params = {"threshold": 1, "moves": {"m": {"forms": [["@order"]]}}}
    assert [text[slice(*hit.span)] for hit in hits(text, params, lang="fr") if hit.span] == expected


WEIGHED = {
    "threshold": 3,
    "moves": {
        "regret": {"weight": 2, "forms": [["sorry"]]},
        "condition": {"weight": 1, "forms": [["if"]], "most": 2},
        "owned": {"weight": -2, "within": "draft", "forms": [["own"]]},
    },
}


@pytest.mark.parametrize(
    ("text", "scope", "expected"),
    [
        ("Sorry.", "draft", None),
        ("Sorry if.", "draft", ("Sorry", "3", ["condition"])),
        ("If late. Sorry.", "draft", ("Sorry", "3", ["condition"])),
        ("If late. Sorry.", "sentence", None),
        ("If late. If so. If not. Sorry.", "draft", ("Sorry", "4", ["condition", "condition"])),
        ("Sorry if. It was our fault.", "draft", None),
    ],
)
def test_moves_add_up_for_and_against(
    text: str, scope: str, expected: tuple[str, str, list[str]] | None
) -> None:
    found = hits(text, {**WEIGHED, "scope": scope})
    told = [
        (text[slice(*hit.span)], hit.args["sum"], [clue.note for clue in hit.clues])
        for hit in found
        if hit.span
    ]
    assert told == ([expected] if expected else [])
    assert all(hit.variant == "regret" for hit in found)


def test_what_is_answered_is_looked_at_too() -> None:
    params = move("sorry", **{"if": {"message": ["late"]}})
    assert len(hits("Sorry.", params, "You came late!")) == 1
    assert hits("Sorry, late.", params, "You came on time!") == []
    assert hits("Sorry, late.", params) == []


@pytest.mark.parametrize(
    ("text", "reach", "expected"),
    [
        ("Sorry. If so.", 20, 1),
        ("Sorry. Nothing of that kind here. If so.", 20, 0),
        ("Sorry. Nothing of that kind here. If so.", 40, 1),
        ("Sorry. If so. Nothing of that kind at all. Late.", 20, 0),
    ],
)
def test_moves_add_up_within_reach_of_each_other(text: str, reach: int, expected: int) -> None:
    moves = {
        "regret": {"weight": 1, "forms": [["sorry"]]},
        "condition": {"weight": 1, "forms": [["if"]]},
        "late": {"weight": -1, "forms": [["late"]]},
    }
    assert len(hits(text, {"threshold": 2, "reach": reach, "moves": moves})) == expected


def test_light_moves_count_and_are_not_shown() -> None:
    moves = {
        "regret": {"weight": 2, "forms": [["sorry"]]},
        "condition": {"weight": 0.5, "forms": [["if"]]},
    }
    (hit,) = hits("Sorry if.", {"threshold": 2.5, "moves": moves})
    assert hit.clues == ()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_order_follows_a_word_that_rules_it_out(lang: str) -> None:
    words = words_of(lang)
    assert words
    led = {
        fold(word).text
        for role in ("openers", "between", "negators")
        for word in words.command[role]
    }
    assert NEVER_BEFORE.isdisjoint(led)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Late for the show: late.", True),
        ("It is late, and dark.", False),
        ("We met the\nlate train.", True),
        ("Look at #the late train.", True),
        ("Mind the late train.", False),
        ("Mind the late-le train.", True),
    ],
)
def test_a_word_may_be_an_order_unless_the_one_before_rules_it_out(text: str, found: bool) -> None:  # noqa: FBT001  a column of the table
    view = View(text, "en", lexicons=LOADED)
    assert bool(view.layer(ORDERED)["rule/late"]) is found


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("match", "Sorry if you feel late.", ("Sorry", [("if you feel", "heavy")])),
        ("match", "Sorry, our fault. If you feel late.", ("Sorry", [("If you feel", "heavy")])),
        ("sentence", "Sorry if you feel.", ("Sorry if you feel.", [("if you feel", "heavy")])),
        ("match", "Désolés si vous ressentez.", ("Désolés", [("si vous ressentez", "heavy")])),
        (
            "match",
            "Sorry if you were kept late by us so often and yet feel.",
            (
                "Sorry",
                [
                    ("if you were kept late by us so often and yet feel", "wide"),
                    ("if you", "heavy"),
                ],
            ),
        ),
        ("match", "Si vous ressentez, désolés.", ("désolés", [("Si vous ressentez", "heavy")])),
    ],
)
def test_words_that_several_moves_share_are_shown_once(
    quote: str, text: str, expected: tuple[str, list[tuple[str, str]]]
) -> None:
    lang = "fr" if "ressentez" in text else "en"
    known = {
        "first": {"weight": 9, "within": "draft", "forms": [["sorry"]]},
        "again": {"weight": 2, "within": "draft", "forms": [["sorry"]]},
        "wide": {"weight": 1, "forms": [["if", "you", "feel"]]},
        "heavy": {"weight": 3, "forms": [["if", "you"]]},
        "slight": {"weight": 0.5, "forms": [["own"]]},
    }
    [hit] = hits(text, {"threshold": 2, "quote": quote, "moves": known}, lang=lang)
    shown = [(text[slice(*clue.span)], clue.note) for clue in hit.clues]
    assert hit.span
    assert (text[slice(*hit.span)], shown) == expected
