"""What may happen around a run: files that go, disks that are full, folders that mean harm."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from needs import ROOT

from socialint import Linter
from socialint.cli.files import put_in_place
from socialint.engine.results import Results
from socialint.settings import Settings

LOUD = "BUY NOW, GOOD PEOPLE OF THE TOWN!!!!\n"
CODE = "open(r'{mark}', 'w').close()\n"
FULL_DISK = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")


@pytest.fixture
def linter(tmp_path: Path) -> Linter:
    return Linter(Settings(root=tmp_path, select=("shouting",)))


def posts(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).write_text(LOUD, encoding="utf-8")
    return folder


def run(*given: str, folder: Path, out: int | None = None) -> tuple[int, str, str]:
    """The command line as a process of its own, `python -m socialint`, in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "socialint", *given],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE if out is None else out,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout or "", done.stderr


def test_a_file_that_goes_while_we_run_costs_no_other(linter: Linter, tmp_path: Path) -> None:
    posts(tmp_path, "a.md", "b.md", "c.md")

    def gone(count: int, path: str) -> None:
        if path.endswith("b.md"):
            Path(path).unlink()

    report = linter.check_paths([tmp_path], progress=gone)
    assert [error.code for error in report.errors] == ["file-unreadable"]
    assert [Path(one.path).name for one in report.findings] == ["a.md", "c.md"]


def test_a_file_that_goes_before_its_place_is_told_costs_no_other(tmp_path: Path) -> None:
    text = "Our mill opens again on Monday at 9 am, and bread is 3 euros, as it was in May.\n"
    head = "---\nlang: en\nchannel: linkedin\npublish_at: 2026-05-0{}\n---\n"
    for number in (1, 2):
        path = tmp_path / f"{number}.md"
        path.write_text(head.format(number) + text, encoding="utf-8")
    (tmp_path / "3.md").write_text(LOUD, encoding="utf-8")
    linter = Linter(Settings(root=tmp_path, select=("CHN", "shouting")))

    def gone(count: int, path: str) -> None:
        if path.endswith("3.md"):
            (tmp_path / "2.md").unlink()

    assert "shouting" in {
        one.rule for one in linter.check_paths([tmp_path], progress=gone).findings
    }


def test_links_that_lead_to_themselves_are_no_files(linter: Linter, tmp_path: Path) -> None:
    posts(tmp_path, "a.md")
    (tmp_path / "self.md").symlink_to("self.md")
    (tmp_path / "one.md").symlink_to("two.md")
    (tmp_path / "two.md").symlink_to("one.md")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(linter.check_paths([tmp_path]).findings) == 1
    (error,) = linter.check_paths([tmp_path / "self.md"]).errors
    assert error.code == "path-missing"


def test_a_device_in_a_folder_is_not_read(linter: Linter, tmp_path: Path) -> None:
    posts(tmp_path, "a.md")
    (tmp_path / "endless.md").symlink_to("/dev/zero")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.md")
    report = linter.check_paths([tmp_path])
    assert (report.files, report.errors) == (1, ())


def test_a_store_on_a_full_disk_is_done_without(tmp_path: Path) -> None:
    results = Results(tmp_path, "state")
    assert results._base
    results._base.execute("PRAGMA max_page_count = 3")
    for number in range(500):
        results.keep(f"{number}.md", b"", (frozenset({"shouting"}),), explicit=False)
    results.close()
    again = Results(tmp_path, "state")
    assert again.of("499.md", b"", explicit=False) in (None, (frozenset({"shouting"}),))
    again.close()


def test_a_fix_on_a_full_disk_leaves_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = posts(tmp_path, "a.md") / "a.md"

    def full(_: int) -> None:
        raise FULL_DISK

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=re.escape(os.strerror(errno.ENOSPC))):
        put_in_place(path, LOUD.encode(), b"new\n")
    assert path.read_text("utf-8") == LOUD
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


@needs_full
def test_an_output_that_is_full_is_told(tmp_path: Path) -> None:
    posts(tmp_path, "a.md")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        code, _, said = run(
            "check", "a.md", "--select", "shouting", folder=tmp_path, out=full.fileno()
        )
    assert (code, "Traceback" in said, os.strerror(errno.ENOSPC) in said) == (2, False, True)
    code, out, said = run("check", "a.md", "--output", "json=/dev/full", folder=tmp_path)
    assert (code, "shouting" in out, os.strerror(errno.ENOSPC) in said) == (2, True, True)


# modules of a folder that a run would import, were it to look there
MODULES = ("typing", "json", "re", "yaml", "sqlite3", "hashlib", "jsonschema", "pluggy", "socket")
TAGGED = "!!python/object/apply:os.system ['touch {mark}']"


def _modules(folder: Path, mark: Path) -> None:
    for name in (*MODULES, "conftest", "sitecustomize", "socialint_plugin"):
        (folder / f"{name}.py").write_text(CODE.format(mark=mark), encoding="utf-8")


def _tags(folder: Path, mark: Path) -> None:
    tag = TAGGED.format(mark=mark)
    (folder / "socialint.toml").write_text('profile = "brand.yaml"\npacks = ["pack"]\n', "utf-8")
    (folder / "brand.yaml").write_text(f"brand: {tag}\n", encoding="utf-8")
    rule = folder / "pack" / "abc" / "said-so"
    rule.mkdir(parents=True)
    (rule / "rule.yaml").write_text(f"code: {tag}\n", encoding="utf-8")
    (folder / "b.yaml").write_text(f"text: {tag}\n", encoding="utf-8")
    (folder / "c.md").write_text(f"---\ntext: {tag}\n---\nHello\n", encoding="utf-8")


def _plugins(folder: Path, mark: Path) -> None:
    (folder / "evil.py").write_text(CODE.format(mark=mark), encoding="utf-8")
    (folder / "socialint.toml").write_text('plugins = ["evil"]\n', encoding="utf-8")
    home = folder / "evil-1.dist-info"
    home.mkdir()
    (home / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1\n", "utf-8")
    (home / "entry_points.txt").write_text("[socialint]\nevil = evil\n", encoding="utf-8")


@pytest.mark.parametrize("plant", [_modules, _tags, _plugins])
def test_nothing_in_a_folder_is_run(plant: Callable[[Path, Path], None], tmp_path: Path) -> None:
    folder = tmp_path / "content"
    folder.mkdir()
    posts(folder, "a.md")
    plant(folder, tmp_path / "run")
    for given in (("check", "."), ("check", ".", "--format", "html", "--lang", "fr")):
        code, _, said = run(*given, folder=folder)
        assert code in (0, 1, 2), said
        assert not (tmp_path / "run").exists()


OFFLINE = """
import socket, sys

def refuse(*given, **named):
    raise AssertionError("a check went to the network")

class Refused(socket.socket):
    __init__ = refuse

socket.socket = Refused
socket.create_connection = socket.getaddrinfo = refuse
from socialint.cli import main
sys.exit(main(["check", "--select", "all", "--fail-on", "never", "--no-cache", *sys.argv[1:]]))
"""


def test_a_check_asks_nothing_of_the_network(tmp_path: Path) -> None:
    text = "Voyez https://a.example/b?c=d et @acme, écrivez à nora@mail.example. " * 3
    (tmp_path / "a.md").write_text(
        f"---\nlang: en\nchannel: x\n---\n{text}\n{LOUD}", encoding="utf-8"
    )
    outputs = [f"--output={name}={tmp_path / name}" for name in ("html", "sarif", "junit")]
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, *outputs, str(tmp_path / "a.md")],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "shouting" in done.stdout
