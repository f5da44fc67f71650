"""`socialint profile check`: what a profile says against itself."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from socialint.cli.options import Asked
from socialint.cli.profile.faults import faults
from socialint.cli.profile.words import say
from socialint.cli.terminal import refuse, tell
from socialint.data import Data
from socialint.errors import Problem, SettingsError
from socialint.proof import read_proved
from socialint.report import CLEAN, FOUND, WRONG
from socialint.yamldata import parse_yaml


def run(asked: Asked, lang: str) -> int:
    """Say what is wrong: 2 where a file breaks the schema, 1 where it contradicts itself."""
    paths = asked.paths or _declared()
    if not paths:
        raise SettingsError(Problem("profile-form", "socialint profile"))
    today = _day(asked.as_of)
    code = CLEAN
    for path in paths:
        data, ledger = _read(Path(path))
        broken = data.problems or ledger.problems
        found = broken or tuple(faults(data, ledger, today))
        refuse(found, lang)
        if broken:
            code = WRONG
        elif found:
            code = max(code, FOUND)
        else:
            tell(say("sound", lang, path=path))
    return code


def _read(path: Path) -> tuple[Data, Data]:
    """A profile, and the file its claims are in: its own, or the one it names."""
    data = read_proved(path, parse_yaml, "profile")
    named = None if data.problems else data.value.get("claims")
    if not isinstance(named, str):
        return data, data
    return data, read_proved(path.parent / named, parse_yaml, "claims")


def _declared() -> list[str]:
    """The profiles that the settings name."""
    from socialint import settings  # noqa: PLC0415  only where no path is given

    found = settings.find(Path.cwd())
    if not found:
        return []
    loaded = settings.load(found)
    named = [*loaded.brands.values(), *([loaded.profile] if loaded.profile else [])]
    return [str(loaded.root / path) for path in named]


def _day(asked: str | None) -> date:
    try:
        return datetime.fromisoformat(asked).date() if asked else datetime.now().astimezone().date()
    except ValueError as error:
        raise SettingsError(
            Problem("option-date", "--as-of", args={"value": str(asked)})
        ) from error
