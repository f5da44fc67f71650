"""Which version is installed."""

from __future__ import annotations


def version() -> str:
    """The version that is installed."""
    from importlib import metadata  # noqa: PLC0415  50 ms

    try:
        return metadata.version("socialint")
    except metadata.PackageNotFoundError:
        return "?"
