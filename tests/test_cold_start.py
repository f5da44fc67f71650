"""What a run on one post does not import: each of these costs more than the run itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from installed import Environment

pytestmark = pytest.mark.xdist_group("wheel")

HEAVY = frozenset(
    {
        "argparse",
        "asyncio",
        "difflib",
        "gettext",
        "http",
        "importlib.metadata",
        "jsonschema",
        "multiprocessing",
        "nltk",
        "spacy",
        "textstat",
    }
)
SCRIPT = """
import sys
from socialint.cli import main
code = main(["check", "one.md", "--format", "json"])
print(code, *sorted(sys.modules), file=sys.stderr)
"""
POSTS = {
    "en": (
        "---\nlang: en\nchannel: linkedin\nobjective: visits\n---\n"
        "The tool library opens again on Monday at nine. Bring the *kettle* that you no longer "
        "use: we take it apart together, and it is lent out the week after.\n\n"
        "Addresses and hours: https://harbour-repair.example/hours #repair\n"
    ),
    "fr": (
        "---\nlang: fr\nchannel: linkedin\nobjective: visites\n---\n"
        "L’outilthèque rouvre lundi à neuf heures. Apportez la *bouilloire* qui ne sert plus : "
        "nous l’ouvrons ensemble, et elle se prête dès la semaine d’après.\n\n"
        "Adresse et horaires : https://ateliers-du-canal.example/horaires #réparation\n"
    ),
}
SETTINGS = 'lang = "fr"\n[brands]\nmill = "mill.yaml"\n[[per_path]]\nglob = "**"\nbrand = "mill"\n'
PROFILE = "brand: Mill\nlanguages: [fr, en]\nvoice: {address: vous}\n"


def start(place: Environment, folder: Path) -> tuple[int, set[str]]:
    """Runs the check in a fresh process: its exit code, and the modules at its end."""
    done = place.run("python", "-c", SCRIPT, cwd=folder)
    assert json.loads(done.stdout)["summary"]["drafts"] == 1
    code, *modules = done.stderr.split()
    return int(code), set(modules)


@pytest.mark.parametrize("beside", ["nothing", "settings and profile"])
@pytest.mark.parametrize("lang", POSTS)
def test_a_cold_check_of_an_ordinary_post_imports_nothing_heavy(
    lang: str, beside: str, installed: Environment, tmp_path: Path
) -> None:
    (tmp_path / "one.md").write_text(POSTS[lang], encoding="utf-8")
    if beside != "nothing":
        (tmp_path / "socialint.toml").write_text(SETTINGS, encoding="utf-8")
        (tmp_path / "mill.yaml").write_text(PROFILE, encoding="utf-8")
        start(installed, tmp_path)  # holds them against their schemas, once and for all
    code, modules = start(installed, tmp_path)
    assert code == 0
    assert "socialint.linter" in modules
    assert modules & HEAVY == set()
    # rules that judge no part of a feed are not asked about one post
    assert "socialint.checks.feed.near" not in modules


def test_settings_that_are_new_are_validated(installed: Environment, tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(POSTS["en"], encoding="utf-8")
    (tmp_path / "socialint.toml").write_text(f"# {tmp_path}\nlang = 'en'\n", encoding="utf-8")
    _, modules = start(installed, tmp_path)
    assert "jsonschema" in modules
