"""Where socialint keeps what it need not work out twice."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

NAME = "socialint"


@cache
def cache_folder() -> Path:
    """The user's cache folder for socialint; it may not exist, or not be writable."""
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        # where platformdirs says, which takes 5 ms to import
        return Path(os.environ.get("XDG_CACHE_HOME", "").strip() or "~/.cache").expanduser() / NAME
    import platformdirs  # noqa: PLC0415  only where folders have other names

    return platformdirs.user_cache_path(NAME)
