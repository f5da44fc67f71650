"""What a check answers (a hit) and what the user gets (a finding, in a report)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from socialint.draft import Segment, Suppression
from socialint.named import NamedTuple
from socialint.text import Position, Span

Severity = Literal["info", "warning", "error"]
Confidence = Literal["high", "medium", "low"]
UNSPOKEN = "unspoken:"  # before a language that a rule has no words in: why it was not checked
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


class Clue(NamedTuple):
    """One more place that supports a hit: a span of the segment's text, and a word for it.

    `note` names an entry of the rule's `notes` in each language, or is empty.  `alone` are the
    args of the hit that the place would be by itself, of the variant `note` or that of the hit;
    None where it is no fault without the others.
    """

    segment: Segment
    span: Span
    note: str = ""
    alone: Mapping[str, str] | None = None


class Change(NamedTuple):
    """An edit proposed by a check, in the segment's text; `safe` if no meaning can be lost.

    Without a segment, `span` counts in the draft's source.
    """

    segment: Segment | None
    span: Span
    replacement: str
    safe: bool = False


class Hit(NamedTuple):
    """What a check answers.

    `span` counts in the text of `segment`, or in the draft's source where `segment` is None, or
    is None where the fault has no place.  `variant` picks among the rule's messages and
    severities; `args` are the words that its message templates need, beside `quote`.  `about` is
    what the hit is known by from run to run where it is not the words of the draft.
    """

    segment: Segment | None
    span: Span | None
    variant: str = ""
    args: Mapping[str, str] = {}
    clues: tuple[Clue, ...] = ()
    changes: tuple[Change, ...] = ()
    channel: str | None = None
    about: str | None = None


class Evidence(NamedTuple):
    """A clue as found in the source."""

    text: str
    start: Position
    end: Position
    note: str


class Edit(NamedTuple):
    """A replacement in a file, exact to the character."""

    path: str
    start: Position
    end: Position
    replacement: str
    safe: bool


class Related(NamedTuple):
    """Another place that a finding is about, or a finding that this one stands for.

    `finding` is the one it stands for.
    """

    path: str
    start: Position
    end: Position
    quote: str
    rule: str | None = None
    code: str | None = None
    severity: Severity | None = None
    finding: Finding | None = None


class Wording(NamedTuple):
    """What a rule says in one language; each text by variant, the plain one under ""."""

    message: Mapping[str, str]
    why: Mapping[str, str]
    fix: Mapping[str, str]
    notes: Mapping[str, str]


def in_words(wording: Mapping[str, Wording], asked: str, drafted: str = "") -> Wording:
    """What a rule says in the language asked for, else in English, the draft's, or its first."""
    langs = (asked, "en", drafted, drafted.partition("-")[0])
    known = (wording[lang] for lang in langs if lang in wording)
    return next(known, None) or next(iter(wording.values()))


class Finding(NamedTuple):
    """A fault in a draft: which rule, how bad, exactly where.

    `quote` is the raw slice of the source at `span`.  `private` are source spans of personal
    data that whoever prints a part of the source must mask.  `line` is the source text around the
    span that a reporter shows: the lines it covers, or a window of them that begins at the source
    offset `line_start`.  `suppression` is what lets the finding pass.  `lang` is the language of
    the draft there, noted only of a rule that has no words in English.
    """

    rule: str
    code: str
    severity: Severity
    confidence: Confidence
    path: str
    draft: str | None
    channel: str | None
    field: str | None
    span: Span | None
    start: Position | None
    end: Position | None
    quote: str | None
    wording: Mapping[str, Wording]
    variant: str = ""
    args: Mapping[str, str] = {}
    evidence: tuple[Evidence, ...] = ()
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    private: tuple[Span, ...] = ()
    line: str = ""
    line_start: int | None = None
    identity: str = ""
    url: str = ""
    suppression: Suppression | None = None
    lang: str = ""

    @property
    def fingerprint(self) -> str:
        """A hash of the rule, the folded quote and sentence, and which of several equals it is.

        It holds no path, line or id, and so survives moved lines and renamed files.
        """
        import hashlib  # noqa: PLC0415  2 ms, and most runs print none

        return hashlib.sha256(self.identity.encode()).hexdigest()[:16]

    def message(self, lang: str = "en") -> str:
        """The fact, in `lang`; where the rule has no words in it, as `in_words` chooses."""
        return self._say(self._wording(lang).message)

    def why(self, lang: str = "en") -> str:
        """The consequence, in one sentence."""
        return self._say(self._wording(lang).why)

    def fix(self, lang: str = "en") -> str:
        """What to write instead."""
        return self._say(self._wording(lang).fix)

    def note(self, name: str, lang: str = "en") -> str:
        """The word for a piece of evidence; the name itself where the rule has none."""
        return self._wording(lang).notes.get(name, name)

    def _wording(self, lang: str) -> Wording:
        return in_words(self.wording, lang, self.lang)

    def _say(self, texts: Mapping[str, str]) -> str:
        template = texts.get(self.variant) or texts[""]
        return template.format_map(self.args)


class NotChecked(NamedTuple):
    """A rule that stayed silent for want of something: `reason` names a text in `locale`."""

    rule: str
    reason: str
    drafts: int
