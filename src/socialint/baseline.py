"""Findings that a team has accepted: what is there already fails nobody, what is new does.

The file holds hashes, never a word of a draft.  A finding is known again by its rule, its quote
and its sentence, wherever they stand: lines may move, rows change places, files get new names.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from socialint.draft import Suppression
from socialint.errors import Problem, SettingsError
from socialint.finding import Finding
from socialint.named import NamedTuple
from socialint.plainfile import read_plain
from socialint.settings import Settings

VERSION = 1
MOST_BYTES = 256 << 20
FILE = ".socialint-baseline.json"

Key = tuple[str, str]


class Accepted(NamedTuple):
    """So many findings of a rule that are alike; `path` is where they stood, for people to see."""

    rule: str
    path: str
    hash: str
    times: int

    @property
    def key(self) -> Key:
        """What a finding is known by."""
        return (self.rule, self.hash)


class Baseline(NamedTuple):
    """What is accepted; the paths of entries count from `home`, the folder of the file."""

    accepted: tuple[Accepted, ...] = ()
    home: Path = Path()


def key_of(finding: Finding) -> Key:
    """What the finding is known by: unlike its fingerprint, not which of several equals it is."""
    import hashlib  # noqa: PLC0415  2 ms, only where there is a baseline

    words = finding.identity.rpartition("\0")[0] or f"{finding.rule}\0{finding.path}"
    return (finding.rule, hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32])


def baseline_of(settings: Settings) -> Baseline:
    """The one that the settings name, or one with nothing in it; raises SettingsError."""
    if not settings.baseline:
        return Baseline()
    path = settings.root / settings.baseline
    return Baseline(load(path), path.parent.resolve())


def load(path: Path) -> tuple[Accepted, ...]:
    """What the file holds; raises SettingsError for one that can't be read."""
    try:
        data = json.loads(read_plain(path, MOST_BYTES).decode("utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(Problem("path-missing", str(path))) from error
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(Problem("baseline-unreadable", str(path))) from error
    try:
        return tuple(_entry(item) for item in _items(data))
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        raise SettingsError(Problem("baseline-unreadable", str(path))) from error


def _items(data: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    if data["version"] != VERSION:
        raise ValueError
    items: Sequence[Mapping[str, Any]] = data["accepted"]
    return items


def _entry(item: Mapping[str, Any]) -> Accepted:
    return Accepted(str(item["rule"]), str(item["path"]), str(item["hash"]), int(item["times"]))


def dump(accepted: Iterable[Accepted]) -> str:
    """The text of the file: an entry a line, in an order of its own, so that versions compare."""
    lines = [
        json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(accepted, key=_order)
    ]
    body = ",\n".join(lines)
    return f'{{"version": {VERSION}, "accepted": [\n{body}\n]}}\n' if lines else _EMPTY


_EMPTY = f'{{"version": {VERSION}, "accepted": []}}\n'


def _order(entry: Accepted) -> tuple[str, str, str]:
    return (entry.path, entry.rule, entry.hash)


def accept(findings: Iterable[Finding], home: Path) -> tuple[Accepted, ...]:
    """Entries for all of `findings`; their paths count from `home`, the folder of the file."""
    counts = Counter((_relative(finding.path, home), *key_of(finding)) for finding in findings)
    return tuple(Accepted(rule, path, mark, n) for (path, rule, mark), n in counts.items())


def _relative(path: str, home: Path) -> str:
    try:
        return os.path.relpath(Path(path).resolve(), home.resolve()).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path


def passed(findings: Iterable[Finding], baseline: Baseline) -> tuple[list[Finding], list[Finding]]:
    """The findings that are new, and those that the baseline accepts, which say so.

    Of findings that are alike, those in files that were accepted pass before those in others,
    which may bear another name now.
    """
    accepted, home = baseline
    found = list(findings)
    here = Counter({(entry.path, *entry.key): entry.times for entry in together(accepted)})
    left: Counter[Key] = Counter()
    for entry in accepted:
        left[entry.key] += entry.times
    keys = [key_of(finding) for finding in found]
    known: set[int] = set()
    for number, key in enumerate(keys):
        place = (_relative(found[number].path, home), *key) if left[key] else None
        if place and here[place] > 0:
            here[place] -= 1
            left[key] -= 1
            known.add(number)
    for number, key in enumerate(keys):
        if number not in known and left[key] > 0:
            left[key] -= 1
            known.add(number)
    return (
        [finding for number, finding in enumerate(found) if number not in known],
        [_known(finding) for number, finding in enumerate(found) if number in known],
    )


def _known(finding: Finding) -> Finding:
    return finding._replace(suppression=Suppression((finding.rule,), kind="baseline"))


def is_accepted(finding: Finding) -> bool:
    """Whether it is the baseline that lets the finding pass."""
    return finding.suppression is not None and finding.suppression.kind == "baseline"


def total(accepted: Iterable[Accepted]) -> int:
    """How many findings the entries accept."""
    return sum(entry.times for entry in accepted)


def together(accepted: Iterable[Accepted]) -> tuple[Accepted, ...]:
    """The entries with those that are alike in one."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for rule, path, mark, count in accepted:
        counts[rule, path, mark] += count
    return tuple(Accepted(*key, count) for key, count in counts.items())
