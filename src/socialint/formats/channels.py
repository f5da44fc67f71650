"""The channels that a draft names, by whatever name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from socialint.formats.names import data, fold
from socialint.lazy import regex
from socialint.named import NamedTuple

# no channel's name is longer
_LONGEST = 40


class Target(NamedTuple):
    """Where a draft goes: the channel's canonical name, and the account where one is named."""

    channel: str
    account: str | None = None


_BETWEEN = regex(r"[,;|+&\n/]|\s(?:et|and)\s")
_HOST = regex(r"(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,})(?:/(\S*))?", re.IGNORECASE)
_ACCOUNT = regex(r"\s*(?:\s[-–—]\s|[-:@(])\s*@?")


@cache
def channel_names() -> Mapping[str, str]:
    """The canonical name of each channel, by its folded names."""
    return MappingProxyType(
        {
            fold(name): channel
            for channel, entry in data("channels").items()
            for name in (channel, *entry["names"])
        }
    )


@cache
def _hosts() -> Mapping[str, str]:
    return MappingProxyType(
        {host: channel for channel, entry in data("channels").items() for host in entry["hosts"]}
    )


def known(channel: str) -> bool:
    """Whether `channel` is a canonical name."""
    return channel in data("channels")


@lru_cache(maxsize=1024)
def read_target(written: str) -> Target:
    """The channel and account that `written` names; an unknown channel stays as written."""
    written = written.strip()
    channel = channel_names().get(fold(written))
    if channel:
        return Target(channel)
    return _by_address(written) or _by_first_word(written) or Target(written)


def _by_address(written: str) -> Target | None:
    match = _HOST.fullmatch(written)
    channel = _hosts().get(match[1].lower()) if match else None
    if match is None or channel is None:
        return None
    return Target(channel, (match[2] or "").rstrip("/").rpartition("/")[2].lstrip("@") or None)


def _by_first_word(written: str) -> Target | None:
    for index, char in enumerate(written[:_LONGEST]):
        if char.isalnum():
            continue
        channel = channel_names().get(fold(written[:index]))
        if channel is None:
            continue
        match = _ACCOUNT.match(written, index)
        return Target(channel, written[match.end() :].rstrip(" )") or None if match else None)
    return None


def read_targets(written: str) -> tuple[Target, ...]:
    """The targets of a list written as one text: "LinkedIn / X", "facebook, instagram"."""
    if _HOST.fullmatch(written.strip()) or fold(written) in channel_names():
        return (read_target(written),)
    return tuple(read_target(part) for part in _BETWEEN.split(written) if part.strip())
