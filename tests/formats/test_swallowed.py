"""Hashtags that YAML takes for a comment are told at their place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from socialint.linter import Linter
from socialint.settings import Settings

RULE = "swallowed-hashtag"
LINTER = Linter(Settings(select=(RULE,)), as_of=datetime(2026, 6, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("name", "text", "quotes"),
    [
        ("a.yaml", "text: Come along #fair", ["#fair"]),
        (
            "a.yaml",
            "- text: Come along\t#fair #bread  \r\n- text: Soup #noon",
            ["#fair #bread", "#noon"],
        ),
        ("a.yaml", "- {text: Soup, \n title: Noon #soup\n }\n", ["#soup"]),
        ("a.yaml", "posts:\n- Bread at seven #bread\n", ["#bread"]),
        ("a.yaml", "text: Soup\nmedia:\n- path: a.jpg\n  alt: A bowl #soup\n", ["#soup"]),
        ("a.yaml", "texte: Fermé lundi #été\n", ["#été"]),
        ("a.md", "---\ntitle: Soup #noon\n---\nSoup #noon\n", ["#noon"]),
        ("a.md", "---\nhashtags: #noon\n---\nSoup.\n", ["#noon"]),
        ("a.yaml", "text: Come along#fair\n", []),
        ("a.yaml", "text: Come along # fair\n", []),
        ("a.yaml", "text: Come along #1 in town\n", []),
        ("a.yaml", "text: 'Come along' #fair\n", []),
        ("a.yaml", "text: >- #fair\n  Come along\n", []),
        ("a.yaml", "text: Come along #FIXME\n", []),
        ("a.yaml", "owner: ana #away\ntext: Come along\n", []),
        ("a.json", '{"text": "Come along #fair"}', []),
        ("a.csv", "text,lang\nCome along #fair,en\n", []),
        ("a.md", "---\ntitle: Soup\n---\nSoup #noon\n", []),
    ],
)
def test_a_hashtag_that_begins_a_comment_is_told_where_it_stands(
    name: str, text: str, quotes: list[str]
) -> None:
    report = LINTER.check_paths([], stdin=(name, text.encode()))
    assert report.errors == ()
    assert [finding.quote for finding in report.findings] == quotes
    for finding in report.findings:
        assert finding.span
        assert text[slice(*finding.span)] == finding.quote
        assert all(finding.quote.split()[0] in finding.message(lang) for lang in ("en", "fr"))
