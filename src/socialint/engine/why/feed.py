"""Why a rule that looks across posts speaks of a draft, or does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from socialint.checks.check import FeedCheck, FeedHit
from socialint.draft import Draft
from socialint.engine.feed import Key, answer, key_of
from socialint.engine.judge import PARTIAL
from socialint.engine.prepare import Prepared
from socialint.engine.run import Run
from socialint.engine.subject import subject_of
from socialint.engine.why.case import Case
from socialint.engine.why.declared import scales
from socialint.engine.why.reason import Reason
from socialint.finding import Finding
from socialint.text import Span


def across(run: Run, case: Case, *, partial: bool) -> Iterator[Reason]:
    """What the rule kept of the draft, whether it could compare, and what would turn it."""
    collect = case.rule.collect
    kept = collect(subject_of(case.draft, case.profile, case.terms)) if collect else None
    if kept is None:
        yield Reason("feed-none")
        return
    told = _told(run, case, case.rule, partial=partial)
    if isinstance(told, str):
        yield Reason("feed-partial" if told == PARTIAL else "feed-silent", {"reason": told})
        return
    posts = str(len(run.tally.records[case.rule.rule.name, case.profile]))
    if not told and kept.hit is None:
        yield Reason("feed-clear", {"posts": posts})
    elif not told and _has_fault(run, case):
        yield Reason("feed-once", {"posts": posts})
    else:
        yield Reason("feed-speaks" if told else "feed-quiet", {"posts": posts})
    yield from _scaled(run, case, told=bool(told), partial=partial)


def told_for(run: Run, findings: Iterable[Finding], path: str, line: int) -> Iterator[Finding]:
    """The findings of which a draft on the line has the fault, told at another draft for all.

    That is so where the rule would speak of the draft if no other had the fault.
    """
    elsewhere = [one for one in findings if run.rules[one.rule].rule.feed]
    for draft, profile in run.again(path) if elsewhere else ():
        start, end = (draft.source.position(place).line for place in draft.span)
        if not start <= line <= end:
            continue
        for name in dict.fromkeys(one.rule for one in elsewhere):
            case = Case(run.rules[name], draft, profile, run.terms, line_of(draft, line), {})
            if _has_fault(run, case):
                yield _nearest([one for one in elsewhere if one.rule == name], path)


def line_of(draft: Draft, line: int) -> Span:
    """The line in the source, a character at least."""
    span = draft.source.line(line)
    return Span(span.start, max(span.end, span.start + 1))


def _nearest(found: Sequence[Finding], path: str) -> Finding:
    """That of the same file, else of the same folder, else the first."""
    folder = PurePath(path).parent
    return min(found, key=lambda one: (one.path != path, PurePath(one.path).parent != folder))


def _has_fault(run: Run, case: Case) -> bool:
    """Whether the fault stands in the case's stretch, and is the draft's whatever others do."""
    rule = case.rule
    kept = rule.collect(subject_of(case.draft, case.profile, case.terms)) if rule.collect else None
    if kept is None or kept.hit is None or not case.meets(kept.hit):
        return False
    here = _key(case.draft)
    records = [
        record
        for record in run.tally.records[rule.rule.name, case.profile].feed()
        if not record.faulty or key_of(record) == here
    ]
    assert isinstance(rule.check, FeedCheck), rule.rule.name  # noqa: S101  no other collects
    found = rule.check.judge(rule.rule.params, records, case.profile)
    return not isinstance(found, str) and any(key_of(hit.record) == here for hit in found)


def _key(draft: Draft) -> Key:
    return (draft.source.path, draft.number, draft.channels)


def _told(run: Run, case: Case, rule: Prepared, *, partial: bool) -> list[FeedHit] | str:
    """The hits on the draft, or those of which it is a part."""
    records = run.tally.records.get((rule.rule.name, case.profile))
    if records is None:  # of a part of the feed nothing is kept
        return PARTIAL
    found = answer(rule, records, case.profile, run.tally, partial=partial)
    if isinstance(found, str):
        return found
    here = _key(case.draft)
    return [hit for hit in found if here in map(key_of, (hit.record, *hit.related))]


def _scaled(run: Run, case: Case, *, told: bool, partial: bool) -> Iterator[Reason]:
    """The nearest value of each figure of the rule at which the answer is another."""
    turned = set()
    for one in scales(case.rule):
        name = one.args["name"]
        if name not in turned:
            _, _, rule = one.change(case.draft, case.profile, case.rule)
            now = _told(run, case, rule, partial=partial)
            if not isinstance(now, str) and bool(now) != told:
                turned.add(name)
                yield Reason("needs-param" if told else "holds-param", one.args)
