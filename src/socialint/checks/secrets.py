"""What opens a door, and links to what is not for readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.private_addresses import AddressKind, private_kind
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.candidates import PLACES
from socialint.layers.entities import ENTITIES
from socialint.layers.secrets import SECRETS
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.text import Span, touch

DOMAINS = "confidential.internal_domains"
# Hosts without a top-level domain and paths of machines are no links to anybody else.
_OWN = regex(
    r"(?:https?|ftp|smb)://(?:localhost|[\w-]+(?:\.[\w-]+)*\.(?:local|internal|intranet|lan|corp)"
    r"|\d{1,3}(?:\.\d{1,3}){3})(?![\w.])\S*|file:///\S+|(?<!\S)localhost:\d+\S*"
    r"|(?<![\w\\])\\\\[\w.-]+\\[^\s\\]+\S*|(?<!\w)[A-Z]:\\(?:[\w .-]+\\)+[\w.-]+",
    re.IGNORECASE,
)
_HINTS = ("localhost", "\\", "file:", ".local", ".internal", ".intranet", ".lan", ".corp", "smb:")
_WORDS = frozenset(hint.strip(".:") for hint in _HINTS)
_IP = regex(r"//\d")
_TRAILING = ".,;:!?)»\"”'’]…"


def prepare(params: Params, words: Words) -> Detect:
    """One hit a key, password or code, and one a link."""

    def detect(subject: Subject) -> Iterator[Hit]:
        domains = subject.profile.get(DOMAINS, ())
        for segment, view in subject.views.items():
            yield from _secrets(segment, view)
            yield from _links(segment, view, domains, words)
        yield from _field(subject, domains)

    return detect


def _secrets(segment: Segment, view: View) -> Iterator[Hit]:
    for secret in view.layer(SECRETS):
        yield Hit(segment, Span(secret.start, secret.end), secret.kind)


def _links(segment: Segment, view: View, domains: Sequence[str], words: Words) -> Iterator[Hit]:
    for span, address in _addresses(view):
        kind = private_kind(address, domains)
        if kind and not _is_shown(view, span, kind, words):
            yield Hit(segment, span, kind)


def _addresses(view: View) -> Iterator[tuple[Span, str]]:
    """Links in the text by their place, those behind words too; each place once."""
    text = view.text
    found = {Span(link.start, link.end): link.url for link in view.links}
    for entity in view.layer(ENTITIES):
        if entity.kind == "url":
            found.setdefault(Span(entity.start, entity.end), entity.text)
    hinted = not view.layer(PLACES).keys().isdisjoint(_WORDS) and any(
        map(text.__contains__, _HINTS)
    )
    if hinted or _IP.search(text):
        for match in _OWN.finditer(text):
            address = match[0].rstrip(_TRAILING)
            span = Span(match.start(), match.start() + len(address))
            path = "\\" in address[:3]
            found = {at: url for at, url in found.items() if not touch(at, span)}
            found[span] = "file:///" if path else address
    yield from sorted(found.items())


def _is_shown(view: View, span: Span, kind: AddressKind, words: Words) -> bool:
    """Whether the link is part of a lesson: in code, or one's own machine among its tools."""
    if view.layer(ZONES).covers(span.start, span.end, "code", "comment"):
        return True
    return kind == "machine" and bool(words.matches(view, "tools"))


def _field(subject: Subject, domains: Sequence[str]) -> Iterator[Hit]:
    field = subject.draft.fields.get("link")
    if field and isinstance(field.value, str):
        kind = private_kind(field.value, domains)
        if kind:
            yield Hit(None, field.span, kind)


SECRET_LINKS = Check(prepare, args=())
