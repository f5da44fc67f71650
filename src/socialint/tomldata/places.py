"""Where the keys and values of a TOML text stand, which `tomllib` does not tell.

The text must be right: `tomllib` has read it.  Grammar: TOML 1.0.0, https://toml.io/en/v1.0.0.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from socialint.data import Place, Steps
from socialint.lazy import regex
from socialint.named import NamedTuple

_TOKEN = regex(
    r'"""(?:\\[\s\S]|(?!""")[\s\S])*+"{3,5}|' + r"'''(?:(?!''')[\s\S])*+'{3,5}"
    r'|"(?:\\.|[^"\\\n])*+"' + r"|'[^'\n]*+'|\#[^\n]*+|[\[\]{},=.\n]|[^\s\[\]{},=.\#\"']++"
)
_END = ""


class Token(NamedTuple):
    """A piece of the text, and its offset."""

    text: str
    start: int


class Places:
    """The places of values, and of keys, by the steps that lead to them; lines and columns from 1.

    What stands in an array has its number among the steps, and so has a table of an array of
    tables, whose place is its header.  They stand for their own keys.
    """

    def __init__(self, text: str) -> None:
        self.values: dict[Steps, Place] = {}
        self.keys: dict[Steps, Place] = {}
        self._breaks = [at for at, char in enumerate(text) if char == "\n"]
        self._tokens = _tokens(text)
        self._now = next(self._tokens)
        self._counts: Counter[Steps] = Counter()
        inside: Steps = ()
        while self._skip().text != _END:
            if self._now.text == "[":
                inside = self._header()
            else:
                self._pair(inside)

    def _next(self) -> Token:
        token, self._now = self._now, next(self._tokens)
        return token

    def _skip(self) -> Token:
        """What comes after comments and ends of lines."""
        while self._now.text == "\n" or self._now.text.startswith("#"):
            self._next()
        return self._now

    def _place(self, at: int) -> Place:
        line = bisect_right(self._breaks, at - 1)
        return line + 1, at - (self._breaks[line - 1] + 1 if line else 0) + 1

    def _header(self) -> Steps:
        place = self._place(self._next().start)
        if array := self._now.text == "[":
            self._next()
        inside: Steps = ()
        names = self._names("]")
        for number, name in enumerate(names, 1):
            inside = (*inside, name)
            if number < len(names) and inside in self._counts:
                inside = (*inside, self._counts[inside] - 1)
        self.keys[inside] = self.values[inside] = place
        if array:
            self._next()
            self._counts[inside] += 1
            inside = (*inside, self._counts[inside] - 1)
            self.keys[inside] = self.values[inside] = place
        return inside

    def _names(self, end: str) -> list[str]:
        """The parts of a dotted name, up to the sign that ends it."""
        names = []
        while (token := self._next()).text not in (end, _END):
            if token.text != ".":
                names.append(token.text[1:-1] if token.text[0] in "\"'" else token.text)
        return names

    def _pair(self, inside: Steps) -> None:
        place = self._place(self._now.start)
        steps = (*inside, *self._names("="))
        self.keys.setdefault(steps, place)
        self._value(steps)

    def _value(self, steps: Steps) -> None:
        token = self._next()
        self.values.setdefault(steps, self._place(token.start))
        if token.text == "[":
            self._items(steps)
        elif token.text == "{":
            self._pairs(steps)
        while self._now.text not in (",", "]", "}", "\n", _END):  # a number, a date, a comment
            self._next()

    def _items(self, steps: Steps) -> None:
        number = 0
        while self._skip().text not in ("]", _END):
            self.keys[*steps, number] = self._place(self._now.start)
            self._value((*steps, number))
            number += 1
            if self._skip().text == ",":
                self._next()
        self._next()

    def _pairs(self, steps: Steps) -> None:
        while self._skip().text not in ("}", _END):
            self._pair(steps)
            if self._now.text == ",":
                self._next()
        self._next()


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        yield Token(match[0], match.start())
    while True:
        yield Token(_END, len(text))
