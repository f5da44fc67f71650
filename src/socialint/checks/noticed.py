"""What was odd about a draft as it was read: a field, a channel or an id that can't be meant."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.finding import Hit


def prepare(params: Params, words: Words) -> Detect:
    kind: str = params["kind"]

    def detect(subject: Subject) -> Iterator[Hit]:
        for notice in subject.draft.notices:
            if notice.kind == kind:
                args = {"found": notice.found, "nearest": notice.nearest or "-"}
                yield Hit(None, notice.span, "" if notice.nearest else "alone", args)

    return detect


NOTICED = Check(
    prepare,
    params={
        "type": "object",
        "properties": {"kind": {"enum": ["misspelt-field", "unknown-channel", "duplicate-id"]}},
        "required": ["kind"],
        "additionalProperties": False,
    },
)
