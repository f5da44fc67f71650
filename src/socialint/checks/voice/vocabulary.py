"""The brand's own words: those it bans, those it prefers, names with their spelling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.voice.kept import kept, named, standing
from socialint.checks.voice.lists import ENDINGS, Variant, Vocabulary, misspelt, vocabulary
from socialint.draft import Segment
from socialint.finding import Change, Clue, Hit
from socialint.layers.candidates import PLACES
from socialint.layers.entities import ENTITIES
from socialint.layers.language import main_language
from socialint.layers.view import View
from socialint.layers.zones import ZONES, ZoneKind
from socialint.named import NamedTuple
from socialint.text import Span, meets

QUOTED: tuple[ZoneKind, ...] = ("quotation", "block-quote", "code", "comment")
ADDRESSES = frozenset({"url", "email", "mention", "hashtag"})


class Fault(NamedTuple):
    """A word that is not the brand's, where it stands; `wanted` is what to write, or ""."""

    span: Span
    variant: Variant
    wanted: str = ""


def prepare(params: Params, words: Words) -> Detect:
    """A hit for each word of the profile's lists, its first place; the others support it."""

    def detect(subject: Subject) -> Iterator[Hit]:
        known = subject.profile.once("vocabulary", partial(vocabulary, subject.profile))
        for segment, view in subject.views.items():
            if faults := _faults(view, known):
                yield from _hits(subject, segment, view, faults)

    return detect


def _hits(subject: Subject, segment: Segment, view: View, faults: Sequence[Fault]) -> Iterator[Hit]:
    firsts: dict[tuple[str, str], list[Fault]] = {}
    for fault in _free(view, subject, faults):
        said = view.text[fault.span.start : fault.span.end].casefold()
        firsts.setdefault((fault.variant, said), []).append(fault)
    for first, *others in firsts.values():
        changes = tuple(Change(segment, one.span, _cased(view, one)) for one in (first, *others))
        args = {"wanted": first.wanted}
        clues = tuple(Clue(segment, other.span, alone=args) for other in others)
        edits = changes if first.wanted else ()
        yield Hit(segment, first.span, first.variant, args, clues, edits)


def _free(view: View, subject: Subject, faults: Sequence[Fault]) -> Iterator[Fault]:
    """The faults outside addresses, quotations and fixed phrases."""
    addresses = [Span(e.start, e.end) for e in view.layer(ENTITIES) if e.kind in ADDRESSES]
    for fault in faults:
        if meets(fault.span, addresses):
            continue
        if fault.variant != "name" and view.layer(ZONES).touches(*fault.span, *QUOTED):
            continue
        if not meets(fault.span, kept(view, subject.profile)):
            yield fault


def _faults(view: View, known: Vocabulary) -> Sequence[Fault]:
    """In the order of the profile's lists."""
    found = []
    for number, span in standing(view, known.named):
        _, _, variant, wanted, languages = known.meant[number]
        if languages is not None and main_language(view) not in languages:
            continue
        if variant == "prefer" and _is_better(view, span, wanted):
            continue
        found.append((number, Fault(span, variant, wanted)))
    for name, span in misspelt(view, known):
        found.append((name.number, Fault(span, "name", name.name)))
    return [fault for _, fault in sorted(found)]


def _is_better(view: View, span: Span, better: str) -> bool:
    """Whether the better word stands there already, and holds the worse one."""
    good = standing(view, named([(better, ENDINGS)]))
    return any(one.start <= span.start and span.end <= one.end for _, one in good)


def _cased(view: View, fault: Fault) -> str:
    """The better word with the first letter as large as that of the worse."""
    large = view.text[fault.span.start].isupper() and fault.variant != "name"
    return fault.wanted[:1].upper() + fault.wanted[1:] if large else fault.wanted


VOCABULARY = Check(prepare, wants=("vocabulary",), args=("wanted",), layers=(PLACES,))
