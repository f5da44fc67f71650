"""Accounts that lack something which others of the same register have, or all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.missing import first_line
from socialint.checks.register.entry import day_of, entry_of
from socialint.finding import Hit
from socialint.layers.fold import fold
from socialint.named import NamedTuple
from socialint.profile import Profile

# As many without it in a file are a habit, which is said once.
HABIT = 2
# What a register may leave out altogether: missed only where another account has it.
_EXTRAS = frozenset({"audience", "backup"})


class State(NamedTuple):
    """What is wrong with an account: a variant and its words; None where all is well."""

    variant: str | None
    args: Mapping[str, str]


Look = Callable[[Mapping[str, Any], Subject, Params], str | None]


def lacking(look: Look, params: Mapping[str, Any] | None = None) -> FeedCheck:
    """A check of active accounts: `look` answers the variant of what is wrong, or None."""

    def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
        return lambda subject: _collect(subject, params, look)

    return FeedCheck(
        collect,
        judge,
        params=params or {},
        partial=True,
        args=("account", "count"),
    )


def _collect(subject: Subject, params: Params, look: Look) -> Kept | None:
    account = entry_of(subject.draft)
    if not account.active:
        return None
    variant = look(account.values, subject, params)
    hit = None if variant is None else Hit(None, first_line(subject.draft))
    return Kept(hit, State(variant, {"account": account.shown}))


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records)


def _hits(records: Sequence[Record]) -> Iterator[FeedHit]:
    files: defaultdict[str, list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda record: (record.path, record.number)):
        files[record.path].append(record)
    for accounts in files.values():
        bare = [record for record in accounts if record.value.variant == ""]
        if len(bare) >= HABIT and len(bare) == len(accounts):
            args = {"count": str(len(bare)), "account": ""}
            yield FeedHit(bare[0], tuple(bare[1:]), "file", args, about="file")
            continue
        complete = any(record.value.variant is None for record in accounts)
        for record in accounts:
            variant = record.value.variant
            if variant is not None and (complete or variant not in _EXTRAS):
                args = {**record.value.args, "count": "1"}
                yield FeedHit(record, variant=record.value.variant, args=args)


def _says(values: Mapping[str, Any], name: str) -> bool:
    return values.get(name) not in (None, "", [], {})


def _goal(values: Mapping[str, Any], subject: Subject, params: Params) -> str | None:
    if _says(values, "goal"):
        return None if _says(values, "audience") or "audience" not in params["also"] else "audience"
    return "" if subject.profile.get("goal_default") is None else None


def _owner(values: Mapping[str, Any], subject: Subject, params: Params) -> str | None:
    if not _says(values, "owner"):
        return ""
    capacity = values.get("capacity") or subject.profile.get("capacity", {})
    alone = isinstance(capacity, Mapping) and capacity.get("single_person")
    return None if alone or _says(values, "backup") else "backup"


def _kpi(values: Mapping[str, Any], subject: Subject, params: Params) -> str | None:
    kpi = values.get("kpi")
    if not kpi:
        return ""
    each = kpi if isinstance(kpi, list) else [kpi]
    names = [str(one.get("name", "")) if isinstance(one, Mapping) else str(one) for one in each]
    target = _says(values, "target") or any(
        isinstance(one, Mapping) and one.get("target") for one in each
    )
    if target or any(any(char.isdigit() for char in name) for name in names):
        return "review" if _is_stale(values, each, subject, params) else None
    vain = {fold(word).text for word in params["vanity"]}
    if all(vain & set(fold(name).text.replace("_", " ").split()) for name in names):
        return "vanity"
    return "target"


def _is_stale(
    values: Mapping[str, Any], kpis: Sequence[Any], subject: Subject, params: Params
) -> bool:
    """Whether the last day on which anybody was to look at the indicators is long past."""
    said = [values.get("review"), *(one.get("review") for one in kpis if isinstance(one, Mapping))]
    days = [day for day in map(day_of, said) if day]
    return bool(days) and (subject.as_of.date() - max(days)).days > params["review_days"]


def _plan(values: Mapping[str, Any], subject: Subject, params: Params) -> str | None:
    if values.get("comments") in ("closed", "fermés") or values.get("purpose") == "alerts":
        return None
    if any(_says(values, name) for name in ("sla", "hours", "escalation", "replies")):
        return None
    replies = subject.profile.get("replies.first_response") or subject.profile.get("response")
    return None if replies else ""


_TEXTS = {"type": "array", "items": {"type": "string"}}
ACCOUNT_WITHOUT_GOAL = lacking(
    _goal,
    {
        "properties": {"also": {**_TEXTS, "description": "further fields that must say something"}},
        "required": ["also"],
    },
)
ACCOUNT_WITHOUT_OWNER = lacking(_owner)
ACCOUNT_WITHOUT_KPI = lacking(
    _kpi,
    {
        "properties": {
            "vanity": {**_TEXTS, "description": "what grows without being of use"},
            "review_days": {
                "type": "integer",
                "minimum": 1,
                "description": "a review so many days ago still counts",
            },
        },
        "required": ["vanity", "review_days"],
    },
)
NO_RESPONSE_PLAN = lacking(_plan)
