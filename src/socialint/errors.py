"""What can be wrong with what the user gave, told apart from findings and from bugs.

SocialintError
├── SettingsError      socialint.toml, [tool.socialint], the command line
│   └── PackError      a rule pack
├── ProfileError       a brand profile
└── PluginError        an installed plugin
"""

from __future__ import annotations

from collections.abc import Mapping

from socialint.named import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong: where, what, and the words its message needs.

    `code` names a message and a cure in `locale/<lang>.json`; line and column count from 1 and
    are None where the problem has no place in a file.
    """

    code: str
    path: str
    line: int | None = None
    column: int | None = None
    args: Mapping[str, str] = {}

    @property
    def where(self) -> str:
        """`path`, `path:line` or `path:line:column`, as far as known."""
        return ":".join(
            str(part) for part in (self.path, self.line, self.column) if part is not None
        )


def cause(error: OSError) -> str:
    """What the system says is wrong, in its own words."""
    return error.strerror or type(error).__name__


class SocialintError(Exception):
    """Base of the errors raised for a wrong input; carries every problem found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        from socialint.locale import describe  # noqa: PLC0415  words are read only when shown

        return "\n".join(describe(problem, "en") for problem in self.problems)


class SettingsError(SocialintError):
    """The settings file or an option is wrong."""


class PackError(SettingsError):
    """A rule pack is wrong."""


class ProfileError(SocialintError):
    """A brand profile is wrong."""


class PluginError(SocialintError):
    """A plugin can't be used."""
