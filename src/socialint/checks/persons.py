"""Persons named in a text: a given name or a title, and the surname that follows."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Words
from socialint.layers.personal import PERSONAL
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

_NAME = r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_PARTICLES = (
    r"(?:(?:de|du|des|la|le|van|von|der|den|di|da|el|al|ben|O’|O')[ \u00a0]){0,2}(?:[dDlL][’'])?"
)
_SURNAME = regex(rf"[ \u00a0](?:[A-Z]\.[ \u00a0])?(?:[A-Z]\.(?=\W|\Z)|{_PARTICLES}(?:{_NAME}))")
_TITLED = regex(rf"\.?[ \u00a0](?:[A-Z]\.[ \u00a0])?{_PARTICLES}(?:{_NAME})(?:[ \u00a0]{_NAME})?")
_NAMED = regex(rf",?[ \u00a0]({_NAME})(?:[ \u00a0](?:{_NAME}|[A-Z]\.))?")
CLASSES = Words("persons")


class Person(NamedTuple):
    """A person named in the text; `full` with a surname, its initial, or a title."""

    start: int
    end: int
    full: bool


def read(view: View) -> tuple[Person, ...]:
    """Persons named, in text order.

    Names inside a datum (rue Jean Moulin) or given to a place (école Jules-Verne) are none.  Reads
    the classes `given-name`, `title` and `named-after`: a rule that asks for persons names them.
    """
    found = sorted({*_titled(view), *_given(view)})
    if not found:
        return ()
    taken = [(datum.start, datum.end) for datum in view.layer(PERSONAL)]
    places = {match.end for match in CLASSES.matches(view, "named-after")}
    return tuple(
        person
        for person in found
        if places.isdisjoint((person.start, person.start - 1))
        and not any(start < person.end and person.start < end for start, end in taken)
    )


PERSONS: Layer[tuple[Person, ...]] = Layer("persons", read)


def read_introduced(view: View) -> tuple[Span, ...]:
    """Names that words before them say to be a person's (“our apprentice Ali”), in text order.

    Reads the class `introducing`.  Can't see: a town or firm that is greeted like a person.
    """
    found = (_NAMED.match(view.text, m.end) for m in CLASSES.matches(view, "introducing"))
    return tuple(Span(name.start(1), name.end()) for name in found if name)


INTRODUCED: Layer[tuple[Span, ...]] = Layer("introduced", read_introduced)


def _titled(view: View) -> Iterator[Person]:
    for match in CLASSES.matches(view, "title"):
        name = _TITLED.match(view.text, match.end)
        if name and view.text[match.start].isupper():
            yield Person(match.start, name.end(), full=True)


def _given(view: View) -> Iterator[Person]:
    text = view.text
    for match in CLASSES.matches(view, "given-name"):
        if text[match.start].isupper():
            surname = _SURNAME.match(text, match.end)
            end = surname.end() if surname else match.end
            yield Person(match.start, end, full=bool(surname))
