"""Names that are nearly right."""

from __future__ import annotations

from collections.abc import Iterable


def near(name: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The name in `known` that is nearest to `name`, or "".

    `alike` is the least likeness, from 0 to 1, as difflib's SequenceMatcher measures it.
    """
    from difflib import get_close_matches  # noqa: PLC0415  only to word a problem

    return "".join(get_close_matches(name, list(known), 1, alike))
