"""A report with one of everything, on a draft that is not kind to who prints it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from socialint.draft import Suppression
from socialint.errors import Problem
from socialint.finding import Finding, NotChecked, Related
from socialint.report import Report
from socialint.testing.made import made_up
from socialint.text import Source

PHONE = "06 39 98 12 34"  # of the range that Arcep keeps for fiction
ESCAPE = "\x1b"  # begins what steers a terminal
LAUNCH = Source(
    "posts/launch.md",
    "---\nchannel: linkedin\n---\n\n"
    "Nine bakers in ten prefer our flour, did you know?\n"
    "Call Nora on 06 39 98 12 34 💐 or 日本支社 to \x1b[31mtaste it\x1b[0m.\n"
    "One of a kind:\r\n\tthe mill,\r\n\tthe river,\r\n\tthe bread.\n",
)

LET_PASS = Suppression(
    ("first-name",), "she agreed: write to nora@mill.example", date(2027, 1, 31), "ana"
)


def sample_report() -> Report:
    """Findings with and without a place, evidence, errors, silent rules, one that is let pass.

    Its draft holds a person's telephone number, signs that steer a terminal, wide letters and
    all kinds of line ends.
    """
    return Report(
        findings=tuple(_findings()),
        errors=(
            Problem("no-text-column", "calendar.csv", 1, 1, {"header": "Day, Hour"}),
            Problem("path-missing", "gone.md"),
        ),
        not_checked=(
            NotChecked("loose-link", "links", 2),
            NotChecked("loose-link", "links.utm", 2),
            NotChecked("copied-reply", "partial-feed", 1),
        ),
        drafts=7,
        files=1200,
        hidden=(made_up(LAUNCH, "Nora", rule="first-name")._replace(suppression=LET_PASS),),
    )


def _findings() -> Iterator[Finding]:
    start = LAUNCH.text.index("Nine")
    there = LAUNCH.position(start), LAUNCH.position(start + 4)
    other = Related("posts/spring.md", *there, "Nine")
    yield made_up(LAUNCH, "Nine bakers in ten", clues=(("prefer", ""),), related=(other,))
    whose = (("Nora", "name"),)
    yield made_up(
        LAUNCH, PHONE, rule="phone-number", severity="error", private=(PHONE,), clues=whose
    )
    odd = f"{ESCAPE}[31mtaste"
    yield made_up(LAUNCH, odd, rule="odd-sign", severity="info", channel=None, private=(PHONE,))
    kind = "kind:\r\n\tthe mill,\r\n\tthe river,\r\n\tthe bread"
    yield made_up(LAUNCH, kind, rule="too-long")
    yield made_up(Source("linkedin/acme", ""), None, rule="silent-account")
