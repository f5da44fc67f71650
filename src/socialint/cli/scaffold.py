"""`socialint new-rule` and `new-pack`: folders that pass, to be filled with words of one's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path

from socialint.cli.files import save
from socialint.cli.language import language_here
from socialint.cli.options import Asked, Option
from socialint.cli.terminal import tell
from socialint.errors import Problem, SettingsError
from socialint.lazy import regex
from socialint.locale import languages, words
from socialint.named import NamedTuple
from socialint.proof import FOLDER
from socialint.report import CLEAN

PACK = "pack"  # the folder that rules go to where none is named
LAST = 999  # number of a code
SCHEMAS = ("rule.schema.json", "wording.schema.json", "class.schema.json")
_COMPLETED = "# yaml-language-server: $schema=../../schemas/{}.schema.json\n"
_NAME = regex(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_GROUP = regex(r"[A-Z]{2,5}")
_CODE = regex(r"^code:\s*[\"']?([A-Z]{2,5})(\d{3})\b", re.MULTILINE)
OPTIONS = {
    "new-rule": (
        Option("name", "new-rule.name", "NAME", nargs="?"),
        Option("--pack", "new-rule.pack", "PATH"),
        Option("--group", "new-rule.group", "GROUP"),
    ),
    "new-pack": (
        Option("name", "new-pack.name", "PATH", nargs="?"),
        Option("--group", "new-rule.group", "GROUP"),
    ),
}


class _Known(NamedTuple):
    """The code of a rule that a pack has, and the folder of its group."""

    group: str
    number: int
    folder: Path


def run_rule(asked: Asked, lang: str) -> int:
    """Write the folder of a new rule; raises SettingsError where it can't."""
    name = _named(asked.name, "new-rule")
    folder = Path(asked.pack or PACK)
    _refuse_taken(name, folder)
    made = write_rule(folder, name, _group(asked.group or _usual(folder)))
    return _made(made, language_here(asked.lang, lang))


def run_pack(asked: Asked, lang: str) -> int:
    """Write the folder of a new pack with a first rule; raises SettingsError where it can't."""
    folder = Path(asked.name or PACK)
    if folder.exists() and any(folder.iterdir()):
        raise SettingsError(Problem("not-empty", folder.as_posix()))
    made = write_rule(folder, "first-rule", _group(asked.group or _own(folder)))
    return _made(made, language_here(asked.lang, lang))


def write_rule(pack: Path, name: str, group: str) -> Path:
    """A rule of words that passes its own examples; answers its folder.

    The schemas that editors complete its files from are put into the pack, as they are today.
    Raises SettingsError where the folder is there already or can't be written.
    """
    known = [one for one in _known(pack) if one.group == group]
    folder = (known[0].folder if known else pack / group.lower()) / name
    if folder.exists():
        raise SettingsError(Problem("not-empty", folder.as_posix()))
    texts = {"rule": _rule(name, group, _next(known)), **_wordings(name)}
    for file, text in texts.items():
        schema = _COMPLETED.format("rule" if file == "rule" else "wording")
        save(folder / f"{file}.yaml", schema + text)
    for schema in SCHEMAS:
        save(pack / "schemas" / schema, (FOLDER / schema).read_text(encoding="utf-8"))
    return folder


def _rule(name: str, group: str, number: int) -> str:
    return (
        f"code: {group}{number:03}\nname: {name}\nseverity: warning\nconfidence: medium\n"
        "status: stable\ncheck: phrases\n"
    )


def _wordings(name: str) -> Mapping[str, str]:
    """A file a language, in the words of its locale."""
    plain = name.replace("-", " ")
    return {
        lang: "\n".join(words(lang)["cli"]["new-rule"]).replace("NAME", plain) + "\n"
        for lang in languages()
    }


def _known(pack: Path) -> Sequence[_Known]:
    """The rules that the pack has."""
    return [
        _Known(found[1], int(found[2]), path.parents[1])
        for path in sorted(pack.glob("*/*/rule.yaml"))
        if (found := _CODE.search(path.read_text("utf-8", errors="replace")))
    ]


def _next(known: Sequence[_Known]) -> int:
    """A number that no rule of the group has: after all others, or else the first gap."""
    taken = {one.number for one in known}
    after = max(taken, default=0) + 1
    numbers = chain(range(after, LAST + 1), range(1, after + 1))
    return next(number for number in numbers if number not in taken)


def _usual(pack: Path) -> str:
    """The group of most rules in the pack; one named after the folder where it has none."""
    groups = Counter(one.group for one in _known(pack))
    return max(groups, key=lambda group: groups[group], default="") or _own(pack)


def _own(pack: Path) -> str:
    """A group named after the folder."""
    return re.sub(r"[^A-Z]", "", pack.resolve().name.upper())[:5].ljust(2, "X")


def _group(group: str) -> str:
    if not _GROUP.fullmatch(group):
        raise SettingsError(Problem("group-form", "--group", args={"value": group}))
    return group


def _named(name: str | None, command: str) -> str:
    if not name or not _NAME.fullmatch(name):
        args = {"value": name or ""}
        raise SettingsError(Problem("rule-name-form", f"socialint {command}", args=args))
    return name


def _refuse_taken(name: str, pack: Path) -> None:
    """Raise SettingsError where a rule of the program or of the pack has the name."""
    from socialint.rulepack import builtin_pack  # noqa: PLC0415  the options come first

    for folder in (pack, Path(builtin_pack())):
        for taken in folder.glob(f"*/{name}"):
            args = {"name": name, "place": taken.as_posix() if folder == pack else "socialint"}
            raise SettingsError(Problem("rule-there", "socialint new-rule", args=args))


def _made(folder: Path, lang: str) -> int:
    pack = folder.parents[1].as_posix()
    said = words(lang)["cli"]["new-rule-made"]
    tell(said.format(folder=folder.as_posix(), pack=pack) + "\n")
    return CLEAN
