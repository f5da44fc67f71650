"""Whether a rule can have anything to say about a draft, before its check is imported or called.

`Rule.wakes` names what must be there: alternatives, of groups that must all be met, a group being
met by any of its names.  A name with a slash is a word list; `sign:`, `field:`, `profile:` and
`message:` stand before a sign of `layers.signs`, a field of the draft, a part of the profile and a
word list of what the draft answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Self

from socialint.checks.check import Subject, Wakes
from socialint.draft import Draft
from socialint.frozen import Frozen
from socialint.layers.candidates import LISTS
from socialint.layers.signs import has_sign
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.profile import Profile

PARTS_BEFORE = ("sign:", "field:", "profile:", "message:")


class Group(NamedTuple):
    """What is met by any of its word lists or other parts."""

    lists: Sequence[str]
    parts: Sequence[str]


class Gate(NamedTuple):
    """What wakes a rule, in the order in which it is cheap to ask.

    `lists` are word lists each of which is enough by itself.  Of the `others`, `begun` has by the
    lists of the first group, the `heads`, what else must be met, and `free` those that may begin
    without a list.
    """

    lists: frozenset[str]
    others: Sequence[Sequence[Group]]
    heads: frozenset[str]
    begun: Mapping[str, Sequence[Sequence[Group]]]
    free: Sequence[Sequence[Group]]


def gate(wakes: Wakes) -> Gate:
    """The alternatives, sorted."""
    lists: set[str] = set()
    others: list[Sequence[Group]] = []
    for groups in wakes:
        if len(groups) != 1:
            others.append(sorted(map(_group, groups), key=_effort))
            continue
        alone = _group(groups[0])
        lists.update(alone.lists)
        if alone.parts:
            others.append([alone])
    begun: dict[str, list[Sequence[Group]]] = {}
    for first, *rest in others:
        for name in () if first.parts else first.lists:
            begun.setdefault(name, []).append(rest)
    free = [one for one in others if one[0].parts]
    return Gate(frozenset(lists), others, frozenset(begun), begun, free)


def _group(names: Sequence[str]) -> Group:
    if ":" not in "".join(names):  # no part is without one; a start asks this of 600 groups
        return Group(names, ())
    parts = [name for name in names if name.startswith(PARTS_BEFORE)]
    return Group([name for name in names if name not in parts], parts)


def _effort(group: Group) -> tuple[bool, int]:
    """The group that is least often met comes first."""
    return (bool(group.parts), len(group.lists))


class Senses(Frozen, eq=False):
    """A draft as gates see it; each thing is looked at once, when a gate asks."""

    draft: Draft
    views: Collection[View]
    profile: Profile
    message: View | None = None

    @classmethod
    def of(cls, subject: Subject) -> Self:
        """Those of a draft that checks will see."""
        views = subject.views.values()
        return cls(subject.draft, views, subject.profile, subject.message)

    def wake(self, found: Gate) -> bool:
        """Whether any alternative of the gate is met."""
        if found.lists and not found.lists.isdisjoint(self.lists):
            return True
        for name in found.heads & self.lists:
            if self._meets(found.begun[name]):
                return True
        return self._meets(found.free)

    @cached_property
    def lists(self) -> frozenset[str]:
        """The word lists that may have a match in some text of the draft."""
        return frozenset().union(*(view.layer(LISTS) for view in self.views))

    @cached_property
    def _told(self) -> dict[str, bool]:
        return {}

    def _meets(self, alternatives: Sequence[Sequence[Group]]) -> bool:
        """Whether all groups of any of these are met."""
        present = self.lists
        for groups in alternatives:  # no call for each: a draft asks some hundred
            for lists, parts in groups:
                if present.isdisjoint(lists) and not (parts and any(map(self._has, parts))):
                    break
            else:
                return True
        return False

    def _has(self, name: str) -> bool:
        if name not in self._told:
            self._told[name] = self._look(*name.split(":", 1))
        return self._told[name]

    def _look(self, part: str, name: str) -> bool:
        if part == "sign":
            return any(has_sign(name, view.text) for view in self.views)
        if part == "message":
            return self.message is not None and name in self.message.layer(LISTS)
        if part == "profile":
            return self.profile.declares(name)
        return name in self.draft.fields or bool(getattr(self.draft, name, None))


def named(wakes: Wakes | None) -> Iterator[str]:
    """Every name in the gate of a rule."""
    for groups in wakes or ():
        for group in groups:
            yield from group
