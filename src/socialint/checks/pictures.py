"""The pictures of a draft: those that its media fields name, those that its Markdown shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from socialint.checks.check import Subject
from socialint.checks.platforms import written
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

IMAGES = frozenset(
    {"jpg", "jpeg", "png", "gif", "webp", "avif", "heic", "svg", "bmp", "tif", "tiff"}
)
KINDS = frozenset({"image", "gif", "photo", "picture", "graphic", "illustration", "visuel"})
NAMED = regex(r"image|photo|picture|visuel|illustration", re.IGNORECASE)
EMPTY = regex(r"!\[\s*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)")
MARKDOWN = (".md", ".markdown")


class Picture(NamedTuple):
    """A picture, where the draft names it, and whether its description is known to be missing."""

    path: str
    span: Span
    bare: bool


def pictures(subject: Subject) -> Iterator[Picture]:
    """Those named by the field `media`, and those that Markdown shows without a description."""
    media: Any = written(subject, "media")
    if isinstance(media, tuple):
        yield from _named(subject, media)
    if subject.draft.source.path.endswith(MARKDOWN):
        yield from _shown(subject)


def _named(subject: Subject, media: tuple[Any, ...]) -> Iterator[Picture]:
    field = subject.draft.fields["media"]
    text = subject.draft.source.text
    column = NAMED.search(text[slice(*field.key)]) is not None
    # an `alt` of the whole draft describes what it shows
    told = bool(written(subject, "alt"))
    for medium in media:
        path = medium.get("path") if isinstance(medium, dict) else None
        if (
            isinstance(path, str)
            and not medium.get("decorative")
            and _is_image(medium, column=column)
        ):
            # the same medium may be named in several ways: its path stands somewhere in the field
            place = text.find(path, *field.span)
            span = Span(place, place + len(path)) if place >= 0 else field.span
            yield Picture(path, span, bare=not medium.get("alt") and not told)


def _is_image(medium: Any, *, column: bool) -> bool:
    """By its kind, else by its suffix; an address without any, by the name of its field."""
    kind = medium.get("kind") or medium.get("type")
    if isinstance(kind, str):
        return kind.lower() in KINDS
    path = urlsplit(medium["path"]).path if "://" in medium["path"] else medium["path"]
    suffix = PurePosixPath(path).suffix.lstrip(".").lower()
    return suffix in IMAGES or (not suffix and column and "://" in medium["path"])


def _shown(subject: Subject) -> Iterator[Picture]:
    draft = subject.draft
    start, end = draft.span
    own = draft.source.text[start:end]
    if "![" not in own:
        return
    code = [
        segment.map.to_source(mark.start, mark.end)
        for segment in draft.segments
        for mark in segment.marks
        if mark.kind == "code"
    ]
    for found in EMPTY.finditer(own):
        place = Span(start + found.start(), start + found.end())
        if not any(span.start <= place.start < span.end for span in code):
            yield Picture(found[0], place, bare=True)
