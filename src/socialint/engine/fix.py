"""Edits of findings brought into files: checked, chosen, applied, proved, and again until none is.

Nothing is written here: what comes out are the bytes that files would hold.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from socialint.engine.exact import Edits, Read, applied, exact
from socialint.engine.manner import reading_of
from socialint.errors import Problem
from socialint.finding import Finding
from socialint.formats.decode import encoded, read_source
from socialint.named import NamedTuple
from socialint.report import Report
from socialint.settings import Settings
from socialint.text import Source

PASSES = 10

Check = Callable[[Mapping[str, bytes]], Report]
# how a file of that path is read into drafts; None where nobody knows
ReadOf = Callable[[str], Read | None]


class Mended(NamedTuple):
    """What is left to report, the bytes before and after of each file, and how many fixes."""

    report: Report
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    fixes: int


@dataclass
class _Work:
    """The files on the way: by real path, their first bytes, those of now, and all in between."""

    read_of: ReadOf
    before: dict[str, bytes] = field(default_factory=dict)
    now: dict[str, bytes] = field(default_factory=dict)
    seen: defaultdict[str, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    fixes: dict[str, int] = field(default_factory=dict)
    given_up: set[str] = field(default_factory=set)


def reads(formats: Mapping[str, Any], settings: Settings) -> ReadOf:
    """How files are read by these formats, as the settings say."""

    def read_of(path: str) -> Read | None:
        parse = formats.get(PurePath(path).suffix.lower())
        reading = reading_of(settings, settings.at(path), explicit=True)
        return partial(parse, reading=reading) if parse else None

    return read_of


def mend(check: Check, read_of: ReadOf, *, unsafe: bool, left_alone: Iterable[str] = ()) -> Mended:
    """Apply what edits there are until there are none; `check` judges with such bytes in place.

    Edits that are not safe only count with `unsafe`.  Of two that overlap the first is applied,
    the other may be in the next pass.  A file that comes back to what it was before is left as
    it was at first, so that a second run changes nothing either.
    """
    work = _Work(read_of, given_up=set(left_alone))
    report = check(work.now)
    for _ in range(PASSES):
        wanted = _wanted(report.findings, work.given_up, unsafe=unsafe)
        done = [_pass(path, group, work) for path, group in wanted.items()]
        if not any(done):
            break
        report = check(work.now)
    else:
        report = _give_up_the_restless(check, report, work, unsafe=unsafe)
    after = {path: data for path, data in work.now.items() if data != work.before[path]}
    fixes = sum(work.fixes.get(path, 0) for path in after)
    return Mended(report, {path: work.before[path] for path in after}, after, fixes)


def _give_up_the_restless(check: Check, report: Report, work: _Work, *, unsafe: bool) -> Report:
    for path in _wanted(report.findings, work.given_up, unsafe=unsafe):
        if path in work.now:
            _give_up(path, work)
    return check(work.now)


def _give_up(path: str, work: _Work) -> None:
    work.given_up.add(path)
    work.now[path] = work.before[path]
    work.fixes[path] = 0


def _wanted(
    findings: Iterable[Finding], given_up: Iterable[str], *, unsafe: bool
) -> dict[str, list[Edits]]:
    """The edits to apply, by file: those of each finding stand or fall together."""
    wanted: defaultdict[str, dict[Edits, None]] = defaultdict(dict)
    for finding in findings:
        edits = tuple(sorted(finding.edits, key=lambda edit: edit.start.offset))
        named = {edit.path for edit in edits}
        if len(named) != 1 or not (unsafe or all(edit.safe for edit in edits)):
            continue
        path = os.path.realpath(named.pop())
        if path not in given_up:
            wanted[path].setdefault(edits)
    return {path: list(edits) for path, edits in wanted.items()}


def _pass(path: str, groups: Sequence[Edits], work: _Work) -> bool:
    """Apply what can be applied to one file; answers whether anything was."""
    read = work.read_of(path)
    source = _source(path, work)
    if read is None or source is None:
        work.given_up.add(path)
        return False
    edits, count = exact(source, list(_apart(groups)), read)
    if not edits:
        return False
    data = encoded(applied(source, edits))
    if data in work.seen[path]:
        _give_up(path, work)
    else:
        work.seen[path].add(data)
        work.now[path] = data
        work.fixes[path] = work.fixes.get(path, 0) + count
    return True


def _source(path: str, work: _Work) -> Source | None:
    """The file's text, if the very same bytes can be made of it again."""
    data = work.now.get(path)
    if data is None:
        try:
            data = Path(path).read_bytes()
        except OSError:
            return None
        work.before[path] = data
        work.seen[path].add(data)
        work.now[path] = data
    source = read_source(path, data)
    return None if isinstance(source, Problem) or encoded(source) != data else source


def _apart(groups: Iterable[Edits]) -> Iterator[Edits]:
    """Those that touch none before them; insertions at one place touch."""
    taken: list[tuple[int, int]] = []
    for edits in sorted(groups, key=lambda edits: edits[0].start.offset):
        spans = [(edit.start.offset, edit.end.offset) for edit in edits]
        if not any(_touch(span, other) for span in spans for other in taken):
            taken += spans
            yield edits


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one == other or (one[0] < other[1] and other[0] < one[1])
