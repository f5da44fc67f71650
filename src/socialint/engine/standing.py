"""Findings of one fault: one stands, for the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from socialint.engine.prepare import Prepared
from socialint.finding import Finding, Related
from socialint.text import Span, meets

ANYWHERE = "draft:"  # before a rule that gives way wherever in the draft it speaks


def one_fault_one_finding(found: list[Finding], rules: Sequence[Prepared]) -> Iterator[Finding]:
    """Where two findings of one group overlap and a rule names the other, it stands for both.

    A rule named as `draft:NAME` gives way without overlap.  A finding that is let pass stands for
    no other.
    """
    yield from (finding for finding in found if finding.suppression)
    found = [finding for finding in found if not finding.suppression]
    names = {finding.rule for finding in found}
    wins = {
        rule.rule.name: {
            name: item.startswith(ANYWHERE)
            for item in rule.rule.supersedes
            if (name := item.removeprefix(ANYWHERE)) in names
        }
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
        if _gives_way(loser, winner, wins[winner.rule])
    }
    losers = [finding for finding in found if id(finding) in lost]
    for finding in found:
        if id(finding) not in lost:
            ways = wins[finding.rule]
            yield _standing_for(finding, [one for one in losers if _gives_way(one, finding, ways)])


def _gives_way(loser: Finding, winner: Finding, ways: Mapping[str, bool]) -> bool:
    """Whether one is named by the rule of the other, and overlaps where it must."""
    return loser.rule in ways and (ways[loser.rule] or _overlap(winner, loser))


def _standing_for(winner: Finding, beaten: Sequence[Finding]) -> Finding:
    others = [related for loser in beaten for related in _as_related(loser)]
    return winner._replace(related=(*winner.related, *others)) if others else winner


def _overlap(winner: Finding, loser: Finding) -> bool:
    """Whether what the loser shows is shown by the winner, or is evidence of it."""
    if winner.span is None or loser.span is None:
        return winner.span == loser.span
    clues = [Span(clue.start.offset, clue.end.offset) for clue in winner.evidence]
    return meets(loser.span, [winner.span, *clues])


def _as_related(finding: Finding) -> Iterator[Related]:
    if finding.start and finding.end:
        place = (finding.path, finding.start, finding.end, finding.quote or "")
        yield Related(*place, finding.rule, finding.code, finding.severity, finding)
