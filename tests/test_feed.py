"""The feed: what rules see of all drafts of a run, and where they speak."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socialint import Linter
from socialint.engine.again import HELD
from socialint.settings import Settings

AS_OF = datetime(2026, 6, 1, 9, tzinfo=UTC)
ROWS = HELD + 20


def calendar(path: Path, rows: list[str], header: str = "Date,Channel,Text") -> Path:
    path.write_text("\n".join((header, *rows)), encoding="utf-8")
    return path


def test_a_finding_on_a_draft_that_is_no_longer_in_memory_points_at_its_words(
    tmp_path: Path,
) -> None:
    rows = [f"2026-01-01,x,Post number {number} is about the harbour" for number in range(ROWS)]
    rows[-1] = "2026-01-01,lnkedin,The last one"
    path = calendar(tmp_path / "year.csv", rows)
    settings = Settings(root=tmp_path, select=("unknown-channel",))
    (finding,) = Linter(settings, as_of=AS_OF).check_paths([path]).findings
    text = path.read_text(encoding="utf-8")
    assert finding.quote == "lnkedin"
    assert finding.span
    assert text[slice(*finding.span)] == "lnkedin"
    assert finding.draft == f"{path.as_posix()}#{ROWS}"


def test_related_drafts_may_lie_in_other_files(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(
            "---\nchannel: lnkedin\n---\nThe lighthouse opens.\n", encoding="utf-8"
        )
    settings = Settings(root=tmp_path, select=("unknown-channel",))
    (finding,) = Linter(settings, as_of=AS_OF).check_paths([tmp_path]).findings
    assert Path(finding.path).name == "0.md"
    assert [Path(other.path).name for other in finding.related] == ["1.md", "2.md"]
    assert {other.quote for other in finding.related} == {"lnkedin"}


def year(folder: Path) -> list[Path]:
    """A file a month, with a relation of each kind across files."""
    start = datetime(2026, 1, 1, 9, tzinfo=UTC)
    texts = [
        f"The {thing} of the {place} has been {done} by the {who} of the harbour school."
        for thing in ("rudder", "bell", "mast", "winch", "keel", "lantern", "anchor")
        for place in ("ferry", "barge", "tug", "trawler")
        for done, who in (("mended", "apprentices"), ("painted", "choir"), ("weighed", "porters"))
    ]
    posts = [
        {
            "channel": "facebook",
            "publish_at": (start + timedelta(days=4 * number)).isoformat(),
            "text": text,
            "lang": "en",
        }
        for number, text in enumerate(texts)
    ]
    posts[31] |= {"text": posts[30]["text"], "channel": "linkedin"}
    posts[46]["publish_at"] = posts[45]["publish_at"].replace("09:00", "09:20")
    posts[60] |= {"text": "The family pass costs £20 at the kiosk.", "campaign": "pass"}
    posts[61] |= {"text": "At the kiosk, the family pass costs £25.", "campaign": "pass"}
    months: dict[str, list[dict[str, str]]] = {}
    for post in posts:
        months.setdefault(post["publish_at"][:7], []).append(post)
    paths = [folder / f"{month}.json" for month in months]
    for path, month in zip(paths, months.values(), strict=True):
        path.write_text(json.dumps(month), encoding="utf-8")
    return paths


@pytest.mark.parametrize(
    "glob", ["posts/**", "posts", "posts/", "posts/**/*.json", "**", "*/**/*", "posts/20*"]
)
def test_one_file_of_a_named_feed_is_judged_as_a_part_of_the_whole(
    glob: str, tmp_path: Path
) -> None:
    (tmp_path / "posts").mkdir()
    paths = year(tmp_path / "posts")
    (tmp_path / "posts" / "old").mkdir()
    (tmp_path / "posts" / "old" / "x.json").write_text("no JSON", encoding="utf-8")
    settings = Settings(root=tmp_path, feed=(glob,), select=("CAD", "CHN"), exclude=("posts/old",))
    linter = Linter(settings, as_of=AS_OF)
    whole = linter.check_paths([tmp_path]).findings
    reports = [linter.check_paths([path]) for path in paths]
    parts = [finding for report in reports for finding in report.findings]
    assert {"identical-copy", "slot-collision", "contradictory-facts"} <= {f.rule for f in whole}
    key = [(f.rule, f.path, f.span, f.fingerprint, f.related) for f in whole]
    assert [(f.rule, f.path, f.span, f.fingerprint, f.related) for f in parts] == key


@pytest.mark.parametrize("home", [".", "posts"])
def test_the_whole_of_a_feed_is_called_as_the_part_that_was_asked_for(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "posts").mkdir()
    paths = year(tmp_path / "posts")
    monkeypatch.chdir(tmp_path / home)
    settings = Settings(root=tmp_path, feed=("posts/**",), select=("CAD", "CHN"))
    linter = Linter(settings, as_of=AS_OF)
    whole = linter.check_paths([os.path.relpath(tmp_path / "posts")]).findings
    parts = [linter.check_paths([os.path.relpath(path)]).findings for path in paths]
    assert [finding for found in parts for finding in found] == list(whole)
    assert any(finding.related for finding in whole)


def test_a_part_of_a_feed_that_nobody_names_is_not_judged(tmp_path: Path) -> None:
    for number in range(20):
        text = f"---\nchannel: x\npublish_at: 2026-0{1 + number % 2 * 4}-03\n---\nPost {number}\n"
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    report = Linter(Settings(root=tmp_path), as_of=AS_OF).check_paths(sorted(tmp_path.glob("*.md")))
    silent = {each.rule for each in report.not_checked if each.reason == "partial-feed"}
    assert {"irregular-cadence", "promo-ratio"} <= silent
    assert not {finding.rule for finding in report.findings} & silent


@pytest.mark.parametrize(
    ("second", "lang", "message"),
    [
        ("09:00", "en", "At the same time as another post, on linkedin."),
        ("09:01", "en", "1 min after another post, on linkedin."),
        ("09:00", "fr", "En même temps qu’un autre message, sur linkedin."),
        ("09:20", "fr", "20 min après un autre message, sur linkedin."),
    ],
)
def test_posts_that_collide_are_told_by_the_time_between_them(
    tmp_path: Path, second: str, lang: str, message: str
) -> None:
    times = {"09:00": "The oven is cold on Sunday.", second + ":00": "The mill turns again."}
    rows = [f"2027-03-01T{time},linkedin,{text}" for time, text in times.items()]
    (tmp_path / "calendar.csv").write_text("\n".join(["date,channel,text", *rows]), "utf-8")
    report = Linter(Settings(select=("slot-collision",))).check_paths([tmp_path])
    assert [finding.message(lang) for finding in report.findings] == [message]


def test_a_channel_without_an_account_is_told_once(tmp_path: Path) -> None:
    register = "accounts:\n  - {channel: linkedin, handle: mill}\n"
    (tmp_path / "accounts.yaml").write_text(register, encoding="utf-8")
    rows = [
        f"2027-03-0{day},{channel},Bread."
        for day, channel in enumerate(["x", "x", "linkedin", "x"], 1)
    ]
    calendar(tmp_path / "a.csv", rows)
    calendar(tmp_path / "b.csv", ["2027-04-01,facebook,Bread."])
    report = Linter(Settings(select=("wrong-account",))).check_paths([tmp_path])
    told = [(f.message("en"), Path(f.path).name, f.start and f.start.line) for f in report.findings]
    assert told == [
        ("No account is declared on x.", "a.csv", 2),
        ("No account is declared on facebook.", "b.csv", 2),
    ]
    assert [other.start.line for other in report.findings[0].related] == [3, 5]
