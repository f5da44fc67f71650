"""The picture in docs/architecture.md is true: every part is in it, and imports go downwards."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from needs import ROOT

PACKAGE = ROOT / "src" / "socialint"
PAGES = ("architecture.md", "architecture.fr.md")
ROW = re.compile(r"^ [^│\n]+│ ([\w ]+?)(?: ◀─ [^│]*)?│ [▲│]", re.MULTILINE)


def rows(page: str) -> list[list[str]]:
    """The parts of the program as the picture has them, from the top."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return [found.split() for found in ROW.findall(text.split("```")[1])]


def parts() -> set[str]:
    modules = {path.stem for path in PACKAGE.glob("*.py")}
    return modules | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def part(path: Path) -> str:
    """The part that a module is, or is in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The parts that a module imports when it runs, wherever in it that stands."""
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        waiting += ast.iter_child_nodes(node)
        named: list[str] = []
        if isinstance(node, ast.ImportFrom):
            module = node.module or ""
            named = [f"{module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            named = [alias.name for alias in node.names]
        yield from (name.split(".")[1] for name in named if name.startswith("socialint."))


@pytest.mark.parametrize("page", PAGES)
def test_every_part_stands_in_the_picture_once(page: str) -> None:
    assert sorted(name for row in rows(page) for name in row) == sorted(parts())


@pytest.mark.parametrize("page", PAGES)
def test_every_import_goes_to_its_own_row_or_below(page: str) -> None:
    height = {name: number for number, row in enumerate(rows(page)) for name in row}
    upwards = {
        (path.relative_to(PACKAGE).as_posix(), name)
        for path in PACKAGE.rglob("*.py")
        for name in imports(path)
        if name in height and height[name] < height[part(path)]
    }
    assert upwards == set()
