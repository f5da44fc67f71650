"""How fast socialint is, beside a peer on the same input: one table, ratios in one run.

usage: python benchmarks/run.py [--runs N] [--posts N] [--megabytes N] [--only WORD] [--json FILE]
                                [--npm FOLDER]

Ours is the wheel, built and installed for the purpose.  Each pair runs in turn (ours, the other,
ours, …) after a warm-up, on one core where the system can pin a process, so that the median of
their ratios holds when the machine's speed drifts.  What takes long runs once, without a warm-up:
at full size the whole takes some 20 minutes on an idle machine.  "Cold" is a fresh process with a
warm page cache.  Only peers that are installed are compared.
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
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpora import bank_file, csv_file, doc_pack, jsonl_file, long_post, markdown_folder, pack

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from installed import build, environment  # noqa: E402  the line above says where
from year import planted_year, profile  # noqa: E402  the same

Command = Sequence[str]


class Case(NamedTuple):
    """What is timed: a name, how many posts, our command, those it is held against, by name."""

    name: str
    posts: int
    ours: Command
    others: dict[str, Command]
    runs: int = 1


class Timed(NamedTuple):
    """Wall seconds of a run, and the most memory it held, in megabytes."""

    seconds: float
    megabytes: float


class Bench(NamedTuple):
    """Where the inputs lie, our program, how many posts and megabytes, how many runs."""

    folder: Path
    program: str
    posts: int
    megabytes: int
    runs: int

    def check(self, path: Path, *options: str, pinned: bool = True) -> Command:
        """Our command on a path; no former run helps it but where `options` say so."""
        plain = () if "--cached" in options else ("--no-cache",)
        given = [option for option in options if option != "--cached"]
        start = pin() if pinned else []
        fixed = ("check", "--format", "json", "--fail-on", "never")
        return [*start, self.program, *fixed, *plain, *given, str(path)]


def pin() -> list[str]:
    """What keeps a process on one core."""
    taskset = shutil.which("taskset")
    return [taskset, "-c", "0"] if taskset else []


def peers(path: Path) -> dict[str, Command]:
    """The peers that this machine has, called on a path."""
    beside = Path(sys.executable).parent
    found: dict[str, Command] = {}
    proselint = shutil.which("proselint", path=f"{beside}{os.pathsep}{os.environ.get('PATH', '')}")
    if proselint:
        found["proselint"] = [*pin(), proselint, "check", str(path)]
    # npm install textlint textlint-rule-write-good, in any folder; then run with it as --npm
    home = Path(os.environ.get("SOCIALINT_NPM", "")).resolve()
    textlint = shutil.which("textlint", path=str(home / "node_modules" / ".bin"))
    if textlint:
        rules = str(home / "node_modules")
        found["textlint"] = [
            *pin(), textlint, "--rules-base-directory", rules, "--rule", "write-good", str(path)
        ]  # fmt: skip
    return found


def timed(command: Command) -> Timed:
    """One run."""
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            out.seek(0)
            sys.exit(f"{command[0]} failed ({process.returncode}): {out.read()[-800:].decode()}")
    return Timed(took, usage.ru_maxrss / 1024)


def compare(case: Case) -> dict[str, object]:
    """The medians of a case, ours beside each other one's, run in turn; what is long runs once."""
    row: dict[str, object] = {"case": case.name, "posts": case.posts}
    if case.runs == 1:
        mine = [timed(case.ours)]
        ratios = {name: [mine[0].seconds / timed(it).seconds] for name, it in case.others.items()}
    else:
        timed(case.ours)
        mine = [timed(case.ours) for _ in range(case.runs)]
        ratios = {name: in_turn(case, command, mine) for name, command in case.others.items()}
    row |= {f"ratio to {name}": statistics.median(found) for name, found in ratios.items()}
    row["seconds"] = statistics.median(one.seconds for one in mine)
    row["megabytes"] = max(one.megabytes for one in mine)
    return row


def in_turn(case: Case, command: Command, mine: list[Timed]) -> list[float]:
    """The ratios of neighbours, after a run of the other; our runs are added to `mine`."""
    timed(command)
    pairs = [(timed(case.ours), timed(command)) for _ in range(case.runs)]
    mine += [ours for ours, _ in pairs]
    return [ours.seconds / other.seconds for ours, other in pairs]


def cases(bench: Bench) -> Iterator[Case]:
    """The inputs, made from the seed."""
    folder, posts, few = bench.folder, bench.posts, max(1, bench.runs // 3)
    one, many, twin = folder / "one" / "d0.md", folder / "many", folder / "twin"
    markdown_folder(one.parent, 1)
    yield Case("cold, one post", 1, bench.check(one), peers(one), bench.runs)
    yield from _woken(bench)
    markdown_folder(many, posts)
    pack(folder / "floor", 1000)
    beside = _only(peers(many), "proselint") | {"bare trie": floor(folder / "floor", many)}
    yield Case("files", posts, bench.check(many), beside, few)
    shutil.copytree(many, twin)
    timed(bench.check(twin, "--cached"))
    again = bench.check(twin, "--cached")
    yield Case("files, unchanged", posts, again, {"first run": bench.check(twin)}, few)
    alone = bench.check(many, pinned=False)
    two = bench.check(many, "--jobs", "2", pinned=False)
    yield Case("files, 2 jobs", posts, two, {"1 job": alone}, few)
    jsonl_file(folder / "posts.jsonl", posts * 20)
    yield Case("JSON Lines", posts * 20, bench.check(folder / "posts.jsonl"), {})
    csv_file(folder / "posts.csv", posts * 2)
    yield Case("CSV", posts * 2, bench.check(folder / "posts.csv"), {})
    bank = folder / "bank.md"
    count = bank_file(bank, bench.megabytes << 20)
    beside = {"bare trie": floor(folder / "floor", bank)}
    yield Case(f"Markdown bank, {bench.megabytes} MB", count, bench.check(bank), beside)
    yield _year(bench)
    yield from _packs(bench, few)


def _year(bench: Bench) -> Case:
    """A made year of three accounts with a hundred planted relations, under the brand's profile."""
    # in a shorter one there is no room for all relations
    home, count = bench.folder / "year", max(700, bench.posts * 2)
    home.mkdir()
    drafts = (json.dumps(post, ensure_ascii=False) for post in planted_year(count=count).drafts())
    (home / "year.jsonl").write_text("\n".join(drafts), encoding="utf-8")
    (home / "brand.yaml").write_text(json.dumps(profile(count)), encoding="utf-8")
    command = bench.check(home / "year.jsonl", "--profile", str(home / "brand.yaml"))
    return Case("a year of the feed", count, command, {})


def _only(found: dict[str, Command], name: str) -> dict[str, Command]:
    return {name: found[name]} if name in found else {}


def floor(rules: Path, path: Path) -> Command:
    """What a list of phrases costs at least: a trie of the words in `rules`, and nothing else."""
    return [
        *pin(),
        sys.executable,
        str(Path(__file__).with_name("floor.py")),
        str(rules),
        str(path),
    ]


def _woken(bench: Bench) -> Iterator[Case]:
    """A cold start on one post that needs spaCy, or textstat, beside a bare import of spaCy."""
    bare = {"import spacy": [*pin(), sys.executable, "-c", "import spacy"]}
    home = bench.folder / "woken"
    doc_pack(home / "pack")
    (home / "socialint.toml").write_text('packs = ["pack"]\n', encoding="utf-8")
    (home / "doc.md").write_text("COMMENT below.\n", encoding="utf-8")
    yield Case("cold, spaCy wakes", 1, _warm(bench.check(home / "doc.md")), bare, bench.runs)
    for lang in ("fr", "en"):
        brand, post = bench.folder / f"{lang}.yaml", bench.folder / f"long.{lang}.md"
        brand.write_text(f"brand: B\nvoice: {{readability: {{{lang}: [1, 99]}}}}\n", "utf-8")
        long_post(post, lang)
        command = _warm(bench.check(post, "--profile", str(brand)))
        yield Case(f"cold, readability {lang}", 1, command, bare, bench.runs)


def _warm(command: Command) -> Command:
    """The command, after a run that compiles the pack and proves the profile."""
    timed(command)
    return command


def _packs(bench: Bench, runs: int) -> Iterator[Case]:
    """Packs of more and more phrases, each held against the smallest and against a bare trie."""
    least: dict[str, Command] = {}
    for phrases in (300, 3000, 30000):
        home = bench.folder / f"packs{phrases}"
        pack(home / "pack", phrases)
        markdown_folder(home / "posts", bench.posts // 10)
        (home / "socialint.toml").write_text('packs = ["pack"]\n', encoding="utf-8")
        command = _warm(bench.check(home / "posts"))
        beside = least | {"bare trie": floor(home / "pack", home / "posts")}
        yield Case(f"{phrases} more phrases", bench.posts // 10, command, beside, runs)
        least = least or {"300": command}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--posts", type=int, default=5000)
    options.add_argument("--megabytes", type=int, default=20)
    options.add_argument("--only", default="")
    options.add_argument("--json", type=Path)
    options.add_argument("--npm", type=Path, help="the folder in which textlint is installed")
    given = options.parse_args()
    if given.npm:
        os.environ["SOCIALINT_NPM"] = str(given.npm)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        place = environment(Path(folder) / "home")
        place.install(*build(Path(folder) / "dist", "--wheel"))
        os.environ["XDG_CACHE_HOME"] = str(Path(folder) / "cache")
        program = str(place.folder / "socialint")
        bench = Bench(Path(folder), program, given.posts, given.megabytes, given.runs)
        for case in cases(bench):
            if given.only in case.name:
                rows.append(compare(case))
                print(line(rows[-1]), flush=True)
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")


def line(row: dict[str, object]) -> str:
    """A row of the table."""
    seconds, posts, memory = (float(str(row[name])) for name in ("seconds", "posts", "megabytes"))
    ratios = [f"{name} {value:.2f}" for name, value in row.items() if name.startswith("ratio")]
    speed = f"{seconds:8.3f} s {posts / seconds:8.0f} posts/s {memory:6.0f} MB"
    return f"{row['case']:24} {posts:7.0f} posts {speed}  {'  '.join(ratios)}"


if __name__ == "__main__":
    main()
