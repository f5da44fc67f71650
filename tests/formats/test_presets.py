"""The exports and calendars that teams have are known by their headers."""

from __future__ import annotations

from datetime import datetime

import pytest

from socialint.draft import Draft
from socialint.formats import FORMATS, Reading
from socialint.formats.names import data, fold, names_for, preset_of
from socialint.testing import check_format

# one row each: a text with a quotation mark, on a day, for a channel where the format has one
CALENDARS = {
    "buffer": '"Text","Image URL","Tags","Posting Time"\n'
    '"a ""b""","a.png","lab","2026-05-12 18:30"\n',
    "hootsuite": 'Date,Time,Text,Social Profile\n12/05/2026,18:30,"a ""b""",Twitter - @acme\n',
    "sprout": "Scheduled Date,Scheduled Time,Profiles,Message\n"
    '2026-05-12,6:30 pm,X (Twitter),"a ""b"""\n',
    "sprout-posts": 'Date,Network,Profile,Post,Tags\n2026-05-12 18:30,X,acme,"a ""b""",lab\n',
    "agorapulse": 'Content;Publishing date;Profiles\n"a ""b""";12/05/2026 18:30;X\n',
    "french": 'Date;Heure;Titre;Contenu;Hashtags\n12/05/2026;18h30;T;"a ""b""";#un #deux\n',
    "french-plan": "Date,Heure,Type,Audience,Titre,Contenu,Hashtags,Lien CTA\n"
    '12 mai 2026,18 h 30,Carrousel,clients,T,"a ""b""","un, deux",https://acme.example\n',
    "summary": "Publish Date,Title,Summary,Keywords,Format\n"
    '"May 12, 2026 18:30",T,"a ""b""",k,Post\n',
}


@pytest.mark.parametrize("name", CALENDARS)
def test_a_calendar_gives_text_and_moment(name: str) -> None:
    (draft,) = check_format(FORMATS[".csv"], CALENDARS[name], f"{name}.csv")
    assert draft.text == 'a "b"'
    assert draft.publish_at == datetime(2026, 5, 12, 18, 30)  # noqa: DTZ001  as written


@pytest.mark.parametrize(
    ("name", "channels", "account"),
    [("hootsuite", ("x",), "acme"), ("sprout", ("x",), None), ("sprout-posts", ("x",), "acme")],
)
def test_a_calendar_gives_its_channels(
    name: str, channels: tuple[str, ...], account: str | None
) -> None:
    (draft,) = check_format(FORMATS[".csv"], CALENDARS[name], f"{name}.csv")
    assert (draft.channels, draft.account) == (channels, account)


@pytest.mark.parametrize(
    ("name", "hashtags"),
    [("french", ("un", "deux")), ("french-plan", ("un", "deux")), ("buffer", None)],
)
def test_labels_of_a_tool_are_not_hashtags(name: str, hashtags: tuple[str, ...] | None) -> None:
    (draft,) = check_format(FORMATS[".csv"], CALENDARS[name], f"{name}.csv")
    field = draft.fields.get("hashtags")
    assert (field.value if field else None) == hashtags


@pytest.mark.parametrize("name", data("presets"))
def test_presets_name_known_fields(name: str) -> None:
    entry = data("presets")[name]
    assert set(entry["fields"]) <= {*data("fields"), "labels"}
    if entry["header"]:
        assert preset_of(frozenset(map(fold, entry["header"]))) == name


def test_no_two_fields_share_a_name() -> None:
    owners: dict[str, str] = {}
    for canonical, entry in data("fields").items():
        for written in {fold(name) for name in (canonical, *entry["names"])}:
            assert owners.setdefault(written, canonical) == canonical, written


def test_a_preset_is_chosen_by_its_setting() -> None:
    names = names_for(Reading(preset="galaxy-social"))
    assert names["media"].canonical == "channels"


def test_rows_between_weeks_are_no_drafts() -> None:
    calendar = "Date;Contenu\nSemaine 20;\n12/05/2026;Un\n;\n19/05/2026;\n"
    found = check_format(FORMATS[".csv"], calendar, reading=Reading())
    assert [(draft.text, draft.number) for draft in found] == [("Un", 1), ("", 2)]


def test_a_list_of_posts_in_json_is_read() -> None:
    text = '[{"text": "a", "scheduled_at": "2026-05-12T18:30:00+02:00"}, {"text": "b"}]'
    found: tuple[Draft, ...] = check_format(FORMATS[".json"], text)
    assert [draft.text for draft in found] == ["a", "b"]
    assert found[0].publish_at == datetime.fromisoformat("2026-05-12T18:30:00+02:00")
