"""`socialint init`: settings and a brand profile to begin with, then the first check."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from socialint.cli.asked import names
from socialint.cli.files import save
from socialint.cli.language import language_here
from socialint.cli.options import Asked, Option, choose
from socialint.cli.starter import PROFILE, Answers, profile_text, settings_text
from socialint.cli.terminal import look_of, put, tell
from socialint.errors import Problem, SettingsError
from socialint.locale import languages, words
from socialint.report import CLEAN

if TYPE_CHECKING:
    from socialint.survey import Survey

OPTIONS = (
    Option("folder", "init.folder", "PATH", nargs="?"),
    Option("--brand", "init.brand", "NAME"),
    Option("--languages", "init.languages", "LANG"),
    Option("--address", "init.address", "ADDRESS"),
    Option("--contact", "init.contact", "TEXT", many=True),
    Option("--yes", "init.yes"),
    Option("--force", "init.force"),
)
_ADDRESS = ("vous", "tu", "avoid")
# names of folders that say nothing of a brand
_PLAIN = ("content", "contenu", "posts", "drafts", "brouillons", "social", "src", "tmp", "")


def run(asked: Asked, lang: str) -> int:
    """Write the two files; raises SettingsError and its kin."""
    from socialint.settings import FILE  # noqa: PLC0415  heavy imports wait for the options
    from socialint.survey import survey  # noqa: PLC0415  the same

    folder = Path(asked.folder or ".")
    files = [folder / FILE, folder / PROFILE]
    _prove(asked, folder, files)
    lang = language_here(asked.lang, lang, asked.folder or ".")
    found = survey(folder, languages())
    answers = _answers(asked, folder, found, lang)
    say = words(lang)["init"]
    save(files[0], settings_text(answers, lang, say))
    save(files[1], profile_text(answers, say))
    tell("".join(f"{say['written'].format(path=path)}\n" for path in files))
    _first_check(folder, lang)
    return CLEAN


def _prove(asked: Asked, folder: Path, files: Iterable[Path]) -> None:
    if not folder.is_dir():
        raise SettingsError(Problem("path-missing", str(folder)))
    if asked.address:
        choose("--address", asked.address, _ADDRESS)
    for lang in names([asked.languages or ""]):
        choose("--languages", lang, languages())
    there = [path for path in files if path.exists()]
    if there and not asked.force:
        raise SettingsError(*(Problem("file-there", str(path)) for path in there))


def _answers(asked: Asked, folder: Path, found: Survey, lang: str) -> Answers:
    """What the options say, else what is answered on a terminal, else what the folder tells."""
    from socialint.formats.channels import known as known_channel  # noqa: PLC0415  heavy imports
    from socialint.survey import folder_name, likely  # noqa: PLC0415  the same

    brands = tuple(name for name, _ in found.brands.most_common())
    ask = _Ask(lang, silent=asked.yes or not (sys.stdin.isatty() and sys.stdout.isatty()))
    ask.tell_found(found)
    name = brands[0] if brands else folder_name(folder, _PLAIN) or words(lang)["init"]["a-brand"]
    brand = asked.brand or ask("ask-brand", name)
    spoken = asked.languages or ask("ask-languages", ", ".join(likely(found.languages) or [lang]))
    known = tuple(one for one in names([spoken]) if one in languages()) or (lang,)
    address = asked.address or (ask("ask-address", "") if "fr" in known else "")
    contacts = asked.contact or [
        part.strip() for part in ask("ask-contacts", "").split(",") if part.strip()
    ]
    return Answers(
        brand=brand,
        languages=known,
        address=address if address in _ADDRESS else "",
        contacts=tuple(contacts),
        channels=tuple(name for name in likely(found.channels, 0.0) if known_channel(name)),
        text_columns=tuple(found.text_columns),
        brands=brands,
    )


class _Ask:
    """Asks on a terminal; elsewhere what is proposed is the answer."""

    def __init__(self, lang: str, *, silent: bool) -> None:
        self._lang = lang
        self._silent = silent

    def __call__(self, name: str, proposed: str) -> str:
        if self._silent:
            return proposed
        shown = f" [{proposed}]" if proposed else ""
        tell(f"{words(self._lang)['init'][name]}{shown} ")
        return sys.stdin.readline().strip() or proposed

    def tell_found(self, found: Survey) -> None:
        """How many drafts there are."""
        from socialint.reporters.plural import counted  # noqa: PLC0415  heavy imports wait

        drafts = counted("init", "drafts", found.drafts, self._lang)
        files = counted("human", "files", found.files, self._lang)
        tell(f"{words(self._lang)['init']['found'].format(drafts=drafts, files=files)}\n")


def _first_check(folder: Path, lang: str) -> None:
    """Show what is found with the new files, which are thereby proved to be right."""
    from socialint.cli.asked import checked, compiling  # noqa: PLC0415  heavy imports wait
    from socialint.linter import Linter  # noqa: PLC0415  the same
    from socialint.reporters.human import report_human  # noqa: PLC0415  the same
    from socialint.settings import FILE, load  # noqa: PLC0415  the same

    written = load(folder / FILE)
    linter = Linter(written, compiling=compiling(written))
    report = checked(linter, [str(folder)], lang)
    tell("\n")
    put(report_human(report, look_of(sys.stdout, lang, profile=True)))
