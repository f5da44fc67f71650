"""The documentation builds in every language, with no warning, and says what the rules say."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote

import pytest
from browser import Browser, browser
from needs import ROOT

from socialint.linter import Linter
from socialint.locale import languages, words

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


class Links(HTMLParser):
    """What a page links to, and the places in it that may be linked to."""

    def __init__(self) -> None:
        super().__init__()
        self.to: set[str] = set()
        self.places: set[str] = {""}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "href" and tag == "a" and value:
                self.to.add(value)
            elif name in {"id", "name"} and value:
                self.places.add(value)


def test_every_link_leads_to_a_page_and_to_a_place_on_it(site: Path) -> None:
    pages = {path: Links() for path in site.rglob("*.html") if path.name != "404.html"}
    for path, links in pages.items():
        links.feed(path.read_text("utf-8"))
    broken = {
        (path.relative_to(site).as_posix(), link)
        for path, links in pages.items()
        for link in links.to
        if not re.match(r"\w+:", link) and not _leads(path, link, pages)
    }
    assert broken == set()


def _leads(page: Path, link: str, pages: Mapping[Path, Links]) -> bool:
    path, _, place = link.partition("#")
    target = (page.parent / unquote(path)).resolve() if path else page
    target = target / "index.html" if target.is_dir() else target
    return target in pages and unquote(place) in pages[target].places


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, to this machine only."""
    handler = partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    with browser("--window-size=1300,1000", "--no-proxy-server") as opened:
        yield opened


OTHER = {"en": "fr", "fr": "en"}
HOMES = {"en": "/index.html", "fr": "/fr/index.html"}
SEARCHED = {"en": "brand profile", "fr": "profil de marque"}


@pytest.mark.parametrize("lang", languages())
def test_the_home_page_leads_to_every_part_and_to_the_other_language(
    lang: str, address: str, window: Browser
) -> None:
    window.visit(f"{address}{HOMES[lang]}")
    assert window.run("return document.documentElement.lang") == lang
    assert window.count("nav .md-nav__item--nested, .md-nav__item--section") >= 6
    other = OTHER[lang]
    linked = window.run(
        "return document.querySelector(arguments[0]).href", f"a[hreflang='{other}']"
    )
    window.visit(linked)
    assert window.run("return document.documentElement.lang") == other


@pytest.mark.parametrize("lang", languages())
def test_a_reader_can_search(lang: str, address: str, window: Browser) -> None:
    window.visit(f"{address}{HOMES[lang]}")
    window.wait("return document.querySelector('.md-search__input')?.offsetParent !== null")
    window.type(".md-search__input", SEARCHED[lang])
    window.wait("return document.querySelectorAll('.md-search-result__item').length > 0")
    found = window.text(".md-search-result__list").lower()
    assert SEARCHED[lang].split()[0] in found


@pytest.mark.parametrize("lang", languages())
def test_pages_fit_the_window_and_tables_scroll_in_themselves(
    lang: str, site: Path, address: str, window: Browser
) -> None:
    home = HOMES[lang].removesuffix("index.html")
    folder = site / home.strip("/")
    pages = [path for part in (".", "guides") for path in sorted((folder / part).glob("*.html"))]
    wide = []
    for page in (*pages, folder / "rules" / "vague-authority.html"):
        window.visit(f"{address}{home}{page.relative_to(folder).as_posix()}")
        if window.run("return document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(page.name)
    assert wide == []


@pytest.mark.parametrize("lang", languages())
def test_a_rule_page_shows_what_is_found_and_how_often_it_is_right(
    lang: str, address: str, window: Browser
) -> None:
    home = HOMES[lang].removesuffix("index.html")
    window.visit(f"{address}{home}rules/vague-authority.html")
    assert window.count("mark") >= 16
    colour = "return getComputedStyle(document.querySelector('mark')).backgroundColor"
    assert window.run(colour) != "rgba(0, 0, 0, 0)"
    assert words(lang)["cli"]["measured"] in window.text(".md-content")
