"""Markdown is read as its reader sees it, and every character leads back to the file."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyromark import events_with_range

from socialint.draft import Draft
from socialint.formats.markdown import may_hold_markup, parse
from socialint.formats.render import render
from socialint.testing import check_format


def read(text: str) -> Draft:
    (draft,) = check_format(parse, text)
    return draft


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("un **mot** en _relief_", "un mot en relief"),
        ("***très*** fort", "très fort"),
        ("2 * 3 * 4 et snake_case", "2 * 3 * 4 et snake_case"),
        ("un [lien](https://acme.example 'titre') ici", "un lien ici"),
        ("[lien] et [X] à remplir", "[lien] et [X] à remplir"),
        ("voir [la note][1].\n\n[1]: https://acme.example\n", "voir la note."),
        ("<https://acme.example>", "https://acme.example"),
        ("R&amp;D, 5&nbsp;€ &eacute;t&eacute;", "R&D, 5\u00a0€ été"),
        ("AT&T &inconnu; &", "AT&T &inconnu; &"),
        (r"1\. pas une liste \*\*", "1. pas une liste **"),
        ("un  \ndeux\\\ntrois", "un  \ndeux\ntrois"),
        ("un\r\ndeux\r\n\r\ntrois", "un\ndeux\n\ntrois"),
        ("un\rdeux", "un\ndeux"),
        ("# Titre #\n\nTexte", "Titre\n\nTexte"),
        ("Titre\n=====\n\nTexte", "Titre\n\nTexte"),
        ("#été à la plage", "#été à la plage"),
        ("- un\n- *deux*\n  suite\n\n1. trois", "- un\n- deux\n  suite\n\n1. trois"),
        ("1998. Une *belle* année", "1998. Une belle année"),
        ("> cité\n> encore\n>\n> fin\n\nà nous", "cité\nencore\n\nfin\n\nà nous"),
        ("- a\n  > b\n  > c", "- a\n  b\n  c"),
        ("avant\n\n***\n\naprès", "avant\n\naprès"),
        ("    retrait\n\n*fin*", "retrait\n\nfin"),
        ("*début*\n\n    retrait *tel quel*", "début\n\n    retrait *tel quel*"),
        ("a `b*c*` d ``e`f``", "a b*c* d e`f"),
        ("~~~\nun\n~~~\n\ndeux", "un\n\ndeux"),
        ("```py\nun\n\ndeux\n```\ntrois", "un\n\ndeux\ntrois"),
        ("avant <!-- à revoir --> après", "avant après"),
        ("avant\n\n<!-- à\nrevoir -->\n\naprès", "avant\n\naprès"),
        ("<!-- jamais fermé", ""),
        ("un<br>deux<br/>\ntrois <b>gras</b>", "un\ndeux\ntrois gras"),
        ("<div>\nbloc\n</div>", "bloc"),
        ("![chat](c.png)\n\nTexte ![chien](d.png) ici", "Texte ici"),
        ("[![chat](c.png)](https://acme.example) Texte", "Texte"),
        ("1 < 2 > 0, <3", "1 < 2 > 0, <3"),
        ("🎉 **é**té 👩‍💻 *fin*", "🎉 été 👩‍💻 fin"),
        ("a *\ud83d* b", "a *\ud83d* b"),
    ],
)
def test_markup_is_left_out(written: str, read_as: str) -> None:
    found = check_format(parse, written)
    texts = [part.text for draft in found for part in draft.segments if part.field == "text"]
    assert texts == ([read_as] if read_as else [])


@pytest.mark.parametrize(
    ("written", "kind", "marked"),
    [
        ("à nous\n\n> cité\n> *encore*\n", "quote", "cité\nencore"),
        ("# Un *titre*\n\nTexte", "heading", "Un titre"),
        ("Un titre\n===\n\nTexte", "heading", "Un titre"),
        ("le `code` ici", "code", "code"),
        ("```\nun\ndeux\n```\n\nfin", "code", "un\ndeux"),
    ],
)
def test_what_is_set_apart_is_marked(written: str, kind: str, marked: str) -> None:
    (text,) = read(written).segments
    assert [(mark.kind, text.text[mark.start : mark.end]) for mark in text.marks] == [
        (kind, marked)
    ]


def test_a_row_of_dashes_makes_no_title() -> None:
    (text,) = read("Un paragraphe\n---\nUn autre").segments
    assert (text.text, text.marks) == ("Un paragraphe\nUn autre", ())


def test_a_link_keeps_its_label_and_its_address() -> None:
    (text,) = read("Le [guide *complet*](https://acme.example/g) et <https://b.example>").segments
    assert [(text.text[a:b], url) for a, b, url in text.links] == [
        ("guide complet", "https://acme.example/g")
    ]


def test_the_alt_texts_of_images_are_segments() -> None:
    draft = read("![un *chat* &amp; un chien](a.png)\n\nTexte ![](b.png)\n![deux](c.png)")
    assert [(part.field, part.text) for part in draft.segments] == [
        ("text", "Texte"),
        ("media[0].alt", "un chat & un chien"),
        ("media[1].alt", "deux"),
    ]


# pieces of Markdown, put together at random, reach far more states than random characters
MARKUP = st.sampled_from(
    ("*", "**", "_", "__", "`", "``", "```", "~~~", "[", "]", "](", ")", "![", "#", "##", ">",
     ">>", "-", "+", "1.", "---", "===", "***", "<!--", "-->", "<b>", "</b>", "<br>", "<div>",
     "</div>", "&amp;", "&eacute;", "&", "<", "\\", "\\*", "[1]", "[1]:", "https://a.example",
     "|", "(", "!")
)  # fmt: skip
WORDS = st.sampled_from(
    ("été", "mot", "🎉", "👩\u200d💻", "e\u0301", "a", "#tag", "@nom", "5\u00a0%", "« »", "l’eau")
)
BLANKS = st.sampled_from(
    [" ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "    ", "\n    ", "\n> ", "\n- "]
)
DOCUMENTS = st.lists(st.one_of(MARKUP, WORDS, BLANKS), max_size=40).map("".join)


def decoded(raw: str) -> str:
    if raw.startswith("&"):
        return unescape(raw)
    return "\n" if raw == "\r" or raw.lower().startswith("<br") else raw


@given(DOCUMENTS)
def test_every_stretch_of_text_decodes_from_its_source(document: str) -> None:
    for draft in check_format(parse, document):
        for segment in draft.segments:
            for piece in segment.map.pieces:
                raw = document[piece.source_start : piece.source_start + piece.source_len]
                end = piece.text_start + piece.text_len
                said = raw if piece.verbatim else decoded(raw)
                assert said == segment.text[piece.text_start : end]


@given(DOCUMENTS)
def test_a_body_that_is_spared_the_parser_loses_nothing(document: str) -> None:
    if not may_hold_markup(document):
        assert render(document).edits == ()


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalpha())


def heard(document: str) -> str:
    """The letters outside images, by the parser's own account of the text."""
    said: list[str] = []
    depth = 0
    for event, _ in events_with_range(document):
        if not isinstance(event, dict):
            continue
        (kind, value), *_ = event.items()
        name = next(iter(value)) if isinstance(value, dict) else value
        if name == "Image" and kind in ("Start", "End"):
            depth += 1 if kind == "Start" else -1
        elif kind in ("Text", "Code") and not depth:
            said.append(str(value))
    return letters("".join(said))


@given(st.lists(st.one_of(MARKUP.filter(lambda s: "<" not in s), WORDS, BLANKS), max_size=40))
def test_no_word_is_lost_or_made_up(parts: list[str]) -> None:
    document = "a" + "".join(parts)
    if "    " in document or "\t" in document:
        # indented text keeps its markup as written
        return
    found = [part for draft in check_format(parse, document) for part in draft.segments]
    assert letters("".join(p.text for p in found if p.field == "text")) == heard(document)
