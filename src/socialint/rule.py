"""A rule as data: what is wrong, how bad, and why, in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from socialint.draft import Kind
from socialint.finding import Confidence, Severity, Wording
from socialint.named import NamedTuple

Status = Literal["stable", "preview", "retired"]


class Example(NamedTuple):
    """A draft that a rule must find (`bad`) or leave alone; faults are marked ⟦so⟧ in `text`.

    `fields` are further fields of the draft (or, as `yaml`, the file that it is), `profile` a
    profile to judge it by; `todo` the reason why the rule is known to fail on it.
    """

    lang: str
    bad: bool
    text: str
    fields: Mapping[str, Any]
    profile: Mapping[str, Any]
    todo: str | None
    line: int


class Rule(NamedTuple):
    """One rule; `name` is its identity, `code` an alias.

    `severity` is the harm if true, by variant, the plain one under ""; `confidence` how often it
    is true.  `lists` are the names of its own word lists, `patterns` its token patterns by
    language and name; `wakes` is what must be in a draft before it can speak (None: it always
    may), `wants` are the parts of the profile that its check needs, `feed` says that it looks
    across posts, `whole` that it judges no part of the feed; `folder` is where it was read from,
    within its pack.
    """

    name: str
    code: str
    severity: Mapping[str, Severity]
    confidence: Confidence
    status: Status
    check: str
    kinds: tuple[Kind, ...]
    wording: Mapping[str, Wording]
    params: Mapping[str, Any] = {}
    lists: frozenset[str] = frozenset()
    patterns: Mapping[str, Mapping[str, Any]] = {}
    supersedes: tuple[str, ...] = ()
    wakes: Sequence[Sequence[Sequence[str]]] | None = None
    wants: tuple[str, ...] = ()
    feed: bool = False
    whole: bool = False
    checklist: tuple[str, ...] = ()
    sources: tuple[Mapping[str, str], ...] = ()
    pack: str = "socialint"
    folder: str = ""

    @property
    def group(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")
