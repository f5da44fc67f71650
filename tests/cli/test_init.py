"""The first day: settings and a profile that hold, whatever lies in the folder."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from socialint import settings
from socialint.cli.starter import Answers, profile_text, settings_text
from socialint.locale import languages, words
from socialint.profile import Profile

Run = Callable[..., tuple[int, str, str]]

CALENDAR = """\
Jour;Réseau;Contenu du post
12/05/2026;linkedin;Le marché ouvre samedi à sept heures, venez avec vos paniers. [lien]
13/05/2026;facebook;Soupe et pain de midi à deux heures, sur la place du marché.
"""


@pytest.fixture
def halls(folder: Path) -> Path:
    made = folder / "les-halles"
    made.mkdir()
    (made / "plan.csv").write_text(CALENDAR, "utf-8")
    return made


def test_it_looks_writes_and_ends_with_the_first_check(halls: Path, socialint: Run) -> None:
    code, out, err = socialint("init", "--lang", "fr", str(halls))
    assert (code, err) == (0, "")
    assert out.startswith("2 brouillons dans 1 fichier\n")
    assert "draft-leftover" in out
    loaded = settings.load(halls / "socialint.toml")
    assert loaded.lang == "fr"
    assert loaded.fields == {"text": ("Contenu du post",)}
    assert loaded.drafts == {"lang": "fr"}
    profile = Profile.load(halls / "brand.yaml")
    assert profile.get("brand") == "Les Halles"
    assert profile.get("languages") == ["fr"]
    assert "channel: facebook" in (halls / "brand.yaml").read_text("utf-8")
    assert socialint("check", str(halls))[0] == 1


def test_options_answer_the_questions(halls: Path, socialint: Run) -> None:
    options = ("--brand", 'A "b" c: #1', "--languages", "en, fr", "--address", "vous")
    contacts = ("--contact", "03 53 01 22 10", "--contact", "bonjour@halles.example")
    assert socialint("init", *options, *contacts, str(halls))[0] == 0
    profile = Profile.load(halls / "brand.yaml")
    assert profile.get("brand") == 'A "b" c: #1'
    assert profile.get("languages") == ["en", "fr"]
    assert profile.get("voice.address") == "vous"
    assert profile.get("public_contacts") == ["03 53 01 22 10", "bonjour@halles.example"]


def test_on_a_terminal_it_asks(
    halls: Path, socialint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = io.StringIO("Halles\n\nvous\n03 53 01 22 10, a@halles.example\n")
    monkeypatch.setattr(sys, "stdin", answers)
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code, out, _ = socialint("init", str(halls))
    assert code == 0
    assert "What is the brand called? [Les Halles]" in out
    profile = Profile.load(halls / "brand.yaml")
    assert profile.get("brand") == "Halles"
    assert profile.get("languages") == ["fr"]
    assert profile.get("voice.address") == "vous"
    assert profile.get("public_contacts") == ["03 53 01 22 10", "a@halles.example"]


def test_brands_that_drafts_name_are_declared(folder: Path, socialint: Run) -> None:
    text = "- {brand: mill, text: Bread is out of the oven at seven., lang: en}\n"
    (folder / "posts.yaml").write_text(text * 2, "utf-8")
    assert socialint("init", "--yes")[0] == 0
    assert settings.load(folder / "socialint.toml").brands == {"mill": "brand.yaml"}
    assert Profile.load(folder / "brand.yaml").get("brand") == "mill"


def test_what_is_there_is_not_written_over(halls: Path, socialint: Run) -> None:
    (halls / "brand.yaml").write_text("brand: Mine\n", "utf-8")
    code, _, err = socialint("init", str(halls))
    assert code == 2
    assert "brand.yaml:thisfileistherealready" in "".join(err.split())  # long paths wrap
    assert not (halls / "socialint.toml").exists()
    assert socialint("init", "--force", str(halls))[0] == 0
    assert "Les Halles" in (halls / "brand.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("init gone", "there is no such file or folder"),
        ("init --address sie", "can't be “sie”"),
        ("init --languages fr,xx", "can't be “xx”"),
    ],
)
def test_a_wrong_answer_is_refused(line: str, what: str, folder: Path, socialint: Run) -> None:
    code, _, err = socialint(*line.split())
    assert code == 2
    assert what in " ".join(err.split())
    assert list(folder.iterdir()) == []


def test_an_empty_folder_is_a_place_to_begin(folder: Path, socialint: Run) -> None:
    code, out, _ = socialint("init")
    assert code == 0
    assert out.startswith("0 drafts in 0 files\n")
    assert socialint("check")[0] == 0


# no NUL: neither an argument nor a terminal gives one, and settings refuse it
ODD = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)


@given(st.tuples(ODD, ODD, ODD, ODD), st.sampled_from(languages()))
def test_the_files_are_right_whatever_is_answered(
    tmp_path_factory: pytest.TempPathFactory, odd: tuple[str, str, str, str], lang: str
) -> None:
    brand, column, name, contact = odd
    answers = Answers(brand, ("fr",), "vous", (contact,), ("x",), (column,), (name,))
    say = words(lang)["init"]
    folder = tmp_path_factory.mktemp("init")
    (folder / "socialint.toml").write_bytes(settings_text(answers, lang, say).encode())
    (folder / "brand.yaml").write_bytes(profile_text(answers, say).encode())
    loaded = settings.load(folder / "socialint.toml")
    assert loaded.fields == {"text": (column,)}
    assert loaded.brands == {name: "brand.yaml"}
    profile = Profile.load(folder / "brand.yaml")
    assert (profile.get("brand"), profile.get("public_contacts")) == (brand, [contact])


@pytest.mark.parametrize("lang", languages())
def test_what_is_commented_out_is_right_too(lang: str) -> None:
    answers = Answers("Mill", ("fr", "en"), "", (), ("x", "linkedin"))
    text = profile_text(answers, words(lang)["init"])
    lines = [line.removeprefix("# ") if ":" in line else line for line in text.splitlines()]
    kept = [line for line in lines if not line.startswith("#") and not line.endswith(".")]
    woken = yaml.safe_load("\n".join(line for line in kept if ": " in line or line.endswith(":")))
    assert {"voice", "accounts", "objectives", "disclosure", "confidential"} <= set(woken)
