"""The built-in layers by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from socialint.layers.entities import ENTITIES
from socialint.layers.fold import FOLDED, WORDS
from socialint.layers.language import LANGUAGE
from socialint.layers.personal import PERSONAL
from socialint.layers.phrases import PHRASES
from socialint.layers.secrets import SECRETS
from socialint.layers.sentences import SENTENCES
from socialint.layers.tokens import TOKENS
from socialint.layers.view import Layer
from socialint.layers.zones import ZONES

LAYERS: Mapping[str, Layer[Any]] = MappingProxyType(
    {
        layer.name: layer
        for layer in (
            ENTITIES,
            FOLDED,
            LANGUAGE,
            PERSONAL,
            PHRASES,
            SECRETS,
            SENTENCES,
            TOKENS,
            WORDS,
            ZONES,
        )
    }
)
