from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from socialint.errors import Problem
from socialint.finding import Edit, Evidence, Finding, Related, Wording
from socialint.report import Report
from socialint.reporters import REPORTERS, Look
from socialint.text import Source, Span

# made up: numbers kept for fiction, domains kept for examples
DATA = (
    "06 39 98 12 34",
    "+33 1 99 00 56 78",
    "nora.petit@mail.example",
    "07700 900 461",
    "ghp_Zq7Rt2Xw9Lm4Kd8Pv3Nb6Hc1Jf5Gs0TyUa2E",
    "sk-Lm4Kd8Pv3Nb6Hc1Jf5Gs0TyUa2E0612345678",
)
AROUND = st.text(st.sampled_from("ab é日.👍\n\t:"), max_size=30)
WORDING = {
    "en": Wording({"": "“{quote}” here"}, {"": "w {word}"}, {"": "f {quote}"}, {"n": "note"}),
    "fr": Wording({"": "« {quote} » ici"}, {"": "w {word}"}, {"": "f {quote}"}, {"n": "note"}),
}


@st.composite
def reports(draw: st.DrawFn) -> tuple[Report, str]:
    """A report whose every piece of text may hold, or cut, one personal datum; and the datum."""
    datum = draw(st.sampled_from(DATA))
    before, after = draw(AROUND), draw(AROUND)
    source = Source("a.md", f"{before} {datum} {after}")
    private = Span(len(before) + 1, len(before) + 1 + len(datum))
    finding = _finding(source, _span(draw, source), private, _span(draw, source))
    error = Problem("json-value", "a.json", 1, 1, {"found": datum})
    return Report((finding,), (error,), files=1), datum


def _span(draw: st.DrawFn, source: Source) -> Span:
    start = draw(st.integers(0, len(source.text)))
    return Span(start, draw(st.integers(start, len(source.text))))


def _finding(source: Source, span: Span, private: Span, other: Span) -> Finding:
    start, end = (source.position(offset) for offset in span)
    first = source.line(start.line).start
    last = source.line(source.position(max(span.start, span.end - 1)).line).end
    quote = source.text[slice(*span)]
    clue = source.text[slice(*other)]
    begin, stop = (source.position(offset) for offset in other)
    finding = Finding(
        rule="made-up",
        code="CLM",
        severity="error",
        confidence="high",
        path=source.path,
        draft="a.md#1",
        channel=None,
        field="text",
        span=span,
        start=start,
        end=end,
        quote=quote,
        wording=WORDING,
        args={"quote": quote, "word": source.text},
        evidence=(Evidence(clue, begin, stop, "n"),),
        edits=(Edit(source.path, start, end, source.text, safe=True),),
        private=(private,),
        line=source.text[first:last],
    )
    places = (
        Related(source.path, begin, stop, clue),
        Related(source.path, begin, stop, clue, "x", "X", "info", finding),
        Related("b.md", begin, stop, source.text),
    )
    return finding._replace(related=places)


@given(reports(), st.sampled_from(sorted(REPORTERS)), st.sampled_from(["en", "fr"]))
def test_no_reporter_lets_a_personal_datum_through(
    made: tuple[Report, str], name: str, lang: str
) -> None:
    report, datum = made
    text = "".join(REPORTERS[name](report, Look(lang, width=60)))
    for part in re.split(r"[\s.@+]+", datum):
        if len(part) > 1 and part not in {"34", "78", "example"}:
            assert part not in _without_places(text), text


def _without_places(text: str) -> str:
    """Numbers of lines, columns and offsets are no data, and hashes hold none."""
    text = re.sub(r'"(fingerprint|socialint/v1)": "[0-9a-f]*"', "", text)
    text = re.sub(r"(?s)<(style|script)>.*?</\1>|sha256-[^&]*", "", text)
    text = re.sub(r"\b(line|endLine|col|endColumn)=\d+", "", text)
    text = re.sub(r'"(startLine|endLine|startColumn|endColumn|begin|end)": \d+', "", text)
    text = re.sub(r'"(line|column|offset|version|drafts|files)": \d+', "", text)
    return re.sub(r"(?m)^ *\d+(:\d+)?|\b\d+:\d+\b", "", text)
