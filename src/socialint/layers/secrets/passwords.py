"""Passwords and door codes: a word that says what it is, and the value beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from socialint.layers.fold import Folded
from socialint.layers.secrets.cues import BY, CODE, OPENS, PASSWORD, vocabulary
from socialint.layers.secrets.secret import Secret, is_mixed, is_sample
from socialint.lazy import regex
from socialint.named import NamedTuple

_VALUE = r"[\"'(]? ?(?P<value>[^\s\"',;()<>]{3,40})"
_FIGURES = r"(?=(?:[a-z]?\d){3})[a-z]?\d[a-z\d]{2,8}[*#]?(?![\w@/€$£%]|[.,:/-]\w)"
_CODE_VALUE = rf"[\"'(]? ?(?P<value>{_FIGURES})"
# how every such value begins; a figure leads, so that the search skips from figure to figure
_BEGUN = regex(r"\d(?:(?<![\w/.-].)|(?<=[a-z].)(?<![\w/.-]..))[a-z]?\d[a-z]?\d")
_LINK = r" ?(?:[:=→>]|->) ?"
_SIGN = regex(r"[@#$%&*!+=_^?~]")
_COMMON = regex(
    r"[p@]+[a4@]ss?w[o0]rd\d*|admin\d*|qwert\w*|azert\w*|motdepasse\d*|letmein|1?234\d*",
    re.IGNORECASE,
)
_TRAILING = ".!?:…"
_BEFORE, _MEETING = 30, 90
_OPENING = 90  # more than what opens, and three words
_LEAST_FIGURES = 4


class _Patterns(NamedTuple):
    password: re.Pattern[str]
    code: re.Pattern[str]
    unlike: re.Pattern[str]
    meeting: re.Pattern[str]
    unit: re.Pattern[str]
    opened: re.Pattern[str]
    parts: Mapping[str, tuple[str, ...]]


def find_passwords(text: str, folded: Folded, told: int) -> Iterator[Secret]:
    """Passwords and codes, not in order: “password: …”, “le code de la porte est le …”.

    Not those of meetings, galleries and sales, which are told on purpose; nor a word in the place
    of the value, which a reader takes for a joke.  `folded` is the text folded, `told` its cues.
    """
    if not told & (PASSWORD | CODE | OPENS):
        return
    patterns = _patterns()
    if told & PASSWORD and _has(folded.text, "hint", patterns):
        yield from _passwords(folded, text, patterns)
    if _may_open(folded.text, told, patterns):
        yield from _codes(folded, patterns)


def _has(text: str, name: str, patterns: _Patterns) -> bool:
    return any(map(text.__contains__, patterns.parts[name]))


def _may_open(text: str, told: int, patterns: _Patterns) -> bool:
    """Whether the words and the figures are there without which no code is told."""
    named = bool(told & CODE)
    opened = bool(told & BY and told & OPENS)
    if not (named or opened) or not _has(text, "hint_code", patterns) or not _BEGUN.search(text):
        return False
    if named and ("digicode" in text or _has(text, "place", patterns)):
        return True
    return opened and any(_is_opened(text, by, patterns) for by in patterns.parts["by"])


def _is_opened(text: str, by: str, patterns: _Patterns) -> bool:
    """Whether something opens right before “with”: the rarer word is looked for first."""
    at = text.find(by)
    while at >= 0:
        if patterns.opened.search(text, max(0, at - _OPENING), at + len(by)):
            return True
        at = text.find(by, at + 1)
    return False


def _passwords(folded: Folded, text: str, patterns: _Patterns) -> Iterator[Secret]:
    for found in patterns.password.finditer(folded.text):
        value = found["value"].rstrip(_TRAILING) or found["value"]
        start, end = folded.span(found.start("value"), found.start("value") + len(value))
        sure = found["link"] is not None
        if _is_password(text[start:end], sure=sure) and not _is_told(found, folded.text, patterns):
            yield Secret("password", start, end)


def _codes(folded: Folded, patterns: _Patterns) -> Iterator[Secret]:
    for found in patterns.code.finditer(folded.text):
        if not _is_told(found, folded.text, patterns):
            yield Secret("code", *folded.span(*found.span("value")))


def _is_password(value: str, *, sure: bool) -> bool:
    if _COMMON.fullmatch(value) or "://" in value or value.startswith(("www.", "@")):
        return False
    if is_sample(value) and len(value) > _LEAST_FIGURES:
        return False
    if value.isdecimal():
        return sure and len(value) >= _LEAST_FIGURES
    mixed = is_mixed(value) or (bool(_SIGN.search(value)) and any(map(str.isalpha, value)))
    return mixed and len(value) > _LEAST_FIGURES


def _is_told(found: re.Match[str], text: str, patterns: _Patterns) -> bool:
    """Whether the value is an example, a length, or meant for everybody."""
    start = found.start()
    near = text[max(0, start - _BEFORE) : found.start("value")]
    wide = text[max(0, start - _MEETING) : found.end() + _BEFORE]
    unit = patterns.unit.match(text, found.end("value"))
    return bool(unit or patterns.unlike.search(near) or patterns.meeting.search(wide))


@cache
def _patterns() -> _Patterns:
    words = vocabulary()
    lists = {name: f"(?:{'|'.join(map(re.escape, some))})" for name, some in words.items()}
    place, article = lists["place"], lists["article"]
    some = r"(?:[ '/-][a-z]+){0,4}?"
    link = rf"(?P<link>{_LINK}| {lists['is']} )"
    code = rf"{lists['code']}(?! {lists['other']}(?!\w))"
    named = rf"(?:{place}[ '-](?:[a-z]+ )?{code}|{code}(?:[ '-][a-z]+){{0,3}}[ '-]{place}|digicode)"
    opens = rf"{lists['opens']}(?:[ '-][a-z]+){{0,3}} {lists['by']}"
    opened = rf"{opens} (?:(?:{article} ){{1,2}}|(?=\d+(?!\d| [a-z])))"
    stated = rf"{named}{some}(?:{_LINK}| {lists['is']} | )(?:{article} )?"
    return _Patterns(
        password=regex(rf"(?<!\w){lists['password']}(?:{some}{link}(?:{article} )?| ){_VALUE}"),
        code=regex(rf"(?<!\w)(?:{stated}|{opened}){_CODE_VALUE}"),
        unlike=regex(rf"(?<!\w){lists['unlike']}(?!\w)"),
        meeting=regex(rf"(?<!\w){lists['meeting']}(?!\w)"),
        unit=regex(rf" ?{lists['unit']}(?!\w)"),
        opened=regex(opens),
        parts={name: words[name] for name in ("hint", "hint_code", "place", "by")},
    )
