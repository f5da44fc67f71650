"""What the profile asks of links, and what each parameter should say in a draft."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from socialint.checks.check import Subject
from socialint.checks.links.address import Address, is_under
from socialint.checks.platforms import written
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.near import near
from socialint.profile import Profile

PREFIX = "utm_"
USUAL = ("source", "medium", "campaign")
# the parameters that analytics tools read
KNOWN = tuple(f"{PREFIX}{name}" for name in (*USUAL, "content", "term", "id"))
MEDIUM = "social"
# services that hide where a link leads; the profile may name its own
SHORTENERS = frozenset(
    {"bit.ly", "tinyurl.com", "ow.ly", "buff.ly", "is.gd", "cutt.ly", "rebrand.ly", "rb.gy"}
    | {"goo.gl", "shorturl.at", "tiny.cc", "urlz.fr", "s.id", "t.ly"}
)
_APART = regex(r"[^a-z0-9]+")
_BAD_VALUE = regex(r"[^a-z0-9._~%-]")


class Policy(NamedTuple):
    """What the profile asks of links; `expected` are the values that this draft should give."""

    own: tuple[str, ...]
    exempt: tuple[str, ...]
    shorteners: frozenset[str]
    required: tuple[str, ...]
    lowercase: bool
    expected: Mapping[str, str]
    strict: frozenset[str]

    def is_own(self, address: Address) -> bool:
        """Whether the link leads to a page of the brand's that is to be counted."""
        if any(is_under(address.host, domain) for domain in self.exempt):
            return False
        return any(is_under(address.host, domain) for domain in self.own)

    def hides(self, address: Address) -> bool:
        """Whether the link goes through a service that is not the brand's."""
        return address.host.removeprefix("www.") in SHORTENERS - self.shorteners


def policy_of(subject: Subject) -> Policy:
    """The profile's policy, as it applies to the draft."""
    profile = subject.profile
    utm: Mapping[str, Any] = profile.get("links.utm", {})
    required = tuple(_full(name) for name in utm.get("required", USUAL))
    source = subject.channels[0] if len(set(subject.channels)) == 1 else ""
    campaign = written(subject, "campaign")
    campaign = slug(campaign) if isinstance(campaign, str) else ""
    sources: Mapping[str, str] = utm.get("sources", {})
    usual = {f"{PREFIX}medium": MEDIUM} | {
        _full(name): str(value) for name, value in utm.get("defaults", {}).items()
    }
    own = {f"{PREFIX}source": sources.get(source, source), f"{PREFIX}campaign": campaign}
    expected = usual | {name: value for name, value in own.items() if value}
    return Policy(
        own=_texts(profile, "own_domains"),
        exempt=_texts(profile, "exempt_domains"),
        shorteners=frozenset(_texts(profile, "shorteners")),
        required=required,
        lowercase=bool(utm.get("lowercase", True)),
        expected=expected,
        strict=frozenset(name for name, value in own.items() if value),
    )


def _full(name: str) -> str:
    return name if name.startswith(PREFIX) else f"{PREFIX}{name}"


def _texts(profile: Profile, name: str) -> tuple[str, ...]:
    return tuple(map(str, profile.get(f"links.{name}", ())))


def slug(text: str) -> str:
    """The text in lower case, its words joined by hyphens: « Été 2026 » is `ete-2026`."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _APART.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def meant(name: str) -> str:
    """The parameter that a misspelt name stands for; the name itself where it is right."""
    low = name.lower()
    if low in KNOWN or "utm" not in low.replace("-", "_").replace("mtu", "utm"):
        return low if low in KNOWN else name
    return near(low.replace("-", "_"), KNOWN, 0.75) or name


def is_well_formed(value: str) -> bool:
    """Whether a value has but small letters, digits and hyphens, so that it is counted as one."""
    return re.sub(_BAD_VALUE.pattern, "", value) == value
