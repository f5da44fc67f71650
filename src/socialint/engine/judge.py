"""One draft before all rules that are on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from socialint.checks.check import Card, Subject
from socialint.draft import Draft
from socialint.engine.gate import Senses
from socialint.engine.part import parted
from socialint.engine.place import Place
from socialint.engine.prepare import Plan, Prepared
from socialint.engine.standing import one_fault_one_finding
from socialint.engine.subject import Terms, card_of, subject_of
from socialint.engine.suppress import hold
from socialint.engine.tally import Tally
from socialint.errors import Problem
from socialint.finding import UNSPOKEN, Finding, Hit
from socialint.layers.language import LANGUAGE
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.report import RULE_FAILED

if TYPE_CHECKING:
    from socialint.engine.costs import Ledger

SILENT: frozenset[str] = frozenset()
PARTIAL = "partial-feed"  # why a rule did not judge: a text in `locale`
PROMO = "promo-ratio"  # the rule that knows which posts sell


class _Look(NamedTuple):
    """A draft before the rules: as checks see it, where findings are made, who keeps the books."""

    subject: Subject
    place: Place
    tally: Tally
    card: Card
    ledger: Ledger | None


def place_of(subject: Subject, terms: Terms, seen: Counter[int]) -> Place:
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
    seen: Counter[int],
    asked: bool = True,
    may: frozenset[str] | None = None,
) -> frozenset[str]:
    """Adds to `tally` what the rules find in the draft; answers the names of those that spoke.

    `seen` counts the fingerprints given in its file; only feed rules look where not `asked`.
    Rules of single drafts that `may` does not name are known to be silent (None: nothing is known).
    """
    subject = subject_of(draft, profile, terms)
    place = place_of(subject, terms, seen)
    look = _Look(subject, place, tally, _card(draft, terms, tally, asked=asked), terms.ledger)
    spoke = _ask(on.rules, look, may if asked else SILENT)
    if asked:
        tally.asleep.update(on.asleep)
        if terms.unspoken:
            tally.unspoken.update(_unspoken(subject, on, terms))
        _count(look)
    for view in (*subject.views.values(), *filter(None, [subject.message])):
        view.forget()
    return spoke


def _unspoken(subject: Subject, on: Plan, terms: Terms) -> Iterator[tuple[str, str]]:
    """The rules that have no words in a language of the draft, each with that."""
    spoken = {part.lang for view in subject.views.values() for part in view.layer(LANGUAGE)}
    for lang in filter(None, spoken):
        silent = terms.unspoken.get(lang, SILENT)
        yield from (
            (rule.rule.name, f"{UNSPOKEN}{lang}") for rule in on.rules if rule.rule.name in silent
        )


def _card(draft: Draft, terms: Terms, tally: Tally, *, asked: bool) -> Card:
    """The draft's card; cards of the same channels share them."""
    card = card_of(draft, terms.as_of, asked=asked)
    same = tally.channels.setdefault(card.channels, card.channels)
    return card if same is card.channels else card._replace(channels=same)


def _ask(rules: Sequence[Prepared], look: _Look, told: frozenset[str] | None) -> frozenset[str]:
    """Lets the rules look, of single drafts those that are `told` (None: all); who spoke."""
    spoke: set[str] = set()
    found: list[Finding] = []
    senses = Senses.of(look.subject)
    for rule in rules:
        if told is not None and rule.rule.name not in told and not rule.rule.feed:
            continue
        try:
            if rule.gate is not None and not senses.wake(rule.gate):
                continue
            if hits := _heard(rule, look):
                spoke.add(rule.rule.name)
                found += hits
        except Exception as error:  # noqa: BLE001  one rule that fails costs nobody the others
            spoke.add(rule.rule.name)
            look.tally.crashed = True
            look.tally.problems.append(_failed(rule, look.subject.draft, error))
    if found:
        look.tally.findings.extend(one_fault_one_finding(found, rules))
    return frozenset(spoke) if spoke else SILENT


def _heard(rule: Prepared, look: _Look) -> Sequence[Finding]:
    tally = look.tally
    # a page says what a rule kept of its draft
    if rule.rule.whole and tally.partial and tally.pages is None:
        tally.asleep[rule.rule.name, PARTIAL] += 1
        return ()
    if look.ledger is None:
        return _found(rule, *look[:4])
    return look.ledger.look(rule.rule.name, partial(_found, rule, *look[:4]))


def _count(look: _Look) -> None:
    """Counts the draft, and keeps its page where the report wants the drafts."""
    subject, tally = look.subject, look.tally
    if subject.draft.kind == "account":
        return
    tally.drafts += 1
    if tally.pages is not None:
        from socialint.engine.pages import page_of  # noqa: PLC0415  only for a report of drafts

        sells = _kept(PROMO, subject, tally, look.card)
        tally.pages.append(page_of(subject, sells=sells))


def _found(
    rule: Prepared, subject: Subject, place: Place, tally: Tally, card: Card
) -> Sequence[Finding]:
    if rule.detect:
        hits = {_key(hit): hit for hit in rule.detect(subject)}
        if not hits:
            return ()
        return [
            place.finding(part, rule)
            for hit in hits.values()
            for part in parted(hit, rule.rule.name, place.live)
        ]
    if rule.collect and (kept := rule.collect(subject)):
        rows = tally.rows(rule.rule.name, subject.profile)
        rows.add(card, kept.value, faulty=kept.hit is not None)
    return ()


def _kept(name: str, subject: Subject, tally: Tally, card: Card) -> Any:
    """What the feed rule `name` has just kept of the draft, None if it kept nothing."""
    return tally.rows(name, subject.profile).of(card)


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
