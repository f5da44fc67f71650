"""What a draft's suppressions let pass, and which of them are at fault themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from datetime import date

from socialint.draft import Draft, Notice, Suppression
from socialint.finding import Finding
from socialint.frozen import replace
from socialint.named import NamedTuple
from socialint.near import near
from socialint.rule import Rule
from socialint.selection import means
from socialint.text import Span

# a suppression can't let pass what is said about suppressions
GROUP = "SUP"
UNUSED = "unused-suppression"
_LONGEST_NAME = 60
# comments that mean nothing without the other, and how that is told
_UNPAIRED = {"socialint-ignore-start": "open", "socialint-ignore-end": "end"}

Place = tuple[str, int]
Watched = MutableMapping[Place, frozenset[str]]


class Live(NamedTuple):
    """A suppression that holds, and the names of the rules that it lets pass."""

    suppression: Suppression
    rules: frozenset[str]


class Now(NamedTuple):
    """Which rules there are, the names of those that are on, and the day of the run."""

    known: Sequence[Rule]
    on: frozenset[str]
    today: date


def hold(found: Sequence[Suppression], known: Sequence[Rule], today: date) -> tuple[Live, ...]:
    """Those that hold: with a reason, not past their last day, and clear."""
    if not found:
        return ()
    known = [rule for rule in known if rule.group != GROUP]
    return tuple(
        Live(one, frozenset(rule.name for rule in known if means(one.rules, rule)))
        for one in found
        if one.reason and not one.unclear and not (one.until and one.until < today)
    )


def that_lets_pass(rule: str, span: Span | None, live: Iterable[Live]) -> Suppression | None:
    """The first suppression that lets a finding of the rule at `span` pass."""
    return next((one for one, rules in live if rule in rules and _holds_at(one.scope, span)), None)


def _holds_at(scope: Span | None, span: Span | None) -> bool:
    if scope is None:
        return True
    return span is not None and scope.start <= span.start < scope.end


def noticed(draft: Draft, now: Now, watched: Watched) -> Draft:
    """The draft with a notice for each of its suppressions that is at fault, or may prove unused.

    Those that are told already, or can't be told unused because a rule they name is off, get
    none; `watched` learns of the others.
    """
    told = set(watched)
    notices: list[Notice] = []
    for one in draft.suppressions:
        place = (draft.source.path, one.span.start)
        if place not in told:
            watched[place] = frozenset()
            notices += _faults(one, now)
    for one, rules in hold(draft.suppressions, now.known, now.today):
        place = (draft.source.path, one.span.start)
        looking = {
            rule.name for rule in now.known if rule.name in rules and is_due(rule, one.rules)
        }
        if place not in told and looking and looking <= now.on:
            watched[place] = frozenset(looking)
            variant = "draft" if one.scope is None else ""
            found = ", ".join(one.rules)
            notices.append(Notice("unused-suppression", one.span, found, "", variant))
    return replace(draft, notices=(*draft.notices, *notices))


def is_due(rule: Rule, names: Collection[str]) -> bool:
    """Whether the rule must have looked: one of a group only if it is on by default."""
    return rule.status == "stable" or rule.name in names or rule.code in names


def _faults(one: Suppression, now: Now) -> Iterator[Notice]:
    listed = ", ".join(one.rules)
    if one.unclear:
        variant = _UNPAIRED.get(one.unclear, "word")
        yield Notice("unclear-suppression", one.span, one.unclear, "", variant)
    elif not one.rules:
        yield Notice("unclear-suppression", one.span, "", "", "nothing")
    elif not one.reason:
        yield Notice("reasonless-suppression", one.span, listed, "")
    elif one.until and one.until < now.today:
        yield Notice("expired-suppression", one.span, listed, one.until.isoformat())
    for name in () if one.unclear else one.rules:
        if not any(means((name,), rule) for rule in now.known):
            nearest = _nearest(name, now.known)
            variant = "" if nearest else "unknown"
            yield Notice("unclear-suppression", one.span, name, nearest, variant)


def _nearest(name: str, known: Sequence[Rule]) -> str:
    """The name that may be meant; a text that is no name at all is near to none."""
    if len(name) > _LONGEST_NAME:
        return ""
    return near(name, [text for rule in known for text in (rule.name, rule.code, rule.group)])


def settled(
    findings: Iterable[Finding], watched: Mapping[Place, frozenset[str]], silent: Collection[str]
) -> tuple[list[Finding], list[Finding]]:
    """The findings to show, and those that are let pass.

    A suppression is unused if it let nothing pass and none of its rules was `silent`.
    """
    found = list(findings)
    hidden = [finding for finding in found if finding.suppression]
    used = {(one.path, one.suppression.span.start) for one in hidden if one.suppression}
    shown = [
        finding
        for finding in found
        if not finding.suppression
        and not (finding.rule == UNUSED and _is_used(finding, used, watched, silent))
    ]
    return shown, hidden


def _is_used(
    finding: Finding,
    used: Collection[Place],
    watched: Mapping[Place, frozenset[str]],
    silent: Collection[str],
) -> bool:
    place = (finding.path, finding.span.start if finding.span else 0)
    return place in used or not watched.get(place, frozenset()).isdisjoint(silent)
