from __future__ import annotations

import re
from collections.abc import Callable

import pytest

Run = Callable[..., tuple[int, str, str]]

COMMANDS = ["check", "rules", "explain"]


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_printed_with_exit_code_0(command: str, flag: str, socialint: Run) -> None:
    code, out, err = socialint(*command.split(), flag)
    assert (code, err) == (0, "")
    assert out.startswith(f"usage: socialint {command}".rstrip())
    assert "\noptions:\n" in out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_french_help_has_no_english_word_of_argparse(command: str, socialint: Run) -> None:
    code, out, _ = socialint("--lang", "fr", *command.split(), "--help")
    assert code == 0
    assert out.startswith("utilisation\u00a0: socialint")
    assert "\noptions\u00a0:\n" in out
    assert not re.search(r"usage|(?<!-)show|positional|FILE\b|default|\{", out)


def test_the_help_of_check_names_every_option_of_the_contract(socialint: Run) -> None:
    _, out, _ = socialint("check", "--help")
    wanted = (
        "--format --select --ignore --profile --fail-on --max-warnings --lang --as-of --output "
        "--no-plugin --stdin-filename"
    )
    for option in wanted.split():
        assert f"\n  {option} " in out


def test_the_version_is_one_line(socialint: Run) -> None:
    code, out, _ = socialint("--version")
    assert code == 0
    assert re.fullmatch(r"socialint [\d.?]+\n", out)


def test_help_fits_a_narrow_terminal(socialint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    for command in ("", *COMMANDS):
        _, out, _ = socialint(*command.split(), "--help")
        assert max(len(line) for line in out.splitlines()) <= 50
