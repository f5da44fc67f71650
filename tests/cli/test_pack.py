"""`socialint pack`, `new-rule` and `new-pack`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from socialint.errors import PackError, Problem

Run = Callable[..., tuple[int, str, str]]


def test_a_new_pack_is_sound_and_finds_its_words(folder: Path, socialint: Run) -> None:
    assert socialint("new-pack", "mine")[0] == 0
    assert socialint("new-rule", "hollow-invitation", "--pack", "mine")[0] == 0
    assert socialint("pack", "check", "mine")[:2] == (0, "mine: 2 rules, all sound\n")
    codes = [
        re.findall(r"^code: (\w+)", path.read_text("utf-8"), re.MULTILINE)
        for path in sorted(folder.glob("mine/*/*/rule.yaml"))
    ]
    assert codes == [["MINE001"], ["MINE002"]]


@pytest.mark.parametrize(
    ("codes", "options", "made"),
    [
        (["HSE004", "HSE002"], [], "words/hollow HSE005"),
        (['"HSE004"'], [], "words/hollow HSE005"),
        (["HSE001", "ODD700", "HSE999"], [], "words/hollow HSE002"),
        (["HSE001"], ["--group", "ODD"], "odd/hollow ODD001"),
        ([], [], "mine/hollow MINE001"),
    ],
)
def test_a_new_rule_goes_on_where_the_pack_is(
    folder: Path, socialint: Run, codes: Sequence[str], options: Sequence[str], made: str
) -> None:
    for number, code in enumerate(codes):
        rule = folder / "mine" / "words" / f"rule-{number}" / "rule.yaml"
        rule.parent.mkdir(parents=True)
        rule.write_text(f"code: {code}\nname: rule-{number}\n", "utf-8")
    assert socialint("new-rule", "hollow", "--pack", "mine", *options)[0] == 0
    (path,) = folder.glob("mine/*/hollow/rule.yaml")
    (code,) = re.findall(r"^code: (\w+)$", path.read_text("utf-8"), re.MULTILINE)
    assert f"{path.parent.relative_to(folder / 'mine').as_posix()} {code}" == made


def test_a_new_rule_s_files_lead_an_editor_to_their_schema(folder: Path, socialint: Run) -> None:
    socialint("new-pack", "mine")
    for path in folder.glob("mine/*/*/*.yaml"):
        text = path.read_text("utf-8")
        (named,) = re.findall(r"\A# yaml-language-server: \$schema=(\S+)\n", text)
        schema = json.loads((path.parent / named).read_text("utf-8"))
        Draft202012Validator(schema).validate(yaml.safe_load(text))


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["new-rule"], "name the fault"),
        (["new-rule", "Hollow Invitation"], "name the fault"),
        (["new-rule", "shouting"], "already: socialint"),
        (["new-rule", "hollow", "--group", "abc"], "capital letters"),
        (["new-pack", "taken"], "there already"),
        (["pack"], "pack check mypack"),
        (["pack", "check"], "pack check mypack"),
        (["pack", "diff", "a", "b"], "pack check mypack"),
        (["pack", "check", "nowhere"], "nowhere"),
    ],
)
def test_what_can_t_be_done_is_told(
    folder: Path, socialint: Run, argv: Sequence[str], told: str
) -> None:
    (folder / "taken").mkdir()
    (folder / "taken" / "file").touch()
    code, _, said = socialint(*argv)
    assert code == 2
    assert told in said


def test_an_example_that_fails_is_told(folder: Path, socialint: Run) -> None:
    socialint("new-pack", "mine")
    path = folder / "mine" / "mine" / "first-rule" / "en.yaml"
    path.write_text(path.read_text("utf-8").replace("swap] these", "swap] those"), "utf-8")
    code, _, said = socialint("pack", "check", "mine")
    assert code == 2
    assert "en.yaml" in said
    assert "an example fails" in said


def test_a_failing_example_hides_no_notice(folder: Path, socialint: Run) -> None:
    socialint("new-pack", "mine")
    words = folder / "mine" / "mine" / "first-rule"
    text = (words / "en.yaml").read_text("utf-8").replace("swap] these", "swap] those")
    (words / "it.yaml").write_text(text, "utf-8")
    code, _, said = socialint("pack", "check", "mine")
    assert code == 2
    assert "an example fails" in said
    assert "knows no words in `it`" in " ".join(said.split())


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("code: MINE001", "code: BAI201", 2), ("name: first-rule", "name: shouting", 3)],
)
def test_what_a_rule_of_the_program_is_called_is_taken(
    folder: Path, socialint: Run, old: str, new: str, line: int
) -> None:
    socialint("new-pack", "mine")
    path = folder / "mine" / "mine" / "first-rule" / "rule.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    if old.startswith("name"):
        path.parent.rename(path.parents[1] / "shouting")
    (folder / "socialint.toml").write_text('packs = ["mine"]\n', "utf-8")
    for argv in (["pack", "check", "mine"], ["check", "--select", "shouting", "-"]):
        code, _, said = socialint(*argv)
        assert code == 2
        assert f"rule.yaml:{line}:7" in said
        assert "is taken by socialint" in " ".join(said.split())


@pytest.mark.parametrize(
    ("argv", "french"),
    [
        (["new-rule", "third-{lang}", "--pack", "mine"], "est écrit"),
        (["new-pack", "other-{lang}"], "est écrit"),
        (["pack", "check", "mine"], "saine"),
        (["profile", "check", "brand.yaml"], "ne s’y contredit"),
        (["pack"], "prend `check PAQUET`"),
        (["new-rule", "Third"], "pas un nom de règle"),
        (["rules"], "règles"),
        (["init", "--yes", "--force"], "écrit\u00a0: "),
    ],
)
def test_every_command_speaks_as_the_settings_say_unless_asked(
    folder: Path, socialint: Run, argv: Sequence[str], french: str
) -> None:
    socialint("new-pack", "mine")
    (folder / "brand.yaml").write_text("brand: Acme\n", "utf-8")
    told = {}
    for lang in ("fr", "en"):
        (folder / "socialint.toml").write_text(f'lang = "{lang}"\n', "utf-8")
        told[lang] = "".join(socialint(*(word.format(lang=lang) for word in argv))[1:])
    assert told["fr"] != told["en"]
    assert french in told["fr"]


def test_two_versions_of_a_pack_are_compared(folder: Path, socialint: Run) -> None:
    for name in ("old", "new"):
        socialint("new-pack", name, "--group", "ABC")
    path = folder / "new" / "abc" / "first-rule" / "en.yaml"
    words = path.read_text("utf-8").replace("[replace|swap] these", "replace [these|your]")
    path.write_text(words, "utf-8")
    (folder / "post.md").write_text("Swap these words.\n\nReplace your words.\n", "utf-8")
    code, out, _ = socialint("pack", "diff", "old", "new", "post.md")
    assert code == 1
    assert [line.split()[:2] for line in out.splitlines()[:2]] == [
        ["-", "post.md:1:1"],
        ["+", "post.md:3:1"],
    ]
    assert socialint("pack", "diff", "old", "old", "post.md")[0] == 0


def test_a_third_language_comes_in_rule_by_rule(folder: Path, socialint: Run) -> None:
    socialint("new-pack", "mine")
    socialint("new-rule", "second", "--pack", "mine")
    rule = folder / "mine" / "mine" / "second"
    words = (rule / "en.yaml").read_text("utf-8").replace("quotation, negation", "negation")
    words = re.sub(r"(?s)terms:\n      - .*", "terms: [gran noticia]\n", words)
    words += "examples: {bad: [⟦Gran noticia⟧ del mercado.], good: [Una noticia del mercado.]}\n"
    (rule / "es.yaml").write_text(words, "utf-8")
    (folder / "socialint.toml").write_text('packs = ["mine"]\n', "utf-8")
    post = "Gran noticia: el mercado vuelve el sábado por la mañana, con cuarenta puestos."
    (folder / "post.md").write_text(post, "utf-8")

    code, out, said = socialint("pack", "check", "mine")
    assert (code, out.splitlines()[1:]) == (
        0,
        ["mine: 1 rule of 2 speaks `es`; still without it: first-rule"],
    )
    row = words[: words.index("negation")].split("\n")
    notice = f"es.yaml:{len(row)}:{len(row[-1]) + 1}:theguard`negation`knowsnowordsin`es`"
    assert notice in "".join(said.split())

    code, out, said = socialint("check", "post.md", "--format", "json")
    report = json.loads(out)
    assert [finding["rule"] for finding in report["findings"]] == ["second"]
    silent = {each["rule"]: each["reason"] for each in report["not_checked"]}
    assert silent["first-rule"] == "the rule has no words in `es`"
    assert "second" not in silent
    assert notice in "".join(said.split())
    assert "still without it: first-rule" in socialint("rules")[1]
    assert "add `es.yaml`" in socialint("explain", "first-rule")[1]
    assert "es.yaml" not in socialint("explain", "second")[1]
    asleep = socialint("check", "post.md")[1].splitlines()[-1]
    (rule / "es.yaml").unlink()
    assert socialint("check", "post.md")[1].splitlines()[-1].split(" · ")[1:] == [
        asleep.rpartition(" · ")[2]
    ]


@pytest.mark.parametrize(
    "command",
    [("pack", "diff", "old", "new", "post.md"), ("pack", "check", "old"), ("init", "--yes", ".")],
    ids=" ".join,
)
def test_a_terminal_is_told_of_a_pack_that_is_compiled(
    command: Sequence[str], folder: Path, socialint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(*_: object, compiling: Callable[[str], None] | None = None, **__: object) -> None:
        assert compiling, "nobody hears"
        compiling("vows")
        raise PackError(Problem("no-such-pack", "vows"))

    (folder / "post.md").write_text("The bridge opens on Friday.\n", "utf-8")
    monkeypatch.setattr("socialint.engine.build.packs", said)
    monkeypatch.setattr("socialint.rulepack.packs", said)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert "“vows” are new or have changed" in socialint(*command)[2]
