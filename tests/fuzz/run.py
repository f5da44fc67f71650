"""Coverage-guided fuzzing by atheris: so many inputs for each target, and what they reached.

usage: python tests/fuzz/run.py [TARGET ...] [--runs N] [--keep FOLDER] [--coverage]

Inputs that led further are kept in FOLDER/inputs/<target>, those that broke something in
FOLDER/failures; a fault that is met again is told once.  `--coverage` states the branches of each
target's modules that the kept inputs reach, and runs nothing.  One process a target, in turn;
exits 1 if anything failed, 2 if atheris is not installed.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import pkgutil
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fuzzing.target import Target

ROOT = Path(__file__).resolve().parents[2]
WATCHED = "SOCIALINT_FUZZ_WATCHED"  # the modules whose branches guide the fuzzer
SLOW = 20  # seconds that no input may take
MEMORY = Path("/dev/shm")  # noqa: S108  where there is such a folder
LONGEST = 300  # bytes of an input


def main() -> int:
    """Run the targets, or say what they reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--runs", type=int, default=50_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--coverage", action="store_true")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "support")]
    if asked.child:
        return fuzz(asked.targets[0], asked.runs, asked.keep)
    if sys.platform != "linux":
        print("atheris is for Linux")
        return 0
    if importlib.util.find_spec("atheris") is None:
        print("atheris is not installed: pip install 'socialint[fuzz]'")
        return 2
    if MEMORY.is_dir():  # a loader reads a file for each input
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="socialint-fuzz-"))
    # the built-in pack is compiled once
    os.environ["XDG_CACHE_HOME"] = str(MEMORY / "socialint-fuzz" if MEMORY.is_dir() else folder)
    return run(asked, folder)


def run(asked: argparse.Namespace, folder: Path) -> int:
    """Each target in turn; answers the exit code."""
    names = asked.targets or list(_targets())
    if asked.coverage:
        if len(names) == 1:
            print(*reached(names[0], folder), sep="\n")
            return 0
        command = [sys.executable, __file__, "--coverage", "--keep", str(folder)]
        return max([subprocess.run([*command, name], check=False).returncode for name in names])
    return max([parent(name, asked.runs, folder) for name in names])


def _targets() -> Mapping[str, Target]:
    from fuzzing import TARGETS  # noqa: PLC0415  the path is set by now

    return TARGETS


def parent(name: str, runs: int, folder: Path) -> int:
    """One target in a process of its own; answers 1 if it failed."""
    before = set((folder / "failures").glob(f"{name}-*"))
    start = time.perf_counter()
    command = [sys.executable, __file__, name, "--runs", str(runs), "--keep", str(folder)]
    environment = {**os.environ, WATCHED: json.dumps(_targets()[name].modules)}
    done = subprocess.run(
        [*command, "--child"], capture_output=True, text=True, check=False, env=environment
    )
    seconds = time.perf_counter() - start
    found = re.search(r"Done (\d+) runs", done.stderr)
    failed = sorted(set((folder / "failures").glob(f"{name}-*")) - before)
    count = int(found[1]) if found else 0
    reached = re.findall(r"cov: (\d+)", done.stderr)
    edges = reached[-1] if reached else "?"
    print(f"{name:18} {count:7} inputs  {seconds:6.0f} s  {edges:>6} edges", end="  ")
    print(f"{len(failed)} failures" if count and not failed else "FAILED", flush=True)
    for path in failed:
        print(f"  {path}")
    if not count:
        print(done.stderr[-3000:])
    return int(bool(failed) or not count)


def fuzz(name: str, runs: int, folder: Path) -> int:
    """Run one target in this process, which libFuzzer ends."""
    import atheris  # noqa: PLC0415  only a fuzzing process has it

    watched = json.loads(os.environ[WATCHED])
    with atheris.instrument_imports(include=watched):
        import socialint  # noqa: PLC0415  instrumented where the target is

        for module in pkgutil.walk_packages(socialint.__path__, "socialint."):
            if module.name.startswith(tuple(watched)):
                importlib.import_module(module.name)
        from fuzzing import TARGETS  # noqa: PLC0415  the path is set by now

    target = TARGETS[name]
    inputs, failures = folder / "inputs" / name, folder / "failures"
    for each in (inputs, failures):
        each.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (inputs / f"seed-{number}").write_bytes(seed.encode("utf-8", "surrogatepass"))
    words = folder / f"{name}.dict"
    words.write_text("".join(map(_quoted, target.words)), "utf-8")
    known: set[str] = set()

    def one(data: bytes) -> None:
        try:
            target.run(data)
        except Exception as error:  # noqa: BLE001  each fault is kept once, and the run goes on
            mark = _mark(error)
            if mark not in known:
                known.add(mark)
                (failures / f"{name}-{mark}").write_bytes(data)
                traceback.print_exc()

    for seed in target.seeds:  # what is made once takes longer than any input may
        one(seed.encode("utf-8", "surrogatepass"))
    options = [
        f"-runs={runs}", f"-max_len={LONGEST}", f"-timeout={SLOW}", "-rss_limit_mb=4000",
        "-reload=0", "-print_final_stats=1", f"-dict={words}",
        f"-artifact_prefix={failures}/{name}-",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options, str(inputs)], one)
    atheris.Fuzz()
    return 0


def _quoted(word: str) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "replace")) + '"\n'


def _mark(error: BaseException) -> str:
    """The same for faults that are alike: the kind, and where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [f"{frame.name}:{frame.lineno}" for frame in frames if "socialint" in frame.filename]
    what = str(error) if isinstance(error, AssertionError) else ""
    rule = re.findall(r"'rule': '([\w-]+)'|'what': '([^']+)'", what)
    return sha256(f"{type(error).__name__} {own[-2:]} {rule}".encode()).hexdigest()[:12]


def reached(name: str, folder: Path) -> Iterator[str]:
    """The share of branches of the target's modules that its kept inputs reach."""
    import coverage  # noqa: PLC0415  only where it is asked for

    modules = _targets()[name].modules
    homes = [f"{ROOT}/src/{module.replace('.', '/')}" for module in modules]
    include = [pattern for home in homes for pattern in (f"{home}.py", f"{home}/*")]
    cover = coverage.Coverage(branch=True, data_file=None, include=include)
    cover.start()
    from fuzzing import TARGETS  # noqa: PLC0415  counted

    target = TARGETS[name]
    for path in sorted((folder / "inputs" / name).iterdir()):
        with suppress(Exception):  # what fails was told when it was met
            target.run(path.read_bytes())
    cover.stop()
    with tempfile.TemporaryDirectory() as home:
        cover.json_report(outfile=f"{home}/all.json")
        files = json.loads(Path(home, "all.json").read_text("utf-8"))["files"]
    yield f"{name}: {len(list((folder / 'inputs' / name).iterdir()))} inputs kept"
    for module in target.modules:
        yield f"  {module.removeprefix('socialint.'):28} {_share(files, module)}"


def _share(files: Mapping[str, Any], module: str) -> str:
    """How many of the branches of a module, or of all in a package, were taken."""
    start = f"{ROOT}/src/{module.replace('.', '/')}"
    sums = [
        one["summary"]
        for path, one in files.items()
        if str(Path(path).resolve()).startswith((f"{start}.py", f"{start}/"))
    ]
    whole = sum(one["num_branches"] for one in sums)
    taken = sum(one["covered_branches"] for one in sums)
    return f"{taken:5} of {whole:5} branches  {100 * taken / max(whole, 1):5.1f} %"


if __name__ == "__main__":
    raise SystemExit(main())
