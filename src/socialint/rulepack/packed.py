"""A compiled pack as one text, of which a run reads no more than it needs.

The first line is JSON: what every run reads.  After it come the texts that few runs read, one
behind the other: the lexicon of each language, the words of each rule.  The first line holds in
their stead where they begin and end, in bytes counted from its own end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from socialint.finding import Wording
from socialint.layers.nodes import Stretch
from socialint.lazy import Made

Compiled = Mapping[str, Any]
Place = tuple[int, int]


class Spoken(Mapping[str, Wording]):
    """What a rule says, by language; read when a finding asks for it."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._said: Mapping[str, Wording] | None = None

    def __getitem__(self, lang: str) -> Wording:
        return self._read()[lang]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def _read(self) -> Mapping[str, Wording]:
        if self._said is None:
            said = json.loads(self._text)
            self._said = {lang: Wording(*parts) for lang, parts in said.items()}
        return self._said


def dump(compiled: Compiled) -> str:
    """A compiled pack as text."""
    body: list[str] = []
    end = 0

    def put(text: str) -> Place:
        nonlocal end
        body.append(text)
        start, end = end, end + len(text.encode())
        return start, end

    lexicons = {lang: put(text) for lang, text in compiled["lexicons"].items()}
    rules = [{**rule, "wording": put(_json(rule["wording"]))} for rule in compiled["rules"]]
    head = _json({**compiled, "lexicons": lexicons, "rules": rules, "length": end})
    return "".join((head, "\n", *body))


def parse(data: bytes) -> Compiled:
    """What `dump` was given, its rarer parts read when asked for.  Raises ValueError."""
    start = data.index(b"\n") + 1
    compiled = json.loads(data[:start])
    if compiled.pop("length") != len(data) - start:
        raise ValueError("cut off")

    def part(place: Place) -> bytes:
        return data[start + place[0] : start + place[1]]

    places: Mapping[str, Place] = compiled["lexicons"]
    for rule in compiled["rules"]:
        rule["wording"] = Spoken(part(rule["wording"]))
    lexicons = Made(places, lambda lang: Stretch(data, *(start + at for at in places[lang])))
    return {**compiled, "lexicons": lexicons}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
