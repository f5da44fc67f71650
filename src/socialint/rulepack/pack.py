"""A pack as a run needs it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from socialint.errors import Problem
from socialint.finding import Wording
from socialint.guards import GUARDS
from socialint.layers.lexicon import Lexicon
from socialint.layers.nodes import Stretch, whole
from socialint.lazy import Made
from socialint.named import NamedTuple
from socialint.rule import Rule
from socialint.rulepack.packed import Spoken

PROGRAM = "socialint"  # what the built-in pack is called
VERSION = 11  # of the compiled form


class Pack(NamedTuple):
    """A set of rules with their words; `shared` names its classes and guards' lists.

    `facts` are what its checks know of platforms and laws, by file.  `cues` are the languages of
    the words that guards look for, by list; `unspoken` the rules that have no words in a language
    of the pack, by language; `notices` what is odd about it, and no mistake.
    """

    name: str
    languages: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    lexicons: Mapping[str, Lexicon] = {}
    shared: frozenset[str] = frozenset()
    folder: str = ""
    facts: Mapping[str, Any] = {}
    cues: Mapping[str, Sequence[str]] = {}
    unspoken: Mapping[str, Sequence[str]] = {}
    notices: tuple[Problem, ...] = ()

    @property
    def classes(self) -> frozenset[str]:
        """The names of its word classes."""
        return frozenset(name[8:] for name in self.shared if name.startswith("classes/"))


def builtin_pack() -> Path:
    """The folder of the built-in pack: in an installed package, else in the checkout."""
    package = Path(__file__).parents[1]
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parents[1] / "rules"


def others(packs: Iterable[Pack], folder: Path) -> tuple[Pack, ...]:
    """Those of some packs that are not the one in `folder`."""
    here = folder.resolve()
    return tuple(pack for pack in packs if Path(pack.folder).resolve() != here)


def load_pack(compiled: Mapping[str, Any], folder: str = "") -> Pack:
    """The pack that `compile_pack` wrote; raises KeyError, TypeError or ValueError on another."""
    return Pack(
        compiled["name"],
        tuple(compiled["languages"]),
        tuple(_rule(rule) for rule in compiled["rules"]),
        _lexicons(compiled["lexicons"]),
        frozenset(compiled["shared"]),
        folder,
        compiled["facts"],
        compiled["cues"],
        compiled["unspoken"],
        tuple(_notice(folder, *notice) for notice in compiled["notices"]),
    )


def _notice(folder: str, code: str, path: str, *rest: Any) -> Problem:
    return Problem(code, (Path(folder) / path).as_posix(), *rest)


def _lexicons(written: Mapping[str, str | Stretch]) -> Mapping[str, Lexicon]:
    """Each is a text of its own, read when a text in its language is met."""

    def make(lang: str) -> Lexicon:
        text = written[lang]
        return Lexicon(whole(text.encode()) if isinstance(text, str) else text, GUARDS)

    return Made(written, make)


def merged(packs: Iterable[Pack]) -> Mapping[str, tuple[Lexicon, ...]]:
    """The lexicons of several packs by language, as a view takes them."""
    all_lexicons = [pack.lexicons for pack in packs]
    spoken = dict.fromkeys(lang for lexicons in all_lexicons for lang in lexicons)
    return Made(spoken, lambda lang: tuple(ls[lang] for ls in all_lexicons if lang in ls))


def _rule(data: Mapping[str, Any]) -> Rule:
    wording = data["wording"]
    if not isinstance(wording, Spoken):
        wording = {lang: Wording(*parts) for lang, parts in wording.items()}
    tuples = ("kinds", "supersedes", "checklist", "sources", "wants")
    return Rule(
        **{
            **data,
            **{name: tuple(data[name]) for name in tuples},
            "wording": wording,
            "lists": frozenset(data["lists"]),
        }
    )
