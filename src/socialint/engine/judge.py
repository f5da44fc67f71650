"""Drafts before all rules that are on.

Each rule looks at some drafts in a row before the next one does: what ninety rules need does not
fit into the caches of a processor, what one needs does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from socialint.checks.check import Subject
from socialint.engine.look import Look
from socialint.engine.part import parted
from socialint.engine.prepare import Prepared
from socialint.engine.standing import one_fault_one_finding
from socialint.errors import Problem
from socialint.finding import UNSPOKEN, Finding, Hit
from socialint.layers.language import LANGUAGE
from socialint.layers.view import Layer
from socialint.report import RULE_FAILED

PARTIAL = "partial-feed"  # why a rule did not judge: a text in `locale`


def judge(looks: Sequence[Look]) -> None:
    """Lets the rules look at the drafts, and notes what they find in the tally of each."""
    for together in _alike(looks):
        rules = together[0].plan.rules
        for rule in rules:
            _make_layers(rule, together)
        for rule in rules:
            _ask(rule, together)
    for look in looks:
        look.tally.findings.extend(one_fault_one_finding(look.found, look.plan.rules))
        if look.asked:
            _count(look)
        look.close()


def _alike(looks: Iterable[Look]) -> Iterable[Sequence[Look]]:
    """The drafts that the same rules look at."""
    plans: dict[int, list[Look]] = {}
    for look in looks:
        plans.setdefault(id(look.plan), []).append(look)
    return plans.values()


def _ask(rule: Prepared, looks: Iterable[Look]) -> None:
    """Lets a rule look at drafts; one that fails costs nobody the others."""
    name, gate = rule.rule.name, rule.gate
    for look in looks:
        if look.may is not None and name not in look.may and not rule.rule.feed:
            continue
        try:
            if gate is not None and not look.senses.wake(gate):
                continue
            if found := _heard(rule, look):
                look.spoken.names.add(name)
                look.found += found
        except Exception as error:  # noqa: BLE001  whatever a check of a plugin may raise
            look.spoken.failed = True
            look.tally.crashed = True
            look.tally.problems.append(_failed(rule, look, error))


def _make_layers(rule: Prepared, looks: Sequence[Look]) -> None:
    """Makes what the rule will ask of all the drafts: a layer at a time, as a rule at a time."""
    if rule.rule.feed or rule.gate is not None or not rule.layers:
        return
    name = rule.rule.name
    asked = [look for look in looks if look.may is None or name in look.may]
    with suppress(Exception):  # the rule will fail in its turn
        for layer in rule.layers:
            for look in asked:
                _make(layer, look.subject)


def _make(layer: Layer[Any], subject: Subject) -> None:
    for segment, view in subject.views.items():
        if segment.field == "text":
            view.layer(layer)


def _heard(rule: Prepared, look: Look) -> Sequence[Finding]:
    tally, ledger = look.tally, look.terms.ledger
    # a page says what a rule kept of its draft
    if rule.rule.whole and tally.partial and tally.pages is None:
        tally.asleep[rule.rule.name, PARTIAL] += 1
        return ()
    if ledger is None:
        return _found(rule, look)
    return ledger.look(rule.rule.name, partial(_found, rule, look))


def _found(rule: Prepared, look: Look) -> Sequence[Finding]:
    name, subject = rule.rule.name, look.subject
    if rule.detect:
        hits = {_key(hit): hit for hit in rule.detect(subject)}
        if not hits:
            return ()
        place = look.place
        parts = [part for hit in hits.values() for part in parted(hit, name, place.live)]
        return [place.finding(part, rule) for part in parts]
    if rule.collect and (kept := rule.collect(subject)):
        look.keep(name, kept.value, faulty=kept.hit is not None)
    return ()


def _key(hit: Hit) -> tuple[object, ...]:
    return (hit.segment, hit.span, hit.channel, hit.variant)


def _count(look: Look) -> None:
    """Counts the draft, and keeps its page where the report wants the drafts."""
    subject, tally = look.subject, look.tally
    tally.asleep.update(look.plan.asleep)
    if look.terms.unspoken:
        tally.unspoken.update(_unspoken(look))
    if subject.draft.kind == "account":
        return
    tally.drafts += 1
    if tally.pages is not None:
        from socialint.engine.pages import page_of  # noqa: PLC0415  only for a report of drafts

        tally.pages.append(page_of(subject, sells=look.sells))


def _unspoken(look: Look) -> Iterator[tuple[str, str]]:
    """The rules that have no words in a language of the draft, each with that."""
    spoken = {part.lang for view in look.subject.views.values() for part in view.layer(LANGUAGE)}
    for lang in filter(None, spoken):
        silent = look.terms.unspoken.get(lang, frozenset())
        for rule in look.plan.rules:
            if rule.rule.name in silent:
                yield rule.rule.name, f"{UNSPOKEN}{lang}"


def _failed(rule: Prepared, look: Look, error: Exception) -> Problem:
    draft = look.subject.draft
    start = draft.source.position(draft.span.start)
    return failure(rule, error, draft.source.path, start.line, start.column)


def failure(
    rule: Prepared,
    error: Exception,
    path: str,
    line: int | None = None,
    column: int | None = None,
) -> Problem:
    """Names the place in the code, never the draft's words, which an exception may quote."""
    import traceback  # noqa: PLC0415  hopefully never needed

    last = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__} ({last.name}:{last.lineno})"
    args = {"rule": rule.rule.name, "pack": rule.rule.pack, "what": what}
    return Problem(RULE_FAILED, path, line, column, args)
