"""Where a draft stands on its way, in the words that teams use."""

from __future__ import annotations

from socialint.draft import Draft
from socialint.layers.fold import fold

# it may go out, and has not yet
AGREED = frozenset(
    (
        "approved",
        "scheduled",
        "ready",
        "valide",
        "validee",
        "planifie",
        "planifiee",
        "programme",
        "programmee",
        "pret",
        "prete",
    )
)
# it has yet to go out
WAITING = AGREED | {"draft", "review", "brouillon", "relecture", "a valider"}
# it will not go out, or not like this
DROPPED = frozenset(
    (
        "idea",
        "cancelled",
        "canceled",
        "rejected",
        "archived",
        "idee",
        "annule",
        "annulee",
        "refuse",
        "refusee",
    )
)
# it may go out
READY = AGREED | {"published", "publie", "publiee"}


def state(draft: Draft) -> str:
    """The draft's status, folded; "" where it gives none."""
    said = draft.fields["status"].value if "status" in draft.fields else None
    return fold(said.strip()).text if isinstance(said, str) else ""
