"""Facts about a person that are nobody's business: health, and in replies money matters."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.personal.context import Context
from socialint.checks.persons import Person
from socialint.layers.phrases import Match
from socialint.lazy import regex
from socialint.text import Span

FACTS = HEALTH, MONEY = "health", "money"
_LEAST = 3
_APPOSED = regex(r", (?:[\w’']+ ){0,2}")
_BEFORE = 30  # code points: “your pain comes from …”
_AFTER = 12  # code points: “the mumps case is …”
_BRACKET = 3  # code points between a name and the bracket that opens after it


def facts(context: Context) -> Iterator[tuple[str, Span]]:
    """The facts told, each as its kind and its place."""
    told = 0  # one fault for one sentence
    for match in context.words.matches(context.view, HEALTH):
        if match.start >= told and _tells_health(match, context):
            told = context.sentence(match.start).end
            yield "health", Span(match.start, match.end)
    if context.reply:
        yield from (("money", span) for span in _money(context))


def _money(context: Context) -> Iterator[Span]:
    for match in context.words.matches(context.view, MONEY):
        sentence = context.sentence(match.start)
        if context.weight("requesting", sentence):
            continue
        titled = any(person.full for person in context.persons_in(sentence))
        if titled or context.weight("reader", sentence):
            yield Span(match.start, match.end)


def _tells_health(match: Match, context: Context) -> bool:
    sentence = context.sentence(match.start)
    if context.weight("consent", sentence) or context.weight("public", sentence):
        return False
    if context.reply and _is_readers(match, context):
        return True
    persons = context.persons_about(sentence)
    if not persons:
        return False
    who = 1 + any(person.full for person in persons)
    before = Span(sentence.start, min(sentence.end, match.end + _AFTER))
    tie = context.weight("ties", before) > 0 or _in_bracket(match, persons, context.view.text)
    related = context.weight("relations", sentence) > 0
    return tie and who + tie + related >= _LEAST


def _is_readers(match: Match, context: Context) -> bool:
    """Whether it is the customer's, and she did not write it herself in the message answered."""
    before = Span(match.start - _BEFORE, match.end)
    if not (context.weight("owners", before) or context.weight("shared", before)):
        return False
    heard = context.message.lower() if context.message else ""
    return context.view.text[match.start : match.end].lower() not in heard


def _in_bracket(match: Match, persons: list[Person], text: str) -> bool:
    """Whether it follows a name at once: « Timéo D. (diabète) », « Josie, diabète »."""
    for person in persons:
        if _APPOSED.fullmatch(text, person.end, match.start):
            return True
        opened = text.find("(", person.end, person.end + _BRACKET)
        if opened >= 0 and opened < match.start < text.find(")", opened):
            return True
    return False
