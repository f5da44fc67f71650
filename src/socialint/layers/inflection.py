"""What a word form can be: the compact lexicons of French and English, read from data files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from socialint.layers.conjugation import bare_verbs, verb_readings, verbs
from socialint.layers.features import Reading, reading_of
from socialint.layers.tables import table_of
from socialint.named import NamedTuple

# a lemma, a part of speech and a code: what `reading_of` makes a reading of, if it is asked for
Written = tuple[str, str, str]


class Words(NamedTuple):
    """The words of a language.

    `forms` holds those with readings of their own, `ambiguous` verb forms that are also something
    else, `no_command` verbs (infinitives) that nobody gives as an order, `command` the words found
    around orders, by role.
    """

    forms: Mapping[str, Sequence[Written]]
    ambiguous: frozenset[str]
    no_command: frozenset[str]
    command: Mapping[str, frozenset[str]]


def _closed(data: Mapping[str, Any]) -> Iterator[tuple[str, Written]]:
    for kind, words in data["closed"].items():
        pos, code = kind.split()
        for word in words.split():
            yield word, (word.strip("-"), pos, code)
    for form, lemma in data.get("contractions", {}).items():
        yield form, (lemma, "PART" if lemma == "not" else "AUX", "")


def _english_code(form: str) -> str:
    if form.endswith("ing"):
        return "G"
    return "P3s" if form.endswith("s") else "D"


def _irregular(data: Mapping[str, Any]) -> Iterator[tuple[str, Written]]:
    for entry in data.get("irregular", "").split():
        lemma, forms = entry.split(":")
        for code in ("P", "M2", "N"):
            yield lemma, (lemma, "VERB", code)
        for form in forms.split("/"):
            yield form, (lemma, "VERB", _english_code(form))


def _regular_forms(lemma: str) -> Iterator[tuple[str, str]]:
    """English spelling: stopped, tried, hoped; the final consonant doubles or not."""
    stem = lemma.removesuffix("e")
    soft = lemma[:-1] + "i" if lemma[-1] == "y" and lemma[-2] not in "aeiou" else lemma
    plural = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) or soft != lemma else "s"
    yield soft + plural, "P3s"
    stems = [(stem, soft[:-1] if lemma.endswith("e") else soft)]
    if len(lemma) > 2 and lemma[-1] in "bdglmnprt" and lemma[-2] in "aeiou":
        stems.append((lemma + lemma[-1], lemma + lemma[-1]))
    for before_ing, before_ed in stems:
        yield before_ing + "ing", "G"
        yield before_ed + "ed", "D"
        yield before_ed + "ed", "K"


def _regular(data: Mapping[str, Any]) -> Iterator[tuple[str, Written]]:
    for lemma in data.get("regular", "").split():
        for code in ("P", "M2", "N"):
            yield lemma, (lemma, "VERB", code)
        for form, code in _regular_forms(lemma):
            yield form, (lemma, "VERB", code)


@cache
def words_of(lang: str) -> Words | None:
    """The words of `morphology.<lang>.json` and `verbs.<lang>.json`, or None."""
    data = table_of("morphology", lang)
    if data is None:
        return None
    forms: defaultdict[str, list[Written]] = defaultdict(list)
    for source in (_closed(data), _irregular(data), _regular(data)):
        for form, written in source:
            forms[form].append(written)
    return Words(
        dict(forms),
        frozenset(data["ambiguous"].split()),
        frozenset(data["no_command"].split()),
        {role: frozenset(words.split()) for role, words in data["command"].items()},
    )


@lru_cache(maxsize=8192)
def readings(form: str, lang: str) -> tuple[Reading, ...]:
    """What `form` (lower case, plain apostrophes) can be in `lang`; empty where it is unknown.

    A form without accents is looked up among those that have some when nothing else fits.
    """
    words = words_of(lang)
    if words is None:
        return ()
    known = (reading_of(*written) for written in words.forms.get(form, ()))
    found = (*known, *verb_readings(verbs(lang), form))
    if found or not form.isascii():
        return found
    return tuple(verb_readings(bare_verbs(lang), form))
