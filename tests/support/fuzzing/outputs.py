"""Outputs: whatever a report holds, no datum gets out, nothing steers, and each form is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from html.parser import HTMLParser
from unicodedata import category
from xml.etree import ElementTree as ET

from fuzzing.target import Target, text_of
from socialint.draft import Suppression
from socialint.errors import Problem
from socialint.finding import Edit, Evidence, Finding, Related, Wording
from socialint.page import Page, Passage
from socialint.redact import redact
from socialint.report import Report
from socialint.reporters import REPORTERS, Look
from socialint.reporters.patch import patch
from socialint.text import Source, SourceMap, Span

# numbers kept for fiction, a domain kept for examples, keys that nobody was given
DATA = (
    "06 39 98 12 34",
    "+33 1 99 00 56 78",
    "nora.petit@mail.example",
    "ghp_Zq7Rt2Xw9Lm4Kd8Pv3Nb6Hc1Jf5Gs0TyUa2E",
)
PARTS = {part for datum in DATA for part in re.split(r"[\s.@+]+", datum) if len(part) > 3}
# what is left of each datum in the input cannot be told from it
_WORDING = {
    lang: Wording({"": "“{quote}” here"}, {"": "why {word}"}, {"": "fix `{quote}`"}, {"n": "note"})
    for lang in ("fr", "en")
}
HEAD = 6  # bytes that choose places


def report_of(data: bytes) -> tuple[Report, str]:
    """A report whose every piece may hold, or cut, a datum; and the datum."""
    at = [*data[:HEAD], *bytes(HEAD)][:HEAD]
    datum = DATA[at[0] % len(DATA)]
    text = text_of(data[HEAD:])
    cut = at[1] % (len(text) + 1)
    before, after = text[:cut], text[cut:]
    source = Source(f"{text[:20]}.md", f"{before} {datum} {after}")
    length = len(source.text)
    start = at[2] * length // 255
    span = Span(start, start + at[3] * (length - start) // 255)
    private = Span(len(before) + 1, len(before) + 1 + len(datum))
    finding = _finding(source, span, private, text)
    errors = (Problem("json-value", f"{text[:9]}.json", 1, 1, {"found": source.text}),)
    hidden = finding._replace(suppression=Suppression(("made-up",), source.text, owner=datum))
    passage = Passage("text", redact(source.text, (private,)), SourceMap.identity(0, length))
    page = Page(
        source.path, "a", "post", (text[:8],), "fr", text[:9], text[:9], None, None,
        redact(source.text, (private,)), (passage,),
    )  # fmt: skip
    bare = finding._replace(span=None, start=None, end=None, quote=None, line="")
    # the words of messages are masked where they are cut, before they come here
    shown = (finding, bare._replace(args={"quote": text[:30], "word": source.text}))
    report = Report(shown, errors, files=1, hidden=(hidden,), show_suppressed=bool(at[4] % 2))
    return report._replace(pages=(page,)), datum


def _finding(source: Source, span: Span, private: Span, text: str) -> Finding:
    start, end = (source.position(offset) for offset in span)
    first = source.line(start.line).start
    last = source.line(source.position(max(span.start, span.end - 1)).line).end
    quote = source.text[slice(*span)]
    return Finding(
        rule="made-up", code="CLM", severity="error", confidence="high", path=source.path,
        draft=text[:12], channel=text[:5] or None, field="text", span=span, start=start, end=end,
        quote=quote, wording=_WORDING, args={"quote": quote, "word": source.text},
        evidence=(Evidence(quote, start, end, "n"),),
        edits=(Edit(source.path, start, end, source.text, safe=True),),
        related=(
            Related(source.path, start, end, quote),
            Related(f"of {source.path}", start, end, source.text),
        ),
        private=(private,), line=source.text[first:last], identity=text,
    )  # fmt: skip


def reported(name: str, data: bytes) -> None:
    """One output of such a report."""
    report, datum = report_of(data)
    if any(part in text_of(data[HEAD:]) for part in PARTS):
        return  # the datum without its surroundings is no datum, and may be shown
    look = Look(("fr", "en")[len(data) % 2], width=20 + data[0] % 80 if data else 60)
    text = "".join(REPORTERS[name](report, look))
    _hides(text, datum)
    FORMS.get(name, still)(text)


def _hides(text: str, datum: str) -> None:
    for part in re.split(r"[\s.@+]+", datum):
        assert len(part) <= 3 or part == "example" or part not in text, part


def still(text: str) -> None:
    """Nothing in the text steers a terminal or turns its lines around."""
    for sign in set(text):
        assert sign == "\n" or category(sign) not in {"Cc", "Cs"}, ascii(sign)
        assert sign not in "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", (
            ascii(sign)
        )


def _lines(text: str) -> None:
    for line in text.splitlines():
        json.loads(line)


def _github(text: str) -> None:
    still(text)
    for line in text.split("\n")[:-1]:
        assert re.match(r"::(error|warning|notice) file=[^:,]*(,\w+=[^:,]*)*::", line), line


class _Page(HTMLParser):
    """The page that a browser sees: what it runs and where it leads is ours."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"iframe", "object", "embed", "base", "link", "img"}, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name in {"href", "src", "action"}:
                assert not (value or "").lower().strip().startswith(("javascript:", "data:")), value
            assert tag != "script" or name != "src"


def _html(text: str) -> None:
    page = _Page()
    page.feed(text)
    page.close()
    for sign in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068":
        assert sign not in text, ascii(sign)
    assert text.count("<script") <= 1


FORMS: Mapping[str, Callable[[str], object]] = {
    "json": json.loads,
    "jsonl": _lines,
    "sarif": json.loads,
    "gitlab": json.loads,
    "rdjson": json.loads,
    "junit": lambda text: ET.fromstring(text.encode()),  # noqa: S314  what we wrote
    "github": _github,
    "html": _html,
}


def patched(data: bytes) -> None:
    """The changes of a file as a patch."""
    report, datum = report_of(data)
    if any(part in text_of(data[HEAD:]) for part in PARTS):
        return
    finding = report.findings[0]
    text = "".join(patch(finding.path, finding.line, f"{text_of(data)[:9]} {finding.line}"))
    _hides(text, datum)
    still(text.replace("\t", "").replace("\r\n", "\n"))


def masked(data: bytes) -> None:
    """What is masked has its length, and masking again changes nothing."""
    text = text_of(data)
    once = redact(text)
    assert len(once) == len(text)
    assert redact(once) == once
    for old, new in zip(text, once, strict=True):
        assert new in (old, "•")


_HOSTILE = (
    "\x1b[31m", "\x1b]8;;http://a\x07", "<script>", "</pre>", "javascript:", "=cmd|' /C", "\u202e",
    "\u2066", "::error::", "]]>", "&#10;", "\r\n", "\x85", "\u2028", "%0A", "`", "|", "@all", "\t",
    "\ufffe", "{quote}", "👩‍👩‍👧", "日本",
)  # fmt: skip
_SEEDS = ("\x00\x05\x20\xff\x00\x00Call me on please", "\x01\x00\x00\x80\x01\x00<b>\x1b[1m a\nb")
_MODULES = {"json": "json_report", "html": "webpage"}
TARGETS = (
    *(
        Target(
            f"report-{name}",
            partial(reported, name),
            (f"socialint.reporters.{_MODULES.get(name, name)}", "socialint.printed"),
            _SEEDS,
            _HOSTILE,
        )
        for name in REPORTERS
    ),
    Target("patch", patched, ("socialint.reporters.patch",), _SEEDS, _HOSTILE),
    Target(
        "redact",
        masked,
        ("socialint.redact", "socialint.layers.personal", "socialint.layers.secrets"),
        ("Call 06 39 98 12 34 or nora@mail.example", "password: Zq7Rt2Xw9Lm4", "FR76 3000 6000"),
        ("+33", "0", "1", "@", ".example", "IBAN ", "sk-", "ghp_", "mot de passe : ", "tel:"),
    ),
)
