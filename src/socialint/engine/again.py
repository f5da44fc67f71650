"""Drafts that a feed rule speaks of, read once more to say where they are at fault.

A run keeps a few values of each draft, not its text; only the files that hold a fault are read
twice, and of a small run none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from socialint.draft import Draft
from socialint.engine.feed import Key, Verdict
from socialint.engine.look import place_of
from socialint.engine.prepare import Prepared
from socialint.engine.subject import Terms, subject_of
from socialint.finding import Finding
from socialint.named import NamedTuple
from socialint.profile import Profile

# drafts that a run holds in memory
HELD = 200

Drafts = Iterable[tuple[Draft, Profile]]


class Wanted(NamedTuple):
    """A rule that speaks of a draft, and which of its hits there."""

    rule: Prepared
    spots: set[int]


class Shelf:
    """The first drafts of a run, with their profiles."""

    def __init__(self) -> None:
        self.drafts: dict[Key, tuple[Draft, Profile]] = {}

    def hold(self, draft: Draft, profile: Profile, *, always: bool = False) -> None:
        """Keep the draft if there is room, or if it can't be read again (`always`)."""
        if always or len(self.drafts) < HELD:
            self.drafts[_key(draft)] = (draft, profile)


def located(
    verdicts: Iterable[Verdict],
    shelf: Shelf,
    read: Callable[[str], Drafts],
    terms: Terms,
) -> dict[tuple[Key, str, int], Finding]:
    """The findings of a rule in a draft, by both and their number, as if each were at fault.

    `read` answers the drafts of a file.
    """
    wanted: defaultdict[Key, dict[str, Wanted]] = defaultdict(dict)
    for verdict in verdicts:
        name = verdict.rule.rule.name
        for key, spot in verdict.spots:
            wanted[key].setdefault(name, Wanted(verdict.rule, set())).spots.add(spot)
    seen: defaultdict[str, Counter[int]] = defaultdict(Counter)
    return {
        (key, finding.rule, spot): finding
        for draft, profile in _drafts(set(wanted), shelf, read)
        if (key := _key(draft)) in wanted
        for spot, finding in _findings(
            draft, profile, wanted.pop(key).values(), terms, seen[key[0]]
        )
    }


def _drafts(
    keys: set[Key], shelf: Shelf, read: Callable[[str], Drafts]
) -> Iterator[tuple[Draft, Profile]]:
    absent = sorted({key[0] for key in keys if key not in shelf.drafts})
    yield from (shelf.drafts[key] for key in sorted(keys & shelf.drafts.keys()))
    for path in absent:
        yield from read(path)


def _findings(
    draft: Draft,
    profile: Profile,
    wanted: Iterable[Wanted],
    terms: Terms,
    seen: Counter[int],
) -> Iterator[tuple[int, Finding]]:
    subject = subject_of(draft, profile, terms)
    place = place_of(subject, terms, seen)
    for rule, spots in wanted:
        kept = rule.collect(subject) if rule.collect else None
        if kept and kept.hit:
            hits = (kept.hit, *kept.others)
            yield from ((spot, place.finding(hits[spot], rule)) for spot in sorted(spots))


def _key(draft: Draft) -> Key:
    return (draft.source.path, draft.number, draft.channels)
