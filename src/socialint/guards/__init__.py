"""Guards: reasons to let an entry of a word list pass, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from socialint.layers.phrases import Match
from socialint.layers.view import View

Guard = Callable[[View, Match], bool]

GUARDS: Mapping[str, Guard] = MappingProxyType({})
