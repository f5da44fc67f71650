"""socialint: a linter for drafts of social-media posts and replies.

from socialint import Linter
report = Linter().check_text("Buy now!!!", channel="x", lang="en")
"""

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
