"""Why a rule speaks: asked of every rule that judges one draft, on its own examples."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from socialint.engine.examples import AS_OF, _drafts, unmarked
from socialint.engine.run import Run
from socialint.engine.why.case import Case
from socialint.engine.why.turning import turning
from socialint.linter import Linter
from socialint.profile import Profile
from socialint.rule import Example
from socialint.rulepack import read_examples


@cache
def built_in() -> tuple[Path, Run]:
    linter = Linter(as_of=AS_OF)
    return Path(linter.packs[0].folder), linter.run()


def first_bad(name: str) -> Iterator[Example]:
    """An example of each language that is found in its own text."""
    folder, run = built_in()
    langs: set[str] = set()
    for example in read_examples(folder / run.rules[name].rule.folder):
        found_in_text = example.bad and "⟦" in example.text and not example.todo
        if found_in_text and example.lang not in langs:
            langs.add(example.lang)
            yield example


def case_of(name: str, example: Example) -> Case:
    run = built_in()[1]
    text, spans = unmarked(example.text)
    draft = [*_drafts(example, text)][-1]
    segment = next(one for one in draft.segments if one.field == "text")
    stretch = segment.map.to_source(*spans[0])
    return Case(run.rules[name], draft, Profile(example.profile), run.terms, stretch, {})


RULES = sorted(name for name, rule in built_in()[1].rules.items() if not rule.rule.feed)


@pytest.mark.parametrize("name", RULES)
def test_something_would_have_silenced_every_rule(name: str) -> None:
    for example in first_bad(name):
        case = case_of(name, example)
        assert case.speaks(), example.text
        found = [*turning(case)]
        assert found, example.text
        for (one,) in found:
            assert not case.with_(one).speaks(), (example.text, one)
