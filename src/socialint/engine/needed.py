"""Whether what an entry of `per_path` leaves out would be found: what leaves out nothing is idle.

Its rules look at drafts only until one of them finds anything, and not at all where that could
not prove the entry idle.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from socialint.draft import Draft
from socialint.engine.gate import Senses
from socialint.engine.prepare import Prepared, plan
from socialint.engine.subject import Terms, subject_of
from socialint.engine.suppress import is_due
from socialint.profile import Profile
from socialint.selection import means
from socialint.settings import PerPath

# nothing was found so far; something was; nobody can tell
Use = Literal["idle", "needed", "unsure"]


def use_of(
    entry: PerPath, left_out: Sequence[Prepared], draft: Draft, profile: Profile, terms: Terms
) -> Use:
    """What a draft that the entry means says of it; `left_out` are the rules that it leaves out."""
    due = {r.name for r in terms.known if means(entry.ignore, r) and is_due(r, entry.ignore)}
    if not due or not due <= {rule.rule.name for rule in left_out}:
        return "unsure"
    rules, asleep = plan(left_out, draft.kind, profile)
    if asleep or any(rule.rule.feed for rule in rules):
        return "unsure"
    subject = subject_of(draft, profile, terms)
    senses = Senses(draft, subject.views.values(), profile)
    try:
        for rule in rules:
            awake = rule.gate is None or senses.wake(rule.gate)
            if awake and rule.detect and any(True for _ in rule.detect(subject)):
                return "needed"
    except Exception:  # noqa: BLE001  a rule that is left out and fails is nobody's fault here
        return "unsure"
    return "idle"
