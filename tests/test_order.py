"""What is accepted stays accepted, however rows are sorted and files are called."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from socialint import baseline
from socialint.frozen import replace
from socialint.linter import Linter
from socialint.profile import Profile
from socialint.report import Report
from socialint.settings import Settings

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
HEAD = (
    *("id", "text", "lang", "channels", "account", "date", "time"),
    *("media", "chanel", "campaign", "kind"),
)
Row = dict[str, str]


def row(lang: str, channels: str, text: str, **more: str) -> Row:
    return {"lang": lang, "channels": channels, "text": text, **more}


NINE = {"account": "mill", "date": "2026-06-08", "time": "09:00"}
FAIR = {"campaign": "fair"}
BOAT = {"media": "boat.jpg"}
FERRY = "The ferry runs every hour on the hour, and all night long in June: https://{}.example"
SORRY = "Thank you {} for telling us about the late ferry, we will look into what happened today."
# a calendar without owners and objectives, and of each fault that is told of several rows, two
ROWS = (
    row("en", "facebook", "The mill opens at nine.", id="a", **NINE, **BOAT),
    row("en", "facebook", "Bread at seven, soup at noon.", id="a", **NINE, chanel="x"),
    row("fr", "facebook", "Le moulin ouvre à neuf heures.", **NINE),
    row("en", "radoi", "Doors at [time], come early.", id="b", **BOAT),
    row("fr", "radoi", "La soupe est prête, le pain aussi.", **BOAT),
    row("en", "radoi", "Doors at [time], come early.", id="b"),
    row("en", "x", "Tickets are 12 € at the door of the old mill.", account="m", **FAIR),
    row("en", "x", "Tickets are 15 € at the door of the old mill.", account="n", **FAIR),
    *(row("en", "x", FERRY.format(name), account="m") for name in ("quay", "pier")),
    *(row("en", "x", SORRY.format(name), kind="reply") for name in ("Ana", "Tom", "Zoe")),
)
PROFILE = Profile({"brand": "Mill", "people": [{"id": "ana"}], "objectives": [{"id": "sell"}]})
LINTER = Linter(Settings(select=("all",)), PROFILE, as_of=NOW)
ONCE = (
    *("missing-objective", "missing-owner", "missing-alt-text", "unknown-channel"),
    "misspelt-field",
)


def calendar(rows: Sequence[Row]) -> bytes:
    text = io.StringIO()
    table = csv.DictWriter(text, HEAD)
    table.writeheader()
    table.writerows(rows)
    return text.getvalue().encode()


def check(linter: Linter, folder: Path, files: dict[str, bytes]) -> Report:
    for old in folder.glob("*.*"):
        old.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return linter.check_paths([folder])


def with_baseline(report: Report, folder: Path) -> Linter:
    path = folder / baseline.FILE
    path.write_text(baseline.dump(baseline.accept(report.findings, folder)), "utf-8")
    changed = replace(LINTER.settings, baseline=str(path))
    return Linter(changed, PROFILE, as_of=NOW)


def test_the_calendar_has_what_is_told_once() -> None:
    with TemporaryDirectory() as name:
        report = check(LINTER, Path(name), {"plan.csv": calendar(ROWS)})
    told = Counter(finding.rule for finding in report.findings)
    assert [told[rule] for rule in ONCE] == [1, 1, 1, 1, 1]
    assert set(told) > {"duplicate-id", "slot-collision", "contradictory-facts"}
    assert set(told) > {"identical-copy", "copy-paste-reply"}


@settings(max_examples=12, deadline=None)
@given(rows=st.permutations(ROWS))
def test_rows_in_any_order_bring_nothing_new_and_nothing_stale(
    rows: Sequence[Row],
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        before = check(LINTER, folder, {"plan.csv": calendar(ROWS)})
        linter = with_baseline(before, folder)
        after = check(linter, folder, {"plan.csv": calendar(rows)})
        assert [(f.rule, f.quote) for f in after.findings] == []
        assert (after.suppressed, after.stale) == (len(before.findings), 0)


@settings(max_examples=12, deadline=None)
@given(names=st.permutations([f"{number}.csv" for number in range(len(ROWS))]))
def test_files_of_any_name_bring_nothing_new_and_nothing_stale(names: Sequence[str]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = {f"{number}.csv": calendar([row]) for number, row in enumerate(ROWS)}
        before = check(LINTER, folder, files)
        linter = with_baseline(before, folder)
        renamed = dict(zip(names, files.values(), strict=True))
        after = check(linter, folder, renamed)
        assert [(f.rule, f.quote) for f in after.findings] == []
        assert (after.suppressed, after.stale) == (len(before.findings), 0)


def test_what_is_told_once_is_known_when_rows_are_added_and_told_in_another_file() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        before = check(LINTER, folder, {"plan.csv": calendar(ROWS[:2])})
        linter = with_baseline(before, folder)
        more = {"plan.csv": calendar([ROWS[2], *ROWS[:2]]), "next.csv": calendar(ROWS[8:])}
        found = [(f.rule, f.path) for f in check(linter, folder, more).findings]
        once = [(rule, Path(path).name) for rule, path in found if rule in ONCE[:2]]
        assert once == [(rule, "next.csv") for rule in ONCE[:2]]
