"""The action that GitHub runs: its script, run here with the inputs that it may get."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from needs import ROOT, tool

OPEN = "---\nlang: en\nchannel: linkedin\n---\nThe minutes are kept at [link]\n"


@pytest.fixture
def action() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    return read


def test_no_input_is_written_into_a_script(action: dict[str, Any]) -> None:
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert scripts
    assert all("${{" not in script for script in scripts)


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ((".", "", ""), 1),
        (("posts", "--fail-on never", "out.sarif"), 0),
        (("posts/a.md posts", "--fail-on never --lang fr", ""), 0),
        (("; touch broken", "", ""), 2),
        (("posts", "--fail-on never", "a; touch broken"), 0),
    ],
)
def test_its_script_checks_the_paths_with_the_options(
    action: dict[str, Any], tmp_path: Path, inputs: tuple[str, str, str], code: int
) -> None:
    bash = tool("bash")
    paths, args, sarif = inputs
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text(OPEN, "utf-8")
    run = tmp_path / "bin" / "socialint"
    run.parent.mkdir()
    run.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m socialint "$@"\n', "utf-8")
    run.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{run.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "SOCIALINT_PATHS": paths,
        "SOCIALINT_ARGS": args,
        "SOCIALINT_SARIF": sarif,
    }
    script = action["runs"]["steps"][-1]["run"]
    done = subprocess.run(
        [bash, "-e", "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == code, done.stderr
    assert ("draft-leftover" in done.stdout) is (code != 2)
    assert (tmp_path / sarif).is_file() or not sarif
    assert not (tmp_path / "broken").exists()
