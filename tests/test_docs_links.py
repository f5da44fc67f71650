"""Links on pages as they lie in the repository lead somewhere; the built site has its own test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from needs import ROOT

PAGES = sorted(
    (*(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md"), *ROOT.glob("*.md"))
)
LINK = re.compile(r"(?<!`)\]\((?!\w+:)([^)\s]+)")
FENCE = re.compile(r"```.*?```", re.DOTALL)
TITLE = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """Where the titles of a page are, as GitHub names them."""
    titles = TITLE.findall(FENCE.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def lost(page: Path) -> list[str]:
    """The links of a page that lead to no file, or to no title of one."""
    found = []
    for link in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        path, _, title = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (title and title not in anchors(target)):
            found.append(link)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_to_a_title_in_it(page: Path) -> None:
    assert lost(page) == []
