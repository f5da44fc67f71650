"""Guards: reasons to let an entry of a word list pass, by name."""

from __future__ import annotations

from collections.abc import Mapping

from socialint.guards.reach import Guard
from socialint.lazy import Table

__all__ = ["GUARDS", "Guard"]

GUARDS: Mapping[str, Guard] = Table(
    {
        "code": "socialint.guards.context:code",
        "deadline": "socialint.guards.context:deadline",
        "definition": "socialint.guards.grammar:definition",
        "hashtag": "socialint.guards.context:hashtag",
        "howto": "socialint.guards.context:howto",
        "hypothetical": "socialint.guards.grammar:hypothetical",
        "negation": "socialint.guards.grammar:negation",
        "question": "socialint.guards.grammar:question",
        "quotation": "socialint.guards.context:quotation",
        "safety": "socialint.guards.context:safety",
        "third_person": "socialint.guards.grammar:third_person",
    }
)
