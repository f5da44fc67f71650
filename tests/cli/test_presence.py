"""`socialint feed`: what each account posts, against what is promised of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from socialint.cli import main

POSTS = """\
id,publish_at,channel,account,objective,text,kind,in_reply_to,received_at
1,2026-05-04T09:00,x,quay,visits,The tide calendar is up.,post,,
2,2026-05-11T09:00,x,quay,,The ropes have come.,post,,
3,2026-05-18T09:00,x,quay,,"20% discount: buy the vests now.",post,,
4,2026-05-18T12:00,x,quay,,We are on our way.,reply,Anybody there?,2026-05-18T09:00
"""
BRAND = """\
brand: Quay
accounts:
  - {channel: x, handle: quay, status: active, cadence: {per_week: [1, 2]}}
  - {channel: linkedin, handle: quay, status: planned}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "posts.csv").write_text(POSTS, encoding="utf-8")
    (tmp_path / "brand.yaml").write_text(BRAND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_row_for_each_account(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feed", "posts.csv", "--profile", "brand.yaml", "--format", "json"]) == 0
    planned, busy = json.loads(capsys.readouterr().out)["accounts"]
    assert (planned["channel"], planned["status"], planned["posts"]) == ("linkedin", "planned", 0)
    assert busy | {"first": "", "last": ""} == {
        "channel": "x",
        "account": "quay",
        "status": "active",
        "posts": 3,
        "replies": 1,
        "first": "",
        "last": "",
        "per_week": 1.9,
        "promised_per_week": [1.0, 2.0],
        "reply_delay_minutes": 180,
        "selling_percent": 33,
        "aimed_percent": 33,
        "sourced_percent": 0,
        "described_percent": None,
        "tracked_percent": None,
    }


def test_a_table_in_the_language_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feed", "posts.csv", "brand.yaml", "--lang", "fr"]) == 0
    head, planned, busy = capsys.readouterr().out.splitlines()
    assert head.split()[0] == "compte"
    assert planned.startswith("linkedin · quay")
    assert "1,9 / 1–2" in busy


def test_a_folder_without_posts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feed", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "No account posts here.\n"


def test_what_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feed", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_a_page_draws_paces_and_shares(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["feed", "posts.csv", "--profile", "brand.yaml", "--format", "html"]
    assert main(["--lang", "fr", *given]) == 0
    page = capsys.readouterr().out
    assert "<h1>État de la présence</h1>" in page
    assert "x · quay</th>" in page
    # the fastest account's pace is a full bar, a third of its posts sell
    widths = re.findall(r"width:([0-9.]+)em", page)
    assert widths == ["6.00", "1.98", "1.98"]
    assert "<script" not in page


def test_a_page_of_hostile_names_stays_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    posts = POSTS.replace(",quay,", ",<script>x</script>,")
    (folder / "posts.csv").write_text(posts, encoding="utf-8")
    assert main(["feed", "posts.csv", "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert "script&gt;x" in page
    assert "<script" not in page
