from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from installed import Environment, environment, source_tree
from installed import build as build_project
from needs import FULL

from socialint.draft import Suppression
from socialint.errors import Problem
from socialint.finding import Evidence, Finding, NotChecked, Related, Severity, Wording
from socialint.report import Report
from socialint.text import Source, Span

# A slow machine is no failure; where nobody looks at a failure at once, the same examples again.
settings.register_profile("quick", max_examples=100, deadline=None, derandomize="CI" in os.environ)
settings.register_profile(
    "full",
    max_examples=2000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("full" if FULL else "quick")

Make = Callable[..., Finding]
Said = tuple[int, str, str]

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


def build(
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


@pytest.fixture
def make() -> Make:
    return build


@pytest.fixture
def report() -> Report:
    """A report with one of everything."""
    phone = "06 39 98 12 34"
    start = LAUNCH.text.index("Nine")
    there = LAUNCH.position(start), LAUNCH.position(start + 4)
    other = Related("posts/spring.md", *there, "Nine")
    findings = (
        build(LAUNCH, "Nine bakers in ten", clues=(("prefer", ""),), related=(other,)),
        build(
            LAUNCH,
            phone,
            rule="phone-number",
            severity="error",
            private=(phone,),
            clues=(("Nora", "name"),),
        ),
        build(
            LAUNCH,
            "\x1b[31mtaste",
            rule="odd-sign",
            severity="info",
            channel=None,
            private=(phone,),
        ),
        build(LAUNCH, "kind:\r\n\tthe mill,\r\n\tthe river,\r\n\tthe bread", rule="too-long"),
        build(Source("linkedin/acme", ""), None, rule="silent-account"),
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
        hidden=(build(LAUNCH, "Nora", rule="first-name")._replace(suppression=LET_PASS),),
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, in a plain English environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def socialint(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs a command line: exit code, standard output, standard error."""
    from socialint.cli import main  # noqa: PLC0415  only tests of the command line need it

    def run(*argv: str) -> Said:
        code = main(argv)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    build_project(folder)
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment in which the wheel, and nothing of the checkout, is installed."""
    made = environment(tmp_path_factory.mktemp("installed"))
    made.install(wheel)
    return made


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment that runs the source tree."""
    return source_tree(tmp_path_factory.mktemp("checkout"))
