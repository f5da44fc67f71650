"""One pass over a text: every datum about a person that its form gives away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialint.layers.candidates import PLACES
from socialint.layers.fold import FOLDED, fold_words
from socialint.layers.personal.accounts import CORSICAN, find_card, find_iban, find_nir, is_nir
from socialint.layers.personal.addresses import find_address
from socialint.layers.personal.births import find_birth
from socialint.layers.personal.chains import BETWEEN, CHAIN, Chain, beginning
from socialint.layers.personal.cues import Cues, cues
from socialint.layers.personal.datum import JOINTS, Datum, in_address
from socialint.layers.personal.files import PLATED, SSN_SIZE, find_file, find_plate, may_number
from socialint.layers.personal.mails import find_mails
from socialint.layers.personal.phones import find_phones
from socialint.layers.view import Layer
from socialint.lazy import regex
from socialint.text import apart

_SHORT = 6  # figures and signs: of no more, only words beside them make a datum
# Figures are a datum by themselves if they are enough for a telephone number, or after the letters
# of an IBAN, which has 15 signs at least; others may be of a file's number.
_SURE = (
    rf"(?=[\d{BETWEEN[1:]}{{6}})(?:{BETWEEN}{{0,3}}+\d){{6}}"
    rf"|(?<=[A-Za-z]{{2}}\d)(?<![^\W_][A-Za-z]{{2}}\d)(?:[{JOINTS}]?[A-Za-z\d]){{12}}"
)
_FILED = rf"(?<=-\d)|(?!\d)[\w/‐‑-]\w|[\d{BETWEEN[1:]}{{2}}{BETWEEN}*+\d"
# By whether words for files and for vehicles are there: what figures must be like to be looked at.
# A figure leads, so that the search skips to figures.
_WORTH = {
    (False, False): regex(rf"\d(?:{_SURE})"),
    (False, True): regex(rf"\d(?:{_SURE}|{PLATED})"),
    (True, False): regex(rf"\d(?:{_SURE}|{_FILED})"),
    (True, True): regex(rf"\d(?:{_SURE}|{_FILED}|{PLATED})"),
}
_PLATE = regex(rf"\d(?:{PLATED})")
_AT = regex(r"[(\[](?:at|arobase)[)\]]")


def recognise(text: str) -> tuple[Datum, ...]:
    """Data about persons, in text order, none overlapping another.

    Kinds: email, phone, iban, card, nir, identity, file (order, case, ticket), account (the end
    of a card's number), address, birth.  Numbers of companies and of service lines are none, and
    e-mail addresses of roles are none.  Whose a datum is, a reader of the whole draft must judge:
    the numbers of an office are here too.
    """
    words = fold_words(text)
    return _recognise(text, words.folded.text, frozenset(words.tokens))


def _recognise(text: str, folded: str, words: Iterable[str]) -> tuple[Datum, ...]:
    found = list(find_mails(text)) if _has_at(text) else []
    told = cues(text, words)
    if told.figure:
        found += _figures(text, told)
        if "2a" in folded or "2b" in folded:
            found += _corsican(text)
        found.sort(key=lambda datum: (datum.start, -datum.end))
    return tuple(apart(found)) if found else ()


def _has_at(text: str) -> bool:
    if "@" in text or "＠" in text:
        return True
    return ("(" in text or "[" in text) and bool(_AT.search(text))


def _figures(text: str, told: Cues) -> Iterator[Datum]:
    by_words, begin = told.birth or told.street, 0
    if not by_words:
        hit = _WORTH[told.file, told.plate].search(text)
        if hit is None:
            return
        begin = beginning(text, hit.start())
    told = told._replace(plate=told.plate and _PLATE.search(text, begin) is not None)
    by_words = by_words or told.plate
    floor = 0
    for match in CHAIN.finditer(text, begin):
        start, end = match.span()
        if end <= floor:
            continue
        if not (by_words or end - start > _SHORT or text[start - 1 : start].isalpha()) and not (
            told.file and may_number(text, start, end)
        ):
            continue
        for datum in _of_chain(Chain(text, start, end), told):
            floor = max(floor, datum.end)
            yield datum


def _corsican(text: str) -> Iterator[Datum]:
    for match in CORSICAN.finditer(text):
        if is_nir(match[0]):
            yield Datum("nir", *match.span())


def _of_chain(chain: Chain, told: Cues) -> Iterator[Datum]:
    text, start = chain.text, chain.start
    digits = chain.end - start
    glued = start > 0 and text[start - 1].isalnum()
    if glued:
        iban = find_iban(text, start)
        if iban:
            yield iban
            return
    elif digits > _SHORT and not in_address(text, start):
        strong = [*find_nir(chain), *find_card(chain)] if digits >= 12 else []
        strong = strong or list(find_phones(chain))
        yield from strong
        if strong:
            return
    yield from _beside_words(chain, told, glued=glued)


def _beside_words(chain: Chain, told: Cues, *, glued: bool) -> Iterator[Datum]:
    datum = find_birth(chain) if told.birth and not glued else None
    if not datum and (told.file or chain.end - chain.start == SSN_SIZE):
        datum = find_file(chain)
    if not datum and told.plate:
        datum = find_plate(chain)
    if datum:
        yield datum
    elif told.street and not glued:
        for group in chain.groups:
            address = find_address(chain.text, *group)
            if address:
                yield address
                return


PERSONAL: Layer[tuple[Datum, ...]] = Layer(
    "personal",
    lambda view: _recognise(view.text, view.layer(FOLDED).text, view.layer(PLACES).keys()),
)
