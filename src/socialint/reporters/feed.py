"""How much of a feed sells, and how its voice moves, month by month: a table with bars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialint.page import Page
from socialint.reporters.markup import cell, text

FEWEST_POSTS = 4  # of a month: fewer make no share
FEWEST_WORDS = 100  # of a month: fewer make no rate, which is told for a hundred
_PER = 100  # words
_WIDEST = 8  # em
_HEADS = ("month", "posts", "promo", "exclamations", "sentence")

Months = Mapping[str, Sequence[Page]]
Rates = tuple[float | None, float | None, float | None]


def feed(pages: Sequence[Page], lang: str, say: Mapping[str, Any]) -> Iterator[str]:
    """A table for each brand that has posts in two months; a word where there is too little."""
    brands: defaultdict[str, defaultdict[str, list[Page]]] = defaultdict(lambda: defaultdict(list))
    for page in pages:
        if page.when and page.kind == "post":
            brands[page.brand or ""][f"{page.when:%Y-%m}"].append(page)
    kept = {brand: months for brand, months in sorted(brands.items()) if len(months) > 1}
    if not kept:
        return
    yield f'<details class="cadence"><summary>{text(say["feed"])}</summary>'
    yield f"<p>{text(say['feed-note'])}</p>"
    for brand, months in kept.items():
        yield from _table(brand, months, lang, say)
    yield "</details>\n"


def _table(brand: str, months: Months, lang: str, say: Mapping[str, Any]) -> Iterator[str]:
    rows = {month: _rates(months[month]) for month in sorted(months)}
    most = [max((rate[n] or 0 for rate in rows.values()), default=0) for n in range(3)]
    most[0] = 1  # a share is drawn against the whole
    yield "<table>" + (f"<caption>{text(brand)}</caption>" if brand else "") + "<tr>"
    yield from (f'<th scope="col">{text(say[head])}</th>' for head in _HEADS)
    for month, rates in rows.items():
        yield f'</tr>\n<tr><th scope="row">{month}</th><td>{len(months[month])}</td>'
        for number, rate in enumerate(rates):
            shown = "" if rate is None else _figure(rate, lang, say, share=number == 0)
            part = rate / most[number] if rate else 0
            yield cell(shown or say["too-little"], part, _WIDEST)
    yield "</tr></table>"


def _rates(posts: Sequence[Page]) -> Rates:
    """The share of offers, exclamation marks in a hundred words, and words in a sentence."""
    known = [page.sells for page in posts if page.sells is not None]
    voices = [page.voice for page in posts if page.voice]
    words = sum(voice.words for voice in voices)
    share = sum(known) / len(known) if len(known) >= FEWEST_POSTS else None
    if words < FEWEST_WORDS:
        return (share, None, None)
    cries = _PER * sum(voice.exclamations for voice in voices) / words
    return (share, cries, words / max(1, sum(voice.sentences for voice in voices)))


def _figure(rate: float, lang: str, say: Mapping[str, Any], *, share: bool) -> str:
    if share:
        return str(say["percent"]).format(n=f"{_PER * rate:.0f}")
    return f"{rate:.1f}".replace(".", "," if lang == "fr" else ".")
