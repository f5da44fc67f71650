"""Codes that a buyer types for a discount."""

from __future__ import annotations

from socialint.lazy import regex

# Letters in capitals and a number, "JULIE15".
# A class leads, so that the search skips from capital to capital.
CODE_FORM = r"[A-Z](?<![\w#@/].)[A-Z]{2,}[A-Z-]*\d{1,3}(?![\w/])"
CODE = regex(CODE_FORM)
NAMED_CODE = regex(r"[Cc](?<!\w.)ode(?: promo)?\s?:?\s[«“\"]?([A-Z]{4,})\b")
