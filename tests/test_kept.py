"""Patterns kept between runs: they find what fresh ones do, and nothing kept can do harm."""

from __future__ import annotations

import re
import sys
from array import array
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.cache import cache_folder
from socialint.kept import Kept

PATTERNS = [
    (r"(?P<year>\d{4})-(\d\d)", 0),
    ("[\u2600-\u27bf\U0001f300-\U0001faff]", 0),
    (r"(?<!\w)sale(?=\W|$)|été|Œuvre", re.IGNORECASE),
    (r"^a.*?b++$", re.MULTILINE | re.DOTALL),
    (r"(?i:x)(?:y|z){2,3}(?P<w>q)?(?P=w)", 0),
    ("é +  # a letter", re.VERBOSE),
]
TEXTS = ["2026-11-29", "☕ 🙂 a\nb", "La SALE de l'ÉTÉ", "axxb\nab", "Xyzqq xzz", "ééé", ""]


def found(pattern: re.Pattern[str], text: str) -> list[object]:
    return [(match.span(), match.groups(), match.groupdict()) for match in pattern.finditer(text)]


@pytest.mark.parametrize(("source", "flags"), PATTERNS)
def test_a_kept_pattern_is_the_pattern(source: str, flags: int, tmp_path: Path) -> None:
    path = tmp_path / "new" / "kept.bin"
    first = Kept(path)
    first.compile(source, flags)
    first.write()
    fresh, again = re.compile(source, flags), Kept(path).compile(source, flags)
    assert again == fresh
    assert (again.groups, again.groupindex) == (fresh.groups, fresh.groupindex)
    for text in TEXTS:
        assert found(again, text) == found(fresh, text)


def test_what_is_kept_is_not_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kept.bin"
    for source in ("a+", "b+"):  # two runs, each with a pattern of its own
        one = Kept(path)
        one.compile(source, 0)
        one.write()
    monkeypatch.setattr("socialint.kept._parts", lambda *_: pytest.fail("compiled"))
    again = Kept(path)
    assert again.compile("a+", 0).search("baa")
    assert again.compile("b+", 0).search("ab")


BROKEN = [b"[]\nx", b"[1]\n", b"{}\n", b'[["a", 0, 32, 8, 0, {}]]\n', b'[["a", 0, 32, 0, 0, 1]]\n']


@given(st.sampled_from(BROKEN) | st.binary(max_size=60))
def test_a_broken_file_is_done_without(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("kept") / "kept.bin"
    path.write_bytes(data)
    one = Kept(path)
    assert one.compile("a", 0).search("cab")
    one.write()


def test_code_that_no_pattern_has_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kept.bin"
    path.write_bytes(b'[["a", 0, 32, 8, 0, {}]]\n' + array("I", [999, 12345]).tobytes())
    assert Kept(path).compile("a", 0).search("cab")


def test_wrong_syntax_is_told_as_re_tells_it(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="missing"):
        Kept(tmp_path / "kept.bin").compile("(", 0)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("home", ["", "  ", "/var/xdg"])
def test_the_cache_folder_is_where_platformdirs_says(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    cache_folder.cache_clear()
    try:
        assert cache_folder() == platformdirs.user_cache_path("socialint")
    finally:
        cache_folder.cache_clear()
