"""What the rules of some groups cost on a post of 840 characters: microseconds, rule by rule.

usage: python benchmarks/groups.py [--posts N] [--replies] [--profile FILE | --voiced] [GROUP …]

The groups are PRV TRN PLT ACS if none is named.  With `--replies` the drafts are replies of 300
characters, each to a message; `--profile` is a brand's, for rules that ask for one, `--voiced` one
that declares every part of its voice, and to which most of the posts keep.

The posts are those of the other benchmarks, with publishing fields.  A rule pays for its own look;
the shared layers (words, sentences, entities) have accounts of their own, in brackets.  Time is
that of the processor, the least of several runs.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from corpora import jsonl_file
from voiced import voiced

from socialint import Linter
from socialint.engine.costs import Cost, Ledger
from socialint.profile import Profile
from socialint.settings import Settings

GROUPS = ("PRV", "TRN", "PLT", "ACS")
WARM = 40  # posts before the clock counts: imports, compiled patterns
ROUNDS = 5  # of which the least counts: it is the machine's other work that makes the rest


def costs(groups: tuple[str, ...], posts: int, kind: str, profile: Profile | None) -> list[Cost]:
    """What each cost at least in runs over that many posts or replies, after a warm-up."""
    linter = Linter(Settings(select=groups), profile)
    least: dict[str, Cost] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "posts.jsonl"
        for count in (WARM, *[posts] * ROUNDS):
            jsonl_file(path, count, kind=kind)
            ledger = Ledger()
            linter.check_paths([path], ledger=ledger)
            if count == posts:
                for cost in ledger.costs():
                    least[cost.name] = min(least.get(cost.name, cost), cost, key=_seconds)
    return sorted(least.values(), key=_seconds, reverse=True)


def _seconds(cost: Cost) -> float:
    return cost.seconds


def main() -> None:
    """Prints the table, the dearest first."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("groups", nargs="*", default=GROUPS)
    asked.add_argument("--posts", type=int, default=400)
    asked.add_argument("--replies", action="store_true")
    asked.add_argument("--profile", type=Path)
    asked.add_argument("--voiced", action="store_true")
    given = asked.parse_args()
    kind = "reply" if given.replies else "post"
    profile = Profile.load(given.profile) if given.profile else None
    profile = voiced() if given.voiced else profile
    whole = 0.0
    for cost in costs(tuple(given.groups), given.posts, kind, profile):
        own = cost.seconds / given.posts * 1e6
        whole += 0 if cost.name.startswith("(") else own
        print(f"{own:8.1f} µs  {cost.name} ({cost.looks} looks)")
    print(f"{whole:8.1f} µs  all rules of {' '.join(given.groups)}, layers apart")


if __name__ == "__main__":
    main()
