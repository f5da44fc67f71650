"""What `socialint explain PATH:LINE` prints for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from socialint import printed
from socialint.engine.why.reason import Reason
from socialint.finding import Finding
from socialint.locale import words
from socialint.named import NamedTuple
from socialint.redact import redact
from socialint.reporters.cells import plain
from socialint.reporters.lines import wrap
from socialint.reporters.look import Look
from socialint.reporters.plural import counted
from socialint.text import Position

MOST_WORDS = 8  # the heaviest that are shown
MOST_TURNS = 8
MOST_UNASKED = 4
MOST_OTHERS = 6


class Answer(NamedTuple):
    """What there is to say of a place.

    `hidden` are findings that are let pass, each with the place of what lets it; `unasked` are the
    rules that would have to see the feed, `others` the lines of the file with findings,
    `elsewhere` the rules that tell of the place at another.
    """

    found: Sequence[Finding]
    reasons: Mapping[str, Sequence[Reason]]
    hidden: Sequence[tuple[Finding, Position | None]] = ()
    unasked: Sequence[str] = ()
    others: Sequence[tuple[int, str]] = ()
    elsewhere: frozenset[str] = frozenset()


def page(answer: Answer, look: Look) -> Iterator[str]:
    """The findings, rule by rule, each with its reasons; what is let pass; what was not asked."""
    say = words(look.lang)["why"]
    if not answer.reasons and not answer.hidden:
        yield f"{say['nothing']}\n"
        if answer.others:
            shown = ", ".join(f"{line} ({rule})" for line, rule in answer.others[:MOST_OTHERS])
            more = ", …" if len(answer.others) > MOST_OTHERS else ""
            yield from _lines([say["other-lines"].format(lines=shown + more)], look, indent=0)
    for rule, reasons in answer.reasons.items():
        found = [one for one in answer.found if one.rule == rule]
        yield f"{look.paint('rule', rule)}\n"
        for one in found:
            yield from _finding(one, look, elsewhere=rule in answer.elsewhere)
        yield from _reasons(reasons, found, look)
    for one, place in answer.hidden:
        yield f"{look.paint('rule', one.rule)}\n"
        yield from _lines([printed.said(one).message(look.lang), _pardon(one, place, look)], look)
    if answer.unasked:
        shown = ", ".join(answer.unasked[:MOST_UNASKED])
        more = ", …" if len(answer.unasked) > MOST_UNASKED else ""
        yield from _lines([say["need-the-feed"].format(rules=shown + more)], look, indent=0)


def _finding(one: Finding, look: Look, *, elsewhere: bool) -> Iterator[str]:
    say, said = words(look.lang)["why"], printed.said(one)
    yield from _lines((said.message(look.lang), said.why(look.lang), said.fix(look.lang)), look)
    parts = [other for other in one.related if other.rule is None]
    if one.start and (parts or elsewhere):
        yield from _lines([say["told-at"].format(path=one.path, line=one.start.line)], look, "- ")
    if parts:
        places = ", ".join(f"{other.path}:{other.start.line}" for other in parts)
        yield from _lines([say["told-of"].format(places=places)], look, "- ")


def _pardon(one: Finding, place: Position | None, look: Look) -> str:
    say = words(look.lang)["why"]
    let = printed.let_pass(one, look.lang)
    at = f"{one.path}:{place.line}" if place else ""
    return str(say["let-pass-at" if at else "let-pass"].format(place=at, why=let))


def _reasons(reasons: Sequence[Reason], found: Sequence[Finding], look: Look) -> Iterator[str]:
    """The words of the reasons, the weightiest of the lists', and how many more there are."""
    told = _together(reasons)
    kept = _weightiest(told, found)
    more = sum(map(_is_word, told)) - sum(map(_is_word, kept))
    kept = _new(kept)
    turns = [one for one in kept if one.code.startswith(("needs-", "holds-"))]
    kept = sorted((one for one in kept if one not in turns[MOST_TURNS:]), key=_is_word)
    yield from _lines([_placed(reason, look.lang) for reason in kept], look, "- ")
    if more:
        yield from _lines([counted("why", "more", more, look.lang)], look, "- ")


def _new(reasons: Sequence[Reason]) -> list[Reason]:
    """Without the words that are seen and no more, where the finding is said to hang on them."""
    hang = {one.start for one in reasons if one.start and not _is_word(one)}
    return [one for one in reasons if one.code != "seen" or one.start not in hang]


def _is_word(reason: Reason) -> bool:
    """Whether it is about an entry of a list, with its weight."""
    return "weight" in reason.args


def _together(reasons: Sequence[Reason]) -> list[Reason]:
    """The words that stand in several lists, told once."""
    groups: dict[object, list[Reason]] = {}
    for reason in reasons:
        key: object = (reason.code, reason.start, reason.quote, reason.args.get("guards"))
        if not _is_word(reason):
            key = (reason.code, reason.start, reason.quote, tuple(reason.args.items()))
        groups.setdefault(key, []).append(reason)
    return [_joined(group) for group in groups.values()]


def _joined(group: Sequence[Reason]) -> Reason:
    first = group[0]
    if len(group) == 1 or not _is_word(first):
        return first
    lists = ", ".join(dict.fromkeys(one.args["list"] for one in group))
    weight = max((one.args["weight"] for one in group), key=int)
    return first._replace(args={**first.args, "list": lists, "weight": weight})


def _weightiest(reasons: Sequence[Reason], found: Sequence[Finding]) -> list[Reason]:
    """All but the lightest of the words, in their order; of what was found, its own words."""
    cues = [reason for reason in reasons if _is_word(reason)]
    spans = [span for one in found for span in _spans(one)]
    own = [cue for cue in cues if cue.start and any(a <= cue.start.offset < b for a, b in spans)]
    heavy = sorted(own or cues, key=lambda reason: -int(reason.args["weight"]))[:MOST_WORDS]
    return [reason for reason in reasons if not _is_word(reason) or reason in heavy]


def _spans(finding: Finding) -> Iterator[tuple[int, int]]:
    """Where the finding stands, and what it rests on, in the source."""
    if finding.span:
        yield finding.span
    yield from ((clue.start.offset, clue.end.offset) for clue in finding.evidence)


def _placed(reason: Reason, lang: str) -> str:
    text = reason_text(reason, lang)
    return f"{reason.start.line}:{reason.start.column} {text}" if reason.start else text


def reason_text(reason: Reason, lang: str) -> str:
    """The reason as a sentence; personal data in it is masked."""
    template = words(lang)["why"][reason.code]
    args = {"quote": redact(" ".join((reason.quote or "").split())), **reason.args}
    args |= reason.told.get(lang, {})
    if "reason" in args:
        args["reason"] = printed.reason(args["reason"], lang)
    return str(template).format_map(args)


def _lines(texts: Sequence[str], look: Look, bullet: str = "", indent: int = 2) -> Iterator[str]:
    for text in texts:
        for row, line in enumerate(wrap(plain(text, look.encoding), look.width - 4, cut=False)):
            yield f"{' ' * indent}{' ' * len(bullet) if row else bullet}{line}\n"
