"""What one brand declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Profile:
    """A brand profile; with no data at all it is the profile of a draft without one."""

    data: Mapping[str, Any] = field(default_factory=dict)
    path: str | None = None

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
