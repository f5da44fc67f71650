"""`--fix`: what findings offer, put into files or shown as a patch."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from socialint.cli.files import put_in_place
from socialint.cli.terminal import put, tell
from socialint.errors import Problem, cause
from socialint.finding import Edit
from socialint.named import NamedTuple
from socialint.report import Report
from socialint.reporters.plural import counted

if TYPE_CHECKING:
    from socialint.changed import Changed
    from socialint.engine.fix import Mended
    from socialint.linter import Linter


class Order(NamedTuple):
    """What is to be fixed: also what is not safe, only as a patch, and not in these files."""

    unsafe: bool
    dry: bool
    left_alone: Iterable[str] = ()


def fix(
    linter: Linter, check: Callable[[Mapping[str, bytes]], Report], order: Order, lang: str
) -> Report:
    """The report on the files as they are afterwards, or would be."""
    from socialint.engine.fix import mend, reads  # noqa: PLC0415  the options come first

    read_of = reads(linter.registry.formats, linter.settings)
    mended = mend(check, read_of, unsafe=order.unsafe, left_alone=order.left_alone)
    problems = []
    if order.dry:
        put(_patch(mended))
    else:
        problems = list(_written(mended))
    name = "fixed-dry" if order.dry else "fixed"
    files = counted("human", "files", len(mended.after) - len(problems), lang)
    tell(f"{counted('cli', name, mended.fixes, lang, files=files)}\n", sys.stderr)
    return mended.report._replace(errors=(*mended.report.errors, *problems))


def _written(mended: Mended) -> Iterator[Problem]:
    for path, after in mended.after.items():
        try:
            put_in_place(Path(path), mended.before[path], after)
        except OSError as error:
            args = {"reason": cause(error)}
            yield Problem("output-failed", _shown(path), args=args)


def _patch(mended: Mended) -> Iterator[str]:
    from socialint.formats.decode import read_source  # noqa: PLC0415  only for a patch
    from socialint.reporters.patch import patch  # noqa: PLC0415  the same

    for path, after in mended.after.items():
        old, new = read_source(path, mended.before[path]), read_source(path, after)
        if not isinstance(old, Problem) and not isinstance(new, Problem):
            yield from patch(_shown(path), old.text, new.text)


def _shown(path: str) -> str:
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path


def steady(report: Report, changed: Changed) -> Report:
    """The report with edits in changed lines alone, and none that would move those lines."""
    kept = [
        f if all(_is_steady(edit, changed) for edit in f.edits) else f._replace(edits=())
        for f in report.findings
    ]
    return report._replace(findings=tuple(kept))


def _is_steady(edit: Edit, changed: Changed) -> bool:
    same = edit.replacement.count("\n") == edit.end.line - edit.start.line
    return same and changed.holds(edit.path, edit.start, edit.end)
