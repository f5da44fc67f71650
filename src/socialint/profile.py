"""What one brand declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from socialint.errors import Problem, ProfileError


@dataclass(frozen=True, eq=False)
class Profile:
    """A brand profile; with no data at all it is the profile of a draft without one."""

    data: Mapping[str, Any] = field(default_factory=dict)
    path: str | None = None

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The profile in a YAML file; raises ProfileError, with every place that is wrong."""
        from socialint.proof import proved  # noqa: PLC0415  where there is no profile, nothing
        from socialint.yamldata import parse_yaml  # noqa: PLC0415  the same

        file = Path(path)
        try:
            text = file.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            args = {"what": str(error)}
            raise ProfileError(Problem("not-readable", str(path), args=args)) from error
        data = parse_yaml(text, str(path))
        problems = data.problems or proved(data, text, "profile")
        if problems:
            raise ProfileError(*problems)
        return cls(data.value, str(path))

    @property
    def name(self) -> str | None:
        """The brand's name."""
        brand = self.data.get("brand")
        return brand.get("name") if isinstance(brand, Mapping) else brand

    def get(self, dotted: str, default: Any = None) -> Any:
        """The part at `voice.address` and the like; `default` where it is not declared."""
        value: Any = self.data
        for name in dotted.split("."):
            if not isinstance(value, Mapping) or name not in value:
                return default
            value = value[name]
        return value
