"""socialint: a linter for drafts of social-media posts and replies.

from socialint import Linter
report = Linter().check_text("Buy now!!!", channel="x", lang="en")
"""

from importlib import import_module

# not from `typing`: under `python -m socialint` a folder may still bring a module of that name
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from socialint.draft import Draft, Message
    from socialint.errors import PluginError, ProfileError, SettingsError, SocialintError
    from socialint.finding import Finding
    from socialint.linter import Linter
    from socialint.profile import Profile
    from socialint.report import Report

__all__ = [
    "Draft",
    "Finding",
    "Linter",
    "Message",
    "PluginError",
    "Profile",
    "ProfileError",
    "Report",
    "SettingsError",
    "SocialintError",
]

# loaded when asked for: one module of ours should not cost all of them
_HOMES = {
    "Draft": "draft",
    "Finding": "finding",
    "Linter": "linter",
    "Message": "draft",
    "PluginError": "errors",
    "Profile": "profile",
    "ProfileError": "errors",
    "Report": "report",
    "SettingsError": "errors",
    "SocialintError": "errors",
}


def __getattr__(name: str) -> "Any":
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"socialint.{_HOMES[name]}"), name)
