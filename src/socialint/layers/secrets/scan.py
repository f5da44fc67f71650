"""One pass over a text: everything in it that opens something."""

from __future__ import annotations

from socialint.layers.secrets.passwords import find_passwords
from socialint.layers.secrets.secret import Secret
from socialint.layers.secrets.tokens import find_tokens
from socialint.layers.view import Layer
from socialint.text import apart


def find_secrets(text: str) -> tuple[Secret, ...]:
    """Keys, passwords and door codes in text order, none overlapping another."""
    found = sorted([*find_tokens(text), *find_passwords(text)], key=lambda s: (s.start, -s.end))
    return tuple(apart(found))


SECRETS: Layer[tuple[Secret, ...]] = Layer("secrets", lambda view: find_secrets(view.text))
