"""A text unlike the approved posts that the brand's fingerprint was learned from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.voice.spoken import Spoken, spoken
from socialint.finding import Clue, Hit
from socialint.fingerprint import FEATURES, Difference, Fingerprint, Voice, compare, measured
from socialint.fingerprint.near import Ruler, is_near, ruler
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import WORDS
from socialint.layers.sentences import SENTENCES
from socialint.named import NamedTuple

SMALL = "small"  # the variant of all features that are words
MOST_KEPT = 4  # fingerprints


class Learned(NamedTuple):
    """A fingerprint, and its voices as they were asked for: by language and channel."""

    fingerprint: Fingerprint
    voices: dict[tuple[str, str | None], tuple[Voice | None, Ruler | None]]


def prepare(params: Params, words: Words) -> Detect:
    """One hit a text that is further off than approved posts are, on its first sentence.

    The feature that is off most picks the message, the next two are its clues.  Texts of fewer
    than 25 words are not judged, nor those of a language without a learned voice.
    """
    known: list[tuple[Any, Learned]] = []

    def read(learned: Any) -> Learned:
        """The fingerprint of what a profile holds; the last few are kept."""
        for before, found in known:
            if before is learned:
                return found
        found = Learned(Fingerprint.from_dict(learned), {})
        known[:] = [(learned, found), *known[: MOST_KEPT - 1]]
        return found

    def detect(subject: Subject) -> Iterator[Hit]:
        for item in spoken(subject, "fingerprint"):
            learned = item.voice["fingerprint"]
            if item.lang and item.segment.field == "text" and not isinstance(learned, str):
                where = (item.channel,) if item.channel else subject.channels or (None,)
                for channel in where:
                    told = channel if len(subject.channels) > 1 else None
                    yield from _off(item, item.lang, channel, read(learned), told)

    return detect


def _off(
    item: Spoken, lang: str, channel: str | None, learned: Learned, told: str | None
) -> Iterator[Hit]:
    """The hit of a voice; it is told of a channel that has one of its own, where there are more."""
    voice, measure = _voice(learned, lang, channel)
    if voice is None or (measure and is_near(item.view, measure)):
        return
    verdict = compare([measured(item.view, lang, aloud=True)], voice)
    if verdict is None or not verdict.off or not verdict.differences:
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
    on = told if voice.channel else item.channel
    yield Hit(item.segment, span, _name(first), args, clues, channel=on)


def _voice(learned: Learned, lang: str, channel: str | None) -> tuple[Voice | None, Ruler | None]:
    """The voice on a channel, with its ruler; a fingerprint has few."""
    where = (lang, channel)
    if where not in learned.voices:
        voice = learned.fingerprint.voice(lang, channel)
        learned.voices[where] = voice, ruler(voice) if voice else None
    return learned.voices[where]


def _name(difference: Difference) -> str:
    return difference.name if difference.name in FEATURES else SMALL


def _figure(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


OUTLIER = Check(
    prepare,
    wants=("voice.fingerprint",),
    args=("word", "low", "high", "here", "posts"),
    layers=(WORDS, ENTITIES, SENTENCES),
)
