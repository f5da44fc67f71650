"""Signs that a look at the characters finds, for rules that can say nothing without them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from socialint.lazy import regex

# one class leads each pattern, so that the search skips from sign to sign
SIGNS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "at": regex(r"[@＠(\[](?:(?<=[@＠])|(?:at|arobase)[)\]])"),
        "blank": regex(r"[\[<{*$%xX?](?:(?<=[\[<{*$])|(?<=%)[A-Z]|(?<=[xX])[xX]|(?<=\?)\?)"),
        "bracket": regex(r"\("),
        "capitals": regex(r"[^\W\d_a-zß-öø-ÿ]\W{0,3}[^\W\d_a-zß-öø-ÿ]"),
        "code": regex(r"[A-Z](?<![\w#@/].)[A-Z]{2,}[A-Z-]*\d"),
        "digit": regex(r"\d"),
        "dot": regex(r"\.\w"),
        "emoji": regex(
            "[\u203c\u2049\u20e3\u2122\u2139\u2190-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299\ufe0f"
            "\U0001f000-\U0001fbff]"
        ),
        "exclamation": regex("[!‼⁉]"),
        "hashtag": regex("[#＃]"),
        "hyphen": regex(r"[-‑](?<=\w.)(?![\w-]+\.\w)"),  # but those of links
        "percent": regex("[%٪％]"),
        "question": regex("[?⁇⁈⁉]"),
    }
)
