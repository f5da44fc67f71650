"""`socialint profile learn`: approved posts measured into a fingerprint file."""

from __future__ import annotations

import json
from pathlib import Path

from socialint.cli.files import save
from socialint.cli.options import Asked
from socialint.cli.profile.samples import samples
from socialint.cli.profile.words import name_of, say
from socialint.cli.terminal import refuse, tell
from socialint.errors import Problem
from socialint.fingerprint import Sample, learn
from socialint.fingerprint.learn import LEAST_POSTS, LEAST_WORDS
from socialint.report import CLEAN, FOUND, WRONG
from socialint.reporters.plural import counted

FILE = "voice.json"


def run(asked: Asked, lang: str) -> int:
    """Write the file; 1 where no language has posts enough, 2 where a file can't be read."""
    found = list(samples(asked.paths or ["."]))
    problems = [item for item in found if isinstance(item, Problem)]
    learned = learn(item for item in found if isinstance(item, Sample))
    for voice in learned.voices:
        tell(say("learned", lang, name=name_of(voice.lang, voice.channel, lang), n=voice.posts))
    for one, channel, posts in learned.thin:
        least = {"posts": str(LEAST_POSTS), "words": str(LEAST_WORDS)}
        name = name_of(one, channel, lang)
        tell(counted("profile", "too-few", posts, lang, voice=name, **least) + "\n")
    if not (learned.voices or learned.thin):
        tell(say("no-posts", lang))
    refuse(problems, lang)
    if learned.voices:
        path = Path(asked.output or FILE)
        save(path, json.dumps(learned.to_dict(), ensure_ascii=False, indent=1) + "\n")
        tell(say("written", lang, path=path))
    return WRONG if problems else CLEAN if learned.voices else FOUND
