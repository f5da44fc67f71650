"""How often rules were right is told from one file, which one command writes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from needs import ROOT

from socialint.cli.measured import Figure, figures, sentence
from socialint.locale import words

sys.path.append(str(ROOT / "benchmarks"))
quality = import_module("quality")
MEASURED: dict[str, Any] = json.loads((ROOT / "rules" / "measured.json").read_text("utf-8"))
RULES = {path.parent.name for path in (ROOT / "rules").glob("*/*/rule.yaml")}
SOME = {
    "drafts": {"fr": {}, "en": {}, "oc": {}},
    "labels": {
        "boast": {
            "rules": ["brag", "swagger"],
            "fr": {"drafts": 8, "found": 6, "false": 1},
            "en": {"drafts": 0, "found": 0, "false": 0},
        }
    },
    "rules": {"brag": {"fr": {"right": 5, "spoken": 6}}},
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "measured.json").write_text(json.dumps(SOME), "utf-8")
    return tmp_path


def test_a_rule_has_its_own_precision_and_the_recall_of_its_label(pack: Path) -> None:
    fr, en = figures(pack, "brag")
    assert fr == Figure("fr", 5, 6, "boast", ("brag", "swagger"), 6, 8)
    assert (fr.precision, fr.recall) == (5 / 6, 0.75)
    assert (en.spoken, en.precision, en.recall) == (0, None, None)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "fr: precision 0.83 (5 of 6 spoken of), recall 0.75 (6 of 8 labelled boast, by 2 "),
        ("fr", "fr\u00a0: précision 0,83 (5 sur 6 signalés), rappel 0,75 (6 sur 8 étiquetés boast"),
    ],
)
def test_figures_are_told_with_what_they_are_a_share_of(lang: str, said: str, pack: Path) -> None:
    assert sentence(figures(pack, "brag")[0], words(lang)["cli"]).startswith(said)


def test_what_nobody_has_counted_has_no_figure(pack: Path, tmp_path: Path) -> None:
    assert figures(pack, "whisper") == ()
    assert figures(tmp_path / "elsewhere", "brag") == ()


def test_explain_gives_the_figures(socialint: Callable[..., tuple[int, str, str]]) -> None:
    rule = next(iter(MEASURED["rules"]))
    _, page, _ = socialint("explain", rule)
    _, out, _ = socialint("explain", rule, "--format", "json")
    found = json.loads(out)["measured"]
    assert {one["lang"]: one["spoken"] for one in found if one["spoken"]} == {
        lang: told["spoken"] for lang, told in MEASURED["rules"][rule].items()
    }
    assert all(f"{one['right']} of {one['spoken']} spoken of" in page for one in found)


def test_what_was_measured_is_possible() -> None:
    for told in MEASURED["rules"].values():
        assert all(0 <= one["right"] <= one["spoken"] for one in told.values())
    for label in MEASURED["labels"].values():
        counts = [one for name, one in label.items() if name != "rules"]
        assert all(0 <= one["found"] <= one["drafts"] for one in counts)


def test_what_was_measured_are_rules_of_ours() -> None:
    assert set(MEASURED["rules"]) <= RULES
    assert {name for label in MEASURED["labels"].values() for name in label["rules"]} <= RULES


@pytest.mark.parametrize("lang", quality.PAGES)
def test_the_page_has_the_figures_of_the_file(lang: str) -> None:
    page = quality.PAGES[lang].read_text("utf-8")
    assert page.partition(quality.MARK)[2].strip() == quality.tables(MEASURED, quality.WORDS[lang])
