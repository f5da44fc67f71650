"""Signs that give a register away, and the sentence that holds most of them."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.checks.apart import apart
from socialint.checks.voice.spoken import Spoken
from socialint.finding import Clue, Hit
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span, touch

_MERRY = regex(r"[!\U0001f300-\U0001faff]|n['’]t\b|['’](?:re|ve|ll)\b")
NEAR = 60  # characters between two signs that are quoted as one


class Sign(NamedTuple):
    """What gives a register away, where it stands; `name` is its list or move."""

    start: int
    end: int
    weight: float
    name: str


def heaviest(
    item: Spoken, signs: Sequence[Sign], most: float, whole: Sequence[Sign], *, light: bool
) -> Hit | None:
    """The sentence that weighs most; `whole` are sentences that weigh by their shape.

    Where `light`, one word by itself in a merry sentence is a joke about the register.
    """
    if not signs and not whole:
        return None
    sentences = item.view.layer(SENTENCES)
    by_sentence: dict[int, list[Sign]] = {}
    for sign in (*_apart(signs), *whole):
        by_sentence.setdefault(sentence_at(sentences, sign.start), []).append(sign)
    chosen = max(by_sentence.values(), key=_weight, default=[])
    if _weight(chosen) < most or (light and _is_joke(item.view.text, sentences, chosen)):
        return None
    span = _whole(item.view.text, _quoted(chosen))
    clues = tuple(
        Clue(item.segment, Span(sign.start, sign.end), sign.name)
        for sign in signs
        if not (span.start <= sign.start and sign.end <= span.end)
    )
    return Hit(item.segment, span, clues=clues, channel=item.channel)


def one_of_each(hits: Sequence[Hit]) -> list[Hit]:
    """Of hits on the same words the longest; what the others found are its clues."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda one: -_length(one)):
        at = next((at for at, other in enumerate(kept) if _meet(hit, other)), None)
        if at is None:
            kept.append(hit)
        else:
            kept[at] = _beside(kept[at], hit)
    return kept


def _apart(signs: Sequence[Sign]) -> list[Sign]:
    """Of signs that overlap the heaviest: words in two lists are one sign."""
    return sorted(apart(sorted(signs, key=lambda one: (-one.weight, one.start - one.end))))


def _weight(signs: Sequence[Sign]) -> float:
    return sum(sign.weight for sign in signs)


def _quoted(signs: Sequence[Sign]) -> Span:
    """The heaviest sign, with those that stand close to it."""
    chief = max(signs, key=lambda sign: (sign.weight, sign.end - sign.start))
    start, end = chief.start, chief.end
    for sign in reversed(signs):
        if sign.end <= start <= sign.end + NEAR:
            start = sign.start
    for sign in signs:
        if end <= sign.start <= end + NEAR:
            end = sign.end
    return Span(start, end)


def _is_joke(text: str, sentences: Sequence[Span], chosen: Sequence[Sign]) -> bool:
    first = chosen[0]
    if len(chosen) > 1 or first.name == "abstract" or " " in text[first.start : first.end]:
        return False
    sentence = sentences[sentence_at(sentences, first.start)]
    said = text[sentence.start : sentence.end]
    return said[:1].islower() or _MERRY.search(said) is not None


def _whole(text: str, span: Span) -> Span:
    """With the apostrophe of a last word that is cut at it."""
    return Span(span.start, span.end + (text[span.end : span.end + 1] in {"'", "’"}))


def _length(hit: Hit) -> int:
    return hit.span.end - hit.span.start if hit.span else 0


def _meet(one: Hit, other: Hit) -> bool:
    if one.span is None or other.span is None:
        return False
    return one.segment == other.segment and touch(one.span, other.span)


def _beside(kept: Hit, other: Hit) -> Hit:
    """The hit with another on the same words as evidence."""
    if other.segment is None or other.span is None:
        return kept
    same = Clue(other.segment, other.span, other.variant)
    return kept._replace(clues=(*kept.clues, same, *other.clues))
