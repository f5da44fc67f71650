"""The tokens of a post: words cut at their clitics, and the whole things people write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Literal, cast

from socialint.layers.tables import tables_of
from socialint.layers.view import Layer
from socialint.lazy import regex
from socialint.named import NamedTuple

Kind = Literal["word", "number", "punct", "url", "email", "mention", "hashtag", "emoji", "emoticon"]

LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
NOT_LAST = r"(?<![.,;:!?…)\]}'’\"*_])"
PICTURE = (
    r"[\U0001f000-\U0001faff\u2600-\u275a\u2761-\u27bf\u231a\u231b\u23e9-\u23f3\u2b1b\u2b1c"
    r"\u2b50\u2b55\u2194\u2195]"
)
# signs that are text unless a variation selector asks for the picture
SIGN = r"[©®‼⁉™ℹ\u2190-\u21ff\u2300-\u23ff\u25aa-\u25fe\u2934\u2935\u2b05-\u2b07〰〽㊗㊙]\ufe0f"
DRAWN = rf"(?:{SIGN}|{PICTURE}\ufe0f?[\U0001f3fb-\U0001f3ff]?)"
EMOJI = (
    rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3"
    rf"|{DRAWN}[\U000e0020-\U000e007f]*(?:\u200d{DRAWN})*"
)
# a word with nothing written onto it, as most are
BARE = r"(?P<bare>[^\W\d_ʼ]+(?=[ ,\n]))|"
ADDRESSES = rf"""
  (?P<url>(?:https?://|www\.)[^\s<>"«»]+{NOT_LAST})
| (?P<email>[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+)
| (?P<mention>[@＠]\w+(?:[.-]\w+)*(?:@[\w-]+(?:\.[\w-]+)+)?)
| (?P<hashtag>[#＃](?=\w*[^\W\d_])\w+)
| (?P<domain>(?:[^\W_][\w-]{{0,62}}\.){{1,8}}(?:com|org|net|fr|ca|be|ch|io|eu|co|uk|app|gov|edu)\b
    (?![\w-])(?:/[^\s<>"«»]*{NOT_LAST})?)
|"""
THINGS = rf"""
  (?P<emoji>{EMOJI})
| (?P<number>\d{{1,3}}(?:[ \u00a0\u202f.,]\d{{3}})+(?!\d)(?:[.,]\d+)?(?![^\W_])
    | \d+(?:[.,:/-]\d+)*(?![^\W_]))
| (?P<initials>(?:[^\W\d_]\.-?){{2,}})
| (?P<word>{LETTERS}(?:['’ʼ\-‐‑·‧]{LETTERS})*(?:\.e\.?s?(?![^\W_])|['’](?=$|\s)(?<=[qQ][uU]['’]))?)
| (?P<emoticon>(?<!\w)(?:[:;=]['’]?-?[)(\]\[DPpOo/|*]|[xX]D)(?![\w/])|<3(?!\d)|\^\^)
| (?P<punct>\.{{2,}}|…+|[!?]+|--+|\S)
"""
# the space before a token is taken with it: no kind of token has to be tried there
PLAIN = regex(f"[ ]?(?:{BARE}{THINGS})", re.VERBOSE)
FULL = regex(f"[ ]?(?:{BARE}{ADDRESSES}{THINGS})", re.VERBOSE)
ADDRESSED = regex(r"[@#＃＠/.](?:(?<!\.)|\w)")
# a longer one is no word; cutting it would take the square of its length
LONGEST = 60
SAME = str.maketrans("’ʼ‐‑", "''--")
KINDS: dict[str, Kind] = {"domain": "url", "initials": "word"}


class Token(NamedTuple):
    """A token where it stands: `text[start:end]`, its lower-case `norm`, its `kind`.

    In `norm` apostrophes and hyphens are the plain ones; accents stay.
    """

    start: int
    end: int
    text: str
    norm: str
    kind: Kind


class Clitics(NamedTuple):
    """Small words written onto others: before, after, and the words that only look so."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    whole: frozenset[str]


def _ending(clitic: str, after: str) -> str:
    stems = "|".join(f"(?<={re.escape(stem)})" for stem in after.split())
    return f"(?:{stems}){re.escape(clitic)}" if stems else re.escape(clitic)


@cache
def clitics() -> Clitics:
    """The clitics of every `tokens.<code>.json`: they do not clash, so no language is asked."""
    files = tables_of("tokens").values()
    before = "|".join("|".join(f["proclitics"].split()) for f in files if f["proclitics"])
    endings = [_ending(c, a) for f in files for c, a in f["enclitics"].items()]
    longest_first = sorted(endings, key=len, reverse=True)
    return Clitics(
        regex(f"(?:{before})'"),
        regex(f"(?<=[^\\W_])(?:{'|'.join(longest_first)})$"),
        frozenset(word for f in files for word in f["whole"].split()),
    )


def _cuts(norm: str) -> Iterator[int]:
    """Where a word with an apostrophe or hyphen falls apart, from left to right."""
    known = clitics()
    first, last = 0, len(norm)
    while norm[first:] not in known.whole and (found := known.before.match(norm, first)):
        first = found.end()
        if first < last:
            yield first
    endings = []
    while norm[first:last] not in known.whole and (found := known.after.search(norm, first, last)):
        last = found.start()
        endings.append(last)
    yield from reversed(endings)


def _pieces(text: str, norm: str, start: int) -> Iterator[Token]:
    edges = [0, *_cuts(norm), len(norm)]
    for first, last in pairwise(edges):
        yield Token(start + first, start + last, text[first:last], norm[first:last], "word")


def _tokens(text: str) -> Iterator[Token]:
    pattern = FULL if ADDRESSED.search(text) else PLAIN
    kind: Kind
    for found in pattern.finditer(text):
        name = found.lastgroup or ""
        place = found.lastindex or 0
        piece, (start, end) = found[place], found.span(place)
        if name == "bare":
            kind = (
                "number" if piece[0].isdigit() else "word"
            )  # ² and its like are letters of a word
            yield Token(start, end, piece, piece.lower(), kind)
            continue
        norm = piece.lower().translate(SAME)
        joined = "'" in norm or "-" in norm
        if name == "word" and joined and len(norm) == len(piece) <= LONGEST:
            yield from _pieces(piece, norm, start)
            continue
        kind = KINDS.get(name) or cast("Kind", name)
        if kind == "word" and piece[0].isdigit():
            kind = "number"
        yield Token(start, end, piece, norm, kind)


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of `text` in order; between them stands nothing but white space.

    Cuts French elisions (l' | équipe) and pronouns after the verb (pouvez | -vous), English
    contractions (do | n't); keeps links, @names, #tags, e-mails, emoji, emoticons and numbers
    (1 234,50) whole.
    """
    return tuple(_tokens(text))


TOKENS: Layer[tuple[Token, ...]] = Layer("tokens", lambda view: tokenize(view.text))
