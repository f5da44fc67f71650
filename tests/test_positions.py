"""A finding stands where its fault stands, whatever the file made of the text around it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialint import Linter

FAULT = "[link]"
LINTER = Linter()
# What formats escape, fold or double, beside plain words; no character that shifts zones or
# makes Markdown of its own.
PIECES = st.sampled_from(
    [
        '"',
        "'",
        "\\",
        "é",
        "e\u0301",
        "😀",
        "👩‍🌾",
        "\u00a0",
        "\t",
        "\n",
        "\n\n",
        ";",
        ",",
        ": ",
        "a",
        "word ",
    ]
)
AROUND = st.lists(PIECES, max_size=12).map("".join)


def as_csv(text: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([["Date", "Texte"], ["2026-05-01", text]])
    return out.getvalue()


def as_markdown(text: str) -> str:
    return f"---\nlang: en\n---\n{text}\n"


RENDERED: dict[str, Callable[[str], str]] = {
    "a.json": lambda text: json.dumps({"text": text, "lang": "en"}),
    "b.json": lambda text: json.dumps([{"text": text}], ensure_ascii=False, indent=2),
    "c.jsonl": lambda text: json.dumps({"text": text}) + "\n",
    "d.yaml": lambda text: yaml.safe_dump({"text": text}, allow_unicode=True, width=30),
    "e.yaml": lambda text: yaml.safe_dump({"posts": [{"text": text}]}, default_style='"'),
    "f.yaml": lambda text: yaml.safe_dump({"text": text}, default_style="'", allow_unicode=True),
    "g.yaml": lambda text: yaml.safe_dump({"text": text}, default_style="|", allow_unicode=True),
    "h.yaml": lambda text: yaml.safe_dump({"text": text}, default_style=">", allow_unicode=True),
    "i.csv": as_csv,
    "j.md": as_markdown,
}


@pytest.mark.parametrize("name", RENDERED)
@given(before=AROUND, after=AROUND)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_finding_is_exactly_where_its_fault_is(
    name: str, before: str, after: str, tmp_path: Path
) -> None:
    text = f"Register {before} {FAULT} {after}"
    path = tmp_path / name
    rendered = RENDERED[name](text)
    path.write_bytes(rendered.encode())
    report = LINTER.check_paths([path])
    assert report.errors == ()
    found = [finding for finding in report.findings if finding.rule == "draft-leftover"]
    assert [finding.quote for finding in found] == [FAULT]
    start, end = found[0].start, found[0].end
    assert start is not None
    assert end is not None
    assert rendered[start.offset : end.offset] == FAULT
    line = rendered.replace("\r\n", "\n").split("\n")[start.line - 1]
    assert line[start.column - 1 :].startswith(FAULT)
