"""Which law asks for a label, and how sure we are that it applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from socialint.checks.check import Subject

JOINED = MappingProxyType({"fr": "\u202f; "})  # between references, where not as in English
SOMEWHERE = "somewhere"  # the variant where no jurisdiction is declared: one severity lower


def declared(subject: Subject) -> tuple[str, ...]:
    """The jurisdictions that the profile declares; none declared means that all may apply."""
    return tuple(str(code).lower() for code in subject.profile.get("disclosure.jurisdictions", ()))


def applies(subject: Subject, *codes: str) -> bool:
    """Whether the law of one of these jurisdictions may apply."""
    chosen = declared(subject)
    return not chosen or any(code in chosen for code in codes)


def in_force(subject: Subject, topic: str) -> bool:
    """Whether some law on the topic that may apply is in force when the draft is published."""
    day = (subject.draft.publish_at or subject.as_of).date().isoformat()
    facts = subject.facts.get("disclosure", {}).get(topic, ())
    return any(applies(subject, f["jurisdiction"]) and str(f["date"]) <= day for f in facts)


def variant(subject: Subject, name: str = "") -> str:
    """The variant's name: its severity is lower where no jurisdiction is declared."""
    if declared(subject):
        return name
    return f"{name}-{SOMEWHERE}" if name else SOMEWHERE


def law(subject: Subject, topic: str, lang: str | None) -> str:
    """References of the law on a topic: of the declared jurisdictions, else of the language's."""
    facts = subject.facts.get("disclosure", {})
    return cited(_first(facts.get(topic, ()), declared(subject), lang or "en"), lang or "en")


def cited(laws: Iterable[Mapping[str, Any]], lang: str) -> str:
    """The references of laws in a line, as `lang` writes them; empty where there are none."""
    return JOINED.get(lang, "; ").join(_reference(law, lang) for law in laws)


def _reference(law: Mapping[str, Any], lang: str) -> str:
    said = law["reference"]
    return str(said.get(lang, said["en"]) if isinstance(said, Mapping) else said)


def _first(
    facts: Iterable[Mapping[str, Any]], chosen: tuple[str, ...], lang: str
) -> Iterator[Mapping[str, Any]]:
    for fact in facts:
        if (fact["jurisdiction"] in chosen) if chosen else (lang in fact.get("first_in", ())):
            yield fact


def fold(subject: Subject) -> int | None:
    """How many characters every channel of the draft shows before "more"; None if not known."""
    folds = subject.facts.get("disclosure", {}).get("folds", {})
    known = [folds[channel]["characters"] for channel in subject.channels if channel in folds]
    return min(known) if known and len(known) == len(subject.channels) else None
