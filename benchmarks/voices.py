"""How well a learned voice knows its own posts from another source's.

usage: voices.py OWN.jsonl OTHER.jsonl --lang en|fr

Learns from half of the own texts, drawn with a fixed seed; draws pools of 1, 5 and 20 from the
other half and from the other source; prints the share accepted, the share flagged, and the area
under the curve of their distances (texts too thin to judge are left out, and counted).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from socialint.fingerprint import Counts, Sample, Verdict, Voice, compare, learn, measured
from socialint.layers.view import View

POOLS, DRAWS, SEED = (1, 5, 20), 300, 1


def texts(path: Path, lang: str) -> list[Counts]:
    """What is counted of each text of a file in the language."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        measured(View(row["text"], lang), lang, aloud=True)
        for row in rows
        if row.get("lang", lang) == lang
    ]


def verdicts(found: Sequence[Counts], size: int, voice: Voice, random: Random) -> list[Verdict]:
    """Verdicts on pools drawn from texts."""
    drawn = [compare(random.sample(found, size), voice) for _ in range(DRAWS)]
    return [one for one in drawn if one]


def area(others: Sequence[Verdict], own: Sequence[Verdict]) -> float:
    """How often another's pool is further away than an own one."""
    further = sum(
        (one.distance > two.distance) + 0.5 * (one.distance == two.distance)
        for one in others
        for two in own
    )
    return further / max(len(others) * len(own), 1)


def main() -> None:
    """Prints a line for each size of pool."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("own", type=Path)
    options.add_argument("other", type=Path)
    options.add_argument("--lang", required=True)
    given = options.parse_args()
    random = Random(SEED)  # noqa: S311  a benchmark, no secret
    own, other = texts(given.own, given.lang), texts(given.other, given.lang)
    random.shuffle(own)
    half = len(own) // 2
    voice = learn(Sample(given.lang, None, one) for one in own[:half]).voices[0]
    for size in POOLS:
        mine = verdicts(own[half:], size, voice, random)
        theirs = verdicts(other, size, voice, random)
        accepted = sum(not one.off for one in mine) / max(len(mine), 1)
        flagged = sum(one.off for one in theirs) / max(len(theirs), 1)
        print(
            f"pools of {size}: judged {len(mine)} own, {len(theirs)} other; accepted "
            f"{accepted:.3f}, flagged {flagged:.3f}, AUC {area(theirs, mine):.3f}"
        )


if __name__ == "__main__":
    main()
