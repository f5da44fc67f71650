"""The parts of a link, as they are written, so that one part can be changed and no other."""

from __future__ import annotations

import re

from socialint.lazy import regex
from socialint.named import NamedTuple

_ADDRESS = regex(
    r"(?P<head>(?:https?://)?(?P<host>[^/?#\s:]+)(?::\d+)?[^?#\s]*)"
    r"(?:\?(?P<query>[^#\s]*))?(?P<rest>#\S*)?",
    re.IGNORECASE,
)


class Address(NamedTuple):
    """A link: what stands before its query, its host in lower case, its query, its fragment.

    `params` are None where there is no question mark; a value is None where there is no sign of
    equality.
    """

    head: str
    host: str
    params: tuple[tuple[str, str | None], ...] | None
    fragment: str

    def __str__(self) -> str:
        if self.params is None:
            return self.head + self.fragment
        pairs = (name if value is None else f"{name}={value}" for name, value in self.params)
        return f"{self.head}?{'&'.join(pairs)}{self.fragment}"


def read_address(url: str) -> Address | None:
    """The parts of `url`, which put together give it again; None if it is no link."""
    match = _ADDRESS.fullmatch(url)
    if match is None:
        return None
    query = match["query"]
    params = None if query is None else tuple(map(_pair, query.split("&")))
    return Address(match["head"], match["host"].lower(), params, match["rest"] or "")


def _pair(written: str) -> tuple[str, str | None]:
    name, equals, value = written.partition("=")
    return name, value if equals else None


def is_under(host: str, domain: str) -> bool:
    """Whether `host` is `domain` or one of its subdomains."""
    domain = domain.lower().removeprefix("www.").strip(".")
    return host == domain or host.endswith(f".{domain}")
