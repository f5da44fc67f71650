"""Reports from the store, and from several processes, are the reports of a run alone."""

from __future__ import annotations

import json
import multiprocessing
import random
import sqlite3
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socialint import Linter, Profile
from socialint.cache import cache_folder
from socialint.engine import results as store
from socialint.engine.results import Results
from socialint.settings import Settings

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
BODIES = [
    "The heron stood by the weir.",
    "BUY NOW OR NEVER, GOOD PEOPLE!!!!",
    "Studies show that 87% of people agree.",
    "Write to jo.martin@free.example or call 06 12 34 56 78.",
    "TODO: add the link [link here]",
    "<!-- socialint-ignore shouting: the name of the play -->\nBUY NOW OR NEVER, FOLKS!!!!",
    "",
    "Like and share if you agree! Tag a friend.",
]
HEADS = [
    "lang: en",
    "lang: en\nchannel: x",
    "lang: fr\nkind: reply",
    "lang: en\nid: same",
    "lang: en\nembargo_until: 2026-06-01T15:00:00+00:00",
    "lang: en\nchanel: x\nobjective: visits",
    "lang: [",
]
posts = st.lists(st.tuples(st.sampled_from(HEADS), st.sampled_from(BODIES)), max_size=6)


def write(folder: Path, drafts: list[tuple[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.md"):
        path.unlink()
    for number, (head, body) in enumerate(drafts):
        (folder / f"{number}.md").write_text(f"---\n{head}\n---\n{body}\n", encoding="utf-8")


def linter(folder: Path, as_of: datetime | None = NOON, **profile: Any) -> Linter:
    cache = folder / "cache"
    if not cache.exists():
        cache.mkdir()  # a store of its own; to compile the rules anew takes seconds
        (cache / "packs").symlink_to(cache_folder() / "packs", target_is_directory=True)
    made = Settings(root=folder, select=tuple(profile.pop("select", ["all"])), cache_dir="cache")
    return Linter(made, Profile(profile) if profile else None, as_of=as_of)


def told(linter: Linter, folder: Path, **how: Any) -> Mapping[str, Any]:
    return linter.check_paths([folder / "posts"], **how).to_dict()


def names_in(folder: Path) -> set[str]:
    with sqlite3.connect(folder / "cache" / "results.sqlite") as base:
        rows = base.execute("SELECT spoke FROM results").fetchall()
    return {name for (row,) in rows for names in json.loads(row) for name in names}


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socialint.engine.late.FEW", 0)


@pytest.mark.usefixtures("at_once")
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=posts, second=posts)
def test_a_report_from_the_store_is_a_fresh_report(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[tuple[str, str]],
    second: list[tuple[str, str]],
) -> None:
    folder = tmp_path_factory.mktemp("run")
    one = linter(folder)
    for drafts in (first, second, first):
        write(folder / "posts", drafts)
        fresh = told(one, folder)
        assert told(one, folder, cached=True) == fresh
        assert told(one, folder, cached=True) == fresh


@pytest.mark.usefixtures("at_once")
def test_what_is_known_to_be_silent_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "posts", [("lang: en", body) for body in BODIES[:3]])
    one = linter(tmp_path)
    told(one, tmp_path, cached=True)
    spoke = names_in(tmp_path)
    (tmp_path / "posts" / "new.md").write_text("---\nlang: [\n", encoding="utf-8")
    fresh = told(one, tmp_path)
    monkeypatch.setattr("socialint.engine.gate.Senses.wake", lambda *_: True)
    asked: list[str] = []
    look = "socialint.engine.judge._found"
    from socialint.engine.judge import _found  # noqa: PLC0415  what it was before

    def counted(rule: Any, *rest: Any) -> Any:
        asked.append(rule.rule.name)
        return _found(rule, *rest)

    monkeypatch.setattr(look, counted)
    assert told(one, tmp_path, cached=True) == fresh
    across = {rule.name for rule in one.rules if rule.feed}
    assert asked
    assert spoke >= {finding["rule"] for finding in fresh["findings"]} - across
    assert set(asked) <= spoke | across


@pytest.mark.usefixtures("at_once")
def test_another_day_profile_or_setting_is_another_result(tmp_path: Path) -> None:
    write(tmp_path / "posts", [("lang: fr", "Tu viens ? Venez donc nous voir, vous aussi.")])
    runs = [
        linter(tmp_path),
        linter(tmp_path, NOON.replace(day=2)),
        linter(tmp_path, voice={"address": "vous", "emoji": {"max": 0}}),
        linter(tmp_path, select=["SEL"]),
    ]
    for one in (*runs, *runs):
        assert told(one, tmp_path, cached=True) == told(one, tmp_path)
    with sqlite3.connect(tmp_path / "cache" / "results.sqlite") as base:
        assert base.execute("SELECT count(*) FROM results").fetchone() == (len(runs),)


@pytest.mark.usefixtures("at_once")
def test_an_embargo_ends_within_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "posts", [(HEADS[4], BODIES[0])])
    for hour in (12, 16):
        monkeypatch.setattr("socialint.linter.datetime", _Clock(hour))
        one = linter(tmp_path, None)
        for _ in range(2):
            assert told(one, tmp_path, cached=True) == told(one, tmp_path)


class _Clock:
    def __init__(self, hour: int) -> None:
        self._hour = hour

    def now(self, _: object) -> datetime:
        return NOON.replace(hour=self._hour)


@pytest.mark.usefixtures("at_once")
def test_no_word_of_a_draft_is_kept(tmp_path: Path) -> None:
    write(tmp_path / "posts", [("lang: en\nid: my-secret-id", body) for body in BODIES])
    one = linter(tmp_path)
    told(one, tmp_path, cached=True)
    kept = names_in(tmp_path)
    assert kept
    assert kept <= {rule.name for rule in one.rules}


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("broken", [b"", b"no base", b"SQLite format 3\0" + b"x" * 4000])
def test_a_store_that_is_broken_is_done_without(tmp_path: Path, broken: bytes) -> None:
    write(tmp_path / "posts", [("lang: en", body) for body in BODIES[:4]])
    one = linter(tmp_path)
    (tmp_path / "cache" / "results.sqlite").write_bytes(broken)
    for _ in range(2):
        assert told(one, tmp_path, cached=True) == told(one, tmp_path)


@pytest.mark.usefixtures("at_once")
def test_runs_share_the_store(tmp_path: Path) -> None:
    write(tmp_path / "posts", [("lang: en", body) for body in BODIES])
    one = linter(tmp_path)
    fresh = told(one, tmp_path)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: told(one, tmp_path, cached=True), range(8)))
    assert found == [fresh] * 8


def test_the_store_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST", 5)
    results = Results(tmp_path, "state")
    for number in range(9):
        assert results.of(str(number), b"", explicit=False) is None
        results.keep(str(number), b"", (), explicit=False)
    results.close()
    with sqlite3.connect(tmp_path / "results.sqlite") as base:
        assert base.execute("SELECT count(*) FROM results").fetchone() == (5,)


def test_a_few_files_open_no_store(tmp_path: Path) -> None:
    write(tmp_path / "posts", [("lang: en", body) for body in BODIES[:3]])
    told(linter(tmp_path), tmp_path, cached=True)
    assert not (tmp_path / "cache" / "results.sqlite").exists()


@pytest.mark.parametrize("cached", [False, True])
def test_several_processes_report_what_one_does(tmp_path: Path, cached: bool) -> None:  # noqa: FBT001  a parameter of the table
    rng = random.Random(7)  # noqa: S311  the same drafts each time
    drafts = [(rng.choice(HEADS), rng.choice(BODIES)) for _ in range(60)]
    write(tmp_path / "posts", drafts)
    one = linter(tmp_path)
    alone = told(one, tmp_path)
    for _ in range(2):
        assert told(one, tmp_path, jobs=2, cached=cached) == alone
        assert not multiprocessing.active_children()  # one left alone would wait for ever
