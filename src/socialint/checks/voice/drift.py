"""One brand that speaks in two voices: on two channels, or in two months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from random import Random
from statistics import pstdev

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.finding import Hit
from socialint.fingerprint import FEATURES, SYLLABLES, Counts, measured, rates
from socialint.fingerprint.measures import pooled
from socialint.layers.language import main_language
from socialint.named import NamedTuple
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


class Group(NamedTuple):
    """The texts of one language on one channel, or in one month of it."""

    name: str
    records: Sequence[Record]

    @property
    def counts(self) -> list[Counts]:
        """What was counted of each."""
        return [record.value[1] for record in self.records]


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
    by_lang: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        by_lang[record.value[0]].append(record)
    apart = {a["channel"] for a in profile.get("accounts", ()) if "voice" in a}
    for lang, found in sorted(by_lang.items()):
        channels = _groups(found, params, _channel)
        for one, other in combinations(channels, 2):
            if apart.isdisjoint((one.name, other.name)):
                yield from _differ(one, other, lang, "channel")
        for channel in channels:
            for before, after in pairwise(_groups(channel.records, params, _month)):
                yield from _differ(before, after, lang, "month")


def _groups(
    records: Sequence[Record], params: Params, name: Callable[[Record], str | None]
) -> list[Group]:
    """The groups that hold enough to tell a voice by, in the order of their names."""
    by: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if found := name(record):
            by[found].append(record)
    groups = [Group(found, kept) for found, kept in sorted(by.items())]
    return [
        group
        for group in groups
        if len(group.records) >= params["posts"]
        and sum(counts.words for counts in group.counts) >= params["words"]
    ]


def _channel(record: Record) -> str | None:
    return record.card.channels[0] if record.card.channels else None


def _month(record: Record) -> str | None:
    return record.when.strftime("%Y-%m") if record.when else None


def _differ(one: Group, other: Group, lang: str, variant: str) -> Iterator[FeedHit]:
    off = sorted(_certain(one, other, lang), reverse=True)
    names = {name for _, name, _, _ in off}
    if len(off) < LEAST_FEATURES and not names.issuperset(ADDRESS):
        return
    what = "; ".join(f"{name} {a:.1f} → {b:.1f}" for _, name, a, b in off[:LEAST_FEATURES])
    last, rest = other.records[-1], [*other.records[:-1], *one.records]
    args = {"one": one.name, "other": other.name, "what": what}
    yield FeedHit(last, tuple(rest[:MOST_RELATED]), variant, args)


def _certain(one: Group, other: Group, lang: str) -> Iterator[tuple[float, str, float, float]]:
    """The features that differ beyond chance and beyond a half, with both rates."""
    here, there = (rates(pooled(group.counts), lang) for group in (one, other))
    doubt, more = _errors(one, lang), _errors(other, lang)
    for name in HEARD:
        gap = abs(here[name] - there[name])
        error = (doubt[name] ** 2 + more[name] ** 2) ** 0.5
        if gap > CERTAIN * error and gap >= TWICE * max(here[name], there[name]) > 0:
            yield gap / max(error, 1e-6), name, here[name], there[name]


def _errors(group: Group, lang: str) -> Mapping[str, float]:
    """The standard error of each rate, by drawing the group's texts anew."""
    random, counts = Random(SEED), group.counts  # noqa: S311  a bootstrap, no secret
    drawn = [rates(pooled(random.choices(counts, k=len(counts))), lang) for _ in range(DRAWS)]
    least = 50 / max(pooled(counts).words, 1)  # half a sign in the whole group
    return {name: max(pstdev(row[name] for row in drawn), least) for name in HEARD}


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
