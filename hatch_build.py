"""Ships the built-in rules compiled, so that no run of an installed linter reads their YAML."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class CompiledRules(BuildHookInterface):  # type: ignore[type-arg]  # the default configuration
    """Adds `socialint/_rules/compiled.pack` to the wheel; an editable install needs none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; raises PackError for rules that are wrong."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        compiled = Path(self._folder.name) / "compiled.pack"
        compiled.write_text(compile_rules(ROOT), encoding="utf-8")
        build_data["force_include"][str(compiled)] = "socialint/_rules/compiled.pack"

    def finalize(
        self,
        version: str,
        build_data: dict[str, Any],  # noqa: ARG002  hatchling's signature
        artifact_path: str,  # noqa: ARG002  hatchling's signature
    ) -> None:
        """Called by hatchling when the wheel is there."""
        if version != "editable":
            self._folder.cleanup()


def compile_rules(root: Path) -> str:
    """The rules of the checkout at `root` as the text of `compiled.pack`."""
    # An empty package of the name: the real one may import what a build does not install.
    package = ModuleType("socialint")
    package.__path__ = [str(root / "src" / "socialint")]
    sys.modules["socialint"] = package
    from socialint.rulepack import compile_pack  # noqa: PLC0415  found through the line above
    from socialint.rulepack.packed import dump  # noqa: PLC0415  as above

    return dump(compile_pack(root / "rules"))
