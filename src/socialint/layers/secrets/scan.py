"""One pass over a text: everything in it that opens something."""

from __future__ import annotations

from collections.abc import Iterable

from socialint.layers.candidates import PLACES
from socialint.layers.fold import FOLDED, Folded, fold_words
from socialint.layers.secrets.cues import TOKEN, cues
from socialint.layers.secrets.passwords import find_passwords
from socialint.layers.secrets.secret import Secret
from socialint.layers.secrets.tokens import find_tokens
from socialint.layers.view import Layer
from socialint.text import apart


def find_secrets(text: str) -> tuple[Secret, ...]:
    """Keys, passwords and door codes in text order, none overlapping another."""
    words = fold_words(text)
    return _find(text, words.folded, frozenset(words.tokens))


def _find(text: str, folded: Folded, words: Iterable[str]) -> tuple[Secret, ...]:
    told = cues(words)
    # signs that folding drops may have parted words
    begun = bool(told & TOKEN) or folded.origins is not None
    found = [*find_tokens(text, begun=begun), *find_passwords(text, folded, told)]
    if not found:
        return ()
    return tuple(apart(sorted(found, key=lambda secret: (secret.start, -secret.end))))


SECRETS: Layer[tuple[Secret, ...]] = Layer(
    "secrets", lambda view: _find(view.text, view.layer(FOLDED), view.layer(PLACES).keys())
)
