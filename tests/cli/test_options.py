"""Lines of whole options are read without argparse, and as argparse reads them."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.cli.commands import COMMANDS
from socialint.cli.options import HELP, LANG, Option, parsed, read
from socialint.cli.parser import parsed_by_argparse
from socialint.errors import SettingsError

CHECK: Sequence[Option] = import_module("socialint.cli.check").OPTIONS
VALUES = ("posts", "a b", "", "-", "json", "2026-01-02", "fr", "é=1", "3", "x,y")
ODD = ("--", "-x", "-1", "--lan", "--unknown", "--help", "-h", "--format=", "--staged=1", "-a b")


def options_of(command: str) -> Sequence[Option]:
    place, _, function = COMMANDS[command].partition(":")
    module = import_module(place)
    options: Sequence[Option] = module.OPTIONS[command] if function else module.OPTIONS
    return (*options, LANG, HELP)


def lines(options: Sequence[Option]) -> st.SearchStrategy[list[str]]:
    """Words such as people write, and such as they should not."""
    value = st.sampled_from(VALUES)
    flags = [option.name for option in options if option.name.startswith("-")]
    pair = st.tuples(st.sampled_from(flags), value)
    joined = st.builds("=".join, pair).map(lambda word: (word,))
    words = st.one_of(
        pair, joined, st.tuples(st.sampled_from(flags)), st.tuples(value), st.tuples(value)
    )
    odd = st.tuples(st.sampled_from(ODD))
    return st.lists(st.one_of(words, words, words, words, odd), max_size=6).map(
        lambda parts: [word for part in parts for word in part]
    )


@pytest.mark.parametrize("command", COMMANDS)
@given(data=st.data())
def test_what_is_read_is_what_argparse_reads(command: str, data: st.DataObject) -> None:
    options = options_of(command)
    argv = data.draw(lines(options))
    found = read(options, argv)
    if found is not None:
        assert found == parsed_by_argparse(command, options, argv, "en", {"formats": "json"})


@pytest.mark.parametrize(
    "line",
    [
        "",
        "posts",
        "- --stdin-filename a.md --format json",
        "--format=json posts --no-cache replies --select shouting --select CLM --lang fr",
    ],
)
def test_common_lines_need_no_argparse(line: str) -> None:
    assert read((*CHECK, LANG, HELP), line.split()) is not None


@pytest.mark.parametrize("line", [*ODD, "--format", "--format --staged", "posts -- -a.md"])
def test_what_is_odd_is_left_to_argparse(line: str) -> None:
    assert read((*CHECK, LANG, HELP), line.split() or [line]) is None


def test_a_language_that_is_not_spoken_is_refused() -> None:
    with pytest.raises(SettingsError, match="choose one of"):
        parsed("check", CHECK, ["--lang", "xx"], "en")
