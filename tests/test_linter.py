from __future__ import annotations

import json
import pickle
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from socialint import Draft, Linter, Message, Profile, ProfileError, SettingsError, records
from socialint.checks.check import Check, Subject
from socialint.engine.prepare import Prepared
from socialint.finding import Finding, Hit
from socialint.reporters.look import Look
from socialint.reporters.summary import summary
from socialint.settings import PerPath, Settings

LOUD = "The mill OPENS ON SUNDAY AND YOU ARE INVITED."
REPLY = "We are sorry about the delay, your parcel left this morning and comes tomorrow."


def rules(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in findings]


def test_a_text_is_checked_where_it_stands() -> None:
    finding = Linter().check_text(LOUD, lang="en").findings[0]
    assert finding.rule == "shouting"
    assert finding.quote == "OPENS ON SUNDAY AND YOU ARE INVITED"
    assert finding.span is not None
    assert LOUD[finding.span.start : finding.span.end] == finding.quote
    assert "capitals" in finding.message("en")
    assert "capitales" in finding.message("fr")


def test_a_draft_of_values_is_checked_text_first() -> None:
    draft = Draft(LOUD, title="TODO a title", channel="x", lang="en", in_reply_to="When?")
    findings = {finding.rule: finding for finding in Linter().check_draft(draft).findings}
    assert findings["shouting"].field == "text"
    assert findings["shouting"].start is not None
    assert findings["shouting"].start.offset == 9
    assert findings["draft-leftover"].field == "title"


def test_a_reply_may_name_its_message_as_plain_text() -> None:
    plain = Linter().check_text(REPLY, kind="reply", in_reply_to="Where is it?", lang="en")
    record = Linter().check_text(
        REPLY, kind="reply", in_reply_to=Message("Where is it?"), lang="en"
    )
    assert plain.findings == record.findings == ()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"text": None}, "not-a-text"),
        ({"text": b"bytes"}, "not-a-text"),
        ({"kind": "story"}, "not-a-kind"),
        ({"kind": None}, "not-a-kind"),
        ({"kind": ["post"]}, "not-a-kind"),
        ({"lang": 3}, "not-a-text"),
        ({"lang": "english please"}, "not-a-language"),
        ({"channel": ["x"]}, "not-a-text"),
        ({"brand": 1}, "not-a-text"),
        ({"in_reply_to": 5}, "not-a-message"),
    ],
)
def test_a_value_that_is_no_part_of_a_draft_is_an_error_in_the_report(
    given: dict[str, Any], code: str
) -> None:
    report = Linter().check_text(**{"text": LOUD, **given})
    assert [problem.code for problem in report.errors] == [code]
    assert (report.findings, report.drafts, report.exit_code) == ((), 0, 2)


def test_what_is_wrong_with_the_settings_is_said_when_it_is_built() -> None:
    with pytest.raises(SettingsError, match="shouting"):
        Linter(Settings(select=("shoutin",)))
    with pytest.raises(SettingsError, match="acme"):
        Linter(Settings(per_path=(PerPath("*", brand="acme"),)))
    with pytest.raises(ProfileError):
        Linter(Settings(profile="nowhere.yaml"))


def test_what_the_settings_name_wrongly_is_told_where_they_do(tmp_path: Path) -> None:
    file = tmp_path / "socialint.toml"
    file.write_text(
        'select = [\n  "all",\n  "shoutin",\n]\nignore = ["zzzzz"]\n'
        '[[per_path]]\nglob = "*"\nbrand = "acme"\n'
    )
    with pytest.raises(SettingsError) as caught:
        Linter.from_settings(file)
    assert [(p.code, p.path, p.line, p.column) for p in caught.value.problems] == [
        ("unknown-rule-near", str(file), 3, 3),
        ("unknown-rule", str(file), 5, 11),
        ("unknown-brand", str(file), 8, 9),
    ]


def test_the_severity_is_what_the_settings_say() -> None:
    linter = Linter(Settings(severity={"SEL": "error"}))
    assert linter.check_text(LOUD, lang="en").findings[0].severity == "error"
    assert linter.check_text(LOUD, lang="en").exit_code == 1


def test_a_linter_is_shared_by_threads_and_pickled() -> None:
    linter = Linter(
        Settings(lang="fr"), Profile({"brand": "Mill"}), as_of=datetime(2026, 6, 1, tzinfo=UTC)
    )
    alone = linter.check_text(LOUD, lang="en").findings
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: linter.check_text(LOUD, lang="en").findings, range(64)))
    again: Linter = pickle.loads(pickle.dumps(linter))  # noqa: S301  our own bytes
    assert all(found == alone for found in together)
    assert again.check_text(LOUD, lang="en").findings == alone
    assert again.as_of == linter.as_of


def test_a_report_is_pickled() -> None:
    report = Linter().check_text(LOUD, lang="en")
    assert pickle.loads(pickle.dumps(report)).findings == report.findings  # noqa: S301  our own bytes


def calendar(folder: Path, *drafts: Mapping[str, object], name: str = "a.jsonl") -> Path:
    path = folder / name
    path.write_text("\n".join(json.dumps(draft) for draft in drafts) + "\n", encoding="utf-8")
    return path


def reply(number: int) -> dict[str, object]:
    return {"id": f"r{number}", "kind": "reply", "text": REPLY, "lang": "en", "in_reply_to": "?"}


def test_the_feed_is_judged_over_all_files(tmp_path: Path) -> None:
    for number in range(3):
        calendar(tmp_path, reply(number), name=f"{number}.jsonl")
    findings = Linter().check_paths([tmp_path]).findings
    assert rules(findings) == ["copy-paste-reply"]
    assert findings[0].draft == "r2"
    assert len(findings[0].related) == 2


def test_a_part_of_the_feed_is_not_judged_as_the_whole(tmp_path: Path) -> None:
    paths = []
    for number in range(3):
        path = tmp_path / f"{number}.md"
        path.write_text(f"---\nkind: reply\nin_reply_to: '?'\nlang: en\n---\n{REPLY}\n", "utf-8")
        paths.append(path)
    report = Linter().check_paths(paths)
    assert report.findings == ()
    assert ("copy-paste-reply", "partial-feed", 3) in report.not_checked


def test_what_was_kept_before_a_part_is_known_is_counted_too(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    paths = [tmp_path / "more", tmp_path / "2.md", tmp_path / "3.md"]
    for path in (tmp_path / "more" / "0.md", tmp_path / "more" / "1.md", *paths[1:]):
        path.write_text(f"---\nkind: reply\nin_reply_to: '?'\nlang: en\n---\n{REPLY}\n", "utf-8")
    report = Linter().check_paths(paths)
    assert [one for one in report.not_checked if one.rule == "copy-paste-reply"] == [
        ("copy-paste-reply", "partial-feed", 4)
    ]


@pytest.mark.parametrize("glob", ["*.md", "**", "**/*.md", "[0-9].md"])
def test_the_settings_may_name_the_whole_feed(tmp_path: Path, glob: str) -> None:
    for number in range(3):
        path = tmp_path / f"{number}.md"
        path.write_text(f"---\nkind: reply\nin_reply_to: '?'\nlang: en\n---\n{REPLY}\n", "utf-8")
    linter = Linter(Settings(root=tmp_path, feed=(glob,)))
    whole = linter.check_paths([tmp_path]).findings
    part = linter.check_paths([tmp_path / "2.md"]).findings
    assert [f.fingerprint for f in part] == [f.fingerprint for f in whole]
    assert linter.check_paths([tmp_path / "1.md"]).findings == ()


def test_an_id_that_is_used_twice_is_a_finding(tmp_path: Path) -> None:
    draft = {"id": "a", "text": "The mill opens on Sunday.", "lang": "en"}
    report = Linter().check_paths([calendar(tmp_path, draft, {**draft, "text": "Bring bread."})])
    path = (tmp_path / "a.jsonl").as_posix()
    assert [(f.rule, f.draft, f.quote) for f in report.findings] == [
        ("duplicate-id", f"{path}#2", '"a"')
    ]


def test_an_unknown_brand_is_an_error_at_its_place(tmp_path: Path) -> None:
    draft = {"brand": "acmee", "text": "The mill opens on Sunday.", "lang": "en"}
    profile = tmp_path / "acme.yaml"
    profile.write_text("brand: Acme\n", encoding="utf-8")
    linter = Linter(Settings(root=tmp_path, brands={"acme": "acme.yaml"}))
    report = linter.check_paths([calendar(tmp_path, draft)])
    problem = report.errors[0]
    assert (problem.code, problem.line, problem.column) == ("unknown-brand-near", 1, 11)
    assert report.exit_code == 2


def test_a_file_that_cannot_be_read_costs_nobody_the_rest(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_bytes(b"ab\x00cd")
    (tmp_path / "good.md").write_text(f"{LOUD}\n", encoding="utf-8")
    report = Linter(Settings(drafts={"lang": "en"})).check_paths(
        [tmp_path, tmp_path / "nowhere.md"]
    )
    assert rules(report.findings) == ["shouting"]
    assert len(report.errors) == 2
    assert report.exit_code == 2


def failing() -> Linter:
    """A linter whose rule over-length fails on every draft."""

    def fail(_: Subject) -> Iterator[Hit]:
        raise ValueError(LOUD)

    linter = Linter()
    broken = linter._rules["over-length"]
    checks = {"over-length": Check(lambda *_: fail)}
    linter._rules = {**linter._rules, "over-length": Prepared(broken.rule, checks)}
    return linter


def test_a_rule_that_fails_is_reported_and_costs_nothing_else() -> None:
    report = failing().check_text(LOUD, lang="en", channel="x")
    assert rules(report.findings) == ["shouting"]
    assert report.errors[0].code == "rule-failed"
    assert LOUD not in str(report.errors[0])
    assert report.exit_code == 3


def test_errors_stand_in_the_order_of_their_places(tmp_path: Path) -> None:
    bad, good = '{"text": ', '{"text": "Bread from nine.", "channel": "x"}'
    for name, rows in (("b.jsonl", (good, bad, good)), ("a.jsonl", (bad, good))):
        (tmp_path / name).write_text("\n".join(rows), encoding="utf-8")
    report = failing().check_paths([tmp_path / "b.jsonl", tmp_path])
    places = [(Path(each.path).name, each.line, each.code) for each in report.errors]
    failed = [place[:2] for place in places if place[2] == "rule-failed"]
    assert failed == [("a.jsonl", 2), ("b.jsonl", 1), ("b.jsonl", 3)]
    assert places == sorted(places)
    assert len(places) == len(failed) + 2


def test_a_fingerprint_survives_moved_and_reordered_lines(tmp_path: Path) -> None:
    one, two = {"text": LOUD, "lang": "en"}, {"text": "Bring bread!!!", "lang": "en"}
    linter = Linter()
    before = linter.check_paths([calendar(tmp_path, one, two)]).findings
    after = linter.check_paths(
        [calendar(tmp_path, two, {"text": "Hi."}, one, name="b.jsonl")]
    ).findings
    assert {f.fingerprint for f in before} == {f.fingerprint for f in after}
    assert len({f.fingerprint for f in before}) == 2


def test_equal_faults_in_a_file_have_fingerprints_of_their_own(tmp_path: Path) -> None:
    draft = {"text": LOUD, "lang": "en"}
    findings = Linter().check_paths([calendar(tmp_path, draft, draft)]).findings
    assert len({finding.fingerprint for finding in findings}) == 2


def test_what_answers_a_message_is_a_reply() -> None:
    said = "Désolés si notre réponse vous a déplu."
    asked = "Trois semaines que j’attends une réponse !"
    report = Linter().check_text(said, lang="fr", in_reply_to=asked)
    assert "non-apology" in {finding.rule for finding in report.findings}
    assert (
        report.findings
        == Linter().check_text(said, lang="fr", kind="reply", in_reply_to=asked).findings
    )


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Plus que trois places : foncez, vous allez le regretter ! Achetez tout de suite.", "fr"),
        ("Only three seats left. Hurry, tomorrow is too late! Buy now or regret it.", "en"),
    ],
)
def test_what_is_evidence_of_one_finding_is_no_other(text: str, lang: str) -> None:
    (finding,) = Linter().check_text(text, lang=lang).findings
    assert finding.rule == "hard-sell-density"
    assert {each.rule for each in finding.related} == {"pressure-urgency", "purchase-imperative"}
    # who reads records is told what the others would have said
    assert all(records.finding(finding, lang)["related"][n]["message"] for n in (0, 1))


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
POST = "---\nlang: en\nchannel: linkedin\n---\nBread is out of the oven.\n"
PRODUCTS = "Ref,Wording\n1,The minutes are kept at [link]\n"


@pytest.mark.parametrize(
    ("name", "text", "passed"),
    [
        ("data.csv", PRODUCTS, True),
        ("data.TSV", PRODUCTS.replace(",", "\t"), True),
        ("data.jsonl", '{"ref": 1, "wording": "The minutes are kept at [link]"}\n', True),
        ("plan.csv", "text,lang\n", True),
        ("plan.csv", "text,lang\nBread.,en\n", False),
        ("plan.csv", "date,channel,wording\n2026-06-01,x,Bread.\n", False),
        ("accounts.csv", "channel,handle,owner,status\nx,mill,ana,active\n", False),
        ("data.yaml", "ref: 1\nwording: Bread\n", False),
    ],
)
def test_a_table_in_which_no_draft_is_recognised_is_named_and_not_counted(
    name: str, text: str, *, passed: bool, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text(POST, "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    linter = Linter(as_of=AS_OF)
    expected = ((tmp_path / name).as_posix(),) if passed else ()
    for _ in range(2):  # the second time from the cache
        report = linter.check_paths([tmp_path], cached=True)
        assert (report.passed_over, report.files) == (expected, 2 - passed)
        assert report.to_dict()["summary"]["passed_over"] == list(expected)
        for lang in ("en", "fr"):
            assert (name in summary(report, Look(lang))) == passed
    named = linter.check_paths([tmp_path / name])
    told = len(named.passed_over) + len(named.errors)
    assert told == (name != "accounts.csv" and not named.drafts)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", ""),
        ("a.yaml", "# later\n"),
        ("a.yml", "posts: []\n"),
        ("a.yaml", "accounts: []\n"),
        ("a.json", "[]"),
        ("a.json", '{"posts": []}'),
        ("a.jsonl", ""),
        ("a.csv", "text,date\n"),
        ("a.md", "\n"),
    ],
)
def test_a_file_that_is_named_and_holds_no_draft_is_told(
    name: str, text: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    report = Linter(as_of=AS_OF).check_paths([tmp_path / name])
    assert report.passed_over == ((tmp_path / name).as_posix(),)
    assert (report.files, report.errors, report.exit_code) == (0, (), 0)
    assert "1 file passed over, no draft recognised in it" in summary(report, Look("en"))
    assert "1 fichier laissé de côté, aucun brouillon reconnu" in summary(report, Look("fr"))
