"""Posts that say what they are for nowhere, among others that do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.missing import campaign_of, first_line, folded, inherited, without
from socialint.checks.platforms import written
from socialint.finding import Hit
from socialint.named import NamedTuple
from socialint.profile import Profile


class Aim(NamedTuple):
    """What a draft or its account says of its objective; its campaign may say it for all.

    `known` is False for an objective that the profile doesn't have.
    """

    declared: bool
    campaign: str
    said: str
    known: bool


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return _collect


def _collect(subject: Subject) -> Kept | None:
    """Keeps whether the draft, its account or its campaign names an objective."""
    own = written(subject, "objective")
    said = own if isinstance(own, str) else ""
    declared = bool(own) or inherited(subject, "goal", "objective")
    known = not said or _is_known(said, subject.profile)
    hit = None if declared and known else Hit(None, first_line(subject.draft))
    return Kept(hit, Aim(declared, campaign_of(subject), said, known))


def _is_known(said: str, profile: Profile) -> bool:
    """Whether the profile has the objective; one that lists none takes any."""
    listed = profile.get("objectives", ())
    names = {
        folded(name)
        for each in listed
        for name in ((each.get("id"), each.get("name")) if isinstance(each, Mapping) else (each,))
    } - {""}
    return not names or folded(said) in names


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    """Speaks where the profile declares objectives, or a draft of the same folder names one."""
    found = without(records, everywhere=bool(profile.get("objectives")))
    return "no-objectives" if found is None else [*found, *_strange(records)]


def _strange(records: Sequence[Record]) -> Iterator[FeedHit]:
    for record in records:
        if not record.value.known:
            yield FeedHit(record, variant="unknown", args={"said": record.value.said, "count": "1"})


MISSING_OBJECTIVE = FeedCheck(collect, judge, partial=True, args=("count", "said", "total"))
