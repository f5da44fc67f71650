"""Posts on accounts that nobody registered, that are closed, or that speak another language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.feed.declared import bare
from socialint.checks.missing import first_line
from socialint.checks.picked import pick
from socialint.checks.register.entry import ACTIVE, PLANNED, Entry, entry, entry_of
from socialint.checks.states import is_dropped
from socialint.finding import Hit
from socialint.named import NamedTuple
from socialint.near import near
from socialint.profile import Profile
from socialint.text import Span

CHANNEL = "channel"  # the variant of a channel on which no account is declared


class Use(NamedTuple):
    """The language that a post declares."""

    lang: str | None


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return _collect


def _collect(subject: Subject) -> Kept | None:
    draft = subject.draft
    if draft.kind == "account":
        return Kept(None, entry_of(draft))
    if is_dropped(draft) or not (draft.account or draft.channels):
        return None
    return Kept(Hit(None, _place(subject)), Use(draft.lang))


def _place(subject: Subject) -> Span:
    fields = subject.draft.fields
    for name in ("account", "channels"):
        if name in fields:
            return fields[name].span
    return first_line(subject.draft)


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    declared = [
        entry(each, str(each.get("channel", "")), str(each.get("handle") or ""))
        for each in profile.get("accounts", ())
    ]
    known = [*declared, *(r.value for r in records if isinstance(r.value, Entry))]
    if not known:
        return "no-register"
    return _hits(pick(records, lambda record: isinstance(record.value, Use)), known)


def _hits(posts: Sequence[Record], known: Sequence[Entry]) -> Iterator[FeedHit]:
    """A hit a post; a channel without any account is told once, on the first post there."""
    strange: defaultdict[str, list[Record]] = defaultdict(list)
    for post in posts:
        variant, args = _fault(post, known) or ("", None)
        if args and variant == CHANNEL:
            strange[args["account"]].append(post)
        elif args:
            yield FeedHit(post, variant=variant, args=args)
    for name, there in strange.items():
        first, *others = sorted(there, key=_place_of)
        args = {"account": name, "status": "", "nearest": ""}
        yield FeedHit(first, tuple(others), CHANNEL, args, about=name)


def _place_of(record: Record) -> tuple[str, int]:
    return record.path, record.number


def _loose(name: str) -> str:
    """A name without the signs that calendars write otherwise: « Acme France » is @acme_france."""
    return "".join(char for char in bare(name) if char.isalnum())


def _fault(post: Record, known: Sequence[Entry]) -> tuple[str, dict[str, str]] | None:
    card = post.card
    on = [each for each in known if not card.channels or each.channel in card.channels]
    if not card.account:
        lost = [c for c in card.channels if all(each.channel != c for each in known)]
        args = {"account": ", ".join(lost), "status": "", "nearest": ""}
        return (CHANNEL, args) if lost else None
    name = _loose(card.account)
    meant = [each for each in on if not each.names or name in map(_loose, each.names)]
    args = {"account": card.account, "status": "", "nearest": ""}
    if not meant:
        names = [each for account in known for each in account.names]
        return "unknown", {**args, "nearest": near(bare(card.account), names) or "–"}
    if all(each.status not in (ACTIVE, PLANNED) for each in meant):
        return "", {**args, "status": meant[0].status}
    spoken = frozenset(lang for each in meant for lang in each.languages)
    lang = post.value.lang
    if lang and spoken and lang not in spoken:
        return "language", {**args, "status": ", ".join(sorted(spoken))}
    return None


WRONG_ACCOUNT = FeedCheck(collect, judge, partial=True, args=("account", "status", "nearest"))
