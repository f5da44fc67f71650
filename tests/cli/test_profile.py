"""`socialint profile`: check, learn, diff, show."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

CALM = (
    "The bridge opens on Monday. Buses stop at both ends of it, and the lift works.",
    "The market is back under the trees. Two growers more are there, with a baker.",
    "The path by the mill is closed. The road by the lock is open to bikes and dogs.",
    "There is soup for those who bring a bowl. The choir begins when the bowls are empty.",
)
LOUD = (
    "Guess who is back! Bring your gran! Bring a bag! 🎉🎉 Who is in? Run, run, run to us now!",
)


def bank(path: Path, texts: tuple[str, ...], number: int) -> Path:
    posts = [{"lang": "en", "channel": "x", "text": texts[n % len(texts)]} for n in range(number)]
    path.write_text(json.dumps(posts), encoding="utf-8")
    return path


def test_a_voice_is_learned_shown_and_compared(folder: Path, socialint: Run) -> None:
    bank(folder / "calm.json", CALM, 28)
    bank(folder / "loud.json", LOUD, 28)
    code, out, err = socialint("profile", "learn", "calm.json", "--output", "voice.json")
    assert (code, err) == (0, "")
    assert "en · x: learned from 28 posts" in out
    code, out, _ = socialint("profile", "show", "voice.json")
    assert code == 0
    assert "words per sentence" in out
    assert socialint("profile", "diff", "calm.json", "voice.json")[0] == 0
    code, out, _ = socialint("profile", "diff", "voice.json", "loud.json")
    assert code == 1
    assert "emoji per 100 words" in out


@pytest.mark.parametrize(
    ("voice", "lang", "rows"),
    [
        ("", "en", ["the profile declares no `voice`"]),
        ("", "fr", ["le profil ne déclare pas de `voice`"]),
        ("voice: {address: vous, emoji: {max: 1}}\n", "en", ["address vous", "emoji max 1"]),
    ],
)
def test_the_voice_of_a_profile_is_shown_or_said_to_lack(
    voice: str, lang: str, rows: list[str], folder: Path, socialint: Run
) -> None:
    (folder / "mill.yaml").write_text(f"brand: Mill\nlanguages: [fr]\n{voice}", "utf-8")
    code, out, _ = socialint("profile", "show", "mill.yaml", "--lang", lang)
    assert code == 0
    assert [" ".join(row.split()) for row in out.splitlines()] == ["Mill", *rows]


def test_a_profile_shows_what_was_learned(folder: Path, socialint: Run) -> None:
    bank(folder / "calm.json", CALM, 28)
    assert socialint("profile", "learn", "calm.json", "--output", "voice.json")[0] == 0
    mill = "brand: Mill\nlanguages: [fr]\nvoice: {address: vous, fingerprint: voice.json}\n"
    (folder / "mill.yaml").write_text(mill, "utf-8")
    for form in ("human", "svg"):
        _, alone, _ = socialint("profile", "show", "voice.json", "--format", form, "--lang", "fr")
        code, out, _ = socialint("profile", "show", "mill.yaml", "--format", form, "--lang", "fr")
        assert code == 0
        assert out.endswith(alone)
        assert ("address" in out) == (form == "human")


def test_a_profile_without_a_fingerprint_has_no_drawing(folder: Path, socialint: Run) -> None:
    (folder / "mill.yaml").write_text("brand: Mill\nlanguages: [fr]\n", "utf-8")
    code, out, err = socialint("profile", "show", "mill.yaml", "--format", "svg", "--lang", "en")
    assert (code, out) == (2, "")
    assert "mill.yaml: this file holds no fingerprint" in err


def test_a_drawing_is_svg(folder: Path, socialint: Run) -> None:
    bank(folder / "calm.json", CALM, 28)
    code, out, _ = socialint("profile", "show", "calm.json", "--format", "svg")
    assert code == 0
    assert out.startswith("<svg ")
    assert out.rstrip().endswith("</svg>")


@pytest.mark.parametrize(
    ("posts", "lang", "told"),
    [
        (1, "en", "1 post is too few"),
        (4, "en", "4 posts are too few"),
        (1, "fr", "1 publication, c’est trop peu"),
        (4, "fr", "4 publications, c’est trop peu"),
    ],
)
def test_too_few_posts_are_said_so_and_nothing_is_written(
    posts: int, lang: str, told: str, folder: Path, socialint: Run
) -> None:
    bank(folder / "calm.json", CALM, posts)
    code, out, _ = socialint("profile", "learn", "calm.json", "--lang", lang)
    assert code == 1
    assert told in out
    assert not (folder / "voice.json").exists()


def test_a_learned_voice_wakes_the_rule(folder: Path, socialint: Run) -> None:
    bank(folder / "calm.json", CALM, 60)
    socialint("profile", "learn", "calm.json", "--output", "voice.json")
    (folder / "mill.yaml").write_text("brand: Mill\nvoice: {fingerprint: voice.json}\n", "utf-8")
    bank(folder / "drafts.json", (LOUD[0] + " " + LOUD[0],), 1)
    code, out, _ = socialint(
        "check", "drafts.json", "--profile", "mill.yaml", "--select", "fingerprint-outlier"
    )
    assert code == 0
    assert "fingerprint-outlier" in out


@pytest.mark.parametrize(
    ("text", "code", "place", "said"),
    [
        ("brand: Mill\n", 0, "", "nothing contradicts itself"),
        ("brand: Mill\nvoice: {adress: tu}\n", 2, "2:9", "address"),
        ("brand: Mill\nlanguages: [en]\nvoice: {address: tu}\n", 1, "3:9", "no French"),
        (
            "brand: Mill\nvoice:\n  register: casual\n  dimensions: {formality: 1.5}\n",
            *(1, "3:13", "opposite"),
        ),
        (
            """brand: Mill
voice: {register: casual}
campaigns: [{name: fair, voice: {dimensions: {formality: 1.5}}}]
""",
            *(1, "3:46", "opposite"),
        ),
        (
            "brand: Mill\nvoice: {dimensions: {formality: 1}, en: {register: casual}}\n",
            *(1, "2:52", "opposite"),
        ),
        ("brand: Mill\nlanguages: [fr]\nvoice: {en: {}}\n", 1, "3:9", "none of the"),
        (
            "brand: Mill\nlanguages: [fr]\nvoice: {readability: {en: [40, 80]}}\n",
            *(1, "3:23", "none of the"),
        ),
        (
            "brand: Mill\nlanguages: [fr-CA, en]\nvoice: {address: tu, fr: {address: vous}}\n",
            *(0, "", "nothing contradicts itself"),
        ),
        ("brand: Mill\nvoice: {readability: {fr: [80, 45]}}\n", 1, "2:27", "above its end"),
        ("brand: Mill\nvoice: {fingerprint: v.json}\n", 1, "2:22", "v.json"),
        ("brand: Mill\nvocabulary: {banned: [cheap], prefer: {low: cheap}}\n", 1, "2:45", "banned"),
        ("brand: Mill\naccounts: [{channel: x}]\n", 1, "2:12", "no goal"),
        ("brand: Mill\naccounts: [{channel: x, status: closed}]\n", 1, "2:12", "nobody on"),
        (
            "brand: Mill\nclaims:\n- {id: a, says: b, source: c, expires: 2026-01-01}\n",
            *(1, "3:40", "expired"),
        ),
        ("brand: Mill\nclaims: [{id: a, says: b}]\n", 1, "2:10", "no source"),
    ],
)
def test_a_profile_is_held_to_itself(  # noqa: PLR0917  a table's columns and two fixtures
    folder: Path, socialint: Run, text: str, code: int, place: str, said: str
) -> None:
    (folder / "mill.yaml").write_text(text, encoding="utf-8")
    found, out, err = socialint("profile", "check", "mill.yaml", "--as-of", "2026-06-01")
    assert found == code
    assert said in " ".join((out + err).split())
    assert f"mill.yaml:{place}" in out + err


@pytest.mark.parametrize(
    ("ledger", "code", "place", "said"),
    [
        ("claims:\n- {id: a, says: b, source: c, expires: 2026-01-01}\n", 1, "2:40", "expired"),
        ("claims: [{id: a, says: b}]\n", 1, "1:10", "no source"),
        ("claims: [{id: a}]\n", 2, "1:1", "says"),
    ],
)
def test_a_ledger_of_its_own_is_checked_with_the_profile(  # noqa: PLR0917  as above
    folder: Path, socialint: Run, ledger: str, code: int, place: str, said: str
) -> None:
    (folder / "mill.yaml").write_text("brand: Mill\nclaims: ledger.yaml\n", encoding="utf-8")
    (folder / "ledger.yaml").write_text(ledger, encoding="utf-8")
    found, out, err = socialint("profile", "check", "mill.yaml", "--as-of", "2026-06-01")
    assert found == code
    assert said in out + err
    assert f"ledger.yaml:{place}" in out + err


def test_a_job_that_is_none_is_refused(socialint: Run, folder: Path) -> None:
    assert folder.is_dir()
    code, _, err = socialint("profile", "train")
    assert code == 2
    assert "learn PATH" in err
