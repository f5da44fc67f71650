"""What ordinary replies cost the rules of replies, counted: who looks at them, what is made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from looks import DEAR, looks

from socialint import Linter
from socialint.settings import Settings

LINTER = Linter(Settings(root=Path(), select=("RPL",)), as_of=datetime(2026, 6, 1, tzinfo=UTC))
# What was written, and what was answered.
REPLIES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "Do you take old kettles on Saturday?": (
            "Yes, until noon. Ring the bell by the blue door, and Priya will weigh it with you."
        ),
        "When does the choir start again?": (
            "On Tuesday the ninth, at seven, in the school hall. Scores are on the piano."
        ),
        "Lovely exhibition, thank you!": (
            "Thank you, Aoife. The painter will be pleased; she is there again on Sunday."
        ),
        "Can I bring my dog to the reading?": (
            "Of course, the back rows have room for a basket. There is water by the coats."
        ),
        "The lamp you mended is broken again.": (
            "Sorry about that, the switch was our mistake. Bring it on Friday, we will mend it."
        ),
        "I waited an hour at a locked door.": (
            "You are right, we opened late that day, and we are sorry. The key has a twin now: "
            "write to us in a private message, and Tom will keep a place for you on Monday."
        ),
    },
    "fr": {
        "Prenez-vous les vieilles bouilloires samedi ?": (
            "Oui, jusqu’à midi. Sonnez à la porte bleue, Solène la pèsera avec vous."
        ),
        "Quand reprend la chorale ?": (
            "Mardi 9 à 19 h, dans la salle de l’école. Les partitions sont sur le piano."
        ),
        "Très belle exposition, merci !": (
            "Merci Maëlle. La peintre sera contente, elle revient dimanche."
        ),
        "Puis-je venir à la lecture avec mon chien ?": (
            "Bien sûr, il y a de la place au fond pour un panier, et de l’eau près des manteaux."
        ),
        "La lampe réparée est encore cassée.": (
            "Désolés, l’interrupteur était notre erreur. Apportez-la vendredi, on la répare."
        ),
        "J’ai attendu une heure devant une porte fermée.": (
            "Vous avez raison, nous avons ouvert en retard, et nous en sommes désolés. La clé a un "
            "double : écrivez-nous en message privé, Karim vous garde une place lundi."
        ),
    },
}
TROUBLED = 2  # of the messages of each language: the last ones
ALWAYS = frozenset({"copy-paste-reply", "evasion"})  # no word wakes them
TOLD = frozenset({"missing-acknowledgement", "no-next-step"})  # the message does
# What such replies never need: it costs more than all the rest.
UNASKED = DEAR | {"(all parts)"}


def costs(replies: Mapping[str, str], lang: str, folder: Path) -> Mapping[str, int]:
    """How often each rule looks and each layer is made; no reply has a fault."""
    lines = [
        json.dumps({"kind": "reply", "lang": lang, "in_reply_to": message, "text": text})
        for message, text in replies.items()
    ]
    (folder / "replies.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return looks(LINTER, folder)


@pytest.mark.parametrize("lang", REPLIES)
def test_ordinary_replies_wake_few_rules_and_need_no_grammar(lang: str, tmp_path: Path) -> None:
    found = costs(REPLIES[lang], lang, tmp_path)
    rules = {name: count for name, count in found.items() if not name.startswith("(")}
    assert {name for name, count in rules.items() if count == len(REPLIES[lang])} == ALWAYS
    assert {name: n for name, n in rules.items() if name not in ALWAYS and n > TROUBLED + 1} == {}
    assert found.keys() & UNASKED == frozenset()


@pytest.mark.parametrize("lang", REPLIES)
def test_answers_to_no_complaint_are_hardly_looked_at(lang: str, tmp_path: Path) -> None:
    calm = dict(list(REPLIES[lang].items())[:-TROUBLED])
    found = costs(calm, lang, tmp_path)
    assert {name: found[name] for name in found.keys() & TOLD if found[name] > 1} == {}
    assert found.get("(parts)", 0) <= len(calm) // 2
