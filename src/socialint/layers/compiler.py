"""Entries of word lists compiled to a token trie, as text that is read line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from unicodedata import normalize

from socialint.layers.entry import EntryError, Form, forms
from socialint.layers.fold import fold_words
from socialint.layers.freeze import Lines, Node, freeze, line
from socialint.layers.notation import (
    ACCENTS,
    ALIKE,
    CASE,
    FIRST_MARK,
    FOLDED,
    GAP,
    KINDS,
    REST,
    SHELF,
    Trait,
    spelling,
)
from socialint.named import NamedTuple


class Term(NamedTuple):
    """An entry as its author meant it, defaults of its list filled in."""

    list: str
    text: str
    weight: int = 2
    guards: tuple[str, ...] = ()
    note: str = ""
    object: tuple[str, ...] = ()
    case: bool = False


def compile_lexicon(terms: Iterable[Term]) -> str:
    """One trie of all terms, as the text that a `Lexicon` reads.  Raises EntryError."""
    builder = _Builder({}, [], {}, {})
    for term in terms:
        found = forms(term.text, fold_words)
        if term.case:
            _add(builder, term, CASE, found)
            continue
        _add(builder, term, ACCENTS, [form for form in found if _needs_accents(form)])
        _add(builder, term, FOLDED, [form for form in found if not _needs_accents(form)])
    marks = "".join(chr(FIRST_MARK + kind) for kind in builder.entries)
    traits = KINDS.join([line(marks), *(line(_plain(trait)) for trait in builder.traits)])
    lines = Lines()
    roots, rests = freeze(builder.root, lines)
    spelt = lines.shelved(builder.spellings, lambda entry: str(int(entry) // SHELF))
    begun = lines.shelved(roots, lambda word: word[:ALIKE])
    return "\n".join(("", *lines.seen, traits, *map(line, (spelt, begun, rests))))


def check_term(term: Term) -> None:
    """Raises EntryError if `compile_lexicon` would."""
    forms(term.text, fold_words)
    _objects(term)


def _plain(trait: Trait) -> list[Any]:
    words = [list(words) for words in trait.object]
    return [*trait[:2], list(trait.guards), trait.note, words, trait.exact]


class _Builder(NamedTuple):
    root: Node
    entries: list[int]
    traits: dict[Any, int]
    spellings: dict[str, list[str]]


def _needs_accents(form: Form) -> bool:
    # accents tell single words apart (où/ou, médaillé/médaille); in a phrase its company does
    return (
        len(form.folded) == 1
        and not normalize("NFC", form.written[0]).isascii()
        and (len(normalize("NFD", form.written[0])) > len(normalize("NFC", form.written[0])))
    )


def _add(builder: _Builder, term: Term, exact: int, found: Sequence[Form]) -> None:
    if not found:
        return
    trait = Trait(term.list, term.weight, term.guards, term.note, _objects(term), exact)
    kind = builder.traits.setdefault(trait, len(builder.traits))
    number = len(builder.entries)
    builder.entries.append(kind)
    if exact:
        spelt = [" ".join(form.written) for form in found]
        builder.spellings[str(number)] = [spelling(text, exact) for text in spelt]
    for form in found:
        _insert(builder.root, form.folded, number)


def _objects(term: Term) -> tuple[tuple[str, ...], ...]:
    found = [form.folded for text in term.object for form in forms(text, fold_words)]
    if any(GAP in words for words in found):
        raise EntryError("entry-object", entry=term.text)
    return tuple(found)


def _insert(node: Node, words: Sequence[str], number: int) -> None:
    for word in words:
        if word == GAP:
            node = _special(node)[1].setdefault("next", {})
        elif word.endswith(REST):
            node = _special(node)[2].setdefault(word[:-1], {})
        else:
            node = node.setdefault(word, {})
    _special(node)[0].append(number)


def _special(node: Node) -> list[Any]:
    special: list[Any] = node.setdefault("", [[], {}, {}])
    return special
