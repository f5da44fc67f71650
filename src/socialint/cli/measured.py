"""How often a rule was right on labelled drafts, where somebody has counted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socialint.locale import decimal
from socialint.named import NamedTuple

FIGURES = "measured.json"  # in the folder of a pack


class Figure(NamedTuple):
    """What was counted of a rule in one language.

    Of `spoken` drafts that it spoke of `right` had its fault.  The fault is a `label`, which
    `rules` tell together: of `drafts` that have it they `found` so many.
    """

    lang: str
    right: int
    spoken: int
    label: str
    rules: tuple[str, ...]
    found: int
    drafts: int

    @property
    def precision(self) -> float | None:
        """The share of what it said that was right; None where it said nothing."""
        return self.right / self.spoken if self.spoken else None

    @property
    def recall(self) -> float | None:
        """The share of the label's drafts that were found; None where there were none."""
        return self.found / self.drafts if self.drafts else None


def figures(pack: str | Path, rule: str) -> tuple[Figure, ...]:
    """The figures on a rule that its pack's folder holds, a language each; none where none were."""
    path = Path(pack) / FIGURES
    if not path.is_file():
        return ()
    data = json.loads(path.read_text(encoding="utf-8"))
    labels = ((name, told) for name, told in data["labels"].items() if rule in told["rules"])
    name, told = next(labels, ("", {}))
    spoke = data["rules"].get(rule, {})
    return tuple(_figure(lang, name, told, spoke) for lang in data["drafts"] if lang in told)


def _figure(lang: str, label: str, told: Mapping[str, Any], spoke: Mapping[str, Any]) -> Figure:
    mine = spoke.get(lang, {"right": 0, "spoken": 0})
    return Figure(
        lang,
        mine["right"],
        mine["spoken"],
        label,
        tuple(told["rules"]),
        told[lang]["found"],
        told[lang]["drafts"],
    )


def sentence(figure: Figure, say: Mapping[str, str]) -> str:
    """The figures in words; `say` are those of the command line."""
    shared = say["measured-shared"].format(n=len(figure.rules)) if len(figure.rules) > 1 else ""
    return say["measured-line"].format(
        **figure._asdict(),
        precision=share(figure.precision, say),
        recall=share(figure.recall, say),
        shared=shared,
    )


def share(value: float | None, say: Mapping[str, str]) -> str:
    """A rate with two digits, as the language writes it, or a dash."""
    return "–" if value is None else decimal(f"{value:.2f}", say)
