"""Links of the brand's own that no one will be able to count."""

from socialint.checks.links.untracked import UNTRACKED_LINK

__all__ = ["UNTRACKED_LINK"]
