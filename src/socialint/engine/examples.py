"""A rule's examples, run through the whole path as the drafts that they are."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from socialint.checks.check import AnyCheck
from socialint.draft import Draft
from socialint.engine.prepare import Prepared
from socialint.engine.run import Run
from socialint.engine.subject import Terms
from socialint.errors import Problem
from socialint.finding import Finding
from socialint.formats import FORMATS
from socialint.formats.reading import Reading
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.rule import Example, Rule
from socialint.rulepack import Pack, merged, read_examples
from socialint.settings import Settings
from socialint.text import Source, Span

# Examples are judged on a day of their own: they must not change with the calendar.
AS_OF = datetime(2026, 6, 1, 9, tzinfo=UTC)
MARKED = regex("(⟦.*?⟧)", re.DOTALL)


class Outcome(NamedTuple):
    """What came of an example: what should have been found in its text, and what was.

    `right` where a bad example is found at exactly its marks and a good one not at all; a bad
    one without marks is found elsewhere than in its text.  `mute` are the notes of its evidence
    that some language of the rule has no words for.
    """

    rule: str
    example: Example
    expected: tuple[str, ...]
    found: tuple[str, ...]
    right: bool
    mute: tuple[str, ...] = ()


def run_examples(
    pack: Pack, checks: Mapping[str, AnyCheck], beside: Sequence[Pack] = ()
) -> Iterator[Outcome]:
    """Runs every example of every rule of `pack`, which may use the words of packs `beside` it."""
    lexicons = merged([*beside, pack])
    facts = {name: fact for one in (*beside, pack) for name, fact in one.facts.items()}
    terms = Terms(AS_OF, pack.languages, lexicons, facts, known=pack.rules)
    rules = {rule.name: Prepared(rule, checks) for rule in pack.rules}
    for rule in pack.rules:
        for example in read_examples(Path(pack.folder) / rule.folder):
            yield _outcome(rule, example, rules, terms)


def _outcome(
    rule: Rule, example: Example, prepared: Mapping[str, Prepared], terms: Terms
) -> Outcome:
    text, spans = unmarked(example.text)
    # what the example suppresses must look too, or nobody could say whether it is unused
    names = (rule.name, *_suppressed(example))
    rules = prepared if names[1:] else {rule.name: prepared[rule.name]}
    settings = Settings(root=Path(), select=names, drafts={"lang": example.lang})
    run = Run(settings, rules, {"": Profile(example.profile)}, FORMATS, terms)
    drafts = list(_drafts(example, text))
    if not drafts:  # blanks, or fields without a text
        return Outcome(rule.name, example, (), ("no-draft",), right=False)
    for draft in drafts:
        run.draft(draft, Counter())
    silent = run.finish(partial=False)
    last = drafts[-1]
    expected = tuple(_in_source(last, span) for span in spans)
    findings = [finding for finding in run.settled(silent)[0] if finding.rule == rule.name]
    found = tuple(finding.span for finding in findings if finding.span and finding.field == "text")
    return Outcome(
        rule.name,
        example,
        tuple(text[span.start : span.end] for span in spans),
        tuple(last.source.text[span.start : span.end] for span in found)
        or tuple(problem.code for problem in run.tally.problems)
        or tuple(reason.reason for reason in silent),
        right=sorted(found) == sorted(expected)
        and bool(findings) is example.bad
        and not run.tally.problems,
        mute=tuple(sorted({name for finding in findings for name in _mute(finding)})),
    )


def _mute(finding: Finding) -> Iterator[str]:
    """The notes of its evidence that a language has no words for."""
    for clue in finding.evidence:
        if clue.note and any(clue.note not in one.notes for one in finding.wording.values()):
            yield clue.note


def unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its marks, and the spans that they enclosed."""
    plain, spans = "", []
    for part in MARKED.split(text):
        marked = part.startswith("⟦")
        bare = part[1:-1] if marked else part
        if marked:
            spans.append(Span(len(plain), len(plain) + len(bare)))
        plain += bare
    return plain, tuple(spans)


def _suppressed(example: Example) -> tuple[str, ...]:
    said = example.fields.get("socialint")
    names = said.get("ignore", ()) if isinstance(said, Mapping) else ()
    return tuple(names) if isinstance(names, list) else ()


def _drafts(example: Example, text: str) -> Iterator[Draft]:
    """The example as JSON files: its register, the drafts of `posts:`, and last its own text.

    One that gives `yaml` is the file that this is.
    """
    if "yaml" in example.fields:
        yield from _read(Source("example.yaml", example.fields["yaml"]))
        return
    fields: dict[str, Any] = {"lang": example.lang, **example.fields}
    before, accounts = fields.pop("posts", []), fields.pop("accounts", [])
    posts = ({"text": post} if isinstance(post, str) else post for post in before)
    drafts = [{"lang": example.lang, **post} for post in posts]
    if text:
        drafts.append({**fields, "text": text})
    if accounts:
        yield from _read(_written("register.json", {"accounts": accounts}))
    if drafts:
        yield from _read(_written("example.json", drafts))


def _written(path: str, value: object) -> Source:
    return Source(path, json.dumps(value, ensure_ascii=False, indent=1))


def _read(source: Source) -> Iterator[Draft]:
    for item in FORMATS[Path(source.path).suffix](source, Reading(explicit=True)):
        if isinstance(item, Problem):
            raise TypeError(item)
        yield item


def _in_source(draft: Draft, span: Span) -> Span:
    text = next(segment for segment in draft.segments if segment.field == "text")
    return text.map.to_source(*span)


def prove(pack: Pack, checks: Mapping[str, AnyCheck], beside: Sequence[Pack] = ()) -> list[Problem]:
    """The examples that fail, and the known limits that no longer do, as problems."""
    problems = []
    for outcome in run_examples(pack, checks, beside):
        example = outcome.example
        if outcome.right is (example.todo is None):
            continue
        path = next(f"{pack.folder}/{r.folder}" for r in pack.rules if r.name == outcome.rule)
        args = {
            "expected": _listed(outcome.expected),
            "found": _listed(outcome.found),
            "text": example.text,
        }
        code = "example-fails" if example.todo is None else "example-passes"
        place = f"{path}/{example.lang}.yaml"
        problems.append(Problem(code, place, example.line, None, args))
    return problems


def _listed(texts: Sequence[str]) -> str:
    return " · ".join(f"⟦{text}⟧" for text in texts) or "–"
