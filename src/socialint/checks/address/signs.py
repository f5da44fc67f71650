"""The signs of tu and vous in the brand's own voice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator

from socialint.checks.address.most import MOST_TU, MOST_VOUS, is_french
from socialint.checks.check import Words
from socialint.draft import Segment
from socialint.layers.address import ADDRESS, AddressSign
from socialint.layers.address_words import Address
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

# Lines of a dialogue: whoever speaks there is not the brand.
SPOKEN = regex(r"^[ \t]*[—–][^\n]*(?:\n\s*[—–][^\n]*)+", re.MULTILINE)
# vous êtes invités, vous êtes-vous rencontrés: several people, polite or not.
AGREED = regex(
    r"vous\s+(?:vous\s+)?(?:êtes|étiez|serez|seriez|soyez)(?:-vous)?\s+(?:\w+\s+)?\w+ée?s\b"
    r"|-vous\s+\w+ée?s\b",
    re.IGNORECASE,
)
# « sera t'elle », for sera-t-elle; « Dessine-moi une ville » over a text.
NO_TU = regex(r"t['’](?:elle|il|on)s?\b")
TITLE = regex(r"[^\W_]+-moi\b[^\n.!?…]{0,60}\n")
CAPITAL_INSIDE = regex(r"[a-zß-öø-ÿ,]\s[TV]$")  # Tu ne tueras point, in a sentence: a title
# an order in a relative clause is a statement: « le guide qui, par ville, répertorie … »
RELATIVE = regex(r"\b(?:qui|que|dont)\b")


class Sign(NamedTuple):
    """A sign of tu or vous, and the text that it stands in."""

    segment: Segment
    view: View
    sign: AddressSign


def may_mix(views: Collection[View]) -> bool:
    """Whether the texts could hold both forms, by a look at their words alone."""
    return any(view.layer(MOST_VOUS) for view in views) and any(
        view.layer(MOST_TU) for view in views
    )


def says(view: View, address: Address) -> bool:
    """Whether a text could hold this form, by a look at its words alone."""
    return view.layer(MOST_TU if address == "tu" else MOST_VOUS) > 0


def own_signs(segment: Segment, view: View, words: Words) -> Iterator[Sign]:
    """The signs outside quotations, dialogues, titles and set phrases."""
    if not is_french(view):
        return
    aside = _merged(_aside(view, words))
    calls = {match.start for match in words.matches(view, "address-orders")}
    zones = view.layer(ZONES)
    for sign in view.layer(ADDRESS):
        own = not zones.touches(sign.start, sign.end, "quotation", "block-quote", "code", "hashtag")
        if own and sign.kind != "fixed" and not (_within(sign, aside) or _misread(sign, view)):
            yield Sign(segment, view, sign._replace(sure=sign.sure or sign.start in calls))


def sentence_at(view: View, offset: int) -> int:
    """The number of the sentence that `offset` stands in, or of the one before it (-1: none)."""
    sentences = view.layer(SENTENCES)
    return bisect_right(sentences, offset, key=lambda span: span.start) - 1


def _aside(view: View, words: Words) -> Iterator[Span]:
    """Stretches that speak to nobody, to several people, or for somebody else."""
    for shape in (SPOKEN, AGREED):
        yield from (Span(*found.span()) for found in shape.finditer(view.text))
    for match in words.matches(view, "address-set-phrases"):
        yield Span(match.start, match.end)
    sentences = view.layer(SENTENCES)
    for match in words.matches(view, "address-sayings"):
        yield Span(match.end, sentences[sentence_at(view, match.start)].end)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _within(sign: AddressSign, spans: list[Span]) -> bool:
    at = bisect_right(spans, sign.start, key=lambda span: span.start) - 1
    return at >= 0 and sign.end <= spans[at].end


def _misread(sign: AddressSign, view: View) -> bool:
    """Whether the words around a sign of tu tell that it speaks to nobody."""
    text = view.text
    if sign.address == "vous":
        return False
    if CAPITAL_INSIDE.search(text, max(0, sign.start - 2), sign.start + 1):
        return True
    if NO_TU.match(text, sign.start) or (sign.start == 0 and TITLE.match(text)):
        return True
    if sign.kind != "imperative":
        return False
    start = view.layer(SENTENCES)[sentence_at(view, sign.start)].start
    return RELATIVE.search(text, start, sign.start) is not None
