"""A hit at several places of which suppressions let some pass, as a hit for each lot of them."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.draft import Segment
from socialint.engine.suppress import Live, that_lets_pass
from socialint.finding import Change, Clue, Hit
from socialint.named import NamedTuple
from socialint.text import Span


class _Lots(NamedTuple):
    """Tells places apart by the suppression that lets a rule pass there (-1: none does)."""

    rule: str
    live: Sequence[Live]

    def at(self, segment: Segment | None, span: Span) -> int:
        place = segment.map.to_source(*span) if segment else span
        found = that_lets_pass(self.rule, place, self.live)
        return found.span.start if found else -1


def parted(hit: Hit, rule: str, live: Sequence[Live]) -> list[Hit]:
    """The hit with the places that share its lot, then one for each other lot.

    Only places that are faults by themselves make a hit of their own; what merely supports the
    hit stays with it.
    """
    alone = [clue for clue in hit.clues if clue.alone is not None]
    if not live or not alone or hit.span is None:
        return [hit]
    lots = _Lots(rule, live)
    own = lots.at(hit.segment, hit.span)
    others: dict[int, list[Clue]] = {}
    for clue in alone:
        if (lot := lots.at(clue.segment, clue.span)) != own:
            others.setdefault(lot, []).append(clue)
    if not others:
        return [hit]
    changes: dict[int, list[Change]] = {}
    for change in hit.changes:
        lot = lots.at(change.segment, change.span)
        changes.setdefault(lot if lot in others else own, []).append(change)
    moved = {id(clue) for clues in others.values() for clue in clues}
    left = tuple(clue for clue in hit.clues if id(clue) not in moved)
    chief = hit._replace(clues=left, changes=tuple(changes.get(own, ())))
    return [chief, *(_made(hit, others[lot], changes.get(lot, ())) for lot in others)]


def _made(hit: Hit, clues: Sequence[Clue], changes: Sequence[Change]) -> Hit:
    first, *others = clues
    args = first.alone or {}
    variant = first.note or hit.variant
    return Hit(first.segment, first.span, variant, args, tuple(others), tuple(changes), hit.channel)
