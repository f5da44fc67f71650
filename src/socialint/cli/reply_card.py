"""`socialint explain --reply FILE`: what a reply does for the customer, and what it does not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from socialint.cli.terminal import look_of, put, refuse
from socialint.errors import Problem, SettingsError
from socialint.locale import words
from socialint.report import CLEAN, WRONG
from socialint.reporters.cells import plain
from socialint.reporters.look import Look

if TYPE_CHECKING:
    from socialint.engine.cards import Card
    from socialint.linter import Linter


def show(path: str, linter: Linter, form: str, lang: str) -> int:
    """Print the card of each reply in a file or folder; answers the exit code.

    Raises SettingsError if there is none.
    """
    from socialint.engine.cards import cards as cards_of  # noqa: PLC0415  only who asks needs it
    from socialint.engine.files import files_in  # noqa: PLC0415  the same
    from socialint.engine.looked import look_at  # noqa: PLC0415  the same

    looked = look_at(linter, [path])
    report = looked.report
    refuse(report.errors, lang)
    files = [one.path for one in files_in(looked.run, [path]) if not isinstance(one, Problem)]
    cards = [card for file in files for card in cards_of(looked.run, file.as_posix())]
    if not (cards or report.errors):
        raise SettingsError(Problem("no-reply", path))
    if form == "json":
        put([json.dumps([_data(card) for card in cards], ensure_ascii=False, indent=1), "\n"])
    else:
        put(_page(cards, look_of(sys.stdout, lang)))
    return WRONG if report.errors else CLEAN


def _data(card: Card) -> dict[str, Any]:
    found = [
        {**one._asdict(), "start": one.start._asdict(), "end": one.end._asdict()}
        for one in card.found
    ]
    return {**card._asdict(), "found": found, "missing": list(card.missing)}


def _page(cards: Sequence[Card], look: Look) -> Iterator[str]:
    say = words(look.lang)["card"]
    for card in cards:
        told = say["messages"].get(card.about or card.message, "")
        yield f"{look.paint('rule', plain(card.draft, look.encoding))}  {told}\n"
        wide = max(len(name) for name in say["parts"].values()) + 2
        for one in card.found:
            if one.part in say["parts"]:
                where = f"{one.start.line}:{one.start.column}"
                quote = plain(one.quote, look.encoding)
                yield f"  {say['parts'][one.part]:<{wide}}{where:<8}{quote}\n"
        if card.missing:
            names = ", ".join(say["parts"][name] for name in card.missing)
            yield f"  {look.paint('aside', say['missing'])} {names}\n"
        yield "\n"
