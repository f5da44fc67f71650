"""The language of each paragraph: as declared, else detected, with abstention."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from socialint.layers.guess import MARGIN, Guess, guess
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.named import NamedTuple

BLANK_LINE = regex(r"\n[^\S\n]*\n\s*")
FOREIGN_MARGIN = 6
# five words: a line may name a thing in another language and stay in its own
CLEAR = 15


class Paragraph(NamedTuple):
    """A stretch of text in one language; `lang` is None where it is none of those expected."""

    start: int
    end: int
    lang: str | None


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in BLANK_LINE.finditer(text):
        yield start, gap.end()
        start = gap.end()
    if start < len(text) or not text:
        yield start, len(text)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in text[start:end].splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _settle(found: Guess, around: Guess, rest: str | None) -> str | None:
    """The language of a stretch, given what surrounds it: few words change no language."""
    settled = around.lang is not None and around.lead >= around.strange
    if found.lang and found.lead >= (CLEAR if settled else MARGIN):
        return found.lang
    if -found.lead >= CLEAR:
        return None
    return around.lang or rest


def _by_line(
    text: str, block: tuple[int, int], around: Guess, languages: tuple[str, ...], rest: str | None
) -> Iterator[Paragraph]:
    lines = list(_lines(text, *block))
    langs = [_settle(guess(text[a:b], languages), around, rest) for a, b in lines]
    for lang, run in groupby(zip(lines, langs, strict=True), key=itemgetter(1)):
        spans = [span for span, _ in run]
        yield Paragraph(spans[0][0], spans[-1][1], lang)


def _mixed(
    text: str, whole: Guess, languages: tuple[str, ...], rest: str | None
) -> Iterator[Paragraph]:
    for start, end in _blocks(text):
        found = guess(text[start:end], languages)
        if found.strange >= 2 * MARGIN and "\n" in text[start:end].rstrip():
            around = found if found.lang else whole
            yield from _by_line(text, (start, end), around, languages, rest)
        else:
            yield Paragraph(start, end, _settle(found, whole, rest))


def paragraphs(
    text: str, languages: tuple[str, ...], fallback: str | None = None
) -> tuple[Paragraph, ...]:
    """The paragraphs of `text`, covering it without a gap, each in its detected language.

    A paragraph ends at a blank line, or where the language clearly changes from line to line.
    One that is not clearly in another language takes that of the whole text, else `fallback`;
    one clearly in a language that is not expected takes None.
    """
    whole = guess(text, languages)
    rest = whole.lang or (None if -whole.lead >= FOREIGN_MARGIN else fallback)
    if whole.strange < CLEAR and whole.lead >= 3 * whole.strange:
        return tuple(Paragraph(start, end, rest) for start, end in _blocks(text))
    return tuple(_mixed(text, whole, languages, rest))


def _of_view(view: View) -> tuple[Paragraph, ...]:
    if view.declared is None:
        return paragraphs(view.text, view.languages, view.fallback)
    return tuple(Paragraph(start, end, view.declared) for start, end in _blocks(view.text))


LANGUAGE: Layer[tuple[Paragraph, ...]] = Layer("language", _of_view)


def _main(view: View) -> str | None:
    if view.declared is not None:
        return view.declared
    paragraphs = view.layer(LANGUAGE)
    letters = dict.fromkeys([paragraph.lang for paragraph in paragraphs], 0)
    if len(letters) == 1:
        return paragraphs[0].lang
    for start, end, lang in paragraphs:
        letters[lang] += end - start
    return max(letters, key=letters.__getitem__)


MAIN: Layer[str | None] = Layer("main language", _main)


def main_language(view: View) -> str | None:
    """The language that most of the text is in; None if that is none of those expected."""
    return view.layer(MAIN)
