"""What a rule adds up in a draft, where its check tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce

from socialint.checks.check import Check, Subject, Sum, Words
from socialint.engine.prepare import Prepared
from socialint.engine.why.reason import Reason
from socialint.locale import decimal, languages
from socialint.locale import words as words_in
from socialint.rule import Rule
from socialint.text import Span, touch


def sums_of(rule: Prepared, subject: Subject, stretch: Span) -> Iterator[Reason]:
    """Each sum with its threshold and its parts, but for those of other places than `stretch`."""
    if not isinstance(rule.check, Check) or rule.check.sums is None:
        return
    words = Words(rule.rule.name, rule.rule.lists, rule.rule.patterns)
    for one in rule.check.sums(rule.rule.params, words, subject):
        if one.segment and one.span and not touch(one.segment.map.to_source(*one.span), stretch):
            continue
        if not any(weight for _, weight in one.parts):
            yield Reason("sum-none", {"threshold": f"{one.threshold:g}"})
            continue
        told = {lang: _told(one, rule.rule, lang) for lang in languages()}
        yield Reason("sum", told["en"], told=told)


def _told(one: Sum, rule: Rule, lang: str) -> Mapping[str, str]:
    """The sum and its parts in words: a move by its note, as its rule calls it in `lang`."""
    notes = rule.wording[lang].notes if lang in rule.wording else {}
    keys, cli = set(_keys(rule.params)), words_in(lang)["cli"]
    named = [
        f"{notes.get(name) or (f'`{name}`' if name in keys else name)} "
        f"{decimal(f'{weight:+.3g}', cli)}"
        for name, weight in one.parts
        if weight
    ]
    join = str(words_in(lang)["why"]["sum-parts"])
    parts = reduce(lambda done, part: join.format(done=done, part=part), named)
    total, threshold = decimal(f"{one.total:.3g}", cli), decimal(f"{one.threshold:g}", cli)
    return {"sum": total, "threshold": threshold, "parts": parts}


def _keys(params: object) -> Iterator[str]:
    """Every name that the params of a rule give to something."""
    if isinstance(params, Mapping):
        for name, value in params.items():
            yield name
            yield from _keys(value)
