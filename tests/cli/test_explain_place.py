"""`socialint explain PATH:LINE`, and `--why-not RULE`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from socialint.cli import main

POST = """---
lang: en
---
Tag a friend who loves bread!
“Tag a friend”, they say. Don't tag a friend.
Experts agree: call 555 0100.
"""


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "post.md").write_text(POST, encoding="utf-8")
    return "post.md"


def explained(
    capsys: pytest.CaptureFixture[str], *argv: str
) -> dict[str, Sequence[dict[str, str]]]:
    assert main(["explain", *argv, "--format", "json"]) == 0
    data: dict[str, Sequence[dict[str, str]]] = json.loads(capsys.readouterr().out)
    return data


@pytest.mark.parametrize(
    ("place", "rules"),
    [(":4", ["engagement-bait"]), (":4:3", ["engagement-bait"]), (":5:3", []), (":1", [])],
)
def test_a_place_gives_its_findings(
    capsys: pytest.CaptureFixture[str], post: str, place: str, rules: Sequence[str]
) -> None:
    assert [one["rule"] for one in explained(capsys, post + place)["findings"]] == rules


def test_of_a_file_that_is_not_there_nothing_else_is_said(
    capsys: pytest.CaptureFixture[str], post: str
) -> None:
    assert main(["explain", f"no-{post}:4"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"no-{post}" in err


@pytest.mark.parametrize(
    ("line", "rule", "codes"),
    [
        ("5", "engagement-bait", {"apart"}),
        ("6", "vague-authority", {"seen"}),
        ("4", "non-apology", {"kind"}),
        ("4", "readability-off-target", {"wants"}),
        ("4", "shouting", {"quiet"}),
        ("4", "hidden-key-message", {"preview"}),
    ],
)
def test_a_rule_tells_what_holds_it_back(
    capsys: pytest.CaptureFixture[str], post: str, line: str, rule: str, codes: set[str]
) -> None:
    told = explained(capsys, f"{post}:{line}", "--why-not", rule)
    assert codes <= {one["code"] for one in told["reasons"]}


def test_a_line_outside_of_the_drafts_holds_every_rule_back(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    calendar = tmp_path / "calendar.csv"
    calendar.write_text("date,text\n2027-03-01,Bread from nine.\n", "utf-8")
    told = explained(capsys, f"{calendar}:1", "--why-not", "shouting")
    assert {one["code"] for one in told["reasons"]} == {"no-draft"}


@pytest.mark.usefixtures("post")
@pytest.mark.parametrize("more", ["", "--format json", "--why-not shouting"])
@pytest.mark.parametrize(
    ("place", "lang", "told"),
    [
        ("post.md:99", "en", "there is no line 99: the last one is 6 name a line from 1 to 6"),
        ("post.md:0", "en", "there is no line 0: the last one is 6 name a line from 1 to 6"),
        (
            "post.md:7:1",
            "fr",
            "il n’y a pas de ligne 7 : la dernière est la 6 nommez une ligne de 1 à 6",
        ),
        (".:4", "en", "this is a folder, and has no lines name a line of a file in it, as in"),
        (".:4", "fr", "c’est un dossier, qui n’a pas de lignes nommez une ligne d’un de ses"),
    ],
)
def test_a_line_that_is_not_there_is_refused_with_the_cure(
    capsys: pytest.CaptureFixture[str], place: str, lang: str, told: str, more: str
) -> None:
    assert main(["explain", place, "--lang", lang, *more.split()]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert told in " ".join(err.replace("╰", " ").split())


def test_a_rule_of_moves_that_speaks_tells_its_sum(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "claim.md"
    file.write_text("---\nlang: en\n---\nOur bakery makes the best bread in Leeds.\n", "utf-8")
    reasons = explained(capsys, f"{file}:4", "--why-not", "absolute-claim")["reasons"]
    assert {"speaks", "sum", "needs-words", "needs-param"} <= {one["code"] for one in reasons}
    assert main(["explain", f"{file}:4", "--why-not", "absolute-claim"]) == 0
    out = capsys.readouterr().out
    assert "- The rule does find a fault" in out
    assert sum("; weight" in row for row in out.splitlines()) <= 8


def test_people_are_told_the_words_of_the_finding_each_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "claim.md"
    text = "Studies show that bread is good. We have some of it, and that is that."
    file.write_text(f"---\nlang: en\n---\n{text}\n", "utf-8")
    assert main(["explain", f"{file}:4", "--lang", "en"]) == 0
    rows = capsys.readouterr().out.splitlines()
    told = [row.split()[1] for row in rows if "; weight" in row or "Without “" in row]
    assert "4:1" in told
    assert len(set(told)) == len(told)
    assert all(int(place.partition(":")[2]) <= len("Studies show that") for place in told)


def test_a_rule_without_words_says_what_it_judges_by(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "loud.md"
    file.write_text("---\nlang: en\n---\nCOME AND SEE OUR BREAD ON SUNDAY.\n", "utf-8")
    assert main(["explain", f"{file}:4", "--why-not", "shouting"]) == 0
    assert "judges by form" in capsys.readouterr().out


def test_people_are_told_in_their_language(capsys: pytest.CaptureFixture[str], post: str) -> None:
    assert main(["explain", f"{post}:4", "--lang", "fr"]) == 0
    assert "« Tag a friend who loves bread »" in capsys.readouterr().out.replace("\u00a0", " ")


def test_personal_data_stays_masked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text("Claire: +33 6 12 34 56 78", encoding="utf-8")
    main(["explain", f"{tmp_path}/post.md:1"])
    assert "12 34 56" not in capsys.readouterr().out


def test_a_profile_can_be_named_as_for_a_check(
    capsys: pytest.CaptureFixture[str], post: str, tmp_path: Path
) -> None:
    (tmp_path / "mill.yaml").write_text("brand: Mill\nvoice: {exclamation: {max: 0}}\n", "utf-8")
    ask = (f"{post}:4", "--why-not", "limit-exceeded")
    assert [one["code"] for one in explained(capsys, *ask)["reasons"]] == ["wants"]
    found = explained(capsys, *ask, "--profile", "mill.yaml")
    assert [one["rule"] for one in found["findings"]] == ["limit-exceeded"]
    assert "speaks" in found["reasons"][0]["code"]
    assert main(["explain", f"{post}:4", "--profile", "none.yaml"]) == 2
    assert "none.yaml" in capsys.readouterr().err


def test_a_place_is_explained_by_the_settings_that_rule_it(
    capsys: pytest.CaptureFixture[str], post: str, tmp_path: Path
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / post).write_text(POST, "utf-8")
    (tmp_path / "sub" / "socialint.toml").write_text('ignore = ["engagement-bait"]\n', "utf-8")
    assert explained(capsys, f"{post}:4")["findings"]
    assert explained(capsys, f"sub/{post}:4")["findings"] == []


def test_a_path_with_a_nul_is_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "a\0b:3"]) == 2
    assert "no such file" in capsys.readouterr().err


def test_who_asks_for_one_rule_is_not_told_of_others(
    capsys: pytest.CaptureFixture[str], post: str
) -> None:
    assert explained(capsys, f"{post}:4")["need_the_feed"]
    assert not explained(capsys, f"{post}:4", "--why-not", "shouting")["need_the_feed"]
    asked = explained(capsys, f"{post}:4", "--why-not", "identical-copy")
    assert [*map(str, asked["need_the_feed"])] == ["identical-copy"]


def test_a_file_without_a_line_is_told_how(capsys: pytest.CaptureFixture[str], post: str) -> None:
    assert main(["explain", post]) == 2
    assert "posts/launch.md:7" in capsys.readouterr().err


def test_why_not_asks_for_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "shouting", "--why-not", "shouting"]) == 2
    assert "--why-not" in capsys.readouterr().err


HEAD = "---\nlang: en\n"
STUDY = "Studies show that bread is good for you."
SOLD = "Buy now! Only 3 left, the offer ends tonight."


@pytest.mark.parametrize(
    ("head", "text", "rule", "code", "said"),
    [
        # a field, a source in the text, a sentence beside it
        ("sources: [https://a.example/x]\n", STUDY, "vague-authority", "holds-field", "sources"),
        (
            "",
            "Studies by Okoro show that bread helps.",
            "vague-authority",
            "holds-part",
            "Okoro",
        ),
        (
            "",
            f"{STUDY} See [the 2024 survey](https://a.example/s).",
            "vague-authority",
            "holds-",
            "",
        ),
        # a name with its year, in brackets; two sources, each of which is enough
        (
            "",
            "Studies by Okoro (2021) show that bread helps.",
            "vague-authority",
            "holds-part",
            "“Okoro (2021)”",
        ),
        (
            "",
            "Doctors agree on bread: see https://a.example/s and Okoro (2021).",
            "vague-authority",
            "holds-together",
            "Two things",
        ),
        ("", "According to Ofcom, 61 % of homes bake.", "unsourced-statistic", "holds-", ""),
        # whose words they are, and whether they are said at all
        (
            "",
            "“Our bakery makes the best bread”, writes Ana.",
            "absolute-claim",
            "holds-quotation",
            "",
        ),
        (
            "",
            "Does our bakery make the best bread in Leeds?",
            "absolute-claim",
            "holds-question",
            "",
        ),
        # what is weighed
        ("", "Only 3 left.", "hard-sell-density", "holds-param", "threshold"),
        ("", "Only 3 left.", "hard-sell-density", "sum", "scarcity"),
        # who speaks to whom
        (
            "kind: reply\nin_reply_to: It broke!\n",
            "Our products are tested.",
            "evasion",
            "sum",
            "start",
        ),
        ("", "We open at nine.", "vague-authority", "asleep-without", "authority"),
        ("", SOLD, "missing-owner", "feed-silent", "owner"),
        (
            "",
            "The best time to plant bulbs is October.",
            "absolute-claim",
            "holds-nothing",
            "more would",
        ),
    ],
)
def test_what_holds_a_rule_of_logic_back_is_named(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    *,
    head: str,
    text: str,
    rule: str,
    code: str,
    said: str,
) -> None:
    file = tmp_path / "draft.md"
    file.write_text(f"{HEAD}{head}---\n{text}\n", "utf-8")
    line = 3 + head.count("\n") + 1
    reasons = explained(capsys, f"{file}:{line}", "--why-not", rule, "--lang", "en")["reasons"]
    assert [one for one in reasons if one["code"].startswith(code) and said in one["message"]]


@pytest.mark.parametrize(("lang", "both"), [("en", "only without both"), ("fr", "sans les deux")])
def test_of_two_things_neither_is_said_to_be_enough(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, *, lang: str, both: str
) -> None:
    file = tmp_path / "draft.md"
    file.write_text(
        f"{HEAD}---\nDoctors agree on bread: see https://a.example/s and Okoro (2021).\n", "utf-8"
    )
    asked = (f"{file}:4", "--why-not", "vague-authority", "--lang", lang)
    reasons = explained(capsys, *asked)["reasons"]
    at = next(at for at, one in enumerate(reasons) if one["code"] == "holds-together")
    assert both in reasons[at]["message"]
    assert [one["code"][:5] for one in reasons[at + 1 : at + 3]] == ["both-"] * 2
    assert not any(one["code"].startswith("holds-") for one in reasons[at + 1 :])


@pytest.mark.parametrize(
    ("text", "rule", "code", "said"),
    [
        (STUDY, "vague-authority", "needs-words", "Studies"),
        (STUDY, "vague-authority", "needs-field-added", "sources"),
        (STUDY, "vague-authority", "needs-quoted", ""),
        (SOLD, "hard-sell-density", "sum", "scarcity"),
        (SOLD, "hard-sell-density", "needs-param", "threshold"),
        ("COME AND SEE OUR NEW BREAD ON SUNDAY.", "shouting", "needs-lowered", ""),
    ],
)
def test_what_would_have_silenced_it_is_named(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    *,
    text: str,
    rule: str,
    code: str,
    said: str,
) -> None:
    file = tmp_path / "draft.md"
    file.write_text(f"{HEAD}---\n{text}\n", "utf-8")
    reasons = explained(capsys, f"{file}:4", "--why-not", rule, "--lang", "en")["reasons"]
    assert [one for one in reasons if one["code"] == code and said in one["message"]]


def test_a_rule_that_speaks_on_another_line_says_where(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "draft.md"
    file.write_text(f"{HEAD}---\n{STUDY}\n\nThe oven is warm and the door is open.\n", "utf-8")
    reasons = explained(capsys, f"{file}:6", "--why-not", "vague-authority")["reasons"]
    assert "another line: 4" in next(
        one["message"] for one in reasons if one["code"] == "elsewhere"
    )


def test_a_rule_that_another_speaks_for_says_which(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "draft.md"
    file.write_text(f"{HEAD}---\n{SOLD}\n", "utf-8")
    reasons = explained(capsys, f"{file}:4", "--why-not", "pressure-urgency")["reasons"]
    assert reasons[0]["code"] == "superseded"
    assert "hard-sell-density" in reasons[0]["message"]


IGNORED = """---
lang: en
---
We open at nine.

<!-- socialint-ignore vague-authority: the survey is ours, until 2999-01-31 -->
Studies show that bread is good for you.
"""


def test_what_is_let_pass_is_told_with_its_directive(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "draft.md"
    file.write_text(IGNORED, "utf-8")
    assert main(["explain", f"{file}:7", "--lang", "en"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert f"let pass: the survey is ours, until 2999-01-31 (by {file}:6)" in out
    assert "No rule says anything" not in out
    (hidden,) = explained(capsys, f"{file}:7")["suppressed"]
    assert hidden["rule"] == "vague-authority"
    assert "'line': 6" in str(hidden["where"])


FEED = ("Our oven is on and the door is open.", "The queue is short today.")


@pytest.fixture
def feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three posts of which the first says who answers for it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    head = "---\nlang: en\nchannel: linkedin\npublish_at: 2026-05-0{}\n{}---\n"
    for at, text in enumerate(("We open at nine.", *FEED), 1):
        owner = "owner: ana\n" if at == 1 else ""
        post = head.format(at, owner) + text + "\n"
        (tmp_path / f"posts/{at}.md").write_text(post, "utf-8")


@pytest.mark.usefixtures("feed")
def test_rules_across_posts_need_the_feed_and_say_how(capsys: pytest.CaptureFixture[str]) -> None:
    alone = explained(capsys, "posts/2.md:6", "--why-not", "copy-paste-reply")
    assert {one["code"] for one in alone["reasons"]} == {"kind"}
    assert main(["explain", "posts/2.md:6", "--why-not", "identical-copy", "--lang", "en"]) == 0
    assert "socialint explain posts/launch.md:7 posts/" in " ".join(capsys.readouterr().out.split())


COPIED = "Hello, we are sorry to hear that, please write to us in private, thank you."


def test_replies_that_are_copies_are_explained_with_the_feed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    head = "---\nlang: en\nchannel: x\nin_reply_to: The heater of room {} is cold.\n---\n"
    for at in range(4):
        (tmp_path / f"{at}.md").write_text(f"{head.format(at)}{COPIED}\n", "utf-8")
    alone = explained(capsys, "3.md:6", "--why-not", "copy-paste-reply")
    assert {one["code"] for one in alone["reasons"]} == {"feed-partial"}
    for feed in (["."], [f"{at}.md" for at in range(4)]):
        told = explained(capsys, "3.md:6", *feed, "--why-not", "copy-paste-reply")
        assert [one["rule"] for one in told["findings"]] == ["copy-paste-reply"], feed
        assert "feed-speaks" in {one["code"] for one in told["reasons"]}


@pytest.mark.usefixtures("feed")
@pytest.mark.parametrize("by_settings", [False, True])
def test_findings_across_posts_are_explained_with_the_feed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, *, by_settings: bool
) -> None:
    if by_settings:
        (tmp_path / "socialint.toml").write_text('feed = ["posts/**"]\n', "utf-8")
    paths = [] if by_settings else ["posts"]
    for at in (2, 3):
        told = explained(capsys, f"posts/{at}.md:1", *paths)
        assert [one["rule"] for one in told["findings"]] == ["missing-owner"], at
        assert "feed-speaks" in {one["code"] for one in told["reasons"]}
    clear = explained(capsys, "posts/1.md:7", *paths, "--why-not", "missing-owner")
    assert {one["code"] for one in clear["reasons"]} == {"feed-clear"}


ROWS = "date,channel,text,owner\n" + "".join(
    f"2026-05-{day:02},linkedin,We open at {day}.,{'ana' if day == 1 else ''}\n"
    for day in range(1, 29)
)


def test_what_is_told_once_for_a_file_is_explained_at_each_of_its_drafts(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "cal.csv"
    file.write_text(ROWS, "utf-8")
    for line in (3, 9):
        told = explained(capsys, f"{file}:{line}")
        assert "missing-owner" in {one["rule"] for one in told["findings"]}, line
        assert {one["code"] for one in told["reasons"]} & {"feed-once", "feed-speaks"}
    assert main(["explain", f"{file}:9", "--lang", "en"]) == 0
    assert f"It is told once, at {file}:3." in " ".join(capsys.readouterr().out.split())
    assert not explained(capsys, f"{file}:2")["findings"]


def test_a_line_without_findings_tells_those_that_have_some(
    capsys: pytest.CaptureFixture[str], post: str
) -> None:
    assert main(["explain", f"{post}:2", "--lang", "en"]) == 0
    assert "4 (engagement-bait)" in capsys.readouterr().out


def test_a_number_that_a_rule_calls_private_is_masked_in_reasons(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "reply.md"
    head = f"{HEAD}in_reply_to: Where is my order?\n---\n"
    file.write_text(f"{head}Hello Claire Martin, your order 48213 left on Monday.\n", "utf-8")
    told = explained(capsys, f"{file}:5")
    assert "personal-data" in {one["rule"] for one in told["findings"]}
    assert "48213" not in json.dumps(told["reasons"])
