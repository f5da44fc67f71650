"""Files checked with what is known of them, by one process or by several."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from socialint.discover import Found
from socialint.engine.files import Memory, Progress, check_files
from socialint.engine.late import Late
from socialint.engine.run import Run
from socialint.errors import Problem

if TYPE_CHECKING:
    from socialint.linter import Linter


def check_shared(
    run: Run,
    files: Iterable[Found | Problem],
    stdin: tuple[str, bytes] | None,
    progress: Progress | None,
    results: Late | None,
    *,
    jobs: int,
    linter: Callable[[], Linter],
) -> bool:
    """Checks every draft in `files` as `check_files` does; `jobs` processes share the work.

    `results` are those of former runs; `linter` answers the one that the others are to be.
    """
    with ExitStack() as stack:
        memory: Memory | None = results
        if jobs > 1:
            from socialint.engine.ahead import ahead  # noqa: PLC0415  few runs share work

            files = list(files)
            todo = [(f.path.as_posix(), f.explicit) for f in files if isinstance(f, Found)]
            memory = stack.enter_context(ahead(linter(), todo, jobs, results))
        partial = check_files(run, files, stdin, progress, memory)
    if results:
        results.close()
    return partial
