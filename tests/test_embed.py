"""What embeds the linter finds what the command line finds, from the installed wheel."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from installed import Environment
from needs import ROOT

pytestmark = pytest.mark.xdist_group("wheel")

EMBED = ROOT / "examples" / "embed"
POOLS = ROOT / "tests" / "data" / "embed" / "pools.py"
# the web view, asked by eight threads at once; a thread's answer goes back to its own draft
BROWSE = """
import io, json, sys
from concurrent.futures import ThreadPoolExecutor
from web import application

def ask(body):
    said = []
    environ = {"CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body)}
    answer = b"".join(application(environ, lambda status, headers: said.append(status)))
    return said[0], json.loads(answer)

drafts = [json.loads(line) for line in open("replies.jsonl", encoding="utf-8")]
bodies = [json.dumps(draft).encode() for draft in drafts] * 8
with ThreadPoolExecutor(8) as pool:
    print(json.dumps([list(pool.map(ask, bodies)), ask(b"[1]"), ask(b"{")]))
"""
# cells as a notebook runs them: one after another, in one namespace
NOTEBOOK = """
import json
cells = json.load(open("quarter.ipynb", encoding="utf-8"))["cells"]
names = {}
for cell in cells:
    if cell["cell_type"] == "code":
        exec(compile("".join(cell["source"]), "cell", "exec"), names)
print(json.dumps([names["posts"], names["found"]]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the examples, out of reach of their neighbours' settings."""
    shutil.copytree(EMBED, tmp_path / "embed", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "embed"


def output(place: Environment, *argv: str | Path, cwd: Path) -> Any:
    done = place.run("python", *argv, cwd=cwd)
    assert done.stderr == ""
    return done.stdout


def findings(
    place: Environment, folder: Path, drafts: Path, lang: str = "en"
) -> list[dict[str, Any]]:
    """What the command line finds in a file of drafts, without what only a feed can show."""
    options = ("--format", "json", "--lang", lang, "--fail-on", "never", "--ignore")
    done = place.run("socialint", "check", *options, "copy-paste-reply", drafts, cwd=folder)
    assert done.stderr == ""
    found: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return found


def written(path: Path, drafts: list[dict[str, Any]]) -> Path:
    lines = (json.dumps(draft, ensure_ascii=False) for draft in drafts)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_scheduler_refuses_what_the_command_line_refuses(
    installed: Environment, folder: Path
) -> None:
    queue = folder / "queue.jsonl"
    said = output(installed, "scheduler.py", queue, cwd=folder)
    decisions = [json.loads(line) for line in said.splitlines()]
    drafts = read(queue)
    assert [one["id"] for one in decisions] == [draft["id"] for draft in drafts]
    assert {one["scheduled"] for one in decisions} == {True, False}
    for decision, draft in zip(decisions, drafts, strict=True):
        found = findings(installed, folder, queue, draft.get("lang", "en"))
        mine = [one for one in found if one["draft"] == draft["id"]]
        assert decision["reasons"] == [one["message"] for one in mine]
        assert decision["scheduled"] == all(one["severity"] != "error" for one in mine)


def test_the_web_view_answers_what_the_command_line_says(
    installed: Environment, folder: Path
) -> None:
    drafts = [
        {"id": "a", "text": "WE ARE OPEN ON SUNDAY AND ON MONDAY!!!", "lang": "en"},
        {"id": "b", "text": "Bonjour, votre colis part [date].", "lang": "fr"},
        {"id": "c", "text": "Thank you, it leaves tomorrow.", "lang": "en"},
    ]
    replies = [
        {**draft, "kind": "reply", "channel": "facebook", "in_reply_to": "When do you open?"}
        for draft in drafts
    ]
    path = written(folder / "replies.jsonl", replies)
    answers, *wrong = json.loads(output(installed, "-c", BROWSE, cwd=folder))
    assert [status for status, _ in wrong] == ["400 Bad Request"] * 2
    assert {status for status, _ in answers} == {"200 OK"}
    for number, (_, report) in enumerate(answers):
        draft = replies[number % len(replies)]
        there = findings(installed, folder, path, str(draft["lang"]))
        mine = [one for one in there if one["draft"] == draft["id"]]
        kept = ("rule", "severity", "quote", "message", "fix", "field", "channel", "fingerprint")
        assert [[one[key] for key in kept] for one in report["findings"]] == [
            [one[key] for key in kept] for one in mine
        ]


def test_the_notebook_finds_what_the_command_line_finds(
    installed: Environment, folder: Path
) -> None:
    posts, found = json.loads(output(installed, "-c", NOTEBOOK, cwd=folder))
    drafts = [
        {"text": text, "lang": lang, "channel": "linkedin", "id": f"{lang} {number}"}
        for lang, texts in posts.items()
        for number, text in enumerate(texts)
    ]
    there = findings(installed, folder, written(folder / "posts.jsonl", drafts))
    assert found
    assert found == [[one["draft"][:2], one["rule"], one["quote"]] for one in there]


def test_threads_and_processes_find_what_the_command_line_finds(
    installed: Environment, folder: Path
) -> None:
    queue = folder / "queue.jsonl"
    pools = json.loads(output(installed, POOLS, queue, cwd=folder))
    assert Path(pools.pop("socialint")).is_relative_to(installed.home)
    there = [
        [one["draft"], one["rule"], one["quote"], one["message"], one["fingerprint"]]
        for one in findings(installed, folder, queue)
    ]
    assert there
    once = [[record for record in there if record[0] == draft["id"]] for draft in read(queue)]
    assert pools == dict.fromkeys(("alone", "threads", "processes"), once * 4)
