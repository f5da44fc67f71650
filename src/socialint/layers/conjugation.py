"""Verb forms looked up as stems and endings: the conjugations of a language, from its file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from socialint.layers.features import Reading, bare, reading_of
from socialint.layers.tables import table_of
from socialint.named import NamedTuple

LONGEST_ENDING = 9

# what a stem may be followed by, and what that makes of it, by the number of the table
Endings = Mapping[int, Mapping[str, str]]


class Verbs(NamedTuple):
    """Stems with the tables of their endings: a form is a stem and an ending of its table."""

    stems: Mapping[str, tuple[tuple[str, int], ...]]
    endings: Endings
    infinitives: tuple[str, ...]


@cache
def verbs(lang: str) -> Verbs:
    """The conjugations of `verbs.<lang>.json`; empty where there is no such file."""
    models = table_of("verbs", lang) or []
    stems: dict[str, list[tuple[str, int]]] = {}
    for number, model in enumerate(models):
        for written in model["stems"].split():
            stem = written.strip("-")
            stems.setdefault(stem, []).append((stem, number))
    return Verbs(
        {stem: tuple(found) for stem, found in stems.items()},
        {number: model["endings"] for number, model in enumerate(models)},
        tuple(model["infinitive"] for model in models),
    )


def _all_bare(words: Collection[str]) -> list[str]:
    """Each without its accents; in one go: a call for each of 8,000 costs a start more."""
    return bare("\n".join(words)).split("\n")[: len(words)]


class _Bare(dict[int, Mapping[str, str]]):
    """Tables of endings without accents, by number, each made when a form first asks for it."""

    def __init__(self, tables: Endings) -> None:
        super().__init__()
        self._tables = tables

    def __missing__(self, number: int) -> Mapping[str, str]:
        table = self._tables[number]
        merged: dict[str, str] = {}
        for ending, codes in zip(_all_bare(table), table.values(), strict=True):
            merged[ending] = f"{merged.get(ending, '')} {codes}"
        self[number] = merged
        return merged


@cache
def bare_verbs(lang: str) -> Verbs:
    """The same without accents, for drafts that are typed without."""
    accented = verbs(lang)
    written = [stem for stem in accented.stems if not stem.isascii()]
    alike: dict[str, list[str]] = {}
    for stem, other in zip(_all_bare(written), written, strict=True):
        alike.setdefault(stem, []).append(other)
    stems = {**accented.stems}
    for stem, others in alike.items():
        if stem in accented.stems:
            # as they come in the file
            others.append(stem)
            others.sort(key=list(accented.stems).index)
        stems[stem] = tuple(each for other in others for each in accented.stems[other])
    return Verbs(stems, _Bare(accented.endings), accented.infinitives)


def verb_readings(known: Verbs, form: str) -> Iterator[Reading]:
    """What `form` can be as a stem and an ending of its table."""
    for cut in range(len(form), max(-1, len(form) - LONGEST_ENDING - 1), -1):
        for stem, number in known.stems.get(form[:cut], ()):
            codes = known.endings[number].get(form[cut:], "")
            lemma = stem + known.infinitives[number]
            yield from (reading_of(lemma, "VERB", code) for code in codes.split())
