"""Every snippet on every page runs, or is accepted by what it is written for."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from needs import ROOT, tool
from pages import BLOCK

from socialint.cli import main
from socialint.cli.commands import COMMANDS
from socialint.draft import Draft, Message
from socialint.formats import FORMATS, Reading
from socialint.linter import Linter
from socialint.profile import Profile
from socialint.schema import schema
from socialint.settings import load
from socialint.text import Source

# pages that other tests follow from top to bottom
FOLLOWED = ("guides/", "tutorial", "library", "contributing")
TITLED = "rule-files"  # the files on it are rules that tests/test_docs_rule_files.py runs
# as long as the pages say: line 7 is asked for
POST = (
    "---\nchannel: linkedin\n---\n"
    "The fair is back on Sunday.\n\nThe gates open at nine.\nBring bags of your own.\n"
)
REPLY = "- {text: We are on it., kind: reply, in_reply_to: My lamp broke., channel: x}\n"


class Snippet(NamedTuple):
    """A block of code on a page."""

    page: str
    number: int
    kind: str
    title: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.number}:{self.kind or 'plain'}"


def snippets() -> Iterator[Snippet]:
    for path in sorted((ROOT / "docs").rglob("*.md")):
        page = path.relative_to(ROOT / "docs").as_posix()
        if not page.startswith(FOLLOWED):
            for number, found in enumerate(BLOCK.finditer(path.read_text("utf-8")), start=1):
                yield Snippet(page, number, found[2], found[3] or "", found[4])


def profile(data: dict[str, Any], folder: Path) -> None:
    path = folder / "brand.yaml"
    shutil.copy(ROOT / "examples" / "voice" / "voice.json", folder)
    path.write_text(yaml.safe_dump({"brand": "Acme", **data}, allow_unicode=True), "utf-8")
    Profile.load(path)


def drafts(text: str, suffix: str) -> list[Draft]:
    found = list(FORMATS[suffix](Source(f"posts/a{suffix}", text), Reading(explicit=True)))
    made = [one for one in found if isinstance(one, Draft)]
    assert found == made
    return made


def is_yaml(snippet: Snippet, folder: Path) -> None:
    """A profile or a part of one, drafts, or a part of a rule."""
    data = yaml.safe_load(snippet.text)
    names = {path.stem: path for path in (ROOT / "src" / "socialint" / "schemas").glob("*.json")}
    if data is None:
        (named,) = re.findall(r"\$schema=\S+/(\S+)\.json", snippet.text)
        assert named in names
    elif isinstance(data, dict) and set(data) <= set(schema("profile")["properties"]):
        profile(data, folder)
    elif isinstance(data, dict) and set(data) == {"wakes"}:
        assert all(isinstance(each, str | list) for each in data["wakes"])
    elif isinstance(data, dict) and set(data) == {"socialint"}:
        (draft,) = drafts(f"text: Bread.\n{snippet.text}", ".yaml")
        names_known(draft)
    elif "posts:" in snippet.text or "todo:" in snippet.text:
        known = {"text", "kind", "in_reply_to", "channel", "profile", "posts", "accounts", "todo"}
        assert {key for each in data for key in each} <= known
    else:
        assert drafts(snippet.text, ".yaml")


def names_known(draft: Draft) -> None:
    """What the draft suppresses are rules, codes, groups or all."""
    rules = Linter().rules
    known = {name for rule in rules for name in (rule.name, rule.code, rule.group)} | {"all"}
    named = {name for one in draft.suppressions for name in one.rules}
    assert named
    assert named <= known


def is_markdown(snippet: Snippet, folder: Path) -> None:
    for draft in drafts(snippet.text, ".md"):
        if "socialint-ignore" in snippet.text:
            names_known(draft)


def is_table(snippet: Snippet, folder: Path) -> None:
    """Each row is a reply, to a thread of several turns."""
    for draft in drafts(snippet.text, ".csv"):
        assert isinstance(draft.in_reply_to, Message)
        assert draft.in_reply_to.earlier


def is_toml(snippet: Snippet, folder: Path) -> None:
    path = folder / "socialint.toml"
    path.write_text(snippet.text, "utf-8")
    load(path)


def is_shell(snippet: Snippet, folder: Path) -> None:
    """Each of our commands runs, in a repository with posts, and finds faults at most."""
    for line in snippet.text.splitlines():
        words = shlex.split(line.partition(" | ")[0].partition(" > ")[0], comments=True)
        if words and words[0] == "socialint":
            filled = [{"FILE": "replies.yaml", "FICHIER": "replies.yaml"}.get(w, w) for w in words]
            assert main([*filled[1:], *(["--yes"] if "init" in filled else [])]) in {0, 1}, line


def is_session(snippet: Snippet, folder: Path) -> None:
    """A brand learns its voice from the approved posts of the example."""
    (line,) = re.findall(r"^\$ socialint (.*)$", snippet.text, re.MULTILINE)
    (approved,) = (word for word in line.split() if word.endswith("/"))
    shutil.copytree(ROOT / "examples" / "voice" / "approved", folder / approved)
    assert main(shlex.split(line)) == 0


def is_output(snippet: Snippet, folder: Path) -> None:
    """What a report looks like is what the tutorial's commands print."""
    tutorial = (ROOT / "docs" / snippet.page.replace("reading", "tutorial")).read_text("utf-8")
    told = [line for line in snippet.text.splitlines() if line.strip()]
    assert [line for line in told[:-1] if line not in tutorial] == []


def is_picture(snippet: Snippet, folder: Path) -> None:
    """A picture or a list: what it names as ours is there."""
    named = re.findall(r"^socialint ([\w-]+)", snippet.text, re.MULTILINE)
    assert set(named) <= set(COMMANDS)
    if "rule.yaml" in snippet.text:
        assert all((ROOT / "rules" / kind).is_dir() for kind in ("classes", "guards", "facts"))


CHECKED: dict[str, Callable[[Snippet, Path], None]] = {
    "": is_picture,
    "console": is_session,
    "csv": is_table,
    "markdown": is_markdown,
    "sh": is_shell,
    "text": is_output,
    "toml": is_toml,
    "yaml": is_yaml,
}


@pytest.fixture
def content(folder: Path) -> Path:
    """A repository with some drafts, one of them staged."""
    (folder / "posts").mkdir()
    for name in ("bags.md", "sacs.md"):
        (folder / "posts" / name).write_text(POST, "utf-8")
    (folder / "replies.yaml").write_text(REPLY, "utf-8")
    git = (tool("git"), "-c", "user.name=a", "-c", "user.email=a@a.example")
    for words in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "a")):
        subprocess.run([*git, *words], cwd=folder, check=True)
    (folder / "posts" / "poster.md").write_text(POST, "utf-8")
    subprocess.run([*git, "add", "."], cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("snippet", [s for s in snippets() if not s.title], ids=str)
def test_a_snippet_is_what_it_says(snippet: Snippet, content: Path) -> None:
    CHECKED[snippet.kind](snippet, content)


def test_files_with_a_name_are_on_pages_that_are_followed() -> None:
    assert {s.page.split(".")[0] for s in snippets() if s.title} == {TITLED}


def test_a_page_has_as_many_snippets_in_each_language() -> None:
    kinds: dict[str, dict[str, list[str]]] = {}
    for one in snippets():
        name, lang = one.page.removesuffix(".md"), "en"
        if name.endswith(".fr"):
            name, lang = name.removesuffix(".fr"), "fr"
        kinds.setdefault(name, {}).setdefault(lang, []).append(one.kind)
    assert {name: told for name, told in kinds.items() if told.get("en") != told.get("fr")} == {}
