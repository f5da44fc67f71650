"""The feed: what rules see of all drafts of a run, and where they speak."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from socialint import Linter
from socialint.engine.again import HELD
from socialint.settings import Settings

AS_OF = datetime(2026, 6, 1, 9, tzinfo=UTC)
ROWS = HELD + 20


def calendar(path: Path, rows: list[str], header: str = "Date,Channel,Text") -> Path:
    path.write_text("\n".join((header, *rows)), encoding="utf-8")
    return path


def test_a_finding_on_a_draft_that_is_no_longer_in_memory_points_at_its_words(
    tmp_path: Path,
) -> None:
    rows = [f"2026-01-01,x,Post number {number} is about the harbour" for number in range(ROWS)]
    rows[-1] = "2026-01-01,lnkedin,The last one"
    path = calendar(tmp_path / "year.csv", rows)
    settings = Settings(root=tmp_path, select=("unknown-channel",))
    (finding,) = Linter(settings, as_of=AS_OF).check_paths([path]).findings
    text = path.read_text(encoding="utf-8")
    assert finding.quote == "lnkedin"
    assert finding.span
    assert text[slice(*finding.span)] == "lnkedin"
    assert finding.draft == f"{path.as_posix()}#{ROWS}"


def test_related_drafts_may_lie_in_other_files(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(
            "---\nchannel: lnkedin\n---\nThe lighthouse opens.\n", encoding="utf-8"
        )
    settings = Settings(root=tmp_path, select=("unknown-channel",))
    (finding,) = Linter(settings, as_of=AS_OF).check_paths([tmp_path]).findings
    assert Path(finding.path).name == "0.md"
    assert [Path(other.path).name for other in finding.related] == ["1.md", "2.md"]
    assert {other.quote for other in finding.related} == {"lnkedin"}
