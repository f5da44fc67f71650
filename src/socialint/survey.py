"""What lies in a folder: how many drafts, in which languages, for which channels and brands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from socialint.discover import Found, discover
from socialint.draft import Draft
from socialint.errors import Problem
from socialint.formats import FORMATS
from socialint.formats.csv_nodes import read_csv
from socialint.formats.decode import read_source
from socialint.formats.nodes import Scalar, Table
from socialint.formats.reading import Reading
from socialint.layers.guess import guess
from socialint.text import Source

MOST_FILES = 500  # what is proposed hardly changes with more
_LEAST_TEXT = 25  # code points that the cells of a text column have on average
_NO_TEXT = frozenset({"no-text-column", "no-text-column-near"})


@dataclass
class Survey:
    """Counts of what was found; `text_columns` are those that hold the texts of calendars."""

    files: int = 0
    drafts: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    channels: Counter[str] = field(default_factory=Counter)
    brands: Counter[str] = field(default_factory=Counter)
    text_columns: list[str] = field(default_factory=list)


def survey(folder: Path, languages: tuple[str, ...]) -> Survey:
    """Reads the drafts below the folder; a language is as declared, else guessed."""
    found = Survey()
    files = (item for item in discover([folder], FORMATS) if isinstance(item, Found))
    for item in islice(files, MOST_FILES):
        source = _source(item.path)
        if source is None:
            continue
        drafts = list(_drafts(source, item.path.suffix.lower(), found))
        found.files += bool(drafts)
        for draft in drafts:
            _count(draft, found, languages)
    return found


def _source(path: Path) -> Source | None:
    try:
        source = read_source(path.as_posix(), path.read_bytes())
    except OSError:
        return None
    return None if isinstance(source, Problem) else source


def _drafts(source: Source, suffix: str, found: Survey) -> Iterator[Draft]:
    items = list(FORMATS[suffix](source, Reading()))
    lost = any(isinstance(item, Problem) and item.code in _NO_TEXT for item in items)
    column = _text_column(source) if lost else None
    if column:
        if column not in found.text_columns:
            found.text_columns.append(column)
        items = list(FORMATS[suffix](source, Reading(fields={"text": (column,)})))
    yield from (item for item in items if isinstance(item, Draft))


def _text_column(source: Source) -> str | None:
    """The column with the longest cells, if they are as long as texts are."""
    sizes: Counter[str] = Counter()
    rows = [row for row in read_csv(source) if isinstance(row, Table)]
    for row in rows:
        sizes.update(_sizes(row))
    name, size = next(iter(sizes.most_common(1)), ("", 0))
    return name if name and size >= _LEAST_TEXT * len(rows) else None


def _sizes(row: Table) -> dict[str, int]:
    return {
        entry.name: len(str(entry.node.value))
        for entry in row.entries
        if entry.name and isinstance(entry.node, Scalar)
    }


def _count(draft: Draft, found: Survey, languages: tuple[str, ...]) -> None:
    found.drafts += 1
    lang = draft.lang or guess(draft.text, languages).lang
    found.languages.update([lang] if lang in languages else [])
    found.channels.update(draft.channels)
    found.brands.update([draft.brand] if draft.brand else [])


def likely(counts: Counter[str], share: float = 0.1) -> list[str]:
    """The names that make up at least that share, the most frequent first."""
    total = sum(counts.values())
    return [name for name, count in counts.most_common() if count >= share * total]


def folder_name(folder: Path, unless: Iterable[str]) -> str:
    """What a folder is called, as a name for people; nothing for names that say nothing."""
    name = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return "" if name.lower() in unless else name.title() if name.islower() else name
