"""The YAML test suite (https://github.com/yaml/yaml-test-suite), as YAML 1.1 reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from unittest.mock import ANY

import pytest
import yaml
from needs import SHARED
from tracing import assert_sound, scalars

from socialint.errors import Problem
from socialint.formats.nodes import Items, Node, Scalar
from socialint.formats.yaml_nodes import read_yaml
from socialint.text import Source

SUITE = SHARED / "corpus/conformance/yaml-test-suite/src"
# the suite's own signs for what can't be seen
SIGNS = ((r"∎\n\Z", ""), (r"—*»", "\t"), ("␣", " "), ("↵", ""), ("←", "\r"), ("⇔", "\ufeff"))
ESCAPES = {"n": "\n", "t": "\t", "b": "\b", "r": "\r", "\\": "\\", "0": "\0"}
EVENT = re.compile(r"([+=]...)(?: (?:\{\}|\[\]))?(?: &(\S+))?(?: <([^>]*)>)?(?: (.*))?", re.DOTALL)
NULL_TAG = "tag:yaml.org,2002:null"
NULLS = ("", "~", "null")

DIFFERENCES = {
    "YAML 1.1: a name may not be left out": (
        "2JQS-0 4ABK-0 6M2F-0 CFD4-0 FRK4-0 M2N8-0 NHX8-0 NKF9-0 S3PD-0 SM9W-1 UKK6-0"
    ),
    "YAML 1.1: a name stands on one line, its colon beside it": (
        "4MUZ-0 4MUZ-1 4MUZ-2 5MUD-0 9SA2-0 K3WX-0 NJ66-0 UT92-0 VJP3-1"
    ),
    "YAML 1.1: between brackets a bare value can't begin with a colon or question mark": (
        "58MP-0 5T43-0 652Z-0 DBG4-0 HM87-0 HM87-1"
    ),
    "libyaml: no tab where a line or a list item is indented": (
        "6BCT-0 6CA3-0 96NN-0 96NN-1 A2M4-0 DK95-0 DK95-3 DK95-4 Q5MG-0 R4YG-0 Y79Y-1 Y79Y-10"
    ),
    "libyaml: no unknown directive, version or directive without its line ---": (
        "2LFX-0 6LVF-0 BEC7-0 MUS6-5 MUS6-6 W4TN-0 ZYU8-0 ZYU8-1 ZYU8-2 ZYU8-3"
    ),
    "libyaml: anchors are letters, digits, - and _": ("2SXE-0 8XYN-0 W5VH-0 Y2GN-0"),
    "libyaml: a document after ... begins with ---": ("7Z25-0 HWV9-0 M7A3-0 QT73-0"),
    "YAML 1.1: a block scalar is indented, at the top as well": ("DK3J-0 FP8R-0"),
    "libyaml: spaces at the very end of a block scalar are no line": ("JEF9-2 L24T-1"),
    "libyaml lets it pass: a comment that touches what stands before it": (
        "9JBA-0 CVW2-0 SU5Z-0 X4QW-0"
    ),
    "libyaml lets it pass: indentation inside brackets and quotes": ("9C9N-0 DK95-1 QB6E-0 Y79Y-3"),
    "libyaml lets it pass: directives without the end of the document before": (
        "9HCY-0 EB22-0 MUS6-0 MUS6-1 RHX7-0"
    ),
    "libyaml lets it pass: a dash alone between brackets": ("G5U8-0 YJV2-0"),
    "libyaml lets it pass: blank lines deeper than the first line of a block scalar": ("S98Z-0"),
}
KNOWN = {name: reason for reason, names in DIFFERENCES.items() for name in names.split()}


def _show(text: str) -> str:
    for sign, char in SIGNS:
        text = re.sub(sign, char, text)
    return text


class Null(str):
    """A null, as it is written; one is like the other."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Null)

    def __hash__(self) -> int:
        return 0


def _cases() -> Iterator[Any]:
    if not SUITE.is_dir():
        yield pytest.param({}, id="absent", marks=pytest.mark.skip(reason=f"no {SUITE}"))
        return
    for path in sorted(SUITE.glob("*.yaml")):
        case: dict[str, Any] = {}
        for number, part in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            case = {**case, "fail": False, **part}  # what a case leaves out is as before
            name = f"{path.stem}-{number}"
            marks = [pytest.mark.xfail(reason=KNOWN[name])] if name in KNOWN else []
            yield pytest.param(case, id=name, marks=marks)


def _wanted(tree: str) -> Iterator[Any]:
    """The documents of a tree of events, aliases followed."""
    lines = iter([_show(line.lstrip()) for line in tree.split("\n")])
    anchors: dict[str, Any] = {}
    for line in lines:
        if line.startswith("+DOC"):
            yield _wanted_node(next(lines), lines, anchors)


def _wanted_node(line: str, lines: Iterator[str], anchors: dict[str, Any]) -> Any:
    if line.startswith("=ALI"):
        return anchors[line.split("*")[1]]
    found = EVENT.fullmatch(line)
    assert found, line
    kind, anchor, tag, text = found.groups()
    node: Any
    if kind == "=VAL":
        value = re.sub(r"\\(.)", lambda escape: ESCAPES[escape[1]], text[1:])
        bare = text[0] == ":" and not tag and value in NULLS
        node = Null(value) if bare or tag == NULL_TAG else value
    elif kind == "+SEQ":
        node = list(_wanted_inside(lines, anchors))
    else:
        inside = list(_wanted_inside(lines, anchors))
        names = [ANY if isinstance(name, list) else str(name) for name in inside[::2]]
        node = [part for entry in zip(names, inside[1::2], strict=True) for part in entry]
    if anchor:
        anchors[anchor] = node
    return node


def _wanted_inside(lines: Iterator[str], anchors: dict[str, Any]) -> Iterator[Any]:
    while not (line := next(lines)).startswith("-"):
        yield _wanted_node(line, lines, anchors)


def _read(node: Node) -> Any:
    """The same shape; a name is the text of its key, "" for one that is no text."""
    if isinstance(node, Scalar):
        return Null() if node.value is None else node.value
    if isinstance(node, Items):
        return [_read(item) for item in node.items]
    return [part for entry in node.entries for part in (entry.name, _read(entry.node))]


@pytest.mark.parametrize("case", list(_cases()))
def test_suite_is_read_as_its_tree_of_events(case: dict[str, Any]) -> None:
    text = _show(case["yaml"])
    source = Source("case.yaml", text.removeprefix("\ufeff"))
    documents = read_yaml(source)
    if case["fail"]:
        assert isinstance(documents, Problem)
        return
    assert not isinstance(documents, Problem), documents
    assert [_read(node) for node in documents] == list(_wanted(case["tree"]))
    for node in documents:
        for scalar in scalars(node):
            if scalar.value is not None:
                assert_sound(source, scalar)
