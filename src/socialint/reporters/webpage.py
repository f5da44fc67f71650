"""The report as one page of HTML: nothing is fetched, and nothing but our own script can run."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from socialint import printed
from socialint.locale import words
from socialint.page import Page
from socialint.report import Report
from socialint.reporters.cadence import cadence
from socialint.reporters.cards import Told, assigned, card, items
from socialint.reporters.feed import feed
from socialint.reporters.look import Look
from socialint.reporters.markup import attribute, text
from socialint.reporters.summary import summary

_ASSETS = Path(__file__).with_name("assets")
_CHUNK = 40  # drafts
_SEVERITIES = ("error", "warning", "info")


def report_html(report: Report, look: Look) -> Iterator[str]:
    """The drafts with their faults; findings alone where the report holds no drafts."""
    lang, say = look.lang, words(look.lang)["html"]
    script = (_ASSETS / "report.js").read_text("utf-8")
    yield from head(say["title"], lang, script)
    yield f'<a class="skip" href="#drafts">{text(say["skip"])}</a>\n'
    yield f"<header><h1>{text(say['title'])}</h1><p>{text(summary(report, look))}</p>"
    yield f"<noscript><p>{text(say['noscript'])}</p></noscript></header>\n"
    yield from _bar(report, say)
    yield '<main id="drafts" tabindex="-1">\n'
    yield from _errors(report, lang, say)
    yield from cadence(report.pages, say)
    yield from feed(report.pages, lang, say)
    of_page, beside = assigned(report.pages, report.told)
    if beside:
        yield from _beside(beside, lang, say)
    numbered = enumerate(report.pages)
    for path, pages in groupby(numbered, key=lambda numbered: numbered[1].path):
        yield f"<section data-group><h2>{text(path)}</h2>\n"
        for chunk in _chunks(list(pages)):
            # a browser lays out only what is in view; the height is a guess until then
            size = f"contain-intrinsic-size:auto {9 * len(chunk)}rem"
            yield f'<div class="chunk" data-group style="{size}">'
            for number, page in chunk:
                yield from card(page, of_page.get(number, ()), lang, say)
            yield "</div>"
        yield "</section>\n"
    yield f'</main><div id="tip" role="tooltip" hidden></div>\n<script>{script}</script>\n</html>\n'


def _beside(told: Iterable[Told], lang: str, say: Mapping[str, Any]) -> Iterator[str]:
    """What is found in no draft that is shown, file by file."""
    yield f"<section data-group><h2>{text(say['elsewhere'])}</h2>"
    for path, group in groupby(told, key=lambda told: told.finding.path):
        yield f"<article data-beside><h3>{text(path)}</h3>"
        yield from items(list(group), lang, say)
        yield "</article>"
    yield "</section>\n"


def _chunks(pages: Sequence[tuple[int, Page]]) -> Iterator[Sequence[tuple[int, Page]]]:
    for at in range(0, len(pages), _CHUNK):
        yield pages[at : at + _CHUNK]


def head(title: str, lang: str, script: str = "") -> Iterator[str]:
    """The beginning of a page of ours, on which nothing but `script` can run."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    allowed = f"; script-src 'sha256-{digest}'" if script else ""
    policy = f"default-src 'none'; style-src 'unsafe-inline'{allowed}"
    style = (_ASSETS / "report.css").read_text("utf-8")
    yield f'<!doctype html>\n<html lang="{lang}">\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content={attribute(policy)}>\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{text(title)}</title>\n<style>{style}</style>\n"


def _bar(report: Report, say: Mapping[str, Any]) -> Iterator[str]:
    """The filters, which the script shows when it runs."""
    yield f'<div id="bar" hidden><form id="filters" aria-label={attribute(say["filters"])}>'
    yield f"<fieldset><legend>{text(say['severity'])}</legend>"
    for severity in _SEVERITIES:
        yield (
            f'<label><input type="checkbox" name="severity" value="{severity}" checked> '
            f"{text(say[severity])}</label>"
        )
    yield "</fieldset>"
    pages = report.pages
    channels = [channel for page in pages for channel in page.channels]
    channels += [found.channel for found in report.told if found.channel and not pages]
    yield from _select("rule", (found.rule for found in report.told), say)
    yield from _select("channel", channels, say)
    yield from _select("brand", (page.brand for page in pages if page.brand), say)
    yield from _select("owner", (page.owner for page in pages if page.owner), say)
    yield f'<label><input type="checkbox" name="faulty"> {text(say["faulty"])}</label>'
    yield f'<button type="reset">{text(say["reset"])}</button>'
    for way in ("previous", "next"):
        yield f'<button type="button" id="{way}">{text(say[way])}</button>'
    yield f'</form><p id="status" role="status" data-found={attribute(say["shown"])} '
    yield f"data-drafts={attribute(say['shown-drafts'])}></p></div>\n"


def _select(name: str, values: Iterable[str], say: Mapping[str, Any]) -> Iterator[str]:
    counts = Counter(values)
    if not counts:
        return
    yield f'<div><label class="top" for="{name}">{text(say[name])}</label>'
    yield f'<select id="{name}" name="{name}"><option value="">{text(say["any"])}</option>'
    for value, count in sorted(counts.items()):
        yield f"<option value={attribute(value)}>{text(value)} ({count})</option>"
    yield "</select></div>"


def _errors(report: Report, lang: str, say: Mapping[str, Any]) -> Iterator[str]:
    if not report.errors:
        return
    yield f'<section><h2>{text(say["errors"])}</h2><ol class="found">'
    for problem in report.errors:
        message, fix = printed.explained(problem, lang)
        yield f'<li class="error"><p class="kind">{text(problem.where)}</p><p>{text(message)}</p>'
        yield f'<p class="fix">{text(fix)}</p></li>' if fix else "</li>"
    yield "</ol></section>\n"
