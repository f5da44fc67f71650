"""What the settings let pass for some files, and which of it has run out or gives no reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from socialint.engine.prepare import Prepared
from socialint.finding import Finding
from socialint.frozen import replace
from socialint.selection import selected
from socialint.settings import PerPath, Settings
from socialint.text import Source

EXPIRED, REASONLESS, UNUSED = (
    "expired-suppression",
    "reasonless-suppression",
    "unused-suppression",
)


def in_force(settings: Settings, today: date) -> Settings:
    """The settings in which entries of `per_path` leave no rule out after their last day."""
    if not any(entry.until for entry in settings.per_path):
        return settings
    entries = tuple(
        entry._replace(ignore=()) if _is_past(entry, today) else entry
        for entry in settings.per_path
    )
    return replace(settings, per_path=entries)


def _is_past(entry: PerPath, today: date) -> bool:
    return entry.until is not None and entry.until < today.isoformat()


def told(
    settings: Settings,
    rules: Mapping[str, Prepared],
    today: date,
    used: Collection[str] | None = None,
) -> Iterator[Finding]:
    """A finding on each entry that leaves rules out without a reason, after its last day, or idly.

    `used` are the globs that meant a file that was checked; None where not all were looked at.
    """
    faulty = [(entry, _fault(entry, today, used)) for entry in settings.per_path if entry.ignore]
    on = {rule.name for rule in selected([r.rule for r in rules.values()], settings.choice)}
    for number, (entry, name) in enumerate(faulty):
        if name in on and settings.path:
            yield _finding(settings, entry, rules[name], number)


def _fault(entry: PerPath, today: date, used: Collection[str] | None) -> str:
    if _is_past(entry, today):
        return EXPIRED
    if used is not None and entry.glob not in used:
        return UNUSED
    return "" if entry.reason else REASONLESS


def _finding(settings: Settings, entry: PerPath, rule: Prepared, number: int) -> Finding:
    source = _source(settings)
    span = source.line(entry.line) if entry.line <= len(source.line_starts) else None
    variant = "" if rule.rule.name == EXPIRED else "settings"
    found = ", ".join(entry.ignore)
    return Finding(
        rule=rule.rule.name,
        code=rule.rule.code,
        severity=rule.severity_of(variant),
        confidence=rule.rule.confidence,
        path=source.path,
        draft=None,
        channel=None,
        field=None,
        span=span,
        start=source.position(span.start) if span else None,
        end=source.position(span.end) if span else None,
        quote=source.text[span.start : span.end] if span else None,
        wording=rule.rule.wording,
        variant=variant,
        args={"found": found, "nearest": entry.until or "", "glob": entry.glob},
        line=source.text[span.start : span.end] if span else "",
        line_start=span.start if span else None,
        identity=f"{rule.rule.name}\0{entry.glob}\0{found}\0{number}",
    )


def _source(settings: Settings) -> Source:
    path = Path(settings.path or "")
    try:
        text = path.read_text("utf-8-sig")
    except OSError:
        text = ""
    try:
        return Source(path.resolve().relative_to(Path.cwd()).as_posix(), text)
    except ValueError:
        return Source(path.as_posix(), text)
