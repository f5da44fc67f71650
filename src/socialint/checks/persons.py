"""Persons named in a text: a given name or a title, and the surname that follows."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Words
from socialint.layers.personal import PERSONAL
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span, meets

_NAME = r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_PARTICLES = (
    r"(?:(?:de|du|des|la|le|van|von|der|den|di|da|el|al|ben|O’|O')[ \u00a0]){0,2}(?:[dDlL][’'])?"
)
_SURNAME = regex(rf"[ \u00a0](?:[A-Z]\.[ \u00a0])?(?:[A-Z]\.(?=\W|\Z)|{_PARTICLES}(?:{_NAME}))")
_TITLED = regex(rf"\.?[ \u00a0](?:[A-Z]\.[ \u00a0])?{_PARTICLES}(?:{_NAME})(?:[ \u00a0]{_NAME})?")
_NAMED = regex(rf",?[ \u00a0]({_NAME})(?:[ \u00a0](?:{_NAME}|[A-Z]\.))?")
# Words that begin a sentence and no name; those of three letters or fewer are no one's here.
_OPENING = (
    "This|That|These|Those|They|When|While|Where|What|Which|With|From|After|Before|During|Since|"
    "Until|Because|There|Here|Today|Tonight|Thanks|Thank|Please|Hello|Dear|Congrats|Welcome|Meet|"
    "Join|Happy|Your|Their|Notre|Votre|Leur|Leurs|Dans|Avec|Sans|Pour|Chez|Sous|Après|Avant|Depuis|"
    "Quand|Comme|Mais|Donc|Tous|Tout|Toute|Hier|Demain|Merci|Bonjour|Bonsoir|Salut|Bravo|Voici|"
    "Voilà|Bienvenue|Cette|Elle|Elles|Nous|Vous"
)
_LOW = r"[A-ZÀ-ÖØ-Þ][’'-]?[^\W\dA-ZÀ-Þ_][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_PAIR = regex(
    rf"(?<![\w’'-])(?<![^\W\d_a-zà-ÿ] )(?:(?!(?:{_OPENING})\b)(?=\w{{4}}){_LOW}|[A-Z]\.)"
    rf"[ \u00a0](?:[A-Z]\.[ \u00a0])?{_PARTICLES}{_LOW}"
    r"(?=[ \u00a0]?[,(]|[’']s\b|[ \u00a0](?:who|whose|qui|dont|of|du|de|et son|et sa|and h)\b)"
    rf"|(?:\b[Ff]amille|\b[Ll]a petite|\b[Ll]e petit|\b(?:celui|celle|ceux|chez) (?:des|les))"
    rf"[ \u00a0]{_LOW}(?=,|[ \u00a0](?:à|au|de|du|qui)\b)"
    rf"|\b[Tt]he[ \u00a0]{_LOW}(?:[ \u00a0](?:family|brothers|sisters|twins|couple)\b|s(?=,))"
    rf"|(?<![\w’'-]){_LOW}(?=[ \u00a0](?:had|has|lost|left|got|broke|forgot)[ \u00a0](?:her|his)\b"
    r"|[’']s[ \u00a0](?:ex|husband|wife|mum|mom|dad|son|daughter|boyfriend|girlfriend)\b)"
)
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
    taken = view.layer(PERSONAL)
    places = {match.end for match in CLASSES.matches(view, "named-after")}
    return tuple(
        person
        for person in found
        if places.isdisjoint((person.start, person.start - 1)) and not meets(person, taken)
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


def read_named(view: View) -> tuple[Span, ...]:
    """Where a name stands by its form: two words with capitals (“Ysaline Brodeur”), a family's.

    Reads the class `no-name`.  Can't tell a person from a firm or a place whose words it lacks:
    for rules that look for what only persons have.
    """
    found = [Span(*name.span()) for name in _PAIR.finditer(view.text)]
    if not found:
        return ()
    others = CLASSES.matches(view, "no-name")
    return tuple(name for name in found if not meets(name, others))


NAMED: Layer[tuple[Span, ...]] = Layer("named", read_named)
