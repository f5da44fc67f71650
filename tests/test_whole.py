"""A run on the very same files is answered by the report of the last one, which nobody can read."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn

import pytest

from socialint import Linter
from socialint.cache import cache_folder
from socialint.engine import whole
from socialint.engine.files import check_files
from socialint.engine.values import read_report, written
from socialint.engine.whole import Whole
from socialint.finding import Related
from socialint.report import Report
from socialint.settings import Settings
from socialint.testing.sample import sample_report

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
SECRET, OTHER = b"s" * 64, b"o" * 64
LOUD = "BUY NOW OR NEVER, GOOD PEOPLE!!!!"
ASKED = "{text: Where is it?, received_at: 2026-05-20}"
REPLY = f"---\nlang: en\nkind: reply\nin_reply_to: {ASKED}\n---\nIt is on its way."
EMBARGO = "---\nlang: en\nembargo_until: 2026-06-01T15:00:00+00:00\n---\nThe mill opens."


def linter(folder: Path, **settings: Any) -> Linter:
    cache = folder / "cache"
    if not cache.exists():
        cache.mkdir()  # a store of its own; to compile the rules anew takes seconds
        (cache / "packs").symlink_to(cache_folder() / "packs", target_is_directory=True)
    return Linter(Settings(root=folder, cache_dir="cache", **settings), as_of=NOON)


def posts(folder: Path, *more: str, count: int = 9) -> Path:
    made = folder / "posts"
    made.mkdir()
    for number, text in enumerate((*more, *(f"{LOUD} {n}" for n in range(count)))):
        (made / f"{number}.md").write_text(text + "\n", encoding="utf-8")
    return made


def never(*_: object, **__: object) -> NoReturn:
    raise AssertionError("nothing was to be checked")


def kept(folder: Path) -> list[bytes]:
    with sqlite3.connect(folder / "cache" / "results.sqlite") as base:
        return [sealed for (sealed,) in base.execute("SELECT sealed FROM reports")]


def found(report: Report) -> Report:
    """A report without errors, and with a finding that stands for another."""
    first, *others = report.findings
    stands = Related(first.path, *first.related[0][1:3], "Nine", "b", "B1", "info", others[0])
    return report._replace(errors=(), findings=(first._replace(related=(stands,)), *others))


def test_what_is_written_is_read_back() -> None:
    report = found(sample_report())
    wordings = {each.rule: each.wording for each in (*report.findings, *report.hidden)}
    assert read_report(written(report), wordings) == report


def test_a_report_with_errors_is_not_written() -> None:
    with pytest.raises(ValueError, match="only what was found"):
        written(sample_report())


def test_the_same_files_are_not_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, one = posts(tmp_path), linter(tmp_path)
    fresh = one.check_paths([folder])
    assert fresh.findings
    assert one.check_paths([folder], cached=True) == fresh
    monkeypatch.setattr("socialint.engine.shared.check_files", never)
    assert one.check_paths([folder], cached=True) == fresh


@pytest.mark.parametrize("change", ["edit", "new", "gone", "renamed"])
def test_other_files_are_another_run(tmp_path: Path, change: str) -> None:
    folder, one = posts(tmp_path, count=10), linter(tmp_path)
    before = one.check_paths([folder], cached=True).to_dict()
    if change == "edit":
        (folder / "3.md").write_text("The mill opens.\n", encoding="utf-8")
    elif change == "new":
        (folder / "new.md").write_text(LOUD, encoding="utf-8")
    elif change == "gone":
        (folder / "3.md").unlink()
    else:
        (folder / "3.md").rename(folder / "three.md")
    after = one.check_paths([folder], cached=True).to_dict()
    assert after == one.check_paths([folder]).to_dict()
    assert after != before


@pytest.mark.parametrize("draft", [REPLY, EMBARGO])
def test_what_the_hour_decides_is_not_kept(tmp_path: Path, draft: str) -> None:
    folder, one = posts(tmp_path, draft), linter(tmp_path)
    one.check_paths([folder], cached=True)
    assert not kept(tmp_path)


def test_a_run_with_errors_is_not_kept(tmp_path: Path) -> None:
    folder, one = posts(tmp_path, "---\nlang: [\n---\nHi."), linter(tmp_path)
    assert one.check_paths([folder], cached=True).errors
    assert not kept(tmp_path)


def test_a_file_that_changes_during_the_run_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, one = posts(tmp_path), linter(tmp_path)

    def meanwhile(*given: Any) -> bool:
        (folder / "3.md").write_text("The mill opens.\n", encoding="utf-8")
        return check_files(*given)

    monkeypatch.setattr("socialint.engine.shared.check_files", meanwhile)
    one.check_paths([folder], cached=True)
    assert not kept(tmp_path)


def test_who_has_not_the_drafts_reads_nothing(tmp_path: Path) -> None:
    folder, one = posts(tmp_path), linter(tmp_path)
    one.check_paths([folder], cached=True)
    (sealed,) = kept(tmp_path)
    raw = (tmp_path / "cache" / "results.sqlite").read_bytes()
    assert len(sealed) > len(LOUD)
    assert not [word for word in (b"BUY", b"buy", b"shouting", b"posts/") if word in sealed]
    assert not [word for word in (b"BUY", b"buy", b"posts/") if word in raw]


def store(folder: Path) -> tuple[Whole, Report]:
    report = found(sample_report())
    wordings = {each.rule: each.wording for each in (*report.findings, *report.hidden)}
    return Whole(folder, "state", Linter().run(), wordings), report


def test_a_report_is_opened_with_its_own_secret_alone(tmp_path: Path) -> None:
    reports, report = store(tmp_path)
    reports.keep(SECRET, report)
    assert reports.of(SECRET) == report
    assert reports.of(OTHER) is None
    with sqlite3.connect(tmp_path / "results.sqlite") as base:
        base.execute("UPDATE reports SET sealed = ?", (b"\0" * 40,))
    assert reports.of(SECRET) is None


def test_the_reports_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "MOST", 2)
    reports, report = store(tmp_path)
    secrets = [bytes([number]) * 64 for number in range(4)]
    for secret in secrets:
        reports.keep(secret, report)
    assert [bool(reports.of(secret)) for secret in secrets] == [False, False, True, True]


@pytest.mark.parametrize("broken", [b"no base", b"SQLite format 3\0" + b"x" * 4000])
def test_a_store_that_is_broken_is_done_without(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "results.sqlite").write_bytes(broken)
    reports, report = store(tmp_path)
    reports.keep(SECRET, report)
    assert reports.of(SECRET) is None
