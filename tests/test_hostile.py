"""Files of a repository that mean harm: refused in words, whatever they hold or lead to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from socialint import Linter, baseline, settings
from socialint.engine.results import Results
from socialint.errors import ProfileError, SettingsError, SocialintError
from socialint.locale import describe
from socialint.profile import Profile
from socialint.settings import Settings, timezone

MANY = 20_000
ENDLESS = "/dev/zero"
needs_devices = pytest.mark.skipif(not Path(ENDLESS).exists(), reason="this system has no devices")


def refused(error: SocialintError) -> str:
    """The code of what is wrong, which has words in both languages."""
    for problem in error.problems:
        assert describe(problem, "fr")
        assert describe(problem, "en")
    return error.problems[0].code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a = " + "[" * MANY, "too-deep"),
        ("select = " + "[" * MANY + "]" * MANY, "too-deep"),
        ("a = " + "{a=" * MANY, "too-deep"),
        (".".join("a" * MANY) + " = 1", "too-deep"),
        ("[" + ".".join(['"a"'] * MANY) + "]", "too-deep"),
        ("a = " + "1" * MANY, "toml-syntax"),
        ("a = 1\0", "toml-syntax"),
        ('profile = "a\\u0000b"', "bytes-nul"),
        ('[brands]\n"a\\u0000" = "b"', "bytes-nul"),
        ('[[per_path]]\nglob = "a\\U00000000"', "bytes-nul"),
        ("# " + "a" * (17 << 20), "file-unreadable"),
    ],
    ids=lambda value: value[:20].replace("\0", " "),
)
def test_settings_that_mean_harm_are_refused(text: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "socialint.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        settings.load(path)
    assert refused(caught.value) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("# [tool.socialint]\na = 1", None), ("tool = 1 # [tool.socialint]", "wrong-type-object")],
)
def test_a_project_file_may_only_speak_of_our_table(
    text: str, code: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(text, encoding="utf-8")
    if code is None:
        assert settings.load(path).select == ()
        return
    with pytest.raises(SettingsError) as caught:
        settings.load(path)
    assert refused(caught.value) == code


@pytest.mark.parametrize(
    "zone", ["../../etc/passwd", "Europe", "/etc/passwd", "a" * 5000, "a\0b", "", "Mars/Olympus"]
)
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    with pytest.raises(SettingsError) as caught:
        timezone(Settings(timezone=zone))
    assert refused(caught.value) == "unknown-timezone"


@pytest.mark.parametrize(
    ("name", "glob"),
    [
        ("feed", "/etc/*"),
        ("feed", ""),
        ("feed", "."),
        ("feed", "**a/b"),
        ("exclude", "!"),
        ("exclude", "*a" * 30 + "b"),
        ("exclude", "posts/" + "*?" * 30),
    ],
)
def test_a_pattern_that_cannot_be_searched_for_is_refused(
    name: str, glob: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError) as caught:
        Linter(Settings(root=tmp_path, **{name: (glob,)}))  # type: ignore[arg-type]  # a list each
    assert refused(caught.value) == "wrong-form"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"profile": "a\0b"}, "path-missing"),
        ({"brands": {"a": "a\0b"}}, "path-missing"),
        ({"packs": ("a\0b",)}, "no-such-pack"),
        ({"baseline": "a\0b"}, "path-missing"),
        pytest.param({"profile": ENDLESS}, "file-unreadable", marks=needs_devices),
        pytest.param({"baseline": ENDLESS}, "baseline-unreadable", marks=needs_devices),
        ({"profile": "."}, "file-unreadable"),
        ({"baseline": "."}, "baseline-unreadable"),
    ],
    ids=str,
)
def test_a_path_that_leads_nowhere_is_refused(
    given: dict[str, object], code: str, tmp_path: Path
) -> None:
    with pytest.raises((SettingsError, ProfileError)) as caught:
        Linter(Settings(root=tmp_path, **given))  # type: ignore[arg-type]  # as a caller may
    assert refused(caught.value) == code


def test_a_cache_folder_that_cannot_be_is_done_without() -> None:
    results = Results(Path("a\0b"), "state")
    results.keep("a.md", b"", (), explicit=False)
    assert results.of("a.md", b"", explicit=False) is None
    results.close()


def test_a_path_with_a_nul_is_missing() -> None:
    (problem,) = Linter(Settings()).check_paths(["a\0b"]).errors
    assert problem.code == "path-missing"


@pytest.mark.parametrize(
    "text",
    [
        "[" * MANY,
        '{"version": 1, "accepted": 5}',
        '{"version": 1, "accepted": [{"rule": "a", "path": "b", "hash": "c", "times": 1e999}]}',
        '{"version": 1, "accepted": [{"rule": "a", "path": "b", "hash": "c", "times": NaN}]}',
        '{"version": 1, "accepted": [["rule"]]}',
        "\ufeff{}",
        "null",
    ],
)
def test_what_is_no_baseline_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "accepted.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        baseline.load(path)
    assert refused(caught.value) == "baseline-unreadable"


VOICE = '{"voices": [{"lang": "en", "posts": 30, "habits": %s, "limits": %s}]}'


@pytest.mark.parametrize(
    "text",
    [
        "[" * MANY,
        "[]",
        '{"voices": [{}]}',
        VOICE % ('{"words": [1, 2, 3, 4]}', "{}"),
        VOICE % ('{"1": {"long": [1, 0, 0, 1]}}', '{"1": 1}'),
        VOICE % ('{"1": {"long": [1, 1, 0]}}', '{"1": 1}'),
        VOICE % ('{"1": {"long": [1, 1, 0, 1e999]}}', '{"1": 1}'),
        VOICE % ("{}", '{"1": "far"}'),
        VOICE % ('{"%s": {}}' % ("9" * 5000), "{}"),
    ],
)
def test_what_is_no_learned_voice_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "voice.json").write_text(text, encoding="utf-8")
    brand = tmp_path / "brand.yaml"
    brand.write_text("brand: Acme\nvoice: {fingerprint: voice.json}\n", encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        Profile.load(brand)
    assert refused(caught.value) == "profile-not-learned"


@pytest.mark.parametrize("limits", ['{"5": 1}', "{}"])
def test_a_voice_of_other_sizes_judges_nothing(limits: str, tmp_path: Path) -> None:
    text = VOICE % ('{"1": {"long": [1, 1, 0, 2]}}', limits)
    (tmp_path / "voice.json").write_text(text, encoding="utf-8")
    brand = tmp_path / "brand.yaml"
    brand.write_text("brand: Acme\nvoice: {fingerprint: voice.json}\n", encoding="utf-8")
    linter = Linter(Settings(root=tmp_path, profile="brand.yaml", select=("fingerprint-outlier",)))
    report = linter.check_text("The heron stood by the weir this morning, quite still. " * 5)
    assert (report.findings, report.errors) == ((), ())


@pytest.mark.parametrize("ledger", [".", '"a\\0b"', "../no/such.yaml"])
def test_a_ledger_that_leads_nowhere_is_refused(ledger: str, tmp_path: Path) -> None:
    brand = tmp_path / "brand.yaml"
    brand.write_text(f"brand: Acme\nclaims: {ledger}\n", encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        Profile.load(brand)
    assert refused(caught.value) in {"path-missing", "file-unreadable"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("name", ["brand.yaml", "claims.yaml", "voice.json"])
def test_a_pipe_is_not_waited_for(name: str, tmp_path: Path) -> None:
    brand = tmp_path / "brand.yaml"
    brand.write_text("brand: A\nclaims: claims.yaml\nvoice: {fingerprint: voice.json}\n", "utf-8")
    (tmp_path / "voice.json").write_text('{"voices": []}', "utf-8")
    (tmp_path / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    with pytest.raises(ProfileError) as caught:
        Profile.load(brand)
    assert refused(caught.value) in {"file-unreadable", "profile-no-file"}
