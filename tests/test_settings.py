from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from socialint.errors import SettingsError
from socialint.settings import Settings, find, load, timezone


def written(folder: Path, text: str, name: str = "socialint.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
select = ["CLM", "shouting"]
fail_on = "warning"
timezone = "Europe/Paris"
markdown_bank = true
[brands]
acme = "brands/acme.yaml"
[fields]
text = ["Contenu"]
channels = "media"
[[per_path]]
glob = "fr/**"
ignore = ["shouting"]
brand = "acme"
""",
    )
    settings = load(path)
    assert settings.select == ("CLM", "shouting")
    assert settings.fields == {"text": ("Contenu",), "channels": ("media",)}
    assert settings.root == tmp_path
    assert settings.at(str(tmp_path / "fr" / "a.md"))[0].ignore == ("shouting",)
    assert settings.at(str(tmp_path / "en" / "a.md")) == ()
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301  our own bytes


def test_settings_may_stand_in_pyproject(tmp_path: Path) -> None:
    path = written(tmp_path, '[tool.socialint]\nlang = "fr"\n', "pyproject.toml")
    assert load(path).lang == "fr"
    with pytest.raises(SettingsError) as raised:
        load(written(tmp_path, '[tool.socialint]\nlangue = "fr"\n', "pyproject.toml"))
    assert (raised.value.problems[0].line, raised.value.problems[0].column) == (2, 1)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('selct = ["CLM"]', (1, 1), "select"),
        ('\nfail_on = "errors"', (2, 11), "error"),
        ("[drafts]\nlangs = 'fr'", (2, 1), "lang"),
        ("[[per_path]]\nglob = '*'\n[[per_path]]\nglobe = '*'", (3, 1), "glob"),
        ("per_path = [{glob = '*'},\n # c\n  {glob = 3}]", (3, 11), "glob"),
        ("drafts = {lang = 'fr', langs = 'fr'}", (1, 24), "lang"),
        ('cache_dir = """\n[x]\nlangs = 1\n"""\nlangs = "fr"', (5, 1), "lang"),
        ("[fields]\ntext = ['a',\n  2]", (3, 3), "text"),
        ("select = 3", (1, 10), "select"),
        ("[fields]\ntxt = ['Contenu']", (2, 1), "text"),
        ("select = [", (None, None), "TOML"),
        ("lang = 'fr'\nlang = 'en'\n", (2, 12), "TOML"),
    ],
)
def test_a_mistake_is_named_at_its_place(
    text: str, place: tuple[int | None, int | None], words: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError) as raised:
        load(written(tmp_path, text))
    problem = raised.value.problems[0]
    assert (problem.line, problem.column) == place
    assert words in str(raised.value)


def test_every_mistake_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as raised:
        load(written(tmp_path, "selct = []\nignor = []\n"))
    assert [problem.line for problem in raised.value.problems] == [1, 2]


def test_the_nearest_settings_upwards_hold(tmp_path: Path) -> None:
    posts = tmp_path / "posts" / "fr"
    posts.mkdir(parents=True)
    written(tmp_path, "[tool.other]\n", "pyproject.toml")
    assert find(posts) is None
    top = written(tmp_path, "")
    assert find(posts / "a.md") == top.resolve()
    near = written(posts.parent, "")
    assert find(posts) == near.resolve()


def test_an_unknown_time_zone_is_named() -> None:
    with pytest.raises(SettingsError, match="Europe/Pari"):
        timezone(Settings(timezone="Europe/Pari"))
