"""One pass over a text: everything in it that opens something."""

from __future__ import annotations

from socialint.layers.candidates import PLACES
from socialint.layers.fold import FOLDED, Folded, fold_words
from socialint.layers.secrets.passwords import Words, find_passwords
from socialint.layers.secrets.secret import Secret
from socialint.layers.secrets.tokens import find_tokens
from socialint.layers.view import Layer
from socialint.text import apart


def find_secrets(text: str) -> tuple[Secret, ...]:
    """Keys, passwords and door codes in text order, none overlapping another."""
    words = fold_words(text)
    return _find(text, words.folded, frozenset(words.tokens))


def _find(text: str, folded: Folded, words: Words) -> tuple[Secret, ...]:
    found = [*find_tokens(text), *find_passwords(text, folded, words)]
    if not found:
        return ()
    return tuple(apart(sorted(found, key=lambda secret: (secret.start, -secret.end))))


SECRETS: Layer[tuple[Secret, ...]] = Layer(
    "secrets", lambda view: _find(view.text, view.layer(FOLDED), view.layer(PLACES).keys())
)
