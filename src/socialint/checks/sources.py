"""Where a draft says how it knows: named bodies, documents, links, notes, its own method."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from socialint.checks.spots import Spots
from socialint.draft import Draft
from socialint.guards import GUARDS
from socialint.layers.entities import Entity
from socialint.layers.phrases import Match
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
NAMELESS = ("people", "authority", "brand-self", "calendar", "nationality")
STATED = 3  # the weight of a document word that says how by itself: "Source:", "Sample:"
REACH = 6  # words between what announces a name and the name
LEAST_SAMPLE = 10
_CAPITAL = "A-ZÀ-ÖØ-Þ"
_FOUR_DIGITS = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_YEAR = regex(_FOUR_DIGITS)
_NAME = regex(rf"(?<![\w@#])(?:(?![A-Z]['’])[{_CAPITAL}][\w&’'.-]*\w|[A-Z](?=\s&))|@\w+|[«“\"]")
_GOES_ON = regex(rf"(?: (?:and|et|&|of|de))? [{_CAPITAL}]")
_ACRONYM = regex(r"[A-Z]{2,}")
_IN_BRACKETS = regex(rf"[(\[][^()\[\]\n]*?[{_CAPITAL}]\w+[^()\[\]\n]*?{_FOUR_DIGITS}")
_AUTHORS = regex(rf"[{_CAPITAL}][\w’'-]+ (?:& [{_CAPITAL}]|et al\b)")
_NAME_YEAR = regex(rf"[{_CAPITAL}][\w’'.-]+,? ?\({_FOUR_DIGITS}\)")
_HEADED = regex(rf"[{_CAPITAL}][\w’'.& -]{{1,40}}?,? (?:in )?\(?{_FOUR_DIGITS}\)?\s?:(?=\s)")
_CREDIT = regex(rf"\([{_CAPITAL}][\w’'.&-]*(?:,? [\w’'.&-]+){{0,4}}\)[.!]?\s*$")
_NOTE = regex(r"^\s*([*†‡]|[¹²³⁴⁵⁶⁷⁸⁹]|\[\d\]|\(\d\))\s*\S", re.MULTILINE)
_CAMPAIGN = "utm_"


def field_sources(draft: Draft) -> bool:
    """Whether the draft's fields name its sources or claims."""
    return any(draft.fields[name].value for name in FIELDS if name in draft.fields)


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
    if any(spots.once("source", near_one, _names_source) for near_one in sorted(near)):
        return True
    after = range(max(number - 1, 0), len(spots.sentences))
    if any(spots.once("papers", one, _gives_papers) for one in after):
        return True
    return _is_noted(spots) or spots.anywhere("link", _is_link)


def named(spots: Spots, place: int) -> bool:
    """Whether the sentence at `place` says who is meant, or the next with a year, or a link."""
    number = spots.sentence(place)
    if spots.once("source", number, _names_source):
        return True
    if number + 1 < len(spots.sentences) and spots.once("dated", number + 1, _names_dated):
        return True
    return _is_noted(spots) or spots.anywhere("link", _is_link)


def attested(spots: Spots, place: int) -> bool:
    """Whether the sentence at `place` names its source, or a note does.

    Unlike for a figure, a link or one's own document is no proof: the shop's page says the same.
    """
    return spots.once("cited", spots.sentence(place), _cites) or _is_noted(spots)


def _beside(spots: Spots, first: int, last: int) -> range:
    return range(max(first, 0), min(last, len(spots.sentences)))


def _heading(spots: Spots, number: int) -> Sequence[int]:
    """The last sentence before that ends in a colon."""
    for before in reversed(range(number)):
        if spots.text[spots.sentences[before].end - 1] == ":":
            return (before,)
    return ()


def _names_source(spots: Spots, sentence: Span) -> bool:
    start, end = sentence
    if _cites(spots, sentence):
        return True
    if spots.text[start:end].isupper():
        return False
    return any(_tells(spots, m, sentence) for m in spots.within("showing", start, end))


def _names_dated(spots: Spots, sentence: Span) -> bool:
    """Whether somebody is named with a year, or says so; a document alone may be any."""
    text = spots.text
    if any(form.search(text, *sentence) for form in (_IN_BRACKETS, _NAME_YEAR, _AUTHORS)):
        return True
    if any(_name_after(spots, m.end, sentence) for m in spots.within("attribution", *sentence)):
        return True
    if any(_tells(spots, m, sentence) for m in spots.within("showing", *sentence)):
        return True
    papers = spots.within("document", *sentence)
    return any(_titled(spots, m.start, m.end, sentence, counts=False) for m in papers)


def _cites(spots: Spots, sentence: Span) -> bool:
    """Whether a name stands with a year, a document or "according to", or a sample does."""
    text = spots.text
    start, end = sentence
    if any(form.search(text, start, end) for form in (_IN_BRACKETS, _NAME_YEAR)):
        return True
    head = _HEADED.match(text, start, end)
    if head and not spots.has("calendar", *head.span()):
        return True
    if text[start:end].isupper():  # capitals name nobody there
        return _has_sample(spots, sentence)
    if _CREDIT.search(text[start:end]) or spots.has("own-method", start, end):
        return True
    return (
        any(_name_after(spots, m.end, sentence) for m in spots.within("attribution", start, end))
        or any(
            _titled(spots, m.start, m.end, sentence) for m in spots.within("document", *sentence)
        )
        or _has_sample(spots, sentence)
    )


def _names(spots: Spots, start: int, end: int, first: int) -> Iterator[re.Match[str]]:
    """Names in text[start:end]; a sentence's first word is none unless it is all capitals."""
    for match in _NAME.finditer(spots.text, start, end):
        begins = not spots.text[first : match.start()].strip("«»\"“”'’(–—- ")
        if begins and not _ACRONYM.match(match[0]) and not _is_followed(spots, match.end()):
            continue
        if not _is_nameless(spots, *match.span()):
            yield match


def _is_followed(spots: Spots, place: int) -> bool:
    """Whether another name goes on at `place`, not: "Some American university"."""
    follows = _GOES_ON.match(spots.text, place)
    name = _NAME.match(spots.text, follows.end() - 1) if follows else None
    return name is not None and not _is_nameless(spots, *name.span())


def _is_nameless(spots: Spots, start: int, end: int) -> bool:
    return any(spots.has(name, start, end) for name in NAMELESS)


def _name_after(spots: Spots, place: int, sentence: Span) -> bool:
    span = spots.around(place, place, 0, REACH, spots.clause(place, place, sentence))
    if any(_names(spots, place, span.end, sentence.start)) or spots.has("body", place, span.end):
        return True
    acronyms = _ACRONYM.finditer(spots.text, place, span.end)
    return any(not spots.has("calendar", *found.span()) for found in acronyms)


def _tells(spots: Spots, verb: Match, sentence: Span) -> bool:
    """Whether somebody named says so, not: "in Pune, so don't think twice"."""
    return _name_before(spots, verb.start, sentence) and not GUARDS["negation"](spots.view, verb)


def _name_before(spots: Spots, place: int, sentence: Span) -> bool:
    span = spots.around(place, place, 4, 0, spots.clause(place, place, sentence))
    if spots.has("body", span.start, place):
        return True
    return any(match[0] not in '«“"' for match in _names(spots, span.start, place, sentence.start))


def _titled(spots: Spots, start: int, end: int, sentence: Span, *, counts: bool = True) -> bool:
    """Whether a document has a name, a title, a year or the number of those it asked."""
    span = spots.around(start, end, 3, REACH, sentence)
    if any(_names(spots, span.start, span.end, sentence.start)):
        return True
    if spots.has("body", *spots.around(start, end, 1, 1, sentence)):
        return True
    if _YEAR.search(spots.text, span.start, span.end):
        return True
    return counts and any(
        entity.kind == "number"
        and end <= entity.start < span.end
        and (entity.value or 0) >= LEAST_SAMPLE
        and not spots.has("showing", end, entity.start)  # "studies show that 30 steps…"
        for entity in spots.entities
    )


def _has_sample(spots: Spots, sentence: Span) -> bool:
    for entity in spots.entities:
        inside = sentence.start <= entity.start < sentence.end
        if inside and entity.kind == "number" and (entity.value or 0) >= LEAST_SAMPLE:
            span = spots.around(entity.start, entity.end, 2, 3, sentence)
            if spots.has("respondents", *span):
                return True
    return any(
        spots.has("respondents", *spots.around(match.start, match.end, 0, REACH, sentence))
        for match in spots.within("dozens", *sentence)
    )


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
