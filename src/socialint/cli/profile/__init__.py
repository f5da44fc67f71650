"""`socialint profile`: a brand profile checked, learned, compared and shown."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

from socialint.cli.options import Option, parsed
from socialint.cli.terminal import tell
from socialint.errors import Problem, SettingsError
from socialint.report import CLEAN

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


def run(argv: list[str], lang: str) -> int:
    """Do one of the jobs; raises SettingsError or ProfileError for what is wrong."""
    asked = parsed("profile", OPTIONS, argv, lang)
    if isinstance(asked, str):
        tell(asked)
        return CLEAN
    if asked.job not in JOBS:
        raise SettingsError(Problem("profile-form", "socialint profile"))
    code: int = import_module(JOBS[asked.job]).run(asked, asked.lang or lang)
    return code
