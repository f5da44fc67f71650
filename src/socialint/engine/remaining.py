"""What is left of a baseline once its files were checked."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from socialint.baseline import Accepted, Baseline, is_accepted, key_of
from socialint.finding import Finding


def pruned(
    accepted: Sequence[Accepted], known: Iterable[Finding], looked: Callable[[Accepted], bool]
) -> tuple[Accepted, ...]:
    """The entries without what is gone; those that nobody has `looked` for stay as they are."""
    found = Counter(key_of(one) for one in known if is_accepted(one))
    kept = []
    # what can't be looked for takes its share first: only the rest can be gone
    for entry in sorted(accepted, key=looked):
        count = min(entry.times, found[entry.key]) if looked(entry) else entry.times
        found[entry.key] -= min(count, found[entry.key])
        if count:
            kept.append(entry._replace(times=count))
    return tuple(kept)


def remaining(
    baseline: Baseline,
    hidden: Iterable[Finding],
    paths: Iterable[str | Path],
    on: Collection[str],
) -> tuple[Accepted, ...]:
    """The entries without what a check of `paths` by the rules `on` did not find any more.

    `hidden` are the findings that were let pass.
    """
    asked = [Path(path).resolve() for path in paths]

    def looked(entry: Accepted) -> bool:
        path = Path(os.path.normpath(baseline.home / entry.path))
        return entry.rule in on and any(one == path or one in path.parents for one in asked)

    return pruned(baseline.accepted, hidden, looked)


def gone(before: Iterable[Accepted], after: Iterable[Accepted]) -> tuple[Accepted, ...]:
    """What some entries accept and others do not any more, by path and rule."""
    lost: Counter[tuple[str, str]] = Counter()
    for entries, sign in ((before, 1), (after, -1)):
        for entry in entries:
            lost[entry.path, entry.rule] += sign * entry.times
    return tuple(Accepted(rule, path, "", n) for (path, rule), n in sorted(lost.items()) if n > 0)
