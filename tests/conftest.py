from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from installed import Environment, environment, source_tree
from installed import build as build_project
from needs import FULL

from socialint.finding import Finding
from socialint.report import Report
from socialint.testing.made import made_up
from socialint.testing.sample import sample_report

# A slow machine is no failure; where nobody looks at a failure at once, the same examples again.
settings.register_profile("quick", max_examples=100, deadline=None, derandomize="CI" in os.environ)
settings.register_profile(
    "full",
    max_examples=2000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("full" if FULL else "quick")

Make = Callable[..., Finding]
Said = tuple[int, str, str]


@pytest.fixture
def make() -> Make:
    return made_up


@pytest.fixture
def report() -> Report:
    return sample_report()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, in a plain English environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def socialint(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs a command line: exit code, standard output, standard error."""
    from socialint.cli import main  # noqa: PLC0415  only tests of the command line need it

    def run(*argv: str) -> Said:
        code = main(argv)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    build_project(folder)
    return folder


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment in which the wheel, and nothing of the checkout, is installed."""
    made = environment(tmp_path_factory.mktemp("installed"))
    made.install(wheel)
    return made


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment that runs the source tree."""
    return source_tree(tmp_path_factory.mktemp("checkout"))
