"""Verb forms looked up as stems and endings: the conjugations of a language, from its file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from socialint.layers.features import Reading, bare, reading_of
from socialint.layers.tables import table_of
from socialint.named import NamedTuple

LONGEST_ENDING = 9


class Verbs(NamedTuple):
    """Stems with the tables of their endings: a form is a stem and an ending of its table."""

    stems: Mapping[str, tuple[tuple[str, int], ...]]
    endings: tuple[Mapping[str, str], ...]
    infinitives: tuple[str, ...]


@cache
def verbs(lang: str) -> Verbs:
    """The conjugations of `verbs.<lang>.json`; empty where there is no such file."""
    models = table_of("verbs", lang) or []
    stems: dict[str, list[tuple[str, int]]] = {}
    for number, model in enumerate(models):
        for stem in model["stems"].split():
            stems.setdefault(stem.strip("-"), []).append((stem.strip("-"), number))
    return Verbs(
        {stem: tuple(found) for stem, found in stems.items()},
        tuple(model["endings"] for model in models),
        tuple(model["infinitive"] for model in models),
    )


def _all_bare(words: Collection[str]) -> list[str]:
    """Each without its accents; in one go: a call for each of 8,000 costs a start 10 ms."""
    return bare("\n".join(words)).split("\n")[: len(words)]


@cache
def bare_verbs(lang: str) -> Verbs:
    """The same without accents, for drafts that are typed without."""
    accented = verbs(lang)
    stems: dict[str, tuple[tuple[str, int], ...]] = {}
    for stem, found in zip(_all_bare(accented.stems), accented.stems.values(), strict=True):
        stems[stem] = (*stems.get(stem, ()), *found)
    endings = []
    for table in accented.endings:
        merged: dict[str, str] = {}
        for ending, codes in zip(_all_bare(table), table.values(), strict=True):
            merged[ending] = f"{merged.get(ending, '')} {codes}"
        endings.append(merged)
    return Verbs(stems, tuple(endings), accented.infinitives)


def verb_readings(known: Verbs, form: str) -> Iterator[Reading]:
    """What `form` can be as a stem and an ending of its table."""
    for cut in range(len(form), max(-1, len(form) - LONGEST_ENDING - 1), -1):
        for stem, number in known.stems.get(form[:cut], ()):
            codes = known.endings[number].get(form[cut:], "")
            lemma = stem + known.infinitives[number]
            yield from (reading_of(lemma, "VERB", code) for code in codes.split())
