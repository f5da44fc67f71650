"""`socialint feed`: the state of the presence, account by account."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from socialint.cli.asked import PATHS, linter_of, settings_of
from socialint.cli.options import Asked, Option, choose
from socialint.cli.terminal import look_of, put, refuse
from socialint.locale import words
from socialint.redact import redact
from socialint.report import CLEAN, WRONG
from socialint.reporters.cells import plain

if TYPE_CHECKING:
    from socialint.engine.presence import Row, Share

FORMATS = ("human", "json", "html")
OPTIONS = (
    PATHS,
    Option("--format", "feed.format", "FORMAT"),
    Option("--profile", "check.profile", "FILE"),
    Option("--as-of", "check.as-of", "DATE"),
)
_SHARES = ("selling", "aimed", "sourced", "described", "tracked")


def run(asked: Asked, lang: str) -> int:
    """Print what each account posts; raises SettingsError and its kin."""
    choose("--format", asked.format or "human", FORMATS)
    asked.select, asked.ignore, asked.baseline, asked.no_plugin = [], [], None, []
    settings = settings_of(asked)
    lang = asked.lang or settings.lang or lang
    from socialint.engine.presence import presence  # noqa: PLC0415  the options come first

    rows, problems = presence(linter_of(settings, asked).run(), asked.paths or ["."])
    if asked.format == "json":
        record = {"version": 1, "accounts": [_record(row) for row in rows]}
        put([json.dumps(record, ensure_ascii=False, indent=1), "\n"])
    elif asked.format == "html":
        from socialint.cli.feed_page import feed_page  # noqa: PLC0415  only where it is asked for

        put(feed_page(rows, _lines(rows, lang), _SHARES, lang))
    else:
        look = look_of(sys.stdout, lang)
        put(f"{plain(line, look.encoding)}\n" for line in _table(rows, lang))
    if problems:
        refuse(problems, lang)
    return WRONG if problems else CLEAN


def _record(row: Row) -> dict[str, Any]:
    """A row as plain data: shares in per cent, days as ISO 8601 writes them, delays in minutes."""
    return {
        "channel": row.channel or None,
        "account": redact(row.account) or None,
        "status": row.status or None,
        "posts": row.posts,
        "replies": row.replies,
        "first": row.first.isoformat() if row.first else None,
        "last": row.last.isoformat() if row.last else None,
        "per_week": row.per_week,
        "promised_per_week": list(row.promised) if row.promised else None,
        "reply_delay_minutes": row.delay,
        **{f"{name}_percent": getattr(row, name).percent for name in _SHARES},
    }


def _table(rows: Sequence[Row], lang: str) -> Iterator[str]:
    say = words(lang)["cli"]["presence"]
    if not rows:
        yield say["none"]
        return
    lines = _lines(rows, lang)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for line in lines:
        first, *others = zip(line, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]
        yield "  ".join(cells).rstrip()


def _lines(rows: Sequence[Row], lang: str) -> list[list[str]]:
    """The head of the table, and a line for each row."""
    say = words(lang)["cli"]["presence"]
    head = [say[name] for name in ("account", "posts", "pace", "last", "replies", *_SHARES)]
    return [head, *(_cells(row, lang) for row in rows)]


def _cells(row: Row, lang: str) -> list[str]:
    name = " · ".join(part for part in (row.channel, redact(row.account)) if part)
    replies = f"{row.replies}" + (f" ({_span(row.delay)})" if row.delay is not None else "")
    return [
        name or "–",
        str(row.posts),
        _pace(row, lang),
        row.last.isoformat() if row.last else "–",
        replies,
        *(_percent(getattr(row, share), lang) for share in _SHARES),
    ]


def _pace(row: Row, lang: str) -> str:
    """Posts a week, of those promised."""
    real = "–" if row.per_week is None else f"{row.per_week:g}"
    if not row.promised:
        return _figure(real, lang)
    least, most = row.promised
    return _figure(f"{real} / {least:g}–{most:g}", lang)


def _figure(text: str, lang: str) -> str:
    return text.replace(".", words(lang)["cli"]["presence"]["decimal"])


def _percent(share: Share, lang: str) -> str:
    percent = share.percent
    return "–" if percent is None else words(lang)["cli"]["presence"]["percent"].format(n=percent)


def _span(minutes: int) -> str:
    """A time in minutes or hours."""
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"
