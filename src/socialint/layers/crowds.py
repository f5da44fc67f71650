"""Sentences of a French text that speak to several readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, pairwise

from socialint.layers.address_words import NOT_VERBS, PRONOUNS
from socialint.layers.sentences import SENTENCES
from socialint.layers.tokens import TOKENS
from socialint.layers.view import View
from socialint.text import Span

COUNTED = frozenset(
    [
        *("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze"),
        *("douze", "treize", "quatorze", "quinze", "seize", "vingt", "trente", "quarante"),
        *("cinquante", "soixante", "cent", "mille", "plusieurs"),
    ]
)
SAYS_MANY = frozenset(["tous", "toutes", "autres", *COUNTED])
ONE_BY_ONE = frozenset(["chacun", "chacune"])
EACH = ONE_BY_ONE | {"tous", "toutes"}
# les uns les autres, les unes aux autres, l'un pour l'autre: what several do with one another
ONES = frozenset([("les", "uns"), ("les", "unes"), ("l'", "un"), ("l'", "une")])
OTHERS = frozenset(["autres", "autre"])
MUTUAL = 4  # words from the ones to the others
# venez à deux, à trois ou quatre; a noun after it counts something else: à deux pas, à dix heures
OF_NO_NOUN = frozenset(
    [
        *("", ",", ".", "!", "?", ";", ":", "…", ")", "et", "à", "au", "en", "dans", "pour"),
        *("avec", "sur", "chez", "sous", "ce", "cette", "demain", "si"),
        *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    ]
)
# chacun de nos pains, tous les pains, à deux pas: the word tells of things, not of readers
OF_THINGS = frozenset(
    [
        *("de", "des", "du", "d'", "les", "nos", "vos", "ces", "ses", "mes", "leurs", "ceux"),
        *("celles", "types", "genres", "azimuts", "niveaux"),
    ]
)
BEING = frozenset(["êtes", "étiez", "serez"])
ABOUT = frozenset(
    ["déjà", "encore", "maintenant", "environ", "près", "plus", "de", "si", "tellement", "très"]
)
NUMEROUS = frozenset(["nombreux", "nombreuses"])
LEAST = 4  # letters of a word whose -ez is an ending: not nez, rez, chez
FAR = 4  # words after a vous: vous aurez donc chacune, vous pouvez venir tous
# two norms in a row that tell of several readers; vous êtes nombreux, vous, les parents
MANY = frozenset(
    [
        *((a, b) for a in ("vous", "êtes", "serez") for b in SAYS_MANY),
        *(("venez", b) for b in NUMEROUS),
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
HELLOS = GREETINGS | {"coucou", "hello", "hé", "hey", "ohé", "eh", "yo", "allô", ","}
# salut la team, hé la gang: one word for several
GROUPS = frozenset(
    [
        *("gang", "team", "équipe", "bande", "compagnie", "troupe", "tribu", "clique", "famille"),
        *("promo", "classe", "chorale", "tablée"),
    ]
)
EVERYBODY = frozenset([("tout", "le"), ("à", "tous"), ("à", "toutes")])
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


def hails(view: View) -> bool:
    """Whether a text begins by hailing several at once: « Salut la team ! », « Bonjour à tous »."""
    first = view.layer(SENTENCES)[0]
    norms = [token.norm for token in view.layer(TOKENS) if token.start < first.end]
    if HELLOS.isdisjoint(norms[:1]):
        return False
    one, two, *_ = [*dropwhile(HELLOS.__contains__, norms), "", ""]
    if one == "les":
        return two.endswith(("s", "x"))
    return (one, two) in EVERYBODY or (one in {"la", "l'"} and two in GROUPS)


def _calls(norms: Sequence[str]) -> bool:
    """Whether a sentence begins by calling people: « Voisins, … », « Bonjour chers voisins, … »."""
    head = norms[1:] if norms[:1] and norms[0] in GREETINGS else norms
    head = head[1:] if head[:1] == [","] else head
    if head[:1] and head[0] in DEAR:
        return True
    return len(head) > 1 and head[0] in CALLED and head[1] in {",", "!", ":"}


def _counts(norms: Sequence[str]) -> bool:
    """Whether vous is told as several: « vous aurez chacune », « vous êtes 12 », « entre vous »."""
    padded = [*norms, "", ""]
    for at, norm in enumerate(norms):
        after = padded[at + 1]
        if norm in BEING and _is_many(norms[at + 1 : at + 1 + FAR]):
            return True
        if norm in {"entre", "parmi"} and after == "vous" and padded[at + 2] != "et":
            return True
        if norm in EACH and after not in OF_THINGS and "vous" in norms[max(0, at - FAR) : at]:
            return True
        if norm in ONE_BY_ONE and _shares(norms[max(0, at - FAR) : at], after, padded[at + 2]):
            return True
    return _is_mutual(norms) or _comes_as_many(norms)


def _shares(before: Sequence[str], after: str, next_one: str) -> bool:
    """« Apportez chacun », « chacune votre tour », « chacun de vous » : each of several readers."""
    if after in OF_THINGS:
        return (after, next_one) == ("de", "vous")
    return after in {"votre", "vos"} or any(map(_ends_vous, before))


def _ends_vous(norm: str) -> bool:
    """Whether a word has the ending that only vous has."""
    return norm.endswith("ez") and len(norm) > LEAST and norm not in NOT_VERBS


def _is_mutual(norms: Sequence[str]) -> bool:
    """Whether the ones do it to the others: « aidez-vous les uns les autres »."""
    return any(
        pair in ONES and not OTHERS.isdisjoint(norms[at + 2 : at + 2 + MUTUAL])
        for at, pair in enumerate(pairwise(norms))
    )


def _comes_as_many(norms: Sequence[str]) -> bool:
    """« Venez à deux », « vous serez à trois »: a number of people after a form of vous."""
    padded = [*norms, "", ""]
    for at, norm in enumerate(norms):
        if norm == "à" and padded[at + 1] in COUNTED and padded[at + 2] in OF_NO_NOUN:
            before = norms[max(0, at - FAR) : at]
            if "vous" in before or "-vous" in before or any(map(_ends_vous, before)):
                return True
    return False


def _is_many(norms: Sequence[str]) -> bool:
    """Whether a number of people comes first: « déjà douze », « plus de 300 »."""
    first = next((norm for norm in norms if norm not in ABOUT), "")
    return first in COUNTED or first in NUMEROUS or (first.isdecimal() and int(first) > 1)


def _says_many(norms: Sequence[str]) -> bool:
    """Whether a sentence of these words calls several people, or tells vous from tu."""
    called = (
        pair in MANY and not (pair[0] == "les" and before in BEFORE_MATTER)
        for before, pair in zip(["", *norms], pairwise(norms), strict=False)
    )
    if any(called) or _calls(norms) or _counts(norms):
        return True
    others = any(one in BEFORE_OTHERS and two == "vous" for one, two in pairwise(norms))
    return others and any(PRONOUNS.get(norm) == "tu" or norm == "-tu" for norm in norms)
