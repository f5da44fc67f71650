"""Figures: what they say, whether they claim, and where a draft says how it knows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from claimed import hits, quotes, spots
from hypothesis import given
from hypothesis import strategies as st

from socialint.checks.sources import named, sourced
from socialint.checks.statistics.quantities import quantities

RULE = "unsourced-statistic"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Some 12.5% and ten per cent", [("12.5%", "percent"), ("ten per cent", "percent")]),
        ("fr", "12,5 % et dix pour cent", [("12,5 %", "percent"), ("dix pour cent", "percent")]),
        ("en", "nine riders out of ten", [("nine riders out of ten", "share")]),
        ("en", "98 of our 120 goats", [("98 of", "amount"), ("120 goats", "amount")]),
        ("fr", "98 de nos chèvres sur 100", [("98 de nos chèvres sur 100", "share")]),
        ("fr", "un usager sur trois", [("un usager sur trois", "share")]),
        ("en", "three quarters of firms", [("three quarters of", "share")]),
        ("fr", "les trois quarts des firmes", [("les trois quarts des", "share")]),
        ("en", "twice as fast, 3x faster", [("twice as", "change"), ("3x faster", "change")]),
        ("fr", "2,3 fois plus, de moitié", [("2,3 fois plus", "change"), ("de moitié", "change")]),
        ("fr", "multiplié par 23", [("multiplié par 23", "change")]),
        ("en", "4 million loaves", [("4 million", "count")]),
        ("en", "$4 million in aid", [("$4 million", "wealth")]),
        ("fr", "noté 4,8/5", [("4,8/5", "rating")]),
        (
            "en",
            "the second most common cause of fires",
            [("the second most common cause of", "rank")],
        ),
        ("en", "On 3 May at 14:30, and by 2027", []),
        ("en", "a fix in 5.3.1", []),
        ("en", "millions of loaves", [("millions", "horde")]),
    ],
)
def test_a_figure_is_known_by_what_it_says(
    lang: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found = [(text[q.start : q.end], q.kind) for q in quantities(spots(text, lang))]
    assert [(quote, kind) for quote, kind in found if kind != "amount"] == [
        (quote, kind) for quote, kind in expected if kind != "amount"
    ]


@pytest.mark.parametrize(
    ("lang", "source"),
    [
        ("en", " (Ofcom, 2024)."),
        ("en", ", according to Ofcom."),
        ("en", ", Pew Research found."),
        ("en", ", says the council."),
        ("en", ". Source: our own count."),
        ("en", ". Full tables: https://acme.example/report.pdf"),
        ("en", ". https://acme.example/a"),
        ("en", ". We asked 412 people in March."),
        ("en", " (n = 412)."),
        ("en", ".*\n\n*Trade Report 88, 2024."),
        ("en", ". The report is on our site."),
        ("fr", " (Insee, 2024)."),
        ("fr", ", selon l’Insee."),
        ("fr", ", d’après la mairie."),
        ("fr", ". Source : notre décompte."),
        ("fr", ". Le rapport complet est affiché en mairie."),
        ("fr", ". Enquête auprès de 412 personnes."),
        ("fr", "¹.\n\n¹ Baromètre 2024."),
        ("fr", ". L’Insee indique la même chose."),
    ],
)
def test_a_source_in_any_usual_form_is_enough(lang: str, source: str) -> None:
    claim = {"en": "One in three homes leaks", "fr": "Un logement sur trois fuit"}[lang]
    assert quotes(RULE, f"{claim}.", lang)
    assert not quotes(RULE, f"{claim}{source}", lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "One in three homes leaks, studies say."),
        ("en", "One in three homes leaks. Book on https://acme.example/book"),
        ("en", "One in three homes leaks: https://acme.example/x?utm_source=linkedin"),
        ("en", "One in three homes leaks. From £9 a month: https://acme.example"),
        ("fr", "Un logement sur trois fuit, selon les experts."),
        ("fr", "Un logement sur trois fuit, un rapport récent l’affirme."),
        ("fr", "Un logement sur trois fuit. Réservez ici : https://acme.example/rdv"),
    ],
)
def test_a_call_to_act_or_a_nameless_witness_is_no_source(lang: str, text: str) -> None:
    assert not sourced(spots(text, lang), 0)


@pytest.mark.parametrize("field", ["sources", "claims"])
def test_a_source_in_the_fields_is_enough(field: str) -> None:
    text = "One in three homes leaks."
    assert not hits(RULE, text, "en", {field: ["leak-2025"]})
    assert hits(RULE, text, "en", {field: []})


def test_who_is_meant_may_be_said_in_the_next_sentence_but_not_in_the_one_before() -> None:
    after = "Experts agree. Dr Amina Khalil says so."
    before = "Dr Amina Khalil says so. Experts agree."
    assert named(spots(after, "en"), 0)
    assert not named(spots(before, "en"), before.index("Experts"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One in three homes leaks, half of homes are cold.", ["half of homes"]),
        ("One in three homes leaks. Half of homes are cold.", ["One in three", "Half of homes"]),
    ],
)
def test_a_sentence_is_told_once(text: str, expected: list[str]) -> None:
    assert len(quotes(RULE, text, "en")) == len(expected)


def test_the_other_figures_of_a_sentence_are_clues() -> None:
    (hit,) = hits(RULE, "One in three homes leaks, half of homes are cold.", "en")
    assert len(hit.clues) == 1


def test_weak_evidence_is_a_hint() -> None:
    assert quotes(RULE, "Plus de 2500 personnes ont essayé.", "fr") == [("2500", "thin")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Is it true that one in three homes leaks?"),
        ("en", "If one in three homes leaks, call us."),
        ("fr", "Est-ce qu’un logement sur trois fuit ?"),
        ("fr", "« Un logement sur trois fuit », dit-il."),
    ],
)
def test_what_is_asked_supposed_or_quoted_claims_nothing(lang: str, text: str) -> None:
    assert not quotes(RULE, text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Did you know that one in three homes leaks?"),
        ("en", "One in three homes leaks, and yours?"),
        ("fr", "Saviez-vous qu’un logement sur trois fuit ?"),
        ("fr", "Un logement sur trois fuit, et le vôtre ?"),
    ],
)
def test_a_question_may_hold_a_statement(lang: str, text: str) -> None:
    assert quotes(RULE, text, lang)


TEXT = (
    "one in three homes 40 % half of 3x un sur deux « selon Insee 2024 » . ? ( nos clients ) 1 000"
)
WORDS = st.sampled_from([*TEXT.split(), "\n", "https://a.example"])


@given(st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from(["en", "fr"]))
def test_hits_stand_in_the_text_in_order_and_apart(text: str, lang: str) -> None:
    found = quantities(spots(text, lang))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(hit.span and text[slice(*hit.span)].strip() for hit in hits(RULE, text, lang))
