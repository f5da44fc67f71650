"""A draft as checks see it, in the terms of a run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from unicodedata import normalize
from zlib import crc32

from socialint.checks.check import Card, Subject, Turn
from socialint.draft import Draft, Message, Segment
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.rule import Rule
from socialint.turns import OWN

if TYPE_CHECKING:
    from socialint.engine.costs import Ledger


# all but letters that bear no accents, and digits: what is left is the same however a text is typed
_TYPED = bytes(sorted({*range(128)} - {*b"bdfghjklmpqrstvwxz0123456789"}))


class Terms(NamedTuple):
    """What holds for a whole run: languages, word lists, facts, rules, and the one clock.

    `unspoken` are the rules that have words, and none in a language, by language.
    """

    as_of: datetime
    languages: tuple[str, ...]
    lexicons: Mapping[str, Any]
    facts: Mapping[str, Any]
    lang: str | None = None
    known: tuple[Rule, ...] = ()
    ledger: Ledger | None = None
    unspoken: Mapping[str, frozenset[str]] = {}


def subject_of(draft: Draft, profile: Profile, terms: Terms) -> Subject:
    """The draft as checks see it."""
    views = _views(draft, profile, terms)
    message = draft.in_reply_to if isinstance(draft.in_reply_to, Message) else None
    heard = _heard(message.text, draft, profile, terms) if message and message.text else None
    earlier = tuple(
        Turn(_heard(turn.text, draft, profile, terms), turn.kind == OWN)
        for turn in (message.earlier if message else ())
    )
    return Subject(draft, views, profile, terms.as_of, draft.channels, terms.facts, heard, earlier)


def _heard(text: str, draft: Draft, profile: Profile, terms: Terms) -> View:
    """What a reply answers; people may write in another language than the reply's."""
    view = terms.ledger.view if terms.ledger else View
    return view(
        normalize("NFC", text),
        languages=terms.languages,
        fallback=draft.lang or _fallback(profile, terms),
        lexicons=terms.lexicons,
    )


def _fallback(profile: Profile, terms: Terms) -> str | None:
    spoken = profile.get("languages", ())
    return spoken[0] if len(spoken) == 1 else terms.lang


def _views(draft: Draft, profile: Profile, terms: Terms) -> dict[Segment, View]:
    view = terms.ledger.view if terms.ledger else View
    fallback = _fallback(profile, terms)
    return {
        segment: view(
            segment.text,
            draft.lang,
            languages=terms.languages,
            fallback=fallback,
            marks=segment.marks,
            links=segment.links,
            lexicons=terms.lexicons,
        )
        for segment in draft.segments
    }


def card_of(draft: Draft, as_of: datetime, *, asked: bool = True) -> Card:
    """What a run keeps of a draft for the rules that look across posts."""
    when = _aware(draft.publish_at, as_of)
    mark = crc32(draft.text.lower().encode("ascii", "ignore").translate(None, _TYPED))
    return Card(draft.source.path, draft.number, when, draft.account, draft.channels, asked, mark)


def _aware(when: datetime | None, as_of: datetime) -> datetime | None:
    """The moment in the run's zone, which is that of a time without one."""
    if when is None or when.tzinfo is None:
        return when and when.replace(tzinfo=as_of.tzinfo)
    try:
        return when.astimezone(as_of.tzinfo)
    except OverflowError:  # the first and the last year that there are
        return when
