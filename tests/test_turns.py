"""Threads: the turn that a reply answers, in every format, and what the rules make of the rest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint import Draft, Linter, Message
from socialint.errors import Problem
from socialint.formats import FORMATS
from socialint.formats.reading import Reading
from socialint.formats.spoken import spoken
from socialint.settings import Settings
from socialint.text import Source
from socialint.turns import OWN, last_turn

LINTER = Linter()
NINE = datetime(2026, 3, 2, 9)  # noqa: DTZ001  as files write it


@pytest.mark.parametrize(
    ("turns", "text", "earlier"),
    [
        ([], "", []),
        ([("A", "a")], "a", []),
        ([("A", "a"), ("", "b")], "a", ["b"]),
        ([("", "b")], "", ["b"]),
        ([("A", "a"), ("", "b"), ("A", "c")], "c", ["a", "b"]),
        ([("A", "a"), ("", "b"), ("A", "c"), ("A", "d")], "c\n\nd", ["a", "b"]),
        ([("A", "a"), ("B", "b")], "b", ["a"]),
        ([("A", "a"), ("", "b"), ("A", "c"), ("", "d")], "c", ["a", "b", "d"]),
    ],
)
def test_the_customers_last_turn_is_answered(
    turns: Sequence[tuple[str, str]], text: str, earlier: Sequence[str]
) -> None:
    found = last_turn([said(author, words) for author, words in turns])
    assert (found.text, [turn.text for turn in found.earlier]) == (text, earlier)


def said(author: str, text: str, hours: int | None = None) -> Message:
    when = None if hours is None else NINE + timedelta(hours=hours)
    return Message(text, author or None, when, None if author else OWN)


def test_turns_that_say_when_are_put_in_order() -> None:
    found = last_turn([said("A", "c", 2), said("", "b", 1), said("A", "a", 0)])
    assert [turn.text for turn in found.earlier] == ["a", "b"]
    assert found == said("A", "c", 2)._replace(earlier=found.earlier)


def test_who_writes_twice_waits_since_the_first_time() -> None:
    assert last_turn([said("A", "a", 0), said("A", "b", 5)]).received_at == NINE


@given(st.lists(st.tuples(st.sampled_from(["A", "B", ""]), st.text("ab", min_size=1))))
def test_no_turn_is_lost(turns: Sequence[tuple[str, str]]) -> None:
    found = last_turn([said(*turn) for turn in turns])
    texts = [turn.text for turn in found.earlier] + (found.text.split("\n\n") if found.text else [])
    assert sorted(texts) == sorted(text for _, text in turns)


THREAD = [
    {"author": "Ann", "text": "My coat came torn.", "received_at": "2026-03-02T09:00"},
    {"author": "Mill", "text": "Sorry! Send us a DM.", "received_at": "2026-03-02T10:00"},
    {"author": "Ann", "text": "I did. Nothing came.", "received_at": "2026-03-03T09:00"},
]
YAML = """
  - {author: Ann, text: My coat came torn., received_at: 2026-03-02T09:00}
  - {author: Mill, text: Sorry! Send us a DM., received_at: 2026-03-02T10:00}
  - {author: Ann, text: I did. Nothing came., received_at: 2026-03-03T09:00}
"""
REPLY = "Thanks for your message. Please DM us."


@pytest.mark.parametrize(
    ("suffix", "written"),
    [
        (".md", f"---\nlang: en\naccount: Mill\nin_reply_to:{YAML}---\n{REPLY}\n"),
        (".yaml", f"text: {REPLY}\nbrand: mill\nin_reply_to:{YAML}"),
        (".json", json.dumps({"text": REPLY, "account": "mill", "in_reply_to": THREAD})),
        (".json", json.dumps({"text": REPLY, "account": "Mill", "avis": {"fil": THREAD}})),
    ],
)
def test_a_thread_is_read_in_every_format(suffix: str, written: str) -> None:
    (draft,) = FORMATS[suffix](Source(f"a{suffix}", written), Reading())
    assert isinstance(draft, Draft)
    message = draft.in_reply_to
    assert isinstance(message, Message)
    assert (draft.kind, message.text) == ("reply", "I did. Nothing came.")
    assert message.received_at == NINE + timedelta(days=1)
    assert [(turn.author, turn.kind == OWN) for turn in message.earlier] == [
        ("Ann", False),
        ("Mill", True),
    ]


@pytest.mark.parametrize(
    ("cell", "turns"),
    [
        ("Ann: Torn!\nMill: Sorry.\nAnn: Still torn.", ["Torn!", "+Sorry.", "Still torn."]),
        ("Ann: Torn!\r\nus: Sorry.\r\nOn us.", ["Torn!", "+Sorry.\nOn us."]),
        ("@ann : Déchiré !\nnous\u00a0: Pardon.", ["Déchiré !", "+Pardon."]),
        ("Mill: Hello?\nAnn Lee: Torn.", ["+Hello?", "Torn."]),
        ("Ann: Torn!\nBob: Mine too.", None),
        ("Torn!\nMill: Sorry.", None),
        ("Note: two faults\nColour: wrong", None),
        ("One thing I have to say: no.\nus: Sorry.", None),
        ("Ann: Torn! us: Sorry.", None),
        ("https://mill.example\nus: Sorry.", None),
    ],
)
def test_a_cell_may_hold_a_thread(cell: str, turns: Sequence[str] | None) -> None:
    quoted = cell.replace('"', '""')
    table = f'text,account,in_reply_to\n{REPLY},Mill,"{quoted}"\n'
    (draft,) = FORMATS[".csv"](Source("a.csv", table), Reading())
    assert isinstance(draft, Draft)
    message = draft.in_reply_to
    assert isinstance(message, Message)
    if turns is None:
        assert message == Message(cell)
        return
    told = [("+" if turn.kind == OWN else "") + turn.text for turn in [*message.earlier, message]]
    assert sorted(told) == sorted(turns)


@given(st.text("ab:\n \r"), st.sampled_from(["", "a", "b"]))
def test_no_word_of_a_spoken_thread_is_lost(text: str, own: str) -> None:
    found = spoken(text, {own})
    if found:
        kept = "".join((turn.author or "") + turn.text for turn in found.turns)
        assert sum(map(kept.count, "ab")) == sum(map(text.count, "ab"))


@pytest.mark.parametrize(
    ("thread", "own"),
    [
        ("[My coat came torn., {kind: reply, text: Hm.}]", [True]),
        ("[{role: agent, author: Zoe, text: Hm.}, My coat came torn.]", [True]),
        ("[{from: nous, text: Hm.}, My coat came torn.]", [True]),
        ("{turns: [{from: Zoe, text: Hm.}, My coat came torn.]}", [False]),
    ],
)
def test_a_turn_says_whose_it_is(thread: str, own: Sequence[bool]) -> None:
    text = f"text: Hi.\nin_reply_to: {thread}\n"
    (draft,) = FORMATS[".yaml"](Source("a.yaml", text), Reading())
    assert isinstance(draft, Draft)
    assert isinstance(draft.in_reply_to, Message)
    assert draft.in_reply_to.text == "My coat came torn."
    assert [turn.kind == OWN for turn in draft.in_reply_to.earlier] == own


@pytest.mark.parametrize(
    ("thread", "codes"),
    [
        ("[[a], b]", ["not-a-message"]),
        ("[{author: Zoe}]", ["not-a-message"]),
        ("[{text: a, received_at: 40/40}]", ["not-a-date"]),
        ("[]", []),
    ],
)
def test_what_is_no_turn_is_a_problem(thread: str, codes: Sequence[str]) -> None:
    found = FORMATS[".yaml"](Source("a.yaml", f"text: Hi.\nin_reply_to: {thread}\n"), Reading())
    assert [one.code for one in found if isinstance(one, Problem)] == codes


TORN, AWAY = Message("My coat came torn."), Message("Sorry! Send us a DM.", kind=OWN)
GONE, ROUND = Message("I did, a week ago. Nothing came."), "Thanks for your message. Please DM us."
BILLED = Message("I was billed twice for my order.")
OURS = "The record shows one payment, on the 4th, so you owe nothing more!"


@pytest.mark.parametrize(
    ("thread", "text", "variants"),
    [
        ([TORN], ROUND, []),
        ([TORN, AWAY, GONE], ROUND, [("canned-reply", "again")]),
        ([TORN, AWAY, GONE], "Your DM is here. A new coat leaves today.", []),
        ([TORN, AWAY, GONE], AWAY.text, [("canned-reply", "again")]),
        ([AWAY, TORN], AWAY.text, [("canned-reply", "again")]),
        ([BILLED], OURS, [("public-conflict", "kept")]),
        ([BILLED, AWAY, BILLED], OURS, []),
    ],
)
def test_rules_judge_against_the_thread(
    thread: Sequence[Message], text: str, variants: Sequence[tuple[str, str]]
) -> None:
    report = LINTER.check_text(text, lang="en", in_reply_to=thread)
    told = [(one.rule, one.variant) for one in report.findings]
    assert [each for each in told if each[0] in {"canned-reply", "public-conflict"}] == variants


def test_a_thread_may_hold_texts_and_nothing_else() -> None:
    report = LINTER.check_text("Hi.", in_reply_to=["When?", 5])  # type: ignore[list-item]  # on purpose
    assert [error.code for error in report.errors] == ["not-a-message"]


def test_an_apology_once_made_is_not_missed() -> None:
    linter = Linter(Settings(select=("missing-acknowledgement",)))
    said_before, left_out = (
        linter.check_text("The courier collects it at nine.", lang="en", in_reply_to=thread)
        for thread in ([TORN, AWAY, GONE], [TORN])
    )
    assert [one.rule for one in left_out.findings] == ["missing-acknowledgement"]
    assert said_before.findings == ()
