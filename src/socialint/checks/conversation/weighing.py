"""A reply weighed: what it has of each thing on a scale, counted and added up."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from socialint.checks.check import Params, Subject, Sum, Words
from socialint.checks.conversation.classes import count_entries
from socialint.checks.conversation.scales import Class, Scale, scale
from socialint.layers.beforehand import CANDIDATE_COUNTS
from socialint.layers.candidates import LISTS
from socialint.layers.view import View


def weigh(known: Scale, view: View, message: View) -> float:
    """`start`, and what a reply to `message` has of each name in `weights`, times its weight.

    Less than the threshold, whatever the number, where that can't be reached.
    """
    counts = _counted(known, view, message)
    if counts is None:
        return -inf
    total = known.start
    for name, weight in known.weights.items():
        if name in counts:
            total += weight * counts[name]
    return total


def sums(params: Params, words: Words, subject: Subject) -> Iterator[Sum]:
    """What each text of a reply weighs, name by name."""
    if (message := subject.message) is None:
        return
    known = scale(params, words)
    for view in subject.views.values():
        counts = count(known, view, message)
        parts = [(name, weight * counts[name]) for name, weight in known.weights.items()]
        total = known.start + sum(weight for _, weight in parts)
        yield Sum(total, known.threshold, [("start", known.start), *parts])


def count(known: Scale, view: View, message: View) -> dict[str, float]:
    """How often each thing that is weighed is there, whatever it adds up to."""
    terms = (*known.early, *known.late)
    counts = {term.name: min(term.tell(view, message), term.limit) for term in terms}
    return counts | {each.name: _times(each, known.most, view, message) for each in known.classes}


def _counted(known: Scale, view: View, message: View) -> dict[str, float] | None:
    """How often all is there; None as soon as the threshold can't be reached."""
    threshold, most = known.threshold, known.most
    present = _present(known, view, message)
    ceiling = known.ceiling + sum([each.most for each in present])
    found: dict[str, float] = {}
    for name, weight, highest, limit, tell, _ in known.early:
        found[name] = number = min(tell(view, message), limit)
        ceiling += weight * number - highest
    rough: dict[str, float] = {}
    for name, weight, highest, bound in known.rough:
        rough[name] = number = weight * bound(view, message)
        ceiling += number - highest
    for name, key, heard, weight, highest in present:
        if ceiling < threshold:
            return None
        times = (message if heard else view).layer(CANDIDATE_COUNTS)[key]
        found[name] = number = min(times, most)
        ceiling += weight * number - highest
    for name, weight, highest, limit, tell, _ in known.late:
        if ceiling < threshold:
            return None
        found[name] = number = min(tell(view, message), limit)
        ceiling += weight * number - rough.get(name, highest)
    return None if ceiling < threshold else found


def _present(known: Scale, view: View, message: View) -> list[Class]:
    """The classes that may have a word in the reply or in the message, the heaviest first."""
    in_reply, in_message = known.lists
    told, heard = view.layer(LISTS), message.layer(LISTS)
    places = [known.told[key] for key in in_reply & told]
    places += [known.heard[key] for key in in_message & heard]
    return [known.classes[place] for place in sorted(places)]


def _times(each: Class, most: int, view: View, message: View) -> float:
    """How often words of a class are there, as far as that counts."""
    return min(count_entries(message if each.heard else view, each.key), most)
