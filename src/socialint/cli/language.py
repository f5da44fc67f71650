"""Which language to speak before the settings are read."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from socialint.locale import languages

_OPTION = "--lang"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def system_language(argv: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """What `--lang` asks for, else what the environment does, else English."""
    spoken = languages()
    asked = _asked(argv)
    if asked in spoken:
        return asked
    named = next((value for name in _VARIABLES if (value := environment.get(name))), "")
    lang = named.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return lang if lang in spoken else "en"


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
