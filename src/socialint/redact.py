"""Personal data and secrets masked: what stands before every output that shows a draft."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from socialint.lazy import regex
from socialint.text import Span

MASK = "•"
KEPT = 2
# shorter numbers (dates, house numbers, ends of cards) would say too much by two figures
_LEAST_DIGITS = 9
_MOST_LETTERS = 8  # an IBAN has two to six; addresses have more
_SIGN = regex(r"[^\W_]")
_NUMBER_SIGN = regex(rf"[^\W_]|{MASK}")


def mask(datum: str) -> str:
    """The datum with • for each letter and figure; a long number keeps its last two figures.

    Length, separators, + and @ stay.  Masking twice changes nothing more.
    """
    keep = _kept(datum)
    return _SIGN.sub(MASK, datum[:keep]) + datum[keep:]


def _kept(datum: str) -> int:
    """From where on the datum may be shown."""
    signs = [match.start() for match in _NUMBER_SIGN.finditer(datum)]
    letters = sum(datum[at].isalpha() for at in signs)
    digits = len(signs) - letters
    if "@" in datum or letters > _MOST_LETTERS or digits < _LEAST_DIGITS:
        return len(datum)
    last = signs[-KEPT:]
    shown = all(datum[at].isdecimal() for at in last)
    return last[0] if shown else len(datum)


def redact(text: str, private: Sequence[Span] = ()) -> str:
    """`text` with every personal datum, key and password masked, as long as before.

    `private` are spans of `text` that are known to be private, or parts of one.  What is masked
    once stays so: redacting the result changes nothing.
    """
    return _redacted(text, tuple(private))


@lru_cache(maxsize=256)  # findings of one draft show the same lines, those of a rule the same words
def _redacted(text: str, private: tuple[Span, ...]) -> str:
    from socialint.layers.personal import recognise  # noqa: PLC0415  a clean run shows no text

    # keys first, in the text as it was: a number masked within a key would hide the key's shape
    masked = _mask_spans(text, [*private, *_secrets(text)])
    while found := [*(Span(d.start, d.end) for d in recognise(masked)), *_secrets(masked)]:
        again = _mask_spans(masked, found)
        if again == masked:
            break
        masked = again
    return masked


def _secrets(text: str) -> list[Span]:
    from socialint.layers.secrets import find_secrets  # noqa: PLC0415  as above

    return [Span(secret.start, secret.end) for secret in find_secrets(text)]


def _mask_spans(text: str, spans: Sequence[Span]) -> str:
    if not spans:
        return text
    chars = list(text)
    for start, end in spans:
        for offset, char in enumerate(mask(text[start:end]), start):
            if char == MASK:
                chars[offset] = MASK
    return "".join(chars)
