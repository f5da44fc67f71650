"""The project as users get it: built, and installed in environments of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from needs import ROOT

Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Environment:
    """A virtual environment that holds what was put there, and sees our dependencies after it."""

    home: Path
    variables: Mapping[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """Where its programs are."""
        return self.home / ("Scripts" if os.name == "nt" else "bin")

    def run(self, program: str, *argv: str | Path, cwd: Path, given: str = "") -> Done:
        """Runs one of its programs, in nobody's language and without our source tree."""
        dropped = {"PYTHONPATH", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "FORCE_COLOR"}
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        return subprocess.run(
            [self.folder / program, *argv],
            cwd=cwd,
            env={**kept, "PYTHONUTF8": "1", **self.variables},
            capture_output=True,
            check=False,
            encoding="utf-8",
            input=given,
        )

    def install(self, *wheels: Path) -> None:
        """Puts wheels into it, and nothing that they depend on."""
        pip = [sys.executable, "-m", "pip", "--python", str(self.folder / "python")]
        quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index"]
        command = [*pip, "install", *quiet, *map(str, wheels)]
        subprocess.run(command, check=True, capture_output=True)


def environment(home: Path) -> Environment:
    """A new environment in `home`, with a cache of its own."""
    venv.create(home, symlinks=os.name != "nt")
    cache = {"XDG_CACHE_HOME": str(home / "cache")}
    made = Environment(home, cache)
    inside = sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)})
    # A .pth names folders that come last, and whose own .pth (our source tree) are not read.
    ours = sysconfig.get_path("purelib")
    (Path(inside) / "dependencies.pth").write_text(f"{ours}\n", encoding="utf-8")
    return made


def build(target: Path, *kinds: str, project: Path = ROOT) -> list[Path]:
    """Builds a project into `target`; without kinds, the sdist and from it the wheel."""
    options = ["--no-isolation", "--outdir", str(target), *kinds]
    command = [sys.executable, "-m", "build", *options, str(project)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return sorted(target.iterdir())


def source_tree(home: Path) -> Environment:
    """An environment whose `socialint` is the checkout's."""
    made = environment(home)
    script = made.folder / "socialint"
    source = f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r})"
    lines = (f"#!{made.folder / 'python'}", source, "from socialint.cli import run", "run()", "")
    script.write_text("\n".join(lines), encoding="utf-8")
    script.chmod(0o755)
    return made
