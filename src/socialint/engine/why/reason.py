"""One reason why a rule speaks, or says nothing."""

from __future__ import annotations

from collections.abc import Mapping

from socialint.named import NamedTuple
from socialint.text import Position


class Reason(NamedTuple):
    """`code` names a text in the locale's `why`, which `args` fill in.

    `start` is where the words stand that it is about, `quote` the words; both None where it is
    about the whole draft.  `told` holds, by language, what stands in place of some of `args`.
    """

    code: str
    args: Mapping[str, str] = {}
    start: Position | None = None
    quote: str | None = None
    told: Mapping[str, Mapping[str, str]] = {}
