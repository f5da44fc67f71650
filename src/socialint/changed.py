"""What git says has changed: the lines of files, and the content that is staged."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from socialint.errors import Problem, SettingsError
from socialint.finding import Finding
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Position

_FILE = regex(r"^\+\+\+ (?:\"(?P<quoted>b/.*)\"|(?P<plain>b/.*?)|/dev/null)\t?$")
_HUNK = regex(r"^@@ -\S+ \+(?P<first>\d+)(?:,(?P<count>\d+))? @@")
_BINARY = regex(r"^Binary files .* and (?:\"(?P<quoted>b/.*)\"|(?P<plain>b/.*)) differ$")
_DIFF = (
    "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames",
    "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip
# HEAD of a repository without commits
_NOTHING = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

# from a line to another, both counted; None: all of them
Lines = Sequence[tuple[int, int]] | None


class Changed(NamedTuple):
    """The changed lines of files by their real paths; what is staged, where the disk differs."""

    lines: Mapping[str, Lines]
    staged: Mapping[str, bytes]

    def concerns(self, finding: Finding) -> bool:
        """Whether the finding, or what it rests on, stands in a line that has changed."""
        if finding.start is None or finding.end is None:
            return os.path.realpath(finding.path) in self.lines
        places = [(finding.start, finding.end)]
        places += [(clue.start, clue.end) for clue in finding.evidence]
        return any(self.holds(finding.path, *place) for place in places)

    def holds(self, path: str, start: Position, end: Position) -> bool:
        """Whether a line from `start` to `end` has changed."""
        path = os.path.realpath(path)
        lines = self.lines.get(path, ())
        return lines is None or any(
            start.line <= last and first <= end.line for first, last in lines
        )


def since(revision: str, folder: Path) -> Changed:
    """What has changed in the repository of `folder` since it left `revision`.

    Files that git does not know yet are new.  Raises SettingsError where there is no git, no
    repository or no such revision.
    """
    top = _top(folder, "--diff")
    commit = _git(
        top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if commit is None:
        raise SettingsError(Problem("no-such-revision", "--diff", args={"name": revision}))
    base = _git(top, "merge-base", "HEAD", commit.decode().strip()) or commit
    text = _git(top, *_DIFF, base.decode().strip(), "--") or b""
    lines = _parsed(text, top)
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z") or b""
    lines.update({_path(top, name): None for name in new.split(b"\0") if name})
    return Changed(_whole_where_lines_differ(lines, {}), {})


def staged(folder: Path) -> Changed:
    """What is staged for the next commit; raises SettingsError where there is no repository."""
    top = _top(folder, "--staged")
    head = _git(top, "rev-parse", "--verify", "--quiet", "HEAD")
    base = head.decode().strip() if head else _NOTHING
    lines = _parsed(_git(top, *_DIFF, "--cached", base, "--") or b"", top)
    other = _git(top, "diff", "--name-only", "--no-ext-diff", "-z") or b""
    apart = {_path(top, name): os.fsdecode(name) for name in other.split(b"\0") if name}
    contents = {
        path: content
        for path, name in apart.items()
        if path in lines and (content := _git(top, "show", f":{name}")) is not None
    }
    return Changed(_whole_where_lines_differ(lines, contents), contents)


def _top(folder: Path, option: str) -> Path:
    try:
        found = _git(folder, "rev-parse", "--show-toplevel")
    except OSError as error:
        raise SettingsError(Problem("no-git", option)) from error
    if found is None:
        raise SettingsError(Problem("no-repository", option, args={"folder": str(folder)}))
    return Path(os.path.realpath(os.fsdecode(found.rstrip(b"\r\n"))))


def _git(folder: Path, *argv: str) -> bytes | None:
    """What git prints; None if it fails."""
    command = ["git", "-c", "core.quotePath=false", *argv]
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    done = subprocess.run(  # noqa: S603  git itself, with options of ours and a proved revision
        command, cwd=folder, env=environment, capture_output=True, check=False
    )
    return done.stdout if done.returncode == 0 else None


def _parsed(text: bytes, top: Path) -> dict[str, Lines]:
    lines: dict[str, list[tuple[int, int]] | None] = {}
    path = ""
    for line in text.decode("utf-8", "surrogateescape").split("\n"):
        if line.startswith("+++ ") and (match := _FILE.match(line)):
            path = _named(match.groupdict(), top)
            if path:
                lines.setdefault(path, [])
        elif line.startswith("Binary files ") and (match := _BINARY.match(line)):
            lines[_named(match.groupdict(), top)] = None
        elif line.startswith("@@ ") and path and (match := _HUNK.match(line)):
            first, count = int(match["first"]), int(match["count"] or 1)
            # where lines were only taken away, those around the gap have changed
            span = (first, first + count - 1) if count else (first, first + 1)
            known = lines[path]
            if known is not None:
                known.append(span)
    return dict(lines)


def _named(groups: Mapping[str, str | None], top: Path) -> str:
    if quoted := groups.get("quoted"):
        from codecs import escape_decode  # noqa: PLC0415  only for names with odd signs

        name: bytes = escape_decode(quoted.encode("utf-8", "surrogateescape"))[0]
        return _path(top, name[2:])
    plain = groups.get("plain")
    return _path(top, plain[2:].encode("utf-8", "surrogateescape")) if plain else ""


def _path(top: Path, name: bytes) -> str:
    return os.path.realpath(top / os.fsdecode(name))


def _whole_where_lines_differ(
    lines: Mapping[str, Lines], contents: Mapping[str, bytes]
) -> dict[str, Lines]:
    """Git ends lines at LF only: a file where a CR alone ends one counts as changed all over."""
    return {path: None if _has_lone_cr(path, contents) else found for path, found in lines.items()}


def _has_lone_cr(path: str, contents: Mapping[str, bytes]) -> bool:
    try:
        data = contents.get(path) or Path(path).read_bytes()
    except OSError:
        return False
    return data.count(b"\r") != data.count(b"\r\n")
