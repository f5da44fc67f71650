"""From a hit in a segment to a finding in a file."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from socialint.draft import Draft, Segment
from socialint.engine.prepare import Prepared
from socialint.engine.suppress import Live, that_lets_pass
from socialint.finding import Change, Clue, Edit, Evidence, Finding, Hit
from socialint.frozen import Frozen, field
from socialint.layers.fold import fold
from socialint.layers.language import LANGUAGE, main_language
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.redact import redact
from socialint.text import Span, shortened

NEAR = 1000  # code points of its lines that a finding keeps on either side
QUOTE_IN_MESSAGE = 60  # code points; a message is a line, not a paragraph


class Place(Frozen):
    """A draft, its views, the fingerprints already given in its file, and what is let pass."""

    draft: Draft
    views: Mapping[Segment, View]
    seen: Counter[int] = field(default_factory=Counter)
    live: tuple[Live, ...] = ()

    @cached_property
    def private(self) -> tuple[Span, ...]:
        """Source spans of what must be masked wherever the draft is shown."""
        return tuple(
            segment.map.to_source(*span)
            for segment, view in self.views.items()
            for span in private_spans(view)
        )

    def finding(self, hit: Hit, rule: Prepared) -> Finding:
        """The finding that the hit stands for."""
        source = self.draft.source
        span = _in_source(hit.segment, hit.span)
        start = source.position(span.start) if span else None
        end = source.position(span.end) if span else None
        return Finding(
            rule=rule.rule.name,
            code=rule.rule.code,
            severity=rule.severity_of(hit.variant),
            confidence=rule.rule.confidence,
            path=source.path,
            draft=None if self.draft.kind == "account" else self.draft.name,
            channel=hit.channel,
            field=hit.segment.field if hit.segment else None,
            span=span,
            start=start,
            end=end,
            quote=source.text[span.start : span.end] if span else None,
            wording=rule.rule.wording,
            variant=hit.variant,
            args=self._args(hit),
            evidence=tuple(self._evidence(clue) for clue in hit.clues),
            edits=tuple(edit for change in hit.changes if (edit := self._edit(change))),
            private=self.private,
            line=source.text[slice(*around)] if (around := self._around(span)) else "",
            line_start=around.start if around else None,
            identity=self._identity(hit, rule.rule.name),
            suppression=that_lets_pass(rule.rule.name, span, self.live),
            lang="" if "en" in rule.rule.wording else self._language(hit),
        )

    def _language(self, hit: Hit) -> str:
        """The language that the draft is in where the hit is, or in most of that text."""
        view = self.views.get(hit.segment) if hit.segment else None
        if view is None or hit.span is None:
            return (view and main_language(view)) or self.draft.lang or ""
        paragraphs = view.layer(LANGUAGE)
        at = bisect_right(paragraphs, hit.span.start, key=lambda one: one.start) - 1
        return paragraphs[at].lang or ""

    def _args(self, hit: Hit) -> Mapping[str, str]:
        args = {name: redact(value) for name, value in hit.args.items()}
        if hit.span and "quote" not in args:
            quote = self.masked(hit.segment, hit.span) if hit.segment else self._written(hit.span)
            args["quote"] = shortened(quote, QUOTE_IN_MESSAGE)
        return args

    def masked(self, segment: Segment, span: Span) -> str:
        """The stretch of text on one line, personal data masked even where it is cut."""
        if segment not in self._shown:
            # what holds no such data in these layers holds none for who masks it
            private = private_spans(self.views[segment])
            self._shown[segment] = redact(segment.text, private) if private else segment.text
        return " ".join(self._shown[segment][span.start : span.end].split())

    def _written(self, span: Span) -> str:
        """A stretch of the source outside any text, such as the value of a field, on one line."""
        return " ".join(redact(self.draft.source.text[span.start : span.end]).split())

    @cached_property
    def _shown(self) -> dict[Segment, str]:
        """Segments with their personal data masked."""
        return {}

    def _evidence(self, clue: Clue) -> Evidence:
        span = clue.segment.map.to_source(*clue.span)
        source = self.draft.source
        text = source.text[span.start : span.end]
        return Evidence(text, source.position(span.start), source.position(span.end), clue.note)

    def _edit(self, change: Change) -> Edit | None:
        """None where the text does not stand in the source character by character."""
        span = change.span
        if change.segment:
            if not change.segment.map.is_verbatim(*span):
                return None
            span = change.segment.map.to_source(*span)
        source = self.draft.source
        start, end = source.position(span.start), source.position(span.end)
        return Edit(source.path, start, end, change.replacement, change.safe)

    def _around(self, span: Span | None) -> Span | None:
        """The lines that the span covers, or what is near it in them: a file may be one line."""
        if span is None:
            return None
        source = self.draft.source
        first = source.line(source.position(span.start).line)
        last = source.line(source.position(max(span.start, span.end - 1)).line)
        return Span(max(first.start, span.start - NEAR), min(last.end, span.end + NEAR))

    def _identity(self, hit: Hit, name: str) -> str:
        if hit.about is not None:
            return known_by(name, hit.about, self.seen)
        quote, sentence = "", self.draft.text
        if hit.segment and hit.span:
            quote = hit.segment.text[hit.span.start : hit.span.end]
            sentence = self._sentence(hit.segment, hit.span)
        words = "\0".join((name, hit.channel or "", fold(quote).text, fold(sentence).text))
        return _numbered(words, self.seen)

    def _sentence(self, segment: Segment, span: Span) -> str:
        for sentence in self.views[segment].layer(SENTENCES):
            if sentence.start <= span.start < sentence.end:
                return segment.text[sentence.start : sentence.end]
        return segment.text


def known_by(rule: str, about: str, seen: Counter[int]) -> str:
    """The identity of a finding that is not known by the words of its draft."""
    return _numbered(f"{rule}\0\0{fold(about).text}", seen)


def _numbered(words: str, seen: Counter[int]) -> str:
    key = hash(words)  # the words of each finding of a long file would fill the memory
    seen[key] += 1
    return f"{words}\0{seen[key]}"


def private_spans(view: View) -> list[Span]:
    """Personal data, keys and passwords in a text."""
    from socialint.layers.personal import PERSONAL  # noqa: PLC0415  only where there is a finding
    from socialint.layers.secrets import SECRETS  # noqa: PLC0415  as above

    data = [Span(datum.start, datum.end) for datum in view.layer(PERSONAL)]
    return data + [Span(secret.start, secret.end) for secret in view.layer(SECRETS)]


def _in_source(segment: Segment | None, span: Span | None) -> Span | None:
    if segment is None or span is None:
        return span
    return segment.map.to_source(*span)
