"""What one may take from the fields of a draft, a profile, a rule, or add to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialint.draft import NOWHERE, Draft, Field
from socialint.engine.prepare import Prepared
from socialint.engine.why.twist import Change, Made, Twist
from socialint.frozen import replace
from socialint.profile import Profile

STEPS = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30)
HALVES = tuple(step / 2 for step in range(1, 13))
TEXTS = ("text", "title", "thread", "socialint")
# what a field also is beside `fields`
BESIDE: Mapping[str, Mapping[str, Any]] = {
    "channels": {"channel": None, "channels": ()},
    "account": {"account": None},
    "publish_at": {"publish_at": None},
    "in_reply_to": {"in_reply_to": None},
    "lang": {"lang": None},
}
ADDED: Mapping[str, object] = {
    "sources": ("https://example.org/survey",),
    "sponsored": False,
    "objective": "visits",
    "owner": "ana",
}


def fields_of(draft: Draft) -> Iterator[Twist]:
    """The draft without each of its fields, or with one more."""
    for name in draft.fields:
        if name not in TEXTS:
            yield Twist("field", _without(name), {"name": name})
    for name, value in ADDED.items():
        if name not in draft.fields:
            yield Twist("field-added", _added(name, value), {"name": name})


def _without(name: str) -> Change:
    def change(draft: Draft, profile: Profile, rule: Prepared) -> Made:
        fields = {key: field for key, field in draft.fields.items() if key != name}
        return replace(draft, fields=fields, **BESIDE.get(name, {})), profile, rule

    return change


def _added(name: str, value: object) -> Change:
    def change(draft: Draft, profile: Profile, rule: Prepared) -> Made:
        fields = {**draft.fields, name: Field(value, NOWHERE, NOWHERE)}
        return replace(draft, fields=fields), profile, rule

    return change


def parts_of(profile: Profile) -> Iterator[Twist]:
    """The profile without each of its parts, or a part of one."""
    for name, value in profile.data.items():
        yield Twist("profile", _undeclared(name), {"name": name})
        for part in value if isinstance(value, Mapping) else ():
            yield Twist("profile", _undeclared(name, part), {"name": f"{name}.{part}"})


def _undeclared(name: str, part: str = "") -> Change:
    def change(draft: Draft, profile: Profile, rule: Prepared) -> Made:
        data = {key: value for key, value in profile.data.items() if key != name}
        if part and name in profile.data:
            data[name] = {key: value for key, value in profile.data[name].items() if key != part}
        return draft, replace(profile, data=data), rule

    return change


def kinds_of(rule: Prepared, draft: Draft) -> Iterator[Twist]:
    """The draft as one of the other kind."""
    other = "post" if draft.kind == "reply" else "reply"
    if draft.kind != "account" and other in rule.rule.kinds:

        def change(draft: Draft, profile: Profile, rule: Prepared) -> Made:
            return replace(draft, kind=other), profile, rule

        yield Twist("kind", change, {"name": other})


def scales(rule: Prepared) -> Iterator[Twist]:
    """Other values of the rule's figures, the nearest first."""
    for name, value in rule.rule.params.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            continue
        for other in _others(value):
            args = {"name": name, "value": f"{value:g}", "other": f"{other:g}"}
            yield Twist("param", _set(name, other), args)


def _others(value: float) -> Iterator[float]:
    steps: Sequence[float] = STEPS if isinstance(value, int) else HALVES
    for step in steps:
        yield from (other for other in (value - step, value + step) if other > 0 or value <= 0)


def _set(name: str, value: float) -> Change:
    def change(draft: Draft, profile: Profile, rule: Prepared) -> Made:
        params = {**rule.rule.params, name: value}
        # what wakes a rule may count on the value that it had
        return draft, profile, replace(rule, rule=rule.rule._replace(params=params, wakes=None))

    return change
