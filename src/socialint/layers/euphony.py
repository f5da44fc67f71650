"""Orders to one person that take an s before en and y: profites-en, vas-y, « gardes y »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from socialint.layers.features import Reading
from socialint.layers.inflection import readings

Roles = Mapping[str, frozenset[str]]


def with_s(norms: Sequence[str], lang: str, roles: Roles) -> Reading | None:
    """The order that the first of four norms is, with the s that its form alone has not.

    Verbs in -er, those in -vrir and aller take it (Grevisse, Le Bon Usage, on the imperative);
    en and y are attached, or written apart where no noun can follow.
    """
    form, clitic, after, last = norms
    if not form.endswith("s") or not _is_pronoun(clitic, after, last, roles):
        return None
    stem = form.removesuffix("s")
    return next((one for one in readings(stem, lang) if is_order(one)), None)


def is_order(reading: Reading) -> bool:
    """Whether a form can be an order to one person."""
    return (reading.mood, reading.person, reading.number) == ("Imp", 2, "Sing")


def _is_pronoun(clitic: str, after: str, last: str, roles: Roles) -> bool:
    """Whether en or y stands for something: not in « tables en bois »."""
    if clitic in roles["euphonic"]:
        return True
    if clitic not in roles["apart"]:
        return False
    few = after == "un" and last == "peu"
    return clitic == "y" or few or not after[:1].isalnum() or after in roles["no_noun"]
