from __future__ import annotations

import json
from collections.abc import Callable

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(("lang", "count"), [("en", "rules, "), ("fr", "règles, ")])
def test_the_catalogue_names_every_rule_in_the_language(
    lang: str, count: str, socialint: Run
) -> None:
    code, out, _ = socialint("rules", "--lang", lang)
    *rows, blank, _, total = out.splitlines()
    assert (code, blank) == (0, "")
    assert total.startswith(f"{len(rows)} {count}")
    _, out, _ = socialint("rules", "--format", "json", "--lang", lang)
    listed = json.loads(out)["rules"]
    assert [row.split()[:2] for row in rows] == [[rule["code"], rule["name"]] for rule in listed]
    assert [rule["code"] for rule in listed] == sorted(rule["code"] for rule in listed)


@pytest.mark.parametrize(
    ("lang", "mildly"),
    [
        ("en", "warning (where the profile declares no jurisdiction) · “"),
        ("fr", "warning (quand le profil ne déclare aucune juridiction) · «"),
    ],
)
def test_severities_that_vary_are_marked_in_the_catalogue_and_told_case_by_case(
    lang: str, mildly: str, socialint: Run
) -> None:
    _, out, _ = socialint("rules", "--lang", lang)
    severities = {row.split()[1]: row.split()[2] for row in out.splitlines()[:-3]}
    assert severities["missing-ad-disclosure"] == "error*"
    assert severities["shouting"] == "warning"
    assert out.splitlines()[-2].startswith("* ")
    _, page, _ = socialint("explain", "missing-ad-disclosure", "--lang", lang)
    assert page.splitlines()[0].startswith("missing-ad-disclosure  TRN701 · error, warning · ")
    told = " ".join(page.split())
    assert told.index("error · ") < told.index(mildly) < told.rindex("warning · ")


def test_a_case_without_a_message_is_told_by_its_note(socialint: Run) -> None:
    _, out, _ = socialint("explain", "pressure-urgency")
    assert "info (haste with a date) · " in out


def test_what_only_a_finding_knows_is_left_open(socialint: Run) -> None:
    _, out, _ = socialint("rules")
    assert "{" not in out
    assert "…" in out


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_rule_can_be_explained_by_its_name_and_its_code(lang: str, socialint: Run) -> None:
    _, out, _ = socialint("rules", "--format", "json")
    for rule in json.loads(out)["rules"]:
        code, page, _ = socialint("explain", rule["name"], "--lang", lang)
        assert code == 0
        assert page.startswith(f"{rule['name']}  {rule['code']} · ")
        assert socialint("explain", rule["code"].lower(), "--lang", lang)[1] == page


def test_an_explanation_as_json_holds_the_examples_of_every_language(socialint: Run) -> None:
    code, out, _ = socialint("explain", "shouting", "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert data["code"] == "SEL105"
    assert {(each["lang"], each["bad"]) for each in data["examples"]} == {
        (lang, bad) for lang in ("en", "fr") for bad in (True, False)
    }


def test_examples_come_before_parameters_and_moves_take_a_line(socialint: Run) -> None:
    _, out, _ = socialint("explain", "absolute-claim")
    assert out.index("first of all: +2") > out.index("- ")
    assert out.index("speaks from a sum of 2") > out.rindex("\n  - ")
    assert "`most: 6`" in out
    assert "forms" not in out


def test_parameters_are_told_in_the_language_of_the_reader(socialint: Run) -> None:
    _, out, _ = socialint("explain", "hard-sell-density", "--lang", "fr")
    told = out[out.index("Paramètres") :]
    assert "parle à partir d’une somme de 5" in told
    assert "regret promis\u00a0: +3,5" in told
    bare = [line for line in told.splitlines() if line.endswith(("+0,5", "-2,5")) and "`" in line]
    assert all(line.strip().startswith("`") for line in bare)
    assert bare


def test_a_group_is_explained_by_its_rules(socialint: Run) -> None:
    code, out, _ = socialint("explain", "rpl")
    assert code == 0
    assert "evasion" in out
    assert {line.split()[0][:3] for line in out.splitlines() if line[2] != " "} == {"RPL"}


def test_an_unknown_rule_is_told_with_the_nearest(socialint: Run) -> None:
    code, _, err = socialint("explain", "shoutin")
    assert code == 2
    assert "there is no rule “shoutin”" in err
    assert "did you mean `shouting`?" in err
    code, _, err = socialint("explain", "qqqqqqqq", "--lang", "fr")
    assert code == 2
    assert "`socialint rules` les liste" in err
