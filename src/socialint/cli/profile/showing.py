"""`socialint profile show`: a profile's voice, or a fingerprint, drawn as a table or as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from socialint.cli.files import write_whole
from socialint.cli.options import Asked, choose
from socialint.cli.profile.drawing import strips
from socialint.cli.profile.samples import fingerprint
from socialint.cli.profile.words import feature, name_of, say
from socialint.cli.terminal import put, tell
from socialint.errors import Problem, SettingsError
from socialint.fingerprint import FEATURES, Fingerprint, Voice
from socialint.locale import decimal, words
from socialint.profile import Profile
from socialint.report import CLEAN

FORMATS = ("human", "svg")
BAR = 24  # columns


def run(asked: Asked, lang: str) -> int:
    """Show each file; raises ProfileError or SettingsError for one that is wrong."""
    form = asked.format or "human"
    choose("--format", form, FORMATS)
    if not asked.paths:
        raise SettingsError(Problem("profile-form", "socialint profile"))
    for path in asked.paths:
        profile = Profile.load(path) if path.endswith((".yaml", ".yml")) else None
        if profile and form == "human":
            _profile(profile, lang)
        found = _fingerprint(path, profile)
        if form == "svg":
            _draw(found or _refused(path), asked.output, lang)
            continue
        for voice in found.voices if found else ():
            tell("".join(_table(voice, lang)))
    return CLEAN


def _fingerprint(path: str, profile: Profile | None) -> Fingerprint | None:
    """What the profile says was learned, or what the file holds; raises SettingsError if wrong."""
    if profile:
        learned = profile.get("voice.fingerprint")
        return Fingerprint.from_dict(learned) if learned else None
    found, problems = fingerprint(path)
    if problems:
        raise SettingsError(*problems)
    return found


def _refused(path: str) -> NoReturn:
    raise SettingsError(Problem("no-fingerprint", path))


def _draw(found: Fingerprint, output: str | None, lang: str) -> None:
    drawing = strips(found.voices, lang)
    if output:
        write_whole(Path(output), [drawing])
    else:
        put([drawing])


def _profile(profile: Profile, lang: str) -> None:
    rows = [*_voices(profile)]
    tell(f"{profile.name}\n")
    for name, value in rows:
        tell(f"  {name:<14} {_flat(value)}\n")
    if not (rows or profile.get("voice")):
        tell(f"  {say('no-voice', lang)}")


def _voices(profile: Profile) -> Iterator[tuple[str, Any]]:
    """What the profile says of its voice, then of the voice of single accounts."""
    voice = profile.get("voice", {})
    yield from ((name, value) for name, value in voice.items() if name != "fingerprint")
    for account in profile.get("accounts", ()):
        if own := account.get("voice"):
            yield account["channel"], own


def _flat(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_flat(part)}" for name, part in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _table(voice: Voice, lang: str) -> Iterator[str]:
    """Each rate with its interval, and a bar as long as the rate is large among all."""
    head = name_of(voice.lang, voice.channel, lang)
    yield say("shown", lang, name=head, n=voice.posts, words=voice.words)
    rows = [(name, voice.intervals[name]) for name in FEATURES if name in voice.intervals]
    most = max((rate for _, (rate, _, _) in rows), default=1) or 1
    cli = words(lang)["cli"]
    for name, (rate, low, high) in rows:
        bar = "█" * round(BAR * rate / most)
        figures = decimal(f"{rate:7.2f}  [{low:.2f}–{high:.2f}]", cli)
        yield f"  {feature(name, lang):<34} {figures}  {bar}\n"
