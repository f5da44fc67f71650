"""Packs: folders of rules as data, read, compiled, and kept compiled."""

from socialint.rulepack.examples import read_examples
from socialint.rulepack.pack import Pack, load_pack, merged
from socialint.rulepack.read import builtin_pack, compile_pack, read_pack
from socialint.rulepack.store import packs

__all__ = [
    "Pack",
    "builtin_pack",
    "compile_pack",
    "load_pack",
    "merged",
    "packs",
    "read_examples",
    "read_pack",
]
