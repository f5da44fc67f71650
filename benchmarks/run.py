"""How fast socialint is, beside a peer on the same input: one table, ratios in one run.

usage: python benchmarks/run.py [--runs N] [--posts N] [--json FILE]

Ours is the wheel, built and installed for the purpose.  Each pair runs in turn (ours, theirs,
ours, …) after a warm-up, on one core where the system can pin a process, so that the median of
their ratios holds when the machine's speed drifts.  "Cold" is a fresh process with a warm page
cache.  Only peers that are installed are compared.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from corpora import jsonl_file, markdown_folder

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from installed import build, environment  # noqa: E402  the line above says where

Command = Callable[[Path], list[str]]


class Case(NamedTuple):
    """What is timed: a name, the input, how many posts it holds, the runs, and the peers."""

    name: str
    path: Path
    posts: int
    runs: int
    peers: Sequence[str]


def ours(folder: Path) -> Command:
    """How our wheel is called, once it is built and installed in `folder`."""
    place = environment(folder / "home")
    place.install(*build(folder / "dist", "--wheel"))
    options = ("check", "--format", "json", "--fail-on", "never")
    return lambda path: [*pin(), str(place.folder / "socialint"), *options, str(path)]


def pin() -> list[str]:
    """What keeps a process on one core."""
    taskset = shutil.which("taskset")
    return [taskset, "-c", "0"] if taskset else []


def peers() -> dict[str, Command]:
    """The peers that this machine has, and how each is called."""
    beside = Path(sys.executable).parent
    found: dict[str, Command] = {}
    proselint = shutil.which("proselint", path=f"{beside}{os.pathsep}{os.environ.get('PATH', '')}")
    if proselint:
        found["proselint"] = lambda path: [*pin(), proselint, "check", str(path)]
    textlint = shutil.which("textlint")
    if textlint:
        found["textlint"] = lambda path: [*pin(), textlint, "--rule", "write-good", str(path)]
    return found


def timed(command: Sequence[str]) -> float:
    """Wall seconds of one run."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{command[0]} failed ({done.returncode}): {done.stderr.decode()[-800:]}")
    return time.perf_counter() - start


def compare(case: Case, our: Command, known: dict[str, Command]) -> dict[str, object]:
    """The medians of a case, ours beside each peer's, run in turn."""
    mine_is = our(case.path)
    if case.runs > 1:
        timed(mine_is)
    row: dict[str, object] = {"case": case.name, "posts": case.posts}
    mine = [timed(mine_is) for _ in range(case.runs)]
    for peer in case.peers:
        if peer not in known:
            continue
        theirs = known[peer](case.path)
        timed(theirs)
        pairs = [(timed(mine_is), timed(theirs)) for _ in range(case.runs)]
        mine += [pair[0] for pair in pairs]
        row[peer] = statistics.median(pair[1] for pair in pairs)
        row[f"ratio to {peer}"] = statistics.median(mine / his for mine, his in pairs)
    row["seconds"] = statistics.median(mine)
    return row


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--posts", type=int, default=5000)
    options.add_argument("--json", type=Path)
    given = options.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        our, known = ours(Path(folder)), peers()
        for case in cases(Path(folder), given.posts, given.runs):
            rows.append(compare(case, our, known))
            print(line(rows[-1]), flush=True)
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")


def cases(folder: Path, posts: int, runs: int) -> list[Case]:
    """The inputs, made from the seed."""
    markdown_folder(folder / "one", 1)
    markdown_folder(folder / "many", posts)
    jsonl_file(folder / "posts.jsonl", posts * 20)
    few = max(1, runs // 3)
    return [
        Case("cold, one post", folder / "one" / "d0.md", 1, runs, ("proselint", "textlint")),
        Case(f"{posts} files", folder / "many", posts, few, ("proselint",)),
        Case(f"{posts * 20} JSONL posts", folder / "posts.jsonl", posts * 20, 1, ()),
    ]


def line(row: dict[str, object]) -> str:
    """A row of the table."""
    seconds, posts = float(str(row["seconds"])), int(str(row["posts"]))
    ratios = [f"{name} {value:.2f}" for name, value in row.items() if name.startswith("ratio")]
    return f"{row['case']:22} {seconds:8.3f} s {posts / seconds:8.0f} posts/s  {'  '.join(ratios)}"


if __name__ == "__main__":
    main()
