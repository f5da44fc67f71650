"""The five doors into socialint: each hook returns a table, none runs in mid-pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pluggy

hookspec = pluggy.HookspecMarker("socialint")
hookimpl = pluggy.HookimplMarker("socialint")


@hookspec
def socialint_rule_packs() -> Iterable[Path]:  # type: ignore[empty-body]  # a specification
    """Folders of rules, laid out as `rules/`."""


@hookspec
def socialint_checks() -> Mapping[str, Any]:  # type: ignore[empty-body]  # a specification
    """Checks (`Check` or `FeedCheck`) by name; a plugin prefixes its own: `bank/rate`."""


@hookspec
def socialint_layers() -> Mapping[str, Any]:  # type: ignore[empty-body]  # a specification
    """Layers by name, with the plugin's prefix."""


@hookspec
def socialint_formats() -> Mapping[str, Any]:  # type: ignore[empty-body]  # a specification
    """Parsers by suffix, the dot included."""


@hookspec
def socialint_reporters() -> Mapping[str, Any]:  # type: ignore[empty-body]  # a specification
    """Reporters by the name that `--format` takes."""
