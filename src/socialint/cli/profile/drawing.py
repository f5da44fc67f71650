"""A fingerprint as a strip chart: a line a feature, its usual band and its rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from socialint.cli.profile.words import feature, name_of
from socialint.fingerprint import FEATURES, Voice

WIDTH, LEFT, ROW, HEAD = 640, 230, 18, 34
SPAN = WIDTH - LEFT - 90


def strips(voices: Sequence[Voice], lang: str) -> str:
    """An SVG that needs no script, font or network."""
    rows = [row for voice in voices for row in _rows(voice)]
    height = HEAD + ROW * len(rows)
    body = "\n".join(_lines(rows, lang))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="11">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _rows(voice: Voice) -> list[tuple[str, Voice]]:
    """The heading, which names no feature, and the features."""
    return [("", voice), *((name, voice) for name in _drawn(voice))]


def _drawn(voice: Voice) -> Iterator[str]:
    """The features that have an interval and a band."""
    usual = voice.habits[max(voice.habits)] if voice.habits else {}
    yield from (name for name in FEATURES if name in voice.intervals and name in usual)


def _lines(rows: Sequence[tuple[str, Voice]], lang: str) -> Iterator[str]:
    for number, (name, voice) in enumerate(rows):
        y = HEAD + ROW * number
        if name:
            yield from _strip(name, voice, y, lang)
        else:
            head = f"{name_of(voice.lang, voice.channel, lang)} · n = {voice.posts}"
            yield f'<text x="8" y="{y}" font-weight="bold">{escape(head)}</text>'


def _strip(name: str, voice: Voice, y: int, lang: str) -> Iterator[str]:
    rate, low, high = voice.intervals[name]
    usual = voice.habits[max(voice.habits)][name]
    most = max(usual.high, high, rate, 1e-9) * 1.1

    def x(value: float) -> float:
        return LEFT + SPAN * value / most

    wide, narrow = x(usual.high) - x(usual.low), x(high) - x(low)
    yield f'<text x="16" y="{y}">{escape(feature(name, lang))}</text>'
    yield (
        f'<rect x="{x(usual.low):.1f}" y="{y - 9}" width="{max(wide, 1):.1f}" height="10" '
        'fill="#cfe3f5"/>'
    )
    yield (
        f'<rect x="{x(low):.1f}" y="{y - 6}" width="{max(narrow, 1):.1f}" height="4" '
        'fill="#5b8db8"/>'
    )
    yield f'<circle cx="{x(rate):.1f}" cy="{y - 4}" r="3" fill="#123a5a"/>'
    yield f'<text x="{WIDTH - 80}" y="{y}">{rate:.2f}</text>'
