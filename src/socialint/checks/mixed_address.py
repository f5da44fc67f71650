"""One reader called tu and vous in one draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.address import ADDRESS, Address, AddressSign
from socialint.layers.fold import WORDS
from socialint.layers.inflection import readings
from socialint.layers.language import LANGUAGE
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.text import Span

OTHER: dict[Address, Address] = {"tu": "vous", "vous": "tu"}
# What a text without them has no sign of: most posts need no look at every word.
VOUS = frozenset(["vous", "votre", "vos", "votres", "etes", "dites", "faites"])
TU = frozenset(["tu", "te", "t", "toi", "ton", "ta", "tes", "tien", "tienne", "tiens", "tiennes"])
# Where an order may stand: at the start of a clause.
FIRST = re.compile(r"[.!?:;,…)»\"\n]\W*([^\W\d_]{3,})")
JOINING = frozenset(["et", "puis", "mais", "alors", "ou", "ne", "n"])
NO_VERB = frozenset(["chez", "assez", "nez", "rez"])
# Lines of a dialogue: whoever speaks there is not the brand.
SPOKEN = re.compile(r"^[ \t]*[—–][^\n]*\n\s*[—–][^\n]*(?:\n\s*[—–][^\n]*)*", re.MULTILINE)
# « sera t'elle », for sera-t-elle; an order in a relative clause is a statement; « Dessine-moi … »
# over a text is a title.
NO_TU = re.compile(r"t['’](?:elle|il|on)s?\b|(?i:[^\W_]+-moi\b[^\n.!?…]{0,60}\n)")
CAPITAL_INSIDE = re.compile(r"[a-zß-öø-ÿ,]\s[TV]$")  # Tu ne tueras point, in a sentence: a title
RELATIVE = re.compile(r"\b(?:qui|que|dont)\b")
# vous êtes invités, vous êtes-vous rencontrés: several people, polite or not.
AGREED = re.compile(
    r"vous\s+(?:vous\s+)?(?:êtes|étiez|serez|seriez|soyez)(?:-vous)?\s+(?:\w+\s+)?\w+ée?s\b"
    r"|-vous\s+\w+ée?s\b",
    re.IGNORECASE,
)
NAME = re.compile(r",?\s*[^\W\d_a-zß-öø-ÿ][^\W\d_]+")


class Sign(NamedTuple):
    """A sign of tu or vous, and the text that it stands in."""

    segment: Segment
    view: View
    sign: AddressSign


def prepare(params: Params, words: Words) -> Detect:
    def detect(subject: Subject) -> Iterator[Hit]:
        views = [view for view in subject.views.values() if _is_french(view)]
        if not (any(map(_may_say_vous, views)) and any(map(_may_say_tu, views))):
            return
        spoken = [sign for item in subject.views.items() for sign in _signs(*item, words)]
        signs = [sign for sign in spoken if _counts(sign, spoken)]
        if len({sign.sign.address for sign in signs}) == 2 and not _two_readers(signs, words):
            yield _hit(signs)

    return detect


def _is_french(view: View) -> bool:
    return any(paragraph.lang == "fr" for paragraph in view.layer(LANGUAGE))


def _may_say_vous(view: View) -> bool:
    tokens = view.layer(WORDS).tokens
    return not VOUS.isdisjoint(tokens) or (
        "ez" in view.layer(WORDS).folded.text
        and any(token.endswith("ez") and token not in NO_VERB for token in tokens)
    )


def _may_say_tu(view: View) -> bool:
    words = view.layer(WORDS)
    if not TU.isdisjoint(words.tokens):
        return True
    first = {*words.tokens[:1], *FIRST.findall(words.folded.text)}
    first |= {word for before, word in pairwise(words.tokens) if before in JOINING}
    return any(
        reading.mood == "Imp" and reading.number == "Sing"
        for word in first
        for reading in readings(word, "fr")
    )


def _signs(segment: Segment, view: View, words: Words) -> Iterator[Sign]:
    """The signs in the brand's own voice, or none where nothing can be mixed."""
    if not _is_french(view):
        return
    aside = [
        Span(*found.span()) for shape in (SPOKEN, AGREED) for found in shape.finditer(view.text)
    ]
    aside += [Span(match.start, match.end) for match in words.matches(view, "set_phrases")]
    aside += [
        Span(match.end, max(span.end for span in view.layer(SENTENCES) if span.start < match.end))
        for match in words.matches(view, "sayings")
    ]
    calls = {match.start for match in words.matches(view, "calls")}
    zones = view.layer(ZONES)
    for found in view.layer(ADDRESS):
        sign = found._replace(sure=True) if found.start in calls else found
        own = not zones.touches(sign.start, sign.end, "quotation", "block-quote", "code", "hashtag")
        if own and sign.kind != "fixed" and not (_within(sign, aside) or _misread(sign, view)):
            yield Sign(segment, view, sign)


def _within(sign: AddressSign, spans: Iterable[Span]) -> bool:
    return any(span.start <= sign.start and sign.end <= span.end for span in spans)


def _misread(sign: AddressSign, view: View) -> bool:
    """Whether the words around a sign of tu tell that it speaks to nobody."""
    if sign.address == "vous":
        return False
    if CAPITAL_INSIDE.search(view.text, max(0, sign.start - 2), sign.start + 1):
        return True
    found = NO_TU.match(view.text, sign.start)
    if found:
        return found[0][-1] != "\n" or sign.start == 0
    start = max(
        (span.start for span in view.layer(SENTENCES) if span.start <= sign.start), default=0
    )
    return sign.kind == "imperative" and bool(RELATIVE.search(view.text, start, sign.start))


def _counts(item: Sign, signs: Sequence[Sign]) -> bool:
    """A vous to several people is no politeness; an order that may be a statement needs company."""
    if item.sign.plural:
        return False
    return item.sign.sure or any(
        other.sign.sure and other.sign.address == item.sign.address for other in signs
    )


def _two_readers(signs: Sequence[Sign], words: Words) -> bool:
    """Whether tu is one person and vous others: a letter, a word to each in turn, toi and yours."""
    return any(_apart(signs, view, words) for view in {sign.view for sign in signs})


def _apart(signs: Sequence[Sign], view: View, words: Words) -> bool:
    here = [item.sign for item in signs if item.view is view]
    first = next((sign.start for sign in here if sign.address == "tu"), None)
    if first is None:
        return False
    if any(match.start < first for match in words.matches(view, "addressee")):
        return True
    joined = [match.start for match in words.matches(view, "joined") if _goes_on(view, match.start)]
    if joined and all(s.start > joined[0] for s in here if s.address == "vous"):
        return True
    return _in_turn(here, view, words) or _by_name(here, view, words)


def _goes_on(view: View, at: int) -> bool:
    """Whether `at` stands inside a sentence, or speaks of toi first."""
    starts = {span.start for span in view.layer(SENTENCES)}
    return at not in starts or view.text[at] in "Tt"


def _in_turn(signs: Sequence[AddressSign], view: View, words: Words) -> bool:
    """Each reader called before being spoken to: « Maman, tu… Et vous, venez… »."""
    called = words.matches(view, "called")
    for turn in words.matches(view, "turns"):
        before = {sign.address for sign in signs if sign.start < turn.start}
        after = {sign.address for sign in signs if sign.start >= turn.start}
        if len(before) == len(after) == 1 and before != after and called:
            return True
    return False


def _by_name(signs: Sequence[AddressSign], view: View, words: Words) -> bool:
    """A person saluted by name is the tu of the sentences that follow, the others are vous."""
    for salute in words.matches(view, "salutes"):
        if not NAME.match(view.text, salute.end):
            continue
        said = [span for span in view.layer(SENTENCES) if span.end > salute.start]
        tu = {_place(sign, said) for sign in signs if sign.address == "tu"}
        vous = {_place(sign, said) for sign in signs if sign.address == "vous"}
        if -1 not in tu and not tu & vous and max(tu) < min(vous - {-1}, default=0):
            return True
    return False


def _place(sign: AddressSign, spans: Sequence[Span]) -> int:
    return next((n for n, span in enumerate(spans) if span.start <= sign.start < span.end), -1)


def _hit(signs: Sequence[Sign]) -> Hit:
    """On the first sign of the rarer form, or of the one that comes second; two of each support."""
    by: dict[Address, list[Sign]] = {"tu": [], "vous": []}
    for item in signs:
        by[item.sign.address].append(item)
    first = signs[0].sign.address
    rare = first if len(by[first]) < len(by[OTHER[first]]) else OTHER[first]
    chief = by[rare][0]
    clues = [
        Clue(item.segment, Span(item.sign.start, item.sign.end), item.sign.address)
        for item in (*by[OTHER[rare]][:2], *by[rare][1:2])
    ]
    span = Span(chief.sign.start, chief.sign.end)
    return Hit(chief.segment, span, rare, {"other": OTHER[rare]}, tuple(clues))


MIXED_ADDRESS = Check(prepare, args=("other",))
