"""The parts of a reply as a card shows them: only what is surely one, and no word too many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialint.checks.conversation.classes import of_class
from socialint.checks.conversation.parts import PARTS, Part
from socialint.checks.conversation.times import DEADLINE, deadlines
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.text import Span

SURE, ALWAYS = 2, 3  # what words weigh that are a part by themselves; that need no look at theirs
BESIDE = frozenset({"action", "guidance", "offer", "private-channel"})  # what a time is told of
OPENED = frozenset(
    {"acknowledgement", "guidance", "private-channel"}
)  # whose words may end on an article
DEED, ORDER, OPEN = "before-deed", "before-order", "open-end"  # classes
_WORD = regex(r"[^\W_]+")
_BREAK = regex(r"[.,;:!?…()\n–—]")
_CLAUSE = regex(r"(?:^|[.,;:!?…()\n–—])[^\w]*$")
_DIGIT = regex(r"\d\s*$")


def shown_parts(view: View) -> tuple[Part, ...]:
    """The parts of a reply for its card, in text order.

    Left out: words that may be something else, a time that nothing is told of, a verb that orders
    nothing, a part within a longer one of its kind.
    """
    sure = [part for part in _trimmed(view) if _is_sure(part, view)]
    sure += [part for part in deadlines(view) if _is_told_of(part, sure, view)]
    return tuple(sorted(part for part in sure if not any(_holds(other, part) for other in sure)))


def _trimmed(view: View) -> Iterator[Part]:
    """The parts without words that belong to what comes after them; deeds up to their verb."""
    speakers = {match.start: match.end for match in of_class(view, "speaker")}
    for part in (one for one in view.layer(PARTS) if one.name != DEADLINE):
        end: int | None = part.span.end
        if part.name == "action" and part.span.start in speakers:
            end = _verb(speakers[part.span.start], view)
        if end and part.name in OPENED:
            end = _closed(part.span.start, end, view)
        if end:
            yield part._replace(span=Span(part.span.start, end))


def _verb(speaker: int, view: View) -> int | None:
    """Where the verb ends that a speaker is followed by, in the same clause."""
    before = {match.start: match.end for match in of_class(view, DEED)}
    at, text = speaker, view.text
    while word := _WORD.search(text, at):
        if _BREAK.search(text, at, word.start()):
            return None
        if word.start() not in before:
            return word.end()
        at = before[word.start()]
    return None


def _closed(start: int, end: int, view: View) -> int:
    opens = {match.end: match.start for match in of_class(view, OPEN) if match.start > start}
    while end in opens:
        end = start + len(view.text[start : opens[end]].rstrip())
    return end


def _is_sure(part: Part, view: View) -> bool:
    if part.name == "guidance" and part.weight < SURE:
        return _asks(part, view)
    if part.name != "answer" and part.weight < SURE:
        return False
    if part.name == "guidance":
        return part.weight >= ALWAYS or _guides(part, view)
    return part.name != "private-channel" or not _DIGIT.search(view.text, 0, part.span.start)


def _is_told_of(part: Part, parts: Iterable[Part], view: View) -> bool:
    """Whether its sentence does, offers or asks for something."""
    whole = _sentence(part, view)
    return any(one.name in BESIDE and whole.start <= one.span.start < whole.end for one in parts)


def _guides(part: Part, view: View) -> bool:
    """Whether it asks, or orders: an order begins its clause, or follows a word that opens one."""
    start, text = part.span.start, view.text
    if _asks(part, view) or _CLAUSE.search(text, 0, start):
        return True
    opening = of_class(view, ORDER)
    return any(
        match.start == start or (match.end <= start and not text[match.end : start].strip())
        for match in opening
    )


def _asks(part: Part, view: View) -> bool:
    """Whether its sentence is a question, and no part before it in there says so."""
    whole = _sentence(part, view)
    if not view.text[: whole.end].rstrip().endswith("?"):
        return False
    asking = (one.span.start for one in view.layer(PARTS) if one.name == "guidance")
    return next(start for start in asking if start >= whole.start) == part.span.start


def _sentence(part: Part, view: View) -> Span:
    sentences = view.layer(SENTENCES)
    whole = sentences[sentence_at(sentences, part.span.start)]
    return Span(whole.start, whole.end)


def _holds(other: Part, part: Part) -> bool:
    """Whether a part lies within a longer one of its name, or is an owned fault ("on us")."""
    return (
        (other.name == part.name or (other.name == "ownership" and part.name == "offer"))
        and other.span != part.span
        and other.span.start <= part.span.start
        and part.span.end <= other.span.end
    )
