"""Whose a datum is: a person's, or published by an office, a shop, a charity."""

from __future__ import annotations

from socialint.checks.check import Params
from socialint.checks.personal.context import Context
from socialint.checks.persons import NAMED
from socialint.layers.personal import Datum, is_mobile, is_personal_mail
from socialint.lazy import regex
from socialint.text import Span

# numbers that card schemes give out for tests
_TEST_CARDS = frozenset(
    {
        "4111111111111111",
        "4242424242424242",
        "4012888888881881",
        "4000056655665556",
        "5555555555554444",
        "5105105105105100",
        "378282246310005",
        "371449635398431",
        "6011111111111117",
        "30569309025904",
        "3530111333300000",
    }
)
_NEAR = 28  # code points between a name and the datum that it owns
_NEXT = 12  # an address follows its owner: « Zoé Petit, au 3 rue Basse »
_HISTORIC = 1935  # the year: at ninety, people are rather written about than written to
_YEAR = regex(r"(?:19|20)\d\d")
_FAMILY = "famil"  # the word in both languages
_CLAUSE = regex(r"[.;!?\n]\s|\n")


def is_somebodys(datum: Datum, context: Context, params: Params) -> bool:
    """Whether the words around the datum make it a person's: their weights against a threshold."""
    text = context.view.text[datum.start : datum.end]
    if datum.kind == "card" and "".join(filter(str.isdigit, text)) in _TEST_CARDS:
        return False
    return score(datum, text, context, params) >= int(params["least"])


def score(datum: Datum, text: str, context: Context, params: Params) -> int:
    """What speaks for a private owner, less what speaks for a published contact."""
    sentence = context.sentence(datum.start)
    start = params["start"].get(datum.kind, 0)
    if context.reply:
        start = params["reply"].get(datum.kind, start)
    total: int = start - context.weight("dummy", sentence)
    if datum.kind == "birth" and _is_historic(text, context, sentence):
        return 0
    if start > params["least"]:
        return total
    total += _form(datum, text, params) + _named(datum, context, sentence, params)
    total += context.weight("private", sentence)
    if datum.kind in {"email", "phone"}:
        total += context.weight("celebrated", sentence)
    if datum.kind == "file" or (datum.kind == "address" and context.reply):
        total += context.weight("owners", sentence)
    if datum.kind == "file" or (datum.kind == "birth" and context.persons_in(sentence)):
        return total
    return total - context.weight("published", sentence)


def _is_historic(text: str, context: Context, sentence: Span) -> bool:
    """Whether nobody celebrates the birthday, and few of that year's children live."""
    year = _YEAR.search(text)
    if year is None or int(year[0]) > _HISTORIC:
        return False
    return not (context.weight("celebrated", sentence) or context.weight("private", sentence))


def _form(datum: Datum, text: str, params: Params) -> int:
    if datum.kind == "phone" and is_mobile(text):
        return int(params["mobile"])
    if datum.kind == "email" and is_personal_mail(text):
        return int(params["named_mail"])
    return 0


def _named(datum: Datum, context: Context, sentence: Span, params: Params) -> int:
    """Whether the sentence names a person, and right beside the datum."""
    persons = context.persons_in(sentence)
    if not persons:
        return _by_form(datum, context, sentence, params)
    near = any(_touch(one.start, one.end, datum, context.view.text) for one in persons)
    full = any(one.full for one in persons)
    if not near and not full and datum.kind in {"address", "iban"}:
        return 0
    return int(params["person"]) + (int(params["adjacent"]) if near else 0)


def _by_form(datum: Datum, context: Context, sentence: Span, params: Params) -> int:
    """What a name weighs that only its form makes a person's; beside the datum if a family's."""
    text = context.view.text
    found = [
        one
        for one in context.view.layer(NAMED)
        if sentence.start <= one.start < sentence.end and not one.start <= datum.start < one.end
    ]
    if not found:
        return 0
    near = any(
        _touch(one.start, one.end, datum, text) and _FAMILY in text[one.start : one.end].lower()
        for one in found
    )
    return int(params["person"]) + near * int(params["adjacent"])


def _touch(start: int, end: int, datum: Datum, text: str) -> bool:
    between = text[end : datum.start] if end <= datum.start else text[datum.end : start]
    near = _NEXT if datum.kind == "address" else _NEAR
    return len(between) <= near and not _CLAUSE.search(between)
