"""Banks of posts in Markdown: a heading a post, its texts in fences under the names of channels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from socialint.draft import Draft
from socialint.errors import Problem
from socialint.formats.channels import known, read_targets
from socialint.formats.fields import Body, Sheet, build
from socialint.formats.names import Names, fold
from socialint.formats.nodes import Entry, Scalar, Table
from socialint.formats.plain import passage
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Source, SourceMap, Span

_LINE = regex(r"[^\r\n]*+(?:\r\n|[\r\n]|\Z)")
_HEADING = regex(r"(#{1,6})[ \t]+(.*\S)")
_FENCE = regex(r" {0,3}(`{3,}|~{3,})")
_ENTRY = regex(
    r"(?:[-*+][ \t]+)?\*\*([^*:\r\n]{1,60}?)[ \t\xa0\u202f]*(?::\*\*|\*\*[ \t\xa0\u202f]*:)(.*)"
)
_LABEL = regex(
    r"(?:[-*+][ \t]+)?(?:\*\*|__)?([^*_:\r\n]{1,60}?)[ \t\xa0\u202f]*"
    r"(?::|\*\*|__)[ \t\xa0\u202f:*_]*"
)
_QUOTED = regex(r'["“«][ \xa0\u202f]*([^"”»]+?)[ \xa0\u202f]*["”»]')


class Post(NamedTuple):
    """One text of a bank: its fields, where it stands, and where its label or heading begins."""

    entries: tuple[Entry, ...]
    text: Span
    start: int
    labelled: bool
    fenced: bool


@dataclass
class _Section:
    """What is known of a post on the way down the file."""

    level: int = 0
    start: int = 0
    title: Entry | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    label: Entry | None = None
    text: int = 0
    fences: int = 0


def find_posts(source: Source, start: int, names: Names) -> list[Post]:
    """The texts in fences, and what stands under each heading or label without one."""
    posts: list[Post] = []
    section = _Section(start=start, text=start)
    at = start
    while at < len(source.text):
        line = _line(source.text, at)
        at = _take(source, line, names, section, posts)
    _close(source, section, len(source.text), posts)
    return posts


def parse_bank(
    source: Source, posts: list[Post], front: Table, sheet: Sheet
) -> Iterator[Draft | Problem]:
    """The drafts of `posts`; a field of the front matter holds where a post has none."""
    for number, post in enumerate(posts, start=1):
        own = {_canonical(entry.name, sheet.names) for entry in post.entries}
        shared = [e for e in front.entries if _canonical(e.name, sheet.names) not in own]
        table = Table((*shared, *post.entries), Span(post.start, post.text.end))
        body = _body(source, post)
        if body.segments:
            yield from build(table, sheet, number, body)


def _body(source: Source, post: Post) -> Body:
    if post.fenced:
        text = passage("text", source, *post.text)
        return Body((text,) if text else ())
    from socialint.formats.markdown import read_body  # noqa: PLC0415  each needs the other

    return read_body(source, *post.text)


def _take(source: Source, line: Span, names: Names, section: _Section, posts: list[Post]) -> int:
    """Read one line, or a whole fence; answers where the next one begins."""
    text = source.text
    after = _next(text, line.end)
    if match := _FENCE.match(text, *line):
        end, after = _fence_end(text, after, match[1])
        _add(section, Span(_next(text, line.end), end), posts, fenced=True)
        section.text = after
        section.fences += 1
    elif match := _HEADING.fullmatch(text, *line):
        _heading(source, match, section, posts)
        section.text = after
    elif label := _label(source, line):
        _close(source, section, line.start, posts)
        section.label, section.text, section.fences = label, after, 0
    elif (match := _ENTRY.fullmatch(text, *line)) and _canonical(match[1], names):
        entry = _entry(source, match, 1, 2)
        section.entries[entry.name] = entry
        if not text[section.text : line.start].strip():
            section.text = after
    return after


def _heading(source: Source, match: re.Match[str], section: _Section, posts: list[Post]) -> None:
    _close(source, section, match.start(), posts)
    channel = _channel(source, match.span(2))
    if channel and len(match[1]) > section.level > 0:
        section.label = channel
    else:
        section.level, section.start = len(match[1]), match.start()
        section.title, section.label = _title(source, match), channel
        section.entries = {}
    section.fences = 0


def _title(source: Source, match: re.Match[str]) -> Entry:
    quoted = _QUOTED.search(match[2])
    place = match.span(2)
    if quoted:
        place = (match.start(2) + quoted.start(1), match.start(2) + quoted.end(1))
    return Entry("heading", Span(*match.span(1)), _scalar(source, *place))


def _close(source: Source, section: _Section, end: int, posts: list[Post]) -> None:
    """What stands under a heading or label, if there was no fence, is a post too."""
    if section.level and not section.fences and source.text[section.text : end].strip():
        _add(section, Span(section.text, end), posts, fenced=False)


def _add(section: _Section, text: Span, posts: list[Post], *, fenced: bool) -> None:
    extra = [entry for entry in (section.title, section.label) if entry]
    start = section.label.key.start if section.label else section.start
    entries = (*section.entries.values(), *extra)
    posts.append(Post(entries, text, start, section.label is not None, fenced))


def _label(source: Source, line: Span) -> Entry | None:
    match = _LABEL.fullmatch(source.text, *line)
    return _channel(source, match.span(1)) if match else None


def _channel(source: Source, place: tuple[int, int]) -> Entry | None:
    targets = read_targets(source.text[place[0] : place[1]])
    if not targets or not all(known(target.channel) for target in targets):
        return None
    return Entry("channels", Span(*place), _scalar(source, *place))


def _entry(source: Source, match: re.Match[str], name: int, value: int) -> Entry:
    raw = match[value]
    start = match.start(value) + len(raw) - len(raw.lstrip())
    return Entry(
        match[name], Span(*match.span(name)), _scalar(source, start, start + len(raw.strip()))
    )


def _scalar(source: Source, start: int, end: int) -> Scalar:
    trace = partial(SourceMap.identity, start, end - start)
    return Scalar(source.text[start:end], Span(start, end), trace)


def _canonical(name: str, names: Names) -> str | None:
    found = names.get(fold(name))
    return found.canonical if found else None


def _line(text: str, at: int) -> Span:
    match = _LINE.match(text, at)
    return Span(at, at + len(match[0].rstrip("\r\n")) if match else len(text))


def _next(text: str, end: int) -> int:
    return min(len(text), end + (2 if text.startswith("\r\n", end) else 1))


def _fence_end(text: str, at: int, mark: str) -> tuple[int, int]:
    """Where the text of a fence ends, and what follows it begins."""
    while at < len(text):
        line = _line(text, at)
        closing = text[line.start : line.end].strip()
        if closing.startswith(mark) and not closing.strip(mark[0]):
            return line.start, _next(text, line.end)
        at = _next(text, line.end)
    return len(text), len(text)
