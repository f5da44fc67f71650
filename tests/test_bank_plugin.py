"""The example of a plugin package, built, installed and used; and what is said of a broken one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from installed import Environment, build, environment
from needs import ROOT

pytestmark = pytest.mark.xdist_group("wheel")

BANK = ROOT / "examples" / "socialint-bank"
POST = "---\nlang: en\nchannel: linkedin\n---\nOur green loan for heat pumps: 3.9% a year.\n"
HELD = """
from pathlib import Path
import socialint_bank
from socialint.testing import run_examples
outcomes = list(run_examples(Path(socialint_bank.__file__).with_name("rules")))
print(len(outcomes), [outcome for outcome in outcomes if not outcome.right])
"""


@pytest.fixture(scope="module")
def bank(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with socialint and the plugin, each installed from its wheel."""
    made = environment(tmp_path_factory.mktemp("bank"))
    plugin = build(tmp_path_factory.mktemp("dist"), "--wheel", project=BANK)
    made.install(wheel, *plugin)
    return made


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    (tmp_path / "loan.md").write_text(POST, encoding="utf-8")
    return tmp_path


def test_the_rules_of_a_plugin_are_listed(bank: Environment, posts: Path) -> None:
    done = bank.run("socialint", "rules", "--format", "json", cwd=posts)
    listed = {rule["name"]: rule for rule in json.loads(done.stdout)["rules"]}
    assert listed["rate-without-apr"]["on"] is True
    assert listed["guaranteed-return"]["code"] == "BNK002"
    assert "shouting" in listed


def test_the_check_of_a_plugin_finds(bank: Environment, posts: Path) -> None:
    done = bank.run("socialint", "check", "--format", "json", cwd=posts)
    found = json.loads(done.stdout)["findings"]
    assert [(one["rule"], one["quote"], one["start"]["line"]) for one in found] == [
        ("rate-without-apr", "3.9%", 5)
    ]
    assert done.returncode == 1


def test_the_reporter_of_a_plugin_reports(bank: Environment, posts: Path) -> None:
    done = bank.run("socialint", "check", "--format", "bank-register", cwd=posts)
    assert done.stdout == "rate-without-apr;loan.md;5;error\n"


def test_the_examples_of_a_plugin_hold(bank: Environment, tmp_path: Path) -> None:
    done = bank.run("python", "-c", HELD, cwd=tmp_path)
    assert done.stderr == ""
    count, _, wrong = done.stdout.strip().partition(" ")
    assert int(count) > 0
    assert wrong == "[]"


def test_the_tests_of_a_plugin_pass_where_it_is_installed(
    bank: Environment, tmp_path: Path
) -> None:
    shutil.copytree(BANK, tmp_path / "bank")
    command = ("-m", "pytest", "-q", "-p", "no:cacheprovider")
    done = bank.run("python", *command, cwd=tmp_path / "bank")
    assert done.returncode == 0, done.stdout + done.stderr
    marked = [path.read_text("utf-8") for path in BANK.glob("src/*/rules/*/*/??.yaml")]
    count = sum(text.partition("examples:")[2].count('    - "') for text in marked)
    assert f"{count + 1} passed" in done.stdout


def test_without_its_plugin_the_linter_goes_on(bank: Environment, posts: Path) -> None:
    done = bank.run("socialint", "check", "--no-plugin", "bank", "--format", "json", cwd=posts)
    assert json.loads(done.stdout)["findings"] == []
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("from socialint_bank.rate import RATE", "from socialint_bank.rat import RATE"),
        ("def socialint_reporters", "def socialint_reporter"),
        ('"bank/rate"', '"phrases"'),
    ],
    ids=["it can't be imported", "it misspells a hook", "it takes a name that is taken"],
)
def test_a_broken_plugin_is_named_with_its_version_and_the_cure(
    old: str, new: str, wheel: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(BANK, project)
    module = project / "src" / "socialint_bank" / "__init__.py"
    text = module.read_text(encoding="utf-8")
    assert old in text
    module.write_text(text.replace(old, new), encoding="utf-8")
    made = environment(tmp_path / "home")
    made.install(wheel, *build(tmp_path / "dist", "--wheel", project=project))
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "loan.md").write_text(POST, encoding="utf-8")
    for lang in ("en", "fr"):
        done = made.run("socialint", "check", "--lang", lang, cwd=tmp_path / "posts")
        assert done.returncode == 2
        assert "0.1.0" in done.stderr
        assert "--no-plugin bank" in done.stderr
        assert "Traceback" not in done.stderr
    again = made.run("socialint", "check", "--no-plugin", "bank", cwd=tmp_path / "posts")
    assert again.returncode == 0, again.stdout + again.stderr
