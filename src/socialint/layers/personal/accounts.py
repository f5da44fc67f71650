"""Numbers that carry their own proof: bank accounts, payment cards, social security."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socialint.layers.personal.chains import Chain, Run
from socialint.layers.personal.datum import (
    HYPHENS,
    JOINTS,
    SPACES,
    Datum,
    beside,
    vocabulary,
    words_after,
)
from socialint.lazy import regex

# ISO 13616: the length of an IBAN in each country of the SWIFT registry, and in those of Africa
# that use the form outside it
_LENGTHS = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "AO CV GW LY MZ PT ST",
    26: "DZ IR IS TR",
    27: "BI CF CG CM DJ FR GA GQ GR IT KM MC MG MR SM TD",
    28: "AL AZ BF BJ BY CI CY DO GT HN HU LB MA ML NE NI PL SN SV TG",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
IBAN_LENGTHS = {code: size for size, codes in _LENGTHS.items() for code in codes.split()}
# ISO/IEC 7812 issuer prefixes, with the lengths that each issuer gives out
_ISSUERS = (
    regex(r"4(?:\d{12}|\d{15}|\d{18})"),  # Visa
    regex(r"(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"),  # Mastercard
    regex(r"3[47]\d{13}"),  # American Express
    regex(r"3(?:0[0-5]|095|[689]\d)\d{11,16}"),  # Diners Club
    regex(r"(?:6011|64[4-9]\d|65\d\d|62\d\d)\d{12,15}"),  # Discover, UnionPay
    regex(r"35\d{14,17}|(?:1800|2131)\d{11}"),  # JCB, and its neighbours that tests use
    regex(r"(?:50|5[6-8]|6\d)\d{10,17}"),  # Maestro
)
_CARD_SHAPES = frozenset({(4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3)})
# lengths that only cards have; others also number goods and messages
_CARD_LENGTHS = frozenset({14, 15, 16})
_GAP = rf"[{JOINTS}.]?"
_NIR = regex(r"[1278]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d\d|2[ab])\d{3}\d{3}\d\d", re.IGNORECASE)
CORSICAN = regex(
    rf"(?<!\w)[1278]{_GAP}\d\d{_GAP}\d\d{_GAP}2[abAB]{_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d\d(?!\w)"
)
_SIGNS = regex(r"\W")


def find_iban(text: str, at: int) -> Datum | None:
    """The IBAN whose two check figures begin at `at`, if its length and key are right."""
    start = at - 2
    size = IBAN_LENGTHS.get(text[max(0, start) : at].upper())
    if size is None or (start and text[start - 1].isalnum()):
        return None
    places = _places(text, start, size)
    if places is None or text[places[-1] + 1 : places[-1] + 2].isalnum():
        return None
    compact = "".join(text[place] for place in places)
    holds = _mod_97(compact[4:] + compact[:4]) == 1
    return Datum("iban", start, places[-1] + 1) if holds else None


def _places(text: str, start: int, size: int) -> list[int] | None:
    """Where the next `size` letters and figures stand, at most one sign between two of them."""
    places: list[int] = []
    for place in range(start, min(len(text), start + 2 * size)):
        if text[place].isascii() and text[place].isalnum():
            places.append(place)
            if len(places) == size:
                return places
        elif place - 1 != places[-1] or text[place] not in SPACES + HYPHENS:
            return None
    return None


def _mod_97(compact: str) -> int:
    """ISO 7064 MOD 97-10, letters counting from A = 10."""
    return int("".join(str(int(char, 36)) for char in compact)) % 97


def find_card(chain: Chain) -> Iterator[Datum]:
    """Payment card numbers: issuer, length, grouping, and the Luhn key of ISO/IEC 7812-1."""
    for first, group in enumerate(chain.groups):
        for run in chain.runs(first, 12, 19):
            if _is_card(chain, run):
                yield Datum("card", group.start, chain.groups[run.last].end)
                return


def _is_card(chain: Chain, run: Run) -> bool:
    if len(run.shape) > 1 and (run.shape not in _CARD_SHAPES or not chain.even(run)):
        return False
    if not luhn(run.digits):
        return False
    issued = any(issuer.fullmatch(run.digits) for issuer in _ISSUERS)
    if issued and (len(run.shape) > 1 or len(run.digits) in _CARD_LENGTHS):
        return True
    start, end = chain.groups[run.first]
    return beside(chain.text, start, "card") or (
        issued and not vocabulary()["card"].isdisjoint(words_after(chain.text, end)[:4])
    )


def luhn(digits: str) -> bool:
    """Whether the last figure is the Luhn key of those before it."""
    figures = [int(digit) for digit in reversed(digits)]
    doubled = sum(sum(divmod(2 * figure, 10)) for figure in figures[1::2])
    return (sum(figures[::2]) + doubled) % 10 == 0 and len(set(figures)) > 1


def find_nir(chain: Chain) -> Iterator[Datum]:
    """French social security numbers with their key."""
    for first, group in enumerate(chain.groups):
        for run in chain.runs(first, 15, 15):
            if is_nir(run.digits):
                yield Datum("nir", group.start, chain.groups[run.last].end)
                return


def is_nir(number: str) -> bool:
    """Whether the 15 characters hold: key = 97 - number mod 97, 2A as 19, 2B as 18 (Insee)."""
    compact = _SIGNS.sub("", number).upper()
    if not _NIR.fullmatch(compact):
        return False
    plain = compact.replace("2A", "19").replace("2B", "18") if not compact.isdecimal() else compact
    return int(plain[13:]) == 97 - int(plain[:13]) % 97
