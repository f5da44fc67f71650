"""The entry syntax of word lists: one line of it becomes every sequence of words it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, product

from socialint.layers.notation import GAP, LEAST_PREFIX, REST
from socialint.lazy import regex
from socialint.named import NamedTuple

MOST_FORMS = 5000  # the largest honest entry met stands for 1,440
MOST_WORDS = 30
_TOKEN = regex(r"\\(.)|((?:^|\s)\.\.(?=\s|$))|([\[\]|*])|([^\\\[\]|*\s]+|\s|\\)", re.DOTALL)
_ELISION = regex(rf"(?<=[^\W\d_])['’](?:\s+(?=\w)|(?=\s*(?:$|{GAP})))")

Tree = list["str | list[Tree]"]
Word = tuple[str, int, int]
Split = Callable[[str], Iterable[Word]]


class EntryError(ValueError):
    """An entry can't be read; `code` names a problem in `locale`."""

    def __init__(self, code: str, **args: str) -> None:
        super().__init__(code)
        self.code = code
        self.words = args


class Form(NamedTuple):
    """One thing an entry stands for: its words, folded and as written.

    A word is a text, or an open-ended one that ends in `REST`, or `GAP`.
    """

    folded: tuple[str, ...]
    written: tuple[str, ...]


def forms(entry: str, split: Split) -> list[Form]:
    """Every form of `entry`, in the order written, each once.

    `split` gives the words of a text, folded, with where they start and end.  Raises EntryError
    for wrong syntax, or for an entry that stands for too much.
    """
    tree = _parse(entry)
    if _count(tree) > MOST_FORMS:
        raise EntryError("entry-too-large", entry=entry, most=str(MOST_FORMS))
    found = (_form(text, entry, split) for whole in _texts(tree) for text in _elided(whole))
    return list(dict.fromkeys(found))


def _elided(text: str) -> tuple[str, ...]:
    # [de|d'] [la|accord] stands for "d'accord", and rockin' [on|out] for "rockin' on"
    if "'" not in text and "’" not in text:
        return (text,)
    joined = _ELISION.sub(" ", text)
    return (text,) if joined == text else (joined, text)


def _parse(entry: str) -> Tree:
    stack: list[list[Tree]] = [[[]]]
    for escaped, gap, sign, plain in _TOKEN.findall(entry):
        if sign == "[":
            stack.append([[]])
        elif sign == "]":
            if len(stack) == 1:
                raise EntryError("entry-brackets", entry=entry)
            choice = stack.pop()
            stack[-1][-1].append(choice)
        elif sign == "|" and len(stack) > 1:
            stack[-1].append([])
        else:
            rest = REST if sign == "*" else sign
            stack[-1][-1].append(escaped or (GAP if gap else rest or plain))
    if len(stack) > 1:
        raise EntryError("entry-brackets", entry=entry)
    return stack[0][0]


def _count(tree: Tree) -> int:
    total = 1
    for part in tree:
        if not isinstance(part, str):
            total *= sum(_count(choice) for choice in part)
    return total


def _texts(tree: Tree) -> Iterator[str]:
    parts = [
        [part] if isinstance(part, str) else [t for choice in part for t in _texts(choice)]
        for part in tree
    ]
    return ("".join(chosen) for chosen in product(*parts))


def _form(text: str, entry: str, split: Split) -> Form:
    folded: list[str] = []
    written: list[str] = []
    for number, part in enumerate(text.split(GAP)):
        if number:
            folded.append(GAP)
            written.append(GAP)
        for chunk in part.split():
            found = _chunk(chunk, split)
            if found is None:
                raise EntryError("entry-rest", entry=entry, least=str(LEAST_PREFIX))
            folded += found.folded
            written += found.written
    if len(folded) == folded.count(GAP):
        raise EntryError("entry-empty", entry=entry)
    if GAP in folded and (GAP in (folded[0], folded[-1]) or (GAP, GAP) in pairwise(folded)):
        raise EntryError("entry-gap", entry=entry)
    if len(folded) > MOST_WORDS:
        raise EntryError("entry-too-long", entry=entry, most=str(MOST_WORDS))
    return Form(tuple(folded), tuple(written))


@lru_cache(maxsize=1 << 16)  # the forms of an entry are made of the same few chunks
def _chunk(chunk: str, split: Split) -> Form | None:
    """The words of a text without spaces; None for `*` out of place."""
    words: list[tuple[str, str]] = []
    ends = -1
    for word, start, end in split(chunk):
        if word != REST:
            words.append((word, chunk[start:end]))
        elif start != ends or len(words[-1][0]) < LEAST_PREFIX or chunk[end : end + 1].isalnum():
            return None
        else:
            words[-1] = (words[-1][0] + REST, words[-1][1] + REST)
        ends = end if word.isalnum() else -1
    return Form(tuple(word for word, _ in words), tuple(written for _, written in words))
