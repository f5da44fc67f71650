"""How much of a feed sells."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.feed.declared import account_of, breaks
from socialint.checks.feed.places import Place, by_place
from socialint.checks.missing import first_line
from socialint.checks.picked import pick
from socialint.checks.platforms import posted, written
from socialint.checks.states import is_dropped
from socialint.finding import Hit
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import fold
from socialint.layers.view import View
from socialint.profile import Profile

# of these, two make a post an offer
_SIGNS = 2
_SELLS = frozenset(
    {
        "conversion",
        "promo",
        "promotion",
        "sales",
        "sale",
        "sell",
        "selling",
        "vente",
        "ventes",
        "vendre",
    }
)


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return lambda subject: _collect(subject, words)


def _collect(subject: Subject, words: Words) -> Kept | None:
    draft = subject.draft
    if draft.publish_at is None or is_dropped(draft):
        return None
    return Kept(Hit(None, first_line(draft)), sells(subject, words))


def sells(subject: Subject, words: Words) -> bool:
    """Whether the post is an offer: by its objective or type if it names one, else by its words."""
    for name in ("objective", "content_type"):
        said = written(subject, name)
        if isinstance(said, str) and said.strip():
            words_of = set(fold(said).text.replace("-", " ").replace("_", " ").split())
            if not words_of.isdisjoint(_SELLS):
                return True
            if name == "objective":
                return False
    if written(subject, "offer"):
        return True
    return any(_signs(view, words) >= _SIGNS for _, view in posted(subject))


def _signs(view: View, words: Words) -> int:
    offers, buys = words.matches(view, "offer"), words.matches(view, "buy")
    if not offers and not buys:
        return 0
    priced = any(entity.kind in ("money", "percent") for entity in view.layer(ENTITIES))
    return bool(offers) + bool(buys) + priced


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records, params, profile)


def _hits(records: Sequence[Record], params: Params, profile: Profile) -> Iterator[FeedHit]:
    declared = profile.get("mix.promo_max")
    sales = list(breaks(profile, "sales_periods"))
    for place, feed in by_place(records).items():
        account = account_of(profile, place)
        if account.get("purpose") == "deals":
            continue
        most = declared if declared is not None else params["percent"] / 100
        kept = pick(feed, lambda record: _counts(record, sales))
        variant = "" if declared is not None else "unset"
        yield from _periods(kept, place, float(most), variant, params)


def _counts(record: Record, sales: Iterable[tuple[date, date]]) -> bool:
    """Whether it has a day, and none on which all posts may sell."""
    when = record.when
    return when is not None and not any(a <= when.date() <= b for a, b in sales)


def _periods(
    feed: Sequence[Record], place: Place, most: float, variant: str, params: Params
) -> Iterator[FeedHit]:
    """One hit for each stretch in which the last weeks sold too much, where it was worst."""
    window: deque[Record] = deque()
    offers: deque[Record] = deque()  # those of the window that sell
    worst: tuple[float, FeedHit] | None = None
    for record in feed:
        window.append(record)
        if record.value:
            offers.append(record)
        while _older(window[0], record, timedelta(days=params["days"])):
            if window.popleft().value:
                offers.popleft()
        share = len(offers) / len(window)
        if len(window) < params["posts"] or share <= most:
            if worst:
                yield worst[1]
            worst = None
        elif worst is None or share > worst[0]:
            args = {
                "place": place.name,
                "count": str(len(offers)),
                "total": str(len(window)),
                "limit": f"{most:.0%}".rstrip("%"),
            }
            worst = share, FeedHit(record, tuple(offers), variant, args)
    if worst:
        yield worst[1]


def _older(one: Record, other: Record, span: timedelta) -> bool:
    return bool(one.when and other.when and other.when - one.when >= span)


_WHOLE = {"type": "integer", "minimum": 1}
PROMO_RATIO = FeedCheck(
    collect,
    judge,
    params={
        "properties": {
            "percent": {**_WHOLE, "description": "the share that may sell, if no profile says"},
            "days": {**_WHOLE, "description": "the days that are looked at together"},
            "posts": {**_WHOLE, "description": "fewer posts in those days show no habit"},
        },
        "required": ["percent", "days", "posts"],
    },
    args=("place", "count", "total", "limit"),
)
