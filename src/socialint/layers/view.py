"""A text seen through layers: each is computed when first asked for, then kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from socialint.draft import Link, Mark
from socialint.named import NamedTuple

T = TypeVar("T")


class Layer(NamedTuple, Generic[T]):
    """A named way to see a text; `compute` is a pure function of the view."""

    name: str
    compute: Callable[[View], T]


class View:
    """A segment's text with its layers.

    `declared` is the language the draft names, or None; `languages` the ones to tell apart when
    it names none; `fallback` the one to assume where detection abstains.  `lexicons` are the
    compiled word lists per language.  A view belongs to one run on one thread.
    """

    __slots__ = ("_memo", "declared", "fallback", "languages", "lexicons", "links", "marks", "text")

    def __init__(
        self,
        text: str,
        declared: str | None = None,
        *,
        languages: tuple[str, ...] = ("fr", "en"),
        fallback: str | None = None,
        marks: tuple[Mark, ...] = (),
        links: tuple[Link, ...] = (),
        lexicons: Mapping[str, Any] | None = None,
    ) -> None:
        self.text = text
        self.declared = declared
        self.languages = languages
        self.fallback = fallback
        self.marks = marks
        self.links = links
        self.lexicons = lexicons or {}
        self._memo: dict[str, Any] = {}

    def layer(self, layer: Layer[T]) -> T:
        """What `layer` makes of this text."""
        name, memo = layer.name, self._memo
        if name not in memo:
            memo[name] = layer.compute(self)
        found: T = memo[name]
        return found

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What `make` answers, asked once: for what hangs on more than the text, as its draft."""
        memo = self._memo
        if name not in memo:
            memo[name] = make()
        found: T = memo[name]
        return found

    def forget(self) -> None:
        """Let go of the layers: some refer to the view, and would wait for the collector."""
        self._memo.clear()
