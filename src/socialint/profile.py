"""What one brand declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from socialint.errors import ProfileError


@dataclass(frozen=True, eq=False)
class Profile:
    """A brand profile; with no data at all it is the profile of a draft without one."""

    data: Mapping[str, Any] = field(default_factory=dict)
    path: str | None = None

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """The profile in a YAML file; raises ProfileError, with every place that is wrong."""
        from socialint.proof import read_proved  # noqa: PLC0415  only where there is a profile
        from socialint.yamldata import parse_yaml  # noqa: PLC0415  the same

        data = read_proved(Path(path), parse_yaml, "profile")
        if data.problems:
            raise ProfileError(*data.problems)
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
