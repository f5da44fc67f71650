"""Records do what those of the library do."""

from __future__ import annotations

import copy
import pickle
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as library_field
from functools import cached_property
from threading import Thread
from typing import Any, Generic, TypeVar

import pytest

from socialint.frozen import Frozen, field, replace
from socialint.named import NamedTuple

T = TypeVar("T")


class Ours(NamedTuple):
    """What is made here."""

    first: int
    second: str = "b"
    third: Mapping[str, int] | None = None

    @property
    def double(self) -> int:
        return self.first * 2


class Theirs(typing.NamedTuple):
    """What the library makes."""

    first: int
    second: str = "b"
    third: Mapping[str, int] | None = None


class Held(NamedTuple, Generic[T]):
    """One of any type."""

    one: T


class Cold(NamedTuple):
    """Not made before its test."""

    one: int


class Plain(Frozen):
    """What is made here."""

    first: int
    second: str = "b"
    third: list[int] = field(default_factory=list)
    fourth: Callable[[], int] = field(default_factory=lambda: int, compare=False)

    @cached_property
    def double(self) -> int:
        return self.first * 2


@dataclass(frozen=True)
class Library:
    """What the library makes."""

    first: int
    second: str = "b"
    third: list[int] = library_field(default_factory=list)
    fourth: Callable[[], int] = library_field(default_factory=lambda: int, compare=False)


class Same(Frozen, eq=False):
    """One that is equal to itself only."""

    first: int = 1


GIVEN: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    ((1,), {}),
    ((1, "c"), {}),
    ((), {"first": 1}),
    ((1,), {"third": None}),
    ((), {}),
    ((1,), {"first": 2}),
    ((1,), {"unknown": 2}),
    ((1, 2, 3, 4, 5), {}),
)


def outcome(make: Callable[..., Any], values: tuple[Any, ...], named: dict[str, Any]) -> Any:
    """The fields of what is made, or the kind of error."""
    try:
        made = make(*values, **named)
    except TypeError:
        return TypeError
    return made.first, made.second, made.third


@pytest.mark.parametrize(("values", "named"), GIVEN)
def test_what_is_given_is_taken_or_refused_as_the_library_does(
    values: tuple[Any, ...], named: dict[str, Any]
) -> None:
    assert outcome(Ours, values, named) == outcome(Theirs, values, named)
    assert outcome(Plain, values, named) == outcome(Library, values, named)


def test_a_named_tuple_is_a_tuple_with_names() -> None:
    ours, theirs = Ours(1, third={"a": 2}), Theirs(1, third={"a": 2})
    assert tuple(ours) == tuple(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._asdict() == theirs._asdict()
    assert (Ours._fields, Ours.__match_args__) == (Theirs._fields, Theirs.__match_args__)
    assert Ours._field_defaults == Theirs._field_defaults
    assert tuple(ours._replace(second="c")) == tuple(theirs._replace(second="c"))
    assert Ours._make([1, "b", None]) == Ours(1)
    assert ours.double == 2
    assert Held("text").one == "text"
    assert not hasattr(ours, "__dict__")


def test_a_named_tuple_refuses_what_it_has_no_field_for() -> None:
    with pytest.raises(ValueError, match="unexpected"):
        Ours(1)._replace(fourth=1)  # type: ignore[call-arg]  # that is the point
    with pytest.raises(TypeError, match="Expected 3"):
        Ours._make([1])
    with pytest.raises(AttributeError):
        Ours(1).first = 2  # type: ignore[misc]  # that is the point


@pytest.mark.parametrize("one", [Ours(1, "c", {"a": 1}), Plain(1, "c"), Held(Ours(1))])
def test_a_record_can_be_copied_and_pickled(one: Any) -> None:
    assert copy.deepcopy(one) == copy.copy(one) == one
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301  our own
    assert type(copy.copy(one)) is type(one)


def test_the_constructor_made_at_the_first_call_is_made_well_in_many_threads() -> None:
    made: list[Cold] = []
    threads = [Thread(target=lambda: made.append(Cold(1))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [Cold(1)] * 8


def test_a_frozen_record_is_equal_by_what_it_compares() -> None:
    assert Plain(1) == Plain(1, fourth=float)  # type: ignore[arg-type]  # no more than a function
    assert Plain(1) != Plain(2)
    assert Plain(1) != Library(1)
    assert repr(Plain(1)) == "Plain(first=1, second='b', third=[])"
    assert Plain(1).third is not Plain(1).third
    assert hash(Same()) != hash(Same())
    assert Same() != Same()


def test_a_frozen_record_keeps_its_fields_and_forgets_what_it_cached() -> None:
    one = Plain(1)
    assert one.double == 2
    changed = replace(one, first=2)
    assert (changed.double, changed.second) == (4, "b")
    assert changed.third is one.third
    with pytest.raises(AttributeError):
        one.first = 2  # type: ignore[misc]  # that is the point
    with pytest.raises(AttributeError):
        del one.second
    with pytest.raises(TypeError, match="unknown"):
        replace(one, fifth=1)
