"""What a team lets pass, as it is written in each format."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from socialint.draft import Draft, Suppression
from socialint.formats import FORMATS
from socialint.formats.reading import Reading
from socialint.formats.suppressions import from_text
from socialint.text import Source, Span

DAY = date(2027, 1, 31)
SEVERAL = ("hard-sell", "CLM301")


def said(reason: str, until: date | None = None, owner: str = "", **more: Any) -> Suppression:
    """A suppression of hard-sell, where nothing else is said."""
    return Suppression(
        **{"rules": ("hard-sell",), **more},
        reason=reason,
        until=until,
        owner=owner,
        span=Span(3, 9),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hard-sell: agreed", said("agreed")),
        ("hard-sell, CLM301: agreed, until 2027-01-31", said("agreed", DAY, rules=SEVERAL)),
        ("hard-sell: agreed, owner ana, until 2027-01-31", said("agreed", DAY, "ana")),
        ("hard-sell: agreed, until 2027-01-31, owner ana", said("agreed", DAY, "ana")),
        ("hard-sell\u00a0: vu, jusqu’au 31/01/2027", said("vu", DAY)),
        ("hard-sell: yes, no, perhaps", said("yes, no, perhaps")),
        ("hard-sell: see https://a.example/b", said("see https://a.example/b")),
        ("hard-sell", said("")),
        ("hard-sell, until 2027-01-31", said("", DAY)),
        ("hard-sell: until 2027-01-31", said("", DAY)),
        ("hard-sell: fine, until spring", said("fine", unclear="spring")),
        (": agreed", said("agreed", rules=())),
        ("", said("", rules=())),
    ],
)
def test_a_text_says_which_rules_why_and_until_when(text: str, expected: Suppression) -> None:
    assert from_text(text, Span(3, 9)) == expected


FIELDS = [
    ("a.md", "---\nsocialint: {ignore: [hard-sell], reason: agreed}\n---\nBread.\n"),
    ("a.md", "---\nsocialint:\n  ignore: hard-sell\n  reason: agreed\n---\nBread.\n"),
    ("a.md", "---\nsocialint: 'hard-sell: agreed'\n---\nBread.\n"),
    ("a.tweet", "---\nsocialint: {ignore: [hard-sell], reason: agreed}\n---\nBread.\n"),
    ("a.yaml", "text: Bread.\nsocialint: {ignore: [hard-sell], reason: agreed}\n"),
    ("a.yaml", "text: Bread.\nsocialint:\n- {ignore: hard-sell, reason: agreed}\n"),
    ("a.json", '{"text": "Bread.", "socialint": {"ignore": ["hard-sell"], "reason": "agreed"}}'),
    ("a.jsonl", '{"text": "Bread.", "socialint": ["hard-sell: agreed"]}\n'),
    ("a.csv", "text,socialint\nBread.,hard-sell: agreed\n"),
    ("a.tsv", "text\tsocialint\nBread.\thard-sell: agreed\n"),
]


def parsed(path: str, text: str) -> list[Draft]:
    suffix = path[path.index(".") :]
    found = list(FORMATS[suffix](Source(path, text), Reading(explicit=True)))
    assert all(isinstance(item, Draft) for item in found)
    return [item for item in found if isinstance(item, Draft)]


@pytest.mark.parametrize(("path", "text"), FIELDS)
def test_a_field_speaks_for_its_whole_draft(path: str, text: str) -> None:
    (draft,) = parsed(path, text)
    (one,) = draft.suppressions
    assert (one.rules, one.reason, one.scope, one.kind) == (("hard-sell",), "agreed", None, "field")
    assert "agreed" in text[one.span.start : one.span.end]


def test_a_file_that_names_several_says_each_with_its_reason() -> None:
    text = "text: Bread.\nsocialint:\n- {ignore: [a], reason: one}\n- 'b: two, until 2027-01-31'\n"
    (draft,) = parsed("a.yaml", text)
    assert [(one.rules, one.reason) for one in draft.suppressions] == [
        (("a",), "one"),
        (("b",), "two"),
    ]


def test_a_key_that_nobody_knows_is_told() -> None:
    (draft,) = parsed("a.yaml", "text: Bread.\nsocialint: {ingore: [a], reason: one}\n")
    assert [one.unclear for one in draft.suppressions] == ["ingore"]


COMMENTS = [
    ("One.\n\n<!-- socialint-ignore a: b -->\n⟦Two.\nThree.⟧\n\nFour.\n", "next block"),
    ("<!-- socialint-ignore a: b -->\n\n⟦Two.⟧\n\nFour.\n", "a blank line before it"),
    ("<!-- socialint-ignore a: b -->\n<!-- note -->\n⟦Two.⟧\n\nFour.\n", "another comment before"),
    ("One. <!-- socialint-ignore a: b --> ⟦Two.\nThree.⟧\n\nFour.\n", "the rest of its own block"),
    ("<!-- socialint-ignore a: b -->\r\n⟦Two.⟧\r\n\r\nFour.\r\n", "CR LF"),
    ("<!-- socialint-ignore a: b -->\r⟦Two.⟧\r\rFour.\r", "CR"),
    ("<!-- socialint-ignore a: b -->\n⟦```\nTwo.\n\nThree.\n```⟧\n\nFour.\n", "a fence, whole"),
    (
        "One.\n<!-- socialint-ignore-start a: b -->⟦\nTwo.\n⟧<!-- socialint-ignore-end -->\n",
        "a span",
    ),
    (
        (
            "<!-- socialint-ignore-start a: b -->⟦\n```\n<!-- socialint-ignore-end -->\n```\n"
            "Two.\n⟧<!-- socialint-ignore-end -->\n"
        ),
        "past an end that readers see",
    ),
    ("<!--socialint-ignore a : b-->\n⟦Two.⟧", "close-set"),
]


@pytest.mark.parametrize(("marked", "what"), COMMENTS, ids=[what for _, what in COMMENTS])
def test_a_comment_speaks_for_what_follows(marked: str, what: str) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    (draft,) = parsed("a.md", marked.replace("⟦", "").replace("⟧", ""))
    (one,) = draft.suppressions
    assert (one.rules, one.reason, one.kind) == (("a",), "b", "comment")
    assert one.scope == Span(start, end), what


def test_spans_may_lie_within_each_other() -> None:
    start, end = "<!-- socialint-ignore-start {}: why -->", "<!-- socialint-ignore-end -->"
    parts = [start.format("a"), "One.", start.format("b"), "Two.", end, "Three.", end, "Four."]
    text = "\n\n".join(parts)
    (draft,) = parsed("a.md", text)
    scopes = {one.rules[0]: one.scope for one in draft.suppressions if one.scope}
    found = {rule: text[slice(*scope)].split("\n\n") for rule, scope in scopes.items()}
    assert found == {"a": ["", *parts[1:6], ""], "b": ["", "Two.", ""]}


def test_a_comment_may_speak_for_the_whole_draft() -> None:
    (draft,) = parsed("a.md", "One.\n\n<!-- socialint-ignore-draft a: b -->\n")
    assert [one.scope for one in draft.suppressions] == [None]
    assert draft.text == "One."


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- socialint-ignore a: b -->\n```\nBread.\n",
        "Bread. `<!-- socialint-ignore a: b -->`\n",
        "<!-- about socialint-ignore a: b -->\nBread.\n",
        "<!-- a note -->\nsocialint-ignore\n",
    ],
)
def test_what_readers_see_is_no_comment(text: str) -> None:
    (draft,) = parsed("a.md", text)
    assert draft.suppressions == ()


@pytest.mark.parametrize(
    "word", ["disable", "ignore-line", "ignore-next-line", "end", "ignore-end"]
)
def test_a_comment_with_another_word_is_told(word: str) -> None:
    (draft,) = parsed("a.md", f"Bread.\n<!-- socialint-{word} a: b -->\n")
    assert [one.unclear for one in draft.suppressions] == [f"socialint-{word}"]


BANK = """\
# June

## Monday
<!-- socialint-ignore-draft a: first -->
**LinkedIn:**
```
Bread is out.

At seven.
```

## Tuesday
**Facebook:**
<!-- socialint-ignore b: second -->
```
Soup at noon.

Bring a bowl.
```
"""


def test_in_a_bank_a_comment_is_about_its_own_post() -> None:
    first, second = parsed("a.md", BANK)
    assert [one.rules for one in first.suppressions] == [("a",)]
    assert [one.rules for one in second.suppressions] == [("b",)]
    (scope,) = (one.scope for one in second.suppressions if one.scope)
    assert BANK[scope.start : scope.end].rstrip().endswith("Bring a bowl.\n```")


@pytest.mark.parametrize(
    "text",
    [
        "<!-- socialint-ignore a: b" + " " * 300_000 + "c -->\nBread.",
        "<!-- socialint-ignore a: b, until" + " " * 300_000 + ", -->\nBread.",
        "<!-- socialint-ignore a: b, until x" + " " * 300_000 + "y, -->\nBread.",
        "<!-- socialint-ignore a: b" + ", owner z" * 50_000 + " -->\nBread.",
        "<!-- socialint-ignore a: b -->\nBread.\n" * 5_000,
        "<!-- socialint" * 50_000,
        "<!--" * 100_000 + " socialint-ignore a: b -->",
    ],
    ids=["blanks", "no day", "a long day", "owners", "comments", "never closed", "openings"],
)
def test_a_hostile_comment_costs_no_more_than_its_length(text: str) -> None:
    assert parsed("a.md", text) is not None
