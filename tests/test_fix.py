"""Fixes: exact in every format, twice is once, and whatever can't be proved is left alone."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from socialint.cli.files import put_in_place
from socialint.draft import Draft
from socialint.engine.exact import applied, exact
from socialint.engine.fix import mend, reads
from socialint.finding import Edit
from socialint.formats import FORMATS
from socialint.formats.decode import encoded, read_source
from socialint.formats.reading import Reading
from socialint.linter import Linter
from socialint.report import Report
from socialint.settings import Settings
from socialint.text import Source

READING = Reading(explicit=True)


def cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def folded(text: str) -> str:
    return "text: >-\n" + "".join(f"  {line}\n" for line in text.split("\n"))


# a file of each kind around a text, which comes without blanks at its ends
WRITERS: dict[str, tuple[str, Callable[[str], str]]] = {
    "markdown": (".md", lambda text: f"---\nlang: en\n---\n{text}\n"),
    "markdown with emphasis": (".md", lambda text: f"---\nlang: en\n---\n*Look:* {text} `x`\n"),
    "text": (".txt", lambda text: f"{text}\n"),
    "tweet": (".tweet", lambda text: f"---\nlang: en\n---\n{text}\n"),
    "yaml": (".yaml", lambda text: yaml.safe_dump({"text": text, "lang": "en"}, width=30)),
    "yaml, double": (".yaml", lambda text: f"text: {json.dumps(text)}\nlang: en\n"),
    "yaml, single": (".yaml", lambda text: "text: '" + text.replace("'", "''") + "'\nlang: en\n"),
    "yaml, folded": (".yaml", lambda text: f"{folded(text)}lang: en\n"),
    "json": (".json", lambda text: json.dumps({"text": text, "lang": "en"}, ensure_ascii=False)),
    "json, escaped": (".json", lambda text: json.dumps([{"text": text, "lang": "en"}])),
    "jsonl": (".jsonl", lambda text: json.dumps({"text": text, "lang": "en"}) + "\n"),
    "csv": (".csv", lambda text: f"text,lang\n{cell(text)},en\n"),
    "csv, bare": (".csv", lambda text: f"text;lang\n{text};en\n"),
    "tsv": (".tsv", lambda text: f"text\tlang\n{cell(text)}\ten\n"),
}
BOMS = {"utf-8-sig": "utf-8-sig", "utf-16": "utf-16"}
TAGS = ("#summerreadingclub", "#opendoorday", "#bread", "#OpenDoorDay", "#été")
PIECES = st.sampled_from(
    (
        *TAGS,
        "Come",
        "to: the",
        'say "now"',
        "it’s l'été",
        ", and; more",
        "💐",
        "\\u0041",
        "- x",
        "&amp;",
    )
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text of some words and tags on some lines."""
    lines = draw(st.lists(st.lists(PIECES, min_size=1, max_size=4), min_size=1, max_size=3))
    return "\n".join(" ".join(line) for line in lines).strip()


class File(NamedTuple):
    """A name and its bytes."""

    name: str
    data: bytes


@st.composite
def files(draw: st.DrawFn) -> File:
    """A file of any format, in any encoding that it may have, with any newlines."""
    suffix, write = WRITERS[draw(st.sampled_from(sorted(WRITERS)))]
    text = write(draw(texts()))
    text = text.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))
    known = ["utf-8", "utf-8-sig", "utf-16", *(["cp1252"] if suffix in {".csv", ".txt"} else [])]
    encoding = draw(st.sampled_from(known))
    try:
        return File(f"a{suffix}", text.encode(encoding))
    except UnicodeEncodeError:
        return File(f"a{suffix}", text.encode())


@pytest.fixture(scope="module")
def linter() -> Linter:
    rules = ("hashtag-case", "unreadable-characters", "missing-ad-disclosure")
    return Linter(Settings(root=Path(), select=rules))


def mended(linter: Linter, path: Path, *, unsafe: bool = False) -> tuple[bytes, Report]:
    """What the file becomes, and what is left to say of it."""

    def check(overlay: Mapping[str, bytes]) -> Report:
        return linter.check_paths([path], overlay=overlay)

    done = mend(check, reads(linter.registry.formats, linter.settings), unsafe=unsafe)
    return done.after.get(str(path.resolve()), path.read_bytes()), done.report


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # a folder to write in
@given(file=files(), unsafe=st.booleans())
def test_fixing_twice_changes_nothing_more_and_nothing_else(
    linter: Linter, tmp_path: Path, file: File, *, unsafe: bool
) -> None:
    path = tmp_path / file.name
    path.write_bytes(file.data)
    after, report = mended(linter, path, unsafe=unsafe)
    before, now = read_source(path.name, file.data), read_source(path.name, after)
    assert isinstance(before, Source)
    assert isinstance(now, Source)
    assert (now.encoding, now.bom) == (before.encoding, before.bom)
    # these rules change the case of letters only, in these texts
    assert now.text.casefold() == before.text.casefold()
    assert not any(edit.safe for finding in report.findings for edit in finding.edits)
    path.write_bytes(after)
    assert mended(linter, path, unsafe=unsafe)[0] == after


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_every_format_is_fixed(name: str, linter: Linter, tmp_path: Path) -> None:
    suffix, write = WRITERS[name]
    path = tmp_path / f"a{suffix}"
    path.write_text(write("Come to #summerreadingclub on Monday"), "utf-8")
    after, report = mended(linter, path)
    assert after.decode() == write("Come to #SummerReadingClub on Monday")
    assert not report.findings


HOSTILE = st.text(st.sampled_from("ab \n\r\t\"'\\,;:#-&<*`é💐\u2028\x00"), max_size=6)


@given(name=st.sampled_from(sorted(WRITERS)), text=texts(), new=HOSTILE, data=st.data())
@example(name="yaml", text="Come", new="#ad ", data=None)
@example(name="json", text="Come", new='"', data=None)
@example(name="csv, bare", text="Come", new=";", data=None)
def test_whatever_is_put_in_the_text_becomes_that_or_nothing_is(
    name: str, text: str, new: str, data: Any
) -> None:
    suffix, write = WRITERS[name]
    source = Source(f"a{suffix}", write(text))
    draft = next((item for item in parsed(source) if isinstance(item, Draft)), None)
    if draft is None or not draft.segments:
        return
    own = draft.segments[0]
    start = data.draw(st.integers(0, len(own.text))) if data else 0
    end = data.draw(st.integers(start, len(own.text))) if data else 0
    if not own.map.is_verbatim(start, end):
        return
    span = own.map.to_source(start, end)
    edit = Edit(source.path, source.position(span.start), source.position(span.end), new, safe=True)
    changes, count = exact(source, [(edit,)], parsed)
    assert count == bool(changes)
    if not count:
        return
    again = next(item for item in parsed(applied(source, changes)) if isinstance(item, Draft))
    assert again.segments[0].text == own.text[:start] + new + own.text[end:]
    others = [[(s.field, s.text) for s in one.segments[1:]] for one in (draft, again)]
    assert others[0] == others[1]


def parsed(source: Source) -> list[Any]:
    return list(FORMATS[source.path[1:]](source, READING))


@pytest.mark.parametrize(
    ("name", "new", "written"),
    [
        ("json", '"', '\\"'),
        ("json", "a\nb", "a\\nb"),
        ("csv", '"', '""'),
        ("yaml, single", "'", "''"),
        ("csv, bare", ";", None),
        ("text", "\u20ac", "\u20ac"),
    ],
)
def test_a_text_is_written_as_its_format_wants_it(name: str, new: str, written: str | None) -> None:
    suffix, write = WRITERS[name]
    source = Source(f"a{suffix}", write("one two three"))
    at = source.position(source.text.index("two"))
    edit = Edit(source.path, at, source.position(at.offset + 3), new, safe=True)
    changes, _ = exact(source, [(edit,)], parsed)
    assert [change.written for change in changes] == ([] if written is None else [written])


def test_an_encoding_that_lacks_a_sign_keeps_it_out() -> None:
    source = read_source("a.txt", "l'été à deux".encode("cp1252"))
    assert isinstance(source, Source)
    assert source.encoding == "cp1252"
    for new, count in [("→", 0), ("œ", 1)]:
        edit = Edit("a.txt", source.position(0), source.position(1), new, safe=True)
        assert exact(source, [(edit,)], parsed)[1] == count


def test_one_edit_that_can_not_be_made_costs_the_others_nothing() -> None:
    source = Source("a.csv", "text;lang\none two;en\nthree four;en\n")

    def edit(old: str, new: str) -> tuple[Edit, ...]:
        start = source.text.index(old)
        places = source.position(start), source.position(start + len(old))
        return (Edit("a.csv", *places, new, safe=True),)

    groups = [edit("one", "1"), edit("two", ";"), edit("three", "3"), edit("four", "4")]
    changes, count = exact(source, groups, parsed)
    assert count == 3
    assert applied(source, changes).text == "text;lang\n1 two;en\n3 4;en\n"


def flip(old: str, new: str) -> Callable[[Path], Callable[[Mapping[str, bytes]], Report]]:
    """A rule that finds `old` and offers `new`, and the other way round."""
    linter = Linter(Settings(root=Path(), select=("hashtag-case",)))
    (model,) = linter.check_text("Come to #summerreadingclub", lang="en").findings

    def of(path: Path) -> Callable[[Mapping[str, bytes]], Report]:
        def check(overlay: Mapping[str, bytes]) -> Report:
            text = overlay.get(str(path.resolve()), path.read_bytes()).decode()
            source = Source(str(path), text)
            found = []
            for word, other in ((old, new), (new, old)):
                if word in text:
                    start = text.index(word)
                    places = source.position(start), source.position(start + len(word))
                    edit = Edit(str(path), *places, other, safe=True)
                    found.append(model._replace(path=str(path), edits=(edit,)))
            return Report(tuple(found))

        return check

    return of


@pytest.mark.parametrize("new", ["two", "one one", "none"])
def test_a_fix_that_comes_back_or_never_ends_is_given_up(new: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one\n", "utf-8")
    done = mend(flip("one", new)(path), lambda _: parsed_text, unsafe=False)
    assert done.after == {}
    assert done.fixes == 0


def parsed_text(source: Source) -> list[Any]:
    return list(FORMATS[".txt"](source, READING))


def test_of_two_that_overlap_the_first_is_applied(tmp_path: Path, linter: Linter) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one two\n", "utf-8")
    source = Source(str(path), "one two\n")
    (model,) = linter.check_text("Come to #summerreadingclub", lang="en").findings

    def edits(*spans: tuple[int, int, str]) -> tuple[Edit, ...]:
        return tuple(
            Edit(str(path), source.position(a), source.position(b), new, safe=True)
            for a, b, new in spans
        )

    reports = [
        Report(
            (model._replace(edits=edits((2, 5, "-"))), model._replace(edits=edits((0, 3, "1"))))
        ),
        Report(),
    ]
    done = mend(lambda _: reports.pop(0), lambda _: parsed_text, unsafe=False)
    assert list(done.after.values()) == [b"1 two\n"]
    assert done.fixes == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_can_be_written_as_it_was_read(encoding: str) -> None:
    data = "Été\r\nà l'été\r".encode(encoding)
    source = read_source("a.txt", data)
    assert isinstance(source, Source)
    assert encoded(source) == data


def test_a_file_keeps_its_mode_and_its_links(tmp_path: Path) -> None:
    path, link = tmp_path / "a.md", tmp_path / "b.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    put_in_place(link, b"old", b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.md", "b.md"]


def test_a_file_that_has_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"newer")
    with pytest.raises(OSError, match=os.strerror(errno.EBUSY)):
        put_in_place(path, b"old", b"new")
    assert path.read_bytes() == b"newer"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("step", ["fsync", "chown", "chmod", "stat", "replace"])
def test_whenever_it_is_interrupted_the_file_is_the_old_or_the_new_one(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if step in {"fsync", "chown"}:
            patch.setattr(f"os.{step}", stop)
        else:
            patch.setattr(Path, step, stop)
        with pytest.raises(KeyboardInterrupt):
            put_in_place(path, b"old", b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]
