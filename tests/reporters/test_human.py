from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from socialint.draft import Suppression
from socialint.errors import Problem
from socialint.report import Report
from socialint.reporters import REPORTERS, Look
from socialint.reporters.cells import width
from socialint.reporters.summary import summary

EXPECTED = Path(__file__).parent / "expected"

LOOKS = {
    "en": Look("en"),
    "fr": Look("fr"),
    "narrow.en": Look("en", width=40),
    "narrow.fr": Look("fr", width=40),
    "ascii.en": Look("en", encoding="ascii"),
    "cp1252.fr": Look("fr", encoding="cp1252"),
    "colour.en": Look("en", colour=True),
    "profile.fr": Look("fr", profile=True),
}


def human(report: Report, look: Look) -> str:
    return "".join(REPORTERS["human"](report, look))


@pytest.mark.parametrize("name", LOOKS)
def test_the_report_is_laid_out_as_expected(name: str, report: Report) -> None:
    found = human(report, LOOKS[name])
    path = EXPECTED / f"{name}.txt"
    if os.environ.get("REWRITE_EXPECTED"):
        path.write_text(found, "utf-8", newline="")
    assert found == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_number_of_a_person_is_nowhere_in_the_report(lang: str, report: Report) -> None:
    for name in REPORTERS:
        found = "".join(REPORTERS[name](report, Look(lang)))
        assert "39 98" not in found
        assert "34" in found


def test_colours_change_nothing_but_colours(report: Report) -> None:
    painted = human(report, Look("fr", colour=True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == human(report, Look("fr"))


@pytest.mark.parametrize("columns", [30, 40, 60, 89, 120])
def test_excerpts_messages_and_fixes_fit_the_terminal(columns: int, report: Report) -> None:
    for row in human(report, Look("fr", width=columns)).splitlines():
        if "│" in row or "╰" in row:
            assert width(row) <= columns


@pytest.mark.parametrize(
    ("lang", "files", "expected"),
    [
        ("en", 0, "No draft was found\n"),
        ("en", 1, "Nothing to report in 1 file\n"),
        ("en", 1200, "Nothing to report in 1,200 files\n"),
        ("fr", 0, "Aucun brouillon trouvé\n"),
        ("fr", 1, "Rien à signaler dans 1 fichier\n"),
        ("fr", 2, "Rien à signaler dans 2 fichiers\n"),
        ("fr", 1200, "Rien à signaler dans 1\u202f200 fichiers\n"),
    ],
)
def test_a_clean_run_says_so_in_the_numbers_of_the_language(
    lang: str, files: int, expected: str
) -> None:
    assert human(Report(files=files), Look(lang)) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", "No draft could be read · 1 input"), ("fr", "Aucun brouillon n’a pu être lu · 1")],
)
def test_a_run_that_read_nothing_is_not_called_clean(lang: str, expected: str) -> None:
    unread = Report(files=1, errors=(Problem("path-missing", "gone.md"),))
    assert summary(unread, Look(lang)).startswith(expected)


def test_a_rule_that_failed_is_not_counted_among_wrong_inputs() -> None:
    what = {"rule": "made-up", "pack": "p", "what": "KeyError"}
    errors = (Problem("rule-failed", "a.md", 1, 1, what), Problem("path-missing", "b.md"))
    text = human(Report(errors=errors, files=1, crashed=True), Look("fr"))
    assert text.endswith("· 1 entrée en erreur, en tête · 1 échec de règle, en tête\n")


def test_what_comments_and_the_baseline_let_pass_is_counted_apart(report: Report) -> None:
    first, second, *_ = report.findings
    lets = [Suppression(("all",)), Suppression(("all",), kind="baseline")]
    hidden = [one._replace(suppression=by) for one, by in zip((first, second), lets, strict=True)]
    for number, said in [(1, "1 suppressed"), (2, "1 suppressed · 1 in the baseline")]:
        text = human(Report(hidden=tuple(hidden[:number]), files=1), Look("en"))
        assert text.rstrip().endswith(said)
    assert Report(hidden=tuple(hidden)).suppressed == 2
