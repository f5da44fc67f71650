"""What the settings let pass for some files, and which of it has run out or gives no reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from socialint.engine.needed import Use
from socialint.engine.prepare import Prepared
from socialint.finding import Finding
from socialint.frozen import replace
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.plainfile import read_plain
from socialint.selection import selected
from socialint.settings import PerPath, Settings, read_again
from socialint.text import Source, Span

EXPIRED, REASONLESS, UNUSED = (
    "expired-suppression",
    "reasonless-suppression",
    "unused-suppression",
)
_SHOWN = regex(r"""\[\[[^\]\n]*+\]\]|\{[^}\n]*+\}?|[^=\n]++=[ \t]*+(?:"[^"\n]*+"|'[^'\n]*+')?""")


class Fault(NamedTuple):
    """What is wrong with an entry: a rule and its variant, at a key or the table that lacks it."""

    rule: str
    key: str
    variant: str


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
    used: Mapping[PerPath, Use] | None = None,
) -> Iterator[Finding]:
    """A finding on each entry that leaves rules out without a reason, after its last day, or idly.

    `used` are those that meant a file that was checked; None where not all were looked at.
    """
    if not settings.per_path:
        return
    on = {rule.name for rule in selected([r.rule for r in rules.values()], settings.choice)}
    for number, entry in enumerate(settings.per_path):
        fault = _fault(entry, today, used) if entry.ignore and settings.path else None
        if fault and fault.rule in on:
            yield _finding(settings, entry, rules[fault.rule], number, fault)


def _fault(entry: PerPath, today: date, used: Mapping[PerPath, Use] | None) -> Fault | None:
    if _is_past(entry, today):
        return Fault(EXPIRED, "until", "")
    if used is not None and entry not in used:
        return Fault(UNUSED, "glob", "settings")
    if not entry.reason:
        return Fault(REASONLESS, "reason", "settings")
    if used is not None and used[entry] == "idle":
        return Fault(UNUSED, "ignore", "idle")
    return None


def _finding(
    settings: Settings, entry: PerPath, rule: Prepared, number: int, fault: Fault
) -> Finding:
    source = _source(settings)
    span = _place(settings, source, ("per_path", number, fault.key))
    line = source.line(source.position(span.start).line) if span else Span(0, 0)
    variant = fault.variant
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
        line=source.text[slice(*line)],
        line_start=line.start if span else None,
        identity=f"{rule.rule.name}\0{entry.glob}\0{found}\0{number}",
    )


def _place(settings: Settings, source: Source, steps: Sequence[str | int]) -> Span | None:
    """The key and its value on one line, or the head of the table that lacks it."""
    line, column = read_again(settings).where(steps, key=True)
    if line > len(source.line_starts):  # the file has changed meanwhile
        return None
    found = _SHOWN.match(source.text, source.line_starts[line - 1] + column - 1)
    return Span(*found.span()) if found else source.line(line)


def _source(settings: Settings) -> Source:
    path = Path(settings.path or "")
    try:
        text = read_plain(path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        text = ""
    try:
        return Source(path.resolve().relative_to(Path.cwd()).as_posix(), text)
    except ValueError:
        return Source(path.as_posix(), text)
