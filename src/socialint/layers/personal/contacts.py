"""Contacts that a brand declares public."""

from __future__ import annotations

from collections.abc import Iterable

_LEAST = 8  # figures: fewer would let a short number swallow others


def normalised(contact: str) -> str:
    """An e-mail address in lower case; else figures only, the country's code and 0 dropped."""
    if "@" in contact:
        return contact.strip().casefold()
    return "".join(filter(str.isalnum, contact)).casefold()


def public(datum: str, contacts: Iterable[str]) -> bool:
    """Whether the brand declares the datum public, however either is written.

    A telephone number with its country's code equals the national form of it.
    """
    wanted = normalised(datum)
    return any(_same(wanted, normalised(contact)) for contact in contacts)


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    if not (one.isdecimal() and other.isdecimal()):
        return False
    tails = sorted((one.lstrip("0"), other.lstrip("0")), key=len)
    short, long = tails
    extra = len(long) - len(short)
    if len(short) < _LEAST or extra > 4:
        return False
    return long.endswith(short)
