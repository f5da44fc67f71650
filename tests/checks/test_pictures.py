"""Which pictures a file shows, and which of them nobody describes."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint import Linter
from socialint.finding import Finding

LINTER = Linter()


def found(folder: Path, name: str, text: str) -> list[Finding]:
    path = folder / name
    path.write_text(text, "utf-8")
    report = LINTER.check_paths([str(path)])
    return [finding for finding in report.findings if finding.rule == "missing-alt-text"]


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("![](a/b.jpg)\n\nTea at four.", "![](a/b.jpg)"),
        ("Tea at four.\n\n![ ](<b.jpg>)", "![ ](<b.jpg>)"),
        ('Tea ![](b_(1).jpg "At four") at four.', '![](b_(1).jpg "At four")'),
        ("![A red boat](a.jpg)\n![](b.jpg)\nTea.", "![](b.jpg)"),
        ("![Image](a.jpg) Tea.", "Image"),
        ("![b.jpg](a/b.jpg) Tea.", "b.jpg"),
    ],
)
def test_markdown_pictures_are_seen(tmp_path: Path, body: str, quote: str) -> None:
    (finding,) = found(tmp_path, "post.md", f"---\nlang: en\n---\n{body}\n")
    assert finding.quote == quote


@pytest.mark.parametrize(
    "body",
    [
        "![A red boat](a.jpg)\n\nTea at four.",
        "Write `![](a.jpg)` for a picture.",
        "```\n![](a.jpg)\n```\nTea at four.",
        "No! [Tea](a.jpg) is at four.",
    ],
)
def test_described_pictures_and_code_pass(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, "post.md", body) == []


def test_markdown_in_other_files_is_text(tmp_path: Path) -> None:
    assert found(tmp_path, "post.txt", "Write ![](a.jpg) for a picture.") == []


ROWS = "text,image url\n" + "".join(f"Tea at {n}.,https://quay.example/{n}\n" for n in range(5))


def test_a_file_that_describes_nothing_is_told_once(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "plan.csv", ROWS)
    assert (finding.variant, finding.args["count"]) == ("file", "5")
    assert finding.quote == "https://quay.example/0"
    assert len(finding.related) == 4


def test_a_file_that_describes_one_is_told_of_each_other(tmp_path: Path) -> None:
    rows = ROWS.replace("url\n", "url,alt\n").replace("/3\n", "/3,A red boat\n")
    findings = found(tmp_path, "plan.csv", rows)
    assert [finding.quote for finding in findings] == [
        f"https://quay.example/{n}" for n in (0, 1, 2, 4)
    ]


def test_two_posts_are_no_habit(tmp_path: Path) -> None:
    assert len(found(tmp_path, "plan.csv", "\n".join(ROWS.splitlines()[:3]))) == 2


def test_a_description_longer_than_the_channel_takes_is_cut_there(tmp_path: Path) -> None:
    text = f"---\nchannel: mastodon\n---\nTea. ![{'a ' * 800}](a.jpg)\n"
    (finding,) = found(tmp_path, "post.md", text)
    assert (finding.variant, finding.args["limit"]) == ("long", "1500")
    assert finding.quote is not None
    assert len(finding.quote) == 99
