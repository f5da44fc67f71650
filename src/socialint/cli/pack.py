"""`socialint pack`: a pack held to its examples, and two versions compared."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from socialint import printed
from socialint.cli.asked import compiling
from socialint.cli.catalogue import gaps
from socialint.cli.language import language_here
from socialint.cli.options import Asked, Option
from socialint.cli.terminal import look_of, put, refuse, tell
from socialint.errors import PackError, Problem, SettingsError
from socialint.finding import Finding
from socialint.frozen import replace
from socialint.report import CLEAN, FOUND, WRONG
from socialint.reporters.cells import plain
from socialint.reporters.look import Look
from socialint.reporters.plural import counted

if TYPE_CHECKING:
    from socialint.settings import Settings

OPTIONS = (
    Option("job", "pack.job", "JOB", nargs="?"),
    Option("paths", "pack.paths", "PATH", nargs="*"),
)


def run(asked: Asked, lang: str) -> int:
    """Check a pack, or compare two versions of one; raises SettingsError for a wrong option."""
    lang = language_here(asked.lang, lang)
    if asked.job == "check" and len(asked.paths) == 1:
        return _check(Path(asked.paths[0]), lang)
    if asked.job == "diff" and len(asked.paths) > 2:
        old, new, *paths = asked.paths
        return _diff(Path(old), Path(new), paths, lang)
    raise SettingsError(Problem("pack-form", "socialint pack"))


def _check(folder: Path, lang: str) -> int:
    """Everything that is wrong with a pack, its examples too."""
    from socialint.engine.examples import prove  # noqa: PLC0415  heavy imports wait
    from socialint.plugins import registry  # noqa: PLC0415  heavy imports wait
    from socialint.rulepack import packs, read_pack  # noqa: PLC0415  heavy imports wait
    from socialint.settings import Settings  # noqa: PLC0415  heavy imports wait

    notices: Sequence[Problem] = ()
    found = registry()
    others = [other for other in found.packs if other.resolve() != folder.resolve()]
    try:
        beside = packs(others, found.checks, compiling=compiling(Settings()))
        pack = read_pack(folder, found.checks, beside)
        notices = pack.notices
        problems: Sequence[Problem] = prove(pack, found.checks, beside)
    except PackError as error:
        problems = error.problems
    if problems:
        refuse((*problems, *notices), lang)
        return WRONG
    tell(counted("cli", "pack-sound", len(pack.rules), lang, pack=pack.name) + "\n")
    tell("".join(gaps([pack], lang)))
    refuse(notices, lang)
    return CLEAN


def _diff(old: Path, new: Path, paths: Sequence[str], lang: str) -> int:
    """The findings that the new version of a pack loses and gains on some drafts."""
    from socialint import settings  # noqa: PLC0415  heavy imports wait
    from socialint.linter import Linter  # noqa: PLC0415  heavy imports wait

    found = settings.find(Path.cwd())
    loaded = settings.load(found) if found else settings.Settings()
    heard = compiling(loaded)
    reports = [
        Linter(_with(loaded, folder, {old, new}), compiling=heard).check_paths(paths)
        for folder in (old, new)
    ]
    before, after = (Counter(map(_key, report.findings)) for report in reports)
    look = look_of(sys.stdout, lang)
    lost = [one for one in reports[0].findings if _key(one) not in after]
    gained = [one for one in reports[1].findings if _key(one) not in before]
    put(_lines("-", lost, look))
    put(_lines("+", gained, look))
    tell(counted("cli", "pack-lost", len(lost), lang) + "\n")
    tell(counted("cli", "pack-gained", len(gained), lang) + "\n")
    refuse(reports[1].errors, lang)
    return WRONG if reports[1].errors else FOUND if lost or gained else CLEAN


def _with(loaded: Settings, folder: Path, versions: set[Path]) -> Settings:
    """The settings with one version of the pack in place of any other."""
    known = {version.resolve() for version in versions}
    others = [name for name in loaded.packs if (loaded.root / name).resolve() not in known]
    return replace(loaded, packs=(*others, str(folder.resolve())))


def _key(one: Finding) -> tuple[str, str, str, str]:
    return one.path, one.draft or "", one.rule, one.fingerprint


def _lines(sign: str, found: Sequence[Finding], look: Look) -> Iterator[str]:
    for one in found:
        place = f":{one.start.line}:{one.start.column}" if one.start else ""
        said = printed.said(one).message(look.lang)
        line = f"{sign} {one.path}{place} {one.severity} {one.rule} {said}"
        yield f"{plain(line, look.encoding)}\n"
