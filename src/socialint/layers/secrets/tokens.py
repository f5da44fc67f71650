"""Keys and tokens by the prefixes that their makers give them, and keys inside web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from socialint.layers.secrets.secret import Secret, is_mixed, is_sample
from socialint.lazy import regex

# Prefixes as the makers document them (read in 2026); each shape begins with its literal.
_SHAPES = (
    r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])",  # Amazon
    r"gh[pousr]_[A-Za-z0-9]{30,255}",  # GitHub
    r"github_pat_\w{22,255}",
    r"glpat-[\w-]{20,255}",  # GitLab
    r"sk-[A-Za-z0-9_-]{20,255}",  # OpenAI, Anthropic, OpenRouter
    r"[spr]k_(?:live|test)_[A-Za-z0-9]{10,255}",  # Stripe
    r"whsec_[A-Za-z0-9+/=]{20,255}",
    r"xox[abeoprs]-[A-Za-z0-9-]{10,255}",  # Slack
    r"xapp-\d-[A-Za-z0-9-]{10,255}",
    r"AIza[\w-]{35}",  # Google
    r"ya29\.[\w-]{20,255}",
    r"GOCSPX-[\w-]{20,255}",
    r"EAA[A-Za-z0-9]{60,500}",  # Meta
    r"npm_[A-Za-z0-9]{36}",
    r"pypi-[\w-]{16,500}",
    r"hf_[A-Za-z0-9]{30,60}",  # Hugging Face
    r"SG\.[\w-]{16,64}\.[\w-]{16,64}",  # SendGrid
    r"do[opr]_v1_[0-9a-f]{40,64}",  # DigitalOcean
    r"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}",  # Shopify
    r"ntn_[A-Za-z0-9]{40,60}",  # Notion
    r"fig[dou]_[\w-]{30,60}",  # Figma
    r"lin_api_[A-Za-z0-9]{32,60}",  # Linear
    r"AAAAAAAAAAAAAAAA[\w%]{60,200}",  # X
    r"eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}(?:\.[\w-]{0,2000})?",  # JSON Web Token, RFC 7519
)
# pk.… is a key that maps carry in public; an X-Amz-Credential is no secret without its other half.
_TOKEN = regex(rf"(?<![\w.])(?<!Credential=)(?:{'|'.join(_SHAPES)})")
# The word of a folded text that each shape begins with: it ends before a sign, or goes on.
BEGUN = regex(
    r"(?:a[ksb]ia|acca)[a-z0-9]{16}|aiza|eaa|eyj|a{16}"
    r"|(?:gh[pousr]|github|glpat|[spr]k|whsec|xox[abeoprs]|xapp|ya29|gocspx|npm|pypi|hf|sg|do[opr]"
    r"|shp(?:at|ca|pa|ss)|ntn|fig[dou]|lin)\Z"
)
_LEAST = 16
# each shape above holds one of these
_HINTS = (
    *(
        "KIA",
        "SIA",
        "BIA",
        "ACCA",
        "AIza",
        "AAAAAAAA",
        "EAA",
        "GOCSPX",
        "SG.",
        "eyJ",
        "ya29.",
        "xox",
    ),
    *(
        "xapp-",
        "sk-",
        "glpat-",
        "pypi-",
        "ghp_",
        "gho_",
        "ghu_",
        "ghs_",
        "ghr_",
        "github_pat",
        "whsec_",
    ),
    *("k_live_", "k_test_", "npm_", "hf_", "_v1_", "shp", "ntn_", "fig", "lin_api"),
)
_HINT = regex("|".join(map(re.escape, _HINTS)))
_PEM = regex(
    r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
    r"(?:[A-Za-z0-9+/=\s\\:,-]{0,8000}?-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
    r"|[A-Za-z0-9+/=\s]{0,8000})"
)
_BEARER = regex(r"\b[Bb]earer ([\w.~+/-]{20,2000}={0,2})")
_BOT = regex(r"(?<!\w)\d{8,10}:AA[\w-]{33}(?![\w-])")  # Telegram
_HOOK = regex(
    r"hooks\.slack\.com/services/([\w/]{20,100})|discord(?:app)?\.com/api/webhooks/\d+/([\w-]{20,100})"
)
_USER = regex(r"://[^\s/:@]{1,64}:([^\s/@]{1,64})@(?=[^\s/@])")
_PARAMETER = regex(
    r"[?&#](?:access_token|auth_token|api_?key|client_secret|secret|token|sig|zak|password|passwd|mdp)"
    r"=([\w.~%+/=-]{4,2000})",
    re.IGNORECASE,
)
_LEAST_PARAMETER = 20


def find_tokens(text: str, *, begun: bool) -> Sequence[Secret]:
    """Keys and tokens, not in order; those that only stand for one in a manual are left out.

    `begun`: a word of the folded text is one that `BEGUN` means.
    """
    found = [*(_prefixed(text) if begun else ()), *_signed(text)]
    # what opens something has a long word: a header without one is an example
    return found if found and _long_words(text) else ()


def _long_words(text: str) -> Sequence[str]:
    return [word for word in text.split() if len(word) >= _LEAST]


def _prefixed(text: str) -> Iterator[Secret]:
    if _HINT.search(" ".join(_long_words(text))):
        for found in _TOKEN.finditer(text):
            if _is_key(found[0]):
                yield Secret("key", *found.span())


def _signed(text: str) -> Iterator[Secret]:
    if "PRIVATE KEY" in text:
        yield from (Secret("key", *found.span()) for found in _PEM.finditer(text))
    if "earer " in text:
        yield from _values(_BEARER, text)
    if ":AA" in text:
        yield from (Secret("key", *found.span()) for found in _BOT.finditer(text))
    if "/" in text:
        yield from _in_addresses(text)


def _in_addresses(text: str) -> Iterator[Secret]:
    if "hook" in text:
        yield from _values(_HOOK, text)
    if "://" not in text:
        return
    if "@" in text:
        for found in _USER.finditer(text):
            if not is_sample(found[1]):
                yield Secret("password", *found.span(1))
    if "=" in text:
        for found in _PARAMETER.finditer(text):
            named = found[0][1:].lower().startswith(("pass", "mdp", "zak"))
            if (named or len(found[1]) >= _LEAST_PARAMETER) and _is_key(found[1]):
                yield Secret("key", *found.span(1))


def _values(pattern: re.Pattern[str], text: str) -> Iterator[Secret]:
    for found in pattern.finditer(text):
        group = found.lastindex or 0
        if _is_key(found[group]):
            yield Secret("key", *found.span(group))


def _is_key(value: str) -> bool:
    return is_mixed(value) and not is_sample(value)
