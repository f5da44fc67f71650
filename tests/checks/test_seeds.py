"""The five texts the project began with, as drafts: sourced figures pass, others are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint import Linter
from socialint.settings import Settings

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
SOURCED = ("Webagoo", "Forrester", "Altimeter")
UNSOURCED = ("150 millions", "25 milliards", "9 mill", "2500", "70%")


@pytest.fixture(scope="module")
def found() -> tuple[str, list[str]]:
    """All the texts, and the sentences that unsourced-statistic speaks of, hints too."""
    if not SEEDS.is_dir():
        pytest.skip(f"no seeds: {SEEDS} is not there")
    linter = Linter(Settings(select=("unsourced-statistic",)))
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    lines = [
        text[finding.start.offset - 60 : finding.end.offset + 60]
        for text in texts
        for finding in linter.check_text(text, lang="fr").findings
        if finding.start and finding.end
    ]
    return "\n".join(texts), [line.replace("\u00a0", " ").replace("\u202f", " ") for line in lines]


@pytest.mark.parametrize("name", SOURCED)
def test_a_figure_with_its_study_passes(name: str, found: tuple[str, list[str]]) -> None:
    text, lines = found
    assert name in text
    assert not [line for line in lines if name in line]


@pytest.mark.parametrize("figure", UNSOURCED)
def test_a_figure_with_no_source_is_found(figure: str, found: tuple[str, list[str]]) -> None:
    text, lines = found
    assert figure in text.replace("\u00a0", " ")
    assert [line for line in lines if figure in line]
