"""What a run gathers while it goes from draft to draft."""

from __future__ import annotations

from collections import Counter

from socialint.engine.deck import Deck
from socialint.engine.needed import LeftOut, Use
from socialint.engine.rows import Rows
from socialint.engine.spill import Spill
from socialint.errors import Problem
from socialint.finding import Finding
from socialint.page import Page
from socialint.profile import Profile
from socialint.settings import PerPath
from socialint.text import Span


class Tally:
    """What a run has gathered so far.

    `asleep` counts the drafts that a rule did not judge, and why, `unspoken` those in a language
    that it has no words in. `watched` are the suppressions by the path and offset where they stand,
    each with the rules that must have looked before it can be called unused; `entries` those of
    `per_path` that meant a file, and whether they leave out anything; `misspelt` the names of
    fields that were told, by path and place. `pages` are the drafts to show, if any; `passed_over`
    tables, and files that were named, in which no draft was recognised. `passing` says that what
    was found may be another within the day, `partial` that the drafts are known to be only a part
    of the feed, `whole` that all which the settings may mean is asked for.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.problems: list[Problem] = []
        self.asleep: Counter[tuple[str, str]] = Counter()
        self.unspoken: Counter[tuple[str, str]] = Counter()
        self.records: dict[tuple[str, Profile], Rows] = {}
        self.deck = Deck()
        self.spill = Spill()
        self.channels: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.explicit: set[str] = set()
        self.watched: dict[tuple[str, int], frozenset[str]] = {}
        self.entries: dict[PerPath, Use] = {}
        self.left_out = LeftOut(self.deck, self.spill)
        self.misspelt: set[tuple[str, Span]] = set()
        self.pages: list[Page] | None = None
        self.passed_over: list[str] = []
        self.drafts = 0
        self.files = 0
        self.crashed = False
        self.passing = False
        self.partial = False
        self.whole = False

    def rows(self, rule: str, profile: Profile) -> Rows:
        """What the feed rule keeps of drafts under that profile."""
        key = (rule, profile)
        if key not in self.records:
            self.records[key] = Rows(self.deck, self.spill)
        return self.records[key]
