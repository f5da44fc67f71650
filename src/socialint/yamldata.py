"""YAML files of ours (rules, profiles) as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from socialint.data import Data, Place, Steps
from socialint.errors import Problem
from socialint.lazy import regex
from socialint.plainfile import read_plain

MOST_BYTES = 4 << 20  # more than any hand writes
DEEPEST = 40  # nesting; the C parser's own composer overflows the stack on hostile files
TOO_DEEP = "maximum nesting depth"  # as libyaml puts it, from version 0.2.6 on

_INT = regex(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = regex(r"[-+]?(?:0|[1-9][0-9]{0,17})?\.[0-9]{1,17}(?:[eE][-+]?[0-9]{1,2})?")
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


def read_yaml(path: Path) -> Data:
    """The data in the file at `path`."""
    name = path.as_posix()
    try:
        if (size := path.stat().st_size) > MOST_BYTES:
            args = {"size": str(size >> 20), "limit": str(MOST_BYTES >> 20)}
            return Data(name, None, (Problem("file-too-large", name, args=args),))
        text = read_plain(path, MOST_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return Data(name, None, (Problem("not-readable", name, args={"what": str(error)}),))
    return parse_yaml(text, name)


def parse_yaml(text: str, path: str = "<text>") -> Data:
    """The data in `text`, which problems say is in `path`.

    Scalars are read as YAML 1.2 does: `on` and `no` are words, dates and times are texts.
    """
    import yaml  # noqa: PLC0415  a compiled pack needs none

    data = _read(text, path, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if any(TOO_DEEP in problem.args.get("what", "") for problem in data.problems):
        # the other parser reads no further ahead than we ask, so that our own limit is met first
        return _read(text, path, yaml.SafeLoader)
    return data


def _read(text: str, path: str, loader: Any) -> Data:
    import yaml  # noqa: PLC0415  see parse_yaml

    reader = _Reader(path)
    try:
        value = reader.document(yaml.parse(text, Loader=loader))
    except _TooDeepError:
        value = None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        value = None
        reader.say("yaml-unreadable", place, what=error.problem or str(error))
    except yaml.YAMLError as error:
        value = None
        reader.say("yaml-unreadable", (1, 1), what=str(error).splitlines()[0])
    return Data(path, value, tuple(reader.problems), reader.values, reader.keys)


class _TooDeepError(Exception):
    """The rest is not read: libyaml takes quadratic time over brackets within brackets."""


class _Reader:
    """One pass over the parser's events; no recursion but our own, which is bounded."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.values: dict[Steps, Place] = {}
        self.keys: dict[Steps, Place] = {}

    def say(self, code: str, place: Place, **args: str) -> None:
        self.problems.append(Problem(code, self.path, *place, args))

    def document(self, events: Iterator[Any]) -> Any:
        value, documents = None, 0
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents == 2:
                    self.say("yaml-documents", _place(event))
                    return value
            elif kind in {"StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"}:
                continue
            else:
                value = self.node(event, events, ())
        return value

    def node(self, event: Any, events: Iterator[Any], steps: Steps) -> Any:
        self.values[steps] = place = _place(event)
        kind = type(event).__name__
        if kind == "AliasEvent" or event.anchor:
            self.say("yaml-alias", place, name=event.anchor)
        if kind == "AliasEvent":
            return None
        if event.tag not in (_TEXT_TAGS if kind == "ScalarEvent" else (None,)):
            self.say("yaml-tag", place, tag=event.tag)
        if kind == "ScalarEvent":
            return _scalar(event)
        if len(steps) > DEEPEST:
            self.say("yaml-deep", place, most=str(DEEPEST))
            raise _TooDeepError
        return self.list(events, steps) if kind == "SequenceStartEvent" else self.map(events, steps)

    def list(self, events: Iterator[Any], steps: Steps) -> list[Any]:
        found: list[Any] = []
        for event in events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            found.append(self.node(event, events, (*steps, len(found))))
        return found

    def map(self, events: Iterator[Any], steps: Steps) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in events:
            if type(event).__name__ == "MappingEndEvent":
                break
            name, place = self.key(event, events), _place(event)
            if name in found:
                first = self.keys[*steps, name][0]
                self.say("duplicate-key", place, name=name, first=str(first))
            self.keys[*steps, name] = place
            found[name] = self.node(next(events), events, (*steps, name))
        return found

    def key(self, event: Any, events: Iterator[Any]) -> str:
        if type(event).__name__ == "ScalarEvent":
            return str(event.value)
        self.say("yaml-key", _place(event))
        if type(event).__name__ != "AliasEvent":
            _skip(events)
        return ""


def _scalar(event: Any) -> str | int | float | None:
    text: str = event.value
    if event.style or event.tag:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _skip(events: Iterator[Any]) -> None:
    depth = 1
    for event in events:
        kind = type(event).__name__
        depth += kind in {"MappingStartEvent", "SequenceStartEvent"}
        depth -= kind in {"MappingEndEvent", "SequenceEndEvent"}
        if not depth:
            return
