"""Whether a sentence says who knows: a name with a word of saying, a document, a year, a sample."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socialint.checks.spots import Spots
from socialint.guards import GUARDS
from socialint.layers.phrases import Match
from socialint.lazy import regex
from socialint.text import Span

NAMELESS = ("people", "authority", "brand-self", "calendar", "nationality")
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
# "(61 of 370)", "(n = 212)": so many of so many were counted
_COUNTED = regex(
    r"[(\[]\s*(?:\d[\d\s.,]*\s(?:[^\W\d_]+\s){1,2}(\d[\d\s.,]*)(?:\s[^\W\d_]+){0,2}|n\s?=\s?(\d+))\s*[)\]]"
)
_ROUND = frozenset({100, 1000})
_CREDIT = regex(rf"\([{_CAPITAL}][\w’'.&-]*(?:,? [\w’'.&-]+){{0,4}}\)[.!]?\s*$")


def names_source(spots: Spots, sentence: Span) -> bool:
    """Whether the sentence cites somebody, or somebody named shows or says it."""
    start, end = sentence
    if cites(spots, sentence):
        return True
    if spots.text[start:end].isupper():
        return False
    return any(_tells(spots, m, sentence) for m in spots.within("showing", start, end))


def names_dated(spots: Spots, sentence: Span) -> bool:
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


def cites(spots: Spots, sentence: Span) -> bool:
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


def _is_counted(spots: Spots, sentence: Span) -> bool:
    """Whether brackets give the part and the whole, or the size of a sample."""
    for found in _COUNTED.finditer(spots.text, *sentence):
        whole = int("".join(filter(str.isdecimal, found[1] or found[2])))
        if whole > LEAST_SAMPLE and whole not in _ROUND:
            return True
    return False


def _has_sample(spots: Spots, sentence: Span) -> bool:
    if _is_counted(spots, sentence):
        return True
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
