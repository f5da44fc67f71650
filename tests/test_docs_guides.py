"""The guides, followed to the letter in an empty folder, print what stands in them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest
from installed import Environment, build, environment
from needs import ROOT
from pages import followed, shell

GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))

pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def alone(wheel: Path, tmp_path: Path) -> Environment:
    """An environment for a page that installs something of its own."""
    made = environment(tmp_path / "environment")
    made.install(wheel)
    return made


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.name)
def test_a_guide_can_be_followed(page: Path, home: Path, request: pytest.FixtureRequest) -> None:
    text = page.read_text(encoding="utf-8")
    made = request.getfixturevalue("alone" if "$ pip install" in text else "installed")
    assert followed(text, shell(made, page, home), home) == text


@pytest.mark.parametrize(("end", "pack", "group"), [("", "house", "HSE"), (".fr", "maison", "MSN")])
def test_a_pack_grows_from_one_guide_to_the_next(
    home: Path, alone: Environment, end: str, pack: str, group: str
) -> None:
    for name in ("packs", "rules"):
        page = ROOT / "docs" / "guides" / f"{name}{end}.md"
        run = shell(alone, page, home)
        followed(page.read_text(encoding="utf-8"), run, home)
    assert run(f"socialint pack check {pack}; echo $?").splitlines()[-1] == "0"
    run(f"socialint new-rule loud-opening --pack {pack} --group {group}")
    made = (home / pack / group.lower() / "loud-opening" / "rule.yaml").read_text("utf-8")
    assert f"code: {group}011" in made
    assert run(f"socialint pack check {pack}; echo $?").splitlines()[-1] == "0"


def main() -> None:
    """Writes what the commands print into the pages: python tests/test_docs_guides.py [NAME…]."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = next(path for path in build(Path(folder) / "dist", "--wheel"))
        for page in GUIDES:
            if sys.argv[1:] and page.name not in sys.argv[1:]:
                continue
            made = environment(Path(folder) / page.name / "environment")
            made.install(wheel)
            home = Path(folder) / page.name / "home"
            home.mkdir()
            text = followed(page.read_text(encoding="utf-8"), shell(made, page, home), home)
            page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
