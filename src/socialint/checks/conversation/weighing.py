"""A reply weighed: words by class, parts of an answer and signs, counted and added up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from socialint.checks.check import Params, Words
from socialint.checks.conversation.classes import stems, tally
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import PART_NAMES, PARTS
from socialint.layers.candidates import LISTS
from socialint.layers.fold import WORDS
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View

ABOUT = "message/"
MOST_WORDS, MOST_SENTENCES, MOST_FIGURES, MOST_PARTS = 80, 6, 4, 6
WEIGHED: Mapping[str, Any] = MappingProxyType(
    {
        "type": "object",
        "additionalProperties": False,
        "required": ["threshold", "start", "most", "weights"],
        "properties": {
            "threshold": {"type": "number"},
            "start": {"type": "number"},
            "most": {"type": "integer", "minimum": 1},
            "weights": {"type": "object", "additionalProperties": {"type": "number"}},
        },
    }
)
Count = Callable[[View, View], float]


def weigh(view: View, message: View, params: Params, words: Words) -> float:
    """`start`, and what a reply to `message` has of each name in `weights`, times its weight."""
    there = {*view.layer(LISTS), *(f"{ABOUT}{key}" for key in message.layer(LISTS))}
    there |= {part.name for part in view.layer(PARTS)} | COUNTS.keys()
    total = float(params["start"])
    for name, weight in params["weights"].items():
        if name in there or _key(name, words) in there:
            total += weight * count(name, view, message, params["most"], words)
    return total


def _key(name: str, words: Words) -> str:
    """The full name of a class in a text, in the message that is answered marked as such."""
    if name.startswith(ABOUT):
        return ABOUT + words.key(name.removeprefix(ABOUT))
    return words.key(name)


def count(name: str, view: View, message: View, most: int, words: Words) -> float:
    """How often it is there: one of `COUNTS`, a part (once), a class (`message/…`: in that)."""
    if name in COUNTS:
        return COUNTS[name](view, message)
    if name in PART_NAMES:
        return float(any(part.name == name for part in view.layer(PARTS)))
    if name.startswith(ABOUT):
        return min(tally(message, words.key(name.removeprefix(ABOUT))), most)
    return min(tally(view, words.key(name)), most)


def classes(params: Params) -> Iterable[tuple[tuple[str | int, ...], str]]:
    """The classes that `weights` name, with the steps to their places."""
    for name in params["weights"]:
        if name not in COUNTS and name not in PART_NAMES:
            yield ("params", "weights", name), name.removeprefix(ABOUT)


def _parts(view: View, message: View) -> float:
    return min(len({part.span for part in view.layer(PARTS) if part.name != "thanks"}), MOST_PARTS)


def _words(view: View, message: View) -> float:
    return min(len(view.layer(WORDS).tokens), MOST_WORDS)


def _sentences(view: View, message: View) -> float:
    return min(len(view.layer(SENTENCES)), MOST_SENTENCES)


def _taken_up(view: View, message: View) -> float:
    return min(len(stems(view) & stems(message)), 3)


def _figures(view: View, message: View) -> float:
    return min(sum(word[:1].isdigit() for word in view.layer(WORDS).tokens), MOST_FIGURES)


def _asks(view: View, message: View) -> float:
    return min(view.text.count("?"), 2)


def _exclaims(view: View, message: View) -> float:
    return min(view.text.count("!"), 2)


def _heard(kind: str) -> Count:
    return lambda _, message: float(message.layer(HEARD).kind == kind)


def _questioned(view: View, message: View) -> float:
    """Whether the message ends on a plain question mark and raises no voice."""
    said = message.text.rstrip()
    return float(said.endswith("?") and said.count("?") == 1 and "!" not in said)


COUNTS: Mapping[str, Count] = MappingProxyType(
    {
        "asks": _asks,
        "exclaims": _exclaims,
        "figures": _figures,
        "parts": _parts,
        "question": _heard("question"),
        "questioned": _questioned,
        "remark": _heard("remark"),
        "sentences": _sentences,
        "taken-up": _taken_up,
        "words": _words,
    }
)
