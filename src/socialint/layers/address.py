"""How a French text addresses its reader: every sign of tu and of vous."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from socialint.layers.imperatives import IMPERATIVES, Imperative
from socialint.layers.morphology import MORPHOLOGY, Morph
from socialint.layers.tokens import TOKENS, Token
from socialint.layers.view import Layer, View

Kind = Literal["pronoun", "possessive", "verb", "imperative", "elision", "inversion", "fixed"]
Address = Literal["tu", "vous"]

PRONOUNS: dict[str, Address] = {
    **dict.fromkeys(("tu", "te", "toi", "toi-même", "toi-meme", "-toi"), "tu"),
    **dict.fromkeys(("vous", "vous-même", "vous-mêmes", "vous-meme", "vous-memes"), "vous"),
}
POSSESSIVES: dict[str, Address] = {
    **dict.fromkeys(("ton", "ta", "tes"), "tu"),
    **dict.fromkeys(("votre", "vos"), "vous"),
}
# le tien, la vôtre: only after an article
OWN: dict[str, Address] = {
    **dict.fromkeys(("tien", "tienne", "tiens", "tiennes"), "tu"),
    **dict.fromkeys(("vôtre", "vôtres"), "vous"),
}
FIXED: dict[str, Address] = {"svp": "vous", "stp": "tu"}
ARTICLES = frozenset(["le", "la", "les", "au", "aux", "du", "des"])
# before "ton" these make it the noun (le ton, bon ton), before "tu" the participle (s'est tu)
BEFORE_NOUN = frozenset(
    ["le", "un", "au", "du", "ce", "bon", "même", "quel", "son", "mauvais", "chaque"]
)
BEFORE_PARTICIPLE = frozenset(["est", "était", "sera", "serait", "a", "avait", "ont", "soit"])
SAYS_MANY = frozenset(["tous", "toutes", "deux", "trois", "quatre", "autres"])
# "allez les bleus", "allez !": cheers that go with tu as well
CHEERS = frozenset(["allez"])


class AddressSign(NamedTuple):
    """A sign that the reader is tu or vous, where it stands.

    `fixed` are set phrases (s'il vous plaît, allez !) that say little of the rest of the text;
    `plural` tells a vous that speaks to several people (vous tous), polite or not; a sign that is
    not `sure` (an imperative that could be a statement) counts only beside others.
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

    def sign(self, address: Address, kind: Kind, *, plural: bool = False) -> AddressSign:
        """The sign that this token is."""
        return AddressSign(self.token.start, self.token.end, address, kind, plural)


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
    if norm in PRONOUNS:
        return here.sign(PRONOUNS[norm], "pronoun", plural=here.after in SAYS_MANY)
    return None


def _possessive(here: Here) -> AddressSign | None:
    norm = here.token.norm
    if norm == "ton" and (here.before in BEFORE_NOUN or not here.after[:1].isalpha()):
        return None
    if norm in POSSESSIVES:
        return here.sign(POSSESSIVES[norm], "possessive")
    if norm in OWN and here.before in ARTICLES:
        return here.sign(OWN[norm], "possessive")
    return None


def _verb(here: Here) -> AddressSign | None:
    """A form that only vous has; dites and faites are also participles."""
    readings = here.morph.readings
    if readings and all(r.person == 2 and r.number == "Plur" for r in readings):
        return here.sign("vous", "verb")
    return None


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


def signs(view: View) -> tuple[AddressSign, ...]:
    """Each sign of tu or vous in the French paragraphs of the text, in order."""
    orders = {order.start: order for order in view.layer(IMPERATIVES)}
    return tuple(_signs(view.layer(TOKENS), view.layer(MORPHOLOGY), orders))


ADDRESS: Layer[tuple[AddressSign, ...]] = Layer("address", signs)
