"""A text unlike the approved posts that the brand's fingerprint was learned from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.voice.spoken import Spoken, spoken
from socialint.finding import Clue, Hit
from socialint.fingerprint import FEATURES, Difference, Fingerprint, compare, measured
from socialint.layers.sentences import SENTENCES

SMALL = "small"  # the variant of all features that are words
MOST_KEPT = 4  # fingerprints


def prepare(params: Params, words: Words) -> Detect:
    """One hit a text that is further off than approved posts are, on its first sentence.

    The feature that is off most picks the message, the next two are its clues.  Texts of fewer
    than 25 words are not judged, nor those of a language without a learned voice.
    """
    known: list[tuple[Any, Fingerprint]] = []

    def read(learned: Any) -> Fingerprint:
        """The fingerprint of what a profile holds; the last few are kept."""
        for before, fingerprint in known:
            if before is learned:
                return fingerprint
        fingerprint = Fingerprint.from_dict(learned)
        known[:] = [(learned, fingerprint), *known[: MOST_KEPT - 1]]
        return fingerprint

    def detect(subject: Subject) -> Iterator[Hit]:
        for item in spoken(subject, "fingerprint"):
            learned = item.voice["fingerprint"]
            if item.lang and item.segment.field == "text" and not isinstance(learned, str):
                yield from _off(item, item.lang, read(learned))

    return detect


def _off(item: Spoken, lang: str, learned: Fingerprint) -> Iterator[Hit]:
    voice = learned.voice(lang, item.channel)
    verdict = compare([measured(item.view, lang, aloud=True)], voice) if voice else None
    if voice is None or verdict is None or not verdict.off or not verdict.differences:
        return
    first, *others = verdict.differences
    span = item.view.layer(SENTENCES)[0]
    args = {
        "word": first.name,
        "low": _figure(first.low),
        "high": _figure(first.high),
        "here": _figure(first.here),
        "posts": str(voice.posts),
    }
    clues = tuple(Clue(item.segment, span, _name(other)) for other in others)
    yield Hit(item.segment, span, _name(first), args, clues, channel=item.channel)


def _name(difference: Difference) -> str:
    return difference.name if difference.name in FEATURES else SMALL


def _figure(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


OUTLIER = Check(
    prepare, wants=("voice.fingerprint",), args=("word", "low", "high", "here", "posts")
)
