"""The table of formats costs nothing until a file of a format comes."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from socialint.formats import FORMATS, Reading
from socialint.text import Source

SCRIPT = """
import sys
from socialint.formats import FORMATS, Reading
from socialint.text import Source
list(FORMATS[sys.argv[1]](Source("a", sys.argv[2]), Reading(explicit=True)))
print(*sorted({"yaml", "pyromark", "pathspec", "difflib", "zoneinfo"} & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("suffix", "text", "imported"),
    [
        (".txt", "Bonjour *vous*", ""),
        (".md", "Bonjour à tous, #été & co", ""),
        (".md", "Bonjour *vous*", "pyromark"),
        (".md", "---\na: [b]\n---\nBonjour", "yaml"),
        (".csv", "Texte\nBonjour\n", ""),
        (".jsonl", '{"text": "a"}\n', ""),
        (".yaml", "text: a\n", "yaml"),
    ],
)
def test_nothing_heavy_is_imported_that_a_file_does_not_need(
    suffix: str, text: str, imported: str
) -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    command = [sys.executable, "-c", SCRIPT, suffix, text]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    assert run.stdout.strip() == imported


@pytest.mark.parametrize("suffix", FORMATS)
def test_formats_can_be_sent_to_other_processes(suffix: str) -> None:
    parse = pickle.loads(pickle.dumps(FORMATS[suffix]))  # noqa: S301  made on this very line
    sample = "Texte\nBonjour\n" if suffix in (".csv", ".tsv") else '{"text": "Bonjour"}'
    source = Source(f"a{suffix}", sample)
    here, there = (list(read(source, Reading(explicit=True))) for read in (FORMATS[suffix], parse))
    assert len(here) == len(there) == 1
