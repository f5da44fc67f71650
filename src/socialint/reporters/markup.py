"""Words as HTML: nothing in them is markup, and nothing turns the page around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.reporters.cells import plain

_THINNEST = 0.2  # em of a bar that is to be seen
_BREAK = regex(r"(\r\n|\r|\n)")


class Fault(NamedTuple):
    """A stretch of a text, the name of the finding that it belongs to, and its severity."""

    start: int
    end: int
    name: str
    severity: str


def text(words: str) -> str:
    """Words between tags; their line breaks stay."""
    parts = enumerate(_BREAK.split(words))
    return "".join(part if number % 2 else escape(plain(part)) for number, part in parts)


def cell(shown: str, part: float, widest: float) -> str:
    """A cell of a table: what it says, behind a bar of that part (0 to 1) of `widest` em."""
    if not part:
        return f"<td>{text(shown)}</td>"
    width = max(widest * part, _THINNEST)
    return f'<td><span class="bar" style="width:{width:.2f}em"></span> {text(shown)}</td>'


def attribute(words: str) -> str:
    """A value with its quotation marks."""
    return f'"{escape(plain(words))}"'


def listed(words: Iterable[str]) -> str:
    """Several values in one attribute, a line each."""
    return '"' + "&#10;".join(escape(plain(word)) for word in words) + '"'


def marked(words: str, faults: Sequence[Fault], fold: int = 0) -> Iterator[str]:
    """The words with their faults underlined; where faults overlap, a stretch belongs to each.

    What comes after the first `fold` characters, unless that is 0, is a part of its own.
    """
    shown = [_seen(fault, words) for fault in faults]
    cut = fold if fold < len(words) else 0
    edges = sorted({0, cut, len(words), *(edge for f in shown for edge in (f.start, f.end))})
    for start, end in pairwise(edges):
        if cut and start == cut:
            yield '<span class="rest">'
        here = [fault for fault in shown if fault.start <= start and end <= fault.end]
        part = text(words[start:end])
        if not here:
            yield part
            continue
        names = " ".join(fault.name for fault in here)
        worst = min((fault.severity for fault in here), key=("error", "warning", "info").index)
        yield (
            f'<mark class="{worst}" tabindex="0" data-f="{names}" aria-describedby="{names}">'
            f"{part}</mark>"
        )
    if cut:
        yield "</span>"


def _seen(fault: Fault, words: str) -> Fault:
    """A fault that has no extent is shown on the sign that follows it, or the last one."""
    if fault.start < fault.end or not words:
        return fault
    start = min(fault.start, len(words) - 1)
    return fault._replace(start=start, end=start + 1)
