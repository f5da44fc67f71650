"""Where socialint keeps what it need not work out twice."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def cache_folder() -> Path:
    """The user's cache folder for socialint; it may not exist, or not be writable."""
    import platformdirs  # noqa: PLC0415  5 ms; an installed built-in pack needs no cache

    return platformdirs.user_cache_path("socialint")
