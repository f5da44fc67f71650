"""What an entity is: a stretch of text that means something by its form."""

from __future__ import annotations

from typing import Literal

from socialint.named import NamedTuple

EntityKind = Literal[
    "url",
    "email",
    "mention",
    "hashtag",
    "cashtag",
    "emoji",
    "phone",
    "date",
    "time",
    "money",
    "percent",
    "quantity",
    "ratio",
    "number",
]

FIGURES: frozenset[EntityKind] = frozenset(["money", "number", "percent", "quantity", "ratio"])


class Entity(NamedTuple):
    """A link, a name, a figure, a day… where it stands: text[start:end] is `text`.

    `norm` is its plain form: a mention's or tag's name in lower case without the sign, a phone's
    digits, an ISO 8601 date ("2026-05-12", "--05-12" without year, "2026-05", "2026") or time
    ("14:30"), else "".  `value` is the number, if it has one (12.5 for "12,5 %"; 2e6 for "2 M€").
    `unit` is what it counts: an ISO 4217 code ("$" where the country isn't told), "%", or the
    unit's name in `data/entities.*.json`.
    """

    kind: EntityKind
    start: int
    end: int
    text: str
    norm: str = ""
    value: float | None = None
    unit: str = ""
