"""Tokens: nothing lost, whole things whole, clitics cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.layers.tokens import TOKENS, Kind, tokenize
from socialint.layers.view import View

PIECES = st.sampled_from(
    [
        *"aéÉœlLqu'’-‑.,:;!?…«»“”()@#/&_*^<3:D \xa0\u202f\n\t",
        "é",
        "İ",
        "\u200b",
        "\u200d",
        "http://",
        "www.",
        ".fr",
        "n't",
        "-vous",
        "-t-il",
        "1 234",
        "🇫🇷",
        "🇨",
        "👩🏽\u200d🚀",
        "☎️",
        "5️⃣",
    ]
)


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_tokens_and_the_white_space_between_them_rebuild_the_text(text: str) -> None:
    rebuilt, last = "", 0
    for token in tokenize(text):
        gap = text[last : token.start]
        assert not gap.strip()
        assert token.text == text[token.start : token.end]
        rebuilt += gap + token.text
        last = token.end
    assert rebuilt + text[last:] == text
    assert not text[last:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’équipe n'est pas là.", "L’ équipe n' est pas là ."),
        ("jusqu'à aujourd'hui", "jusqu' à aujourd'hui"),
        ("Qu'est-ce que c'est ?", "Qu' est -ce que c' est ?"),
        ("S'il vous plaît", "S' il vous plaît"),
        ("Pouvez-vous l'appeler ?", "Pouvez -vous l' appeler ?"),
        ("y a-t-il, dit-on, va-t-on", "y a -t-il , dit -on , va -t-on"),
        ("donne-le-moi, vas-y, allez-vous-en", "donne -le -moi , vas -y , allez -vous -en"),
        ("POUVEZ‑VOUS", "POUVEZ ‑VOUS"),
        ("un rendez-vous peut-être", "un rendez-vous peut-être"),
        ("États-Unis, celui-là, week-end", "États-Unis , celui-là , week-end"),
        ("vous-même et Aix-les-Bains", "vous-même et Aix-les-Bains"),
        ("client·e·s et client.e.s", "client·e·s et client.e.s"),
        ("don't, can’t, couldn't've", "do n't , ca n’t , could n't 've"),
        ("it's we'll I'd they're", "it 's we 'll I 'd they 're"),
        ("O'Brien at 5 o'clock", "O'Brien at 5 o'clock"),
        ("add-on, sign-on", "add-on , sign-on"),
        ("U.S.A., J.-C. et M. Dupont", "U.S.A. , J.-C. et M . Dupont"),
        ("Quoi ?! Bah... oui…", "Quoi ?! Bah ... oui …"),
        ("« oui » “non”", "« oui » “ non ”"),
        ("fin.Nous", "fin . Nous"),
    ],
)
def test_words_are_cut_where_each_language_cuts_them(text: str, expected: str) -> None:
    assert words(text) == expected.split(" ")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://acme.example/a?b=c#d", "url"),
        ("www.acme.example", "url"),
        ("acme.fr/promo", "url"),
        ("aide@acme.example", "email"),
        ("@acme", "mention"),
        ("@acme.bsky.social", "mention"),
        ("@acme@mastodon.example", "mention"),
        ("#RentréeDesClasses", "hashtag"),
        ("👩🏽‍🚀", "emoji"),
        ("👨‍👩‍👧", "emoji"),
        ("🇫🇷", "emoji"),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "emoji"),
        ("5️⃣", "emoji"),
        ("☎️", "emoji"),
        ("❤️‍🔥", "emoji"),
        (":-)", "emoticon"),
        ("<3", "emoticon"),
        ("1 234,50", "number"),
        ("1\u202f234\u00a0567", "number"),
        ("1,234.50", "number"),
        ("12/03/2026", "number"),
        ("14h30", "number"),
        ("2e", "number"),
        ("e\u0301te\u0301", "word"),
    ],
)
def test_whole_things_are_one_token(text: str, kind: Kind) -> None:
    assert [(t.text, t.kind) for t in tokenize(f"({text}) {text}") if t.kind != "punct"] == [
        (text, kind),
        (text, kind),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(voir https://acme.example/x).", "( voir https://acme.example/x ) ."),
        ("Prix #1, C# note:(voir)", "Prix # 1 , C # note : ( voir )"),
        ("🇫🇷🇨🇦", "🇫🇷 🇨🇦"),
        ("en 2025 150 clients", "en 2025 150 clients"),
        ("87 %, 12,5 €", "87 % , 12,5 €"),
    ],
)
def test_what_stands_beside_a_whole_thing_is_not_part_of_it(text: str, expected: str) -> None:
    assert words(text) == expected.split(" ")


def test_the_norm_is_lower_case_with_plain_apostrophes_and_hyphens() -> None:
    assert [t.norm for t in tokenize("L’ÉTÉ Dites‑NOUS")] == ["l'", "été", "dites", "-nous"]


def test_a_very_long_word_is_left_whole() -> None:
    assert len(tokenize("a" + "-vous" * 1000)) == 1


def test_a_view_keeps_its_tokens() -> None:
    view = View("Bonjour !")
    assert view.layer(TOKENS) is view.layer(TOKENS)
