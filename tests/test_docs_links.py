"""Links on pages as they lie in the repository lead somewhere; the built site has its own test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from needs import ROOT

PAGES = sorted(
    (*(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md"), *ROOT.glob("*.md"))
)
LINK = re.compile(r"(?<!`)\]\((?!\w+:)([^)#\s]+)")
# what a build makes: of rules, schemas, commands, laws, and of CONTRIBUTING.md
MADE = re.compile(r"docs/(?:rules/[\w-]+|reference/\w+|law|contributing)\.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_or_to_a_page_that_is_made(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    linked = {(page.parent / link).resolve() for link in LINK.findall(text)}
    lost = [path.relative_to(ROOT).as_posix() for path in linked if not path.exists()]
    assert [name for name in lost if not MADE.fullmatch(name)] == []
