"""Packs: folders of rules as data, read, compiled, and kept compiled."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from socialint.rulepack.pack import Pack, builtin_pack, load_pack, merged
from socialint.rulepack.store import packs

if TYPE_CHECKING:
    from socialint.rulepack.examples import read_examples
    from socialint.rulepack.read import compile_pack, read_pack

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

# what reads YAML is loaded when asked for: a run with a compiled pack never does
_LAZY = {"compile_pack": "read", "read_examples": "examples", "read_pack": "read"}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(name)
    return getattr(import_module(f"socialint.rulepack.{_LAZY[name]}"), name)
