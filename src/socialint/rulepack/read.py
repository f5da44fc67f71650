"""From a pack's folder to the pack, with every fault named; or straight to its compiled form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from socialint.checks import CHECKS
from socialint.checks.check import AnyCheck
from socialint.errors import PackError
from socialint.guards import GUARDS
from socialint.layers.entry import EntryError
from socialint.rulepack.build import build, entry_problems
from socialint.rulepack.folder import PackFiles, read_folder
from socialint.rulepack.pack import PROGRAM, Pack, builtin_pack, load_pack, others
from socialint.rulepack.validate import validate


def read_pack(folder: Path, checks: Mapping[str, AnyCheck], beside: Sequence[Pack] = ()) -> Pack:
    """The pack in `folder`, its rules judged against the table of checks.

    It may use the word classes of the packs `beside` it, and its guards their words.  Raises
    PackError with every problem found, each at its line and column.
    """
    return load_pack(checked(folder, checks, beside), str(folder))


def checked(
    folder: Path, checks: Mapping[str, AnyCheck], beside: Sequence[Pack] = ()
) -> dict[str, Any]:
    """What `read_pack` reads, in its compiled form."""
    files = read_folder(folder, name_of(folder))
    classes = {name for pack in beside for name in pack.classes}
    problems = validate(files, checks, GUARDS, classes, others(beside, folder))
    if problems:
        raise PackError(*problems)
    return _built(files, checks, cues_in(beside))


def compile_pack(folder: Path) -> dict[str, Any]:
    """The pack in `folder` as plain data, for `load_pack`; needs no jsonschema.

    Raises PackError for files that can't be read and entries that can't be compiled; what a
    schema would say is not looked at.
    """
    files = read_folder(folder, name_of(folder))
    if files.problems:
        raise PackError(*files.problems)
    return _built(files, CHECKS)


def cues_in(packs: Iterable[Pack]) -> dict[str, list[str]]:
    """The languages of the words that guards know from packs, by list."""
    cues: dict[str, list[str]] = {}
    for pack in packs:
        for name, languages in pack.cues.items():
            cues.setdefault(name, []).extend(languages)
    return cues


def _built(
    files: PackFiles, checks: Mapping[str, AnyCheck], beside: Mapping[str, Collection[str]] = {}
) -> dict[str, Any]:
    try:
        return build(files, checks, beside)
    except EntryError as error:
        raise PackError(*entry_problems(files)) from error


def name_of(folder: Path) -> str:
    """What the pack in `folder` is called: by its folder, the built-in one by the program."""
    folder = folder.resolve()
    return PROGRAM if folder == builtin_pack().resolve() else folder.name
