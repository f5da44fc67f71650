"""What a sentence makes of an entry: supported, expired, stale, contradicted, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from socialint.checks.ledger.bound import bound
from socialint.checks.ledger.entry import Entry, Wording, stems
from socialint.layers.amounts import PERCENT, Amount
from socialint.lazy import regex
from socialint.named import NamedTuple

Verdict = Literal["supported", "expired", "stale", "contradicted"]
SHARED = 0.6  # of an entry's words must be in the sentence for its figure to be meant
ALL = 0.8  # where the entry has no figure
ROUNDED = 1.0  # points that a whole percentage may be off
EXACT = 0.05
LOOSE = 0.05  # of the amount that "nearly" may be off
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
    """Whether the entry's amount bears out the draft's, rounded as people round.

    94.2 % is "94 %" and "nearly 95 %"; it is "more than 90 %", and not "more than 95 %".
    """
    if amount.unit != known.unit:
        return False
    room = bound(said.text, amount.start, amount.end, said.lang)
    over = known.value - amount.value
    if room == "least":
        return over >= -EXACT
    if room == "most":
        return over <= EXACT
    off = LOOSE * known.value if room == "near" else EXACT
    if amount.unit == PERCENT and (room or float(amount.value).is_integer()):
        off = max(off, ROUNDED)
    return abs(over) <= off
