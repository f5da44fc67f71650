from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import socialint
from socialint.report import Report
from socialint.reporters import REPORTERS, Look
from socialint.text import Source

SCHEMA = json.loads(
    (Path(socialint.__file__).parent / "schemas/report.schema.json").read_text("utf-8")
)


def written(name: str, report: Report, look: Look) -> str:
    return "".join(REPORTERS[name](report, look))


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_the_json_report_is_the_report_as_a_dict_and_follows_the_schema(
    lang: str, encoding: str, report: Report
) -> None:
    text = written("json", report, Look(lang, encoding=encoding))
    assert text.encode(encoding)
    data = json.loads(text)
    assert data == report.to_dict(lang)
    Draft202012Validator(SCHEMA).validate(data)
    shown = report._replace(show_suppressed=True)
    data = json.loads(written("json", shown, Look(lang, encoding=encoding)))
    Draft202012Validator(SCHEMA).validate(data)
    assert any("suppressed" in finding for finding in data["findings"])


def test_an_empty_report_has_every_key() -> None:
    assert (
        Report().to_dict()
        == json.loads(written("json", Report(), Look()))
        == {
            "version": 1,
            "findings": [],
            "summary": {
                "drafts": 0,
                "files": 0,
                "by_severity": {"error": 0, "warning": 0, "info": 0},
                "by_rule": {},
                "suppressed": 0,
                "stale": 0,
                "passed_over": [],
            },
            "not_checked": [],
            "errors": [],
        }
    )


def test_json_lines_hold_the_same_records_with_their_types_and_the_summary_last(
    report: Report,
) -> None:
    lines = [json.loads(line) for line in written("jsonl", report, Look("fr")).splitlines()]
    data = report.to_dict("fr")
    assert lines == [
        *({"type": "finding", **each} for each in data["findings"]),
        *({"type": "error", **each} for each in data["errors"]),
        *({"type": "not_checked", **each} for each in data["not_checked"]),
        {"type": "summary", **data["summary"]},
    ]


def test_only_a_masked_quote_is_said_to_be_redacted(report: Report) -> None:
    found = {each["rule"]: each for each in report.to_dict()["findings"]}
    assert found["phone-number"]["redacted"] is True
    assert len(found["phone-number"]["quote"]) == len("06 39 98 12 34")
    assert [name for name, each in found.items() if "redacted" in each] == ["phone-number"]


def test_a_quote_that_cuts_a_datum_is_masked_as_a_part_of_the_whole(
    make: Callable[..., Any],
) -> None:
    source = Source("a.txt", "ring 06 39 98 12 34 now")
    finding = make(source, "ring 06 39 98", private=("06 39 98 12 34",))
    (record,) = Report((finding,)).to_dict()["findings"]
    assert not any(digit in record["quote"] for digit in "0639 98".replace(" ", ""))


def test_reasons_and_errors_speak_the_language(report: Report) -> None:
    data = report.to_dict("fr")
    assert data["not_checked"][0] == {
        "rule": "loose-link",
        "reason": "le profil ne déclare aucune règle de liens",
        "drafts": 2,
    }
    assert data["errors"][1] == {
        "path": "gone.md",
        "line": None,
        "column": None,
        "code": "path-missing",
        "message": "ce fichier ou ce dossier n’existe pas",
        "fix": "vérifiez l’orthographe du chemin",
    }


def test_nothing_in_json_steers_a_terminal(report: Report) -> None:
    text = written("json", report, Look())
    assert "\x1b" not in text
    assert "\\u001b[31mtaste" in text
