"""The built-in layers, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from socialint.layers.view import Layer
from socialint.lazy import Table

LAYERS: Mapping[str, Layer[Any]] = Table(
    {
        "address": "socialint.layers.address:ADDRESS",
        "doc": "socialint.layers.doc:DOC",
        "entities": "socialint.layers.entities:ENTITIES",
        "folded": "socialint.layers.fold:FOLDED",
        "imperatives": "socialint.layers.imperatives:IMPERATIVES",
        "language": "socialint.layers.language:LANGUAGE",
        "morphology": "socialint.layers.morphology:MORPHOLOGY",
        "personal": "socialint.layers.personal:PERSONAL",
        "phrases": "socialint.layers.phrases:PHRASES",
        "readability": "socialint.layers.readability:READABILITY",
        "secrets": "socialint.layers.secrets:SECRETS",
        "sentences": "socialint.layers.sentences:SENTENCES",
        "tokens": "socialint.layers.tokens:TOKENS",
        "words": "socialint.layers.fold:WORDS",
        "zones": "socialint.layers.zones:ZONES",
    }
)
