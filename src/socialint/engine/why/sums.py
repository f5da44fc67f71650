"""What a rule adds up in a draft, where its check tells."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Subject, Words
from socialint.engine.prepare import Prepared
from socialint.engine.why.reason import Reason
from socialint.text import Span


def sums_of(rule: Prepared, subject: Subject, stretch: Span) -> Iterator[Reason]:
    """Each sum with its threshold and its parts, but for those of other places than `stretch`."""
    if not isinstance(rule.check, Check) or rule.check.sums is None:
        return
    words = Words(rule.rule.name, rule.rule.lists, rule.rule.patterns)
    for one in rule.check.sums(rule.rule.params, words, subject):
        if one.segment and one.span and not _touch(one.segment.map.to_source(*one.span), stretch):
            continue
        parts = ", ".join(f"{name} {weight:+.3g}" for name, weight in one.parts if weight)
        args = {"sum": f"{one.total:.3g}", "threshold": f"{one.threshold:g}", "parts": parts}
        yield Reason("sum" if parts else "sum-none", args)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
