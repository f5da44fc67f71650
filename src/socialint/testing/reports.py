"""A reporter held to what every reporter owes: text, in any language, without personal data."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator

from socialint.locale import languages
from socialint.report import Report
from socialint.reporters import Look, Reporter
from socialint.testing.sample import ESCAPE, PHONE, sample_report

__all__ = ["check_reporter", "sample_report"]


def check_reporter(write: Reporter, look: Look = Look()) -> str:  # noqa: B008  frozen
    """What `write` makes of `sample_report()`, once it is proved to be fit to be shown.

    Raises AssertionError, with the reason, unless in every language, of that report and of an
    empty one, it yields texts and prints none, says the same twice, masks personal data, and
    lets no sign of the draft through that steers a terminal.
    """
    for lang in languages():
        for report in (sample_report(), Report()):
            for fault in _faults(write, report, Look(lang)):
                raise AssertionError(f"{lang}: {fault}")
    return "".join(write(sample_report(), look))


def _faults(write: Reporter, report: Report, look: Look) -> Iterator[str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        parts = list(write(report, look))
        again = list(write(report, look))
    if out.getvalue():
        yield "it prints; whoever asked for the report does that"
    if strange := [part for part in parts if not isinstance(part, str)]:
        yield f"it yields {strange[0]!r}, which is no text"
        return
    text = "".join(parts)
    if text != "".join(again):
        yield "two runs differ"
    if PHONE in text or "".join(PHONE.split()) in text:
        yield f"it shows the personal data {PHONE}"
    if ESCAPE in text:
        yield f"it lets {ESCAPE!r} of the draft through"
