"""Findings of one fault: one stands, for the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.engine.prepare import Prepared
from socialint.finding import Finding, Related


def one_fault_one_finding(found: list[Finding], rules: Sequence[Prepared]) -> Iterator[Finding]:
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
    losers = [finding for finding in found if id(finding) in lost]
    for finding in found:
        if id(finding) not in lost:
            beaten = [one for one in losers if one.rule in wins[finding.rule]]
            yield _standing_for(finding, [one for one in beaten if _overlap(finding, one)])


def _standing_for(winner: Finding, beaten: Sequence[Finding]) -> Finding:
    others = [related for loser in beaten for related in _as_related(loser)]
    return winner._replace(related=(*winner.related, *others)) if others else winner


def _overlap(winner: Finding, loser: Finding) -> bool:
    """Whether what the loser shows is shown by the winner, or is evidence of it."""
    if winner.span is None or loser.span is None:
        return winner.span == loser.span
    clues = [(clue.start.offset, clue.end.offset) for clue in winner.evidence]
    return any(
        start < loser.span.end and loser.span.start < end for start, end in [winner.span, *clues]
    )


def _as_related(finding: Finding) -> Iterator[Related]:
    if finding.start and finding.end:
        place = (finding.path, finding.start, finding.end, finding.quote or "")
        yield Related(*place, finding.rule, finding.code, finding.severity, finding)
