"""The JSON Schema of a rule's moves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_NAME: Mapping[str, Any] = {"type": "string", "minLength": 1}
_NAMES: Mapping[str, Any] = {"anyOf": [_NAME, {"type": "array", "minItems": 1, "items": _NAME}]}
_GAP: Mapping[str, Any] = {"type": "integer", "minimum": 0, "maximum": 40}
_CONTEXT: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        where: {"type": "array", "minItems": 1, "items": _NAMES}
        for where in ("clause", "sentence", "before", "after", "draft", "message")
    },
}
_MOVE: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["forms"],
    "properties": {
        "weight": {"type": "number"},
        "forms": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "array", "minItems": 1, "items": {"anyOf": [_GAP, *_NAMES["anyOf"]]}},
        },
        "within": {"enum": ["clause", "sentence", "draft"]},
        "most": {"type": "integer", "minimum": 1},
        "if": _CONTEXT,
        "unless": _CONTEXT,
    },
}
PARAMS: Mapping[str, Any] = {
    "required": ["threshold", "moves"],
    "properties": {
        "threshold": {"type": "number", "exclusiveMinimum": 0},
        "scope": {"enum": ["sentence", "draft"]},
        "reach": {"type": "integer", "minimum": 40},
        "unless": _CONTEXT,
        "proof": {"type": "boolean"},
        "quote": {"enum": ["match", "rounded", "clause", "sentence"]},
        "most": {"type": "integer", "minimum": 1},
        "ending": {"type": "array", "minItems": 1, "items": _NAME},
        "moves": {"type": "object", "minProperties": 1, "additionalProperties": _MOVE},
    },
}
