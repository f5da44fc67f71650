"""Rules that look across posts: they judge what was kept of each draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from socialint.checks.check import FeedCheck, FeedHit, Record
from socialint.engine.judge import Tally
from socialint.engine.prepare import Prepared
from socialint.finding import Finding, NotChecked, Related
from socialint.redact import redact


def judge_feed(rules: Mapping[str, Prepared], tally: Tally, *, partial: bool) -> list[NotChecked]:
    """Adds the feed rules' findings to `tally`; answers the rules that could not judge, and why."""
    silent = []
    for (name, profile), records in tally.records.items():
        rule = rules[name]
        if not isinstance(rule.check, FeedCheck):
            continue
        if partial and not rule.check.partial:
            silent.append(NotChecked(name, "partial-feed", len(records)))
            continue
        answer = rule.check.judge(rule.rule.params, sorted(records, key=_order), profile)
        if isinstance(answer, str):
            silent.append(NotChecked(name, answer, len(records)))
            continue
        tally.findings.extend(_findings(answer, rule))
    return silent


def _order(record: Record) -> tuple[bool, float, str, int]:
    """In time order; what has no time comes last, file by file."""
    when = record.when.timestamp() if record.when else 0.0
    return (record.when is None, when, record.path, record.number)


def _findings(hits: Iterable[FeedHit], rule: Prepared) -> Iterator[Finding]:
    for hit in hits:
        finding = hit.record.finding
        if finding is None or not hit.record.asked:
            continue
        args = {name: redact(value) for name, value in hit.args.items()}
        yield finding._replace(
            severity=rule.severity_of(hit.variant),
            variant=hit.variant,
            args={**finding.args, **args},
            related=tuple(_related(hit.related)),
        )


def _related(records: Iterable[Record]) -> Iterator[Related]:
    for record in records:
        found = record.finding
        if found and found.start and found.end:
            yield Related(found.path, found.start, found.end, found.quote or "")
