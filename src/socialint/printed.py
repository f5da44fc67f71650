"""Pieces of drafts and words about them, fit to be printed: personal data is masked."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from socialint.errors import Problem
from socialint.finding import UNSPOKEN, Finding, Related
from socialint.lazy import regex
from socialint.locale import explain, words
from socialint.named import NamedTuple
from socialint.redact import MASK, redact
from socialint.text import Span

_SIGN = regex(r"[^\W_]")
_BREAK = regex(r"[ \t]*[\r\n]\s*")
_LINE_END = regex(r"\r\n|\r|\n")


class _Gaps(dict[str, str]):
    """Fills in what only a finding knows."""

    def __missing__(self, name: str) -> str:
        return "…"


def template(text: str) -> str:
    """What a rule says of no finding in particular: dots stand for what it would quote."""
    return text.format_map(_Gaps())


class Line(NamedTuple):
    """A line of the source around a finding.

    `start` and `end` are the part of `text` that the finding means; `cut` says whether the line
    began before.
    """

    number: int
    text: str
    start: int
    end: int
    cut: bool


def masked(text: str, offset: int, finding: Finding) -> str:
    """A piece of the finding's source that begins at `offset`, its personal data masked.

    Of a datum that goes on after the piece nothing stays readable: its end may stand elsewhere.
    """
    private = []
    for start, end in finding.private:
        begin, stop = max(start - offset, 0), min(end - offset, len(text))
        if begin >= stop:
            continue
        if end - offset > len(text):
            text = text[:begin] + _SIGN.sub(MASK, text[begin:])
        private.append(Span(begin, stop))
    return redact(text, private)


def quote(finding: Finding) -> str | None:
    """The finding's quote; what its line makes personal data is masked in the quote too."""
    if finding.quote is None or finding.span is None:
        return finding.quote
    around = _around(finding)
    if around is None:
        return masked(finding.quote, finding.span.start, finding)
    text, start = around
    found = masked(text, start, finding)[finding.span.start - start : finding.span.end - start]
    rest = finding.quote[len(found) :]  # a line end, where the span goes beyond its line
    return found + masked(rest, finding.span.start + len(found), finding) if rest else found


def said(finding: Finding) -> Finding:
    """The finding with words for its messages that are fit to be printed on one line."""
    if not finding.args:
        return finding
    hidden = _hidden(finding) if finding.private else {}
    if finding.quote and finding.private:
        hidden[finding.quote] = quote(finding) or ""
    args = {name: _safe(value, hidden) for name, value in finding.args.items()}
    return finding._replace(args=args)


def let_pass(finding: Finding, lang: str) -> str:
    """Why a finding is let pass, until when and by whom; nothing where it isn't."""
    one = finding.suppression
    if one is None:
        return ""
    say = words(lang)["human"]
    if one.kind == "baseline":
        return str(say["let-pass-baseline"])
    until = [say["let-pass-until"].format(until=one.until.isoformat())] if one.until else []
    parts = [one.reason, *([one.owner] if one.owner else []), *until]
    return str(say["let-pass"]).format(reason=_BREAK.sub(" ", redact(", ".join(parts))))


def related_quote(finding: Finding, other: Related) -> str:
    """The quote of a place that the finding is about."""
    if other.finding:
        return quote(other.finding) or ""
    if other.path != finding.path:
        return redact(other.quote)
    return masked(other.quote, other.start.offset, finding)


def lines(finding: Finding) -> list[Line]:
    """The lines to show of a finding that has a place, in order."""
    if finding.span is None or finding.start is None or finding.quote is None:
        return []
    around = _around(finding)
    text, offset = around or (finding.quote, finding.span.start)
    begin = finding.start.offset - finding.start.column + 1
    parts = _split(masked(text, offset, finding))
    starts = accumulate((len(part) for part in parts[:-1]), initial=offset)
    return [
        Line(
            finding.start.line + number,
            part.rstrip("\r\n"),
            max(finding.span.start - start, 0),
            min(finding.span.end - start, len(part.rstrip("\r\n"))),
            cut=not number and start > begin,
        )
        for number, (part, start) in enumerate(zip(parts, starts, strict=True))
    ]


def explained(problem: Problem, lang: str) -> tuple[str, str]:
    """What is wrong and its cure; what a draft says in it is masked."""
    args = {name: redact(value) for name, value in problem.args.items()}
    return explain(problem._replace(args=args), lang)


def reason(name: str, lang: str) -> str:
    """Why a rule stayed silent: a text by its name, or the part of the profile that it wants."""
    table = words(lang)["not_checked"]
    if name.startswith(UNSPOKEN):
        return str(table["unspoken"].format(lang=name.removeprefix(UNSPOKEN)))
    parts = table["profile"]
    return str(table["other"].get(name) or parts.get(name) or parts[""].format(part=name))


def wants_profile(name: str) -> bool:
    """Whether the reason is a part of the profile that is not declared."""
    return name not in words("en")["not_checked"]["other"] and not name.startswith(UNSPOKEN)


def _around(finding: Finding) -> tuple[str, int] | None:
    """The finding's lines and the offset where they begin, if they do hold its quote."""
    if not finding.line or finding.span is None or finding.start is None:
        return None
    offset = finding.line_start
    if offset is None:
        offset = finding.start.offset - finding.start.column + 1
    if finding.quote is None or offset > finding.span.start:
        return None
    held = finding.line[finding.span.start - offset : finding.span.end - offset]
    same = finding.quote.startswith(held) if held else not finding.quote
    return (finding.line, offset) if same else None


def _hidden(finding: Finding) -> dict[str, str]:
    """The personal data in the finding's lines, each with its mask."""
    text, offset = _around(finding) or (finding.quote or "", (finding.span or Span(0, 0)).start)
    mask = masked(text, offset, finding)
    spans = [(span.start - offset, span.end - offset) for span in finding.private]
    return {text[start:end]: mask[start:end] for start, end in spans if 0 <= start < end}


def _safe(value: str, hidden: Mapping[str, str]) -> str:
    for datum, mask in hidden.items():
        value = value.replace(datum, mask)
    return _BREAK.sub(" ", redact(value))


def _split(text: str) -> list[str]:
    """The lines with their ends, which are CR LF, LF or CR only; none is empty but the first."""
    ends = [match.end() for match in _LINE_END.finditer(text)]
    starts = [0, *ends]
    parts = [text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True)]
    return parts if parts[-1] or len(parts) == 1 else parts[:-1]
