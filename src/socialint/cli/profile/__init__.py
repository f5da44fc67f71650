"""`socialint profile`: a brand profile checked, learned, compared and shown."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

from socialint.cli.language import language_here
from socialint.cli.options import Asked, Option
from socialint.errors import Problem, SettingsError

OPTIONS = (
    Option("job", "profile.job", "JOB", nargs="?"),
    Option("paths", "profile.paths", "PATH", nargs="*"),
    Option("--output", "profile.output", "FILE"),
    Option("--format", "profile.format", "FORMAT"),
    Option("--as-of", "check.as-of", "DATE"),
)
JOBS = MappingProxyType(
    {
        "check": "socialint.cli.profile.sound",
        "learn": "socialint.cli.profile.learning",
        "diff": "socialint.cli.profile.differing",
        "show": "socialint.cli.profile.showing",
    }
)


def run(asked: Asked, lang: str) -> int:
    """Do one of the jobs; raises SettingsError or ProfileError for what is wrong."""
    if asked.job not in JOBS:
        raise SettingsError(Problem("profile-form", "socialint profile"))
    lang = language_here(asked.lang, lang)
    code: int = import_module(JOBS[asked.job]).run(asked, lang)
    return code
