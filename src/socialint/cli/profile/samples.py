"""Approved posts measured, and fingerprints read from files or learned on the spot."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from socialint import settings as settings_file
from socialint.draft import Draft
from socialint.engine.drafts import drafts_in
from socialint.engine.prepare import located
from socialint.errors import Problem, SettingsError
from socialint.fingerprint import Fingerprint, Sample, learn, measured
from socialint.formats import FORMATS
from socialint.layers.language import main_language
from socialint.layers.view import View
from socialint.profile import read_fingerprint
from socialint.settings import Settings

UNREADABLE = frozenset({"path-missing", "file-unreadable", "not-readable"})


def samples(paths: Sequence[str]) -> Iterator[Sample | Problem]:
    """What was counted of each draft under the paths, and what could not be read."""
    found = settings_file.find(Path.cwd())
    settings = settings_file.load(found) if found else Settings()
    for item in drafts_in(paths, settings, FORMATS):
        if isinstance(item, Draft):
            yield from _of_draft(item, settings)
        else:
            yield item


def _of_draft(draft: Draft, settings: Settings) -> Iterator[Sample]:
    draft = located(draft, draft.source.path)
    for segment in draft.segments:
        if segment.field.partition("[")[0] not in {"text", "thread"}:
            continue
        view = View(segment.text, draft.lang, fallback=settings.drafts.get("lang"))
        if lang := main_language(view):
            for channel in draft.channels or (None,):
                yield Sample(lang, channel, measured(view, lang, aloud=True))


def read(path: Path) -> Fingerprint:
    """The fingerprint in a file; raises SettingsError if it is none."""
    found = read_fingerprint(path)
    if found.problems:
        told = [one for one in found.problems if one.code in UNREADABLE]
        raise SettingsError(*(told or [Problem("no-fingerprint", str(path))]))
    return Fingerprint.from_dict(found.value)


def fingerprint(path: str) -> tuple[Fingerprint, list[Problem]]:
    """The fingerprint in a file, or learned from the drafts that are there."""
    if path.endswith(".json") and Path(path).is_file() and _is_fingerprint(Path(path)):
        return read(Path(path)), []
    found = list(samples([path]))
    problems = [item for item in found if isinstance(item, Problem)]
    return learn(item for item in found if isinstance(item, Sample)), problems


def _is_fingerprint(path: Path) -> bool:
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(data, dict) and "voices" in data
