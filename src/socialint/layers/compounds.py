"""The words that were run together into one: #jardinpartage is jardin and partage."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from socialint.layers.fold import fold
from socialint.layers.tables import table_of
from socialint.named import NamedTuple

LONGEST_WORD, LONGEST = 18, 40
LEAST, LEAST_OWN = 8, 4


class Vocabulary(NamedTuple):
    """What runs of words are made of in one language (`data/compounds.*.json` says how)."""

    words: frozenset[str]
    joints: frozenset[str]
    solid: frozenset[str]
    tails: frozenset[str]


@cache
def vocabulary(lang: str) -> Vocabulary | None:
    """The vocabulary of a language, None where there is none."""
    found = table_of("compounds", lang)
    if found is None:
        return None
    return Vocabulary(*(frozenset(found[name].split()) for name in Vocabulary._fields))


def may_be_several(run: str, langs: Iterable[str]) -> bool:
    """Whether `run` has the length for it and is no word that is known."""
    folded = fold(run).text
    if not LEAST <= len(run) <= LONGEST or len(folded) != len(run):
        return False
    known = (vocabulary(lang) for lang in langs)
    return not any(each and (folded in each.words or folded in each.solid) for each in known)


def split(run: str, langs: Sequence[str], own: Sequence[str] = ()) -> tuple[str, ...]:
    """The words that make `run`, or nothing where it is one word or nobody can be sure.

    `own` are the folded words of the text around it, in order: those of them that make the run,
    one after the other, are the surest sign.  Of the ways to part it, the one with fewest words
    counts, if there is one such way in one language alone.
    """
    folded = fold(run).text
    known = [words for lang in langs if (words := vocabulary(lang))]
    if not may_be_several(run, langs) or folded in own:
        return ()
    parts = [word for word in own if word in folded and _is_part(word, known)]
    found = _in_a_row(folded, parts)
    if not found:
        near = frozenset(word for word in parts if len(word) >= LEAST_OWN)
        ways = {way for each in known if (way := _only_way(folded, each, near))}
        found = ways.pop() if len(ways) == 1 else ()
    return _as_written(run, found)


def _is_part(word: str, known: Iterable[Vocabulary]) -> bool:
    """A word long enough to be one, or a short one of the lists: others may be initials."""
    if len(word) >= LEAST_OWN:
        return word.isalpha()
    return any(word in each.words or word in each.joints for each in known)


def _as_written(run: str, words: Iterable[str]) -> tuple[str, ...]:
    place, written = 0, []
    for word in words:
        written.append(run[place : place + len(word)])
        place += len(word)
    return tuple(written)


def _in_a_row(run: str, parts: Sequence[str]) -> tuple[str, ...]:
    for first, word in enumerate(parts):
        if not run.startswith(word):
            continue
        length, last = len(word), first + 1
        while last < len(parts) and length < len(run) and run.startswith(parts[last], length):
            length += len(parts[last])
            last += 1
        if length == len(run):
            return tuple(parts[first:last])
    return ()


def _only_way(run: str, known: Vocabulary, near: Collection[str]) -> tuple[str, ...]:
    """Of all ways to part `run`, the one with fewest words; nothing if two are as short."""
    ways: dict[int, list[tuple[str, ...]]] = {0: [()]}
    for start in range(len(run)):
        for end in range(start + 2, min(len(run), start + LONGEST_WORD) + 1):
            word = run[start:end]
            joint = word in known.joints and start > 0 and end < len(run)
            if start in ways and (joint or word in known.words or word in near):
                _keep_shortest(ways, end, [(*way, word) for way in ways[start]])
    shortest = ways.get(len(run), [])
    if len(shortest) != 1 or len(shortest[0]) < 2:
        return ()
    (way,) = shortest
    return () if len(way) == 2 and way[1] in known.tails else way


def _keep_shortest(
    ways: dict[int, list[tuple[str, ...]]], place: int, more: list[tuple[str, ...]]
) -> None:
    least = len(ways[place][0]) if place in ways else LONGEST
    if len(more[0]) < least:
        ways[place] = more[:2]
    elif len(more[0]) == least:
        # two ways are as good as many: nobody can be sure
        ways[place] = [*ways[place], *more][:2]
