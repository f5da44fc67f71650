"""Who signs a reply: a name, initials or a team at its end."""

from __future__ import annotations

import re
from functools import cache

from socialint.layers.entities.vocabulary import either
from socialint.layers.fold import Folded
from socialint.layers.zonewords import zone_words
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

_NAME = r"[^\W\d_a-zà-öø-ÿ][\w’'-]{1,14}\.?"
_INITIALS = r"(?:[^\W\d_a-zà-öø-ÿ]\.?){2,3}"
_WHO = rf"{_NAME}(?: {_NAME}){{0,2}}"
# "— Claire" on its own line, "^CM" or "-Claire" as the last word
_DASHED = regex(rf"[—–-]{{1,2}} ?(?:{_WHO}|{_INITIALS})(?:, [^\n.!?]{{1,40}})?$")
_BULLETS = "—–-•*"
_NAMED = regex(rf"{_WHO}(?:,| [–—|-]) ")
_BRANDED = regex(rf"(?:[^\W\d_]{{1,5}} )?{_WHO} ")
_NAMES = regex(rf"(?: {_NAME})*$")
_MARKED = regex(
    rf"(?:\^ ?\w[\w-]{{0,14}}|/[A-Z]|[*/~—–-](?:{_INITIALS}|{_NAME})\*?|[—–] {_WHO}"
    rf"|(?:(?<=[.!?…] )|(?<=\n))\({_INITIALS}\))$"
)
_BARE_INITIALS = regex(r"(?:(?<=[.!?…)] )|(?<=\n))[A-Z]{2}$")
_ALONE = regex(rf"(?:{_WHO}|{_INITIALS})$")
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")  # with one of these nobody signs
_TAIL = 160
_LONGEST = 60


class _Patterns(NamedTuple):
    role: re.Pattern[str]
    team: re.Pattern[str]
    suffix: re.Pattern[str]
    closing: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    roles, teams = either(zone_words("roles")), either(zone_words("teams"))
    closings = either(zone_words("closings"))
    return _Patterns(
        regex(rf"(?:{roles}|{teams})(?!\w)[^\n.!?:;#]{{0,30}}$"),
        regex(rf"(?:{teams})(?!\w)(?: (?:{either(zone_words('links'))}) ?[^\W\d_]+)?"),
        regex(rf"(?:{either(zone_words('suffixes'))})$"),
        regex(rf"(?<!\w)(?:{closings}) ?[,.!]?[ \n]+$"),
    )


def find_signature(text: str, folded: Folded) -> Span | None:
    """The span of the signature that ends `text`, or None; `folded` is the folding of `text`."""
    end = len(text.rstrip(" \t\r\n.*"))
    if text[end : end + 1] == "." and end and text[end - 1].isupper():
        end += 1
    floor = max(0, end - _TAIL)
    line = max(text.rfind("\n", 0, end) + 1, floor)
    if line and text[line - 1] == "\n" and _is_signed(text, folded, line, end):
        return Span(line, end)
    return _last_words(text, folded, line, end)


def _is_signed(text: str, folded: Folded, start: int, end: int) -> bool:
    if text[start] in "—–-" and _DASHED.match(text, start, end):
        above = text[max(0, start - _TAIL) : start].rstrip().rpartition("\n")[2].lstrip()
        return not above or above[0] not in _BULLETS
    return text[start].isupper() and end - start <= _LONGEST and _is_team(text, folded, start, end)


def _is_team(text: str, folded: Folded, start: int, end: int) -> bool:
    last, patterns = folded.offset(end), _patterns()
    if (named := _NAMED.match(text, start, end)) and patterns.role.match(
        folded.text, folded.offset(named.end()), last
    ):
        return True
    if (branded := _BRANDED.match(text, start, end)) and patterns.suffix.match(
        folded.text, folded.offset(branded.end()), last
    ):
        return True
    team = patterns.team.match(folded.text, folded.offset(start), last)
    return bool(team and _NAMES.match(text, folded.span(0, team.end()).end, end))


def _last_words(text: str, folded: Folded, line: int, end: int) -> Span | None:
    last = text.rfind(" ", line, end) + 1
    for word in (last, text.rfind(" ", line, max(last - 1, line)) + 1):
        place = max(word, line)
        if text[place : place + 1] in _PLAIN:
            continue
        if place and (_MARKED.match(text, place, end) or _BARE_INITIALS.match(text, place, end)):
            return Span(place, end)
        if place and _ALONE.match(text, place, end) and _follows_closing(folded, place):
            return Span(place, end)
    return None


def _follows_closing(folded: Folded, place: int) -> bool:
    last = folded.offset(place)
    return bool(_patterns().closing.search(folded.text, max(0, last - 40), last))
