"""Numbers written in figures: groups of three and decimals, as each language marks them."""

from __future__ import annotations

from socialint.layers.entities.vocabulary import of
from socialint.lazy import regex

NUMBER = regex(r"(?:\d{1,3}(?:([ ,.'])\d{3}(?:\1\d{3})*)(?!\d)|\d+)(?:[.,]\d+)?(?![.,]?\d)")
_THOUSAND = regex(r"[1-9]\d{0,2}[.,]\d{3}")


def read_number(number: str, group: str | None, lang: str | None) -> float:
    """The value of `number`, a match of `NUMBER` whose groups of three are parted by `group`."""
    if number.isdecimal():
        return float(number)
    whole, mark, part = _split(number, group, lang)
    digits = "".join(filter(str.isdecimal, whole))
    return float(f"{digits}.{part}" if mark else digits)


def _split(number: str, group: str | None, lang: str | None) -> tuple[str, str, str]:
    last = max(number.rfind(","), number.rfind("."))
    if last < 0 or (group and number.rfind(group) == last and number.count(group) > 1):
        return number, "", ""
    alone = group == number[last] and len(number) - last == 4
    if alone and (of(lang, "decimal") or ".") != number[last]:
        return number, "", ""
    return number[:last], number[last], number[last + 1 :]


def whole_money(number: str) -> float | None:
    """The value of `number` where its mark can only part thousands, else None.

    Money has no thousandths: 1.234 € and 70,000 € are thousands in any language.
    """
    if not _THOUSAND.fullmatch(number):
        return None
    return float(number.replace(",", "").replace(".", ""))
