"""One draft before all rules that are on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any

from socialint.checks.check import Card, Subject
from socialint.draft import Draft
from socialint.engine.gate import Senses
from socialint.engine.part import parted
from socialint.engine.place import Place
from socialint.engine.prepare import Plan, Prepared
from socialint.engine.rows import Rows
from socialint.engine.standing import one_fault_one_finding
from socialint.engine.subject import Terms, card_of, subject_of
from socialint.engine.suppress import hold
from socialint.errors import Problem
from socialint.finding import Finding, Hit
from socialint.page import Page
from socialint.profile import Profile
from socialint.report import RULE_FAILED

SILENT: frozenset[str] = frozenset()
PROMO = "promo-ratio"  # the rule that knows which posts sell


class Tally:
    """What a run has gathered so far.

    `watched` are the suppressions by the path and offset where they stand, each with the rules
    that must have looked before it can be called unused; `globs` those of `per_path` that meant
    a file.  `pages` are the drafts to show, if any.  `passing` says that what was found may be
    another within the day.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.problems: list[Problem] = []
        self.asleep: Counter[tuple[str, str]] = Counter()
        self.records: defaultdict[tuple[str, Profile], Rows] = defaultdict(Rows)
        self.channels: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.explicit: set[str] = set()
        self.watched: dict[tuple[str, int], frozenset[str]] = {}
        self.globs: set[str] = set()
        self.pages: list[Page] | None = None
        self.drafts = 0
        self.files = 0
        self.crashed = False
        self.passing = False


def place_of(subject: Subject, terms: Terms, seen: Counter[str]) -> Place:
    """Where findings of the draft are made; `seen` counts the fingerprints given in its file."""
    live = hold(subject.draft.suppressions, terms.known, terms.as_of.date())
    return Place(subject.draft, subject.views, seen, live)


def judge(
    draft: Draft,
    profile: Profile,
    on: Plan,
    *,
    terms: Terms,
    tally: Tally,
    seen: Counter[str],
    asked: bool = True,
    may: frozenset[str] | None = None,
) -> frozenset[str]:
    """Adds to `tally` what the rules find in the draft; answers the names of those that spoke.

    `seen` counts the fingerprints given in its file; only feed rules look where not `asked`.
    Rules of single drafts that `may` does not name are known to be silent (None: nothing is known).
    """
    spoke: set[str] = set()
    subject = subject_of(draft, profile, terms)
    place = place_of(subject, terms, seen)
    card = card_of(draft, terms.as_of, asked=asked)
    same = tally.channels.setdefault(card.channels, card.channels)
    card = card if same is card.channels else card._replace(channels=same)
    senses = Senses(draft, subject.views.values(), profile)
    found: list[Finding] = []
    ledger = terms.ledger
    if asked:
        tally.asleep.update(on.asleep)
    told = may if asked else SILENT
    for rule in on.rules:
        if told is not None and rule.rule.name not in told and not rule.rule.feed:
            continue
        try:
            if rule.gate is None or senses.wake(rule.gate):
                look = (rule, subject, place, tally, card)
                hits = (
                    ledger.look(rule.rule.name, partial(_found, *look)) if ledger else _found(*look)
                )
                if hits:
                    spoke.add(rule.rule.name)
                    found += hits
        except Exception as error:  # noqa: BLE001  one rule that fails costs nobody the others
            spoke.add(rule.rule.name)
            tally.crashed = True
            tally.problems.append(_failed(rule, draft, error))
    if found:
        tally.findings.extend(one_fault_one_finding(found, on.rules))
    if asked and tally.pages is not None and draft.kind != "account":
        from socialint.engine.pages import page_of  # noqa: PLC0415  only for a report of drafts

        sells = _kept(PROMO, subject, tally, card)
        tally.pages.append(page_of(subject, sells=sells))
    tally.drafts += asked and draft.kind != "account"
    for view in (*subject.views.values(), *filter(None, [subject.message])):
        view.forget()
    return frozenset(spoke) if spoke else SILENT


def _found(
    rule: Prepared, subject: Subject, place: Place, tally: Tally, card: Card
) -> Sequence[Finding]:
    if rule.detect:
        hits = {_key(hit): hit for hit in rule.detect(subject)}
        return [
            place.finding(part, rule)
            for hit in hits.values()
            for part in parted(hit, rule.rule.name, place.live)
        ]
    if rule.collect and (kept := rule.collect(subject)):
        rows = tally.records[rule.rule.name, subject.profile]
        rows.add(card, kept.value, faulty=kept.hit is not None)
    return ()


def _kept(name: str, subject: Subject, tally: Tally, card: Card) -> Any:
    """What the feed rule `name` has just kept of the draft, None if it kept nothing."""
    return tally.records[name, subject.profile].of(card)


def _key(hit: Hit) -> tuple[object, ...]:
    return (hit.segment, hit.span, hit.channel, hit.variant)


def _failed(rule: Prepared, draft: Draft, error: Exception) -> Problem:
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
