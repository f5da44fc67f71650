"""Every format gives drafts whose texts lead back to the file, character by character."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from socialint.draft import Draft, Message
from socialint.errors import Problem
from socialint.formats import FORMATS, Reading
from socialint.locale import explain
from socialint.testing import check_format
from socialint.text import Source

NAMED = Reading(explicit=True)


def read(suffix: str, text: str, reading: Reading = NAMED) -> list[Draft]:
    return list(check_format(FORMATS[suffix], text, f"posts/a{suffix}", reading))


def problems(suffix: str, text: str, reading: Reading = NAMED) -> list[str]:
    found = FORMATS[suffix](Source(f"posts/a{suffix}", text), reading)
    return [f"{p.line}:{p.column} {p.code}" for p in found if isinstance(p, Problem)]


def texts(draft: Draft) -> dict[str, str]:
    return {segment.field: segment.text for segment in draft.segments}


@pytest.mark.parametrize(
    ("suffix", "text", "expected"),
    [
        (".txt", "\n  Portes ouvertes\r\nsamedi\n\n", ["Portes ouvertes\nsamedi"]),
        (".txt", "   \n", []),
        (".md", "Une *belle* journée", ["Une belle journée"]),
        (".md", "---\nchannel: x\n---\n\nBonjour", ["Bonjour"]),
        (".md", "---\n---\nBonjour", ["Bonjour"]),
        (".md", "---\nUn texte entre deux filets\n---\nBonjour", None),
        (".tweet", "Un\n", ["Un"]),
        (".yaml", "text: Bonjour", ["Bonjour"]),
        (".yaml", "- text: Un\n- texte: Deux", ["Un", "Deux"]),
        (".yaml", "posts:\n  - Un\n  - text: Deux", ["Un", "Deux"]),
        (".yml", "text: Un\n---\ntext: Deux", ["Un", "Deux"]),
        (".json", '{"drafts": [{"text": "Caf\\u00e9"}]}', ["Café"]),
        (".json", '[{"text": "A", "scheduled_at": "2026-05-12T10:00:00Z"}]', ["A"]),
        (".jsonl", '{"text": "Un"}\n\n{"text": "Deux"}\n', ["Un", "Deux"]),
        (".csv", "Date;Contenu\n12/05/2026;Un\n;Deux\n", ["Un", "Deux"]),
        (".tsv", "Date\tText\n2026-05-12\tOne\n", ["One"]),
    ],
)
def test_each_format_finds_its_drafts(suffix: str, text: str, expected: list[str] | None) -> None:
    found = read(suffix, text)
    if expected is None:
        expected = ["Un texte entre deux filets\nBonjour"]
    assert [draft.text for draft in found] == expected
    assert [draft.number for draft in found] == list(range(1, len(found) + 1))


def test_fields_are_read_by_their_french_and_english_names() -> None:
    (draft,) = read(
        ".md",
        "---\nRéseaux: [LinkedIn, X]\nlangue: fr-CA\nDATE: 12/05/2026 18h30\nmarque: acme\n"
        "Mots-clés: '#été #plage'\nobjectif: notoriété\nmaison: oui\n---\nBonjour\n",
    )
    assert draft.channels == ("linkedin", "x")
    assert draft.channel is None
    assert draft.lang == "fr"
    assert draft.brand == "acme"
    assert draft.publish_at == datetime(2026, 5, 12, 18, 30)  # noqa: DTZ001  as written, without a zone
    assert draft.fields["hashtags"].value == ("été", "plage")
    assert draft.fields["objective"].value == "notoriété"
    assert draft.fields["maison"].value == "oui"


def test_a_field_knows_where_it_stands() -> None:
    text = "---\ntitre: 'Été'\n---\nBonjour\n"
    (draft,) = read(".md", text)
    title = draft.fields["title"]
    assert text[title.key.start : title.key.end] == "titre"
    assert text[title.span.start : title.span.end] == "'Été'"
    assert texts(draft) == {"text": "Bonjour", "title": "Été"}


def test_a_reply_carries_the_message_it_answers() -> None:
    (draft,) = read(
        ".yaml",
        "text: Désolés !\nin_reply_to:\n  text: Colis perdu\n  author: Léa\n"
        "  received_at: 2026-05-12T10:00:00Z\n  kind: complaint\n",
    )
    assert draft.kind == "reply"
    moment = datetime(2026, 5, 12, 10, tzinfo=UTC)
    assert draft.in_reply_to == Message("Colis perdu", "Léa", moment, "complaint")


def test_a_channel_with_its_own_text_is_a_draft_of_its_own() -> None:
    found = read(
        ".yaml",
        "text: Pour tous\nhashtags: [a]\nchannels:\n  linkedin: {}\n  facebook: {}\n"
        "  x:\n    text: Pour X\n    account: acme\n",
    )
    assert [(draft.channels, draft.text, draft.account) for draft in found] == [
        (("linkedin", "facebook"), "Pour tous", None),
        (("x",), "Pour X", "acme"),
    ]
    assert found[1].fields["hashtags"].value == ("a",)


def test_a_channel_may_be_given_its_text_alone() -> None:
    found = read(".yaml", "channels:\n  x: Pour X seul\n  linkedin: Pour LinkedIn\n  blog: acme\n")
    assert [(draft.channels, draft.text) for draft in found] == [
        (("blog",), ""),
        (("x",), "Pour X seul"),
        (("linkedin",), "Pour LinkedIn"),
    ]


def test_what_is_wrong_with_one_channel_is_said_once() -> None:
    text = (
        "text: a\nchannels:\n  x: {text: b, date: 32/13/2026}\n  facebook: {lang: fr, lang: en}\n"
    )
    assert problems(".yaml", text) == ["4:24 duplicate-key", "3:22 not-a-date"]


def test_galaxy_social_front_matter_names_channels_and_accounts() -> None:
    (draft,) = read(
        ".md",
        "---\nmedia:\n- mastodon-acme\n- forum-acme\nhashtags:\n  mastodon-acme: [Un, Deux]\n"
        "images:\n- url: https://acme.example/a.png\n  alt_text: Un chat\n---\nBonjour\n",
    )
    assert draft.channels == ("mastodon", "forum-acme")
    assert draft.fields["hashtags"].value == ("Un", "Deux")
    assert draft.fields["hashtags_by_account"].value == {"mastodon-acme": ["Un", "Deux"]}
    assert texts(draft) == {"text": "Bonjour", "media[0].alt": "Un chat"}


def test_a_tweet_file_has_a_thread_and_a_poll() -> None:
    (draft,) = read(
        ".tweet",
        "---\nmedia:\n  - file: cat.jpg\n    alt: Un chat\n---\n\nUn\n\n---\n---\npoll: [a]\n---\n"
        "Deux\n---\nTrois\n",
    )
    assert draft.channel == "x"
    assert texts(draft) == {
        "text": "Un",
        "thread[0]": "Deux",
        "thread[1]": "Trois",
        "media[0].alt": "Un chat",
    }
    (poll,) = read(".tweet", "Thé ou café ?\n\n( ) Thé\n( ) Café\n")
    assert poll.text == "Thé ou café ?"
    assert poll.fields["poll"].value == ("Thé", "Café")


def test_exports_are_decoded_and_traced() -> None:
    source = 'Text,Image URL,Tags,Posting Time\n"R&amp;D\\nici",a.png,lab,2026-05-12 09:30\n'
    (draft,) = read(".csv", source)
    assert draft.text == "R&D\nici"
    span = draft.segments[0].map.to_source(1, 2)
    assert source[span.start : span.end] == "&amp;"
    assert "hashtags" not in draft.fields
    assert draft.fields["labels"].value == "lab"


@pytest.mark.parametrize(
    "header", ["Message;Réponse", "Commentaire;Réponse", "Message,Reply", "Comment,Reply"]
)
def test_a_table_of_messages_and_replies_is_read_as_replies(header: str) -> None:
    comma = ";" if ";" in header else ","
    (draft,) = read(".csv", f"{header}\nIt came torn{comma}A new one leaves today\n")
    assert (draft.kind, draft.text) == ("reply", "A new one leaves today")
    assert draft.in_reply_to == Message("It came torn")


def test_dates_of_a_calendar_are_read_alike() -> None:
    found = read(".csv", "Date,Time,Text\n05/04/2026,10:00,a\n05/28/2026,11:30 pm,b\n")
    assert [draft.fields["publish_at"].value for draft in found] == [
        datetime(2026, 5, 4, 10),  # noqa: DTZ001  as written, without a zone
        datetime(2026, 5, 28, 23, 30),  # noqa: DTZ001  as written, without a zone
    ]
    (draft,) = read(".csv", "Date;Contenu\n05/04/2026;a\n")
    assert draft.fields["publish_at"].value == date(2026, 4, 5)


@pytest.mark.parametrize(
    ("suffix", "text", "expected"),
    [
        (".md", "---\nchannel: x\n\nBonjour\n", ["1:1 front-matter-open"]),
        (".md", "---\n- a\n---\nBonjour\n", ["2:1 front-matter-no-fields"]),
        (".md", "---\ndate: 2026-13-45\n---\nBonjour\n", ["2:7 not-a-date"]),
        (".md", "---\ndate: 2027-02-31\n---\nBonjour\n", ["2:7 no-such-day"]),
        (".csv", "Date;Contenu\n31/02/2027;a\n29/02/2028;b\n", ["2:1 no-such-day"]),
        (".csv", "Date;Heure;Contenu\n31/01/2027;25h;a\n", ["2:12 no-such-time"]),
        (".csv", "Date;Heure;Contenu\n31/01/2027;9h-10h;a\n01/02/2027;24:00;b\n", []),
        (".json", '{"text": "a", "date": "31 avril 2027"}', ["1:23 no-such-day"]),
        (".md", "---\nlang: fr\nlang: en\n---\nBonjour\n", ["3:1 duplicate-key"]),
        (".md", "---\ntext: a\n---\nBonjour\n", ["2:1 two-texts"]),
        (".yaml", "text: [a]\n", ["1:7 not-a-text"]),
        (".yaml", "name: a\n", ["1:1 no-draft"]),
        (".yaml", "- text: a\n- title: b\n", ["2:3 draft-no-text"]),
        (".json", '{"text": 5}', ["1:10 not-a-text"]),
        (".json", '{"text": "a", "thread": [{"a": 1}]}', ["1:26 not-a-thread"]),
        (".json", '{"text": "a", "media": [[1]]}', ["1:24 not-media"]),
        (".csv", "Date,Channel,Theme/Topic\n2026-05-12,x,été\n", ["1:1 no-text-column"]),
        (".csv", "Date,Txt\n2026-05-12,été\n", ["1:1 no-text-column-near"]),
        (".csv", "Text,Text\na,b\nc,d\n", ["1:6 duplicate-key"]),
        (".csv", "Text,,\na,,\nc,,\n", []),  # columns that a spreadsheet left empty
    ],
)
def test_what_is_wrong_is_said_at_its_place(suffix: str, text: str, expected: list[str]) -> None:
    assert problems(suffix, text) == expected


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_problems_have_words_in_each_language(lang: str) -> None:
    source = Source("a.yaml", "text: a\ntext: [b]\nlang: {a: b}\ndate: 32/32/2026\nmedia: [[a]]\n")
    said = [
        explain(problem, lang)
        for problem in FORMATS[".yaml"](source, NAMED)
        if isinstance(problem, Problem)
    ]
    assert len(said) == 5
    assert all(what and cure and "{" not in cure for what, cure in said)


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".yaml", "name: a\n"),
        (".yaml", "title: Notre site\ndescription: Le site d'Acme\n"),
        (".yaml", "- a\n- b: c\n"),
        (".json", '{"message": "a", "code": 3}'),
        (".json", "[1, 2]"),
        (".csv", "Date,Campaign,Clicks\n2026-05-12,a,3\n"),
        (".csv", "nom;prix\na;3\n"),
    ],
)
def test_files_of_other_kinds_are_passed_over_on_a_walk(suffix: str, text: str) -> None:
    source = Source(f"a{suffix}", text)
    assert list(FORMATS[suffix](source, Reading())) == []
    assert list(FORMATS[suffix](source, NAMED)) != []


def test_a_plan_without_texts_is_a_problem_on_a_walk_too() -> None:
    plan = Source("plan.csv", "Date,Channel,Theme/Topic\n2026-05-12,x,été\n")
    (found,) = FORMATS[".csv"](plan, Reading())
    assert isinstance(found, Problem)
    assert found.args["header"] == "Date, Channel, Theme/Topic"


def test_settings_may_call_a_field_by_any_of_its_names() -> None:
    reading = Reading(fields={"canal": ("Où",), "labels": ("Tags",)})
    (draft,) = read(".csv", "Où;Texte;Tags\nLinkedIn;Bonjour;a\n", reading)
    assert draft.channel == "linkedin"
    assert draft.fields["labels"].value == "a"


def test_settings_name_the_fields() -> None:
    reading = Reading(fields={"text": ("Brouillon final",)}, lang="fr")
    (draft,) = read(".csv", "Contenu;Brouillon final\nidée;Bonjour\n", reading)
    assert draft.text == "Bonjour"
    assert draft.fields["Contenu"].value == "idée"
    assert draft.lang == "fr"
