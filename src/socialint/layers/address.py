"""How a French text addresses its reader: every sign of tu and of vous."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from socialint.layers.imperatives import IMPERATIVES, Imperative
from socialint.layers.morphology import MORPHOLOGY, Morph
from socialint.layers.sentences import SENTENCES
from socialint.layers.tokens import TOKENS, Token
from socialint.layers.view import Layer, View
from socialint.named import NamedTuple
from socialint.text import Span

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
# "le tu", "tu ou vous": the words themselves
BEFORE_MENTION = frozenset(["le", "ou", "du", "au"])
BEFORE_PARTICIPLE = frozenset(["est", "était", "sera", "serait", "a", "avait", "ont", "soit"])
SAYS_MANY = frozenset(["tous", "toutes", "deux", "trois", "quatre", "autres"])
# two norms in a row that tell of several readers; vous êtes nombreux, vous, les parents
MANY = frozenset(
    [
        *((a, b) for a in ("vous", "êtes", "serez") for b in SAYS_MANY),
        *((a, b) for a in ("êtes", "serez", "venez") for b in ("nombreux", "nombreuses")),
        *(("les", b) for b in ("amis", "amies", "parents", "enfants", "filles", "gars")),
        *((a, b) for a in ("chers", "chères") for b in ("tous", "toutes")),
        ("toi", "et"),
        ("et", "toi"),
    ]
)
ONLY_VOUS = ("VERB", 2, "Plur")
# que les parents, pour les enfants: people spoken of; les amis, tous les gars: called
BEFORE_MATTER = frozenset(
    ["que", "si", "comme", "de", "dans", "pour", "par", "chez", "contre", "selon", "sur", "vers"]
)
# par vous, parmi vous: beside tu, the people of whom the reader is one
BEFORE_OTHERS = frozenset(["par", "parmi", "entre"])
# no verbs, though they end like one
NOT_VERBS = frozenset(["assez", "merguez"])
# "allez les bleus", "allez !": cheers that go with tu as well
CHEERS = frozenset(["allez"])


class AddressSign(NamedTuple):
    """A sign that the reader is tu or vous, where it stands.

    `fixed` are set phrases (s'il vous plaît, allez !) that say little of the rest of the text;
    `plural` tells a vous in a sentence to several people (vous tous, ta sœur et toi), polite or
    not; a sign that is not `sure` (an imperative that could be a statement) counts only beside
    others.
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


def _crowds(view: View) -> Iterator[Span]:
    """Sentences that speak to several readers."""
    tokens = view.layer(TOKENS)
    at = 0
    for sentence in view.layer(SENTENCES):
        norms = []
        while at < len(tokens) and tokens[at].start < sentence.end:
            norms.append(tokens[at].norm)
            at += 1
        if _says_many(norms):
            yield sentence


def _says_many(norms: Sequence[str]) -> bool:
    """Whether a sentence of these words calls several people, or tells vous from tu."""
    called = (
        pair in MANY and not (pair[0] == "les" and before in BEFORE_MATTER)
        for before, pair in zip(["", *norms], pairwise(norms), strict=False)
    )
    if any(called):
        return True
    others = any(one in BEFORE_OTHERS and two == "vous" for one, two in pairwise(norms))
    return others and any(PRONOUNS.get(norm) == "tu" or norm == "-tu" for norm in norms)


def _counted(sign: AddressSign, crowds: list[Span], starts: list[int]) -> AddressSign:
    at = bisect_right(starts, sign.start) - 1
    inside = at >= 0 and sign.start < crowds[at].end
    return sign._replace(plural=True) if inside and sign.address == "vous" else sign


def signs(view: View) -> tuple[AddressSign, ...]:
    """Each sign of tu or vous in the French paragraphs of the text, in order."""
    orders = {order.start: order for order in view.layer(IMPERATIVES)}
    found = tuple(_signs(view.layer(TOKENS), view.layer(MORPHOLOGY), orders))
    if all(sign.address == "tu" for sign in found):
        return found
    crowds = list(_crowds(view))
    starts = [crowd.start for crowd in crowds]
    return tuple(_counted(sign, crowds, starts) for sign in found)


ADDRESS: Layer[tuple[AddressSign, ...]] = Layer("address", signs)
