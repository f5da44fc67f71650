"""The built-in rules on a text, with no more of the program than a check needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

from socialint.checks import CHECKS
from socialint.checks.check import Check, Subject, Words
from socialint.checks.spots import Spots
from socialint.draft import Draft, Field, Segment
from socialint.finding import Hit
from socialint.layers.view import View
from socialint.profile import Profile
from socialint.rulepack import Pack, builtin_pack, compile_pack, load_pack, merged
from socialint.text import SourceMap, Span

AS_OF = datetime(2026, 1, 1, tzinfo=UTC)


@cache
def pack() -> Pack:
    """The built-in pack."""
    return load_pack(compile_pack(builtin_pack()))


def view(text: str, lang: str) -> View:
    """A view with all the words of the pack."""
    return View(text, lang, lexicons=merged([pack()]))


def spots(text: str, lang: str, rule: str = "unsourced-statistic") -> Spots:
    """The word classes in a text, as a rule sees them."""
    lists = next(one.lists for one in pack().rules if one.name == rule)
    return Spots(view(text, lang), Words(rule, lists))


def hits(rule: str, text: str, lang: str, fields: Mapping[str, object] | None = None) -> list[Hit]:
    """What a rule answers to a post."""
    found = next(one for one in pack().rules if one.name == rule)
    check = CHECKS[found.check]
    assert isinstance(check, Check)
    segment = Segment("text", text, lambda: SourceMap.identity(0, len(text)))
    given = {name: Field(value, Span(0, 0), Span(0, 0)) for name, value in (fields or {}).items()}
    draft = Draft(text, lang=lang, fields=given, segments=(segment,))
    subject = Subject(draft, {segment: view(text, lang)}, Profile(), AS_OF)
    return list(check.prepare(found.params, Words(rule, found.lists))(subject))


def quotes(
    rule: str, text: str, lang: str, fields: Mapping[str, object] | None = None
) -> list[tuple[str, str]]:
    """The text and the variant of each hit."""
    found = hits(rule, text, lang, fields)
    return [(text[slice(*hit.span)], hit.variant) for hit in found if hit.span]
