from __future__ import annotations

import pytest

from socialint.cli.language import system_language


@pytest.mark.parametrize(
    ("argv", "environment", "lang"),
    [
        ("", {}, "en"),
        ("", {"LANG": "fr_FR.UTF-8"}, "fr"),
        ("", {"LANG": "fr"}, "fr"),
        ("", {"LANG": "fr-CA"}, "fr"),
        ("", {"LANG": "de_DE.UTF-8"}, "en"),
        ("", {"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ("", {"LC_MESSAGES": "en_GB.UTF-8", "LC_ALL": "fr_BE"}, "fr"),
        ("", {"LC_ALL": "", "LANG": "fr_FR"}, "fr"),
        ("", {"LC_ALL": "C.UTF-8", "LANG": "fr_FR"}, "en"),
        ("check --lang fr", {}, "fr"),
        ("check --lang=fr a.md", {}, "fr"),
        ("check --lang en", {"LANG": "fr_FR"}, "en"),
        ("check --lang en --lang fr", {}, "fr"),
        ("check --lang xx", {"LANG": "fr_FR"}, "fr"),
        ("check --lang", {"LANG": "fr_FR"}, "fr"),
        ("check -- --lang fr", {}, "en"),
    ],
)
def test_the_option_ranks_over_the_environment(
    argv: str, environment: dict[str, str], lang: str
) -> None:
    assert system_language(argv.split(), environment) == lang
