"""Whatever the format, a field's text is the text that was meant, traced through every layer."""

from __future__ import annotations

import csv
import io
import json
from html import unescape

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from socialint.draft import Draft, Segment
from socialint.formats import FORMATS, Reading
from socialint.formats.rewrite import Edit, retrace, rewrite, shifts, tidy
from socialint.testing import check_format
from socialint.text import SourceMap

BLANKS = ("\n", "\n\n", "\r\n", "\r", "\t", " ", "  ", "\u00a0")
WORDS = ("été", "e\u0301", "🎉", "👩\u200d💻", "a", "b c", "—")
TRAPS = ('"', "'", "\\", "\\n", "&amp;", "&nbsp;", "&", ";", ",", ": ", "# ", "- ")
PARTS = st.sampled_from((*BLANKS, *WORDS, *TRAPS))
TEXTS = st.lists(PARTS, min_size=1, max_size=12).map("".join).filter(str.strip)


def meant(text: str, *, export: bool) -> str:
    return rewrite(text, tidy(text, export=export))


def as_json(text: str, title: str) -> str:
    return json.dumps([{"title": title, "text": text}], ensure_ascii=len(text) % 2 == 0)


def as_yaml(text: str, title: str) -> str:
    return yaml.safe_dump({"posts": [{"title": title, "text": text}]}, allow_unicode=True)


def as_csv(text: str, title: str) -> str:
    out = io.StringIO(newline="")
    rows = [("Titre", "Contenu", "Canal"), (title, text, "x"), (text, title, "x")]
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue()


WRITERS = {".json": as_json, ".yaml": as_yaml, ".csv": as_csv}


@given(TEXTS, TEXTS, st.sampled_from(sorted(WRITERS)))
def test_texts_come_out_as_they_were_meant(text: str, title: str, suffix: str) -> None:
    document = WRITERS[suffix](text, title)
    draft = check_format(FORMATS[suffix], document, f"a{suffix}")[0]
    export = suffix != ".yaml"
    assert (draft.title, draft.text) == (meant(title, export=export), meant(text, export=export))
    for segment in draft.segments:
        assert_traced(segment, document)


def assert_traced(segment: Segment, document: str) -> None:
    """Each code point stands for a stretch of the source that decodes to it."""
    last = -1
    for offset, char in enumerate(segment.text):
        start, end = segment.map.to_source(offset, offset + 1)
        assert start >= last
        last = start
        raw = document[start:end]
        assert raw == char or stands_for(raw, char), (raw, char)


def stands_for(raw: str, char: str) -> bool:
    if raw in ('""', "''"):
        return raw[0] == char
    if raw.isspace():
        return char in " \n"
    if raw.startswith("\\"):
        said = unquoted(raw)
        return char in (said, said.replace("\\n", "\n"), said.replace("\r", "\n"))
    return unescape(raw) == char


def unquoted(raw: str) -> str:
    try:
        return str(json.loads(f'"{raw}"'))
    except ValueError:
        return str(yaml.safe_load(f'"{raw}"'))


EDITS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3), st.sampled_from(["", "x", "yz"])))


def edits_of(chosen: list[tuple[int, int, str]], length: int) -> list[Edit]:
    edits: list[Edit] = []
    for start, size, text in sorted(chosen):
        if start + size <= length and size and (not edits or start >= edits[-1].end):
            edits.append(Edit(start, start + size, text))
    return edits


@given(st.text(max_size=30), EDITS, EDITS)
def test_rewriting_twice_is_traced(
    text: str, first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]
) -> None:
    once = edits_of(first, len(text))
    half = rewrite(text, once)
    again = edits_of(second, len(half))
    whole = rewrite(half, again)
    base = retrace(len(text), once, lambda: SourceMap.identity(0, len(text)))
    pieces = retrace(len(half), again, base)().pieces
    assert sum(piece.text_len for piece in pieces) == len(whole)
    for piece in pieces:
        raw = text[piece.source_start : piece.source_start + piece.source_len]
        assert not piece.verbatim or raw == whole[piece.text_start :][: piece.text_len]


@given(st.text(max_size=30), EDITS)
def test_offsets_move_with_the_text(text: str, chosen: list[tuple[int, int, str]]) -> None:
    edits = edits_of(chosen, len(text))
    shift = shifts(edits)
    whole = rewrite(text, edits)
    for offset in range(len(text) + 1):
        if not any(edit.start < offset < edit.end for edit in edits):
            assert whole[: shift(offset)] == rewrite(
                text[:offset], [edit for edit in edits if edit.end <= offset]
            )


@pytest.mark.parametrize(
    ("fields", "name", "expected"),
    [
        ("hashtags: '#un #deux'", "hashtags", ("un", "deux")),
        ("hashtags: un, deux trois", "hashtags", ("un", "deux trois")),
        ("hashtags: ['#un', deux]", "hashtags", ("un", "deux")),
        ("mentions: '@un @deux'", "mentions", ("un", "deux")),
        ("sponsorisé: oui", "sponsored", True),
        ("sponsored: {partner: Acme}", "sponsored", {"partner": "Acme"}),
        ("offer: {price: 10, was: 12}", "offer", {"price": "10", "was": "12"}),
        ("objectif:", "objective", None),
        ("langue: Français", "lang", "fr"),
        ("lang: [fr, en]", "lang", ["fr", "en"]),
        ("date: à définir", "publish_at", "à définir"),
        (
            "image: a.png, b.png",
            "media",
            ({"path": "a.png", "alt": None}, {"path": "b.png", "alt": None}),
        ),
        ("kind: Réponse", "kind", "reply"),
        ("id: 12", "id", "12"),
        ("chanel: x", "chanel", "x"),
    ],
)
def test_values_are_read_leniently(fields: str, name: str, expected: object) -> None:
    (draft,) = check_format(FORMATS[".yaml"], f"text: a\n{fields}\n")
    assert draft.fields[name].value == expected


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("text: a\n", "post"),
        ("text: a\nkind: story\n", "post"),
        ("text: a\ntype: réponse\n", "reply"),
        ("text: a\nin_reply_to: Bonjour ?\n", "reply"),
        ("text: a\nin_reply_to:\n", "post"),
        ("replies:\n- text: a\n", "reply"),
        ("replies:\n- a\n", "reply"),
        ("text: a\nin_reply_to: https://acme.example/1\n", "reply"),
    ],
)
def test_replies_are_told_from_posts(written: str, kind: str) -> None:
    (draft,) = check_format(FORMATS[".yaml"], written)
    assert draft.kind == kind


def test_a_description_beside_a_body_is_no_second_text() -> None:
    (draft,) = check_format(FORMATS[".md"], "---\ndescription: b\n---\nBonjour\n")
    assert [part.text for part in draft.segments] == ["Bonjour"]
    assert draft.fields["description"].value == "b"


def test_alt_texts_of_all_kinds_are_segments() -> None:
    (draft,) = check_format(
        FORMATS[".yaml"], "text: a\nmedia:\n- b.png\n- {path: c.png, alt: ' Un chat '}\n"
    )
    assert [(p.field, p.text) for p in draft.segments[1:]] == [("media[1].alt", "Un chat")]
    (row,) = check_format(FORMATS[".csv"], "Text,Image,Alt text\na,b.png,Un chien\n")
    assert [(p.field, p.text) for p in row.segments[1:]] == [("media[0].alt", "Un chien")]


def test_a_thread_may_hold_texts_or_mappings() -> None:
    (draft,) = check_format(FORMATS[".yaml"], "thread:\n- Un\n- {text: Deux}\n")
    assert [(p.field, p.text) for p in draft.segments] == [
        ("thread[0]", "Un"),
        ("thread[1]", "Deux"),
    ]


def test_no_lang_is_the_lang_of_the_settings() -> None:
    (draft,) = check_format(FORMATS[".txt"], "Bonjour", reading=Reading(lang="fr"))
    assert isinstance(draft, Draft)
    assert draft.lang == "fr"
