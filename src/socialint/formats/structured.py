"""YAML, JSON, JSONL and CSV files: drafts from nodes."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.draft import Draft
from socialint.errors import Problem
from socialint.formats.csv_nodes import read_csv
from socialint.formats.dates import is_month_first
from socialint.formats.fields import Sheet, build
from socialint.formats.json_nodes import read_json, read_jsonl
from socialint.formats.names import Names, data, fold, names_for, preset_of
from socialint.formats.nodes import Scalar, Table, problem
from socialint.formats.reading import Reading
from socialint.formats.register import account, is_register_header
from socialint.formats.shapes import drafts
from socialint.formats.values import Habits
from socialint.near import near
from socialint.text import Source

# beside a date, these make a table a calendar of posts, and not of something else
_PLAN = frozenset({"channels", "title", "hashtags"})
EXPORT = Habits(export=True)


def parse_yaml(source: Source, reading: Reading) -> Iterator[Draft | Problem]:
    """The drafts of a YAML file: one, a list, or lists under `posts:` and the like."""
    from socialint.formats.yaml_nodes import read_yaml  # noqa: PLC0415  imports yaml

    found = read_yaml(source)
    if isinstance(found, Problem):
        yield found
        return
    sheet = Sheet(source, names_for(reading), reading.lang)
    yield from drafts(found, sheet, explicit=reading.explicit)


def parse_json(source: Source, reading: Reading) -> Iterator[Draft | Problem]:
    """The drafts of a JSON file, of the same shapes as in YAML."""
    sheet = Sheet(source, names_for(reading), reading.lang, EXPORT)
    yield from drafts((read_json(source),), sheet, explicit=reading.explicit)


def parse_jsonl(source: Source, reading: Reading) -> Iterator[Draft | Problem]:
    """The drafts of a JSONL file, one a line."""
    sheet = Sheet(source, names_for(reading), reading.lang, EXPORT)
    yield from drafts(read_jsonl(source), sheet, explicit=reading.explicit)


def parse_csv(source: Source, reading: Reading) -> Iterator[Draft | Problem]:
    """The drafts of a calendar, one a row; a calendar without a text column is one problem.

    A table that is no calendar is passed over, unless the user named the file.
    """
    # the rows are read anew for each purpose: those of a long calendar must not pile up
    first = next((row for row in read_csv(source) if isinstance(row, Table)), None)
    if first is None:
        yield from (row for row in read_csv(source) if isinstance(row, Problem))
        return
    header = [entry.name for entry in first.entries]
    preset = reading.preset or preset_of(frozenset(map(fold, header)))
    names = names_for(reading, preset)
    known = {name.canonical for written in header if (name := names.get(fold(written)))}
    if known.isdisjoint(("text", "thread")) and is_register_header(
        header, explicit=reading.explicit
    ):
        yield from _register(source)
        return
    if known.isdisjoint(("text", "thread")):
        if reading.explicit or ("publish_at" in known and known & _PLAN):
            yield _no_text_column(source, first, header)
        return
    month_first = is_month_first(_dates(source, names))
    sheet = Sheet(source, names, reading.lang, Habits(export=True, month_first=month_first))
    yield from _once(_rows(sheet))


def _rows(sheet: Sheet) -> Iterator[Draft | Problem]:
    number = 0
    for row in read_csv(sheet.source):
        if isinstance(row, Problem):
            yield row
            continue
        found = list(build(row, sheet, number + 1))
        # a row such as « Semaine 20 » parts the calendar: it has no text and no date
        if any(isinstance(item, Draft) and (item.segments or item.publish_at) for item in found):
            number += 1
            yield from found


def _register(source: Source) -> Iterator[Draft | Problem]:
    number = 0
    for row in read_csv(source):
        if isinstance(row, Problem):
            yield row
            continue
        number += 1
        yield account(row, source, number)


def _once(found: Iterator[Draft | Problem]) -> Iterator[Draft | Problem]:
    """A problem of the header is said once, not for each row."""
    said: set[tuple[str, int | None, int | None]] = set()
    for item in found:
        if isinstance(item, Problem):
            key = (item.code, item.line, item.column)
            if key in said:
                continue
            said.add(key)
        yield item


def _dates(source: Source, names: Names) -> Iterator[str]:
    for row in read_csv(source):
        for entry in row.entries if isinstance(row, Table) else ():
            name = names.get(fold(entry.name))
            if name is not None and name.type == "when" and isinstance(entry.node, Scalar):
                value = entry.node.value
                if isinstance(value, str):
                    yield value


def _no_text_column(source: Source, row: Table, header: list[str]) -> Problem:
    wanted = [fold(name) for name in data("fields")["text"]["names"]]
    alike = [name for name in header if near(fold(name), wanted, 0.7)]
    code = "no-text-column-near" if alike else "no-text-column"
    start = row.entries[0].key.start if row.entries else 0
    quoted = ", ".join(header)
    return problem(source, code, start, header=quoted, near=", ".join(alike))
