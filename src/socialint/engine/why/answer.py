"""Why a rule speaks or says nothing at a place: what it saw, what adds up, what would turn it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from socialint.checks.check import Subject
from socialint.checks.spots import APART
from socialint.draft import Draft
from socialint.engine import look
from socialint.engine.gate import Group, Senses
from socialint.engine.prepare import Prepared, wanting
from socialint.engine.run import Run
from socialint.engine.subject import subject_of
from socialint.engine.why.case import Case, place_of
from socialint.engine.why.feed import across, line_of
from socialint.engine.why.reason import Reason
from socialint.engine.why.seen import seen_in
from socialint.engine.why.sums import sums_of
from socialint.engine.why.turning import turning
from socialint.engine.why.twist import Twist
from socialint.finding import Hit
from socialint.layers.phrases import Found
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.redact import redact
from socialint.text import Span

MOST_MISSING = 6  # lists that are named where none of their words is there


Reasons = Mapping[str, Sequence[Reason]]


def why(
    run: Run, asked: Mapping[str, Sequence[Span | None]], path: str, line: int, *, partial: bool
) -> Reasons:
    """What each rule (by name) sees, or what holds it back, at a line (from 1) of a file.

    A rule comes with the places of its findings there, or with None.  `run` has checked the file,
    and what else there is of the feed unless that is `partial`.
    """
    return {
        name: [
            reason
            for place in dict.fromkeys(places)
            for reason in _reasons(run, name, path, line, place, partial=partial)
        ]
        for name, places in asked.items()
    }


def _reasons(
    run: Run, name: str, path: str, line: int, stretch: Span | None, *, partial: bool
) -> Iterator[Reason]:
    """What made the rule `name` speak, or holds it back, of the drafts on a line in turn.

    `stretch` is the place of a finding in the source.
    """
    rule = run.rules[name]
    drafts = [
        (draft, profile)
        for draft, profile in run.again(path)
        if _first(draft) <= line <= _last(draft)
    ]
    if not drafts:
        yield Reason("no-draft")
    for draft, profile in drafts:
        case = Case(rule, draft, profile, run.terms, stretch or line_of(draft, line), {})
        yield from _draft(run, case, line, partial=partial)


def _first(draft: Draft) -> int:
    return draft.source.position(draft.span.start).line


def _last(draft: Draft) -> int:
    return draft.source.position(draft.span.end).line


def _draft(run: Run, case: Case, line: int, *, partial: bool) -> Iterator[Reason]:
    rule, draft = case.rule, case.draft
    if rule not in run.chosen.on(run.settings.at(draft.source.path)):
        yield Reason("preview" if rule.rule.status == "preview" else "off")
    if draft.kind not in rule.rule.kinds:
        yield Reason("kind", {"kind": draft.kind, "kinds": ", ".join(rule.rule.kinds)})
    elif lacking := wanting(rule.rule, case.profile):
        yield Reason("wants", {"part": lacking})
    elif rule.rule.feed:
        yield from across(run, case, partial=partial)
    else:
        yield from _one(case, line)


def _one(case: Case, line: int) -> Iterator[Reason]:
    """Why a rule of single drafts speaks or not."""
    subject = case.subject
    senses = Senses.of(subject)
    if case.rule.gate and not senses.wake(case.rule.gate):
        yield _asleep(case.rule, senses)
        return
    words = [*_words(case, subject, line)]
    hits = case.hits()
    spoke = any(case.meets(hit) for hit in hits)
    if spoke:
        yield Reason("speaks" if words else "speaks-unworded")
    else:
        yield _elsewhere(hits, case.draft) if hits else Reason("quiet")
    yield from sums_of(case.rule, case.subject, case.stretch)
    yield from _turns(case, spoke=spoke)
    yield from words


def _elsewhere(hits: Sequence[Hit], draft: Draft) -> Reason:
    spans = [span for hit in hits if (span := place_of(hit))]
    lines = sorted({draft.source.position(span.start).line for span in spans})
    return Reason("elsewhere", {"lines": ", ".join(map(str, lines))})


def _asleep(rule: Prepared, senses: Senses) -> Reason:
    """Which words would have to be there, of the alternative that most is there of."""
    assert rule.gate  # noqa: S101  asked before
    groups = max(
        [[Group(sorted(rule.gate.lists), ())], *rule.gate.others],
        key=lambda groups: sum(not senses.lists.isdisjoint(group.lists) for group in groups),
    )
    missing = next((one for one in groups if senses.lists.isdisjoint(one.lists)), Group((), ()))
    names = [*sorted(missing.lists), *missing.parts]
    if not names:
        return Reason("asleep")
    shown = ", ".join(name.replace("classes/", "").split("/")[-1] for name in names[:MOST_MISSING])
    return Reason("asleep-without", {"lists": shown + (", …" if len(names) > MOST_MISSING else "")})


def _words(case: Case, subject: Subject, line: int) -> Iterator[Reason]:
    """The words on the line that the rule looked up."""
    shown = _shown(case)
    for segment, places in seen_in(case.rule, subject).items():
        for items in places.values():
            for name, item in items:
                cue = _cue(item, name, subject.views[segment])
                span = segment.map.to_source(item.match.start, item.match.end)
                start = case.draft.source.position(span.start)
                if start.line == line:
                    yield cue._replace(start=start, quote=shown(span))


def _cue(item: Found, name: str, view: View) -> Reason:
    match, trait = item.match, item.trait
    silent = [guard for guard in trait.guards if item.lexicon.guards[guard](view, match)]
    args = {
        "list": name,
        "weight": str(match.weight),
        "guards": ", ".join(silent or trait.guards) or "–",
    }
    apart = view.layer(ZONES).covers(match.start, match.end, *APART)
    code = "guarded" if silent else "apart" if apart else "watched" if trait.guards else "seen"
    return Reason(code, args)


def _shown(case: Case) -> Callable[[Span], str]:
    """How a stretch of the draft's source may be shown: personal data masked."""
    draft = case.draft
    start, end = draft.span
    subject = subject_of(draft, case.profile, case.terms)
    private = look.place_of(subject, case.terms, Counter()).private
    text = redact(draft.source.text[start:end], [Span(a - start, b - start) for a, b in private])
    return lambda span: text[max(span.start - start, 0) : span.end - start]


def _turns(case: Case, *, spoke: bool) -> Iterator[Reason]:
    """What would have silenced the rule, or what holds it back."""
    none = True
    for changes in turning(case):
        none = False
        kind = "needs" if spoke else "holds"
        if len(changes) > 1:
            kind = "both"
            yield Reason("holds-together")
        yield from (_turn(one, case, kind) for one in changes)
    if none and not spoke and not case.hits():
        yield Reason("holds-nothing")


def _turn(one: Twist, case: Case, kind: str) -> Reason:
    code = f"{kind}-{one.name}"
    if one.span is None:
        return Reason(code, one.args)
    start = case.draft.source.position(one.span.start)
    return Reason(code, one.args, start, _shown(case)(one.span))
