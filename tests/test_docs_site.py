"""The documentation builds in every language, with no warning, and says what the rules say."""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path

import pytest
from needs import ROOT

from socialint.linter import Linter
from socialint.locale import languages

sys.path.append(str(ROOT / "tools"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    build_docs = pytest.importorskip("build_docs", reason="mkdocs is not installed")
    home: Path = tmp_path_factory.mktemp("site")
    told: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]  # the smallest handler
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        build_docs.build(home)
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    assert told == []
    return home


@pytest.mark.parametrize("lang", languages())
def test_every_rule_has_its_page_in_every_language(site: Path, lang: str) -> None:
    folder = site if lang == "en" else site / lang
    rules = {rule.name for rule in Linter().rules if rule.status != "retired"}
    assert rules <= {path.stem for path in (folder / "rules").glob("*.html")}


@pytest.mark.parametrize("lang", languages())
def test_examples_are_marked_as_in_the_rule_s_files(site: Path, lang: str) -> None:
    folder = site if lang == "en" else site / lang
    page = (folder / "rules" / "vague-authority.html").read_text("utf-8")
    assert len(re.findall("<mark>", page)) >= 16


def test_no_page_needs_the_network_to_be_read(site: Path) -> None:
    loaded = re.compile(r"<(?:script|link|img)[^>]+(?:src|href)=[\"']https?://")
    pages = [path for path in site.rglob("*.html") if loaded.search(path.read_text("utf-8"))]
    assert [path.name for path in pages] == []
