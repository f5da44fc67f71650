"""One brand that speaks in two voices: on two channels, or in two months."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, pairwise
from operator import mul
from random import Random
from statistics import pstdev

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.picked import part
from socialint.finding import Hit
from socialint.fingerprint import FEATURES, SYLLABLES, Counts, measured, rates
from socialint.frozen import Frozen
from socialint.layers.language import main_language
from socialint.profile import Profile
from socialint.text import Span

SEED = 2026
DRAWS = 60
CERTAIN = 4.0  # standard errors
TWICE = 0.5  # of the larger rate: a difference that a reader hears
LEAST_FEATURES = 3
MOST_RELATED = 20
# how long words are follows the subject more than the voice
HEARD = tuple(
    name for name in FEATURES if name not in {"letters-per-word", SYLLABLES, "long", "figure"}
)
ADDRESS = ("tu", "vous")
NUMBERS = tuple(name for name in Counts._fields if name != "small")


class Group(Frozen):
    """The texts of one language on one channel, or in one month of it."""

    name: str
    records: Sequence[Record]
    lang: str

    @cached_property
    def columns(self) -> Sequence[Sequence[int]]:
        """What was counted of each text, a column for each count."""
        return _columns(self.records)

    @cached_property
    def counts(self) -> Counts:
        """What was counted of all texts."""
        return _counts(map(sum, self.columns))

    @cached_property
    def rates(self) -> Mapping[str, float]:
        """Each rate of all texts."""
        return rates(self.counts, self.lang)

    @cached_property
    def errors(self) -> Mapping[str, float]:
        """The standard error of each rate, by drawing the group's texts anew."""
        size = len(self.records)
        random = Random(SEED)  # noqa: S311  a bootstrap, no secret
        drawn = [
            rates(_drawn(self.columns, random.choices(range(size), k=size)), self.lang)
            for _ in range(DRAWS)
        ]
        least = 50 / max(self.counts.words, 1)  # half a sign in the whole group
        return {name: max(pstdev(row[name] for row in drawn), least) for name in HEARD}


def _columns(records: Sequence[Record]) -> Sequence[Sequence[int]]:
    """What was counted of each text, a column for each count."""
    columns: list[array[int]] = []
    for record in records:
        row = _row(record.value[1])
        columns = columns or [array("I") for _ in row]
        for column, number in zip(columns, row, strict=True):
            column.append(number)
    return columns


def _drawn(columns: Sequence[Sequence[int]], numbers: Iterable[int]) -> Counts:
    """The sums of the texts with these numbers, each counted as often as it stands there."""
    times = [0] * len(columns[0])
    for number in numbers:
        times[number] += 1
    return _counts(sum(map(mul, column, times)) for column in columns)


def _row(counts: Counts) -> Sequence[int]:
    return (*(getattr(counts, name) for name in NUMBERS), *counts.small)


def _counts(row: Iterable[int]) -> Counts:
    numbers = tuple(row)
    plain = dict(zip(NUMBERS, numbers, strict=False))
    return Counts(**plain, small=numbers[len(NUMBERS) :])


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    def keep(subject: Subject) -> Kept | None:
        for segment, view in subject.views.items():
            lang = main_language(view)
            if segment.field == "text" and lang:
                hit = Hit(segment, Span(0, len(segment.text.rstrip())))
                return Kept(hit, (lang, measured(view, lang)))
        return None

    return keep


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterator[FeedHit]:
    """A hit on the last text of the smaller group, for each pair of groups that differ.

    Channels whose accounts declare a voice of their own may differ.
    """
    by_lang = part(records, lambda record: [record.value[0]])
    apart = {a["channel"] for a in profile.get("accounts", ()) if "voice" in a}
    for lang, found in sorted(by_lang.items()):
        channels = _groups(found, lang, params, _channel)
        for one, other in combinations(channels, 2):
            if apart.isdisjoint((one.name, other.name)):
                yield from _differ(one, other, "channel")
        for channel in channels:
            for before, after in pairwise(_groups(channel.records, lang, params, _month)):
                yield from _differ(before, after, "month")


def _groups(
    records: Sequence[Record], lang: str, params: Params, name: Callable[[Record], Iterable[str]]
) -> list[Group]:
    """The groups that hold enough to tell a voice by, in the order of their names."""
    return [
        Group(found, kept, lang)
        for found, kept in sorted(part(records, name).items())
        if len(kept) >= params["posts"]
        and sum(record.value[1].words for record in kept) >= params["words"]
    ]


def _channel(record: Record) -> Iterable[str]:
    return record.card.channels[:1]


def _month(record: Record) -> Iterator[str]:
    if record.when:
        yield record.when.strftime("%Y-%m")


def _differ(one: Group, other: Group, variant: str) -> Iterator[FeedHit]:
    off = sorted(_certain(one, other), reverse=True)
    if not _tells({name for _, name, _, _ in off}):
        return
    what = "; ".join(f"{name} {a:.1f} → {b:.1f}" for _, name, a, b in off[:LEAST_FEATURES])
    last, rest = (
        other.records[-1],
        [*other.records[:-1][:MOST_RELATED], *one.records[:MOST_RELATED]],
    )
    args = {"one": one.name, "other": other.name, "what": what}
    yield FeedHit(last, tuple(rest[:MOST_RELATED]), variant, args)


def _tells(names: Collection[str]) -> bool:
    return len(names) >= LEAST_FEATURES or set(names).issuperset(ADDRESS)


def _certain(one: Group, other: Group) -> Iterator[tuple[float, str, float, float]]:
    """The features that differ beyond chance and beyond a half, with both rates."""
    here, there = one.rates, other.rates
    twice = [name for name in HEARD if _gap(here, there, name) > 0]
    if not _tells(twice):  # errors are dear
        return
    for name in twice:
        gap = _gap(here, there, name)
        error = (one.errors[name] ** 2 + other.errors[name] ** 2) ** 0.5
        if gap > CERTAIN * error:
            yield gap / max(error, 1e-6), name, here[name], there[name]


def _gap(here: Mapping[str, float], there: Mapping[str, float], name: str) -> float:
    """How far apart the rates are; 0 if the larger is not twice the other."""
    gap = abs(here[name] - there[name])
    return gap if gap >= TWICE * max(here[name], there[name]) else 0.0


DRIFT = FeedCheck(
    collect,
    judge,
    params={
        "required": ["posts", "words"],
        "properties": {
            "posts": {"type": "integer", "minimum": 2},
            "words": {"type": "integer", "minimum": 1},
        },
    },
    wants=("brand",),
    args=("one", "other", "what"),
)
