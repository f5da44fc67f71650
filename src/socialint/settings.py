"""The settings of a content repository: `socialint.toml`, or its table in `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, tzinfo
from functools import partial
from pathlib import Path
from typing import Any, Literal

from socialint.data import Data
from socialint.errors import Problem, SettingsError
from socialint.frozen import Frozen, field
from socialint.named import NamedTuple
from socialint.selection import Choice, matches

FILE = "socialint.toml"
FailOn = Literal["error", "warning", "info", "never"]


class PerPath(NamedTuple):
    """What is different for the files that `glob` names.

    `until` is the last day on which its rules are left out, as in 2027-01-31.
    """

    glob: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    brand: str | None = None
    preset: str | None = None
    reason: str | None = None
    until: str | None = None


class Settings(Frozen):
    """All settings, with their defaults; `root` is the folder that paths in them start from."""

    root: Path = field(default_factory=Path.cwd)
    path: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    lang: str | None = None
    profile: str | None = None
    packs: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    cache_dir: str | None = None
    timezone: str = "UTC"
    preset: str | None = None
    markdown_bank: bool | None = None
    feed: tuple[str, ...] = ()
    brands: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, str] = field(default_factory=dict)
    drafts: Mapping[str, Any] = field(default_factory=dict)
    per_path: tuple[PerPath, ...] = ()

    @property
    def choice(self) -> Choice:
        """What is selected and ignored everywhere."""
        return Choice(self.select, self.ignore)

    def at(self, path: str) -> tuple[PerPath, ...]:
        """The `per_path` entries that mean `path`, which counts from `root`."""
        if not self.per_path:
            return ()
        try:
            name = Path(path).resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            name = Path(path).as_posix()
        return tuple(entry for entry in self.per_path if matches(name, entry.glob))


def find(start: Path) -> Path | None:
    """The settings file that rules `start`: the nearest one upwards."""
    folder = start if start.is_dir() else start.parent
    for place in (folder.resolve(), *folder.resolve().parents):
        own = place / FILE
        if own.is_file():
            return own
        shared = place / "pyproject.toml"
        if shared.is_file() and "[tool.socialint" in shared.read_text("utf-8", errors="replace"):
            return shared
    return None


def load(path: Path) -> Settings:
    """The settings in a TOML file; raises SettingsError, with every place that is wrong."""
    from socialint.proof import read_proved  # noqa: PLC0415  only where there are settings
    from socialint.tomldata import parse_toml  # noqa: PLC0415  the same

    table = ("tool", "socialint") if path.name == "pyproject.toml" else ()
    data = read_proved(path, partial(parse_toml, table=table), "settings")
    if data.problems:
        raise SettingsError(*data.problems)
    if _holds_nul(data.value):
        raise SettingsError(Problem("bytes-nul", str(path)))
    return _settings(path, data)


def place_of(settings: Settings, steps: Sequence[str | int], name: str) -> tuple[int, int] | None:
    """Line and column (from 1) of what names `name` in the file; None where it is not in there."""
    if settings.path is None:
        return None
    read = read_again(settings)
    if name == steps[-1]:
        return read.where(steps, key=True)
    value = _value_at(read.value, steps)
    if value == name:
        return read.where(steps)
    return read.where((*steps, value.index(name))) if name in value else None


def read_again(settings: Settings) -> Data:
    """What the settings file holds, to say where it does; nothing where there is none any more."""
    from socialint.plainfile import read_plain  # noqa: PLC0415  only to word a problem
    from socialint.tomldata import parse_toml  # noqa: PLC0415  the same

    path = Path(settings.path or "")
    table = ("tool", "socialint") if path.name == "pyproject.toml" else ()
    try:
        text = read_plain(path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        text = ""
    return parse_toml(text.replace("\r\n", "\n").replace("\r", "\n"), str(path), table)


def _value_at(value: Any, steps: Sequence[str | int]) -> Any:
    """The part of plain data at `steps`; () where there is none."""
    try:
        for step in steps:
            value = value[step]
    except (KeyError, IndexError, TypeError):
        return ()
    return value


def _holds_nul(value: Any) -> bool:
    """Whether a text in plain data holds a NUL, which no name of a file or rule does."""
    if isinstance(value, dict):
        return any(_holds_nul(part) for pair in value.items() for part in pair)
    if isinstance(value, list):
        return any(map(_holds_nul, value))
    return isinstance(value, str) and "\0" in value


def _settings(path: Path, read: Data) -> Settings:
    data = read.value
    known = {name: _frozen(value) for name, value in data.items()}
    fields = data.get("fields", {})
    known["fields"] = {
        name: (value,) if isinstance(value, str) else tuple(value) for name, value in fields.items()
    }
    known["per_path"] = tuple(
        PerPath(**{name: _frozen(value) for name, value in entry.items()})
        for entry in data.get("per_path", ())
    )
    return Settings(root=path.parent, path=str(path), **known)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def timezone(settings: Settings) -> tzinfo:
    """The zone of times that give none; raises SettingsError for one that nobody knows."""
    if settings.timezone == "UTC":
        return UTC
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415  4 ms

    try:
        return ZoneInfo(settings.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        args = {"name": settings.timezone}
        raise SettingsError(Problem("unknown-timezone", settings.path or "", args=args)) from error
