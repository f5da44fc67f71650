"""From a table of fields to a draft: names, types, segments, channels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from socialint.draft import Draft, Field, Segment, Suppression
from socialint.errors import Problem
from socialint.formats.channels import Target
from socialint.formats.choose import Chosen, choose, twice
from socialint.formats.names import Names
from socialint.formats.nodes import Table, problem
from socialint.formats.notices import notices
from socialint.formats.own_texts import own_texts
from socialint.formats.readers import read_channels
from socialint.formats.said import kind_of, lang_of, message_of, word_of
from socialint.formats.schedule import schedule
from socialint.formats.segments import segments_of
from socialint.formats.typed import typed
from socialint.formats.values import (
    USUAL,
    Habits,
    Wrong,
    blank,
)
from socialint.frozen import replace
from socialint.named import NamedTuple
from socialint.text import Source, Span


class Sheet(NamedTuple):
    """What the drafts of one file have in common."""

    source: Source
    names: Names
    lang: str | None = None
    habits: Habits = USUAL
    channels: tuple[str, ...] = ()


class Body(NamedTuple):
    """What stands outside the fields: its own texts, in Markdown or plain."""

    segments: tuple[Segment, ...] = ()


def build(
    table: Table, sheet: Sheet, number: int, body: Body | None = None, span: Span | None = None
) -> Iterator[Draft | Problem]:
    """The draft of `table`, one for each channel that has a text of its own; then its problems.

    `number` counts the drafts of the file from 1; `body` is what stands outside the table, and
    comes before a text in it.  A wrong value is a problem at its place and leaves its field
    empty; the rest of the draft stands.
    """
    texts = body.segments if body else ()
    own_text = any(text.field == "text" for text in texts)
    problems = list(twice(table, sheet.source))
    chosen = choose(table, sheet.names, own_text=own_text)
    if own_text and "text" in chosen and not blank(chosen["text"][1].node):
        problems.append(problem(sheet.source, "two-texts", chosen["text"][1].key.start))
    fields = dict(typed(chosen, sheet.source, sheet.habits, problems))
    when = schedule(fields)
    targets = _targets(chosen, fields, sheet)
    segments = segments_of(chosen, sheet.habits, texts)
    draft = _draft(fields, segments, targets, sheet.lang)
    draft = replace(
        draft,
        publish_at=when,
        notices=tuple(notices(chosen, fields, draft.channels, sheet.names, sheet.source)),
        suppressions=_suppressions(chosen),
        source=sheet.source,
        span=span or table.span,
        number=number,
    )
    yield from _variants(draft, chosen, sheet, problems)
    yield from problems


def _draft(
    fields: Mapping[str, Field],
    segments: tuple[Segment, ...],
    targets: Sequence[Target],
    lang: str | None,
) -> Draft:
    channels = tuple(dict.fromkeys(target.channel for target in targets))
    accounts = {target.account for target in targets}
    return Draft(
        text=next((segment.text for segment in segments if segment.field == "text"), ""),
        kind=kind_of(fields),
        channel=channels[0] if len(channels) == 1 else None,
        channels=channels,
        lang=lang_of(fields) or lang,
        brand=word_of(fields, "brand"),
        account=word_of(fields, "account") or (accounts.pop() if len(accounts) == 1 else None),
        id=word_of(fields, "id"),
        title=next((segment.text for segment in segments if segment.field == "title"), None),
        in_reply_to=message_of(fields),
        fields=fields,
        segments=segments,
    )


def _targets(chosen: Chosen, fields: Mapping[str, Field], sheet: Sheet) -> Sequence[Target]:
    if "channels" in chosen and fields["channels"].value:
        found = read_channels(chosen["channels"][1].node, sheet.habits)
        if found and not isinstance(found, Wrong):
            return found
    return [Target(channel) for channel in sheet.channels]


def _suppressions(chosen: Chosen) -> tuple[Suppression, ...]:
    if "socialint" not in chosen:
        return ()
    from socialint.formats.suppressions import from_node  # noqa: PLC0415  few drafts have any

    return tuple(from_node(chosen["socialint"][1].node))


def _variants(
    draft: Draft, chosen: Chosen, sheet: Sheet, problems: list[Problem]
) -> Iterator[Draft]:
    """One draft for the channels that share the common text, one for each that has its own."""
    apart = dict(own_texts(chosen))
    shared = tuple(channel for channel in draft.channels if channel not in apart)
    if not apart:
        yield draft
        return
    if shared:
        yield replace(draft, channels=shared, channel=shared[0] if len(shared) == 1 else None)
    for channel, table in apart.items():
        yield _variant(draft, channel, table, sheet, problems)


def _variant(
    draft: Draft, channel: str, table: Table, sheet: Sheet, problems: list[Problem]
) -> Draft:
    own = Draft()
    for found in build(table, sheet._replace(channels=()), draft.number):
        if isinstance(found, Draft):
            own = found
        elif found.code != "duplicate-key":
            # names that stand twice are looked for at every depth, once
            problems.append(found)
    replaced = {segment.field.partition("[")[0] for segment in own.segments}
    kept = [part for part in draft.segments if part.field.partition("[")[0] not in replaced]
    return replace(
        draft,
        text=own.text or draft.text,
        title=own.title or draft.title,
        channel=channel,
        channels=(channel,),
        lang=lang_of(own.fields) or draft.lang,
        account=own.account or draft.account,
        publish_at=own.publish_at or draft.publish_at,
        fields={**draft.fields, **own.fields},
        segments=(*own.segments, *kept),
    )
