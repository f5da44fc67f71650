"""The project holds itself to its own rules: names, words, sizes, tables without loose ends."""

from __future__ import annotations

import ast
import inspect
import json
import re
import string
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from needs import ROOT

import socialint
from socialint.checks import CHECKS
from socialint.locale import languages, words

PACKAGE = ROOT / "src" / "socialint"
RULES = ROOT / "rules"
FOLDERS = sorted(path.parent for path in RULES.glob("*/*/rule.yaml"))
MODULES = sorted(PACKAGE.rglob("*.py"))
WORDING = ("message", "why", "fix", "notes")
MOST_WORDS = 12
MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 45
# A rule's name says what is wrong, so that "allow hard-sell" reads as a sentence.
# what is lacking, in names that are fixed
LACKS = {"no-handover", "no-next-step", "no-response-plan"}
ORDERS = ("no-", "avoid-", "use-", "bad-", "dont-", "check-")
PUBLIC = (
    "socialint",
    "socialint.checks.check",
    "socialint.draft",
    "socialint.errors",
    "socialint.finding",
    "socialint.hookspecs",
    "socialint.linter",
    "socialint.profile",
    "socialint.report",
    "socialint.settings",
    "socialint.testing",
    "socialint.text",
)


def rule(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((folder / "rule.yaml").read_text(encoding="utf-8"))
    return read


def wording(folder: Path, lang: str) -> Iterator[tuple[str, str]]:
    """What a rule says in a language: the part's name and its text."""
    data = yaml.safe_load((folder / f"{lang}.yaml").read_text(encoding="utf-8"))
    for part in WORDING:
        texts = data.get(part, {})
        for text in texts.values() if isinstance(texts, dict) else [texts]:
            yield part, text


def texts(value: object) -> Iterator[str]:
    """Every text in a tree of plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from texts(child)


def tracked() -> list[Path]:
    """The files of the project; all that lie here where there is no git."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z"],  # noqa: S607  the git of whoever works here
            cwd=ROOT,
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout.split("\0")
        return [ROOT / name for name in listed if name and (ROOT / name).is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and ".venv" not in path.parts]


by_name = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


@by_name
def test_the_name_of_a_rule_states_a_fault(folder: Path) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", folder.name)
    assert folder.name in LACKS or not folder.name.startswith(ORDERS)


@by_name
def test_the_code_of_a_rule_is_of_its_group(folder: Path) -> None:
    assert re.fullmatch(rf"{folder.parent.name.upper()}\d{{3}}", rule(folder)["code"])


def test_every_code_and_name_is_given_once() -> None:
    codes = [rule(folder)["code"] for folder in FOLDERS]
    names = [folder.name for folder in FOLDERS]
    assert sorted(set(codes)) == sorted(codes)
    assert sorted(set(names)) == sorted(names)


@by_name
def test_a_rule_speaks_every_language_of_the_program(folder: Path) -> None:
    assert {lang for lang in languages() if (folder / f"{lang}.yaml").is_file()} == set(languages())


@by_name
def test_a_message_is_a_dozen_words_beside_what_it_quotes(folder: Path) -> None:
    for lang in languages():
        for part, text in wording(folder, lang):
            said = re.sub(r"\{\w+\}", "", text)
            count = sum(any(map(str.isalnum, word)) for word in said.split())
            assert part != "message" or count <= MOST_WORDS, (lang, text)


@by_name
def test_a_message_is_a_template_that_can_be_filled(folder: Path) -> None:
    for lang in languages():
        for _, text in wording(folder, lang):
            assert all(name is None or name.isidentifier() for _, name, _, _ in parts(text)), text


def parts(text: str) -> Iterator[tuple[str, str | None, str | None, str | None]]:
    return iter(string.Formatter().parse(text))


@by_name
def test_a_move_that_may_be_shown_has_a_note(folder: Path) -> None:
    moves = rule(folder).get("params", {}).get("moves", {})
    shown = {name for name, move in moves.items() if "forms" in move and move.get("weight", 2) >= 1}
    for lang in languages():
        data = yaml.safe_load((folder / f"{lang}.yaml").read_text(encoding="utf-8"))
        assert shown - set(data.get("notes", {})) == set(), lang


def faults_of_french(text: str) -> list[str]:
    """What French typography would not let stand; names in `ticks` are left out."""
    prose = re.sub(r"`[^`]*`|\[[^\]]*\]|https?://\S+|\{\w+\}|(?<!\w)--?\w[\w-]*", "x", text)
    straight = re.findall(r"\w'\w|\"", prose)
    loose = re.findall(r"\S*[^\u00a0\u202f:;!?][:;!?»](?=\s|$)", prose)
    doubled = re.findall(r"\S[ \u00a0\u202f]{2,}\S", text)
    return straight + loose + re.findall(r"«(?![\u00a0\u202f])", prose) + doubled


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("«\u00a0Deux heures\u00a0»\u00a0: c’est long\u202f!", True),
        ("Écrivez `a: b` à 18:30, voir https://a.example/b?c", True),
        ("c'est long", False),
        ("c’est long !", False),
        ("c’est long!", False),
        ("«deux heures\u00a0»", False),
        ("« deux heures\u00a0»", False),
        ("«\u00a0\u00a0deux heures\u00a0»", False),
        ("c’est\u00a0 long", False),
    ],
)
def test_french_typography_is_told_right_from_wrong(text: str, *, right: bool) -> None:
    assert (faults_of_french(text) == []) is right


@by_name
def test_the_french_of_a_rule_is_set_as_french(folder: Path) -> None:
    faults = {text: found for _, text in wording(folder, "fr") if (found := faults_of_french(text))}
    assert faults == {}


def test_the_program_s_own_french_is_set_as_french() -> None:
    faults = {text: found for text in texts(dict(words("fr"))) if (found := faults_of_french(text))}
    assert faults == {}


@by_name
def test_english_is_set_with_curly_marks(folder: Path) -> None:
    for _, text in wording(folder, "en"):
        assert not re.search(r"\w'\w|\"", re.sub(r"`[^`]*`", "", text)), text


def test_every_check_is_used_and_every_rule_has_one() -> None:
    assert {rule(folder)["check"] for folder in FOLDERS} <= set(CHECKS)
    # what rules of words alone are made of stands ready for packs
    assert set(CHECKS) - {rule(folder)["check"] for folder in FOLDERS} <= {
        "moves",
        "patterns",
        "phrases",
    }


def shape(value: object) -> object:
    """The names of a tree, without its texts; forms of the plural differ between languages."""
    if not isinstance(value, dict):
        return None
    if "other" in value and set(value) <= {"zero", "one", "two", "few", "many", "other"}:
        return "plural"
    return {name: shape(child) for name, child in value.items()}


def test_every_language_of_the_program_says_the_same_things() -> None:
    spoken = {lang: shape({**words(lang), "plural": None}) for lang in languages()}
    assert all(said == spoken["en"] for said in spoken.values())


def problem_codes() -> set[str]:
    """Every text in our source that could be the code of a problem."""
    return {
        node.value
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def raised() -> set[str]:
    """The codes that are handed to a `Problem` as they stand."""
    found = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                first = node.args[0] if node.args else None
                if node.func.id == "Problem" and isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


@pytest.mark.parametrize("lang", languages())
def test_every_problem_has_words_and_no_words_are_left_over(lang: str) -> None:
    known = set(words(lang)["problems"])
    assert raised() - known == set()
    # built from its parts: `wrong-type-` and the name of a type of JSON
    built = {code for code in known if code.startswith("wrong-type-")}
    assert known - problem_codes() - built == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_says_what_it_is_for_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree)
    assert len(text.splitlines()) <= MOST_LINES
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    }
    assert {name: n for name, n in long.items() if n > MOST_LINES_OF_A_FUNCTION} == {}


@pytest.mark.parametrize("name", PUBLIC)
def test_what_is_public_says_what_it_is(name: str) -> None:
    module = import_module(name)
    names = getattr(module, "__all__", [key for key in vars(module) if not key.startswith("_")])
    public = {key: getattr(module, key) for key in names}
    home = name if name != "socialint" else ""
    mute = [
        key
        for key, value in public.items()
        if (inspect.isclass(value) or inspect.isfunction(value))
        and value.__module__.startswith(home or "socialint")
        and not (value.__doc__ or "").strip()
    ]
    assert mute == []


def test_the_public_api_is_what_it_was() -> None:
    assert socialint.__all__ == [
        "Draft",
        "Finding",
        "Linter",
        "Message",
        "PluginError",
        "Profile",
        "ProfileError",
        "Report",
        "SettingsError",
        "SocialintError",
    ]
    assert all(hasattr(socialint, name) for name in socialint.__all__)


def test_nothing_names_a_place_that_only_one_machine_has() -> None:
    # put together, or this file would name them
    places = [f"/{top}/" for top in ("work", "home/[a-z]+", "Users/[A-Za-z]+", "root")]
    pattern = re.compile("|".join(rf"(?<![\w.}}~-]){place}" for place in places))
    named = {
        path.relative_to(ROOT).as_posix(): found[0]
        for path in tracked()
        if path.suffix not in {".zip", ".png"}
        and (found := pattern.search(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert named == {}


@pytest.mark.parametrize("path", sorted((PACKAGE / "schemas").glob("*.json")), ids=lambda p: p.name)
def test_a_schema_is_a_schema(path: Path) -> None:
    from jsonschema import Draft202012Validator  # noqa: PLC0415  only this test needs it

    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
