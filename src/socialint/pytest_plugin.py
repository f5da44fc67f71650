"""pytest runs the examples of rules: a test for each, where `rule.yaml` lies in a pack.

The packs are named in pytest's settings, from the settings file: `socialint_packs = ["pack"]`.
Without that the plugin does nothing, and imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from socialint.testing import Outcome

PACKS = "socialint_packs"
_OUTCOMES = pytest.StashKey[dict[Path, "Sequence[Outcome]"]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declares the setting."""
    parser.addini(PACKS, "folders of socialint rules whose examples are tests", type="paths")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> RuleFile | None:
    """A rule of one of the packs, with its examples."""
    if file_path.name != "rule.yaml":
        return None
    around = [folder.resolve() for folder in file_path.parents[2:3]]
    if not any(pack.resolve() in around for pack in parent.config.getini(PACKS)):
        return None
    rule: RuleFile = RuleFile.from_parent(parent, path=file_path)
    return rule


class RuleFile(pytest.File):
    """A rule's folder."""

    def collect(self) -> Iterator[Example]:
        """A test for each example, named by its language and line."""
        folder = self.path.parent
        for outcome in self._outcomes():
            if outcome.rule == folder.name:
                name = f"{outcome.example.lang}:{outcome.example.line}"
                item: Example = Example.from_parent(self, name=name)
                item.outcome = outcome
                yield item

    def _outcomes(self) -> Sequence[Outcome]:
        """Those of the whole pack, which is read once."""
        known, pack = self.config.stash.setdefault(_OUTCOMES, {}), self.path.parents[2]
        if pack not in known:
            known[pack] = _run(pack)
        return known[pack]


class Example(pytest.Item):
    """An example, which is found where it is marked or is not found at all."""

    outcome: Outcome

    def runtest(self) -> None:
        """Fails where something else is found, and where a known limit is none any more."""
        todo, right = self.outcome.example.todo, self.outcome.right
        if todo is not None and not right:
            pytest.xfail(todo)
        if todo is not None:
            pytest.fail(f"no limit any more: take `todo` out ({todo})", pytrace=False)
        if not right:
            expected, found = map(_listed, (self.outcome.expected, self.outcome.found))
            text = self.outcome.example.text
            pytest.fail(f"{text}\nexpected: {expected}\nfound:    {found}", pytrace=False)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The place of the example in its file."""
        example = self.outcome.example
        place = self.path.with_name(f"{example.lang}.yaml")
        return place, (example.line or 1) - 1, f"{self.outcome.rule} {self.name}"


def _run(pack: Path) -> Sequence[Outcome]:
    from socialint.errors import SocialintError  # noqa: PLC0415  only where it is used
    from socialint.testing import run_examples  # noqa: PLC0415  as above

    try:
        return tuple(run_examples(pack))
    except SocialintError as error:
        raise pytest.Collector.CollectError(str(error)) from error


def _listed(texts: Sequence[str]) -> str:
    return " ".join(f"⟦{text}⟧" for text in texts) or "nothing"
