"""Files of ours are held against their schema once for each content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from socialint.cache import cache_folder
from socialint.data import Data
from socialint.errors import Problem, cause
from socialint.frozen import replace
from socialint.plainfile import read_plain

FOLDER = Path(__file__).with_name("schemas")


def read_proved(path: Path, parse: Callable[[str, str], Data], schema: str) -> Data:
    """What `parse` makes of the file at `path`; its problems are also what breaks the schema."""
    try:
        text = _text(path)
    except FileNotFoundError:
        return Data(str(path), None, (Problem("path-missing", str(path)),))
    except UnicodeDecodeError as error:
        problem = Problem("not-readable", str(path), args={"what": str(error)})
        return Data(str(path), None, (problem,))
    except OSError as error:
        reason = cause(error)
        problem = Problem("file-unreadable", str(path), args={"reason": reason})
        return Data(str(path), None, (problem,))
    data = parse(text, str(path))
    return data if data.problems else replace(data, problems=tuple(_proved(data, text, schema)))


def _text(path: Path) -> str:
    """The text of the file, its line ends as LF."""
    return read_plain(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _proved(data: Data, text: str, schema: str) -> Sequence[Problem]:
    """What in `data`, read from `text`, breaks the schema of that name.

    A text that was once found right is not validated again: jsonschema costs 50 ms to import.
    """
    stamp = _stamp(text, schema)
    if stamp.exists():
        return ()
    from socialint import schema as schemas  # noqa: PLC0415  only for what is new

    problems = schemas.check(data, schemas.schema(schema))
    if not problems:
        _leave(stamp)
    return problems


def _stamp(text: str, schema: str) -> Path:
    import hashlib  # noqa: PLC0415  2 ms, only where a file is proved

    rules = (FOLDER / f"{schema}.schema.json").read_bytes()
    digest = hashlib.sha256(rules + b"\0" + text.encode()).hexdigest()[:32]
    return cache_folder() / "proved" / digest


def _leave(stamp: Path) -> None:
    """A cache that can't be written costs time, never a run."""
    try:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.touch()
    except OSError:
        return
