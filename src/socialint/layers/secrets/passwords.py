"""Passwords and door codes: a word that says what it is, and the value beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from socialint.layers.fold import Folded, fold
from socialint.layers.secrets.secret import Secret, is_mixed, is_sample
from socialint.layers.tables import tables_of
from socialint.lazy import regex
from socialint.named import NamedTuple

_NUMBER = regex(r"(?<=[\s\"'(:=«»“>#\u00a0])[A-Za-z]?\d\w{2,8}[#*]?(?![\w/€$£%])")
_VALUE = r"[\"'(]? ?(?P<value>[^\s\"',;()<>]{3,40})"
_CODE = r"(?=(?:[a-z]?\d){3})[a-z]?\d[a-z\d]{2,8}[*#]?(?![\w@/€$£%]|[.,:/-]\w)"
_CODE_VALUE = rf"[\"'(]? ?(?P<value>{_CODE})"
_LINK = r" ?(?:[:=→>]|->) ?"
_SIGN = regex(r"[@#$%&*!+=_^?~]")
_COMMON = regex(
    r"[p@]+[a4@]ss?w[o0]rd\d*|admin\d*|qwert\w*|azert\w*|motdepasse\d*|letmein|1?234\d*",
    re.IGNORECASE,
)
_TRAILING = ".!?:…"
_BEFORE, _MEETING = 30, 90
_LEAST_FIGURES = 4


class _Patterns(NamedTuple):
    password: re.Pattern[str]
    code: re.Pattern[str]
    unlike: re.Pattern[str]
    meeting: re.Pattern[str]
    unit: re.Pattern[str]
    hints: tuple[str, ...]
    code_hints: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]]


def find_passwords(text: str) -> Iterator[Secret]:
    """Passwords and codes, not in order: “password: …”, “le code de la porte est le …”.

    Not those of meetings, galleries and sales, which are told on purpose; nor a word in the place
    of the value, which a reader takes for a joke.
    """
    low = text.lower()
    patterns = _patterns()
    if any(map(low.__contains__, patterns.hints)):
        yield from _passwords(fold(text), text, patterns)
    if any(map(low.__contains__, patterns.code_hints)):
        folded = fold(text)
        if _may_open(folded.text, patterns.parts) and _NUMBER.search(text):
            yield from _codes(folded, patterns)


def _may_open(text: str, parts: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the words are there without which no code is told."""

    def has(name: str) -> bool:
        return any(map(text.__contains__, parts[name]))

    return has("code") or (has("opens") and has("by"))


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
    words = _words()
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
        hints=words["hint"],
        code_hints=words["hint_code"],
        parts={name: words[name] for name in ("code", "opens", "by")},
    )


def _words() -> dict[str, tuple[str, ...]]:
    """The word lists of every `secrets.<code>.json`, the longest words first."""
    words: dict[str, set[str]] = {}
    for file in tables_of("secrets").values():
        for name, line in file.items():
            words.setdefault(name, set()).update(line.split("|"))
    return {name: tuple(sorted(some, key=lambda w: (-len(w), w))) for name, some in words.items()}
