"""All word lists of all rules, found in one pass per language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from socialint.layers.view import Layer, View


class Match(NamedTuple):
    """An entry of a word list where it stands in the text."""

    start: int
    end: int
    list: str
    entry: int
    weight: int
    lang: str


def find(view: View) -> Mapping[str, tuple[Match, ...]]:
    """Matches by list, in text order, guards applied."""
    raise NotImplementedError


PHRASES: Layer[Mapping[str, tuple[Match, ...]]] = Layer("phrases", find)
