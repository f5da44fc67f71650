"""A check of files and folders by a linter: alone or shared, with or without what was kept."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from socialint.baseline import total
from socialint.discover import Found
from socialint.engine import late
from socialint.engine.allowed import told
from socialint.engine.files import files_in, is_whole
from socialint.engine.outcome import report_of
from socialint.engine.run import Run
from socialint.engine.shared import check_shared
from socialint.errors import Problem
from socialint.frozen import replace
from socialint.named import NamedTuple
from socialint.report import Report
from socialint.state import results_of, whole_of

if TYPE_CHECKING:
    from socialint.engine.costs import Ledger
    from socialint.linter import Linter


class How(NamedTuple):
    """The ways that `Linter.check_paths` is asked to go, by the names of its arguments."""

    stdin: tuple[str, bytes] | None
    progress: Callable[[int, str], None] | None
    overlay: Mapping[str, bytes]
    pages: bool
    ledger: Ledger | None
    jobs: int
    cached: bool


def report_on(linter: Linter, named: Sequence[str], how: How) -> Report:
    """The report on the files under the paths that are named, or one kept of the very same."""
    run = linter.run()
    if how.overlay or how.ledger:
        run = replace(run, overlay=how.overlay, terms=run.terms._replace(ledger=how.ledger))
    run.tally.pages = [] if how.pages else None
    files: Iterable[Found | Problem] = files_in(run, named)
    how = how._replace(cached=how.cached and not how.ledger)
    check = functools.partial(_checked, linter, run, named, how)
    if not how.cached or how.overlay or how.stdin or how.pages or linter.settings.feed:
        return check(files)
    if len(files := list(files)) <= late.FEW:
        return check(files)
    known = whole_of(linter, run, named, linter.baseline)
    return known.report(files, check, lambda: not run.tally.passing)


def _checked(
    linter: Linter, run: Run, named: Sequence[str], how: How, files: Iterable[Found | Problem]
) -> Report:
    """The report on files under the paths that were named."""
    run.tally.whole = is_whole(run, named)
    results = late.Late(functools.partial(results_of, linter, run)) if how.cached else None
    again = functools.partial(linter.at, run.terms.as_of)
    partial = check_shared(
        run, files, how.stdin, how.progress, results, jobs=how.jobs, linter=again
    )
    used = run.idling.uses(partial=partial) if is_whole(run, named) else None
    run.tally.findings.extend(told(linter.settings, run.rules, run.terms.as_of.date(), used))
    report = report_of(run, linter.baseline, partial=partial)
    if not (accepted := linter.baseline.accepted):
        return report
    return report._replace(stale=total(accepted) - total(linter.remaining(report, named)))
