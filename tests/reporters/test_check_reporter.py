"""Every reporter of ours is fit to be shown, and what is not is told by its fault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from socialint.report import Report
from socialint.reporters import REPORTERS, Look
from socialint.testing import check_reporter


@pytest.mark.parametrize("name", REPORTERS)
def test_a_reporter_of_ours_is_fit_to_be_shown(name: str) -> None:
    assert check_reporter(REPORTERS[name])


def raw(report: Report, look: Look) -> Iterator[str]:
    yield from (str(finding.quote) for finding in report.findings if finding.rule == "phone-number")


def steering(report: Report, look: Look) -> Iterator[str]:
    yield from (str(finding.quote) for finding in report.findings if finding.rule == "odd-sign")


def printing(report: Report, look: Look) -> Iterator[str]:
    print("done")  # noqa: T201  the fault
    yield "done"


def counting(report: Report, look: Look) -> Iterator[int]:
    yield len(report.findings)


def placed(report: Report, look: Look) -> Iterator[str]:
    yield from (f"{finding.start.line}" for finding in report.findings)  # type: ignore[union-attr]  # the fault


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (raw, "personal data"),
        (steering, "of the draft through"),
        (printing, "it prints"),
        (counting, "which is no text"),
    ],
    ids=["raw", "steering", "printing", "counting"],
)
def test_what_is_not_is_told_by_its_fault(write: object, said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        check_reporter(write)  # type: ignore[arg-type]  # some are wrong on purpose


def test_one_that_wants_a_place_for_every_finding_fails() -> None:
    with pytest.raises(AttributeError):
        check_reporter(placed)
