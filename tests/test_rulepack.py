"""Packs: what is read, what is refused and where, what is kept."""

from __future__ import annotations

from pathlib import Path

from socialint.checks import CHECKS
from socialint.layers.phrases import PHRASES
from socialint.layers.view import View
from socialint.rulepack import compile_pack, load_pack, merged, read_examples, read_pack

PACK = Path(__file__).parent / "data" / "pack"
RULE = "wording/empty-promise"


def test_a_pack_is_read_and_its_words_are_found() -> None:
    pack = read_pack(PACK, CHECKS)
    assert [rule.name for rule in pack.rules] == ["empty-promise"]
    view = View("We never fail. We hope so.", "en", lexicons=merged([pack]))
    found = view.layer(PHRASES)["empty-promise/terms"]
    assert [(match.start, match.end, match.weight, match.note) for match in found] == [
        (0, 13, 3, ""),
        (15, 22, 1, "soft"),
    ]


def test_what_is_compiled_loads_as_what_is_read() -> None:
    assert load_pack(compile_pack(PACK), str(PACK)) == read_pack(PACK, CHECKS)


def test_examples_are_read_with_their_lines() -> None:
    examples = read_examples(PACK / RULE)
    assert [(example.lang, example.bad, example.line) for example in examples] == [
        ("en", True, 14),
        ("en", True, 15),
        ("en", False, 17),
        ("fr", True, 13),
        ("fr", False, 15),
    ]
    assert examples[1].fields == {"kind": "post"}
