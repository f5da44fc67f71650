"""What one brand declares."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from socialint.errors import Problem, ProfileError
from socialint.frozen import Frozen, field

if TYPE_CHECKING:
    from socialint.data import Data, Steps

T = TypeVar("T")
MOST_KEPT = 1000  # things made of a profile: drafts name accounts and campaigns as they like
LANGUAGE = 2  # letters of a key that holds what differs in a language


class Profile(Frozen, eq=False):
    """A brand profile; with no data at all it is the profile of a draft without one."""

    data: Mapping[str, Any] = field(default_factory=dict)
    path: str | None = None

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The profile in a YAML file; raises ProfileError, with every place that is wrong.

        `claims` may name a file beside it that holds the ledger.
        """
        from socialint.proof import read_proved  # noqa: PLC0415  only where there is a profile
        from socialint.yamldata import parse_yaml  # noqa: PLC0415  the same

        data = read_proved(Path(path), parse_yaml, "profile")
        if data.problems:
            raise ProfileError(*data.problems)
        profile = _with_fingerprints(data)
        ledger = profile.get("claims")
        if not isinstance(ledger, str):
            return cls(profile, str(path))
        claims = read_proved(Path(path).parent / ledger, parse_yaml, "claims")
        if claims.problems:
            raise ProfileError(*claims.problems)
        return cls({**profile, "claims": claims.value["claims"]}, str(path))

    @property
    def name(self) -> str | None:
        """The brand's name."""
        brand = self.data.get("brand")
        return brand.get("name") if isinstance(brand, Mapping) else brand

    def get(self, dotted: str, default: Any = None) -> Any:
        """The part at `voice.address` and the like; `default` where it is not declared."""
        value: Any = self.data
        for name in dotted.split("."):
            if not isinstance(value, Mapping) or name not in value:
                return default
            value = value[name]
        return value

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes of this profile under `key`, kept for the drafts to come."""
        kept = self._kept
        try:
            found: T = kept[key]
        except KeyError:  # another thread may let go of all at any time
            found = make()
            if len(kept) > MOST_KEPT:
                kept.clear()
            kept[key] = found
        return found

    @cached_property
    def _kept(self) -> dict[Hashable, Any]:
        return {}

    def declares(self, dotted: str) -> bool:
        """Whether the part is declared; one of the voice, whether by any language or account."""
        first, _, part = dotted.partition(".")
        if first != "voice":
            return self.get(dotted) is not None
        return any(_holds(voice, part) for voice in self._voices())

    def _voices(self) -> Iterator[Mapping[str, Any]]:
        """Every voice of the brand: its own, and what accounts and campaigns change of it."""
        for place in (self.data, *self.get("accounts", ()), *self.get("campaigns", ())):
            if voice := place.get("voice"):
                yield voice
                yield from (own for name, own in voice.items() if len(name) == LANGUAGE)


def _with_fingerprints(data: Data) -> Mapping[str, Any]:
    """The profile with what its fingerprint files hold; raises ProfileError if one is none."""
    profile = dict(data.value)
    found = _named(("voice",), profile.get("voice", {}))
    for part in ("accounts", "campaigns"):
        for number, item in enumerate(profile.get(part, ())):
            found = chain(found, _named((part, number, "voice"), item.get("voice", {})))
    for steps, voice in list(found):
        voice["fingerprint"] = _fingerprint(data, (*steps, "fingerprint"), voice["fingerprint"])
    return profile


def _named(steps: Steps, voice: dict[str, Any]) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """The voices that name a fingerprint file, each with the steps to it."""
    if isinstance(voice.get("fingerprint"), str):
        yield steps, voice
    for name, own in voice.items():
        if len(name) == LANGUAGE:
            yield from _named((*steps, name), own)


def _fingerprint(data: Data, steps: Steps, name: str) -> Any:
    found = read_fingerprint(Path(data.path).parent / name)
    if found.problems:
        absent = found.problems[0].code in {"path-missing", "file-unreadable"}
        code = "profile-no-file" if absent else "profile-not-learned"
        raise ProfileError(data.problem(code, steps, name=name))
    return found.value


def read_fingerprint(path: Path) -> Data:
    """What the file of a learned voice holds, as its schema has it."""
    from socialint.proof import read_proved  # noqa: PLC0415  only where a fingerprint is named

    return read_proved(path, _json, "fingerprint")


def _json(text: str, path: str) -> Data:
    import json  # noqa: PLC0415  as above

    from socialint.data import Data  # noqa: PLC0415  as above

    try:
        return Data(path, json.loads(text))
    except (ValueError, RecursionError):
        return Data(path, None, (Problem("no-fingerprint", path),))


def _holds(voice: Mapping[str, Any], dotted: str) -> bool:
    value: Any = voice
    for name in dotted.split(".") if dotted else ():
        if not isinstance(value, Mapping) or value.get(name) is None:
            return False
        value = value[name]
    return True


def day(value: object) -> date | None:
    """A day, or the day of a moment, as YAML or JSON writes it (YYYY-MM-DD); None if it is none."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
