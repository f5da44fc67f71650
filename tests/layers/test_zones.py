"""Other people's words, code, signatures and legal lines are found, and nothing more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.draft import Mark
from socialint.layers.fold import fold
from socialint.layers.quotations import find_quotations
from socialint.layers.signatures import find_signature
from socialint.layers.view import View
from socialint.layers.zones import ZONES


def quotations(text: str) -> list[str]:
    return [text[a:b] for a, b in sorted(find_quotations(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il dit « oui » et part.", ["« oui »"]),
        ("Il dit «\u202foui\u202f» puis “non”.", ["«\u202foui\u202f»", "“non”"]),
        ('She said "never again" twice.', ['"never again"']),
        ('Elle dit " jamais " puis "non".', ['" jamais "', '"non"']),
        ("Das ist „gut“ so.", ["„gut“"]),
        ("Mot ‹ rare › ici", ["‹ rare ›"]),
        ("« Il a dit “non” hier »", ["« Il a dit “non” hier »", "“non”"]),
        ("« Un « deux » trois »", ["« Un « deux » trois »", "« deux »"]),
        ("He said ‘don’t do it’ again", ["‘don’t do it’"]),
        ("He said 'don't do it' again", ["'don't do it'"]),
        ("(« entre »)", ["« entre »"]),
        ('*"Qui vient ?"* demande-t-il', ['"Qui vient ?"']),
        ("« Un.\n\n« Deux. »", ["« Un.\n\n« Deux. »"]),
        ("“One.\n\n“Two.”", ["“One.\n\n“Two.”"]),
        ("« Ça\ncontinue »", ["« Ça\ncontinue »"]),
    ],
)
def test_quotation_marks_pair(text: str, found: list[str]) -> None:
    assert quotations(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "L’équipe d’Acme n’a rien dit.",
        "Aujourd'hui, l'équipe n'a rien dit.",
        "the players' time, the '90s, rock 'n' roll's best",
        'un écran 27" et un 32" !',
        "« jamais fermé",
        "jamais ouvert »",
        'ouvert " sans fin\n\net " encore',
        "5' 10\" de haut",
        "the boys’ toys and the girls’ too",
    ],
)
def test_what_does_not_pair_is_no_quotation(text: str) -> None:
    assert quotations(text) == []


def signature(text: str) -> str | None:
    span = find_signature(text, fold(text))
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nous vérifions.\n— Claire", "— Claire"),
        ("Nous vérifions.\n- Camille, service client", "- Camille, service client"),
        ("Nous vérifions.\nCamille, service client", "Camille, service client"),
        ("Nous vérifions.\nL’équipe Acme", "L’équipe Acme"),
        ("We are looking into it.\nThe Acme team", "The Acme team"),
        ("We are looking into it.\nAcme Support", "Acme Support"),
        ("Nous vérifions.\nService client Acme", "Service client Acme"),
        ("Nous vérifions.\nL’équipe de la boutique Acme", "L’équipe de la boutique Acme"),
        ("We are looking into it.\nSam, Customer Care", "Sam, Customer Care"),
        ("We are looking into it. ^CM", "^CM"),
        ("We are looking into it. ^Sam", "^Sam"),
        ("We are looking into it /KE", "/KE"),
        ("We are looking into it *SR", "*SR"),
        ("Can you send us a message? /G", "/G"),
        ("We are looking into it. (AB)", "(AB)"),
        ("We are looking into it. -LL", "-LL"),
        ("We are looking into it. ~Vera", "~Vera"),
        ("Nous vérifions. CM", "CM"),
        ("Nous vérifions.\nCordialement,\nClaire", "Claire"),
        ("Nous vérifions. Bien à vous, Claire Martin", "Claire Martin"),
        ("Bonne journée, Élodie.", "Élodie"),
    ],
)
def test_signatures_end_a_reply(text: str, found: str | None) -> None:
    assert signature(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Une nouveauté pour toute l’équipe",
        "Rejoignez-nous demain à Lyon",
        "Nous arrivons !\nInscription",
        "- un point\n- un autre point",
        "Au menu :\n- Livraison offerte",
        "Au menu :\n- Conseil\n- Livraison",
        "Merci à tous !\nL’équipe vous souhaite une belle année",
        "Une question ?\nContactez le support",
        "Une question ?\nRejoignez toute l’équipe",
        "Le prix est de 10 €/kg",
        "Merci à toute l’équipe de la rédaction",
        "Nous recrutons à la SNCF",
        "Le plan de l’État (ABC)",
        "",
        "Claire",
    ],
)
def test_plain_endings_are_no_signature(text: str) -> None:
    assert signature(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        (
            "Bien.\n> Vous êtes nuls\n> vraiment\nMerci.",
            "block-quote",
            "> Vous êtes nuls\n> vraiment",
        ),
        ("Tapez `pip install` ici", "code", "`pip install`"),
        (
            "Super. L’abus d’alcool est dangereux pour la santé.",
            "legal",
            "L’abus d’alcool est dangereux pour la santé.",
        ),
        ("Tout à -20 %.\n*Offre valable en mai", "legal", "*Offre valable en mai"),
        ("Great. T&Cs apply. Bye.", "legal", "T&Cs apply."),
    ],
)
def test_other_zones(text: str, kind: str, part: str) -> None:
    assert [text[z.start : z.end] for z in View(text).layer(ZONES) if z.kind == kind] == [part]


@pytest.mark.parametrize("text", ["> 50 % de remise", "3 > 2", "-> ici", "a >= b"])
def test_a_greater_sign_quotes_nobody_inside_a_line(text: str) -> None:
    assert [*View(text).layer(ZONES)] == []


def test_talk_of_conditions_is_no_legal_line() -> None:
    assert [*View("Nos conditions générales sont claires.").layer(ZONES)] == []


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("Offer ends Friday, don't miss out, last chance, buy now!", False),
        ("Offer ends Sunday. Come and see us.", False),
        ("*Offer ends Sunday, in our shops only.", True),
        ("(Offer valid on Sundays, in our shops.)", True),
        ("Offer valid from 3 to 12 May in our two shops.", True),
        ("Offer valid from 3 to 12 May, hurry.", False),
        ("Offer ends Sunday, terms and conditions apply.", True),
        ("Terms and conditions apply, so hurry and order now.", False),
        ("Offre valable dimanche, ne manquez pas ça, foncez !", False),
        ("Offre valable jusqu’à dimanche seulement", False),
        ("Offre valable du 3 au 12 mai dans nos deux boutiques.", True),
        ("Offre valable du 3 au 12 mai, ne ratez pas ça.", False),
        ("*Offre valable dimanche, hors livraison.", True),
        ("Offre valable dimanche, non cumulable avec les soldes.", True),
    ],
)
def test_an_offer_is_small_print_by_its_form(text: str, *, small: bool) -> None:
    assert any(zone.kind == "legal" for zone in View(text).layer(ZONES)) is small


def test_zones_are_asked_by_offset_and_span() -> None:
    zones = View("Dit « un #deux » ici", marks=(Mark(17, 20, "code"),)).layer(ZONES)
    assert zones.at(0) == frozenset()
    assert zones.at(4) == {"quotation"}
    assert zones.at(10) == {"quotation", "hashtag"}
    assert zones.covers(4, 16)
    assert zones.covers(5, 9, "quotation")
    assert not zones.covers(5, 9, "hashtag", "code")
    assert not zones.covers(0, 9)
    assert zones.touches(0, 5, "quotation")
    assert not zones.touches(0, 4)
    assert zones.covers(17, 20, "code")


MARKS = st.text(st.sampled_from("«»“”„‘’'\"‹› ab\n.>`#^—A5é\u00a0"), max_size=40)


@given(MARKS)
def test_zones_of_a_kind_are_in_order_and_apart(text: str) -> None:
    for spans in View(text).layer(ZONES).spans.values():
        last = 0
        for start, end in spans:
            assert last <= start < end <= len(text)
            last = end


@given(MARKS, st.integers(0, 39))
def test_at_and_covers_agree(text: str, offset: int) -> None:
    zones = View(text).layer(ZONES)
    inside = {kind for start, end, kind in zones if start <= offset < end}
    assert zones.at(offset) == inside
    assert zones.touches(offset, offset + 1) == bool(inside)


@pytest.mark.parametrize(
    "piece", ["«", "» ", ' "a', "‘", "“\n\n", "> ", "`", "^A ", "— A\n", "« a »"]
)
def test_long_runs_of_marks_are_read_to_the_end(piece: str) -> None:
    text = piece * 5000
    assert all(zone.end <= len(text) for zone in View(text).layer(ZONES))
