"""What fuzzing found stays mended: its inputs again, and a few new ones beside each.

`python tests/fuzz/run.py` looks for more; an input that broke something goes to `found/TARGET`.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from fuzzing import TARGETS
from fuzzing.target import Target
from needs import FULL

FOUND = Path(__file__).with_name("found")
ROUNDS = 200 if FULL else 8  # inputs of chance for each seed


def inputs(target: Target) -> list[bytes]:
    """The seeds of a target, and what broke it once."""
    found = sorted((FOUND / target.name).glob("*"))
    return [*(seed.encode() for seed in target.seeds), *(path.read_bytes() for path in found)]


def changed(data: bytes, words: tuple[str, ...], rng: random.Random) -> bytes:
    """The input with a stretch taken away, doubled, or replaced by a word of the target's."""
    start = rng.randrange(len(data) + 1)
    end = min(len(data), start + rng.randrange(9))
    word = rng.choice([*words, "\x00", "é", "\u202e"]).encode("utf-8", "replace")
    middle = rng.choice([b"", data[start:end] * 2, word, data[start:end] + word])
    return data[:start] + middle + data[end:]


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_what_was_found_and_what_lies_beside_it_hold(target: Target) -> None:
    rng = random.Random(target.name)  # noqa: S311  the same inputs each time
    for data in inputs(target):
        target.run(data)
        for _ in range(ROUNDS):
            data = changed(data, target.words, rng)  # noqa: PLW2901  each from the one before
            target.run(data)


def test_what_was_found_belongs_to_a_target() -> None:
    assert {path.name for path in FOUND.iterdir()} <= set(TARGETS)
