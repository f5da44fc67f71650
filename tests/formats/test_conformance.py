"""Repositories of real posts are read whole, without a problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from needs import SHARED

from socialint.draft import Draft
from socialint.formats import FORMATS, Reading
from socialint.formats.decode import read_source
from socialint.testing import check_format
from socialint.text import Source

SUITES = SHARED / "corpus" / "conformance"


def drafts_of(folder: Path) -> list[Draft]:
    found: list[Draft] = []
    for path in sorted(folder.rglob("*")):
        if path.suffix not in FORMATS or not path.is_file():
            continue
        source = read_source(str(path), path.read_bytes())
        assert isinstance(source, Source), source
        parsed = list(FORMATS[path.suffix](source, Reading()))
        assert [item for item in parsed if not isinstance(item, Draft)] == []
        found += check_format(FORMATS[path.suffix], source.text, str(path), Reading())
    return found


@pytest.mark.parametrize(
    ("suite", "count", "channels"),
    [
        ("galaxy-social", 257, {"mastodon", "linkedin", "bluesky", "matrix-eu-announce"}),
        ("twitter-together", 67, {"x"}),
    ],
)
def test_every_file_is_one_draft_for_known_channels(
    suite: str, count: int, channels: set[str]
) -> None:
    folder = SUITES / suite
    if not folder.is_dir():
        pytest.skip(f"no {suite} under {SUITES}")
    found = drafts_of(folder)
    assert len(found) == count
    assert {channel for draft in found for channel in draft.channels} == channels
    assert all(draft.text for draft in found)
