"""What a text tells of its writer's interest: deals, ties, and what lends them weight."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from socialint.checks.check import Words
from socialint.checks.disclosure.ceilings import ceiling, may_label, outright
from socialint.checks.disclosure.moves import Sign, found, is_idle
from socialint.checks.disclosure.pairs import holds
from socialint.checks.promo_code import CODE, CODE_FORM, NAMED_CODE
from socialint.checks.spots import Spots
from socialint.guards import GUARDS
from socialint.layers.phrases import Match
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.named import NamedTuple

CLASSES = Words("disclosure")
DIGITS = "0123456789-"
LEAST = 3  # no rule speaks for less
TYPED_CODE = regex(
    r"[ \u00a0][«“\"]?[ \u00a0]?"
    r"([A-Z]{6,}\d{0,3}|[A-Z]{3,}\d{1,3})\b(?![ \u00a0][A-Z]{2})"
)
# Such a code, and what it takes off, in one sentence.
_OFF = r"(?:\d\s?%|[€£$]\s?\d|\d\s?[€£$])"
OFFERED = regex(rf"{CODE_FORM}[^.!?\n]*{_OFF}|{_OFF}[^.!?\n]*{CODE_FORM}")
REFERRAL = regex(r"[?&](?:ref|aff|affid|aff_id|affiliate|referral|parrain|tag|via)=\w")


class Signs(NamedTuple):
    """What the text tells: deals and ties in text order, and the words beside them.

    `hush` and `feigned` are places where a link is laughed off, or neutrality put forward; `push`
    those where the reader is sent to get the thing.
    """

    deals: tuple[Sign, ...] = ()
    ties: tuple[Sign, ...] = ()
    praise: bool = False
    hush: tuple[Match, ...] = ()
    feigned: tuple[Match, ...] = ()
    code: bool = False
    push: tuple[Match, ...] = ()


BESIDE = ("ad-praise", "ad-hush", "ad-feigned", "ad-push")
WINK = ("ad-hush", "ad-feigned")
DENIALS = ("negation", "question", "hypothetical")
NONE = Signs()


def read(view: View) -> Signs:
    """The signs in a text; NONE where nothing in it could be one."""
    own_codes = (*_own_codes(view), *_typed_codes(view)) if _is_voiced(view) else _named_codes(view)
    sure = bool(own_codes) or holds(view, *WINK)
    if not sure and not _may_reach(view, ceiling(view)):
        return NONE
    spots = Spots(view, CLASSES)
    told = list(found(spots))
    if not sure and not _may_reach(view, _weight(view, told)):
        return NONE
    kept = {sign for sign, match in told if _stands(spots, sign, match)}
    if holds(view, *WINK):
        kept |= {Sign(*code.span(), "promo", 1) for code in CODE.finditer(view.text)}
    kept |= set(own_codes)
    if not kept:
        return NONE
    return Signs(
        tuple(sorted(sign for sign in kept if sign.kind != "tie")),
        tuple(sorted(sign for sign in kept if sign.kind == "tie")),
        any(not GUARDS["negation"](view, match) for match in spots.all("ad-praise")),
        spots.all("ad-hush"),
        spots.all("ad-feigned"),
        has_code(view.text),
        spots.all("ad-push"),
    )


SIGNS: Layer[Signs] = Layer("disclosure", read)


def _may_reach(view: View, weight: int) -> bool:
    """Whether signs of this weight can come to the least, whatever is looked at more closely."""
    if not weight:
        return False
    weight += sum([holds(view, name) for name in BESIDE])
    return weight >= LEAST or (weight + 1 == LEAST and has_code(view.text))


def _weight(view: View, told: Sequence[tuple[Sign, Match]]) -> int:
    """The most that these signs weigh together."""
    total = sum(sign.weight for sign, _ in told)
    if may_label(view):
        return total
    return min(total, outright((sign.kind, sign.weight) for sign, _ in told))


def _stands(spots: Spots, sign: Sign, match: Match) -> bool:
    if spots.is_apart(match.start, match.end) or is_idle(spots, sign):
        return False
    return not _is_denied(spots.view, sign, match) or _is_joke(spots, sign)


def _is_denied(view: View, sign: Sign, match: Match) -> bool:
    """Whether it is denied, asked or supposed; a condition is part of how earnings are told."""
    names = ("negation",) if sign.kind in ("earning", "promo") else DENIALS
    return any(GUARDS[name](view, match) for name in names)


def _is_joke(spots: Spots, sign: Sign) -> bool:
    """Whether a denial winks: in its sentence, or right after it, something laughs it off."""
    sentence = spots.sentences[spots.sentence(sign.start)]
    return any(sentence.start <= match.start <= sentence.end + 2 for match in spots.all("ad-hush"))


def _own_codes(view: View) -> Iterator[Sign]:
    """Codes with a person's name in them (LUCIE15), or beside what they take off."""
    found = list(CODE.finditer(view.text))
    offered = bool(found) and bool(OFFERED.search(view.text) or _is_rewarded(view, found))
    for match in found:
        if offered or _is_name(view, match[0].rstrip(DIGITS)):
            yield Sign(*match.span(), "promo", 2)


def _named_codes(view: View) -> tuple[Sign, ...]:
    """Codes with a person's name, where nobody says “I” and no shop speaks of itself."""
    if holds(view, "ad-shop") or holds(view, "ad-firm") or not holds(view, "ad-off"):
        return ()
    codes = CODE.finditer(view.text)
    return tuple(
        Sign(*code.span(), "promo", 2) for code in codes if _is_name(view, code[0].rstrip(DIGITS))
    )


def _is_rewarded(view: View, codes: list[re.Match[str]]) -> bool:
    """Whether a code stands in one sentence with what it takes off, told in words."""
    if not holds(view, "ad-off"):
        return False
    spots = Spots(view, CLASSES)
    rewards = {spots.sentence(match.start) for match in spots.all("ad-off")}
    return any(spots.sentence(code.start()) in rewards for code in codes)


def _typed_codes(view: View) -> Iterator[Sign]:
    """Words in capitals that the reader is to type to pay less: “use ROSIELOVES at checkout”."""
    if not holds(view, "ad-enter", "ad-off"):
        return
    weight = 2 if holds(view, "ad-firm") else 3
    for match in Spots(view, CLASSES).all("ad-enter"):
        code = TYPED_CODE.match(view.text, match.end)
        if code:
            yield Sign(*code.span(1), "promo", 2 if code[1][-1].isdigit() else weight)


def _is_name(view: View, letters: str) -> bool:
    alone = View(letters.capitalize(), view.declared, lexicons=view.lexicons)
    return holds(alone, "given-name")


def _is_voiced(view: View) -> bool:
    """Whether one person speaks, and not of a shop of her own."""
    return holds(view, "ad-self") and not holds(view, "ad-shop")


def has_code(text: str) -> bool:
    """Whether a code or a link stands in the text that counts for somebody."""
    # most texts hold neither of the first two
    return (
        ("ode" in text and bool(NAMED_CODE.search(text)))
        or ("=" in text and bool(REFERRAL.search(text)))
        or bool(CODE.search(text))
    )
