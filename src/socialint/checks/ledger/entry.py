"""An entry of the ledger: what may be said, how it is known, until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from socialint.checks.ledger.multiples import multiple_words, said_amounts
from socialint.layers.amounts import TIMES, Amount, amounts
from socialint.layers.fold import fold_words
from socialint.layers.tables import tables_of
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.profile import Profile, day

STEM = 5  # letters: "livrés", "livraison" and "livrer" are one word
SHORTEST = 3
FEW = 10  # bare counts below it may be "in one year", "for two of us"
PASSING = frozenset({"", "second", "minute", "hour", "day", "night", "week", "month", "year"})
IDLE = ("idle", "units", "scales", "loose", "fractions")


class Wording(NamedTuple):
    """What an entry says in one language (None: in any): its words, and its amounts."""

    lang: str | None
    text: str
    stems: frozenset[str]
    amounts: Sequence[Amount]


class Entry(NamedTuple):
    """An entry of the profile's `claims`."""

    id: str
    wordings: tuple[Wording, ...]
    proof: str
    dated: date | None
    expires: date | None

    def shown(self, lang: str | None) -> str:
        """What it says, in that language if it says it there."""
        return min(self.wordings, key=lambda wording: wording.lang != lang).text


@lru_cache(maxsize=16)
def entries(profile: Profile) -> tuple[Entry, ...]:
    """The entries of a profile's ledger, read once; `says` is a text, or one for each language."""
    return tuple(_entry(item) for item in profile.get("claims", ()))


def _entry(item: Mapping[str, Any]) -> Entry:
    says = item["says"]
    texts = says if isinstance(says, Mapping) else {None: says}
    return Entry(
        str(item["id"]),
        tuple(_wording(lang, text, item) for lang, text in texts.items()),
        str(item.get("source") or item.get("owner") or "–"),
        day(item.get("date")),
        day(item.get("expires")),
    )


def _wording(lang: str | None, text: str, item: Mapping[str, Any]) -> Wording:
    view = View(text, lang)
    found = _figures(view)
    if item.get("value") is not None:
        found = (Amount(0, 0, float(item["value"]), str(item.get("unit", ""))),)
    scope = " ".join(item.get("scope", ()))
    about = stems(f"{text} {scope}", lang)
    if found and found[0].unit == TIMES:
        about -= {word[:STEM] for word in multiple_words(lang)}
    return Wording(lang, text, about, found)


def _figures(view: View) -> tuple[Amount, ...]:
    """What it says so many of; "tripled in one year" says three times, not one."""
    found = tuple(amounts(view))
    if any(
        amount.unit not in PASSING or (amount.value >= FEW and not amount.unit) for amount in found
    ):
        return found
    return tuple(each for each in said_amounts(view) if each.unit == TIMES) or found


def stems(text: str, lang: str | None) -> frozenset[str]:
    """The words of a text that say what it is about, cut to their first letters."""
    tables = tables_of("amounts")
    known = [tables[lang]] if lang and lang in tables else [*tables.values()]
    idle = {word for table in known for name in IDLE for word in table[name]}
    return frozenset(
        word[:STEM]
        for word, _, _ in fold_words(text)
        if len(word) >= SHORTEST and word.isalpha() and word not in idle
    )
