"""The bundle gives the modules that Python would, and none that has changed."""

from __future__ import annotations

import inspect
import shutil
import sys
from collections.abc import Iterator
from importlib import import_module, resources
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from socialint.bundle import Bundle

NAMES = ("mill.wheel", "mill.inner", "mill.inner.stone")


@pytest.fixture
def mill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package that can be imported, and forgotten."""
    folder = tmp_path / "mill"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").write_text('"""A mill."""\n')
    (folder / "wheel.py").write_text("TURNS = 3\n")
    (folder / "inner" / "__init__.py").write_text("from mill.inner.stone import GRAIN\n")
    (folder / "inner" / "stone.py").write_text("GRAIN = 'rye'\n")
    (folder / "inner" / "word.txt").write_text("flour")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    yield folder
    forget()


def forget() -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "mill"]:
        del sys.modules[name]


def start(path: Path, *names: str) -> tuple[Bundle, list[ModuleType]]:
    """A new process, so to speak, that imports modules and ends."""
    forget()
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, Bundle)]
    bundle = Bundle(path, "mill", str(Path(sys.path[0], "mill")))
    sys.meta_path.insert(0, bundle)
    modules = [import_module(name) for name in names or NAMES]
    bundle.write()
    return bundle, modules


def bundled(module: ModuleType) -> bool:
    assert module.__spec__
    return type(module.__spec__.loader) is not SourceFileLoader


def test_modules_are_those_that_python_finds(mill: Path, tmp_path: Path) -> None:
    _, own = start(tmp_path / "b")
    assert not any(map(bundled, own))
    _, again = start(tmp_path / "b")
    assert all(map(bundled, again))
    for one, other in zip(own, again, strict=True):
        for name in ("__name__", "__file__", "__package__", "__cached__"):
            assert getattr(one, name) == getattr(other, name)
        assert getattr(one, "__path__", None) == getattr(other, "__path__", None)
        assert inspect.getsource(one) == inspect.getsource(other)
    assert again[0].TURNS == 3
    assert again[1].GRAIN == "rye"
    assert resources.files("mill.inner").joinpath("word.txt").read_text() == "flour"
    assert mill.name == "mill"


def test_a_module_that_has_changed_is_read_anew(mill: Path, tmp_path: Path) -> None:
    start(tmp_path / "b")
    (mill / "wheel.py").write_text("TURNS = 12\n")
    _, (wheel, inner, _) = start(tmp_path / "b")
    assert (wheel.TURNS, bundled(wheel), bundled(inner)) == (12, False, True)
    _, (wheel, *_) = start(tmp_path / "b")
    assert (wheel.TURNS, bundled(wheel)) == (12, True)


def test_a_copy_of_the_folder_has_modules_of_its_own(
    mill: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path / "b")
    shutil.copytree(mill, tmp_path / "copy" / "mill")
    (tmp_path / "copy" / "mill" / "wheel.py").write_text("TURNS = 12\n")
    monkeypatch.syspath_prepend(str(tmp_path / "copy"))
    _, (wheel, inner, _) = start(tmp_path / "b")
    assert (wheel.TURNS, bundled(wheel), bundled(inner)) == (12, False, False)


def test_a_module_that_is_gone_is_gone(mill: Path, tmp_path: Path) -> None:
    start(tmp_path / "b")
    (mill / "wheel.py").unlink()
    with pytest.raises(ModuleNotFoundError):
        start(tmp_path / "b")


@pytest.mark.usefixtures("mill")
def test_other_packages_are_not_its_business(tmp_path: Path) -> None:
    bundle, _ = start(tmp_path / "b")
    assert bundle.find_spec("millstone.x") is None
    assert bundle.find_spec("mill") is None


@pytest.mark.usefixtures("mill")
@pytest.mark.parametrize("cut", [0, 4, 30, -1])
def test_a_bundle_that_is_broken_is_done_without(tmp_path: Path, cut: int) -> None:
    start(tmp_path / "b")
    data = (tmp_path / "b").read_bytes()
    (tmp_path / "b").write_bytes(data[:cut])
    _, modules = start(tmp_path / "b")
    assert not any(map(bundled, modules))
    _, modules = start(tmp_path / "b")
    assert all(map(bundled, modules))


@pytest.mark.usefixtures("mill")
def test_a_bundle_of_another_python_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path / "b")
    monkeypatch.setattr(sys, "version", "4.0")
    _, modules = start(tmp_path / "b")
    assert not any(map(bundled, modules))


@pytest.mark.usefixtures("mill")
def test_nothing_is_written_where_python_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    start(tmp_path / "b")
    assert not (tmp_path / "b").exists()


@pytest.mark.usefixtures("mill")
def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    _, modules = start(tmp_path / "no" / "b")
    assert modules[0].TURNS == 3


@pytest.mark.usefixtures("mill")
def test_more_modules_join_those_that_are_known(tmp_path: Path) -> None:
    start(tmp_path / "b", "mill.wheel")
    start(tmp_path / "b", "mill.inner.stone")
    _, modules = start(tmp_path / "b")
    assert all(map(bundled, modules))
