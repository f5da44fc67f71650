"""What was odd about a draft as it was read: a field, an id or a suppression."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.draft import NoticeKind
from socialint.finding import Hit

# which draft of several it is told of depends on how rows are sorted
ANYWHERE = ("duplicate-id", "misspelt-field")


def prepare(params: Params, words: Words) -> Detect:
    kind: str = params["kind"]

    def detect(subject: Subject) -> Iterator[Hit]:
        for notice in subject.draft.notices:
            if notice.kind == kind:
                args = {"found": notice.found, "nearest": notice.nearest}
                about = notice.found if kind in ANYWHERE else None
                yield Hit(None, notice.span, notice.variant, args=args, about=about)

    return detect


NOTICED = Check(
    prepare,
    params={
        "properties": {"kind": {"enum": [*get_args(NoticeKind)]}},
        "required": ["kind"],
    },
)
