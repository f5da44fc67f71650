"""Drafts as they read, with their faults underlined, and what is said of them below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialint import printed
from socialint.finding import Finding
from socialint.frozen import Frozen
from socialint.page import Fold, Page, Passage
from socialint.reporters.markup import Fault, attribute, listed, marked, text
from socialint.reporters.plural import counted
from socialint.text import Span

_SIGNS = {"error": "✖", "warning": "▲", "info": "●"}


class Told(Frozen):
    """A finding with the name that it has on the page."""

    name: str
    finding: Finding


def assigned(
    pages: Sequence[Page], findings: Sequence[Finding]
) -> tuple[dict[int, list[Told]], list[Told]]:
    """The findings of each page by its number, and those that belong to none."""
    known: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        known[page.path, page.draft].append(number)
    of_page: defaultdict[int, list[Told]] = defaultdict(list)
    beside: list[Told] = []
    for number, finding in enumerate(findings):
        told = Told(f"f{number}", finding)
        homes = known.get((finding.path, finding.draft or ""), [])
        if homes:
            of_page[next((n for n in homes if _fits(pages[n], finding)), homes[0])].append(told)
        else:
            beside.append(told)
    return of_page, beside


def _fits(page: Page, finding: Finding) -> bool:
    """Whether the page, one of several variants of a draft, is the one that is meant."""
    if finding.channel and finding.channel not in page.channels:
        return False
    if finding.span is None or finding.field is None:
        return True
    held = [one for one in page.passages if one.field == finding.field]
    return any(one.map.to_text(finding.span) for one in held)


def card(page: Page, told: Sequence[Told], lang: str, say: Mapping[str, Any]) -> Iterator[str]:
    """One draft."""
    names = " ".join(channel for channel in page.channels if channel.isalpha())
    speaks = f" lang={attribute(page.lang)}" if page.lang else ""
    yield (
        f'<article class="{page.kind} {names}" data-channels={listed(page.channels)} '
        f"data-brand={attribute(page.brand or '')} data-owner={attribute(page.owner or '')}>"
    )
    yield f"<h3>{''.join(_heads(page, say))}</h3>"
    yield f'<div class="draft"{speaks} dir="auto">'
    yield from _turns(page, say)
    if page.message:
        name = attribute(say["answers"])
        yield f"<blockquote aria-label={name}>{text(page.message)}</blockquote>"
    for passage in page.passages:
        yield from _passage(passage, told, lang, say, page.fold)
    yield "</div>"
    yield from items(told, lang, say)
    yield "</article>\n"


def _turns(page: Page, say: Mapping[str, Any]) -> Iterator[str]:
    """What was said in the thread, beside the message that is answered."""
    if not page.turns:
        return
    yield f'<ol class="turns" aria-label={attribute(say["earlier"])}>'
    for turn in page.turns:
        side = "own" if turn.is_own else "theirs"
        yield f'<li class="{side}"><span>{text(say[side])}</span> {text(turn.text)}</li>'
    yield "</ol>"


def _heads(page: Page, say: Mapping[str, Any]) -> Iterator[str]:
    when = f"{page.when:%Y-%m-%d %H:%M}".removesuffix(" 00:00") if page.when else ""
    parts = [page.draft, say[page.kind], ", ".join(page.channels), page.account, when]
    for part in (*parts, page.brand, page.owner):
        if part:
            yield f"<span>{text(part)}</span>"


def _passage(
    passage: Passage, told: Sequence[Told], lang: str, say: Mapping[str, Any], fold: Fold | None
) -> Iterator[str]:
    """The text, with a button where its channel folds it, which counts the faults behind it."""
    faults = [fault for one in told if (fault := _fault(passage, one))]
    style, label = _style(passage.field, say)
    name = f' role="group" aria-label={attribute(label)}' if label else ""
    cut = _cut(passage.text, fold.at) if fold and passage.field == "text" else 0
    shown = "".join(marked(passage.text, faults, cut))
    yield f'<p class="text {style}{" folded" if cut else ""}"{name}>{shown}</p>'
    if cut and fold:
        hidden = sum(fault.end > cut for fault in faults)
        more = say["unfold"].format(channel=fold.channel)
        more += f" · {counted('human', 'problems', hidden, lang)}" if hidden else ""
        other = f"data-other={attribute(say['fold'].format(channel=fold.channel))}"
        yield f'<button type="button" class="more" {other}>{text(more)}</button>'


def _cut(words: str, most: int) -> int:
    """Where a text is cut: after the last whole word of so many characters; 0 if it is short."""
    if len(words.rstrip()) <= most:
        return 0
    return len(words[: most + 1].rsplit(None, 1)[0]) or most


def _style(field: str, say: Mapping[str, Any]) -> tuple[str, str]:
    if field == "title":
        return "title", say["title-field"]
    if field.startswith("thread"):
        return "thread", ""
    return ("alt", say["alt"]) if field.endswith("alt") else ("", "")


def _fault(passage: Passage, told: Told) -> Fault | None:
    finding = told.finding
    if finding.field != passage.field or finding.span is None:
        return None
    span = passage.map.to_text(Span(*finding.span))
    return Fault(span.start, span.end, told.name, finding.severity) if span else None


def items(told: Sequence[Told], lang: str, say: Mapping[str, Any]) -> Iterator[str]:
    """What is said, finding by finding."""
    if not told:
        return
    yield '<ol class="found">'
    for one in told:
        yield from _item(one, lang, say)
    yield "</ol>"


def _item(told: Told, lang: str, say: Mapping[str, Any]) -> Iterator[str]:
    finding = told.finding
    spoken = printed.said(finding)
    severity = finding.severity
    yield (
        f'<li id="{told.name}" class="{severity}" data-severity="{severity}" '
        f"data-rule={attribute(finding.rule)} data-channel={attribute(finding.channel or '')}>"
    )
    place = f" {finding.start.line}:{finding.start.column}" if finding.start else ""
    yield (
        f'<p class="kind"><span class="sign">{_SIGNS[severity]} {text(say[severity])}</span> '
        f"{text(finding.rule)}{place} {text(finding.channel or '')}</p>"
    )
    yield f'<p class="message">{text(spoken.message(lang))}</p>'
    yield f'<p class="why">{text(spoken.why(lang))}</p>'
    yield f'<p class="fix">{text(spoken.fix(lang))}</p>'
    if passed := printed.let_pass(finding, lang):
        yield f'<p class="passed">{text(passed)}</p>'
    yield "</li>"
