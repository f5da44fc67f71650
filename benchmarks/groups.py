"""What the rules of some groups cost on a post of 840 characters: microseconds, rule by rule.

usage: python benchmarks/groups.py [--posts N] [--replies] [--profile FILE] [GROUP …]

The groups are PRV TRN PLT ACS if none is named.  With `--replies` the drafts are replies of 300
characters, each to a message; `--profile` is a brand's, for rules that ask for one.

The posts are those of the other benchmarks, with publishing fields.  A rule pays for its own look;
the shared layers (words, sentences, entities) have accounts of their own, in brackets.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from corpora import jsonl_file

from socialint import Linter
from socialint.engine.costs import Ledger
from socialint.profile import Profile
from socialint.settings import Settings

GROUPS = ("PRV", "TRN", "PLT", "ACS")
WARM = 40  # posts before the clock counts: imports, compiled patterns


def costs(groups: tuple[str, ...], posts: int, kind: str, profile: Profile | None) -> Ledger:
    """The books of a run over that many posts or replies, after a warm-up."""
    linter = Linter(Settings(select=groups), profile)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "posts.jsonl"
        for count in (WARM, posts):
            jsonl_file(path, count, kind=kind)
            ledger = Ledger()
            linter.check_paths([path], ledger=ledger)
    return ledger


def main() -> None:
    """Prints the table, the dearest first."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("groups", nargs="*", default=GROUPS)
    asked.add_argument("--posts", type=int, default=400)
    asked.add_argument("--replies", action="store_true")
    asked.add_argument("--profile", type=Path)
    given = asked.parse_args()
    kind = "reply" if given.replies else "post"
    profile = Profile.load(given.profile) if given.profile else None
    whole = 0.0
    for cost in costs(tuple(given.groups), given.posts, kind, profile).costs():
        own = cost.seconds / given.posts * 1e6
        whole += 0 if cost.name.startswith("(") else own
        print(f"{own:8.1f} µs  {cost.name} ({cost.looks} looks)")
    print(f"{whole:8.1f} µs  all rules of {' '.join(given.groups)}, layers apart")


if __name__ == "__main__":
    main()
