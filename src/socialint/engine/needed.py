"""Whether what an entry of `per_path` leaves out would be found: what leaves out nothing is idle.

Its rules look at drafts only until one of them finds anything, and not at all where that could
not prove the entry idle.  Rules of the feed judge at the end, what it leaves out among the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from socialint.checks.check import FeedCheck
from socialint.draft import Draft
from socialint.engine.deck import Deck
from socialint.engine.gate import Senses
from socialint.engine.prepare import Prepared, plan
from socialint.engine.rows import Rows
from socialint.engine.spill import Spill
from socialint.engine.subject import Terms, card_of, subject_of
from socialint.engine.suppress import is_due
from socialint.frozen import Frozen, field
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.selection import means, selected
from socialint.settings import PerPath, Settings, read_again

# nothing was found so far; something was; nobody can tell
Use = Literal["idle", "needed", "unsure"]
# what the settings file says of rules, and options may say otherwise
_CHOSEN = ("select", "ignore")


class Doubt(NamedTuple):
    """An entry with a draft that it means, and the rules that it leaves out there.

    `fixed` says that the settings file alone decides what is on and what sleeps.
    """

    entry: PerPath
    left_out: Sequence[Prepared]
    draft: Draft
    profile: Profile
    fixed: bool


class LeftOut(Frozen, eq=False):
    """What rules of the feed would have kept of the drafts that an entry leaves out."""

    deck: Deck
    spill: Spill
    rows: dict[tuple[PerPath, str, Profile], Rows] = field(default_factory=dict)

    def of(self, entry: PerPath, rule: str, profile: Profile) -> Rows:
        """The rows of one rule for one entry."""
        return self.rows.setdefault((entry, rule, profile), Rows(self.deck, self.spill))


def is_fixed(settings: Settings, given: Profile | None) -> bool:
    """Whether the settings file alone decides what is on and what sleeps, and no option."""
    data = read_again(settings).value or {}
    chosen = all(tuple(data.get(name, ())) == getattr(settings, name) for name in _CHOSEN)
    return chosen and given is None and data.get("profile") == settings.profile


def off_everywhere(settings: Settings, terms: Terms) -> frozenset[str]:
    """The rules that are off wherever no entry speaks of them."""
    on = {rule.name for rule in selected(terms.known, settings.choice)}
    return frozenset(rule.name for rule in terms.known if rule.name not in on)


def use_of(doubt: Doubt, off: frozenset[str], terms: Terms, left: LeftOut) -> Use:
    """What a draft says of an entry that means it; `off` are rules that are off anyhow."""
    names = doubt.entry.ignore
    due = {r.name for r in terms.known if means(names, r) and is_due(r, names)}
    missing = due - {rule.rule.name for rule in doubt.left_out}
    if not due or not missing <= (off if doubt.fixed else frozenset()):
        return "unsure"
    rules, asleep = plan(doubt.left_out, doubt.draft.kind, doubt.profile)
    if asleep and not doubt.fixed:
        return "unsure"
    try:
        return _look(doubt, rules, terms, left)
    except Exception:  # noqa: BLE001  a rule that is left out and fails is nobody's fault here
        return "unsure"


def _look(doubt: Doubt, rules: Iterable[Prepared], terms: Terms, left: LeftOut) -> Use:
    """Whether a rule of single drafts finds anything; keeps what rules of the feed would keep."""
    draft, profile = doubt.draft, doubt.profile
    subject = subject_of(draft, profile, terms)
    senses, card = Senses.of(subject), None
    for rule in rules:
        if rule.gate is not None and not senses.wake(rule.gate):
            continue
        if rule.detect and any(True for _ in rule.detect(subject)):
            return "needed"
        if rule.collect and (kept := rule.collect(subject)):
            card = left.deck.add(card_of(draft, terms.as_of)) if card is None else card
            rows = left.of(doubt.entry, rule.rule.name, profile)
            rows.add(card, kept.value, faulty=kept.hit is not None)
    return "idle"


def use_across(
    rule: Prepared, profile: Profile, kept: Rows | None, left: Rows, among: LeftOut
) -> Use:
    """Whether a rule of the feed would speak of the drafts that an entry leaves out.

    `kept` is what it keeps of the other drafts, `left` of those.
    """
    check = rule.check
    assert isinstance(check, FeedCheck), rule.rule.name  # noqa: S101  no other keeps records
    together = Rows(among.deck, among.spill)
    apart = {(one.path, one.number) for one in left.feed()}
    for rows in (kept, left):
        for one in rows.feed() if rows else ():
            together.add(among.deck.add(one.card), one.value, faulty=one.faulty)
    try:
        found = check.judge(rule.rule.params, together.feed(), profile)
        hits = [] if isinstance(found, str) else [hit for hit in found if hit.record.faulty]
    except Exception:  # noqa: BLE001  the same
        return "unsure"
    about = {(one.path, one.number) for hit in hits for one in (hit.record, *hit.related)}
    return "idle" if about.isdisjoint(apart) else "needed"


def settle(
    entries: dict[PerPath, Use],
    rules: Mapping[str, Prepared],
    records: Mapping[tuple[str, Profile], Rows],
    left: LeftOut,
    *,
    partial: bool,
) -> Mapping[PerPath, Use]:
    """Entries with their use, once rules of the feed have said whether the idle ones are so.

    Of a part of the feed they can't tell.
    """
    if partial:
        doubtful = {entry for entry, _, _ in left.rows}
        return {one: "unsure" if one in doubtful else use for one, use in entries.items()}
    for (entry, name, profile), rows in left.rows.items():
        if entries.get(entry) == "idle":
            kept = records.get((name, profile))
            entries[entry] = use_across(rules[name], profile, kept, rows, left)
    return entries
