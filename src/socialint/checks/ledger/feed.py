"""One claim told with two values: in two languages, on two channels, a month later."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.ledger.check import PART
from socialint.checks.ledger.entry import stems
from socialint.checks.ledger.verdict import ROUNDED, YEAR
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.amounts import PERCENT, TIMES, Amount, amounts
from socialint.layers.language import main_language
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span

COMPARED = (PERCENT, TIMES)
FEWEST = 3  # words that two sentences must have in common: all of theirs


class Told(NamedTuple):
    """A value and what it is of: an entry's id with the unit, or the words of its sentence."""

    subject: tuple[str, ...]
    value: float
    shown: str


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    """What a draft claims in percentages, shares and multiples; rebates and the like are none."""

    def keep(subject: Subject) -> Kept | None:
        found = [claim for part in subject.views.items() for claim in _claims(*part, words)]
        told = tuple(_told(subject, found))
        if not told:
            return None
        segment, amount, _ = found[0]
        return Kept(Hit(segment, Span(amount.start, amount.end)), told)

    return keep


def _claims(
    segment: Segment, view: View, words: Words
) -> Iterator[tuple[Segment, Amount, tuple[str, ...]]]:
    lang = view.declared or main_language(view)
    offers = [match.start for match in words.matches(view, "offers")]
    for amount in amounts(view):
        if amount.unit not in COMPARED:
            continue
        sentence = next(s for s in view.layer(SENTENCES) if s.start <= amount.start < s.end)
        if any(sentence.start <= place < sentence.end for place in offers):
            continue
        text = view.text[slice(*sentence)]
        said = sorted({*stems(text, lang), *YEAR.findall(text)})
        yield segment, amount, (lang or "", amount.unit, *said)


def _told(
    subject: Subject, found: Sequence[tuple[Segment, Amount, tuple[str, ...]]]
) -> Iterator[Told]:
    field = subject.draft.fields.get(PART)
    named = field.value if field and isinstance(field.value, list) else ()
    for segment, amount, said in found:
        shown = segment.text[amount.start : amount.end]
        if len(said) >= FEWEST + len(COMPARED):
            yield Told(said, amount.value, shown)
        if len(named) == len(found) == 1:
            yield Told(("id", str(named[0]), amount.unit), amount.value, shown)


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    """One hit for each draft that tells another value than one before it."""
    first: dict[int, tuple[int, int]] = {}
    return [hit for number in range(len(records)) if (hit := _hit(records, number, first))]


def _hit(
    records: Sequence[Record], number: int, first: dict[int, tuple[int, int]]
) -> FeedHit | None:
    """The first value that is another one than before; `first` says where each stands, by hash."""
    record = records[number]
    found = None
    for place, told in enumerate(record.value):
        one, at = first.setdefault(hash(told.subject), (number, place))
        if one == number or found:
            continue
        before = records[one]
        known = before.value[at]
        if abs(told.value - known.value) > ROUNDED:
            args = {"said": told.shown, "before": known.shown}
            found = FeedHit(record, (before,), args=args)
    return found


DISAGREEMENT = FeedCheck(collect, judge, partial=True, args=("said", "before"))
