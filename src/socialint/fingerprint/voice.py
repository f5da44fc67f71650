"""What a fingerprint holds of a brand's voices, and the file that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from socialint.named import NamedTuple

VERSION = 1
SEED = 2026  # of every draw, so that the same posts give the same file


class Habit(NamedTuple):
    """One feature over pools of one size: its centre, spread, and what is usual (9 in 10)."""

    centre: float
    spread: float
    low: float
    high: float


class Voice(NamedTuple):
    """How a brand writes in a language, on a channel (None: on all of them).

    `intervals` are the 95 % bootstrap intervals of each rate over all posts; `habits` and `limits`
    go by the size of pools.
    """

    lang: str
    channel: str | None
    posts: int
    words: int
    intervals: Mapping[str, tuple[float, float, float]]
    habits: Mapping[int, Mapping[str, Habit]]
    limits: Mapping[int, float]


class Fingerprint(NamedTuple):
    """All voices learned, and the groups of posts that were too few, with their n."""

    voices: tuple[Voice, ...]
    thin: tuple[tuple[str, str | None, int], ...] = ()

    def voice(self, lang: str, channel: str | None) -> Voice | None:
        """The voice on the channel, else in the language."""
        found = {voice.channel: voice for voice in self.voices if voice.lang == lang}
        return found.get(channel) or found.get(None)

    def to_dict(self) -> dict[str, Any]:
        """The fingerprint as its file holds it."""
        return {
            "version": VERSION,
            "seed": SEED,
            "voices": [_written(voice) for voice in self.voices],
            "too_few": [{"lang": a, "channel": b, "posts": n} for a, b, n in self.thin],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Fingerprint:
        """The fingerprint that a file holds; KeyError, TypeError or ValueError if it is none."""
        return cls(tuple(map(_read, data["voices"])))


def _written(voice: Voice) -> dict[str, Any]:
    return {
        "lang": voice.lang,
        "channel": voice.channel,
        "posts": voice.posts,
        "words": voice.words,
        "limits": {str(size): round(limit, 4) for size, limit in voice.limits.items()},
        "rates": {
            name: {"rate": round(rate, 3), "interval": [round(low, 3), round(high, 3)]}
            for name, (rate, low, high) in voice.intervals.items()
        },
        "habits": {
            str(size): {name: [round(value, 4) for value in habit] for name, habit in table.items()}
            for size, table in voice.habits.items()
        },
    }


def _read(data: Mapping[str, Any]) -> Voice:
    return Voice(
        data["lang"],
        data.get("channel"),
        data["posts"],
        data.get("words", 0),
        {name: (one["rate"], *one["interval"]) for name, one in data.get("rates", {}).items()},
        {
            int(size): {name: Habit(*values) for name, values in table.items()}
            for size, table in data["habits"].items()
        },
        {int(size): float(limit) for size, limit in data["limits"].items()},
    )
