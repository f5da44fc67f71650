from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from socialint.cli import commands, progress
from socialint.cli.files import write_whole
from socialint.cli.progress import Progress
from socialint.cli.terminal import look_of

Run = Callable[..., tuple[int, str, str]]

QUOTED = "call 06 39 98 12 34"


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError


def child(code: str, **environment: str) -> subprocess.Popen[bytes]:
    path = os.pathsep.join(sys.path)
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path, **environment},
    )


@pytest.mark.parametrize(
    ("environment", "terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colours_are_for_terminals_unless_the_environment_says_otherwise(
    *,
    environment: dict[str, str],
    terminal: bool,
    colour: bool,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("TERM", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert look_of(Terminal() if terminal else io.StringIO(), "en").colour is colour


@pytest.mark.parametrize(("columns", "width"), [("", 89), ("40", 40), ("400", 100), ("x", 89)])
def test_the_width_follows_columns(
    columns: str, width: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert look_of(Terminal(), "en").width == width


def failing(error: BaseException) -> Callable[..., int]:
    def fail(*_: object) -> int:
        raise error

    return fail


def test_a_bug_is_told_without_a_word_of_the_draft(
    socialint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = ValueError(QUOTED)
    error.__cause__ = KeyError(QUOTED)
    monkeypatch.setattr(commands, "dispatch", failing(error))
    code, out, err = socialint("check", f"--select={QUOTED}", "posts/secret.md")
    assert (code, out) == (3, "")
    assert "    socialint check --select\n" in err
    assert "    ValueError < KeyError\n" in err
    assert "socialint/cli/__init__.py" in err
    assert QUOTED not in err
    assert "secret.md" not in err


def test_a_bug_is_told_in_french(socialint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "dispatch", failing(RuntimeError()))
    code, _, err = socialint("check", "--lang", "fr")
    assert code == 3
    assert err.startswith("socialint s’est arrêté")


def test_an_interrupted_run_says_so_and_exits_as_shells_have_it(
    socialint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "dispatch", failing(KeyboardInterrupt()))
    assert socialint("check", "--lang", "fr") == (130, "", "\nInterrompu.\n")


def test_a_reader_that_leaves_early_is_no_failure() -> None:
    code = (
        "import sys; from socialint.cli.terminal import put;"
        "put(['x' * 100 + '\\n'] * 100000); sys.exit(1)"
    )
    with child(code) as writer:
        assert writer.stdout
        assert writer.stderr
        writer.stdout.read(10)
        writer.stdout.close()
        assert writer.stderr.read() == b""
    assert writer.returncode == 1


def test_what_the_output_cannot_encode_does_not_stop_it() -> None:
    code = "from socialint.cli.terminal import put; put(['\\u2588\\ud800\\n'])"
    with child(code, PYTHONIOENCODING="ascii") as writer:
        out, _ = writer.communicate()
    assert out.strip() == b"\\u2588\\ud800"


def test_help_is_readable_where_letters_are_lacking() -> None:
    code = "from socialint.cli import main; main(['check', '--help', '--lang', 'fr'])"
    with child(code, PYTHONIOENCODING="ascii") as writer:
        out, _ = writer.communicate()
    assert out.startswith(b"utilisation : socialint check")
    assert b"\\x" not in out


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no /dev/stdout")
def test_a_report_can_be_written_to_a_pipe() -> None:
    code = (
        "from pathlib import Path; from socialint.cli.files import write_whole;"
        "write_whole(Path('/dev/stdout'), ['whole'])"
    )
    with child(code) as writer:
        out, _ = writer.communicate()
    assert out == b"whole"


def test_progress_shows_after_a_while_and_wipes_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 0.1, 0.6, 0.6, 0.65, 0.9, 0.9])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    terminal = Terminal()
    with Progress("fr", terminal) as heard:
        for count in range(4):
            heard(count, f"posts/{count}\x1b.md")
    assert terminal.getvalue() == (
        "\r\x1b[2K1 fichier · posts/1␛.md\r\x1b[2K3 fichiers · posts/3␛.md\r\x1b[2K"
    )


def test_a_short_run_shows_no_progress(folder: Path) -> None:
    terminal = Terminal()
    with Progress("en", terminal) as heard:
        heard(0, "a.md")
    assert terminal.getvalue() == ""


def test_a_file_is_written_whole_or_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    write_whole(path, ["a", "é\n"])
    assert path.read_bytes() == "aé\n".encode()
    with pytest.raises(ZeroDivisionError):
        write_whole(path, (str(1 // number) for number in (1, 0)))
    assert path.read_bytes() == "aé\n".encode()
    assert [each.name for each in tmp_path.iterdir()] == ["report.json"]


def test_help_needs_none_of_the_heavy_modules() -> None:
    heavy = {"spacy", "jsonschema", "textstat", "nltk", "yaml", "importlib.metadata"}
    code = (
        "import sys; before = set(sys.modules); from socialint.cli import main;"
        "main(['check', '--help']);"
        f"sys.exit(' '.join({heavy!r} & (set(sys.modules) - before)))"
    )
    with child(code) as writer:
        _, err = writer.communicate()
    assert err.strip() == b""
