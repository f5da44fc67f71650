"""Emoji as readers see them: one entity for a flag, a keycap, a family, a skin tone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from socialint.lazy import regex

# Code points of Unicode emoji-data 15.0 (property Emoji) below U+10000; above, whole blocks, so
# that emoji yet to come are found too.
_BASIC = (
    "\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23f3"
    "\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615"
    "\u2618\u261d\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653"
    "\u2660\u2663\u2665\u2666\u2668\u267b\u267e\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0"
    "\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26ce\u26cf\u26d1\u26d3"
    "\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa\u26fd\u2702\u2705\u2708-\u270d\u270f\u2712\u2714"
    "\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763\u2764"
    "\u2795-\u2797\u27a1\u27b0\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d"
    "\u3297\u3299"
)
_ASTRAL = (
    "\U0001f004\U0001f0cf\U0001f170\U0001f171\U0001f17e\U0001f17f\U0001f18e\U0001f191-\U0001f19a"
    "\U0001f201\U0001f202\U0001f21a\U0001f22f\U0001f232-\U0001f23a\U0001f250\U0001f251"
    "\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7ff\U0001f90c-\U0001faff"
)
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_KEYCAP = "[#*0-9]\ufe0f?\u20e3"
# these read as text unless a variation selector makes emoji of them
_TEXTUAL = "[\u00a9\u00ae\u2122\u265f]\ufe0f"
_PERSON = f"[{_BASIC}{_ASTRAL}](?:[\U0001f3fb-\U0001f3ff]\ufe0f?|\ufe0f?(?!\ufe0e))\u20e3?"
_TAGS = "[\U000e0020-\U000e007e]+\U000e007f"
_LINK = f"(?:{_PERSON}|{_TEXTUAL})"
# one character that all emoji hold, cheap to look for
_SEED = regex("[\u203c\u2049\u20e3\u2139-\u3299\ufe0f\U0001f004-\U0001faff]")
_BACK = "\u20e3\ufe0f"  # seeds that stand behind the sign they make an emoji of


@cache
def _emoji() -> re.Pattern[str]:
    return regex(f"{_PERSON}(?:{_TAGS})?(?:\u200d{_LINK})*|{_FLAG}|{_KEYCAP}|{_TEXTUAL}")


@cache
def pictograph() -> re.Pattern[str]:
    """A character that a zero-width joiner may join (property Extended_Pictographic)."""
    return regex(f"[{_BASIC}{_ASTRAL}\u00a9\u00ae\u2122\u2600-\u27bf]")


def find_emoji(text: str) -> Iterator[tuple[int, int]]:
    """Spans of emoji sequences (Unicode Technical Standard 51), in order.

    A sign that stands for itself in text (©, ®, ™) is none without its variation selector, nor is
    any that the text selector U+FE0E follows.
    """
    if text.isascii():
        return
    done = 0
    for seed in _SEED.finditer(text):
        start = seed.start()
        if start < done:
            continue
        if seed[0] in _BACK:
            start -= 1 + (text[start - 1 : start] == "\ufe0f")
        if start >= done and (match := _emoji().match(text, start)):
            yield match.span()
            done = match.end()
