"""What a draft's suppressions let pass, and what is said of those at fault."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from socialint.errors import SettingsError
from socialint.frozen import replace
from socialint.linter import Linter
from socialint.profile import Profile
from socialint.report import Report
from socialint.settings import Settings, load

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
LEFT = "draft-leftover"
OPEN = "The minutes are kept at [link]"


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings(root=Path()), as_of=NOW)


def check(linter: Linter, text: str, name: str = "a.md") -> Report:
    return linter.check_paths([], stdin=(name, text.encode()))


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def hidden(report: Report) -> list[str]:
    return [finding.rule for finding in report.hidden]


def markdown(comment: str, text: str = OPEN) -> str:
    return f"---\nlang: en\nchannel: linkedin\n---\n<!-- {comment} -->\n{text}\n"


@pytest.mark.parametrize(
    ("comment", "shown", "let_pass"),
    [
        ("socialint-ignore draft-leftover: Ana knows", [], [LEFT]),
        ("socialint-ignore PRV602: Ana knows", [], [LEFT]),
        ("socialint-ignore PRV: Ana knows", [], [LEFT]),
        ("socialint-ignore all: Ana knows", [], [LEFT]),
        ("socialint-ignore-draft draft-leftover: Ana knows", [], [LEFT]),
        ("socialint-ignore draft-leftover: Ana knows, until 2026-06-01", [], [LEFT]),
        (
            "socialint-ignore draft-leftover: Ana knows, until 2026-05-31",
            ["expired-suppression", LEFT],
            [],
        ),
        ("socialint-ignore draft-leftover", ["reasonless-suppression", LEFT], []),
        ("socialint-ignore draft-leftovr: Ana knows", ["unclear-suppression", LEFT], []),
        ("socialint-ignore draft-leftover: fine, until spring", ["unclear-suppression", LEFT], []),
        ("socialint-ignore shouting: poster", ["unused-suppression", LEFT], []),
        ("socialint-ignore draft-leftover, nonesuch: fine", ["unclear-suppression"], [LEFT]),
    ],
)
def test_a_finding_passes_with_a_reason_and_in_time(
    linter: Linter, comment: str, shown: list[str], let_pass: list[str]
) -> None:
    code = next(rule.code for rule in linter.rules if rule.name == LEFT)
    report = check(linter, markdown(comment.replace("PRV602", code)))
    assert (rules(report), hidden(report)) == (shown, let_pass)
    assert report.suppressed == len(let_pass)


START, END = "<!-- socialint-ignore-start {}: Ana knows -->", "<!-- socialint-ignore-end -->"
BANK = "---\nlang: en\nchannel: linkedin\n---\n## One\n\n{}\n\n## Two\n\n{}\n"
POST = "---\nlang: en\nchannel: linkedin\n---\n{}\n\n{}\n"


@pytest.mark.parametrize("form", [POST, BANK], ids=["a post", "a bank"])
@pytest.mark.parametrize(
    ("first", "second", "quote", "variant"),
    [
        (f"{START.format(LEFT)}\n\n{OPEN}", "Doors at nine.", START.format(LEFT), "open"),
        ("Doors at nine.", f"{OPEN}\n\n{START.format(LEFT)}", START.format(LEFT), "open"),
        (f"Doors at nine.\n\n{END}", OPEN, END, "end"),
        (OPEN, f"Doors at nine.\n\n{END}", END, "end"),
    ],
)
def test_a_start_without_its_end_and_an_end_without_its_start_hold_for_nothing_and_are_told(
    form: str, first: str, second: str, quote: str, variant: str
) -> None:
    text = form.format(first, second)
    report = check(Linter(Settings(markdown_bank=form is BANK), as_of=NOW), text)
    assert sorted(rules(report)) == [LEFT, "unclear-suppression"]
    (told,) = [finding for finding in report.findings if finding.rule != LEFT]
    assert (told.quote, told.variant) == (quote, variant)
    assert told.span
    assert text[slice(*told.span)] == quote
    assert all("socialint-ignore-" in told.message(lang) for lang in ("en", "fr"))


def test_a_start_and_its_end_may_stand_in_two_posts_of_a_bank() -> None:
    text = BANK.format(f"{START.format(LEFT)}\n\n{OPEN}", f"Doors at [time].\n\n{END}")
    report = check(Linter(Settings(markdown_bank=True), as_of=NOW), text)
    assert (rules(report), hidden(report)) == ([], [LEFT, LEFT])


def test_another_block_is_not_let_pass(linter: Linter) -> None:
    text = markdown("socialint-ignore draft-leftover: Ana knows", f"{OPEN}\n\nDoors at [time].")
    report = check(linter, text)
    assert [finding.quote for finding in report.findings] == ["[time]"]
    assert [finding.quote for finding in report.hidden] == ["[link]"]


@pytest.mark.parametrize(
    ("body", "shown", "let_pass"),
    [
        ("Doors at [time]. {}\n\nThe list is at [link].", ["[link]"], ["[time]"]),
        ("Hello,\nwe open at [time],\nready or not. {}", [], ["[time]"]),
        ("- {} Doors at [time].", [], ["[time]"]),
        ("Doors at [time].\n<!-- late --> {}\nThe list is at [link].", ["[time]"], ["[link]"]),
        ("Doors at [time]. <!-- late --> {}\r\n\r\nSee [link].", ["[link]"], ["[time]"]),
    ],
)
def test_a_comment_at_the_end_of_a_line_is_about_the_block_before_it(
    linter: Linter, body: str, shown: list[str], let_pass: list[str]
) -> None:
    comment = f"<!-- socialint-ignore {LEFT}: Ana knows -->"
    report = check(linter, f"---\nlang: en\n---\nBread.\n\n{body.format(comment)}\n")
    assert [finding.quote for finding in report.findings] == shown
    assert [finding.quote for finding in report.hidden] == let_pass


LOUD = "COME AND SEE THE NEW READING ROOM NOW."
LOUDER = "BRING A LAMP AND LEAVE WITH LIGHT."
TAGS = "Come by! #readingroomopening"
COMMENT = "<!-- socialint-ignore {}: poster -->\n"


@pytest.mark.parametrize(
    ("rule", "first", "second"),
    [("shouting", LOUD, LOUDER), ("hashtag-case", TAGS, "Bread! #freshbreadmonday")],
)
def test_a_suppression_lets_pass_the_places_in_its_block_and_no_others(
    rule: str, first: str, second: str
) -> None:
    linter = Linter(Settings(select=(rule, "SUP")), as_of=NOW)
    head, let = "---\nlang: en\nchannel: linkedin\n---\n", COMMENT.format(rule)
    whole = check(linter, f"{head}{first}\n\n{second}\n")
    assert [(f.rule, len(f.evidence)) for f in whole.findings] == [(rule, 1)]
    for text, left in [
        (f"{let}{first}\n\n{second}", [second]),
        (f"{first}\n\n{let}{second}", [first]),
        (f"{let}{first}\n\n{let}{second}", []),
    ]:
        report = check(linter, f"{head}{text}\n")
        assert [f.rule for f in report.findings] == [rule] * len(left)
        assert all((f.quote or "") in block for f, block in zip(report.findings, left, strict=True))
        assert {f.rule for f in report.hidden} == {rule}
        assert not any(f.evidence for f in (*report.findings, *report.hidden))
        edited = [edit.start.line for f in report.findings for edit in f.edits]
        assert set(edited) <= {f.start.line for f in report.findings if f.start}


def test_what_is_let_pass_does_not_fail_the_run(linter: Linter) -> None:
    assert check(linter, markdown("socialint-ignore draft-leftover: Ana knows")).exit_code == 0
    assert check(linter, markdown("socialint-ignore shouting: no")).exit_code == 1


def test_a_suppression_is_only_unused_if_its_rule_has_looked() -> None:
    text = markdown("socialint-ignore shouting: poster", "Bread is out of the oven.")
    for ignore, expected in [((), ["unused-suppression"]), (("shouting",), [])]:
        settings = Settings(root=Path(), ignore=ignore)
        assert rules(check(Linter(settings, as_of=NOW), text)) == expected


def test_a_rule_asleep_for_want_of_a_profile_has_not_looked(linter: Linter) -> None:
    asleep = {silent.rule for silent in check(linter, markdown("x", "Bread is out.")).not_checked}
    name = min(asleep)
    text = markdown(f"socialint-ignore-draft {name}: agreed", "Bread is out.")
    assert rules(check(linter, text)) == []


SHARED = """\
socialint: {{ignore: [{rule}], reason: agreed}}
channels:
  linkedin: {{text: "{one}"}}
  facebook: {{text: "{two}"}}
text: ""
lang: en
"""


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (OPEN, "Bread is out.", []),
        ("Bread is out.", OPEN, []),
        ("Bread is out.", "Soup at noon.", ["unused-suppression"]),
    ],
)
def test_what_one_of_several_drafts_needs_is_not_unused(
    linter: Linter, one: str, two: str, expected: Sequence[str]
) -> None:
    text = SHARED.format(rule=LEFT, one=one, two=two)
    found = [name for name in rules(check(linter, text, "a.yaml")) if "suppression" in name]
    assert found == list(expected)


def test_a_finding_that_is_let_pass_stands_for_no_other(linter: Linter) -> None:
    report = check(linter, markdown("socialint-ignore all: agreed"))
    assert all(not finding.related for finding in report.hidden)


def test_feed_findings_are_let_pass_too(linter: Linter) -> None:
    post = "- {{text: Bread is out., channel: radoi, lang: en{more}}}\n"
    plain = check(linter, post.format(more=""), "a.yaml")
    passed = check(linter, post.format(more=", socialint: 'unknown-channel: ours'"), "a.yaml")
    assert (rules(plain), hidden(plain)) == (["unknown-channel"], [])
    assert (rules(passed), hidden(passed)) == ([], ["unknown-channel"])


def test_a_report_shows_what_is_let_pass_only_where_that_is_asked_for(linter: Linter) -> None:
    report = check(linter, markdown("socialint-ignore draft-leftover: Ana knows, owner zoe"))
    assert report.to_dict()["findings"] == []
    assert report.to_dict()["summary"]["suppressed"] == 1
    (shown,) = report._replace(show_suppressed=True).to_dict()["findings"]
    expected = {"by": "comment", "reason": "Ana knows", "owner": "zoe", "until": None}
    assert shown["suppressed"] == expected


@pytest.mark.parametrize(
    ("more", "shown"),
    [
        ('reason = "archive"', []),
        ('reason = "archive"\nuntil = "2026-06-01"', []),
        ('reason = "archive"\nuntil = "2026-05-31"', [LEFT, "expired-suppression"]),
        ("", ["reasonless-suppression"]),
    ],
)
def test_what_the_settings_leave_out_wants_a_reason_and_may_run_out(
    more: str, shown: list[str], tmp_path: Path
) -> None:
    text = f'lang = "en"\n\n[[per_path]]\nglob = "old/**"\nignore = ["PRV"]\n{more}\n'
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.md").write_text(f"---\nlang: en\n---\n{OPEN}\n", "utf-8")
    (tmp_path / "socialint.toml").write_text(text, "utf-8")
    linter = Linter.from_settings(tmp_path / "socialint.toml", as_of=NOW)
    report = linter.check_paths([tmp_path / "old"])
    assert rules(report) == shown
    for finding in report.findings[len(shown) - 1 :] if shown else ():
        assert finding.path.endswith("socialint.toml")
        assert "PRV" in finding.message("fr")


# three entries: one without a reason, one after its last day, one that means no file
TABLES = """\
lang = "en"  # é
[[per_path]]
glob = "old/**"
ignore = ["PRV"]

[[per_path]]
  glob = 'old/*'
  ignore = ["STR"] # as agreed
  reason = "archive"
  until = "2026-05-31"  # a Sunday
[[per_path]]
ignore = [
  "CLM",
]
"glob" = "odl/**"
reason = "archive"
"""
INLINE = """\
per_path = [
  {glob = "old/**", ignore = ["PRV"]},
  {glob = "old/*", ignore = ["STR"], reason = "archive", until = "2026-05-31"},
  {glob = "odl/**", ignore = ["CLM"], reason = "archive"}]
"""
FAULTS = ["reasonless-suppression", "expired-suppression", "unused-suppression"]
UNTIL, GLOB = 'until = "2026-05-31"', 'glob = "odl/**"'


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        (
            "socialint.toml",
            TABLES,
            [(2, 1, "[[per_path]]"), (10, 3, UNTIL), (15, 1, '"glob" = "odl/**"')],
        ),
        (
            "pyproject.toml",
            '[tool.other]\nper_path = [1, 2, 3]\n[tool.socialint]\nlang = "fr"\n'
            + TABLES.partition("\n")[2].replace("[[", "[[tool.socialint."),
            [(5, 1, "[[tool.socialint.per_path]]"), (13, 3, UNTIL), (18, 1, '"glob" = "odl/**"')],
        ),
        (
            "socialint.toml",
            INLINE,
            [(2, 3, '{glob = "old/**", ignore = ["PRV"]}'), (3, 58, UNTIL), (4, 4, GLOB)],
        ),
        (
            "socialint.toml",
            "\ufeff" + TABLES.replace("\n", "\r\n"),
            [(2, 1, "[[per_path]]"), (10, 3, UNTIL), (15, 1, '"glob" = "odl/**"')],
        ),
    ],
    ids=["tables", "pyproject", "inline", "bom and crlf"],
)
def test_each_entry_of_the_settings_is_told_at_its_own_place(
    name: str, text: str, places: list[tuple[int, int, str]], tmp_path: Path
) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.md").write_text("---\nlang: en\n---\nBread is out.\n", "utf-8")
    (tmp_path / name).write_bytes(text.encode())
    linter = Linter.from_settings(tmp_path / name, as_of=NOW)
    found = {f.rule: f for f in linter.check_paths([tmp_path]).findings}
    assert list(found) == FAULTS
    for rule, (line, column, quote) in zip(FAULTS, places, strict=True):
        finding = found[rule]
        assert finding.start
        assert finding.span
        assert (finding.start.line, finding.start.column, finding.quote) == (line, column, quote)
        assert text.removeprefix("\ufeff")[slice(*finding.span)] == quote


def test_what_the_settings_leave_out_for_no_file_is_unused(tmp_path: Path) -> None:
    text = '[[per_path]]\nglob = "odl/**"\nignore = ["PRV"]\nreason = "archive"\n'
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.md").write_text("---\nlang: en\n---\nBread is out.\n", "utf-8")
    (tmp_path / "socialint.toml").write_text(text, "utf-8")
    linter = Linter.from_settings(tmp_path / "socialint.toml", as_of=NOW)
    (finding,) = linter.check_paths([tmp_path]).findings
    assert (finding.rule, finding.quote) == ("unused-suppression", 'glob = "odl/**"')
    assert all("odl/**" in finding.message(lang) for lang in ("en", "fr"))
    assert rules(linter.check_paths([tmp_path / "old"])) == []
    (tmp_path / "odl").mkdir()
    (tmp_path / "odl" / "a.md").write_text(f"---\nlang: en\n---\n{OPEN}\n", "utf-8")
    assert rules(linter.check_paths([tmp_path])) == []


@pytest.mark.parametrize(
    ("ignore", "more", "shown"),
    [
        ('["draft-leftover"]', "", []),
        ('["draft-leftover", "shouting"]', "", []),
        ('["shouting"]', "", [LEFT, "unused-suppression"]),
        ('["over-length", "shouting"]', "", [LEFT, "unused-suppression"]),
        # a rule of the feed, one that sleeps, one that is off
        ('["shouting", "identical-copy"]', "", [LEFT, "unused-suppression"]),
        ('["shouting", "address-form"]', "", [LEFT, "unused-suppression"]),
        ('["STR"]', "", [LEFT, "unused-suppression"]),
        ('["shouting"]', 'ignore = ["shouting"]\n', [LEFT, "unused-suppression"]),
        ('["shouting"]', 'select = ["PRV", "SUP"]\n', [LEFT, "unused-suppression"]),
    ],
)
def test_an_entry_that_leaves_out_no_fault_is_unused(
    ignore: str, more: str, shown: list[str], tmp_path: Path
) -> None:
    text = f'{more}[[per_path]]\nglob = "*"\npreset = "buffer"\n[[per_path]]\nglob = "old/**"\n'
    text += f'ignore = {ignore}\nreason = "archive"\n'
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.md").write_text("---\nlang: fr\n---\nLe pain est prêt.\n", "utf-8")
    (tmp_path / "old" / "b.md").write_text(f"---\nlang: en\n---\n{OPEN}\n", "utf-8")
    (tmp_path / "socialint.toml").write_text(text, "utf-8")
    linter = Linter.from_settings(tmp_path / "socialint.toml", as_of=NOW)
    report = linter.check_paths([tmp_path])
    assert rules(report) == shown
    for finding in report.findings[1:]:
        line = text[: text.index(f"ignore = {ignore}\nreason")].count("\n") + 1
        assert finding.start
        assert (finding.start.line, finding.start.column) == (line, 1)
        assert all("old/**" in finding.message(lang) for lang in ("en", "fr"))
    assert rules(linter.check_paths([tmp_path / "old" / "a.md"])) == []


COPY = "Tickets for the night at the old mill are on sale from Monday at ten, at the door."


@pytest.mark.parametrize(("text", "needed"), [(COPY, True), ("Bread at seven.", False)])
def test_an_entry_that_leaves_out_a_fault_across_posts_is_used(
    text: str, tmp_path: Path, *, needed: bool
) -> None:
    (tmp_path / "socialint.toml").write_text(
        '[[per_path]]\nglob = "b.md"\nignore = ["identical-copy"]\nreason = "agreed"\n', "utf-8"
    )
    head = "---\nlang: en\nchannel: {}\naccount: mill\npublish_at: 2026-06-0{}T09:00\n---\n{}\n"
    (tmp_path / "a.md").write_text(head.format("x", 1, COPY), "utf-8")
    (tmp_path / "b.md").write_text(head.format("linkedin", 2, text), "utf-8")
    settings = tmp_path / "socialint.toml"
    linter = Linter.from_settings(settings, as_of=NOW)
    assert rules(linter.check_paths([tmp_path])) == ([] if needed else ["unused-suppression"])
    settings.write_text("", "utf-8")
    alone = rules(Linter.from_settings(settings, as_of=NOW).check_paths([tmp_path]))
    assert ("identical-copy" in alone) == needed


@pytest.mark.parametrize("ignore", ["shouting", "address-form"])
def test_what_options_turn_off_proves_no_entry_idle(ignore: str, tmp_path: Path) -> None:
    (tmp_path / "socialint.toml").write_text(
        f'[[per_path]]\nglob = "a.md"\nignore = ["{ignore}"]\nreason = "agreed"\n', "utf-8"
    )
    (tmp_path / "a.md").write_text("---\nlang: fr\n---\nLe pain est prêt.\n", "utf-8")
    settings = load(tmp_path / "socialint.toml")
    chosen = replace(settings, select=("PRV", "SUP", "TON"))
    given = Linter(settings, Profile({"brand": "Moulin"}), as_of=NOW)
    sleeps = ignore == "address-form"
    assert rules(Linter(settings, as_of=NOW).check_paths([tmp_path])) == ["unused-suppression"]
    assert rules(Linter(chosen, as_of=NOW).check_paths([tmp_path])) == []
    assert rules(given.check_paths([tmp_path])) == ([] if sleeps else ["unused-suppression"])


@pytest.mark.parametrize(
    ("name", "text", "advice"),
    [
        ("a.md", markdown("socialint-ignore shouting: poster", "Bread."), True),
        ("a.md", markdown("socialint-ignore-draft shouting: poster", "Bread."), False),
        ("a.csv", "text,lang,socialint\nBread.,en,shouting: poster\n", False),
    ],
)
def test_what_holds_for_the_whole_draft_is_not_told_to_do_so(
    linter: Linter, name: str, text: str, *, advice: bool
) -> None:
    (finding,) = check(linter, text, name).findings
    assert finding.rule == "unused-suppression"
    assert all(("ignore-draft" in finding.fix(lang)) == advice for lang in ("en", "fr"))


def test_a_last_day_that_is_no_date_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "socialint.toml"
    path.write_text('[[per_path]]\nglob = "*"\nuntil = "spring"\n', "utf-8")
    with pytest.raises(SettingsError, match="2027-01-31"):
        Linter.from_settings(path)
