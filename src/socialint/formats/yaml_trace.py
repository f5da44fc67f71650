"""Where each character of a YAML scalar stands in the source.

The rules of folding, escapes and chomping are those of YAML 1.1, sections 8 and 9, as libyaml
reads them.
"""

from __future__ import annotations

import re

from socialint.formats.pieces import Pieces
from socialint.lazy import regex
from socialint.text import SourceMap

_KEPT_BREAKS = "\u2028\u2029"  # every other break becomes a line feed
_BREAKS = "\r\n\x85" + _KEPT_BREAKS
_SPACE = rf"[ \t{_BREAKS}]"
_BREAK = regex(rf"\r\n|[{_BREAKS}]")
_LINE = regex(rf"([^{_BREAKS}]*+)(\r\n|[{_BREAKS}])?+")
_GAP = rf"(?:[ \t]|(?:\r\n|[{_BREAKS}])\ufeff?+)++"  # a line may begin with a byte order mark
_PROPERTIES = regex(rf"(?:[&!][^ \t{_BREAKS}]*+(?:{_GAP}(?:#[^{_BREAKS}]*+)?+)*+)*+")
_PLAIN = regex(rf"{_SPACE}++")
_SINGLE = regex(rf"''|{_SPACE}++")
_DOUBLE = regex(rf"\\(?:x.{{2}}|u.{{4}}|U.{{8}}|(?:\r\n|[{_BREAKS}]){_SPACE}*+|.)|{_SPACE}++")


def trace_scalar(text: str, start: int, end: int, value: str, style: str) -> SourceMap:
    """Map `value` to `text[start:end]`, the scalar as written, anchor and tag included.

    `style` is YAML's indicator: `'`, `"`, `|`, `>`, or empty for a plain scalar.
    """
    found = _PROPERTIES.match(text, start, end)
    begin = found.end() if found else start
    if not value:
        return SourceMap.identity(min(begin + 1, end) if style else begin, 0)
    if style in ("|", ">"):
        pieces = _block(text, begin, end, value, folded=style == ">")
    elif style:
        pieces = _flow(text, begin + 1, end - 1, _SINGLE if style == "'" else _DOUBLE)
    else:
        pieces = _flow(text, begin, end, _PLAIN)
    if pieces.length != len(value):  # a rule of YAML we don't know: the whole is still right
        pieces = Pieces()
        pieces.put(start, end, len(value))
    return pieces.map(begin)


def _flow(text: str, start: int, end: int, special: re.Pattern[str]) -> Pieces:
    pieces = Pieces()
    at = start
    for match in special.finditer(text, start, end):
        pieces.copy(at, match.start())
        at = match.end()
        if text[match.start()] == "\\":
            _escape(pieces, text, match.start(), at)
        elif text[match.start()] == "'":
            pieces.put(match.start(), at)
        else:
            _fold(pieces, text, match.start(), at)
    pieces.copy(at, end)
    return pieces


def _escape(pieces: Pieces, text: str, start: int, end: int) -> None:
    if text[start + 1] not in _BREAKS:
        pieces.put(start, end)
        return
    _, *further = _BREAK.finditer(text, start, end)
    for line_end in further:
        _break(pieces, text, *line_end.span())


def _fold(pieces: Pieces, text: str, start: int, end: int) -> None:
    breaks = [*_BREAK.finditer(text, start, end)]
    if not breaks:
        pieces.copy(start, end)
        return
    first, *further = breaks
    if first[0] in _KEPT_BREAKS:
        pieces.copy(*first.span())
    elif not further:
        pieces.put(start, end)
    else:
        pieces.put(start, further.pop(0).end())
    for line_end in further:
        _break(pieces, text, *line_end.span())


def _break(pieces: Pieces, text: str, start: int, end: int) -> None:
    if text[start] in "\r\x85":
        pieces.put(start, end)
    else:
        pieces.copy(start, end)


def _block(text: str, start: int, end: int, value: str, *, folded: bool) -> Pieces:
    pieces = Pieces()
    lines = [found for found in _LINE.finditer(text, start, end) if found[0]][1:]
    blank = len(value) - len(value.lstrip("\n" + _KEPT_BREAKS))
    indent = _indent(lines[blank][1], value[blank:]) if blank < len(value) else end
    waiting: list[tuple[int, int]] = []
    after_blank = True  # nothing before the first line of content is folded
    for line in lines:
        body = line.start() + indent
        if body < line.end(1):
            starts_blank = text[body] in " \t"
            fold = folded and not after_blank and not starts_blank
            _between(pieces, text, waiting, body, fold=fold)
            pieces.copy(body, line.end(1))
            after_blank = starts_blank
            waiting = []
        waiting.append(line.span(2))
    for line_end in waiting[: len(value) - pieces.length]:
        _break(pieces, text, *line_end)
    return pieces


def _indent(line: str, value: str) -> int:
    """What the first line of content has of spaces beyond those that the value keeps."""
    return (len(line) - len(line.lstrip(" "))) - (len(value) - len(value.lstrip(" ")))


def _between(
    pieces: Pieces, text: str, breaks: list[tuple[int, int]], body: int, *, fold: bool
) -> None:
    """Add the line breaks between two lines of content; `body` is where the second begins."""
    if fold and text[breaks[0][0]] not in _KEPT_BREAKS:
        first, *breaks = breaks
        if not breaks:
            pieces.put(first[0], body)
            return
        second, *breaks = breaks
        pieces.put(first[0], second[1])
    for line_end in breaks:
        _break(pieces, text, *line_end)
