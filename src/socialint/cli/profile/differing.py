"""`socialint profile diff`: two corpora or fingerprints, or posts against a fingerprint."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.cli.options import Asked
from socialint.cli.profile.samples import fingerprint
from socialint.cli.profile.words import feature, name_of, say
from socialint.cli.terminal import refuse, tell
from socialint.errors import Problem, SettingsError
from socialint.fingerprint import Voice
from socialint.report import CLEAN, FOUND, WRONG

SHOWN = 12


def run(asked: Asked, lang: str) -> int:
    """Show the rates whose intervals lie apart; 1 if there are any, or nothing to compare."""
    if len(asked.paths) != 2:
        raise SettingsError(Problem("profile-form", "socialint profile"))
    (old, problems), (new, more) = (fingerprint(path) for path in asked.paths)
    apart = False
    compared = 0
    for voice in new.voices:
        other = next(
            (v for v in old.voices if (v.lang, v.channel) == (voice.lang, voice.channel)), None
        )
        if other is None:
            continue
        compared += 1
        lines = list(_lines(other, voice, lang))
        head = name_of(voice.lang, voice.channel, lang)
        tell(say("compared", lang, name=head, old=other.posts, new=voice.posts))
        for line in lines or [f"  {say('alike', lang)}"]:
            tell(line)
        apart |= bool(lines)
    if not compared:
        tell(say("nothing-to-compare", lang))
    refuse([*problems, *more], lang)
    if problems or more:
        return WRONG
    return FOUND if apart or not compared else CLEAN


def _lines(old: Voice, new: Voice, lang: str) -> Iterator[str]:
    """The rates that differ for certain, those that differ most first."""
    found = []
    for name, (rate, low, high) in new.intervals.items():
        if name not in old.intervals:
            continue
        before, least, most = old.intervals[name]
        if low > most or high < least:
            width = max((high - low + most - least) / 2, 1e-9)
            found.append((abs(rate - before) / width, name, before, least, most, rate, low, high))
    for _, name, before, least, most, rate, low, high in sorted(found, reverse=True)[:SHOWN]:
        yield (
            f"  {feature(name, lang):<34} {before:7.2f} [{least:.2f}–{most:.2f}]"
            f"  →  {rate:7.2f} [{low:.2f}–{high:.2f}]\n"
        )
