"""Which language to speak: what is asked for, else what the settings say, else the system's."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from socialint.locale import languages

_OPTION = "--lang"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def system_language(argv: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """What `--lang` asks for, else what the environment does, else English."""
    if asked := asked_language(argv):
        return asked
    named = next((value for name in _VARIABLES if (value := environment.get(name))), "")
    lang = named.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return lang if lang in languages() else "en"


def language_here(asked: str | None, lang: str, folder: str = ".") -> str:
    """What `--lang` asks for, else what the settings that rule the folder do, else `lang`.

    Settings that can't be read ask for nothing: who needs more of them says what is wrong.
    """
    if asked:
        return asked
    from socialint import settings  # noqa: PLC0415  heavy imports wait for the options
    from socialint.errors import SettingsError  # noqa: PLC0415  the same

    try:
        found = settings.find(Path(folder))
        return (settings.load(found).lang if found else None) or lang
    except (OSError, SettingsError):
        return lang


def asked_language(argv: Sequence[str]) -> str | None:
    """The last value of `--lang` that is a language; None where there is none."""
    asked = _asked(argv)
    return asked if asked in languages() else None


def _asked(argv: Sequence[str]) -> str:
    """The last value of `--lang`, whether or not the rest of the line can be understood."""
    asked = ""
    for number, word in enumerate(argv):
        if word == "--":
            break
        if word == _OPTION:
            asked = "".join(argv[number + 1 : number + 2])
        elif word.startswith(f"{_OPTION}="):
            asked = word.partition("=")[2]
    return asked
