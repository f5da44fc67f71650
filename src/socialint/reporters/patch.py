"""Changes of a file as a patch; personal data in it is masked, and nothing steers a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from socialint.lazy import regex
from socialint.redact import redact

_LINE = regex(r"[^\n]*\n|[^\n]+\Z")
# all that is no sign, but for tabs and the CR of a line end
_STEERS = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)"
)


def patch(path: str, before: str, after: str) -> Iterator[str]:
    """The unified diff from one text to the other, three lines around each change."""
    old, new = _lines(before), _lines(after)
    shown = _lines(redact(before)), _lines(redact(after))
    yield f"--- a/{_plain(path)}\n+++ b/{_plain(path)}\n"
    for group in SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes():
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for kind, old_start, old_end, new_start, new_end in group:
            if kind == "equal":
                yield from _marked(" ", shown[0][old_start:old_end])
            else:
                yield from _marked("-", shown[0][old_start:old_end])
                yield from _marked("+", shown[1][new_start:new_end])


def _lines(text: str) -> list[str]:
    return _LINE.findall(text)


def _range(start: int, end: int) -> str:
    length = end - start
    return str(start + 1) if length == 1 else f"{start + bool(length)},{length}"


def _marked(sign: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield (
            sign
            + _plain(line)
            + ("" if line.endswith("\n") else "\n\\ No newline at end of file\n")
        )


def _plain(text: str) -> str:
    return _STEERS.sub("\ufffd", text)
