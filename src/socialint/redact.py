"""The one place where personal data in a draft is masked before it is printed."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.text import Span

MASK = "•"
_KEPT = 2  # digits that may stay readable at the end


def redact(text: str, private: Sequence[Span] = ()) -> str:
    """`text`, as long as before, with the letters and digits of the spans masked.

    At most the last two characters of each stay, if they are digits.
    """
    chars = list(text)
    for start, end in private:
        signs = [offset for offset in range(start, end) if text[offset].isalnum()]
        if all(text[offset].isdecimal() for offset in signs[-_KEPT:]):
            signs = signs[:-_KEPT]
        for offset in signs:
            chars[offset] = MASK
    return "".join(chars)
