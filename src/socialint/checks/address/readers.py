"""Whether the tu and the vous of a draft are different people."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.checks.address.signs import Sign, sentence_at
from socialint.checks.check import Words
from socialint.layers.address import AddressSign
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.lazy import regex

NAME = regex(r",?\s*[^\W\d_a-zß-öø-ÿ][^\W\d_]+")


def two_readers(signs: Sequence[Sign], words: Words) -> bool:
    """Whether tu is one person and vous others: a letter, each called in turn, toi and yours."""
    return any(_apart(signs, view, words) for view in {sign.view for sign in signs})


def _apart(signs: Sequence[Sign], view: View, words: Words) -> bool:
    here = [item.sign for item in signs if item.view is view]
    tu = [sign.start for sign in here if sign.address == "tu"]
    vous = [sign.start for sign in here if sign.address == "vous"]
    if not tu:
        return False
    if any(match.start < tu[0] for match in words.matches(view, "address-other")):
        return True
    joined = next(
        (m.start for m in words.matches(view, "address-joined") if _joins(view, m.start)), None
    )
    if joined is not None and all(start > joined for start in vous):
        return True
    return _in_turn(here, view, words) or _by_name(tu, vous, view, words)


def _joins(view: View, at: int) -> bool:
    """« Et toi » at the start of a sentence asks back; « toi et ta sœur » does not."""
    starts_sentence = view.layer(SENTENCES)[sentence_at(view, at)].start == at
    return not starts_sentence or view.text[at] in "TtAa"


def _in_turn(signs: Sequence[AddressSign], view: View, words: Words) -> bool:
    """Each reader called before being spoken to: « Maman, tu… Et vous, venez… »."""
    if not words.matches(view, "address-called"):
        return False
    for turn in words.matches(view, "address-turns"):
        before = {sign.address for sign in signs if sign.start < turn.start}
        after = {sign.address for sign in signs if sign.start >= turn.start}
        if len(before) == len(after) == 1 and before != after:
            return True
    return False


def _by_name(tu: Sequence[int], vous: Sequence[int], view: View, words: Words) -> bool:
    """A person saluted by name is the tu of the next sentences, the others are vous."""
    if not vous:
        return False
    first, last = (sentence_at(view, at) for at in (tu[0], tu[-1]))
    return last < sentence_at(view, vous[0]) and any(
        NAME.match(view.text, salute.end) and sentence_at(view, salute.start) <= first
        for salute in words.matches(view, "address-salutes")
    )
