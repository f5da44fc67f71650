"""Why a rule says nothing at a place: the first thing that holds it back, and its words there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialint.checks.check import Check, Subject, Words
from socialint.checks.spots import APART
from socialint.draft import Draft, Segment
from socialint.engine.gate import Senses, named
from socialint.engine.prepare import Prepared, wanting
from socialint.engine.run import Run
from socialint.engine.subject import subject_of
from socialint.layers.phrases import FOUND, Found
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Position


class Reason(NamedTuple):
    """One reason: `code` names a text in the locale's `why`, which `args` fill in.

    `start` is where the words stand that it is about, `quote` the words; both None where it is
    about the whole draft.
    """

    code: str
    args: Mapping[str, str] = {}
    start: Position | None = None
    quote: str | None = None


def reasons(run: Run, name: str, path: str, line: int) -> Iterator[Reason]:
    """What holds the rule `name` back at a line (from 1) of a file, the drafts there in turn.

    `run` has checked the file already.
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
        yield from _draft(run, rule, draft, profile, line)


def _first(draft: Draft) -> int:
    return draft.source.position(draft.span.start).line


def _last(draft: Draft) -> int:
    return draft.source.position(draft.span.end).line


def _draft(run: Run, rule: Prepared, draft: Draft, profile: Profile, line: int) -> Iterator[Reason]:
    if rule not in run.on(run.settings.at(draft.source.path)):
        yield Reason("off")
    if draft.kind not in rule.rule.kinds:
        yield Reason("kind", {"kind": draft.kind, "kinds": ", ".join(rule.rule.kinds)})
        return
    if lacking := wanting(rule.rule, profile):
        yield Reason("wants", {"part": lacking})
        return
    if rule.rule.feed:
        yield Reason("feed")
        return
    subject = subject_of(draft, profile, run.terms)
    if rule.gate and not Senses(draft, subject.views.values(), profile).wake(rule.gate):
        yield Reason("asleep")
        return
    yield from _words(rule, subject, line)


def _words(rule: Prepared, subject: Subject, line: int) -> Iterator[Reason]:
    names = set(_lists(rule))
    found = [
        _cue(item, name.partition("/")[2], segment, view, subject.draft)
        for segment, view in subject.views.items()
        for name in names & view.layer(FOUND).keys()
        for item in view.layer(FOUND)[name]
    ]
    here = [(cue.start, cue) for cue in found if cue.start and cue.start.line == line]
    yield from (cue for _, cue in sorted(here, key=_by_place))
    hits = list(rule.detect(subject)) if rule.detect else []
    yield Reason(("speaks" if names else "speaks-unworded") if hits else "quiet")
    yield from _sums(rule, subject)


def _lists(rule: Prepared) -> Iterator[str]:
    """The word lists that the rule is known to look up."""
    yield from (f"{rule.rule.name}/{name}" for name in rule.rule.lists)
    yield from (name for name in named(rule.rule.wakes) if "/" in name)
    if isinstance(rule.check, Check) and rule.check.uses:
        words = Words(rule.rule.name, rule.rule.lists, rule.rule.patterns)
        yield from (words.key(name) for _, name in rule.check.uses(rule.rule.params))


def _cue(item: Found, name: str, segment: Segment, view: View, draft: Draft) -> Reason:
    match, trait = item.match, item.trait
    spans = segment.map.to_source(match.start, match.end)
    silent = [guard for guard in trait.guards if item.lexicon.guards[guard](view, match)]
    args = {
        "list": name,
        "weight": str(match.weight),
        "guards": ", ".join(silent or trait.guards) or "–",
    }
    apart = view.layer(ZONES).covers(match.start, match.end, *APART)
    code = "guarded" if silent else "apart" if apart else "watched" if trait.guards else "seen"
    start = draft.source.position(spans.start)
    return Reason(code, args, start, draft.source.text[spans.start : spans.end])


def _sums(rule: Prepared, subject: Subject) -> Iterator[Reason]:
    """What the moves of the rule add up to, where it is a rule of moves."""
    if rule.rule.check != "moves":
        return
    from socialint.checks.moves import sums  # noqa: PLC0415  only a rule of moves needs them

    words = Words(rule.rule.name, rule.rule.lists, rule.rule.patterns)
    for total, moves in sums(rule.rule.params, words, subject):
        args = {
            "sum": f"{total:g}",
            "threshold": f"{rule.rule.params['threshold']:g}",
            "moves": ", ".join(moves),
        }
        yield Reason("sum", args)


def _by_place(placed: tuple[Position, Reason]) -> tuple[int, str]:
    return placed[0].offset, placed[1].args["list"]
