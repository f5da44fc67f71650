"""The table of `--profile-rules`: what each rule of a run cost, the dearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socialint.locale import words

if TYPE_CHECKING:
    from socialint.engine.costs import Ledger

LEAST = 0.001  # share of the whole below which a row is only noise


def bill(ledger: Ledger, lang: str) -> str:
    """The table as text; rows of rules, and of layers in brackets."""
    costs = list(ledger.costs())
    whole = sum(cost.seconds for cost in costs) or 1.0
    rows = [tuple(words(lang)["cli"]["bill"])]
    rows += [
        (
            cost.name,
            f"{cost.seconds * 1e3:.1f}",
            f"{cost.seconds / whole:.1%}".replace("%", "\u202f%" if lang == "fr" else "%"),
            str(cost.looks),
            str(cost.hits) if not cost.name.startswith("(") else "",
        )
        for cost in costs
        if cost.seconds / whole >= LEAST or cost.hits
    ]
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, wide) for row in rows]
    return "\n".join(("", *lines, ""))


def _line(row: tuple[str, ...], wide: list[int]) -> str:
    name, *figures = row
    cells = [figure.rjust(room) for figure, room in zip(figures, wide[1:], strict=True)]
    return "  ".join((name.ljust(wide[0]), *cells)).rstrip()
