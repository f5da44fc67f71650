"""A French reader called otherwise than the brand has chosen."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.checks.address.most import MOST_TU
from socialint.checks.address.readers import two_readers
from socialint.checks.address.signs import Sign, own_signs, says
from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.voice.kept import kept
from socialint.checks.voice.spoken import Spoken, spoken
from socialint.finding import Clue, Hit
from socialint.layers.address_words import Address
from socialint.layers.language import LANGUAGE, MAIN
from socialint.layers.view import View
from socialint.text import Span

OTHER: dict[Address, Address] = {"tu": "vous", "vous": "tu"}
MOST_CLUES = 3
BESIDE = 10  # characters before a sign where "vous" may follow "tu": tu ou vous


def prepare(params: Params, words: Words) -> Detect:
    """One hit a text, on the first sign of the wrong form; the next ones support it."""

    def detect(subject: Subject) -> Sequence[Hit]:
        found = [_hit(subject, item, words) for item in spoken(subject, "address")]
        return [hit for hit in found if hit]

    return detect


def _hit(subject: Subject, item: Spoken, words: Words) -> Hit | None:
    asked = item.voice["address"]
    if asked == "avoid":
        if not says(item.view, "tu") and not says(item.view, "vous"):
            return None
    elif not says(item.view, OTHER[asked]) or _mirrors(subject, item, OTHER[asked], words):
        return None
    wrong = _wrong(subject, item, asked, words)
    if not any(one.sign.sure for one in wrong):
        return None
    first, *others = sorted(wrong, key=lambda one: (not one.sign.sure, one.sign.start))
    clues = tuple(
        Clue(item.segment, Span(one.sign.start, one.sign.end), one.sign.address)
        for one in others[:MOST_CLUES]
    )
    variant = "avoid" if asked == "avoid" else first.sign.address
    span = Span(first.sign.start, first.sign.end)
    return Hit(item.segment, span, variant, {}, clues, channel=item.channel)


def _wrong(subject: Subject, item: Spoken, asked: str, words: Words) -> list[Sign]:
    """The signs of the form that was not asked for, said to the reader.

    A vous to several people goes with tu; where tu and vous are different people, neither is
    wrong.
    """
    every = _signs(subject, item, words)
    if asked == "avoid":
        return every
    wrong = [one for one in every if one.sign.address != asked]
    if len(wrong) < len(every) and two_readers(every, words):
        return []
    return wrong


def _signs(subject: Subject, item: Spoken, words: Words) -> list[Sign]:
    fixed = kept(item.view, subject.profile)
    return [
        one
        for one in own_signs(item.segment, item.view, words)
        if not one.sign.plural and not any(start <= one.sign.start < end for start, end in fixed)
    ]


def _mirrors(subject: Subject, item: Spoken, form: Address, words: Words) -> bool:
    """Whether a reply may take the customer's form, and the customer has used this one."""
    message: View | None = subject.message
    if message is None or not item.voice.get("mirror"):
        return False
    heard = [one.sign.address for one in own_signs(item.segment, message, words) if one.sign.sure]
    return bool(heard) and heard.count(form) > heard.count(OTHER[form])


ADDRESS_FORM = Check(prepare, wants=("voice.address",), args=(), layers=(LANGUAGE, MAIN, MOST_TU))
