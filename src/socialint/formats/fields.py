"""From a table of fields to a draft: names, types, segments, channels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from socialint.draft import Draft, Field, Kind, Message, Segment
from socialint.errors import Problem
from socialint.formats.channels import Target, read_target
from socialint.formats.media import names_channels, read_media, read_thread, segment
from socialint.formats.names import Name, Names, fold
from socialint.formats.nodes import Entry, Items, Node, Scalar, Table, problem
from socialint.formats.schedule import schedule
from socialint.formats.values import (
    CHANNEL_NAMES,
    NOTHING,
    READERS,
    USUAL,
    Habits,
    Wrong,
    blank,
    channel_name,
    is_reply,
    moment,
    plain,
    read_channels,
)
from socialint.text import Source, Span


@dataclass(frozen=True)
class Sheet:
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
    body = body or Body()
    problems = list(_twice(table, sheet.source))
    chosen = _choose(table, sheet.names)
    if "text" in chosen and any(part.field == "text" for part in body.segments):
        entry = chosen["text"][1]
        problems += (
            () if blank(entry.node) else (problem(sheet.source, "two-texts", entry.key.start),)
        )
    fields = dict(_fields(chosen, sheet, problems))
    when = schedule(fields)
    targets = _targets(chosen, fields, sheet)
    channels = tuple(dict.fromkeys(target.channel for target in targets))
    accounts = {target.account for target in targets}
    segments = _segments(chosen, sheet.habits, body)
    draft = Draft(
        text=next((segment.text for segment in segments if segment.field == "text"), ""),
        kind=_kind(fields),
        channel=channels[0] if len(channels) == 1 else None,
        channels=channels,
        lang=_lang(fields) or sheet.lang,
        brand=_word(fields, "brand"),
        account=_word(fields, "account") or (accounts.pop() if len(accounts) == 1 else None),
        id=_word(fields, "id"),
        title=next((segment.text for segment in segments if segment.field == "title"), None),
        publish_at=when,
        in_reply_to=_message(fields),
        fields=fields,
        segments=segments,
        source=sheet.source,
        span=span or table.span,
        number=number,
    )
    yield from _variants(draft, chosen, sheet)
    yield from problems


def _twice(table: Table, source: Source) -> Iterator[Problem]:
    first: dict[str, Span] = {}
    for entry in table.entries:
        if entry.name in first:
            line = source.position(first[entry.name].start).line
            yield problem(
                source, "duplicate-key", entry.key.start, name=entry.name, first=str(line)
            )
        first.setdefault(entry.name, entry.key)
        if isinstance(entry.node, Table):
            yield from _twice(entry.node, source)


def _choose(table: Table, names: Names) -> Mapping[str, tuple[str, Entry]]:
    """Canonical or own name → the type it is read as and its entry, the best of several."""
    chosen: dict[str, tuple[str, Entry]] = {}
    ranks: dict[str, tuple[bool, int]] = {}
    for entry in table.entries:
        name = names.get(fold(entry.name)) or Name(entry.name, "any", 0)
        if name.canonical == "media" and name.rank >= 0 and names_channels(entry.node):
            name = Name("channels", "channels", 1)
        rank = (blank(entry.node), name.rank)
        best = ranks.get(name.canonical)
        if best is not None and best < rank:
            chosen[entry.name] = ("any", entry)
            continue
        if best is not None and chosen[name.canonical][1].name != entry.name:
            loser = chosen[name.canonical][1]
            chosen[loser.name] = ("any", loser)
        ranks[name.canonical] = rank
        chosen[name.canonical] = (name.type, entry)
    return chosen


def _fields(
    chosen: Mapping[str, tuple[str, Entry]], sheet: Sheet, problems: list[Problem]
) -> Iterator[tuple[str, Field]]:
    for name, (kind, entry) in chosen.items():
        value = _read(kind, entry.node, sheet.habits)
        if isinstance(value, Wrong):
            problems.append(_wrong(value, entry.name, sheet.source))
            value = None
        yield name, Field(value, entry.key, entry.node.span)
        if kind == "words" and isinstance(entry.node, Table):
            yield f"{name}_by_account", Field(plain(entry.node), entry.key, entry.node.span)


def _read(kind: str, node: Node, habits: Habits) -> object:
    if kind == "media":
        media = read_media(node, habits)
        return media if isinstance(media, Wrong) else tuple(medium.value for medium in media)
    if kind == "thread":
        posts = read_thread(node, habits)
        return posts if isinstance(posts, Wrong) else tuple(str(post.value or "") for post in posts)
    value = READERS[kind](node, habits)
    if kind == "channels" and isinstance(value, tuple) and not isinstance(value, Wrong):
        return tuple(dict.fromkeys(target.channel for target in value))
    return value


def _wrong(wrong: Wrong, field: str, source: Source) -> Problem:
    start, end = wrong.node.span
    found = " ".join(source.text[start : min(end, start + 60)].split())
    return problem(source, wrong.code, start, field=field, found=found)


def _targets(
    chosen: Mapping[str, tuple[str, Entry]], fields: Mapping[str, Field], sheet: Sheet
) -> Sequence[Target]:
    if "channels" in chosen and fields["channels"].value:
        found = read_channels(chosen["channels"][1].node, sheet.habits)
        if found and not isinstance(found, Wrong):
            return found
    return [Target(channel) for channel in sheet.channels]


def _segments(
    chosen: Mapping[str, tuple[str, Entry]], habits: Habits, body: Body
) -> tuple[Segment, ...]:
    found = list(body.segments)
    for name, written_as in (("title", "title"), ("text", "text")):
        node = chosen[name][1].node if name in chosen else NOTHING
        part = segment(written_as, node, habits) if isinstance(node, Scalar) else None
        if part and all(part.field != other.field for other in found):
            found.append(part)
    found += _thread(chosen, habits)
    shown = sum(part.field.startswith("media[") for part in body.segments)
    return (*found, *_alts(chosen, habits, shown))


def _thread(chosen: Mapping[str, tuple[str, Entry]], habits: Habits) -> Iterator[Segment]:
    posts = read_thread(chosen["thread"][1].node, habits) if "thread" in chosen else ()
    for number, post in enumerate(() if isinstance(posts, Wrong) else posts):
        part = segment(f"thread[{number}]", post, habits)
        if part:
            yield part


def _alts(chosen: Mapping[str, tuple[str, Entry]], habits: Habits, first: int) -> Iterator[Segment]:
    media = read_media(chosen["media"][1].node, habits) if "media" in chosen else ()
    nodes = [medium.alt for medium in media] if not isinstance(media, Wrong) else []
    alone = chosen["alt"][1].node if "alt" in chosen else None
    if isinstance(alone, Scalar) and not any(nodes):
        nodes[:1] = [alone]
    for number, node in enumerate(nodes, start=first):
        part = segment(f"media[{number}].alt", node, habits) if node else None
        if part:
            yield part


def _kind(fields: Mapping[str, Field]) -> Kind:
    said = [fields[name].value for name in ("kind", "content_type") if name in fields]
    if any(isinstance(word, str) and is_reply(word) for word in said):
        return "reply"
    return "reply" if _message(fields) else "post"


def _message(fields: Mapping[str, Field]) -> Message | None:
    found = fields["in_reply_to"].value if "in_reply_to" in fields else None
    if not isinstance(found, Message):
        return None
    received = fields["received_at"].value if "received_at" in fields else None
    return found if found.received_at else replace(found, received_at=moment(received))


def _word(fields: Mapping[str, Field], name: str) -> str | None:
    found = fields[name].value if name in fields else None
    return found or None if isinstance(found, str) else None


def _lang(fields: Mapping[str, Field]) -> str | None:
    tag = _word(fields, "lang")
    return tag.partition("-")[0].lower() if tag else None


def _variants(
    draft: Draft, chosen: Mapping[str, tuple[str, Entry]], sheet: Sheet
) -> Iterator[Draft]:
    """One draft for the channels that share the common text, one for each that has its own."""
    apart = dict(_own_texts(chosen, sheet))
    shared = tuple(channel for channel in draft.channels if channel not in apart)
    if not apart:
        yield draft
        return
    if shared:
        yield replace(draft, channels=shared, channel=shared[0] if len(shared) == 1 else None)
    for channel, table in apart.items():
        yield _variant(draft, channel, table, sheet)


def _variant(draft: Draft, channel: str, table: Table, sheet: Sheet) -> Draft:
    own = next(
        found
        for found in build(table, replace(sheet, channels=()), draft.number)
        if isinstance(found, Draft)
    )
    replaced = {segment.field.partition("[")[0] for segment in own.segments}
    kept = [part for part in draft.segments if part.field.partition("[")[0] not in replaced]
    return replace(
        draft,
        text=own.text or draft.text,
        title=own.title or draft.title,
        channel=channel,
        channels=(channel,),
        account=own.account or draft.account,
        publish_at=own.publish_at or draft.publish_at,
        fields={**draft.fields, **own.fields},
        segments=(*own.segments, *kept),
    )


def _names(entry: Entry) -> bool:
    return fold(entry.name) in CHANNEL_NAMES


def _own_texts(
    chosen: Mapping[str, tuple[str, Entry]], sheet: Sheet
) -> Iterator[tuple[str, Table]]:
    node = chosen["channels"][1].node if "channels" in chosen else NOTHING
    if isinstance(node, Table):
        named: list[tuple[str | None, Node]] = [(e.name, e.node) for e in node.entries]
    elif isinstance(node, Items):
        named = [(channel_name(item), item) for item in node.items]
    else:
        return
    for name, table in named:
        if isinstance(table, Table) and name and any(not _names(entry) for entry in table.entries):
            yield read_target(name).channel, table
