"""One draft before all rules that are on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from socialint.checks.check import Card, Subject
from socialint.draft import Draft, Segment
from socialint.engine.gate import Senses
from socialint.engine.part import parted
from socialint.engine.place import Place
from socialint.engine.prepare import Plan, Prepared
from socialint.engine.rows import Rows
from socialint.engine.suppress import hold
from socialint.errors import Problem
from socialint.finding import Finding, Hit, Related
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.page import Page
from socialint.profile import Profile
from socialint.report import RULE_FAILED
from socialint.rule import Rule

if TYPE_CHECKING:
    from socialint.engine.costs import Ledger


SILENT: frozenset[str] = frozenset()
PROMO = "promo-ratio"  # the rule that knows which posts sell


class Terms(NamedTuple):
    """What holds for a whole run: languages, word lists, facts, rules, and the one clock."""

    as_of: datetime
    languages: tuple[str, ...]
    lexicons: Mapping[str, Any]
    facts: Mapping[str, Any]
    lang: str | None = None
    known: tuple[Rule, ...] = ()
    ledger: Ledger | None = None


class Tally:
    """What a run has gathered so far.

    `watched` are the suppressions by the path and offset where they stand, each with the rules
    that must have looked before it can be called unused; `globs` those of `per_path` that meant
    a file.  `pages` are the drafts to show, if any.
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
        tally.findings.extend(_one_fault_one_finding(found, on.rules))
    if asked and tally.pages is not None and draft.kind != "account":
        from socialint.engine.pages import page_of  # noqa: PLC0415  only for a report of drafts

        sells = _kept(PROMO, subject, tally, card)
        tally.pages.append(page_of(subject, sells=sells))
    tally.drafts += asked and draft.kind != "account"
    for view in (*subject.views.values(), *filter(None, [subject.message])):
        view.forget()
    return frozenset(spoke) if spoke else SILENT


def subject_of(draft: Draft, profile: Profile, terms: Terms) -> Subject:
    """The draft as checks see it."""
    views = _views(draft, profile, terms)
    message = _message(draft, profile, terms)
    return Subject(draft, views, profile, terms.as_of, draft.channels, terms.facts, message)


def _message(draft: Draft, profile: Profile, terms: Terms) -> View | None:
    """What a reply answers; people may write in another language than the reply's."""
    message = draft.in_reply_to
    text = message if isinstance(message, str) else message and message.text
    if not text:
        return None
    fallback = draft.lang or _fallback(profile, terms)
    return View(
        normalize("NFC", text),
        languages=terms.languages,
        fallback=fallback,
        lexicons=terms.lexicons,
    )


def _fallback(profile: Profile, terms: Terms) -> str | None:
    spoken = profile.get("languages", ())
    return spoken[0] if len(spoken) == 1 else terms.lang


def _views(draft: Draft, profile: Profile, terms: Terms) -> dict[Segment, View]:
    view = terms.ledger.view if terms.ledger else View
    fallback = _fallback(profile, terms)
    return {
        segment: view(
            segment.text,
            draft.lang,
            languages=terms.languages,
            fallback=fallback,
            marks=segment.marks,
            links=segment.links,
            lexicons=terms.lexicons,
        )
        for segment in draft.segments
    }


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


def card_of(draft: Draft, as_of: datetime, *, asked: bool = True) -> Card:
    """What a run keeps of a draft for the rules that look across posts."""
    when = _aware(draft.publish_at, as_of)
    return Card(draft.source.path, draft.number, when, draft.account, draft.channels, asked)


def _aware(when: datetime | None, as_of: datetime) -> datetime | None:
    """The moment in the run's zone, which is that of a time without one."""
    if when is None or when.tzinfo is None:
        return when and when.replace(tzinfo=as_of.tzinfo)
    try:
        return when.astimezone(as_of.tzinfo)
    except OverflowError:  # the first and the last year that there are
        return when


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


def _one_fault_one_finding(found: list[Finding], rules: Sequence[Prepared]) -> Iterator[Finding]:
    """Where two findings of one group overlap and a rule names the other, it stands for both.

    One that is let pass stands for no other.
    """
    yield from (finding for finding in found if finding.suppression)
    found = [finding for finding in found if not finding.suppression]
    names = {finding.rule for finding in found}
    wins = {
        rule.rule.name: names.intersection(rule.rule.supersedes)
        for rule in rules
        if rule.rule.name in names
    }
    if not any(wins.values()):
        yield from found
        return
    lost = {
        id(loser)
        for winner in found
        for loser in found
        if loser.rule in wins[winner.rule] and _overlap(winner, loser)
    }
    for finding in found:
        if id(finding) not in lost:
            beaten = [
                related
                for loser in found
                if id(loser) in lost
                and loser.rule in wins[finding.rule]
                and _overlap(finding, loser)
                for related in _as_related(loser)
            ]
            related = (*finding.related, *beaten)
            yield finding._replace(related=related) if beaten else finding


def _overlap(one: Finding, other: Finding) -> bool:
    if one.span is None or other.span is None:
        return one.span == other.span
    return one.span.start < other.span.end and other.span.start < one.span.end


def _as_related(finding: Finding) -> Iterator[Related]:
    if finding.start and finding.end:
        place = (finding.path, finding.start, finding.end, finding.quote or "")
        yield Related(*place, finding.rule, finding.code, finding.severity)
