"""Front matter of plain `name: value` lines, read without a YAML parser.

Most front matter is no more than that, and the parser costs a tenth of a cold start.  What is
not certain to mean the same in YAML is left to it.
"""

from __future__ import annotations

from functools import partial

from socialint.formats.nodes import Entry, Scalar, Table
from socialint.lazy import regex
from socialint.text import SourceMap, Span

# A value begins with a letter or digit; a colon in it is followed by more than a space, a `#`
# may begin a comment, and control characters, odd line ends and halves of characters are YAML's.
_VALUE = r"[^\W_](?:[^\x00-\x1f\x7f-\x9f#:\u2028\u2029\ufeff\ud800-\udfff]|:(?=[^\s\x00-\x20]))*"
_LINE = regex(rf"([A-Za-z][\w-]*):[ ]+({_VALUE})(?:\r\n|\n|\Z)")
_NULL = frozenset({"null", "Null", "NULL"})


def read_flat(text: str, start: int, end: int) -> Table | None:
    """The table that text[start:end] is, as `read_yaml` would read it, or None if unsure."""
    entries = []
    at = start
    while at < end:
        line = _LINE.match(text, at, end)
        if line is None or line[1] in _NULL or line[2].rstrip(" ") in _NULL:
            return None
        stop = line.start(2) + len(line[2].rstrip(" "))
        value = Span(line.start(2), stop)
        entries.append(Entry(line[1], Span(*line.span(1)), _scalar(text, value)))
        at = line.end()
    return Table(tuple(entries), Span(start, stop)) if entries else None


def _scalar(text: str, span: Span) -> Scalar:
    trace = partial(SourceMap.identity, span.start, span.end - span.start)
    return Scalar(text[span.start : span.end], span, trace, plain=True)
