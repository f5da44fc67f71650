"""Which kinds of evidence of a leak the words of a text can make at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from socialint.checks.check import Words
from socialint.named import NamedTuple

# Kinds that say "this is not public"; a text without any is no leak.
STAMP, FORBIDDEN = "stamp", "forbidden"
CLOSED = (STAMP, "hush", "unofficial", FORBIDDEN, "breach", "source")
Pair = tuple[str, str, str, int]
# Two classes that make evidence together: kind, first, second, words from the one to the other.
PAIRS: tuple[Pair, ...] = (
    ("unofficial", "party", "learn", 6),
    ("unofficial", "party", "tell-later", 6),
    ("unofficial", "tell-later", "party", 3),
    ("forbidden", "denial", "telling", 3),
    ("forbidden", "ought", "hold-back", 3),
    ("unofficial", "waiting", "go-ahead", 4),
    ("unofficial", "party", "unaware", 5),
    ("unofficial", "unaware", "party", 3),
    ("unofficial", "before", "release", 4),
    ("unofficial", "not-done", "decided", 4),
    ("breach", "capture", "inside", 3),
    ("source", "learned", "meeting", 7),
    ("source", "got-hold", "paper", 5),
    ("source", "insider", "told-me", 5),
    ("source", "paper", "unreleased", 4),
)


class Due(NamedTuple):
    """The kinds, and the pairs of classes, whose words stand in a text."""

    kinds: Sequence[str]
    pairs: Sequence[Pair]


def due_in(words: Words) -> Callable[[AbstractSet[str]], Due]:
    """What answers the kinds and pairs that the lists with a word in a text can make."""
    kinds = {words.key(kind): kind for kind in CLOSED}
    pairs: defaultdict[str, list[tuple[str, Pair]]] = defaultdict(list)
    for pair in PAIRS:
        pairs[words.key(pair[1])].append((words.key(pair[2]), pair))
    closed, heads = frozenset(kinds), frozenset(pairs)

    def due(present: AbstractSet[str]) -> Due:
        met = (other for head in heads & present for other in pairs[head])
        return Due(
            [kinds[key] for key in closed & present],
            [pair for second, pair in met if second in present],
        )

    return due
