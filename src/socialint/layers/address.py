"""How a French text addresses its reader: every sign of tu and of vous."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from socialint.layers.address_words import (
    ARTICLES,
    BEFORE_MENTION,
    BEFORE_NOUN,
    BEFORE_PARTICIPLE,
    CHEERS,
    FIXED,
    NOT_VERBS,
    OWN,
    POSSESSIVES,
    PRONOUNS,
    Address,
)
from socialint.layers.crowds import crowds, hails
from socialint.layers.imperatives import IMPERATIVES, Imperative
from socialint.layers.morphology import MORPHOLOGY, Morph
from socialint.layers.tokens import TOKENS, Token
from socialint.layers.view import Layer, View
from socialint.named import NamedTuple
from socialint.text import Span

Kind = Literal["pronoun", "possessive", "verb", "imperative", "elision", "inversion", "fixed"]

ONLY_VOUS = ("VERB", 2, "Plur")


class AddressSign(NamedTuple):
    """A sign that the reader is tu or vous, where it stands.

    `fixed` are set phrases (s'il vous plaît, allez !) that say little of the rest of the text;
    `plural` tells a vous in a sentence to several people (vous tous, ta sœur et toi), polite or
    not, or before the first tu of a text that begins by hailing them; a sign that is not `sure` (an
    imperative that could be a statement) counts only beside others.
    """

    start: int
    end: int
    address: Address
    kind: Kind
    plural: bool = False
    sure: bool = True


class Here(NamedTuple):
    """A token with the norms of its neighbours, empty beyond the text."""

    token: Token
    morph: Morph
    before: str
    after: str

    def sign(self, address: Address, kind: Kind) -> AddressSign:
        """The sign that this token is."""
        return AddressSign(self.token.start, self.token.end, address, kind)


def _fixed(here: Here) -> AddressSign | None:
    norm = here.token.norm
    if norm in FIXED:
        return here.sign(FIXED[norm], "fixed")
    if norm in ("vous", "te") and here.after.startswith(("plaît", "plait")):
        return here.sign("vous" if norm == "vous" else "tu", "fixed")
    if norm in CHEERS and here.after in ("", "!", "!!", "!!!", ",", "les", "hop", "…", "..."):
        return here.sign("vous", "fixed")
    return None


def _pronoun(here: Here) -> AddressSign | None:
    norm = here.token.norm
    if norm == "t'":
        return here.sign("tu", "elision")
    if norm == "-tu":
        return here.sign("tu", "inversion")
    if norm == "-vous":
        return here.sign("vous", "inversion")
    if here.token.text == "TU" or (norm == "tu" and here.before in BEFORE_PARTICIPLE):
        return None
    if norm in ("tu", "vous") and (here.before in BEFORE_MENTION or here.after == "ou"):
        return None
    if norm in PRONOUNS:
        return here.sign(PRONOUNS[norm], "pronoun")
    return None


def _possessive(here: Here) -> AddressSign | None:
    norm = here.token.norm
    noun = here.before in BEFORE_NOUN or here.after == "sur" or not here.after[:1].isalpha()
    if norm == "ton" and noun:
        return None
    if norm in POSSESSIVES:
        return here.sign(POSSESSIVES[norm], "possessive")
    if norm in OWN and here.before in ARTICLES:
        return here.sign(OWN[norm], "possessive")
    return None


def _verb(here: Here) -> AddressSign | None:
    """A form that only vous has; dites and faites are also participles."""
    readings = here.morph.readings
    if readings and all((r.pos, r.person, r.number) == ONLY_VOUS for r in readings):
        return here.sign("vous", "verb")
    word = here.token.text
    unknown = not readings and word.islower() and len(word) > 4 and word not in NOT_VERBS
    return here.sign("vous", "verb") if unknown and word.endswith("ez") else None


def _imperative(here: Here, order: Imperative) -> AddressSign | None:
    sign = here.sign("tu" if order.number == "Sing" else "vous", "imperative")
    return sign._replace(sure=order.sure)


def _signs(
    tokens: tuple[Token, ...], morphs: tuple[Morph, ...], orders: dict[int, Imperative]
) -> Iterator[AddressSign]:
    norms = ["", *(token.norm for token in tokens), ""]
    for at, (token, morph) in enumerate(zip(tokens, morphs, strict=True)):
        if token.kind != "word" or morph.lang != "fr":
            continue
        here = Here(token, morph, norms[at], norms[at + 2])
        sign = _fixed(here) or _pronoun(here) or _possessive(here)
        if sign is None and token.start in orders:
            sign = _imperative(here, orders[token.start])
        sign = sign or _verb(here)
        if sign:
            yield sign


def _to_several(view: View, found: Sequence[AddressSign]) -> list[Span]:
    """Where vous is several people: a text that hails them up to its first tu, and sentences."""
    until = 0
    if hails(view):
        until = next((sign.start for sign in found if sign.address == "tu"), len(view.text))
    return [Span(0, until), *(one for one in crowds(view) if one.start >= until)]


def signs(view: View) -> tuple[AddressSign, ...]:
    """Each sign of tu or vous in the French paragraphs of the text, in order."""
    orders = {order.start: order for order in view.layer(IMPERATIVES)}
    found = tuple(_signs(view.layer(TOKENS), view.layer(MORPHOLOGY), orders))
    if all(sign.address == "tu" for sign in found):
        return found
    several = _to_several(view, found)
    starts = [stretch.start for stretch in several]
    return tuple(_counted(sign, several, starts) for sign in found)


def _counted(sign: AddressSign, several: list[Span], starts: list[int]) -> AddressSign:
    inside = sign.start < several[bisect_right(starts, sign.start) - 1].end
    return sign._replace(plural=True) if inside and sign.address == "vous" else sign


ADDRESS: Layer[tuple[AddressSign, ...]] = Layer("address", signs)
