"""One thing that is another in a draft, a profile or a rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from socialint.draft import Draft
from socialint.engine.prepare import Prepared
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span

Made = tuple[Draft, Profile, Prepared]
Change = Callable[[Draft, Profile, Prepared], Made]


class Twist(NamedTuple):
    """One change: `name` says of what kind, `args` of what; `span` where, if anywhere.

    `name` ends a code of the locale's `why`.
    """

    name: str
    change: Change
    args: Mapping[str, str] = {}
    span: Span | None = None

    @property
    def is_scale(self) -> bool:
        """Whether it is another value of a param."""
        return self.name == "param"

    @property
    def key(self) -> tuple[object, ...]:
        """What it is about."""
        return (self.name, self.span, self.args.get("name"))
