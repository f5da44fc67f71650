"""Sentences of a French text that speak to several readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from socialint.layers.address_words import PRONOUNS
from socialint.layers.sentences import SENTENCES
from socialint.layers.tokens import TOKENS
from socialint.layers.view import View
from socialint.text import Span

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
# voisins, pensez…: people called by what they are; chers voisins
CALLED = frozenset(
    [
        *("parents", "enfants", "voisins", "voisines", "riverains", "riveraines"),
        *("habitants", "habitantes", "adhérents", "adhérentes", "bénévoles", "clients"),
        *("clientes", "élèves", "étudiants", "étudiantes", "lecteurs", "lectrices"),
        *("abonnés", "abonnées", "collègues", "amis", "amies", "gourmands"),
        *("gourmandes", "curieux", "curieuses", "sportifs", "sportives", "habitués"),
        *("habituées", "familles", "jeunes", "jardiniers", "jardinières", "cyclistes"),
        *("mesdames", "messieurs", "coureurs", "coureuses", "lycéens", "lycéennes"),
        *("retraités",),
    ]
)
GREETINGS = frozenset(["bonjour", "bonsoir", "salut", "merci"])
DEAR = frozenset(["chers", "chères", "cheres"])
# que les parents, pour les enfants: people spoken of; les amis, tous les gars: called
BEFORE_MATTER = frozenset(
    ["que", "si", "comme", "de", "dans", "pour", "par", "chez", "contre", "selon", "sur", "vers"]
)
# par vous, parmi vous: beside tu, the people of whom the reader is one
BEFORE_OTHERS = frozenset(["par", "parmi", "entre"])


def crowds(view: View) -> Iterator[Span]:
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


def _calls(norms: Sequence[str]) -> bool:
    """Whether a sentence begins by calling people: « Voisins, … », « Bonjour chers voisins, … »."""
    head = norms[1:] if norms[:1] and norms[0] in GREETINGS else norms
    head = head[1:] if head[:1] == [","] else head
    if head[:1] and head[0] in DEAR:
        return True
    return len(head) > 1 and head[0] in CALLED and head[1] in {",", "!", ":"}


def _says_many(norms: Sequence[str]) -> bool:
    """Whether a sentence of these words calls several people, or tells vous from tu."""
    called = (
        pair in MANY and not (pair[0] == "les" and before in BEFORE_MATTER)
        for before, pair in zip(["", *norms], pairwise(norms), strict=False)
    )
    if any(called) or _calls(norms):
        return True
    others = any(one in BEFORE_OTHERS and two == "vous" for one, two in pairwise(norms))
    return others and any(PRONOUNS.get(norm) == "tu" or norm == "-tu" for norm in norms)
