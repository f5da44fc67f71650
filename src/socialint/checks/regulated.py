"""Claims that a law asks proof of, or forbids: moves, and how bad they are by market and day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Sum, Words
from socialint.checks.disclosure.law import cited, declared
from socialint.checks.moves import MOVES, sums
from socialint.checks.moves.names import names
from socialint.checks.moves.params import PARAMS
from socialint.finding import Hit
from socialint.layers.language import main_language

FACTS = "claims"
OWN = ("topic", "sectors", "undeclared")
BANNED, ASKED = "banned", "asked"  # effects of a law, and the variants where one is in force
NONE_KNOWN = "–"

SCHEMA: Mapping[str, Any] = {
    "required": [*PARAMS["required"], "topic"],
    "properties": {
        **PARAMS["properties"],
        "topic": {"type": "string"},
        "sectors": {"type": "array", "items": {"type": "string"}},
        "undeclared": {"type": "number", "exclusiveMinimum": 0},
    },
}


def prepare(params: Params, words: Words) -> Detect:
    """The hits of moves; `topic` names what laws, in the facts on claims, say of them.

    With `sectors`, brands of another are not judged, and those that name none from the threshold
    `undeclared` (that of the rule, if it says nothing).  The variant is banned or asked (for
    proof) where a market that the profile declares has such a law in force when the draft is
    published, else default.  A banned claim speaks even with proof.
    """
    named = _detectors(params, words, params["threshold"])
    unnamed = _detectors(params, words, params["undeclared"]) if "undeclared" in params else named

    def judged(subject: Subject) -> Iterator[Hit]:
        said = subject.profile.get("sector")
        if said and "sectors" in params and not _is_one(said, params["sectors"]):
            return
        detect, strict = named if said else unnamed
        laws = [law for law in _in_force(subject, params["topic"]) if _holds(subject, law)]
        effects = {law["effect"] for law in laws} if declared(subject) else ()
        variant = next((effect for effect in (BANNED, ASKED) if effect in effects), "")
        look = strict if variant == BANNED else detect
        for hit in look(subject):
            lang = main_language(subject.views[hit.segment]) if hit.segment else None
            args = {**hit.args, "law": _references(subject, laws, lang or "en")}
            yield hit._replace(variant=variant, args=args)

    return judged


def _detectors(params: Params, words: Words, threshold: float) -> tuple[Detect, Detect]:
    moves = {name: value for name, value in params.items() if name not in OWN}
    content, strict = (
        MOVES.prepare({**moves, "threshold": threshold, "proof": proof}, words)
        for proof in (True, False)
    )
    return content, strict


def _is_one(said: str | Collection[str], sectors: Collection[str]) -> bool:
    named = [said] if isinstance(said, str) else said
    return any(str(name).lower() in sectors for name in named)


def _in_force(subject: Subject, topic: str) -> Iterator[Mapping[str, Any]]:
    day = (subject.draft.publish_at or subject.as_of).date().isoformat()
    for law in subject.facts.get(FACTS, {}).get(topic, ()):
        if str(law["date"]) <= day < str(law.get("until", "9999")):
            yield law


def _holds(subject: Subject, law: Mapping[str, Any]) -> bool:
    chosen = declared(subject)
    return not chosen or not set(chosen).isdisjoint(law["jurisdictions"])


def _references(subject: Subject, laws: list[Mapping[str, Any]], lang: str) -> str:
    shown = laws if declared(subject) else [law for law in laws if lang in law["first_in"]]
    return cited(shown, lang) or NONE_KNOWN


def _sums(params: Params, words: Words, subject: Subject) -> Iterator[Sum]:
    """What the moves add up to, beside the threshold that holds for the brand."""
    named = subject.profile.get("sector") or "undeclared" not in params
    return sums(params if named else {**params, "threshold": params["undeclared"]}, words, subject)


REGULATED = Check(
    prepare,
    SCHEMA,
    args=(*(MOVES.args or ()), "law"),
    uses=names,
    wakes=MOVES.wakes,
    sums=_sums,
)
