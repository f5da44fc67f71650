"""The French verb table is what its rules give."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_table_kept_is_the_table_built(tmp_path: Path) -> None:
    script = runpy.run_path(str(ROOT / "tools" / "build_french.py"))
    target = tmp_path / "verbs.fr.json"
    script["main"].__globals__["TARGET"] = target
    script["main"]()
    kept = ROOT / "src" / "socialint" / "layers" / "data" / "verbs.fr.json"
    assert target.read_text("utf-8") == kept.read_text("utf-8")
