"""Words of one language with its numbers and plurals."""

from __future__ import annotations

from socialint.frozen import Frozen
from socialint.locale import words


class Words(Frozen):
    """What the reports say in `lang`."""

    lang: str

    def say(self, name: str, **args: str) -> str:
        """The text of that name, filled in."""
        return str(words(self.lang)["human"][name]).format_map(args)

    def count(self, name: str, number: int, **args: str) -> str:
        """The text of that name for so many."""
        return counted("human", name, number, self.lang, **args)

    def number(self, number: int) -> str:
        """A whole number with its thousands apart."""
        return figure(number, self.lang)


def counted(part: str, name: str, number: int, lang: str, **args: str) -> str:
    """The text `part.name` for so many; the locale says which numbers are singular."""
    table = words(lang)
    form = "one" if number in table["plural"]["one"] else "other"
    return str(table[part][name][form]).format_map({"n": figure(number, lang), **args})


def figure(number: int, lang: str) -> str:
    """A whole number with its thousands apart."""
    return f"{number:,}".replace(",", words(lang)["plural"]["thousands"])
