"""Posts that nobody answers for, or that went ahead without the second pair of eyes they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.missing import campaign_of, first_line, inherited, without
from socialint.checks.platforms import written
from socialint.checks.states import is_ready
from socialint.finding import Hit
from socialint.layers.fold import fold
from socialint.named import NamedTuple
from socialint.profile import Profile


class Charge(NamedTuple):
    """Who is in charge: whether anybody is, by the draft or its campaign, and what is wrong."""

    declared: bool
    campaign: str
    fault: str


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return _collect


def _collect(subject: Subject) -> Kept | None:
    declared = bool(written(subject, "owner")) or inherited(subject, "owner", "owner")
    fault = _fault(subject)
    hit = Hit(None, first_line(subject.draft)) if fault or not declared else None
    return Kept(hit, Charge(declared, campaign_of(subject), fault))


def _fault(subject: Subject) -> str:
    """What the profile's `approval` finds missing in a draft that may go out."""
    approval: Mapping[str, object] = subject.profile.get("approval", {})
    if not approval or not is_ready(subject.draft) or not _needs(subject, approval):
        return ""
    approver, owner = written(subject, "approved_by"), written(subject, "owner")
    if not approver:
        return "approver"
    same = isinstance(owner, str) and fold(owner).text == fold(str(approver)).text
    return "self" if same and not approval.get("single_person") else ""


def _needs(subject: Subject, approval: Mapping[str, object]) -> bool:
    """Whether a post of its sort must be approved: all, or those with one of the fields listed."""
    wanted = approval.get("required_for", ["all"])
    names = wanted if isinstance(wanted, list) else [wanted]
    return any(name in ("all", "tous") or bool(written(subject, str(name))) for name in names)


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    """Speaks where the profile names people, or a draft of the same folder its owner."""
    found = without(records, everywhere=bool(profile.get("people") or profile.get("approval")))
    return "no-owners" if found is None else [*found, *_unapproved(records)]


def _unapproved(records: Sequence[Record]) -> Iterator[FeedHit]:
    for record in records:
        if record.value.fault:
            yield FeedHit(record, variant=record.value.fault, args={"count": "1"})


MISSING_OWNER = FeedCheck(collect, judge, partial=True, args=("count", "total"))
