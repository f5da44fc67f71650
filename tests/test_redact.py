"""Nothing that could reach, pay or identify a person survives redaction."""

from __future__ import annotations

import people
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.engine.place import private_spans
from socialint.layers.view import View
from socialint.redact import KEPT, MASK, mask, redact
from socialint.text import Span

DATA = people.french() | people.others() | people.ibans() | people.cards() | people.nirs()
BEFORE = st.sampled_from(["", "Merci à Zoé ", "« ", "12 € ou\n", "Zoé (", "table 3 : ", "C'est,"])
AFTER = st.sampled_from(["", " », 12 €", " ou\n3", ") !", ".", ", 24/7", " / 12", "…"])
NOISE = st.text(st.sampled_from("0123456789 .-/()+@•abAB,né\u00a0\n"), max_size=60)


@pytest.mark.parametrize(
    ("datum", "masked"),
    [
        ("06 39 98 12 34", "•• •• •• •• 34"),
        ("+33 (0)6.39.98.12.34", "+•• (•)•.••.••.••.34"),
        ("FR76 3000 6000 0112 3456 7890 189", "•••• •••• •••• •••• •••• •••• •89"),
        ("claire.dubois82@exemple.fr", "••••••.••••••••@•••••••.••"),
        ("04/06/1958", "••/••/••••"),
        ("17 rue des Lilas, 35000 Rennes", "•• ••• ••• •••••, ••••• ••••••"),
        ("3391", "••••"),
    ],
)
def test_a_datum_keeps_its_shape_and_two_figures_at_most(datum: str, masked: str) -> None:
    assert mask(datum) == masked
    assert mask(masked) == masked


@given(BEFORE, DATA, AFTER)
def test_no_number_survives_but_two_figures(before: str, datum: str, after: str) -> None:
    shown = redact(before + datum + after)
    kept = shown[len(before) : len(before) + len(datum)]
    assert sum(map(str.isalnum, kept)) <= KEPT
    assert shown[: len(before)] == before
    assert shown[len(before) + len(datum) :] == after


@given(BEFORE, people.mails(), AFTER)
def test_no_letter_of_a_mail_survives(before: str, mail: str, after: str) -> None:
    kept = redact(before + mail + after)[len(before) : len(before) + len(mail)]
    assert not any(map(str.isalnum, kept))


@given(NOISE | st.text(max_size=40), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_redacting_keeps_the_length_and_twice_is_once(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = [Span(min(place), max(place)) for place in places]
    once = redact(text, spans)
    assert len(once) == len(text)
    assert redact(once, spans) == once
    assert redact(redact(text)) == redact(text)


def test_spans_that_are_known_to_be_private_are_masked() -> None:
    assert redact("Zoé, 12 ans", [Span(0, 3)]) == f"{MASK * 3}, 12 ans"


def test_an_address_in_decomposed_letters_is_masked_whole() -> None:
    text = "Écrivez à mae\u0308lle.foret@boulangerie-ici.example"
    assert "mae" not in redact(text)


@given(st.tuples(BEFORE, DATA | NOISE, AFTER).map("".join) | st.text(max_size=60))
def test_a_text_without_personal_data_or_secrets_is_shown_as_it_is(text: str) -> None:
    if not private_spans(View(text)):
        assert redact(text) == text
