"""A finding that no rule made, for who shows findings."""

from __future__ import annotations

from socialint.finding import Evidence, Finding, Related, Severity, Wording
from socialint.text import Source, Span

WORDS = {
    "en": Wording(
        {"": "“{quote}”: by whose count?"},
        {"": "Nobody can check it."},
        {"": "Name the survey and link to it: “(Acme survey, 2026)”."},
        {"name": "a first name"},
    ),
    "fr": Wording(
        {"": "«\u00a0{quote}\u00a0»\u00a0: qui a compté\u202f?"},
        {"": "Personne ne peut le vérifier."},
        {"": "Nommez l’enquête et liez-la\u00a0: «\u00a0(enquête Acme, 2026)\u00a0»."},
        {"name": "un prénom"},
    ),
}


def made_up(
    source: Source,
    text: str | None,
    *,
    rule: str = "made-up-figure",
    severity: Severity = "warning",
    channel: str | None = "linkedin",
    private: tuple[str, ...] = (),
    clues: tuple[tuple[str, str], ...] = (),
    related: tuple[Related, ...] = (),
) -> Finding:
    """A finding on the first place where `text` stands in the source, or on no place."""
    finding = Finding(
        rule=rule,
        code="CLM399",
        severity=severity,
        confidence="high",
        path=source.path,
        draft=None,
        channel=channel,
        field=None,
        span=None,
        start=None,
        end=None,
        quote=text,
        wording=WORDS,
        args={"quote": text or "Acme"},
        evidence=tuple(_evidence(source, *clue) for clue in clues),
        related=related,
        private=tuple(_span(source, piece) for piece in private),
        identity="a fault",
    )
    return finding if text is None else _placed(finding, source, _span(source, text))


def _placed(finding: Finding, source: Source, span: Span) -> Finding:
    start, end = source.position(span.start), source.position(span.end)
    first = source.line(start.line).start
    return finding._replace(
        draft=f"{source.path}#1",
        field="text",
        span=span,
        start=start,
        end=end,
        line=source.text[first : max(source.line(end.line).end, span.end)],
        line_start=first,
    )


def _evidence(source: Source, piece: str, note: str) -> Evidence:
    start, end = _span(source, piece)
    return Evidence(piece, source.position(start), source.position(end), note)


def _span(source: Source, piece: str) -> Span:
    start = source.text.index(piece)
    return Span(start, start + len(piece))
