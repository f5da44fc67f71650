"""Packs: what is read, what is refused and where, what is kept."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from socialint.checks import CHECKS
from socialint.errors import PackError, Problem
from socialint.layers.phrases import PHRASES
from socialint.layers.view import View
from socialint.locale import describe
from socialint.rulepack import (
    Pack,
    compile_pack,
    load_pack,
    merged,
    packs,
    read_examples,
    read_pack,
)
from socialint.rulepack.packed import dump, parse

PACK = Path(__file__).parent / "data" / "pack"
RULE = "wording/empty-promise"


def test_a_pack_is_read_and_its_words_are_found() -> None:
    pack = read_pack(PACK, CHECKS)
    assert [rule.name for rule in pack.rules] == ["empty-promise"]
    view = View("We never fail. We hope so.", "en", lexicons=merged([pack]))
    found = view.layer(PHRASES)["empty-promise/terms"]
    assert [(match.start, match.end, match.weight, match.note) for match in found] == [
        (0, 13, 3, ""),
        (15, 22, 1, "soft"),
    ]


def test_what_is_compiled_loads_as_what_is_read() -> None:
    assert load_pack(compile_pack(PACK), str(PACK)) == read_pack(PACK, CHECKS)


def test_a_pack_is_written_and_read_as_it_was() -> None:
    text = dump(compile_pack(PACK)).encode()
    assert load_pack(parse(text), str(PACK)) == read_pack(PACK, CHECKS)
    for broken in (text[:-1], text + b"x", text[: len(text) // 2], b""):
        with pytest.raises(ValueError, match=r"cut off|not found|Expecting value|Unterminated"):
            parse(broken)


def test_examples_are_read_with_their_lines() -> None:
    examples = read_examples(PACK / RULE)
    assert [(example.lang, example.bad, example.line) for example in examples] == [
        ("en", True, 14),
        ("en", True, 15),
        ("en", False, 17),
        ("fr", True, 13),
        ("fr", False, 15),
    ]
    assert examples[1].fields == {"kind": "post"}


MISTAKES = [
    ("rule.yaml", "severity: warning", "severity: grave", "not-one-of", 3, 11),
    ("rule.yaml", "severity: warning", "severity: {thin: info}", "missing-key", 3, 1),
    ("rule.yaml", "severity: warning", "severity: [info]", "wrong-type-string-object", 3, 11),
    ("rule.yaml", "status: stable", "statsu: stable", "unknown-key-near", 5, 1),
    ("rule.yaml", "status: stable", "check: phrases", "duplicate-key", 7, 1),
    ("rule.yaml", "status: stable", "since: 0.2\nstatus: stable", "duplicate-key", 11, 1),
    ("rule.yaml", 'since: "0.1"', "since: 0.1", "wrong-type-string", 10, 8),
    ("rule.yaml", "kinds: [post]", "kinds: post", "wrong-type-array", 6, 8),
    ("rule.yaml", "kinds: [post]", "kinds: []", "too-few", 6, 8),
    ("rule.yaml", "code: TST001", "code: tst1", "wrong-form", 1, 7),
    ("rule.yaml", "code: TST001\n", "", "missing-key", 1, 1),
    ("rule.yaml", "kinds: [post]", "kinds: [post", "yaml-unreadable", 7, 6),
    ("rule.yaml", "kinds: [post]", "kinds: &a [post]", "yaml-alias", 6, 8),
    ("rule.yaml", "kinds: [post]", "kinds: !!set {post}", "yaml-tag", 6, 8),
    ("rule.yaml", "kinds: [post]", "? [a]\n: 1", "yaml-key", 6, 3),
    ("rule.yaml", 'since: "0.1"', "---\na: b", "yaml-documents", 10, 1),
    ("rule.yaml", "name: empty-promise", "name: empty-words", "folder-name", 2, 7),
    ("rule.yaml", "check: phrases", "check: phrase", "unknown-check", 7, 8),
    ("rule.yaml", "params: {least: 2}", "params: {least: 9}", "not-one-of", 8, 17),
    ("rule.yaml", "params: {least: 2}", "params: {lest: 2}", "unknown-key-near", 8, 10),
    ("rule.yaml", "classes: [surety]", "classes: [sureté]", "unknown-class", 9, 11),
    ("rule.yaml", "status: stable", "wakes: [term]", "unknown-list", 5, 9),
    ("rule.yaml", "status: stable", "wakes: [terms, [surety, x]]", "unknown-list", 5, 25),
    ("rule.yaml", "status: stable", 'wakes: ["sign:digits"]', "unknown-sign", 5, 9),
    ("rule.yaml", "status: stable", 'wakes: ["day:off"]', "wrong-form", 5, 9),
    ("en.yaml", "message: ", "message: 12 #", "wrong-type-string-object", 1, 10),
    ("en.yaml", "“{quote}”", "{quot}", "unknown-placeholder", 1, 10),
    ("en.yaml", "“{quote}”", "{quote.__class__}", "unknown-placeholder", 1, 10),
    ("en.yaml", "“{quote}”", "{quote:>99999}", "unknown-placeholder", 1, 10),
    ("en.yaml", "“{quote}”", "{quote", "template-braces", 1, 10),
    ("en.yaml", "  terms:\n    weight", "  Terms:\n    weight", "wrong-name", 6, 3),
    ("en.yaml", "    weight: 3", "    weight: 4", "not-one-of", 7, 13),
    ("en.yaml", "    weight: 3", "    guards: [negaton]", "unknown-guard", 7, 14),
    ("en.yaml", "note: soft", "guards: [soft]", "unknown-guard", 11, 45),
    ("en.yaml", "note: soft", "nota: soft", "unknown-key-near", 11, 36),
    ("en.yaml", "[always|never]", "[always|never", "entry-brackets", 9, 9),
    ("en.yaml", "term: we hope", "term: we .. ", "entry-gap", 11, 16),
    ("en.yaml", "fail*", "fa*", "entry-rest", 9, 9),
    ("en.yaml", "fail*", '[x|"', "entry-brackets", 9, 9),
    ("en.yaml", '  good:\n    - "We promise to call you back."\n', "", "missing-key", 12, 1),
    ("en.yaml", "note: soft", "object: [a .. b]", "entry-object", 11, 16),
]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACK, tmp_path / "pack"))


def refused(folder: Path) -> PackError:
    with pytest.raises(PackError) as error:
        read_pack(folder, CHECKS)
    return error.value


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[3])
def test_a_mistake_is_named_at_its_line_and_column(
    pack: Path, mistake: tuple[str, str, str, str, int, int]
) -> None:
    file, old, new, *expected = mistake
    path = pack / RULE / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    problems = refused(pack).problems
    assert (path.as_posix(), *expected) in [
        (found.path, found.code, found.line, found.column) for found in problems
    ]
    for lang in ("en", "fr"):
        for found in problems:
            assert describe(found, lang).startswith(f"{found.where}: ")


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def another(pack: Path) -> Path:
    """A second rule in the pack."""
    other = Path(shutil.copytree(pack / RULE, pack / "wording" / "other"))
    edit(other / "rule.yaml", "empty-promise", "other")
    edit(other / "rule.yaml", "TST001", "TST002")
    return other


def test_a_rule_may_have_a_param_of_another_with_its_classes(pack: Path) -> None:
    other = another(pack)
    edit(other / "rule.yaml", "params: {least: 2}", "params: {least: {of: empty-promise}}")
    edit(other / "rule.yaml", "classes: [surety]", "classes: []")
    edit(pack / RULE / "rule.yaml", "params: {least: 2}", "params: {least: 3}")
    rules = {rule.name: rule for rule in read_pack(pack, CHECKS).rules}
    assert rules["other"].params == {"least": 3}


@pytest.mark.parametrize("lender", ["other", "nobody"])
def test_a_param_that_is_not_lent_is_refused_at_its_place(pack: Path, lender: str) -> None:
    edit(pack / RULE / "rule.yaml", "params: {least: 2}", f"params: {{least: {{of: {lender}}}}}")
    edit(another(pack) / "rule.yaml", f"params: {{least: {{of: {lender}}}}}", "params: {}")
    path = (pack / RULE / "rule.yaml").as_posix()
    assert [(found.path, found.line, found.column) for found in refused(pack).problems] == [
        (path, 8, 17)
    ]


def test_a_language_comes_in_rule_by_rule(pack: Path) -> None:
    another(pack)
    assert read_pack(pack, CHECKS).unspoken == {}
    (pack / RULE / "de.yaml").write_bytes((pack / RULE / "en.yaml").read_bytes())
    found = read_pack(pack, CHECKS)
    assert (found.languages, found.unspoken) == (("de", "en", "fr"), {"de": ["other"]})


def test_a_rule_that_looks_for_no_words_of_its_own_speaks_every_language(pack: Path) -> None:
    other = another(pack)
    for lang in ("en", "fr"):
        text = (other / f"{lang}.yaml").read_text("utf-8")
        (other / f"{lang}.yaml").write_text(re.sub(r"(?ms)^lists:\n.*?(?=^\w)", "", text), "utf-8")
    edit(other / "rule.yaml", "phrases\nparams: {least: 2}\nclasses: [surety]", "over-length")
    (pack / RULE / "de.yaml").write_bytes((pack / RULE / "en.yaml").read_bytes())
    assert read_pack(pack, CHECKS).unspoken == {}


def test_a_rule_without_any_language_is_refused(pack: Path) -> None:
    other = another(pack)
    for lang in ("en", "fr"):
        (other / f"{lang}.yaml").unlink()
    found = refused(pack).problems
    assert [(problem.code, problem.args) for problem in found] == [
        ("missing-language", {"name": "other"})
    ]


def test_a_guard_without_words_in_a_language_is_told_at_its_place_once(
    pack: Path, tmp_path: Path
) -> None:
    words = (pack / RULE / "en.yaml").read_text("utf-8")
    words = words.replace("note: soft", "guards: [quotation, negation], note: soft")
    for name in (RULE, another(pack).relative_to(pack)):
        (pack / name / "de.yaml").write_text(words, "utf-8")
    row = words[: words.index("negation")].split("\n")
    place = (pack / RULE / "de.yaml").as_posix(), len(row), len(row[-1]) + 1
    args = {"name": "negation", "lang": "de", "list": "negation"}
    assert read_pack(pack, CHECKS).notices == (Problem("wordless-guard", *place, args),)
    twice = [packs([pack], CHECKS, cache_dir=tmp_path / "cache")[0].notices for _ in range(2)]
    assert twice == [read_pack(pack, CHECKS).notices] * 2
    beside = read_pack(pack, CHECKS)._replace(cues={"negation-after": ["de"]}, shared=frozenset())
    assert read_pack(pack, CHECKS, [beside]).notices == ()
    own = pack / "guards" / "negation" / "de.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("terms: [nie, kein]\n", "utf-8")
    assert read_pack(pack, CHECKS).notices == ()


@pytest.mark.parametrize("key", ["name", "code"])
def test_a_name_or_code_of_another_pack_is_taken(pack: Path, tmp_path: Path, key: str) -> None:
    other = Path(shutil.copytree(pack, tmp_path / "other"))
    if key == "code":
        (other / RULE).rename((other / RULE).with_name("vow"))
        edit((other / RULE).with_name("vow") / "rule.yaml", "empty-promise", "vow")
    else:
        edit(other / RULE / "rule.yaml", "TST001", "TST002")
    shutil.rmtree(other / "classes")
    edit(next(other.glob("*/*/rule.yaml")), "classes: [surety]", "classes: []")
    with pytest.raises(PackError) as raised:
        packs([other, pack], CHECKS, cache_dir=tmp_path / "cache")
    (problem,) = raised.value.problems
    assert (problem.code, problem.args["what"]) == ("taken", key)
    line = 2 if key == "name" else 1
    assert (problem.path, problem.line) == ((pack / RULE / "rule.yaml").as_posix(), line)
    name = "vow" if key == "code" else "empty-promise"
    assert problem.args["other"].endswith(f"{name}/rule.yaml:{line}")


def test_a_pack_may_be_installed_beside_its_own_source(pack: Path, tmp_path: Path) -> None:
    shutil.rmtree(pack / "classes")
    edit(pack / RULE / "rule.yaml", "classes: [surety]", "classes: []")
    installed = Path(shutil.copytree(pack, tmp_path / "environment" / pack.name))
    found = packs([installed, pack], CHECKS, cache_dir=tmp_path / "cache")
    assert [[rule.name for rule in one.rules] for one in found] == [["empty-promise"]] * 2


@pytest.mark.parametrize("key", ["name", "code"])
def test_a_name_or_code_is_taken_once(pack: Path, key: str) -> None:
    other = Path(shutil.copytree(pack / RULE, pack / "zz" / "empty-promise"))
    if key == "code":
        other = other.rename(other.with_name("other"))
        edit(other / "rule.yaml", "empty-promise", "other")
    else:
        edit(other / "rule.yaml", "TST001", "TST002")
    found = refused(pack).problems
    assert [(problem.code, problem.args["what"]) for problem in found] == [("taken", key)]


def test_several_mistakes_are_told_at_once(pack: Path) -> None:
    edit(pack / RULE / "rule.yaml", "warning", "grave")
    edit(pack / RULE / "rule.yaml", "status", "statsu")
    edit(pack / RULE / "fr.yaml", "why:", "pourquoi:")
    assert [problem.code for problem in refused(pack).problems] == [
        "not-one-of",
        "unknown-key-near",
        "missing-key",
        "unknown-key",
    ]


def test_the_nearest_key_alone_is_named(pack: Path) -> None:
    edit(pack / RULE / "rule.yaml", "status: stable", "statsu: stable")
    assert "did you mean `status`?" in str(refused(pack))
    assert "la plus proche\u00a0: `status`" in describe(refused(pack).problems[0], "fr")


def test_where_no_key_is_near_all_are_named(pack: Path) -> None:
    edit(pack / RULE / "rule.yaml", "status: stable", "zzz: stable")
    assert "use one of: check, checklist, classes, " in str(refused(pack))
    assert "utilisez l’une de celles-ci\u00a0: check, checklist, classes, " in describe(
        refused(pack).problems[0], "fr"
    )


def test_a_folder_that_is_no_pack_is_named(tmp_path: Path) -> None:
    assert [problem.code for problem in refused(tmp_path).problems] == ["empty-pack"]
    assert [problem.code for problem in refused(tmp_path / "x").problems] == ["no-such-pack"]


def test_a_file_that_is_not_text_or_of_no_language_is_named(pack: Path) -> None:
    (pack / RULE / "fr.yaml").write_bytes(b"why: \xff")
    (pack / RULE / "English.yaml").write_text("why: x", "utf-8")
    assert [problem.code for problem in refused(pack).problems] == ["stray-file", "not-readable"]


def test_words_of_any_language_need_no_message(pack: Path) -> None:
    neutral = pack / RULE / "und.yaml"
    neutral.write_text("lists: {terms: {terms: [lorem ipsum]}}", "utf-8")
    lexicons = read_pack(pack, CHECKS).lexicons
    assert sorted(lexicons) == ["en", "fr", "und"]


def test_a_pack_is_read_once_per_content(pack: Path, tmp_path: Path) -> None:
    proved: list[str] = []
    heard: list[str] = []

    def prove(found: Pack, beside: Sequence[Pack]) -> list[Problem]:
        assert not beside
        proved.append(found.name)
        return []

    def load() -> Pack:
        cache = tmp_path / "cache"
        return packs([pack], CHECKS, cache_dir=cache, prove=prove, compiling=heard.append)[0]

    first = load()
    assert (load(), proved, heard) == (first, ["pack"], ["pack"])
    edit(pack / RULE / "en.yaml", "we hope", "we wish")
    assert load() != first
    assert proved == heard == ["pack", "pack"]


def test_a_pack_whose_examples_fail_is_refused_and_not_kept(pack: Path, tmp_path: Path) -> None:
    failing = Problem("empty-pack", "x", 1, 1)
    for _ in range(2):
        with pytest.raises(PackError) as error:
            packs([pack], CHECKS, cache_dir=tmp_path / "cache", prove=lambda *_: [failing])
        assert error.value.problems == (failing,)


@pytest.mark.parametrize("content", [b"", b"{", b"{}", b"[]", b'{"version": 1}', b"\xff", None])
def test_a_corrupt_or_unwritable_cache_never_fails(
    pack: Path, tmp_path: Path, content: bytes | None
) -> None:
    cache = tmp_path / "cache"
    if content is None:
        cache.write_text("a file where the folder should be", "utf-8")
    expected = packs([pack], CHECKS, cache_dir=cache)
    for kept in cache.glob("packs/*") if content is not None else ():
        kept.write_bytes(content or b"")
    assert packs([pack], CHECKS, cache_dir=cache) == expected


def test_a_pack_may_use_the_classes_of_those_before_it_but_not_take_their_names(
    pack: Path, tmp_path: Path
) -> None:
    base = Path(shutil.copytree(pack, tmp_path / "base"))
    shutil.rmtree(pack / "classes")
    other = (pack / RULE).rename((pack / RULE).with_name("vow"))
    edit(other / "rule.yaml", "empty-promise", "vow")
    edit(other / "rule.yaml", "TST001", "TST002")
    assert len(packs([base, pack], CHECKS, cache_dir=tmp_path / "cache")) == 2
    with pytest.raises(PackError, match="surety"):
        packs([base, base], CHECKS, cache_dir=tmp_path / "cache")
