"""What a test needs and a machine may lack: a tool, or the folder of corpora beside us."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# `dev.py full` sets it: no test may be skipped for want of a tool, and examples are many.
FULL = bool(os.environ.get("SOCIALINT_FULL"))
# Corpora are no part of the project: where they are not beside it, their tests are skipped.
SHARED = Path(os.environ.get("SOCIALINT_SHARED") or ROOT.parent / "shared")


def tool(name: str) -> str:
    """The path of a program, looked for beside the interpreter first; without it, no test."""
    beside = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    if found := shutil.which(name, path=beside):
        return found
    if FULL:
        pytest.fail(f"{name} is not installed, and a full run needs it")
    pytest.skip(f"{name} is not installed")
