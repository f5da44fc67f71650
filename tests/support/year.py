"""A made-up year of posts on three accounts, with faults planted between them, or look-alikes.

The same seed gives the same year.  A planted relation names the drafts it is about and the rules
that may speak of it, on any of them; of the clean year no rule of the feed may say anything.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from needs import ROOT

DATA = ROOT / "tests" / "data" / "year"
# what made-up posts are put together from: who, does what, to what, where, and more
PHRASES = json.loads((DATA / "phrases.json").read_text(encoding="utf-8"))
# texts with a fault that only shows beside another post, and their innocent look-alikes
TEXTS = json.loads((DATA / "planted.json").read_text(encoding="utf-8"))
SEED = 20261129
DAYS = 365
START = datetime(2026, 1, 1)  # noqa: DTZ001  a calendar's times are local
HOURS = range(7, 23)
PLACES = (
    ("linkedin", "le-hangar", "fr"),
    ("facebook", "the-shed", "en"),
    ("mastodon", "hangar", ""),
)
Post = dict[str, Any]


def profile(count: int) -> dict[str, Any]:
    """What the brand declares of accounts that share so many posts a year."""
    week = count / len(PLACES) / 52
    cadence = {"per_week": [round(week * 0.6), round(week * 1.4)]}
    return {
        "brand": "Hangar",
        "languages": ["fr", "en"],
        "accounts": [
            {"channel": channel, "handle": handle, "status": "active", "cadence": cadence}
            for channel, handle, _ in PLACES
        ],
        "mix": {"promo_max": 0.4},
    }


class Relation(NamedTuple):
    """A planted fault: its kind, the ids of its drafts, and the rules that may name it."""

    kind: str
    ids: frozenset[str]
    rules: frozenset[str]


class Year:
    """The posts by account and day, and what was planted among them."""

    def __init__(self, seed: int = SEED, count: int = 10_000) -> None:
        self.rng = random.Random(seed)  # noqa: S311  a test wants the same posts each time
        self.posts: dict[tuple[int, int], list[Post]] = {}
        self.relations: list[Relation] = []
        self.taken: set[str] = set()
        self._names = iter([f"{a} {b}" for a in TEXTS["names"] for b in TEXTS["names"] if a != b])
        self._fill(count)

    def _fill(self, count: int) -> None:
        per_day = -(-count // (DAYS * len(PLACES)))
        number = 0
        for day in range(DAYS):
            for account in range(len(PLACES)):
                hours = sorted(self.rng.sample(HOURS, per_day))
                self.posts[account, day] = []
                for hour in hours:
                    if number < count:
                        self.posts[account, day].append(self._post(number, account, day, hour))
                    number += 1

    def _post(self, number: int, account: int, day: int, hour: int) -> Post:
        channel, handle, lang = PLACES[account]
        lang = lang or self.rng.choice(("fr", "en"))
        when = START + timedelta(days=day, hours=hour, minutes=10 + 15 * account)
        return {
            "id": f"p{number}",
            "lang": lang,
            "channel": channel,
            "account": handle,
            "publish_at": when.isoformat(),
            "text": self.sentence(lang),
        }

    def sentence(self, lang: str) -> str:
        """A message that no other has."""
        pick = self.rng.choice
        parts = [
            " ".join(pick(PHRASES[part][lang]) for part in ("who", "does", "what", "where"))
            for _ in range(2)
        ]
        return f"{parts[0]}. {pick(PHRASES['more'][lang])} {parts[1]}."

    def free(self, account: int, day: int, lang: str) -> Post:
        """A post on that account near that day which nothing was planted in yet."""
        for step in range(DAYS):
            for post in self.posts.get((account, (day + step) % DAYS), ()):
                if post["id"] not in self.taken and (PLACES[account][2] or post["lang"]) == lang:
                    self.taken.add(post["id"])
                    return post
        raise LookupError(account, day)

    def two(self, lang: str, *, apart: bool, days: tuple[int, int]) -> tuple[Post, Post, int]:
        """Two posts in a language so many days apart, on two accounts or on one."""
        own = ("fr", "en").index(lang)
        while True:
            account = self.rng.choice((own, 2))
            other = 2 if account == own else own
            day, gap = self.rng.randrange(20, DAYS - 60), self.rng.randint(*days)
            pair = (
                self.free(account, day, lang),
                self.free(other if apart else account, day + gap, lang),
            )
            first, second = (datetime.fromisoformat(post["publish_at"]) for post in pair)
            if days[0] <= (second.date() - first.date()).days <= days[1]:
                return *pair, day

    def topic(self, lang: str) -> dict[str, str]:
        """What fills the slots of a planted text."""
        return {
            "topic": f"{self.rng.choice(TEXTS['topic'][lang])} {self.name()}",
            "spot": self.rng.choice(PHRASES["where"][lang]),
        }

    def name(self) -> str:
        """A proper name that was not given yet."""
        return next(self._names)

    def note(self, kind: str, rules: str, *posts: Post) -> None:
        """Write down what was planted."""
        ids = frozenset(post["id"] for post in posts)
        self.relations.append(Relation(kind, ids, frozenset(rules.split())))

    def drafts(self) -> Iterator[Post]:
        """All posts, in time order."""
        every = (post for posts in self.posts.values() for post in posts)
        yield from sorted(every, key=lambda post: (post["publish_at"], post["id"]))


Plant = Callable[[Year, str], None]


def paraphrase(year: Year, lang: str) -> None:
    one, other, _ = year.two(lang, apart=False, days=(2, 15))
    slots = year.topic(lang)
    pair = year.rng.sample(year.rng.choice(TEXTS["same"][lang]), 2)
    one["text"], other["text"] = (text.format(**slots) for text in pair)
    year.note("paraphrase", "near-duplicate", one, other)


def copy(year: Year, lang: str) -> None:
    one, other, _ = year.two(lang, apart=True, days=(0, 4))
    one["text"] = other["text"] = year.rng.choice(TEXTS["same"][lang])[0].format(**year.topic(lang))
    year.note("copy", "identical-copy", one, other)


def figures(year: Year) -> dict[str, str]:
    low = year.rng.randrange(3, 13)
    hour = year.rng.randrange(17, 21)
    return {
        "name": year.name(),
        "a": str(low),
        "b": str(low + year.rng.randrange(1, 9)),
        "h": str(hour),
        "i": str(hour + 1),
        "code": year.name().split()[0][:5].upper().replace("É", "E"),
    }


def month_after(post: Post, lang: str) -> str:
    """The month after the next: what is announced is still to come."""
    return str(TEXTS["months"][lang][(datetime.fromisoformat(post["publish_at"]).month + 1) % 12])


def contradiction(year: Year, lang: str) -> None:
    one, other, _ = year.two(lang, apart=year.rng.random() < 0.7, days=(0, 3))
    slots = figures(year) | {"month": month_after(one, lang)}
    campaign = f"saison-{slots['name']}"
    for post, text in zip((one, other), year.rng.choice(TEXTS["facts"][lang]), strict=True):
        post["text"], post["campaign"] = text.format(**slots), campaign
    year.note("contradiction", "contradictory-facts", one, other)


def versions(year: Year, _: str, *, right: bool = False) -> None:
    while True:
        day = year.rng.randrange(20, DAYS - 60)
        one, other = year.free(0, day, "fr"), year.free(1, day, "en")
        if one["publish_at"][:10] == other["publish_at"][:10]:
            break
    slots = figures(year)
    month = (datetime.fromisoformat(one["publish_at"]).month + 1) % 12
    price = year.rng.randrange(12, 40)
    slots |= {"month": TEXTS["months"]["fr"][month], "month_en": TEXTS["months"]["en"][month]}
    slots |= {"price": str(price), "other": str(price + 3)}
    if right:
        slots |= {"b": slots["a"], "i": slots["h"], "other": str(price)}
    texts = year.rng.choice(TEXTS["versions"])
    for post, text in zip((one, other), texts, strict=True):
        post["text"], post["campaign"] = text.format(**slots), f"saison-{slots['name']}"
    if not right:
        year.note("versions", "contradictory-facts", one, other)


def collision(year: Year, lang: str) -> None:
    own = year.rng.choice((("fr", "en").index(lang), 2))
    post = year.free(own, year.rng.randrange(20, DAYS - 60), lang)
    when = datetime.fromisoformat(post["publish_at"])
    channel, handle, _ = PLACES[own]
    extra = {
        "id": f"{post['id']}x",
        "lang": lang,
        "channel": channel,
        "account": handle,
        "publish_at": (when + timedelta(minutes=year.rng.randrange(0, 25))).isoformat(),
        "text": year.sentence(lang),
    }
    year.posts[own, (when - START).days].append(extra)
    year.note("collision", "slot-collision", post, extra)


def dated(year: Year, lang: str, *, right: bool = False) -> None:
    own = year.rng.choice((("fr", "en").index(lang), 2))
    post = year.free(own, year.rng.randrange(20, DAYS - 60), lang)
    day = datetime.fromisoformat(post["publish_at"]) + timedelta(days=year.rng.randrange(3, 40))
    weekday = day.weekday() if right else day.weekday() + year.rng.randrange(1, 7)
    post["text"] = TEXTS["dated"][lang].format(
        **year.topic(lang), **written(day, lang), weekday=TEXTS["weekdays"][lang][weekday % 7]
    )
    if not right:
        year.note("weekday", "date-contradiction", post)


def deadline(year: Year, lang: str, *, right: bool = False) -> None:
    own = year.rng.choice((("fr", "en").index(lang), 2))
    post = year.free(own, year.rng.randrange(20, DAYS - 60), lang)
    step = year.rng.randrange(2, 30) * (1 if right else -1)
    day = datetime.fromisoformat(post["publish_at"]) + timedelta(days=step)
    post["text"] = TEXTS["deadline"][lang].format(**year.topic(lang), **written(day, lang))
    if not right:
        year.note("deadline", "date-contradiction", post)


def written(day: datetime, lang: str) -> dict[str, str]:
    """A day as a text gives it."""
    month = TEXTS["months"][lang][day.month - 1]
    return {"day": str(day.day), "month": month, "year": str(day.year)}


def reminder(year: Year, lang: str) -> None:
    one, other, _ = year.two(lang, apart=False, days=(2, 12))
    text = year.rng.choice(TEXTS["same"][lang])[0].format(**year.topic(lang))
    before, after = year.rng.choice(TEXTS["remind"][lang])
    one["text"], other["text"] = before.format(text=text), after.format(text=text)


def corrected(year: Year, lang: str) -> None:
    one, other, _ = year.two(lang, apart=year.rng.random() < 0.5, days=(1, 3))
    slots = figures(year)
    for post, text in zip((one, other), TEXTS["correct"][lang], strict=True):
        post["text"], post["campaign"] = text.format(**slots), f"saison-{slots['name']}"


def rewrite(year: Year, lang: str) -> None:
    one, other, _ = year.two(lang, apart=True, days=(0, 3))
    slots = year.topic(lang)
    pair = year.rng.choice(TEXTS["same"][lang])
    one["text"], other["text"] = (text.format(**slots) for text in pair)


def reuse(year: Year, lang: str) -> None:
    one, other, _ = year.two(lang, apart=False, days=(9, 25))
    slots = year.topic(lang)
    one["campaign"] = other["campaign"] = f"fil {slots['topic']}"
    one["text"] = other["text"] = year.rng.choice(TEXTS["same"][lang])[0].format(**slots)


def series(year: Year, lang: str) -> None:
    one, other, day = year.two(lang, apart=False, days=(5, 9))
    topic = year.topic(lang)
    for post, ahead in ((one, 12), (other, 26)):
        when = written(START + timedelta(days=day + ahead), lang)
        places = year.rng.randrange(8, 30)
        post["text"] = TEXTS["series"][lang].format(**topic, **when, places=places)


def agreed(year: Year, lang: str) -> None:
    one, other, _ = year.two(lang, apart=True, days=(0, 3))
    slots = figures(year) | {"month": month_after(one, lang)}
    slots |= {"b": slots["a"], "i": slots["h"]}
    texts = [text.replace("{code}B", "{code}A") for text in year.rng.choice(TEXTS["facts"][lang])]
    for post, text in zip((one, other), texts, strict=True):
        post["text"], post["campaign"] = text.format(**slots), f"saison-{slots['name']}"


def silence(year: Year, lang: str) -> None:
    """Twenty days without a post."""
    account = ("fr", "en").index(lang)
    first = year.rng.randrange(60, DAYS - 60)
    spans = [range(start, start + 20) for start in (*range(first, DAYS - 30), *range(30, first))]
    for span in spans:
        gone = [post for day in span for post in year.posts[account, day]]
        whole = all(year.posts[account, day] for day in (*span, span.stop))
        if whole and not any(post["id"] in year.taken for post in gone):
            break
    else:
        raise LookupError(account)
    for day in span:
        year.posts[account, day] = []
    after = year.posts[account, span.stop][0]
    year.taken.add(after["id"])
    year.note("silence", "irregular-cadence", after)


def selling(year: Year, lang: str) -> None:
    """Four weeks of little else than offers."""
    account = ("fr", "en").index(lang)
    first = year.rng.randrange(30, DAYS - 60)
    span = [post for day in range(first, first + 28) for post in year.posts[account, day]]
    for post in span:
        if year.rng.random() < 0.7:
            post["objective"] = "conversion"
    year.note("selling", "promo-ratio", *span)


PLANTS: tuple[tuple[Plant, int], ...] = (
    (silence, 4),
    (paraphrase, 24),
    (copy, 14),
    (contradiction, 20),
    (versions, 8),
    (collision, 10),
    (dated, 10),
    (deadline, 8),
    (selling, 2),
)


def planted_year(seed: int = SEED, count: int = 10_000) -> Year:
    """A year with a hundred faults between its posts."""
    year = Year(seed, count)
    for plant, times in PLANTS:
        for number in range(times):
            plant(year, ("fr", "en")[number % 2])
    return year


def clean_year(seed: int = SEED, count: int = 10_000) -> Year:
    """A year with a hundred look-alikes."""
    year = Year(seed, count)
    alike: tuple[Plant, ...] = (reminder, corrected, rewrite, reuse, series, agreed)
    for number in range(72):
        alike[number % len(alike)](year, ("fr", "en")[number // len(alike) % 2])
    for number in range(10):
        lang = ("fr", "en")[number % 2]
        dated(year, lang, right=True)
        deadline(year, lang, right=True)
        versions(year, lang, right=True)
    return year
