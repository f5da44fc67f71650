"""What a run answers, once all drafts are judged."""

from __future__ import annotations

from socialint.baseline import Baseline, passed
from socialint.engine.run import Run
from socialint.finding import NotChecked
from socialint.report import Report, by_line, by_place


def report_of(run: Run, baseline: Baseline, *, partial: bool) -> Report:
    """The report of a run that has seen its drafts; `partial` where they are not the whole feed."""
    tally = run.tally
    silent = run.finish(partial=partial)
    shown, hidden = run.settled(silent)
    unspoken = [NotChecked(*key, count) for key, count in tally.unspoken.items()]
    shown.sort(key=by_place)
    if baseline.accepted:
        shown, known = passed(shown, baseline)
        hidden += known
    return Report(
        findings=tuple(shown),
        errors=tuple(sorted(tally.problems, key=by_line)),
        not_checked=tuple(sorted([*silent, *unspoken])),
        drafts=tally.drafts,
        files=tally.files,
        hidden=tuple(sorted(hidden, key=by_place)),
        fail_on=run.settings.fail_on,
        crashed=tally.crashed,
        pages=tuple(tally.pages or ()),
        passed_over=tuple(tally.passed_over),
    )
