"""How many drafts a rule looks at in a row changes nothing that is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint import Linter
from socialint.checks.check import Check, Subject
from socialint.engine import waiting
from socialint.engine.prepare import Prepared
from socialint.finding import Hit
from socialint.layers.view import Layer, View
from socialint.settings import Settings
from socialint.text import Span

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
HEADS = ("lang: en", "lang: en\nchannel: x\nid: a", "lang: fr\nkind: reply", "lang: [")
BODIES = (
    "BUY NOW OR NEVER, GOOD PEOPLE!!!!",
    "Studies show that 87% of people agree: https://www.mill.example/?a=1",
    "Write to jo.martin@free.example or call 06 12 34 56 78.",
    "<!-- socialint-ignore shouting: the name of the play -->\nBUY NOW OR NEVER, FOLKS!!!!",
    "The heron stood by the weir. " * 3,
    "",
)
posts = st.lists(st.tuples(st.sampled_from(HEADS), st.sampled_from(BODIES)), max_size=9)


@settings(max_examples=30)
@given(posts=posts, most=st.integers(1, 5), longest=st.sampled_from([1, 90, 9999]))
def test_a_report_is_the_same(posts: list[tuple[str, str]], most: int, longest: int) -> None:
    linter = Linter(Settings(select=("all",)), as_of=NOON)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for number, (head, body) in enumerate(posts):
            path = Path(folder) / f"{number}.md"
            path.write_text(f"---\n{head}\n---\n{body}\n", encoding="utf-8")
        together = linter.check_paths([folder]).to_dict()
        patch.setattr(waiting, "MOST", most)
        patch.setattr(waiting, "LONGEST", longest)
        assert linter.check_paths([folder]).to_dict() == together


def test_a_rule_that_fails_on_one_draft_costs_those_beside_it_nothing(tmp_path: Path) -> None:
    def fail(subject: Subject) -> Iterator[Hit]:
        if "weir" in subject.draft.text:
            raise ValueError
        yield from loud(subject)

    linter = Linter(Settings(select=("shouting",), drafts={"lang": "en"}))
    rule = linter._rules["shouting"]
    assert rule.detect
    loud = rule.detect
    linter._rules = {"shouting": Prepared(rule.rule, {"shouting": Check(lambda *_: fail)})}
    for name, body in zip("abc", (BODIES[0], BODIES[4], BODIES[0]), strict=True):
        (tmp_path / f"{name}.md").write_text(body, encoding="utf-8")
    report = linter.check_paths([tmp_path])
    assert [Path(one.path).name for one in report.findings] == ["a.md", "c.md"]
    assert [Path(one.path).name for one in report.errors] == ["b.md"]


@pytest.mark.parametrize(
    ("bodies", "told"),
    [
        (("One?", "Two?"), ["first One?", "first Two?", "second One?", "second Two?"]),
        (("One?", "??"), ["first One?", "first ??", "second One?", "first ??"]),
    ],
)
def test_what_a_rule_asks_of_every_text_is_made_a_layer_at_a_time(
    bodies: tuple[str, ...], told: list[str], tmp_path: Path
) -> None:
    made: list[str] = []

    def letters(name: str, view: View) -> int:
        made.append(f"{name} {view.text}")
        return 10 // len(view.text.strip("?"))

    def look(subject: Subject) -> Iterator[Hit]:
        for segment, view in subject.views.items():
            if all(view.layer(layer) for layer in layers):
                yield Hit(segment, Span(0, 1))

    layers = [Layer(name, partial(letters, name)) for name in ("first", "second")]
    rule = Linter()._rules["mixed-address"]
    check = Check(lambda *_: look, layers=layers)
    linter = Linter(Settings(drafts={"lang": "en"}))
    linter._rules = {rule.rule.name: Prepared(rule.rule, {rule.rule.check: check})}
    for number, body in enumerate(bodies):
        (tmp_path / f"{number}.md").write_text(body, encoding="utf-8")
    report = linter.check_paths([tmp_path])
    assert made == told
    assert [one.quote for one in report.findings] == [body[0] for body in bodies if body != "??"]
    assert len(report.errors) == bodies.count("??")


def test_what_a_draft_is_worth_waiting_for_is_done_once_it_is_judged() -> None:
    done: list[str] = []
    queue = waiting.Waiting()
    queue.then(lambda: done.append("judged"))
    assert not done
    queue.judge()
    queue.judge()
    assert done == ["judged"]
