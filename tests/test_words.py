from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import socialint
from socialint.locale import languages, words

SOURCES = Path(socialint.__file__).parent
NBSP, THIN = "\u00a0", "\u202f"
# what stands between backticks is typed as it is; so are addresses
TYPED = re.compile(r"`[^`]*`|https?://\S+")


def texts(lang: str) -> dict[str, str]:
    """Every text of a language by its path."""

    def walk(value: Any, path: str) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for name, part in value.items():
                yield from walk(part, f"{path}/{name}")
        elif isinstance(value, str):
            yield path, value

    return dict(walk(dict(words(lang)), ""))


def placeholders(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


@pytest.mark.parametrize("lang", [lang for lang in languages() if lang != "en"])
def test_every_language_has_the_texts_of_english(lang: str) -> None:
    assert texts(lang).keys() == texts("en").keys()


@pytest.mark.parametrize("lang", [lang for lang in languages() if lang != "en"])
def test_every_language_fills_in_the_same_words(lang: str) -> None:
    other = texts(lang)
    for path, text in texts("en").items():
        assert placeholders(other[path]) == placeholders(text), path


@pytest.mark.parametrize("lang", languages())
def test_texts_are_trimmed_and_typed_with_curly_apostrophes(lang: str) -> None:
    for path, text in texts(lang).items():
        prose = TYPED.sub("", text)
        assert text == text.strip() or path == "/plural/thousands", path
        assert lang == "en" or "'" not in prose, path


def test_french_signs_have_their_no_break_spaces() -> None:
    for path, text in texts("fr").items():
        prose = TYPED.sub("x", text)
        assert not re.search(rf"[^{NBSP}]»|«[^{NBSP}]", prose), path
        assert not re.search(rf"[^{THIN}«][;!?]", prose), path
        assert not re.search(rf"[^{NBSP}\d.]:(?=\s|$)", prose), path


def test_every_problem_in_the_code_has_its_words() -> None:
    known = words("en")["problems"]
    coded = re.compile(r"\b(?:Problem|problem)\(\s*\"([a-z][a-z-]+)\"")
    for path in sorted(SOURCES.rglob("*.py")):
        for code in coded.findall(path.read_text("utf-8")):
            assert code in known, f"{path.name}: {code}"


def test_keys_are_sorted_so_that_additions_merge() -> None:
    for lang in languages():
        problems = list(words(lang)["problems"])
        assert problems == sorted(problems)


PAGES = sorted((SOURCES.parents[1] / "docs").rglob("*.fr.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_french_pages_have_no_plain_space_before_signs(page: Path) -> None:
    code = re.compile(r"^ *```.*?^ *```$|`[^`\n]*`|\]\([^)]*\)|<[^>\n]*>", re.DOTALL | re.MULTILINE)
    prose = code.sub("x", page.read_text("utf-8"))
    assert not re.findall(r".* [;!?»](?!\w).*|.*« .*|.*\w :(?=\s).*|.*[^\W\d_]'[^\W\d_].*", prose)
