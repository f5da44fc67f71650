"""What a profile can say that is valid, and can't be meant: one function a part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from socialint.data import Data, Steps
from socialint.errors import Problem
from socialint.profile import LANGUAGE, day

LIVE = frozenset(["active", None])
CASUAL, FORMAL = -0.5, 0.5
Voice = Mapping[str, Any]


def faults(data: Data, ledger: Data, today: date) -> Iterator[Problem]:
    """Everything that contradicts itself, has run out or lacks what it is for.

    `ledger` is the file that holds the claims: the profile itself, or one of their own.
    """
    profile = data.value
    languages = profile.get("languages")
    for steps, voice, whole in _voices(profile):
        yield from _voice(data, steps, voice, whole)
        if len(str(steps[-1])) != LANGUAGE:
            yield from _spoken(data, steps, voice, languages)
    yield from _vocabulary(data, profile.get("vocabulary", {}))
    yield from _accounts(data, profile.get("accounts", ()))
    yield from _claims(ledger, ledger.value.get("claims", ()), today)
    yield from _days(data, profile)


def _voices(profile: Mapping[str, Any]) -> Iterator[tuple[Steps, Voice, Voice]]:
    """Every voice, what differs in a language too, with what it comes to on top of the brand's."""
    brand = profile.get("voice", {})
    yield from _by_language(("voice",), brand, {})
    for part in ("accounts", "campaigns"):
        for number, item in enumerate(profile.get(part, ())):
            yield from _by_language((part, number, "voice"), item.get("voice", {}), brand)


def _by_language(steps: Steps, voice: Voice, brand: Voice) -> Iterator[tuple[Steps, Voice, Voice]]:
    whole = {**brand, **voice}
    yield steps, voice, whole
    for name, own in voice.items():
        if len(name) == LANGUAGE:
            yield (*steps, name), own, {**whole, **brand.get(name, {}), **own}


def _spoken(
    data: Data, steps: Steps, voice: Voice, languages: list[str] | None
) -> Iterator[Problem]:
    """What is said of languages that the brand does not write in."""
    if not languages:
        return
    spoken = {lang[:LANGUAGE].lower() for lang in languages}
    if "fr" not in spoken and "address" in voice:
        yield data.problem("profile-no-french", (*steps, "address"), key=True)
    if "en" not in spoken and "contractions" in voice:
        yield data.problem("profile-no-english", (*steps, "contractions"), key=True)
    own = [(*steps, name) for name in voice if len(name) == LANGUAGE]
    bands = [(*steps, "readability", name) for name in voice.get("readability", {})]
    for place in (*own, *bands):
        if place[-1] not in spoken:
            yield data.problem("profile-no-language", place, key=True, name=str(place[-1]))


def _voice(data: Data, steps: Steps, voice: Voice, whole: Voice) -> Iterator[Problem]:
    register, formality = whole.get("register"), whole.get("dimensions", {}).get("formality", 0)
    apart = (register == "formal" and formality < CASUAL) or (
        register == "casual" and formality > FORMAL
    )
    told = next((part for part in ("register", "dimensions") if part in voice), None)
    if apart and told:
        yield data.problem(
            "profile-two-registers",
            (*steps, told),
            register=str(register),
            formality=f"{formality:g}",
        )
    for name, (low, high) in voice.get("readability", {}).items():
        if low > high:
            yield data.problem("profile-band", (*steps, "readability", name))
    if isinstance(file := voice.get("fingerprint"), str):
        path = Path(data.path).parent / file
        if not path.is_file():
            yield data.problem("profile-no-file", (*steps, "fingerprint"), name=file)


def _vocabulary(data: Data, lists: Mapping[str, Any]) -> Iterator[Problem]:
    banned = {
        (item if isinstance(item, str) else item["term"]).casefold()
        for item in lists.get("banned", ())
    }
    prefer = lists.get("prefer", {})
    worse = {word.casefold() for word in prefer}
    for word, better in prefer.items():
        steps = ("vocabulary", "prefer", word)
        if better.casefold() in banned:
            yield data.problem("profile-preferred-banned", steps, name=better)
        elif better.casefold() in worse:
            yield data.problem("profile-preferred-twice", steps, name=better)
    for number, phrase in enumerate(lists.get("fixed_phrases", ())):
        if phrase.casefold() in banned:
            yield data.problem(
                "profile-fixed-banned", ("vocabulary", "fixed_phrases", number), name=phrase
            )


def _accounts(data: Data, accounts: list[Mapping[str, Any]]) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for number, account in enumerate(accounts):
        steps = ("accounts", number)
        key = (account["channel"], str(account.get("handle", "")))
        if key in seen:
            yield data.problem("profile-account-twice", steps, name=" ".join(key).strip())
        seen.add(key)
        live = account.get("status") in LIVE
        if live and "goal" not in account:
            yield data.problem("profile-no-goal", steps, name=" ".join(key).strip())
        if account.get("status") in {"closing", "closed"} and "redirect_to" not in account:
            yield data.problem("profile-no-redirect", steps, name=" ".join(key).strip())


def _claims(data: Data, claims: list[Mapping[str, Any]], today: date) -> Iterator[Problem]:
    ids: set[str] = set()
    for number, claim in enumerate(claims):
        steps = ("claims", number)
        name = str(claim.get("id", number + 1))
        if name in ids:
            yield data.problem("profile-claim-twice", steps, name=name)
        ids.add(name)
        until = day(claim.get("expires"))
        if until and until < today:
            yield data.problem("profile-claim-expired", (*steps, "expires"), name=name)
        if "source" not in claim:
            yield data.problem("profile-claim-unsourced", steps, name=name)


def _days(data: Data, profile: Mapping[str, Any]) -> Iterator[Problem]:
    quiet = profile.get("confidential", {}).get("quiet_periods", ())
    for part, items in (
        (("confidential", "quiet_periods"), quiet),
        (("campaigns",), profile.get("campaigns", ())),
    ):
        for number, item in enumerate(items):
            start, end = day(item.get("start")), day(item.get("end"))
            if start and end and end < start:
                yield data.problem("profile-ends-first", (*part, number))
