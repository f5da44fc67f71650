"""Where a draft stands on its way, in the words that teams use."""

from __future__ import annotations

from socialint.draft import Draft
from socialint.layers.fold import fold

WAITING = frozenset("draft|review|approved|scheduled|ready|brouillon|relecture".split("|")) | {
    *("a valider", "valide", "validee", "planifie", "planifiee", "programme", "programmee"),
    *("pret", "prete"),
}
DROPPED = frozenset(
    "idea|cancelled|canceled|rejected|archived|idee|annule|annulee|refuse".split("|")
)
# the draft says that it may go out
READY = frozenset("approved|scheduled|ready|published|valide|validee|publie|publiee".split("|")) | {
    *("planifie", "planifiee", "programme", "programmee", "pret", "prete"),
}


def state(draft: Draft) -> str:
    """The draft's status, folded; "" where it gives none."""
    said = draft.fields["status"].value if "status" in draft.fields else None
    return fold(said.strip()).text if isinstance(said, str) else ""
