"""Where a draft says how it knows: named bodies, documents, links, notes, its own method."""

from __future__ import annotations

import re
from collections.abc import Sequence

from socialint.checks.citing import cites, names_dated, names_source
from socialint.checks.spots import Spots
from socialint.draft import Draft
from socialint.layers.entities import Entity
from socialint.lazy import regex
from socialint.text import Span

FIELDS = ("sources", "claims")
CLASSES = (  # what a rule must have that asks for sources
    "access",
    "attribution",
    "authority",
    "body",
    "brand-self",
    "calendar",
    "call-to-act",
    "document",
    "dozens",
    "nationality",
    "own-method",
    "people",
    "respondents",
    "showing",
)
STATED = 3  # the weight of a document word that says how by itself: "Source:", "Sample:"
_NOTE = regex(r"^\s*([*†‡]|[¹²³⁴⁵⁶⁷⁸⁹]|\[\d\]|\(\d\))\s*\S", re.MULTILINE)
_CAMPAIGN = "utm_"


def field_sources(draft: Draft) -> bool:
    """Whether the draft's fields name its sources or claims."""
    fields = draft.fields
    for name in FIELDS:  # noqa: SIM110  no generator: several rules ask it of each draft
        if name in fields and fields[name].value:
            return True
    return False


def sourced(spots: Spots, place: int) -> bool:
    """Whether what is said at `place` comes with a source that a reader could look up.

    In its sentence, those beside it or the line that announces its list: somebody named with a
    word of saying or a document, a name and a year in brackets, the size of a sample, one's own
    count.  Anywhere: "Source:", a footnote with its call, a document and where it is to be read,
    a link that is no call to act.  It can't tell whether the source says so, nor whose name a
    capital letter begins.
    """
    number = spots.sentence(place)
    near = {*_beside(spots, number - 1, number + 2), *_heading(spots, number)}
    if any(spots.once("source", near_one, names_source) for near_one in sorted(near)):
        return True
    after = range(max(number - 1, 0), len(spots.sentences))
    if any(spots.once("papers", one, _gives_papers) for one in after):
        return True
    return _is_noted(spots) or spots.anywhere("link", _is_link)


def named(spots: Spots, place: int) -> bool:
    """Whether the sentence at `place` says who is meant, or the next with a year, or a link."""
    number = spots.sentence(place)
    if spots.once("source", number, names_source):
        return True
    if number + 1 < len(spots.sentences) and spots.once("dated", number + 1, names_dated):
        return True
    return _is_noted(spots) or spots.anywhere("link", _is_link)


def attested(spots: Spots, place: int) -> bool:
    """Whether the sentence at `place` names its source, or a note does.

    Unlike for a figure, a link or one's own document is no proof: the shop's page says the same.
    """
    return spots.once("cited", spots.sentence(place), cites) or _is_noted(spots)


def _beside(spots: Spots, first: int, last: int) -> range:
    return range(max(first, 0), min(last, len(spots.sentences)))


def _heading(spots: Spots, number: int) -> Sequence[int]:
    """The last sentence before that ends in a colon."""
    for before in reversed(range(number)):
        if spots.text[spots.sentences[before].end - 1] == ":":
            return (before,)
    return ()


def _is_noted(spots: Spots) -> bool:
    if any(match.weight == STATED for match in spots.all("document")):
        return True
    notes = _NOTE.finditer(spots.text)
    return any(spots.text.find(note[1]) < note.start(1) for note in notes)


def _gives_papers(spots: Spots, sentence: Span) -> bool:
    document = spots.has("document", *sentence) and spots.has("access", *sentence)
    return document or _is_link(spots, sentence)


def _is_link(spots: Spots, span: Span) -> bool:
    if not spots.view.links and not any(e.kind == "url" for e in spots.entities):
        return False
    urls = [e for e in spots.entities if e.kind == "url" and span.start <= e.start < span.end]
    addresses = [url.text for url in urls]
    addresses += [k.url for k in spots.view.links if span.start <= k.start < span.end]
    if not addresses:
        return False
    if any(not _in_query(urls, match.start) for match in spots.within("document", *span)):
        return True
    if all(_CAMPAIGN in address for address in addresses) or spots.has("call-to-act", *span):
        return False
    return not any(e.kind == "money" and span.start <= e.start < span.end for e in spots.entities)


def _in_query(urls: Sequence[Entity], place: int) -> bool:
    asking = (url for url in urls if "?" in url.text)
    return any(url.start + url.text.index("?") < place < url.end for url in asking)
