"""What the look at words alone must not miss."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.address.most import ORDER
from socialint.layers.conjugation import Verbs, bare_verbs, verbs
from socialint.layers.features import reading_of
from socialint.layers.inflection import words_of


def commands(known: Verbs) -> Iterator[str]:
    """Every order to one person."""
    for form, found in known.stems.items():
        for _, number in found:
            for ending, codes in known.endings[number].items():
                if "M2s" in codes.split():
                    yield form + ending


def test_every_order_to_one_person_ends_as_is_said() -> None:
    forms = [*commands(verbs("fr")), *commands(bare_verbs("fr"))]
    assert {"parle", "finis", "va"} <= {*forms}
    assert [form for form in forms if not form.endswith(ORDER)] == []
    words = words_of("fr")
    assert words
    readings = [(form, reading_of(*one)) for form, found in words.forms.items() for one in found]
    assert [form for form, one in readings if one.mood == "Imp" and one.number == "Sing"] == []
