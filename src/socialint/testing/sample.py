"""A report with one of everything, on a draft that is not kind to who prints it."""

from __future__ import annotations

from datetime import date

from socialint.draft import Suppression
from socialint.errors import Problem
from socialint.finding import Evidence, Finding, NotChecked, Related, Severity, Wording
from socialint.report import Report
from socialint.text import Source, Span

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

WORDS = {
    "en": Wording(
        {"": "“{quote}”: by whose count?"},
        {"": "Nobody can check it."},
        {"": "Name the survey and link to it: “(Acme survey, 2026)”."},
        {"name": "a first name"},
    ),
    "fr": Wording(
        {"": "«\u00a0{quote}\u00a0»\u00a0: qui a compté\u202f?"},
        {"": "Personne ne peut le vérifier."},
        {"": "Nommez l’enquête et liez-la\u00a0: «\u00a0(enquête Acme, 2026)\u00a0»."},
        {"name": "un prénom"},
    ),
}


def sample_report() -> Report:
    """Findings with and without a place, evidence, errors, silent rules, one that is let pass.

    Its draft holds a person's telephone number, signs that steer a terminal, wide letters and
    all kinds of line ends.
    """
    start = LAUNCH.text.index("Nine")
    there = LAUNCH.position(start), LAUNCH.position(start + 4)
    other = Related("posts/spring.md", *there, "Nine")
    findings = (
        made_up(LAUNCH, "Nine bakers in ten", clues=(("prefer", ""),), related=(other,)),
        made_up(
            LAUNCH,
            PHONE,
            rule="phone-number",
            severity="error",
            private=(PHONE,),
            clues=(("Nora", "name"),),
        ),
        made_up(
            LAUNCH,
            "\x1b[31mtaste",
            rule="odd-sign",
            severity="info",
            channel=None,
            private=(PHONE,),
        ),
        made_up(LAUNCH, "kind:\r\n\tthe mill,\r\n\tthe river,\r\n\tthe bread", rule="too-long"),
        made_up(Source("linkedin/acme", ""), None, rule="silent-account"),
    )
    return Report(
        findings=findings,
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


def made_up(
    source: Source,
    text: str | None,
    *,
    rule: str = "made-up-figure",
    severity: Severity = "warning",
    channel: str | None = "linkedin",
    private: tuple[str, ...] = (),
    clues: tuple[tuple[str, str], ...] = (),
    related: tuple[Related, ...] = (),
) -> Finding:
    """A finding on the first place where `text` stands in the source, or on no place."""

    def span(piece: str) -> Span:
        start = source.text.index(piece)
        return Span(start, start + len(piece))

    def evidence(piece: str, note: str) -> Evidence:
        place = span(piece)
        return Evidence(piece, source.position(place.start), source.position(place.end), note)

    place = None if text is None else span(text)
    start = source.position(place.start) if place else None
    end = source.position(place.end) if place else None
    line, first = "", None
    if place and start and end:
        first = source.line(start.line).start
        line = source.text[first : max(source.line(end.line).end, place.end)]
    return Finding(
        rule=rule,
        code="CLM399",
        severity=severity,
        confidence="high",
        path=source.path,
        draft=f"{source.path}#1" if place else None,
        channel=channel,
        field="text" if place else None,
        span=place,
        start=start,
        end=end,
        quote=text,
        wording=WORDS,
        args={"quote": text or "Acme"},
        evidence=tuple(evidence(*clue) for clue in clues),
        related=related,
        private=tuple(span(piece) for piece in private),
        line=line,
        line_start=first,
        identity="a fault",
    )
