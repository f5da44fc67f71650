"""One reader called tu and vous in one draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.checks.address.most import MOST_VOUS
from socialint.checks.address.readers import two_readers
from socialint.checks.address.signs import Sign, may_mix, own_signs
from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.finding import Clue, Hit
from socialint.layers.address_words import Address
from socialint.text import Span

OTHER: dict[Address, Address] = {"tu": "vous", "vous": "tu"}


def prepare(params: Params, words: Words) -> Detect:
    def detect(subject: Subject) -> Iterator[Hit]:
        if not may_mix(subject.views.values()):
            return
        spoken = [sign for item in subject.views.items() for sign in own_signs(*item, words)]
        sure = {sign.sign.address for sign in spoken if sign.sign.sure}
        signs = [sign for sign in spoken if sign.sign.address in sure and not sign.sign.plural]
        if len({sign.sign.address for sign in signs}) == 2 and not two_readers(signs, words):
            yield _hit(signs)

    return detect


def _hit(signs: Sequence[Sign]) -> Hit:
    """On the first sign of the rarer form, or of the one that comes second; two of each support."""
    by: dict[Address, list[Sign]] = {"tu": [], "vous": []}
    for item in signs:
        by[item.sign.address].append(item)
    first = signs[0].sign.address
    rare = first if len(by[first]) < len(by[OTHER[first]]) else OTHER[first]
    clues = [
        Clue(item.segment, Span(item.sign.start, item.sign.end), item.sign.address)
        for item in (*by[OTHER[rare]][:2], *by[rare][1:2])
    ]
    chief = by[rare][0]
    span = Span(chief.sign.start, chief.sign.end)
    return Hit(chief.segment, span, rare, {"other": OTHER[rare]}, tuple(clues))


MIXED_ADDRESS = Check(prepare, args=("other",), layers=(MOST_VOUS,))
