"""What a sentence makes of an entry: supported, expired, stale, contradicted, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from socialint.checks.ledger.entry import Entry, Wording, stems
from socialint.layers.amounts import Amount
from socialint.layers.fold import fold_words
from socialint.layers.tables import tables_of
from socialint.lazy import regex
from socialint.named import NamedTuple

Verdict = Literal["supported", "expired", "stale", "contradicted"]
SHARED = 0.6  # of an entry's words must be in the sentence for its figure to be meant
ALL = 0.8  # where the entry has no figure
ROUNDED = 1.0  # points that "nearly" and a rounded percentage may be off
EXACT = 0.05
LOOSE = 0.05  # of the amount
LOOSE_REACH = 3  # words
MONTH = 30.44  # days
YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Finding(NamedTuple):
    """A verdict on what stands in a sentence, by an entry; `amount` is None for one in words."""

    verdict: Verdict
    entry: Entry
    amount: Amount | None


class Said(NamedTuple):
    """A sentence and its amounts, whose offsets count in it."""

    text: str
    lang: str | None
    amounts: Sequence[Amount]


class Terms(NamedTuple):
    """The day that counts, and the months after which a proof is old."""

    on: date
    max_age: int


def verdicts(said: Said, ledger: Iterable[Entry], terms: Terms) -> Iterator[Finding]:
    """The verdicts of the ledger on a sentence.

    An entry is meant where enough of its words are there, in one of the languages it is worded in;
    a sentence with a year of its own tells history and contradicts nothing.  It can't see two
    scopes told apart by a name alone, nor synonyms that the entry doesn't list under `scope`.
    """
    words = stems(said.text, said.lang)
    for entry in ledger:
        wording = _meant(entry, words, said.lang)
        if wording is None:
            continue
        if not wording.amounts:
            yield Finding(_aged(entry, terms), entry, None)
            continue
        same = [amount for amount in said.amounts if amount.unit == wording.amounts[0].unit]
        right = [a for a in same if any(agree(a, known, said) for known in wording.amounts)]
        if right:
            yield Finding(_aged(entry, terms), entry, right[0])
        elif same and not YEAR.search(said.text):
            yield Finding("contradicted", entry, same[0])


def _meant(entry: Entry, said: frozenset[str], lang: str | None) -> Wording | None:
    for wording in entry.wordings:
        least = SHARED if wording.amounts else ALL
        spoken = wording.lang in (None, lang)
        if spoken and wording.stems and len(wording.stems & said) >= least * len(wording.stems):
            return wording
    return None


def _aged(entry: Entry, terms: Terms) -> Verdict:
    if entry.expires and entry.expires < terms.on:
        return "expired"
    limit = timedelta(days=terms.max_age * MONTH)
    return "stale" if entry.dated and terms.on - entry.dated > limit else "supported"


def agree(amount: Amount, known: Amount, said: Said) -> bool:
    """Whether two amounts are one, rounded as people round: "94 %", "nearly 95 %" for 94.2 %."""
    if amount.unit != known.unit:
        return False
    off, loose = abs(amount.value - known.value), _is_loose(amount, said)
    if amount.unit == "%":
        return off <= (ROUNDED if loose or float(amount.value).is_integer() else EXACT)
    return off <= (LOOSE * known.value if loose else EXACT)


def _is_loose(amount: Amount, said: Said) -> bool:
    table = tables_of("amounts").get(said.lang or "", {})
    before = [word for word, _, _ in fold_words(said.text[: amount.start])][-LOOSE_REACH:]
    return any(word in table.get("loose", ()) for word in before)
