from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from socialint import linter as linter_module
from socialint.errors import PluginError, Problem
from socialint.finding import Finding, NotChecked, Severity, Wording
from socialint.report import Report
from socialint.reporters import REPORTERS
from socialint.settings import Settings

Run = Callable[..., tuple[int, str, str]]


def finding(severity: Severity) -> Finding:
    return Finding(
        rule="made-up",
        code="CLM399",
        severity=severity,
        confidence="high",
        path="a.md",
        draft=None,
        channel=None,
        field=None,
        span=None,
        start=None,
        end=None,
        quote=None,
        wording={
            "en": Wording({"": "Made up."}, {"": "w"}, {"": "Prove it."}, {}),
            "fr": Wording({"": "Inventé."}, {"": "w"}, {"": "Prouvez-le."}, {}),
        },
    )


class FakeLinter:
    """Keeps what it is asked, and answers with `report`."""

    report: ClassVar[Report] = Report(files=1)
    asked: ClassVar[dict[str, Any]] = {}
    error: ClassVar[Exception | None] = None
    registry = SimpleNamespace(reporters=REPORTERS)
    packs = ()

    def __init__(
        self,
        settings: Settings,
        *,
        as_of: datetime | None = None,
        no_plugins: Sequence[str] = (),
        compiling: Callable[[str], None] | None = None,  # noqa: ARG002  no pack is compiled here
    ) -> None:
        if self.error:
            raise self.error
        self.asked.update(settings=settings, as_of=as_of, no_plugins=no_plugins)

    def check_paths(self, paths: Sequence[str], **more: Any) -> Report:
        self.asked.update(paths=paths, **more)
        return self.report._replace(fail_on=self.asked["settings"].fail_on)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> type[FakeLinter]:
    monkeypatch.setattr(linter_module, "Linter", FakeLinter)
    monkeypatch.setattr(FakeLinter, "asked", {})
    return FakeLinter


def test_without_paths_the_folder_is_checked(fake: type[FakeLinter], socialint: Run) -> None:
    assert socialint("check") == (0, "Nothing to report in 1 file\n", "")
    assert fake.asked["paths"] == ["."]


def test_paths_may_stand_between_options(fake: type[FakeLinter], socialint: Run) -> None:
    assert socialint("check", "a", "--fail-on", "never", "b", "--lang=fr", "c")[0] == 0
    assert fake.asked["paths"] == ["a", "b", "c"]


def test_after_two_dashes_a_dash_begins_a_path(fake: type[FakeLinter], socialint: Run) -> None:
    assert socialint("check", "a", "--", "-b.md", "--help")[0] == 0
    assert fake.asked["paths"] == ["a", "-b.md", "--help"]


@pytest.mark.parametrize(
    ("severities", "line", "code"),
    [
        (("warning",), "", 0),
        (("error",), "", 1),
        (("error",), "--fail-on never", 0),
        (("info",), "--fail-on info", 1),
        (("warning", "warning"), "--max-warnings 2", 0),
        (("warning", "warning"), "--max-warnings 1", 1),
        (("warning",), "--max-warnings 0", 1),
    ],
)
def test_the_exit_code_follows_the_findings(
    *,
    severities: tuple[Severity, ...],
    line: str,
    code: int,
    fake: type[FakeLinter],
    socialint: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = Report(tuple(finding(each) for each in severities), files=1)
    monkeypatch.setattr(fake, "report", report)
    assert socialint("check", *line.split())[0] == code


@pytest.mark.parametrize(
    ("severities", "line", "words"),
    [
        (("warning",) * 3, "--max-warnings 0 --fail-on never", "3 warnings, 0 allowed"),
        (("error", "warning"), "--max-warnings 0", "1 warning, 0 allowed"),
        (("warning",) * 2, "--max-warnings 1 --format json", "2 warnings, 1 allowed"),
        (("warning",) * 2, "--max-warnings 1 --lang fr", "2 avertissements pour 1 admis"),
        (("error", "info"), "--dry-run", "1 finding left at or above “error”"),
        (("error", "info"), "--dry-run --fail-on info --lang fr", "restent 2 constats à partir"),
        (("warning",) * 2, "--max-warnings 2 --fail-on never", ""),
        (("warning",) * 2, "--max-warnings 2", ""),
        (("error",), "", ""),
        (("warning",), "--dry-run", ""),
    ],
)
def test_why_the_run_fails_is_said_where_the_report_does_not_show_it(
    *,
    severities: tuple[Severity, ...],
    line: str,
    words: str,
    fake: type[FakeLinter],
    socialint: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = Report(tuple(finding(each) for each in severities), files=1)
    monkeypatch.setattr(fake, "report", report)
    if "--dry-run" in line:
        # what is left once all that can be is mended
        monkeypatch.setattr("socialint.cli.check._fixed", lambda _linter, check, *_: check({}))
    code, _, err = socialint("check", *line.split())
    assert err.strip() == "" if not words else err.startswith(words)
    if words:
        assert code == 1


@pytest.mark.parametrize("form", ["human", "html", "markdown"])
def test_a_profile_is_known_of_in_every_report(
    form: str,
    fake: type[FakeLinter],
    socialint: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    silent = NotChecked("address-form", "voice.address", 1)
    monkeypatch.setattr(fake, "report", Report(files=1, drafts=1, not_checked=(silent,)))
    (folder / "brand.yaml").write_text("brand: Mill\n", "utf-8")
    for argv, words in [(("--profile", "brand.yaml"), "says nothing"), ((), "want of a profile")]:
        _, out, _ = socialint("check", *argv, "--format", form, "--output", f"{form}=there")
        written = (folder / "there").read_text("utf-8")
        assert (words in out, words in written) == (True, True)


def test_options_rank_over_settings(fake: type[FakeLinter], socialint: Run, folder: Path) -> None:
    text = 'select = ["CLM"]\nignore = ["shouting"]\nfail_on = "info"\nlang = "fr"\n'
    (folder / "socialint.toml").write_text(text, "utf-8")
    code, out, _ = socialint("check", "--select", "TON, RPL", "--fail-on", "never")
    settings = fake.asked["settings"]
    assert (code, out) == (0, "Rien à signaler dans 1 fichier\n")
    assert (settings.select, settings.ignore) == (("TON", "RPL"), ())
    assert settings.fail_on == "never"
    _, out, _ = socialint("check", "--ignore=BAI", "--ignore", "all", "--lang", "en")
    settings = fake.asked["settings"]
    assert out == "Nothing to report in 1 file\n"
    assert (settings.select, settings.ignore) == (("CLM",), ("shouting", "BAI", "all"))
    assert settings.fail_on == "info"


def test_settings_are_found_from_the_paths_upwards(
    fake: type[FakeLinter], socialint: Run, folder: Path
) -> None:
    posts = folder / "brand" / "posts"
    posts.mkdir(parents=True)
    (folder / "brand" / "socialint.toml").write_text('lang = "fr"\n', "utf-8")
    (posts / "a.md").write_text("a", "utf-8")
    socialint("check", "brand/posts/a.md", "brand/posts")
    assert fake.asked["settings"].lang == "fr"
    socialint("check", ".")
    assert fake.asked["settings"].lang is None


def test_a_profile_is_named_from_where_the_user_stands(
    fake: type[FakeLinter], socialint: Run, folder: Path
) -> None:
    socialint("check", "--profile", "brand.yaml")
    assert fake.asked["settings"].profile == str(folder / "brand.yaml")


def test_date_and_plugins_reach_the_linter(fake: type[FakeLinter], socialint: Run) -> None:
    socialint("check", "--as-of", "2026-05-12", "--no-plugin", "bank", "--no-plugin=a,b")
    assert fake.asked["as_of"] == datetime(2026, 5, 12)  # noqa: DTZ001  the linter adds the zone
    assert fake.asked["no_plugins"] == ("bank", "a", "b")


@pytest.mark.parametrize(
    ("line", "paths", "name"),
    [
        ("-", [], "stdin.md"),
        ("- --stdin-filename posts/new.csv", [], "posts/new.csv"),
        ("a.md -", ["a.md"], "stdin.md"),
    ],
)
def test_a_dash_reads_the_standard_input(
    *,
    line: str,
    paths: list[str],
    name: str,
    fake: type[FakeLinter],
    socialint: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\xff draft")))
    socialint("check", *line.split())
    assert fake.asked["paths"] == paths
    assert fake.asked["stdin"] == (name, b"\xff draft")


def test_json_is_the_report_and_files_are_written_beside_it(
    fake: type[FakeLinter],
    socialint: Run,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = Report((finding("warning"),), files=1, drafts=1)
    monkeypatch.setattr(fake, "report", report)
    line = "check --format json --output jsonl=r.jsonl --output human=r.txt --lang fr"
    code, out, err = socialint(*line.split())
    assert (code, err) == (0, "")
    assert json.loads(out) == report.to_dict("fr")
    assert len((folder / "r.jsonl").read_text("utf-8").splitlines()) == 2
    assert "Prouvez-le." in (folder / "r.txt").read_text("utf-8")


def test_a_file_that_cannot_be_written_is_exit_code_2(
    fake: type[FakeLinter], socialint: Run
) -> None:
    code, out, err = socialint("check", "--output", "json=nowhere/r.json")
    assert code == 2
    assert out == "Nothing to report in 1 file\n"
    assert err.startswith("nowhere/r.json: this file can't be written: ")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("--format xml", "--format: can't be “xml”"),
        ("--output xml=a", "--output: can't be “xml”"),
        ("--output json", "--output: “json” names no format and file"),
        ("--output json=", "--output: “json=” names no format and file"),
        ("--output json=a --output html=a", "--output html=a: can't go with json=a"),
        ("--staged -", "--staged: can't go with -"),
        ("--diff HEAD -", "--diff: can't go with -"),
        ("--as-of tomorrow", "--as-of: “tomorrow” is not a date"),
    ],
)
def test_values_that_no_run_can_use_are_refused(
    line: str, what: str, fake: type[FakeLinter], socialint: Run
) -> None:
    code, out, err = socialint("check", *line.split())
    assert (code, out) == (2, "")
    assert err.startswith(what)


def test_who_waits_for_json_gets_the_refusal_as_json_too(
    fake: type[FakeLinter], socialint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem("path-missing", "brand.yaml", 3, 7)
    monkeypatch.setattr(fake, "error", PluginError(problem))
    code, out, err = socialint("check", "--format", "json", "--lang", "fr")
    assert code == 2
    assert err.startswith("brand.yaml:3:7: ce fichier")
    assert [each["code"] for each in json.loads(out)["errors"]] == ["path-missing"]


def test_findings_are_printed_although_an_input_is_wrong(
    fake: type[FakeLinter], socialint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors = (Problem("path-missing", "gone.md"),)
    monkeypatch.setattr(fake, "report", Report((finding("error"),), errors, files=1))
    code, out, _ = socialint("check")
    assert code == 2
    assert out.startswith("gone.md: there is no such file or folder\n")
    assert "Prove it." in out
    monkeypatch.setattr(fake, "report", fake.report._replace(crashed=True))
    assert socialint("check")[0] == 3


def test_colours_are_forced_by_the_environment_alone(
    fake: type[FakeLinter], socialint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fake, "report", Report((finding("error"),), files=1))
    assert "\x1b" not in socialint("check")[1]
    monkeypatch.setitem(os.environ, "FORCE_COLOR", "1")
    painted = socialint("check")[1]
    assert "\x1b[" in painted
    monkeypatch.delitem(os.environ, "FORCE_COLOR")
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == socialint("check")[1]
