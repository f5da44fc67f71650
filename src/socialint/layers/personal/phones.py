"""Telephone numbers of persons and offices; free and service numbers are none."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.layers.personal.chains import Chain, Run
from socialint.layers.personal.datum import Datum, vocabulary
from socialint.lazy import regex

# National forms by the lengths of their groups.  Free and surcharged ranges (France 08, United
# Kingdom 03, 08 and 09, Belgium 070, 078, 080 and 090, Switzerland 08 and 090, Ireland 1800) are
# left out.  Sources: Arcep decision 2022-1583, BIPT, OFCOM, Ofcom, ComReg and DoT numbering plans.
_FR = r"0[1-79]\d{8}"
_FREE_NANP = r"8(?:00|22|33|44|55|66|77|88)|900"
_NANP_NATIONAL = rf"(?!{_FREE_NANP})[2-9](?!11|9)\d\d[2-9](?!11)\d{{6}}"
_NANP = rf"1?{_NANP_NATIONAL}"
_NATIONAL = {
    (2, 2, 2, 2, 2): _FR,
    (10,): rf"{_FR}|08[35-9]\d{{7}}",
    (4, 2, 2, 2): r"0(?!900)[1-79]\d{8}",
    (4, 3, 3): r"0(?!90)[1-79]\d{8}",
    (2, 4, 4): rf"{_FR}|11\d{{8}}",
    (2, 2, 3, 3): _FR,
    (2, 3, 2, 2): r"0[1-49]\d{7}",
    (3, 2, 2, 2): r"0(?!70|78|80|90)[1-9]\d{7}",
    (3, 3, 2, 2): r"0(?!8|90)[1-9]\d{8}",
    (3, 3, 4): rf"0(?:[1-79]\d|8[35-9])\d{{7}}|{_NANP}",
    (1, 3, 3, 4): _NANP,
    (2, 3, 4): r"01\d{7}",
    (3, 3, 3): r"0[2-9]\d{7}",
    (3, 4, 4): r"0(?!3|84|87|9)[1-9]\d{9}",
    (4, 3, 4): r"0(?:1[2-9]1|11\d|7\d\d)\d{7}",
    (4, 7): r"0[17]\d{9}",
    (5, 3, 3): r"0[17]\d{9}",
    (5, 6): r"0[17]\d{9}",
    (5, 5): r"0[17]\d{8}|[6-9]\d{9}",
    (6, 5): r"0[6-9]\d{9}",
    (11,): r"0[127]\d{9}",
}
NATIONAL = {shape: regex(pattern) for shape, pattern in _NATIONAL.items()}
_UNEVEN = frozenset({(3, 3, 4), (1, 3, 3, 4), (3, 2, 2, 2), (2, 3, 2, 2), (3, 4, 4), (2, 3, 4)})
_SERVICE = regex(
    r"08\d{5,9}|0?(?:800|900)\d{4,8}|1?(?:8(?:00|22|33|44|55|66|77|88)|900)\d{7}|18[05679]0\d{3,7}"
    r"|07[08]\d{6}|09[018]\d{8}|03(?:[03]\d|4[345]|7[01])\d{7}|116\d{3}|[123]\d{3}"
)
# ITU-T E.164 country codes, with the national numbers that are neither free nor surcharged
_COUNTRIES = {
    "33": r"0?[1-79]\d{8}",
    "32": r"0?(?!70|78|80|90)[1-9]\d{7,8}",
    "41": r"0?(?!8[0-9]0|90)[1-9]\d{8}",
    "44": r"0?[127]\d{8,9}",
    "353": r"0?(?!818|18[0-9]0)[1-9]\d{6,8}",
    "91": r"0?(?!18[0-9]0)[1-9]\d{9}",
    "1": _NANP_NATIONAL,
}
COUNTRIES = {code: regex(pattern) for code, pattern in _COUNTRIES.items()}
_OTHER = regex(
    r"(?:7|2[07]|3[0-469]|4[0135-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]"
    r"|2[1-69]\d|3[578]\d|42\d|50\d|59\d|6[789]\d|85\d|88\d|9[679]\d)(?!800)\d{7,12}"
)
_DATE = frozenset({(2, 2, 4), (4, 2, 2), (1, 2, 4), (2, 1, 4), (1, 1, 4)})
_NOT_BEFORE = regex(r"[\w€$£¥#@=&%+]\Z|\d[,:]\Z")
_NOT_AFTER = regex(r"[^\W_](?<![xX])|_|[,:.]\d|[ \u00a0\u202f]?[%€$£¥°]|@")


def find_phones(chain: Chain) -> Iterator[Datum]:
    """Telephone numbers in a chain of figures, in text order."""
    first = 0
    if not vocabulary()["company"].isdisjoint(chain.words[:3]):
        return
    while first < len(chain.groups):
        run = _foreign(chain, first) or _national(chain, first) or _beside_word(chain, first)
        if run is None:
            first += 1
            continue
        end = chain.groups[run.last].end
        yield Datum("phone", _start(chain, first, end), end)
        first = run.last + 1


def _start(chain: Chain, first: int, end: int) -> int:
    """Where the number begins, with its + and with a bracket that it closes itself."""
    start = chain.groups[first].start
    opened = chain.text[start - 1 : start] == "(" and ")" in chain.text[start:end]
    plus = first == 0 and chain.text[chain.start] == "+"
    return chain.start if plus else start - opened


def _free(chain: Chain, run: Run) -> bool:
    """Whether nothing before or after makes the figures part of something else."""
    text = chain.text
    if run.first == 0 and _NOT_BEFORE.search(text[max(0, chain.start - 2) : chain.start]):
        return False
    last = run.last == len(chain.groups) - 1
    return not (last and _NOT_AFTER.match(text, chain.end))


def _foreign(chain: Chain, first: int) -> Run | None:
    """A number with the code of its country, after + or 00."""
    plus = first == 0 and chain.text[chain.start] == "+"
    if not plus and not chain.text.startswith("00", chain.groups[first].start):
        return None
    for run in chain.runs(first, 8, 17):
        if is_foreign(run.digits if plus else run.digits[2:]) and _free(chain, run):
            return run
    return None


def is_foreign(digits: str) -> bool:
    """Whether the figures are a country's code and a number that is no service's."""
    for code, national in COUNTRIES.items():
        if digits.startswith(code):
            return bool(national.fullmatch(digits[len(code) :]))
    return bool(_OTHER.fullmatch(digits))


def _national(chain: Chain, first: int) -> Run | None:
    for run in chain.runs(first, 9, 11):
        pattern = NATIONAL.get(run.shape)
        if pattern is None or not pattern.fullmatch(run.digits):
            continue
        if run.shape not in _UNEVEN and not chain.even(run):
            continue
        if chain.stands_apart(run) and _free(chain, run) and not _company(chain, run):
            return run
    return None


def _company(chain: Chain, run: Run) -> bool:
    """Whether the run is a Belgian enterprise number: two figures of key, modulo 97."""
    dotted = run.shape == (4, 3, 3) and chain.separator(run.last) == "."
    return dotted and int(run.digits[8:]) == 97 - int(run.digits[:8]) % 97


def _beside_word(chain: Chain, first: int) -> Run | None:
    """Figures that only the word before them makes a telephone number."""
    if first or vocabulary()["phone"].isdisjoint(chain.words[:4]):
        return None
    for run in chain.runs(0, 7, 12):
        if _is_service(run):
            return None
        if run.shape in _DATE or not chain.stands_apart(run):
            continue
        if min(run.shape) > 1 and not _is_count(chain, run) and _free(chain, run):
            return run
    return None


def _is_service(run: Run) -> bool:
    """Whether the number is free or surcharged; (08) by itself is the west of Australia."""
    return bool(_SERVICE.fullmatch(run.digits)) and run.shape[0] != 2


def _is_count(chain: Chain, run: Run) -> bool:
    """Whether the groups are thousands, times or dates, as far as their form tells."""
    if len(run.shape) == 1:
        return run.digits.endswith("000")
    signs = {chain.separator(i) for i in range(run.first + 1, run.last + 1)}
    thousands = set(run.shape[1:]) == {3} and run.digits[0] != "0"
    if thousands and (run.digits.endswith("000") or run.shape[0] < 3):
        return True
    return len(signs) > 2 or {".", "-"} <= signs


# France, Switzerland and United Kingdom 06 and 07, Belgium 04, Ireland 08, India 6 to 9
_MOBILE = regex(
    r"0[67]\d{8}|07\d{9}|07[5-9]\d{7}|04[5-9]\d{7}|08[35-9]\d{7}|[6-9]\d{9}"
    r"|(?:00)?(?:330?[67]|440?7|410?7[5-9]|320?4[5-9]|3530?8[35-9]|910?[6-9])\d+"
)


def is_mobile(number: str) -> bool:
    """Whether the number is in a range for mobiles (North America has none)."""
    return bool(_MOBILE.fullmatch("".join(filter(str.isdecimal, number))))
