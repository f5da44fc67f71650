"""A whole run: every rule on drafts of every format, beside drafts that must lose nothing."""

from __future__ import annotations

from fuzzing.loaders import linter
from fuzzing.target import Target, text_of, told
from socialint.engine.manner import Manner
from socialint.engine.run import Run
from socialint.finding import Finding
from socialint.text import Source

# drafts with faults that no other draft can take away
BAD = (
    '{"lang": "fr", "text": "ACHETEZ TOUT MAINTENANT LES AMIS !!! '
    'Appelez Nora Petit au 06 39 98 12 34, chez elle."}'
)


FEW = ("shouting", "personal-data")
EVERY = ("all",)
SUFFIXES = (".md", ".jsonl", ".csv", ".yaml")


def run_of(select: tuple[str, ...], *files: tuple[str, str]) -> tuple[Run, list[Finding]]:
    """A run of some rules over files in turn, and its findings."""
    run = linter(select).run()
    for path, text in files:
        run.source(Source(path, text), path[path.rindex(".") :], Manner(explicit=True))
    silent = run.finish(partial=False)
    shown, hidden = run.settled(silent)
    return run, [*shown, *hidden]


def checked(data: bytes) -> None:
    """No rule fails, and what is found stands where it says."""
    text = text_of(data[1:])
    suffix = SUFFIXES[data[0] % len(SUFFIXES)] if data else ".md"
    source = Source(f"a{suffix}", text)
    run, findings = run_of(EVERY, (source.path, text))
    assert not run.tally.crashed, run.tally.problems
    for problem in run.tally.problems:
        told(problem, text)
    for finding in findings:
        stands(finding, source)
        for lang in ("fr", "en"):
            assert finding.message(lang)
            assert finding.why(lang)
            assert finding.fix(lang)


def stands(finding: Finding, source: Source) -> None:
    """The place, the quote and the line of a finding say the same."""
    if finding.span is None or finding.start is None or finding.end is None:
        return
    start, end = finding.span
    assert 0 <= start <= end <= len(source.text)
    assert finding.quote == source.text[start:end]
    for place, offset in ((finding.start, start), (finding.end, end)):
        assert place.offset == offset
        assert source.line(place.line).start + place.column - 1 == offset
    for clue in finding.evidence:
        assert clue.text == source.text[clue.start.offset : clue.end.offset]
    for edit in finding.edits:
        assert 0 <= edit.start.offset <= edit.end.offset <= len(source.text)


def beside(data: bytes) -> None:
    """A line that can't be read costs the other lines nothing."""
    line = text_of(data).replace("\n", " ").replace("\r", " ")
    text = f"{BAD}\n{line}\n{BAD}"
    run, findings = run_of(FEW, ("b.jsonl", text))
    assert not run.tally.crashed, run.tally.problems
    own = [one for one in findings if one.span]
    first = {(one.rule, one.quote) for one in own if one.span and one.span.end <= len(BAD)}
    last = {(o.rule, o.quote) for o in own if o.span and o.span.start >= len(text) - len(BAD)}
    assert first == last
    assert {"personal-data", "shouting"} <= {rule for rule, _ in first}


def after(data: bytes) -> None:
    """A file that can't be read costs the other files nothing."""
    bad = ("z.jsonl", BAD)
    run, findings = run_of(FEW, ("a.yaml", text_of(data)), bad)
    assert not run.tally.crashed, run.tally.problems
    rules = {one.rule for one in findings if one.path == "z.jsonl"}
    assert {"personal-data", "shouting"} <= rules


_WORDS = (
    "87 %", "nos clients", "our customers", "désolé", "sorry", "mais", "but", "#", "@acme", "!!!",
    "https://a.example/b?utm_source=x", "N’attendez plus", "last chance", "le n°1", "best", "vous",
    "tu", "we", "nous", "you", "embargo_until", "offer", "in_reply_to", "status", ": ", '", "',
    "on", "selon une étude", "10 €", "£15", "12/05/2026", "Monday",
    "lundi", "demain", "embargo", "confidentiel", "partenariat", "#ad", "gagnez", "win", "like",
    "partagez", "☺", "👩‍👩‍👧", "\u202e", "\u00a0", "’", "«", "»", "\n\n", "- ", "1) ", "5/5", "x2",
)  # fmt: skip
_TEXTS = (
    "---\nlang: fr\nchannel: linkedin\n---\n87 % de nos clients recommandent Acme, et vous ?\n",
    "---\nlang: en\nkind: reply\nin_reply_to: it broke\n---\nSorry you feel that way, but no.\n",
    "Lancement CONFIDENTIEL le 12/05 !!! Likez si vous êtes d'accord 👍👍 @acme #a https://a.example",
)
_LINES = (
    '\x01{"text": "87 % de nos clients", "channel": "x"}\n{"text": "Win!!!", "account": "acme"}',
    "\x02Date;Canal;Texte\n12/05/2026;linkedin;87 % de nos clients\n13/05/2026;x;Gagnez !!!\n",
    "\x03accounts:\n  - {channel: x, handle: a, owner: b, status: closed, goal: g, kpi: [k]}\n",
)
TARGETS = (
    Target(
        "check",
        checked,
        ("socialint.checks", "socialint.layers", "socialint.guards", "socialint.engine"),
        (*(f"\x00{text}" for text in _TEXTS), *_LINES),
        _WORDS,
    ),
    Target("beside-lines", beside, ("socialint.engine.run",), ('{"text": "a"}', '{"text'), _WORDS),
    Target("after-files", after, ("socialint.engine.run",), ("posts: [a]", "- &a [*a]"), _WORDS),
)  # fmt: skip
