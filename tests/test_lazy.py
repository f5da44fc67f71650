from __future__ import annotations

import re

import pytest

from socialint.kept import Kept
from socialint.lazy import Made, regex


def test_a_pattern_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def count(_: Kept, source: str, __: int) -> type[re.Pattern[str]]:
        compiled.append(source)
        return re.Pattern

    monkeypatch.setattr(Kept, "compile", count)
    found = regex("a+")
    assert compiled == []
    assert found.pattern
    assert compiled == ["a+"]


@pytest.mark.parametrize("text", ["", "aa b", "B aaa"])
def test_it_does_what_the_pattern_does(text: str) -> None:
    ours, plain = regex("(?P<x>a+)", re.IGNORECASE), re.compile("(?P<x>a+)", re.IGNORECASE)
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert ours.sub("-", text) == plain.sub("-", text)
    assert ours.split(text) == plain.split(text)
    assert ours.findall(text) == plain.findall(text)
    assert bool(ours.search(text)) is bool(plain.search(text))
    assert ours.groupindex == plain.groupindex


def test_wrong_syntax_shows_when_it_is_used() -> None:
    found = regex("(")
    with pytest.raises(re.error):
        found.search("a")


def test_what_is_made_is_compared_by_all_names() -> None:
    one, same, other = (Made("ab", make) for make in (str.upper, str.upper, str.title))
    less = Made("a", str.upper)
    assert (one == same, one != same) == (True, False)
    assert dict(one) == {**same} == {"a": "A", "b": "B"}
    assert one != less
    assert other == {"a": "A", "b": "B"}
    assert Made("ab", str.lower) != one
