"""A JSONL file that is read in blocks is read as if it were read whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialint import Linter
from socialint.draft import Draft
from socialint.formats import Reading, blocks
from socialint.formats.blocks import parse_blocks
from socialint.formats.decode import read_source
from socialint.formats.structured import parse_jsonl
from socialint.settings import Settings
from socialint.text import Source, Window

LINES = (
    '{"text": "The heron stood by the weir. See https://a.example/b"}',
    '{"id": "a", "text": "BUY NOW, GOOD PEOPLE OF THE TOWN!!!! \\u00e9\\n\\ud83d\\ude00 \\"so\\""}',
    '{"id": "a", "text": "Écrivez à ![](c.png) nora.petit@mail.example 💐", "lang": "fr"}',
    '{"text": "x", "publish_at": "someday, write to nora.petit@mail.example"}',
    '["one", "two"]',
    '{"accounts": [{"channel": "x", "handle": "a"}]}',
    '{"text": {"fr": "a"}, "socialint": {"ignore": ["shouting"], "reason": "agreed"}}',
    '{"a": 1}',
    '{"text": ',
    "",
    " \ufeff ",
)
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\r"])


def outline(item: object) -> object:
    """What is read, without the source that it was read from."""
    if not isinstance(item, Draft):
        return item
    texts = [(part.field, part.text, part.map) for part in item.segments]
    place = item.source.position(item.span.start), item.source.text[slice(*item.span)]
    fields = {name: (one.key, one.span, str(one.value)) for name, one in item.fields.items()}
    return item.number, item.id, item.span, place, texts, fields, item.suppressions, item.notices


@given(st.lists(st.tuples(st.sampled_from(LINES), ENDS), max_size=12), st.booleans(), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_is_read(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lines: list[tuple[str, str]],
    explicit: bool,  # noqa: FBT001  drawn
    bom: bool,  # noqa: FBT001  drawn
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(("\ufeff" * bom + "".join(map("".join, lines))).encode())
    whole = read_source(path.as_posix(), path.read_bytes())
    assert isinstance(whole, Source)
    reading = Reading(explicit=explicit)
    for size in (1, 90, 1000):
        monkeypatch.setattr(blocks, "BLOCK", size)
        found = list(map(outline, parse_blocks(path, reading)))
        assert found == list(map(outline, parse_jsonl(whole, reading)))


def test_a_report_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(LINES * 3), encoding="utf-8")
    linter = Linter(Settings(root=tmp_path, select=("all",)))
    whole = linter.check_paths([path]).to_dict()
    monkeypatch.setattr(blocks, "LONG", 1)
    for size in (1, 200):
        monkeypatch.setattr(blocks, "BLOCK", size)
        assert linter.check_paths([path]).to_dict() == whole
        assert linter.check_paths([path], jobs=2, cached=True).to_dict() == whole


def test_a_line_that_cannot_be_read_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl"
    good = b'{"text": "BUY NOW, GOOD PEOPLE OF THE TOWN!!!!"}\n'
    path.write_bytes(good + b'{"text": "\xff"}\n' + good + b'{"text": "\0"}\n' + good)
    monkeypatch.setattr(blocks, "LONG", 1)
    report = Linter(Settings(root=tmp_path, select=("shouting",))).check_paths([path])
    assert [(one.code, one.line, one.column) for one in report.errors] == [
        ("bytes-invalid", 2, 11),
        ("bytes-nul", 4, 11),
    ]
    assert [one.start.line for one in report.findings if one.start] == [1, 3, 5]


def test_a_file_over_the_limit_is_read_in_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps({'text': 'The heron stood by the weir.'})}\n" * 90, "utf-8")
    monkeypatch.setattr(blocks, "LONG", 1000)
    monkeypatch.setattr(read_source, "__defaults__", (1000,))  # the limit
    monkeypatch.setattr(blocks, "BLOCK", 500)
    report = Linter(Settings(root=tmp_path, select=("shouting",))).check_paths([path])
    assert (report.drafts, report.errors) == (90, ())


def test_a_file_over_the_limit_that_only_the_feed_names_is_read_in_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = {
        "text": "The heron that stood by the weir at dawn has two young in the reeds now.",
        "publish_at": "2026-05-04T09:00",
    }
    asked = tmp_path / "b.jsonl"
    asked.write_text(json.dumps(post | {"channel": "x", "publish_at": "2026-05-05T09:00"}), "utf-8")
    (tmp_path / "a.jsonl").write_text(
        f"{json.dumps(post | {'channel': 'linkedin'})}\n" * 9, "utf-8"
    )
    monkeypatch.setattr(blocks, "LONG", 500)
    monkeypatch.setattr(blocks, "BLOCK", 200)
    monkeypatch.setattr(read_source, "__defaults__", (500,))  # the limit
    linter = Linter(Settings(root=tmp_path, feed=("*.jsonl",), select=("identical-copy",)))
    report = linter.check_paths([asked])
    assert (report.drafts, report.errors) == (1, ())
    assert len(report.findings) == 1


def test_a_window_counts_from_the_beginning_of_the_whole() -> None:
    whole = "zero\none\r\ntwo\n"
    part = Source("a", Window(whole[5:], 5), above=1)
    every = Source("a", whole)
    assert len(part.text) == len(whole)
    for start in range(5, len(whole) + 1):
        assert part.position(start) == every.position(start)
        for end in range(start, len(whole) + 1):
            assert part.text[start:end] == whole[start:end]
    assert [part.line(number) for number in (2, 3, 4)] == [every.line(n) for n in (2, 3, 4)]
