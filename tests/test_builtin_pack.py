"""The built-in pack: as strict with itself as with others, and more; and how it is shipped."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from socialint.checks import CHECKS
from socialint.rulepack import builtin_pack, load_pack, read_examples, read_pack
from socialint.rulepack.pack import VERSION
from socialint.rulepack.packed import dump, parse
from socialint.rulepack.store import SHIPPED, content_hash, packs

ROOT = Path(__file__).parents[1]
RULES = ROOT / "rules"
FOLDERS = sorted(path.parent for path in RULES.glob("*/*/rule.yaml"))
LEAST = 8


def test_the_built_in_pack_of_a_checkout_is_its_rules_folder() -> None:
    assert builtin_pack() == RULES


def test_the_built_in_pack_has_no_problem() -> None:
    assert read_pack(RULES, CHECKS).name == "socialint"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_rule_has_french_and_english(folder: Path) -> None:
    assert {path.stem for path in folder.glob("*.yaml")} >= {"rule", "en", "fr"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_rule_has_eight_examples_of_each_kind_in_each_language(folder: Path) -> None:
    count = Counter((example.lang, example.bad) for example in read_examples(folder))
    langs = [path.stem for path in folder.glob("*.yaml") if path.stem not in {"rule", "und"}]
    few = {(lang, bad): count[lang, bad] for lang in langs for bad in (True, False)}
    assert {key: number for key, number in few.items() if number < LEAST} == {}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_example_stands_twice(folder: Path) -> None:
    count = Counter(
        json.dumps([example.lang, example.text, dict(example.fields), dict(example.profile)])
        for example in read_examples(folder)
    )
    assert [text for text, number in count.items() if number > 1] == []


BUILD = """
import sys, types
for name in ("hatchling", "builders", "hooks", "plugin", "interface"):
    path = f"{{path}}.{{name}}" if name != "hatchling" else name
    sys.modules[path] = types.ModuleType(path)
sys.modules[path].BuildHookInterface = object
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {names}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Missing())
sys.path.insert(0, {root!r})
import hatch_build, pathlib
sys.stdout.reconfigure(encoding="utf-8")
print(hatch_build.compile_rules(pathlib.Path({root!r})))
"""


def test_the_build_compiles_the_rules_with_nothing_but_yaml() -> None:
    missing = {"jsonschema", "pluggy", "platformdirs", "pathspec", "spacy", "textstat", "pyromark"}
    script = BUILD.format(names=missing, root=str(ROOT))
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8"
    )
    assert load_pack(parse(done.stdout.rstrip("\n").encode()), str(RULES)) == read_pack(
        RULES, CHECKS
    )


def test_a_shipped_pack_is_loaded_without_reading_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / "_rules"
    shipped.mkdir()
    compiled = {"version": VERSION, "name": "socialint", "languages": ["en"], "shared": []}
    rest: dict[str, object] = {"rules": [], "lexicons": {}, "facts": {}, "cues": {}}
    rest |= {"unspoken": {}, "notices": []}
    (shipped / SHIPPED).write_text(dump({**compiled, **rest}), "utf-8")
    monkeypatch.setattr("socialint.rulepack.store.builtin_pack", lambda: shipped)
    assert packs([shipped], CHECKS)[0].languages == ("en",)


def test_the_hash_of_a_folder_tells_names_and_contents_apart(tmp_path: Path) -> None:
    hashes: set[str] = set()
    for name, content in [("a.yaml", "xy"), ("ax.yaml", "y"), ("a.yaml", "x"), ("b.yaml", "xy")]:
        folder = tmp_path / str(len(hashes))
        folder.mkdir()
        (folder / name).write_text(content, "utf-8")
        hashes.add(content_hash(folder))
    assert len(hashes) == 4
