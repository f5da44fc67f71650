"""Data about a person: how to reach, pay, find or identify one."""

from __future__ import annotations

from typing import NamedTuple

from socialint.layers.view import Layer


class Datum(NamedTuple):
    """A piece of personal data: its kind, and where it stands in the text."""

    kind: str
    start: int
    end: int


PERSONAL: Layer[tuple[Datum, ...]] = Layer("personal", lambda _: ())
