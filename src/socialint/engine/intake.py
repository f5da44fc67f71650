"""The drafts of one file on their way into a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from socialint.draft import Draft
from socialint.engine.manner import (
    Checked,
    Items,
    Manner,
    Spoken,
    is_alone,
    is_table,
    reading_of,
)
from socialint.errors import Problem
from socialint.settings import PerPath

if TYPE_CHECKING:
    from socialint.engine.run import Run


def take(run: Run, path: str, parse: Items, manner: Manner) -> Checked:
    """Checks every draft and account that `parse` reads of a file; tells what can't be read."""
    explicit, asked = manner.explicit, manner.asked
    entries = run.settings.at(path)
    _note(run, path, entries, manner)
    items = parse(reading_of(run.settings, entries, explicit=explicit))
    if explicit and asked and not run.settings.feed:
        alone, items = is_alone(items)
        run.tally.partial |= alone
    checked = _checked(run, items, entries, manner)
    if not (checked.spoken or checked.wrong) and asked and (explicit or is_table(path)):
        run.tally.passed_over.append(path)
    else:
        run.tally.files += asked
    return checked


def _note(run: Run, path: str, entries: Sequence[PerPath], manner: Manner) -> None:
    for entry in entries:
        run.tally.entries.setdefault(entry, "idle")
    if manner.explicit:
        run.tally.explicit.add(path)


def _checked(
    run: Run, items: Iterator[Draft | Problem], entries: Sequence[PerPath], manner: Manner
) -> Checked:
    _, asked, given, known = manner
    seen: Counter[int] = Counter()
    spoken: list[Spoken] = []
    drafts = wrong = 0
    for item in items:
        if isinstance(item, Problem):
            run.tally.problems.append(item)
            wrong += 1
            continue
        drafts += item.kind != "account"
        may = known[len(spoken)] if known and len(spoken) < len(known) else None
        spoken.append(run.draft(item, seen, entries, asked=asked, given=given, may=may))
    return Checked(spoken, drafts, wrong > 0)
