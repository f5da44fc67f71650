"""Rules that look across posts: they judge what was kept of each draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest

from socialint.checks.check import FeedCheck, FeedHit, Record
from socialint.engine.judge import PARTIAL, failure
from socialint.engine.place import known_by
from socialint.engine.prepare import Prepared
from socialint.engine.rows import Rows
from socialint.engine.tally import Tally
from socialint.finding import Finding, NotChecked, Related
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.redact import redact

# which draft of which file: the variants of a post have its number, and channels of their own
Key = tuple[str, int, tuple[str, ...]]
# where a draft is at fault by a rule's lights, by the number of the hit; None where it can't be
Locate = Callable[[Key, Prepared, int], Finding | None]
MOST_RELATED = 20


class Verdict(NamedTuple):
    """What a feed rule found, before it is known where that stands."""

    rule: Prepared
    hit: FeedHit

    @property
    def spots(self) -> Iterator[tuple[Key, int]]:
        """The drafts that it is about and which of their hits, the one it is reported on first."""
        yield key_of(self.hit.record), self.hit.spot
        related = self.hit.related[:MOST_RELATED]
        yield from zip_longest(map(key_of, related), self.hit.spots[: len(related)], fillvalue=0)


def key_of(record: Record) -> Key:
    """Which draft the record is about."""
    return (record.path, record.number, record.card.channels)


def judge_feed(
    rules: Mapping[str, Prepared], tally: Tally, *, partial: bool
) -> tuple[list[Verdict], list[NotChecked]]:
    """What the feed rules find on the drafts asked for; the rules that could not judge, and why."""
    verdicts: list[Verdict] = []
    silent: list[NotChecked] = []
    for (name, profile), records in list(tally.records.items()):
        if not len(records):
            continue
        found = answer(rules[name], records, profile, tally, partial=partial)
        if isinstance(found, str):
            silent.append(NotChecked(name, found, len(records)))
        else:
            verdicts += (Verdict(rules[name], hit) for hit in found)
    return verdicts, silent


def answer(
    rule: Prepared, records: Rows, profile: Profile, tally: Tally, *, partial: bool
) -> list[FeedHit] | str:
    """The hits of one feed rule on the drafts asked for, or why it could not judge."""
    check = rule.check
    assert isinstance(check, FeedCheck), rule.rule.name  # noqa: S101  no other keeps records
    if partial and not check.partial:
        return PARTIAL
    try:
        found = check.judge(rule.rule.params, records.feed(), profile)
        if isinstance(found, str):
            return found
        return [hit for hit in found if hit.record.faulty and hit.record.asked]
    except Exception as error:  # noqa: BLE001  one rule that fails costs nobody the others
        tally.crashed = True
        tally.problems.append(failure(rule, error, records.record(0).path))
        return []


def findings(verdicts: Iterable[Verdict], locate: Locate) -> Iterator[Finding]:
    """The findings that the verdicts stand for."""
    seen: Counter[int] = Counter()
    for verdict in verdicts:
        rule, hit = verdict
        first, *others = (locate(key, rule, spot) for key, spot in verdict.spots)
        if first is None:
            continue
        args = {name: redact(value) for name, value in hit.args.items()}
        finding = first._replace(
            severity=rule.severity_of(hit.variant),
            variant=hit.variant,
            args={**first.args, **args},
            related=tuple(_related(others)),
        )
        if hit.about is not None:
            finding = finding._replace(identity=known_by(rule.rule.name, hit.about, seen))
        yield finding


def _related(found: Iterable[Finding | None]) -> Iterator[Related]:
    for each in found:
        if each and each.start and each.end:
            yield Related(each.path, each.start, each.end, each.quote or "")
