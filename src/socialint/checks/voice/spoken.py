"""The voice that each text of a draft is held to: the brand's, with what overrides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from socialint.checks.check import Subject
from socialint.checks.platforms import account_on, written
from socialint.draft import Segment
from socialint.layers.language import main_language
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.profile import LANGUAGE as LETTERS

Voice = Mapping[str, Any]
# what the brand says in words of its own; an alternative text describes
SAID = ("text", "thread", "title")


class Spoken(NamedTuple):
    """A text with its main language and the voice asked of it.

    `channel` is None where the voice is one for all the draft's channels.
    """

    segment: Segment
    view: View
    lang: str | None
    voice: Voice
    channel: str | None = None


def spoken(subject: Subject, *parts: str) -> list[Spoken]:
    """The draft's texts for which any of these parts of the voice is declared.

    Brand, then language, account, campaign and the draft's own `tone`: the later says what
    differs.  Where channels have voices of their own, a text comes once for each voice.
    """
    found = []
    for segment, view in subject.views.items():
        for item in view.once("spoken", partial(_texts, subject, segment, view)):
            voice = item.voice
            for part in parts:
                if voice.get(part) is not None:
                    found.append(item)
                    break
    return found


def _texts(subject: Subject, segment: Segment, view: View) -> Sequence[Spoken]:
    """A text with each voice that it is held to, whatever that voice declares."""
    if segment.field.partition("[")[0] not in SAID:
        return ()
    lang = main_language(view)
    return [Spoken(segment, view, lang, voice, on) for on, voice in _voices(subject, lang)]


def _voices(subject: Subject, lang: str | None) -> Sequence[tuple[str | None, Voice]]:
    """The voices by channel; a profile merges those of an account once, not for each draft."""
    make = partial(_by_channel, subject, lang)
    tone = written(subject, "tone")
    if tone is not None and isinstance(tone, Mapping):  # of None the second takes long to tell
        return make()
    campaign = written(subject, "campaign")
    named = None if campaign is None else repr(campaign)
    where = (subject.channels, subject.draft.account, lang)
    return subject.profile.once(("voices", *where, named), make)


def _by_channel(subject: Subject, lang: str | None) -> Sequence[tuple[str | None, Voice]]:
    voices = [
        (channel, voice_on(subject, channel, lang)) for channel in subject.channels or (None,)
    ]
    first = voices[0][1]
    return [(None, first)] if all(voice == first for _, voice in voices) else voices


def voice_on(subject: Subject, channel: str | None, lang: str | None) -> Voice:
    """The voice on a channel (None: on none in particular), in a language."""
    profile = subject.profile
    declared = [profile.get("voice", {})]
    if channel:
        declared.append(account_on(subject, channel).get("voice", {}))
    declared.append(_of_campaign(subject))
    tone = written(subject, "tone")
    if isinstance(tone, Mapping):
        declared.append(tone)
    merged: dict[str, Any] = {}
    for voice in declared:
        merged |= {name: part for name, part in voice.items() if len(name) != LETTERS}
        merged |= voice.get(lang, {}) if lang else {}
    return merged


def _of_campaign(subject: Subject) -> Voice:
    name = written(subject, "campaign")
    for campaign in subject.profile.get("campaigns", ()) if name else ():
        if name in (campaign.get("name"), campaign.get("id")):
            voice: Voice = campaign.get("voice", {})
            return voice
    return {}
