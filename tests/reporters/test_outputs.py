"""What code hosts and CI servers read: each output in its own form, with nothing that breaks it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from needs import FULL, ROOT, SHARED

from socialint.errors import Problem
from socialint.finding import Edit, Finding
from socialint.linter import Linter
from socialint.report import Report
from socialint.reporters import REPORTERS, Look
from socialint.settings import Settings
from socialint.text import Source

SARIF = SHARED / "corpus" / "conformance" / "sarif" / "sarif-schema-2.1.0.json"
MACHINES = ("sarif", "github", "gitlab", "junit", "rdjson", "markdown")
# the fields that GitLab reads, as its manual lists them
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
# element → the attributes that junit-10.xsd of the Jenkins plugin requires and allows
JUNIT = {
    "testsuites": (set(), {"name", "tests", "failures", "errors"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"skipped"}),
    "testcase": ({"name"}, {"classname"}),
    "failure": (set(), {"type", "message"}),
    "error": (set(), {"type", "message"}),
    "skipped": (set(), {"type", "message"}),
    "system-out": (set(), set()),
}
POSITION = {
    "type": "object",
    "required": ["line"],
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}
RANGE = {
    "type": "object",
    "required": ["start"],
    "properties": {"start": POSITION, "end": POSITION},
    "additionalProperties": False,
}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "properties": {
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "properties": {"path": {"type": "string"}, "range": RANGE},
                        "additionalProperties": False,
                    },
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        }
    },
}


def written(name: str, report: Report, lang: str = "en") -> str:
    return "".join(REPORTERS[name](report, Look(lang)))


def sarif(text: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text)
    if SARIF.is_file():
        Draft7Validator(json.loads(SARIF.read_text("utf-8"))).validate(data)
    return data


def gitlab(text: str) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(text)
    Draft202012Validator(GITLAB).validate(data)
    marks = [issue["fingerprint"] for issue in data]
    assert len(set(marks)) == len(marks)
    return data


def rdjson(text: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(text)
    Draft202012Validator(RDJSON).validate(data)
    return data


def junit(text: str) -> ET.Element:
    root = ET.fromstring(text.encode())  # noqa: S314  we read what we wrote
    for element in root.iter():
        required, allowed = JUNIT[element.tag]
        assert required <= set(element.attrib) <= required | allowed
    suites = root.findall("testsuite")
    for suite in suites:
        for kind in ("failure", "error", "skipped"):
            name = {"skipped": "skipped"}.get(kind, f"{kind}s")
            assert int(suite.attrib[name]) == len(suite.findall(f"testcase/{kind}"))
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
    assert int(root.attrib["tests"]) == sum(int(suite.attrib["tests"]) for suite in suites)
    return root


PROVE: dict[str, Callable[[str], Any]] = {
    "sarif": sarif,
    "gitlab": gitlab,
    "rdjson": rdjson,
    "junit": junit,
}


@pytest.mark.skipif(not SARIF.is_file(), reason="the schema of SARIF is not beside the project")
def test_the_schema_of_sarif_is_at_hand() -> None:
    Draft7Validator.check_schema(json.loads(SARIF.read_text("utf-8")))


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("name", PROVE)
def test_an_output_follows_its_schema(name: str, lang: str, report: Report) -> None:
    for each in (report, report._replace(show_suppressed=True), Report(files=3)):
        PROVE[name](written(name, each, lang))


@pytest.fixture(scope="module")
def real() -> Report:
    """What is found in the examples; in a full run, in the corpora beside the project too."""
    folders = [ROOT / "examples"]
    if FULL and (SHARED / "corpus").is_dir():
        folders += [SHARED / "corpus" / "authored", SHARED / "corpus" / "real"]
    return Linter(Settings(root=ROOT)).check_paths(folders)


@pytest.mark.parametrize("name", PROVE)
def test_what_is_found_in_real_drafts_follows_the_schemas(name: str, real: Report) -> None:
    assert real.findings
    PROVE[name](written(name, real))


def test_sarif_tells_rules_places_and_what_is_let_pass(report: Report) -> None:
    (run,) = sarif(written("sarif", report))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    results = run["results"]
    assert [rules[result["ruleIndex"]] for result in results] == [r["ruleId"] for r in results]
    assert results[0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 19,
        "snippet": {"text": "Nine bakers in ten"},
    }  # fmt: skip
    assert "region" not in results[4]["locations"][0]["physicalLocation"]
    assert [result["suppressions"] for result in results if "suppressions" in result] == [
        [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "she agreed: write to ••••@••••.•••••••",
            }
        ]
    ]
    told = run["invocations"][0]
    assert (told["executionSuccessful"], told["exitCode"]) == (False, 2)
    assert len(told["toolExecutionNotifications"]) == 2


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("posts/a b.md", "posts/a%20b.md"),
        ("posts/été.md", "posts/%C3%A9t%C3%A9.md"),
        ("/tmp/a#1.md", "file:///tmp/a%231.md"),  # noqa: S108  nothing is read there
        ("posts\\a.md", "posts/a.md"),
    ],
)
def test_sarif_names_files_by_uri(path: str, uri: str, make: Callable[..., Finding]) -> None:
    finding = make(Source(path, "one two"), "two")
    (run,) = sarif(written("sarif", Report((finding,))))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def edited(make: Callable[..., Finding], text: str, old: str, new: str) -> Finding:
    source = Source("a.md", text)
    start = text.index(old)
    places = source.position(start), source.position(start + len(old))
    return make(source, old)._replace(edits=(Edit("a.md", *places, new, safe=True),))


def test_an_edit_is_a_fix_in_code_points_for_sarif_and_in_bytes_for_reviewdog(
    make: Callable[..., Finding],
) -> None:
    report = Report((edited(make, "one\nété 💐 deux", "deux", "trois"),))
    (run,) = sarif(written("sarif", report))["runs"]
    ((change,),) = [fix["artifactChanges"] for fix in run["results"][0]["fixes"]]
    region = {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 11}
    expected = {"deletedRegion": region, "insertedContent": {"text": "trois"}}
    assert change["replacements"] == [expected]
    (found,) = rdjson(written("rdjson", report))["diagnostics"]
    before = len("été 💐 ".encode())
    place = {
        "start": {"line": 2, "column": before + 1},
        "end": {"line": 2, "column": before + 5},
    }
    assert found["location"]["range"] == place
    assert found["suggestions"] == [{"range": place, "text": "trois"}]


@pytest.mark.parametrize("name", ["sarif", "rdjson"])
def test_an_edit_that_would_have_to_be_masked_is_no_fix(
    name: str, make: Callable[..., Finding]
) -> None:
    report = Report((edited(make, "call Nora", "Nora", "06 39 98 12 34"),))
    text = written(name, report)
    assert '"fixes"' not in text
    assert '"suggestions"' not in text


def test_github_gets_a_line_a_finding(report: Report) -> None:
    lines = written("github", report).splitlines()
    assert len(lines) == len(report.findings) + len(report.errors)
    assert lines[0] == (
        "::error file=calendar.csv,line=1,col=1,title=no-text-column::"
        "this calendar has no text column, only: Day, Hour%0A"
        'add a column `Text`, or name yours in `[fields]`: text = ["…"]'
    )
    assert lines[2].startswith(
        "::warning file=posts/launch.md,line=5,endLine=5,col=1,endColumn=19,title=made-up-figure::"
    )
    # columns are only read where a place is on one line
    assert "line=7,endLine=10,title=too-long" in lines[5]
    assert lines[6].startswith("::warning file=linkedin/acme,title=silent-account::")


def test_junit_fails_on_what_fails_the_run(report: Report) -> None:
    for fail_on, most, failures in [
        *[("error", None, 1), ("warning", None, 4), ("info", None, 5), ("never", None, 0)],
        *[("never", 3, 0), ("never", 2, 3), ("error", 2, 4), ("info", 0, 5)],
    ]:
        root = junit(written("junit", report._replace(fail_on=fail_on, max_warnings=most)))
        assert int(root.attrib["failures"]) == failures
        assert int(root.attrib["errors"]) == 2


def test_an_output_of_nothing_is_not_empty() -> None:
    assert written("gitlab", Report()) == "[]\n"
    assert junit(written("junit", Report())).attrib["tests"] == "1"
    assert written("github", Report()) == ""


HOSTILE = (
    "::error::x",
    "\r\n::stop-commands::y",
    "]]></failure><script>alert(1)</script>",
    "@everyone [x](javascript:x) ![y](https://e.example) #1 `<b>`",
    "\x1b[31m\u202e\ufffe\uffff\ud800\x00",
    "| a | b |\n|---|---|",
    "&lt;%0A%25",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # it makes findings only
@given(parts=st.lists(st.sampled_from(HOSTILE) | st.text(max_size=20), min_size=1, max_size=4))
def test_whatever_a_draft_says_it_stays_words(
    make: Callable[..., Finding], parts: list[str]
) -> None:
    text = "".join(parts) or "x"
    source = Source("a.md", text)
    finding = make(source, text)
    report = Report((finding,), (Problem("json-value", "a.json", 1, 1, {"found": text}),), files=1)
    for prove in PROVE.items():
        prove[1](written(prove[0], report))
    lines = written("github", report).split("\n")
    assert [line[:2] for line in lines] == ["::", "::", ""]
    markdown = written("markdown", report)
    assert not re.search(
        r"(?<!\\)<|@(?!\u200b)|://(?!\u200b)|(?<!\\)\]\(", markdown.replace("`", "")
    )
    assert len(re.findall(r"(?m)^(?:#### |- |  |\n|\*\*|$)", markdown)) == len(markdown.split("\n"))


def test_a_comment_stays_within_what_code_hosts_take(make: Callable[..., Finding]) -> None:
    source = Source("a.md", "one two three")
    report = Report((make(source, "two"),) * 2000, files=1)
    text = written("markdown", report)
    assert len(text) < 65_536
    assert re.search(r"and [\d,]+ more problems", text)


def test_markdown_reads_as_written(report: Report) -> None:
    expected = Path(__file__).parent / "expected" / "markdown.fr.md"
    assert written("markdown", report, "fr") == expected.read_text("utf-8")
