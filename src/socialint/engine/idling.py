"""Which entries of `per_path` mean files of a run, and whether they leave out anything there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from socialint.draft import Draft
from socialint.engine.chosen import Chosen
from socialint.engine.needed import Doubt, Use, is_fixed, off_everywhere, settle, use_of
from socialint.engine.prepare import Prepared
from socialint.engine.subject import Terms
from socialint.engine.tally import Tally
from socialint.frozen import Frozen
from socialint.profile import Profile
from socialint.settings import PerPath, Settings


class Idling(Frozen, eq=False):
    """What a run knows of its entries; `given` is a profile that no settings name."""

    settings: Settings
    rules: Mapping[str, Prepared]
    chosen: Chosen
    terms: Terms
    tally: Tally
    given: Profile | None

    def look(self, entries: Sequence[PerPath], draft: Draft, profile: Profile) -> None:
        """Look whether entries leave out anything of the draft, if none of them was seen to."""
        for entry in entries:
            if entry.ignore and self.tally.entries.get(entry) == "idle":
                left_out = self.chosen.left_out(entry, entries)
                doubt = Doubt(entry, left_out, draft, profile, self._fixed)
                use = use_of(doubt, self._off, self.terms, self.tally.left_out)
                self.tally.entries[entry] = use

    def uses(self, *, partial: bool) -> Mapping[PerPath, Use]:
        """The entries that meant a file, and whether they leave out anything."""
        tally = self.tally
        known = (tally.entries, self.rules, tally.records, tally.left_out)
        return settle(*known, partial=partial)

    @cached_property
    def _fixed(self) -> bool:
        return is_fixed(self.settings, self.given)

    @cached_property
    def _off(self) -> frozenset[str]:
        return off_everywhere(self.settings, self.terms)
