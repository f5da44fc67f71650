"""What must be in a draft before a rule is asked: a gate never hides a finding."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.checks import CHECKS
from socialint.draft import Draft, Field
from socialint.engine.examples import AS_OF, unmarked
from socialint.engine.gate import Senses, gate
from socialint.engine.manner import Manner
from socialint.engine.prepare import Prepared
from socialint.engine.run import Run
from socialint.engine.subject import Terms
from socialint.finding import Finding
from socialint.formats import FORMATS
from socialint.layers.compiler import Term, compile_lexicon
from socialint.layers.lexicon import Lexicon
from socialint.layers.view import View
from socialint.profile import Profile
from socialint.rulepack import builtin_pack, merged, read_examples, read_pack
from socialint.settings import Settings
from socialint.text import Source, Span

PACK = read_pack(builtin_pack(), CHECKS)
TERMS = Terms(AS_OF, PACK.languages, merged([PACK]), PACK.facts)
GATED = {rule.name: Prepared(rule, CHECKS) for rule in PACK.rules}
OPEN = {rule.name: Prepared(rule._replace(wakes=None), CHECKS) for rule in PACK.rules}
EXAMPLES = [
    example
    for rule in PACK.rules
    for example in read_examples(Path(PACK.folder) / rule.folder)
    if "posts" not in example.fields
]
WORDS = Lexicon.of(compile_lexicon([Term("r/a", "one"), Term("r/b", "two"), Term("r/c", "six")]))


def found(
    rules: Mapping[str, Prepared], source: Source, profile: Mapping[str, object]
) -> Sequence[Finding]:
    settings = Settings(root=Path(), select=("all",))
    run = Run(settings, rules, {"": Profile(profile)}, FORMATS, TERMS)
    run.source(source, ".json", Manner(explicit=True))
    run.finish(partial=False)
    return run.tally.findings


@pytest.mark.parametrize("number", range(8))
def test_a_gate_hides_no_finding(number: int) -> None:
    for example in EXAMPLES[number::8]:
        fields = {"lang": example.lang, **example.fields, "text": unmarked(example.text)[0]}
        source = Source("x.json", json.dumps(fields))
        assert found(GATED, source, example.profile) == found(OPEN, source, example.profile)


GATES = [
    ([[["r/a"]]], "One.", True),
    ([[["r/a"]]], "Two.", False),
    ([[["r/a"]], [["r/b"]]], "Two.", True),
    ([[["r/a"], ["r/b"]]], "Two.", False),
    ([[["r/a"], ["r/b"]]], "Two, one.", True),
    ([[["r/a", "r/c"], ["r/b"]]], "Six, two.", True),
    ([[["sign:digit"]]], "no", False),
    ([[["sign:digit"]]], "7", True),
    ([[["sign:digit"], ["r/a"]]], "7", False),
    ([[["sign:digit"], ["r/a"]]], "one of 7", True),
    ([[["field:offer"]]], "", True),
    ([[["field:channels"]]], "", True),
    ([[["field:title"]]], "", False),
    ([[["profile:voice.address"]]], "", True),
    ([[["profile:voice.emoji"]]], "", False),
    ([[["message:r/b"]]], "One.", True),
    ([[["message:r/a"]]], "One.", False),
    ([[["r/a"], ["message:r/b"]]], "Six.", False),
    ([[["field:earlier"]]], "", False),
    ([], "one", False),
]


@pytest.mark.parametrize(("wakes", "text", "awake"), GATES)
def test_a_gate_opens_for_any_alternative_that_is_there(
    wakes: list[list[list[str]]],
    text: str,
    awake: bool,  # noqa: FBT001  a column of the table
) -> None:
    field = Field("1", Span(0, 0), Span(0, 0))
    draft = Draft(text, channels=("x",), fields={"offer": field})
    view, message = (View(said, "en", lexicons={"en": (WORDS,)}) for said in (text, "Two?"))
    senses = Senses(draft, [view], Profile({"voice": {"address": "vous"}}), message)
    assert senses.wake(gate(wakes)) is awake


@given(
    st.lists(st.lists(st.lists(st.sampled_from("abc"), min_size=1), min_size=1)),
    st.sets(st.sampled_from("abc")),
)
def test_a_gate_is_any_of_all_of_any(wakes: list[list[list[str]]], there: set[str]) -> None:
    words = {"a": "one", "b": "two", "c": "six"}
    view = View(" ".join(words[name] for name in there), "en", lexicons={"en": (WORDS,)})
    senses = Senses(Draft(), [view], Profile())
    full = [[[f"r/{name}" for name in group] for group in groups] for groups in wakes]
    expected = any(all(set(group) & there for group in groups) for groups in wakes)
    assert senses.wake(gate(full)) is expected


def test_a_rule_that_sleeps_imports_no_check() -> None:
    prepared = Prepared(PACK.rules[0]._replace(wakes=[[["r/none"]]]), {})
    source = Source("x.json", '{"text": "Anything."}')
    assert found({prepared.rule.name: prepared}, source, {}) == []
