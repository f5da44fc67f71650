"""What `socialint profile` says, and how it names voices and features."""

from __future__ import annotations

from socialint.locale import words


def say(text: str, lang: str, **args: object) -> str:
    """One line, the locale's text of that name, filled in."""
    return str(words(lang)["profile"][text]).format_map(args) + "\n"


def name_of(one: str, channel: str | None, lang: str) -> str:
    """A voice: its language, and its channel or all of them."""
    return f"{one} · {channel or words(lang)['profile']['all-channels']}"


def feature(name: str, lang: str) -> str:
    """A feature in words; those of small words are the words themselves."""
    return str(words(lang)["profile"]["features"].get(name, name))
