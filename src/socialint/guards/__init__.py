"""Guards: reasons to let an entry of a word list pass, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from socialint.guards.context import code, deadline, hashtag, howto, quotation, safety
from socialint.guards.grammar import definition, hypothetical, negation, question, third_person
from socialint.guards.reach import Guard

__all__ = ["GUARDS", "Guard"]

GUARDS: Mapping[str, Guard] = MappingProxyType(
    {
        "code": code,
        "deadline": deadline,
        "definition": definition,
        "hashtag": hashtag,
        "howto": howto,
        "hypothetical": hypothetical,
        "negation": negation,
        "question": question,
        "quotation": quotation,
        "safety": safety,
        "third_person": third_person,
    }
)
