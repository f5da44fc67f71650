"""The code on the pages about the library runs, and prints what its comments say."""

from __future__ import annotations

import contextlib
import io
import re

import pytest
from needs import ROOT

PAGES = sorted((ROOT / "docs").glob("library*.md"))
BLOCKS = [
    block
    for page in PAGES
    for block in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
]


@pytest.mark.parametrize("block", BLOCKS)
def test_code_prints_what_it_says(block: str) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(block, "library", "exec"), {})  # noqa: S102  our own words
    said = re.findall(r"^print\(.*\)  # (.*)$", block, re.MULTILINE)
    assert said
    assert out.getvalue().splitlines() == said
