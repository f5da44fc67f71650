from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import socialint
from socialint.formats.names import data

FOLDER = Path(socialint.__file__).parent / "schemas"


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.name)
def test_a_schema_is_one(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text("utf-8")))


def test_the_draft_schema_names_the_fields_that_are_read() -> None:
    assert set(schema("draft")["properties"]) == {*data("fields"), "channel"}


def test_the_settings_map_the_fields_that_are_read() -> None:
    mapped = schema("settings")["properties"]["fields"]["properties"]
    assert set(mapped) == {*data("fields"), "channel"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("draft", {"text": "Doors at seven.", "channel": "x", "media": [{"path": "a.jpg"}]}),
        ("draft", {"kind": "reply", "in_reply_to": {"text": "When?"}, "unknown": 1}),
        ("profile", {"brand": {"name": "Mill"}, "voice": {"address": "vous"}}),
        ("settings", {"select": ["CLM"], "per_path": [{"glob": "*"}]}),
    ],
)
def test_what_is_right_is_valid(name: str, value: object) -> None:
    assert list(Draft202012Validator(schema(name)).iter_errors(value)) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("draft", {"kind": "tweet"}),
        ("profile", {"voice": {}}),
        ("profile", {"brand": "Mill", "voice": {"address": "on"}}),
        ("settings", {"fail_on": "errors"}),
    ],
)
def test_what_is_wrong_is_not(name: str, value: object) -> None:
    assert list(Draft202012Validator(schema(name)).iter_errors(value))
