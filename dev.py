"""Sets up a virtual environment beside this file and runs one job in it.

usage: python3 dev.py demo | test | full

demo   lints the drafts in examples/
test   lint, types, unit and property tests: what every change must pass
full   test with twenty times the examples and no test skipped for want of a tool;
       coverage-guided fuzzing, benchmarks
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
TEST = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    # tests that need the built wheel share one worker, and one build
    ("pytest", "-q", "-n", "auto", "--dist", "loadgroup"),
)
BENCHMARKS = ("python", "benchmarks/run.py")
FUZZING = ("python", "tests/fuzz/run.py", "--runs", "2000")
EXTRAS = {"demo": "", "test": "[dev]", "full": "[dev,bench,fuzz,hooks]"}
JOBS: dict[str, tuple[tuple[str, ...], ...]] = {
    "demo": (("socialint", "check", "--fail-on", "never", "examples"),),
    "test": TEST,
    "full": (*TEST, FUZZING, BENCHMARKS),
}


def main() -> int:
    job = sys.argv[1] if len(sys.argv) == 2 else ""
    if job not in JOBS:
        sys.stderr.write(__doc__ or "")
        return 2
    install(EXTRAS[job])
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
    if job == "full":
        environment["SOCIALINT_FULL"] = "1"
    for command in JOBS[job]:
        done = subprocess.run(  # noqa: S603  our own table of commands
            [str(BIN / command[0]), *command[1:]], cwd=ROOT, env=environment, check=False
        )
        if done.returncode:
            return done.returncode
    return 0


def install(extras: str) -> None:
    """Installs the project in place, once for each state of pyproject.toml."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest() + extras
    stamp = HOME / "installed"
    if stamp.is_file() and wanted in stamp.read_text("utf-8").splitlines():
        return
    if not stamp.is_file():
        venv.create(HOME, with_pip=True)
    pip = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--editable", f".{extras}"], cwd=ROOT, check=True)  # noqa: S603  our own command
    with stamp.open("a", encoding="utf-8") as known:
        known.write(f"{wanted}\n")


if __name__ == "__main__":
    raise SystemExit(main())
