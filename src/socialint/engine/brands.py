"""Whose draft it is: the brand that it names, or that the settings give its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from socialint.draft import Draft
from socialint.engine.build import unknown_brand
from socialint.errors import Problem
from socialint.profile import Profile
from socialint.settings import PerPath


def brand_of(draft: Draft, entries: Sequence[PerPath]) -> str | None:
    """The brand of a draft where these entries of `per_path` hold; None for the only one."""
    brands = [entry.brand for entry in entries if entry.brand]
    return draft.brand or (brands[-1] if brands else None)


def wrong_brand(
    draft: Draft, entries: Sequence[PerPath], profiles: Mapping[str, Profile]
) -> Iterator[Problem]:
    """That its brand is none that the settings know."""
    brand = brand_of(draft, entries)
    if brand is None or brand in profiles:
        return
    span = draft.fields["brand"].span if "brand" in draft.fields else draft.span
    place = draft.source.position(span.start)
    yield unknown_brand(brand, profiles, draft.source.path, place.line, place.column)
