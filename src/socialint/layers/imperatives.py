"""Orders given to the reader: verbs in the imperative, found by form and place in the clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from socialint.layers.euphony import with_s
from socialint.layers.features import Reading
from socialint.layers.inflection import Words, words_of
from socialint.layers.morphology import MORPHOLOGY, Morph
from socialint.layers.sentences import SENTENCES
from socialint.layers.tokens import TOKENS, Token
from socialint.layers.view import Layer, View
from socialint.named import NamedTuple

# after these a clause starts afresh; after a comma only what came before can tell
FRESH = frozenset(":;«“•·*>→!?…") | {"...", "--"}
BULLETS = frozenset("-–—")
ASIDE = 4  # tokens of an aside, with the comma before it: « , quant à elle »
OPENING = frozenset(["emoji", "emoticon", "hashtag", "mention", "url", "number"])


class Imperative(NamedTuple):
    """An order where it stands; `number` is None where the language does not show it.

    `sure` unless the form alone could be a statement (facilite la gestion): an attached pronoun,
    a negation, another order, a tu in the sentence or a verb of calls to action settles it.
    """

    start: int
    end: int
    lemma: str
    number: str | None
    lang: str
    sure: bool


class Clause(NamedTuple):
    """A sentence's tokens, and what is known so far of whom it speaks to."""

    tokens: Sequence[Token]
    morphs: Sequence[Morph]
    words: Words
    first_word: int
    first_comma: int

    def norm(self, at: int) -> str:
        """The norm of token `at`, empty beyond the sentence."""
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""


def _order(clause: Clause, at: int) -> Reading | None:
    for reading in clause.morphs[at].readings:
        if reading.mood == "Imp" and reading.person == 2:
            return reading
    norms = [clause.norm(place) for place in range(at, at + 4)]
    return with_s(norms, clause.morphs[at].lang or "", clause.words.command)


def _before_negation(clause: Clause, at: int) -> int:
    """The place of the first of `ne me le` before `at`, or `at` itself."""
    roles = clause.words.command
    first = at
    while clause.norm(first - 1) in roles["between"]:
        first -= 1
    if clause.norm(first - 1) not in roles["negators"]:
        return at
    while clause.norm(first - 1) in roles["negators"]:
        first -= 1
    return first


def _starts_clause(clause: Clause, at: int, *, ordered: bool) -> bool:
    roles = clause.words.command
    while at > 0 and clause.norm(at - 1) in roles["openers"]:
        at -= 1
        ordered = ordered or at == 0
    if at == 0:
        return True
    before = clause.tokens[at - 1]
    if before.norm in FRESH:
        return True
    if before.kind in OPENING or before.norm in BULLETS:
        return at <= clause.first_word
    if before.norm != ",":
        return ordered and clause.norm(at) in roles["openers"]
    if _is_subject(clause, at - 1):
        return False
    first = clause.norm(0)
    led = first in roles["leads"] or first in roles["openers"]
    return ordered or (led and clause.first_comma == at - 1)


def _is_subject(clause: Clause, comma: int) -> bool:
    """Whether an aside before the comma takes up somebody as the subject: « la tasse, elle, … »."""
    aside = [clause.norm(at) for at in range(max(0, comma - ASIDE), comma)]
    if "," not in aside:
        return False
    said = aside[len(aside) - aside[::-1].index(",") :]
    return not clause.words.command["asides"].isdisjoint(said)


def _fits(clause: Clause, at: int) -> bool:
    """Whether what follows lets the form be an order rather than a noun or a statement."""
    roles, form, after = clause.words.command, clause.norm(at), clause.norm(at + 1)
    if after in roles["never_before"]:
        return False
    if form in roles["never_alone"]:
        return False
    if form not in clause.words.ambiguous:
        return True
    number_follows = at + 2 < len(clause.tokens) and clause.tokens[at + 2].kind == "number"
    return after in roles["objects"] and not number_follows


def _is_name(clause: Clause, at: int) -> bool:
    """Whether the form is in capitals in a sentence that is not."""
    shouted = clause.tokens[at].text.isupper()
    return shouted and any(token.text.islower() for token in clause.tokens)


def _is_order(clause: Clause, at: int, reading: Reading, *, ordered: bool) -> bool:
    roles, after = clause.words.command, clause.norm(at + 1)
    if after in roles["asking"] and "?" in clause.norm(len(clause.tokens) - 1):
        return False
    if after in roles["attached"]:
        return True
    if reading.lemma in clause.words.no_command or _is_name(clause, at):
        return False
    first = _before_negation(clause, at)
    if not _starts_clause(clause, first, ordered=ordered or first < at):
        return False
    if first < at:
        return clause.norm(at + 1) not in roles["never_before"]
    return _fits(clause, at)


def _is_settled(clause: Clause, at: int, reading: Reading) -> bool:
    roles = clause.words.command
    if clause.norm(at + 1) in roles["attached"] or reading.lemma in roles["calls"]:
        return True
    if _before_negation(clause, at) < at:
        return True
    return not any(r.person == 3 and r.form == "Fin" for r in clause.morphs[at].readings)


def _orders(clause: Clause) -> Iterator[Imperative]:
    yours = clause.words.command["yours"]
    settled = any(token.norm in yours for token in clause.tokens)
    # orders go together: one to vous announces none to tu
    given: set[str | None] = {"Sing"} if settled else set()
    for at, token in enumerate(clause.tokens):
        reading = _order(clause, at)
        if reading is None or not _is_order(clause, at, reading, ordered=reading.number in given):
            continue
        settled = settled or _is_settled(clause, at, reading)
        given.add(reading.number)
        lang = clause.morphs[at].lang or ""
        yield Imperative(token.start, token.end, reading.lemma, reading.number, lang, settled)


def _clause(tokens: Sequence[Token], morphs: Sequence[Morph], words: Words) -> Clause:
    end = len(tokens)
    first_word = next((at for at in range(end) if tokens[at].kind == "word"), end)
    first_comma = next((at for at in range(end) if tokens[at].norm == ","), end)
    return Clause(tokens, morphs, words, first_word, first_comma)


def _of_view(view: View) -> Iterator[Imperative]:
    tokens, morphs = view.layer(TOKENS), view.layer(MORPHOLOGY)
    starts = [token.start for token in tokens]
    for start, end in view.layer(SENTENCES):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        words = words_of(morphs[first].lang or "") if first < last else None
        if words:
            yield from _orders(_clause(tokens[first:last], morphs[first:last], words))


IMPERATIVES: Layer[tuple[Imperative, ...]] = Layer(
    "imperatives", lambda view: tuple(_of_view(view))
)
