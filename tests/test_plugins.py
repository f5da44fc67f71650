from __future__ import annotations

import sys
from importlib.metadata import Distribution, EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from socialint.errors import PluginError
from socialint.plugins import registry


def install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str, version: str = "1.2"
) -> None:
    """A plugin as an installer leaves it: a module and its metadata on sys.path."""
    (folder / f"{name}_plugin.py").write_text(code, encoding="utf-8")
    info = folder / f"{name}_plugin-{version}.dist-info"
    info.mkdir()
    metadata = f"Metadata-Version: 2.1\nName: {name}-plugin\nVersion: {version}\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    entry = f"[socialint]\n{name} = {name}_plugin\n"
    (info / "entry_points.txt").write_text(entry, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, f"{name}_plugin", raising=False)


GOOD = """
from socialint.hookspecs import hookimpl

@hookimpl
def socialint_reporters():
    return {"bank-register": lambda report, look: ()}
"""
HEAD = "from socialint.hookspecs import hookimpl\n"


def test_a_plugin_adds_to_the_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, "bank", GOOD)
    found = registry()
    assert "bank-register" in found.reporters
    assert [(p.name, p.distribution, p.version) for p in found.plugins] == [
        ("bank", "bank-plugin", "1.2")
    ]


def test_a_plugin_that_is_skipped_is_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, "bank", "import nowhere")
    assert registry(skip=("bank",)).plugins == ()


@pytest.mark.parametrize(
    ("code", "problem", "words"),
    [
        ("import nowhere", "plugin-broken", "No module named 'nowhere'"),
        (
            HEAD + "@hookimpl\ndef socialint_rules_pack(): return []",
            "plugin-broken",
            "unknown hook",
        ),
        (HEAD + "@hookimpl\ndef socialint_checks(): return 1 / 0", "plugin-broken", "ZeroDivision"),
        (
            HEAD + "@hookimpl\ndef socialint_checks(): return {'phrases': 1}",
            "plugin-clash",
            "phrases",
        ),
    ],
)
def test_a_broken_plugin_is_named_with_its_version(
    code: str, problem: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, "bad", code)
    with pytest.raises(PluginError) as raised:
        registry()
    assert raised.value.problems[0].code == problem
    said = str(raised.value)
    assert "bad" in said
    assert "1.2" in said
    assert words in said
    assert "--no-plugin bad" in said


def test_a_plugin_that_must_be_there_is_missed() -> None:
    with pytest.raises(PluginError, match="the plugin bank is not installed"):
        registry(require=("bank",))


def test_no_distribution_is_opened_where_none_names_us(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: object) -> list[tuple[EntryPoint, Distribution]]:
        raise AssertionError

    monkeypatch.setattr("importlib.metadata.distributions", opened)
    assert registry().plugins == ()


def test_the_built_in_tables_come_by_the_same_door() -> None:
    found = registry()
    assert "phrases" in found.checks
    assert ".md" in found.formats
    assert "json" in found.reporters
    assert "entities" in found.layers
    assert len(found.packs) == 1


def test_the_module_of_a_plugin_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, "kept", GOOD.replace("bank", "kept"))
    assert isinstance(registry().plugins[0].module, ModuleType)
