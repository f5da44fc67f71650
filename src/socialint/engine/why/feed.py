"""Why a rule that looks across posts speaks of a draft, or does not."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import FeedHit
from socialint.engine.feed import answer, key_of
from socialint.engine.prepare import Prepared
from socialint.engine.run import Run
from socialint.engine.subject import subject_of
from socialint.engine.why.case import Case
from socialint.engine.why.declared import scales
from socialint.engine.why.reason import Reason


def across(run: Run, case: Case, *, partial: bool) -> Iterator[Reason]:
    """What the rule kept of the draft, whether it could compare, and what would turn it."""
    collect = case.rule.collect
    kept = collect(subject_of(case.draft, case.profile, case.terms)) if collect else None
    if kept is None:
        yield Reason("feed-none")
        return
    told = _told(run, case, case.rule, partial=partial)
    if isinstance(told, str):
        yield Reason("feed-partial" if told == "partial-feed" else "feed-silent", {"reason": told})
        return
    posts = str(len(run.tally.records[case.rule.rule.name, case.profile]))
    if not told and kept.hit is None:
        yield Reason("feed-clear", {"posts": posts})
    else:
        yield Reason("feed-speaks" if told else "feed-quiet", {"posts": posts})
    yield from _scaled(run, case, told=bool(told), partial=partial)


def _told(run: Run, case: Case, rule: Prepared, *, partial: bool) -> list[FeedHit] | str:
    """The hits on the draft, or those of which it is a part."""
    key = (rule.rule.name, case.profile)
    found = answer(rule, run.tally.records[key], case.profile, run.tally, partial=partial)
    if isinstance(found, str):
        return found
    here = (case.draft.source.path, case.draft.number, case.draft.channels)
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
