"""Signs that a look at the characters finds, for rules that can say nothing without them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from socialint.lazy import regex

# Characters of which a text has one, or a pattern: one class leads it, so that the search skips
# from sign to sign.
SIGNS: Mapping[str, str | re.Pattern[str]] = MappingProxyType(
    {
        "at": regex(r"[@＠(\[](?:(?<=[@＠])|(?:at|arobase)[)\]])"),
        "blank": regex(r"[\[<{*$%xX?](?:(?<=[\[<{*$])|(?<=%)[A-Z]|(?<=[xX])[xX]|(?<=\?)\?)"),
        "bracket": "(",
        "capitals": regex(r"[^\W\d_a-zß-öø-ÿ]\W{0,3}[^\W\d_a-zß-öø-ÿ]"),
        "code": regex(r"[A-Z](?<![\w#@/].)[A-Z]{2,}[A-Z-]*\d"),
        "digit": regex(r"\d"),
        "dot": regex(r"\.\w"),
        "emoji": regex(
            "[\u203c-\U0001fbff](?<="
            "[\u203c\u2049\u20e3\u2122\u2139\u2190-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299\ufe0f"
            "\U0001f000-\U0001fbff])"
        ),
        "exclamation": "!‼⁉",
        "hashtag": "#＃",
        "hyphen": regex(r"[-‑](?<=\w.)(?![\w-]+\.\w)"),  # but those of links
        "percent": "%٪％",
        "question": "?⁇⁈⁉",
    }
)


def has_sign(name: str, text: str) -> bool:
    """Whether the text has a sign, one of `SIGNS`."""
    if name == "emoji" and text.isascii():
        return False
    sign = SIGNS[name]
    if isinstance(sign, str):
        return any(map(text.__contains__, sign))
    return sign.search(text) is not None
