"""The examples of a pack's rules, which are their tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from socialint.engine import examples
from socialint.engine.examples import Outcome
from socialint.plugins import registry
from socialint.rulepack import packs, read_pack


def run_examples(folder: str | Path) -> Iterator[Outcome]:
    """What came of every example of every rule of the pack in `folder`.

    Its rules may use the checks of every installed plugin, and the words of the built-in pack and
    of the plugins' other packs.  Raises PackError for a pack that is wrong in itself, PluginError
    for a plugin that can't be loaded.
    """
    found, folder = registry(), Path(folder).resolve()
    others = [other for other in found.packs if other.resolve() != folder]
    beside = packs(others, found.checks)
    pack = read_pack(folder, found.checks, beside)
    yield from examples.run_examples(pack, found.checks, beside)
