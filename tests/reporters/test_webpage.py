"""The report for editors: one page, safe whatever drafts say, read and filtered in a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
from browser import Browser, browser
from hypothesis import given
from hypothesis import strategies as st

from socialint.linter import Linter
from socialint.locale import words
from socialint.page import Fold, Voice
from socialint.redact import redact
from socialint.report import Report
from socialint.reporters import REPORTERS, Look
from socialint.reporters.markup import Fault, marked
from socialint.settings import Settings

EVIL = (
    "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'>"
    '</p></article><style>*{display:none}</style>" onmouseover="window.hacked = 1'
)
POSTS = f"""\
- id: one
  lang: en
  channel: linkedin
  brand: mill
  owner: ana
  text: "The minutes are kept at [link]"
- id: two
  lang: en
  channel: x
  owner: zoe
  text: "COME AND SEE THE NEW READING ROOM NOW. Doors at [time]."
- id: three
  lang: fr
  channel: linkedin
  text: "Le pain sort du four à sept heures."
- id: four
  lang: en
  channel: x
  text: >-
    Meet us at [place].
    {EVIL}
- id: five
  lang: en
  in_reply_to: "<b>Where</b> is my radio?"
  text: "Call Nora Petit on 06 39 98 12 34."
"""
LONG = f"""\
- id: six
  lang: en
  channel: instagram
  text: "{"The bread is out of the oven at seven. " * 6}Come at [time]"
"""
BRANDS = "brand: Mill\n"
# what the page is made of; nothing else may come in by a draft
TAGS = {
    *("html", "meta", "title", "style", "script", "noscript", "a", "header", "main", "section"),
    *("h1", "h2", "h3", "p", "div", "span", "article", "blockquote", "mark", "ol", "li"),
    *("details", "summary", "table", "caption", "tr", "th", "td"),
    *("form", "fieldset", "legend", "label", "input", "select", "option", "button"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("posts")
    (made / "posts.yaml").write_text(POSTS + LONG, "utf-8")
    (made / "mill.yaml").write_text(BRANDS, "utf-8")
    return made


@pytest.fixture(scope="module")
def report(folder: Path) -> Report:
    rules = ("draft-leftover", "shouting", "personal-data")
    settings = Settings(root=folder, select=rules, brands={"mill": "mill.yaml"})
    return Linter(settings).check_paths([folder / "posts.yaml"], pages=True)


class Tag(NamedTuple):
    """A start tag, with its attributes."""

    name: str
    attributes: dict[str, str | None]


class Reader(HTMLParser):
    """Gathers tags, and the words between them but for scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.words = ""
        self.marks: list[tuple[str, str]] = []
        self._in: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, dict(attrs)))
        self._in.append(tag)
        if tag == "mark":
            self.marks.append((str(dict(attrs)["data-f"]), ""))

    def handle_endtag(self, tag: str) -> None:
        while self._in and self._in.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self._in):
            self.words += data
        if "mark" in self._in:
            self.marks[-1] = (self.marks[-1][0], self.marks[-1][1] + data)


def page(report: Report, lang: str = "en") -> str:
    return "".join(REPORTERS["html"](report, Look(lang)))


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


def test_nothing_is_fetched_and_nothing_of_a_draft_is_markup(report: Report) -> None:
    reader = read(page(report))
    assert {tag.name for tag in reader.tags} <= TAGS
    names = {name for tag in reader.tags for name in tag.attributes}
    assert not {name for name in names if name.startswith("on") or name in {"src", "srcset"}}
    links = [tag.attributes["href"] for tag in reader.tags if "href" in tag.attributes]
    assert links == ["#drafts"]
    assert [tag.name for tag in reader.tags].count("script") == 1
    assert "url(" not in page(report)
    assert EVIL[:60] in reader.words


def test_every_fault_is_underlined_where_it_stands_and_told_below(report: Report) -> None:
    reader = read(page(report))
    told = {tag.attributes["id"] for tag in reader.tags if tag.name == "li"}
    assert {name for names, _ in reader.marks for name in names.split()} <= told
    assert len(told) == len(report.findings)
    quotes = {redact(f.quote or "") for f in report.findings if f.field == "text"}
    assert {"[link]", "[time]", "[place]"} <= quotes
    assert quotes <= {text for _, text in reader.marks}


def test_personal_data_is_masked_in_what_is_shown(report: Report) -> None:
    text = page(report)
    assert "98 12" not in text
    assert "•• •• •• •• 34" in text


def test_the_turns_of_a_thread_stand_above_the_message_in_order(tmp_path: Path) -> None:
    thread = [
        f"Ann: My <b>coat</b> is torn. {EVIL}",
        "us: Call 06 39 98 12 34.",
        "Ann: Nobody answers.",
    ]
    table = 'text,in_reply_to\nHello.,"' + "\n".join(thread).replace('"', '""') + '"\n'
    (tmp_path / "a.csv").write_text(table)
    text = page(Linter(Settings(root=tmp_path)).check_paths([tmp_path], pages=True))
    reader = read(text)
    sides = [tag.attributes.get("class") for tag in reader.tags if tag.name == "li"]
    places = [
        reader.words.index(part) for part in ("My <b>coat", "Call ", "Nobody answers", "Hello.")
    ]
    assert sides[:2] == ["theirs", "own"]
    assert places == sorted(places)
    assert "98 12" not in text
    assert {tag.name for tag in reader.tags} <= TAGS


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_it_speaks_the_language_asked_for(lang: str, report: Report) -> None:
    text = page(report, lang)
    assert f'<html lang="{lang}">' in text
    assert all(value in read(text).words for value in (words(lang)["html"]["next"],))
    assert 'lang="fr"' in text


def test_without_drafts_it_tells_the_findings(report: Report) -> None:
    reader = read(page(report._replace(pages=())))
    assert [tag.name for tag in reader.tags].count("li") == len(report.findings)
    assert read(page(Report())).words.count(words("en")["html"]["title"]) == 2


@given(st.text(st.sampled_from("ab <&\n💐é"), max_size=20), st.integers(1, 20))
def test_a_fold_parts_a_text_and_loses_none_of_it(text: str, fold: int) -> None:
    faults = [Fault(0, len(text), "f1", "info")]
    shown = "".join(marked(text, faults, fold))
    assert shown.count('<span class="rest">') == shown.count("</span>") == (fold < len(text))
    assert re.sub(r"</?(?:mark|span)[^>]*>", "", shown) == "".join(marked(text, []))


@given(
    st.text(st.sampled_from("ab<>&\"'\r\n\t\u202e\x1b💐é"), max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=4),
)
def test_marks_part_a_text_and_lose_none_of_it(text: str, spans: list[tuple[int, int]]) -> None:
    found = [(min(a, len(text)), min(b, len(text))) for a, b in spans]
    faults = [Fault(min(s), max(s), f"f{n}", "info") for n, s in enumerate(found)]
    shown = "".join(marked(text, faults))
    plain = "".join(marked(text, []))
    bare = re.sub(r"</?mark[^>]*>", "", shown)
    # a tab is as wide as what stands before it makes it
    assert re.sub(" +", " ", bare) == re.sub(" +", " ", plain)
    for fault in faults:
        if text and fault.start < fault.end:
            assert re.search(rf'data-f="[^"]*\b{fault.name}\b', shown)


def dated(days: list[str], report: Report) -> Report:
    model = report.pages[0]
    pages = (model._replace(when=datetime.fromisoformat(day)) for day in days)
    return report._replace(pages=tuple(pages))


def test_posts_a_week_are_counted_and_gaps_are_seen(report: Report) -> None:
    text = page(dated(["2026-06-01", "2026-06-07", "2026-06-17T09:00"], report))
    table = text[text.index("<table>") : text.index("</table>")]
    rows = re.findall(r'scope="row">([\d-]+)</th><td>(?:<span[^>]*></span> )?(\d+)</td>', table)
    assert rows == [("2026-06-01", "2"), ("2026-06-08", "0"), ("2026-06-15", "1")]
    for days in (["2026-06-01", "2026-06-07"], []):
        assert "<table>" not in page(dated(days, report))
    far = page(dated(["1970-01-01", "2026-06-07"], report))
    assert far[: far.index("</table>")].count('scope="row"') == 2


SELLING = [True, True, False, False, None]


@pytest.mark.parametrize(
    ("lang", "rows"),
    [
        ("en", [["2026-05", "5", "50%", "2.5", "20.0"], ["2026-06", "2", *["too little"] * 3]]),
        ("fr", [["2026-05", "5", "50\u00a0%", "2,5", "20,0"], ["2026-06", "2", *["trop peu"] * 3]]),
    ],
)
def test_promotion_and_voice_are_told_by_month_where_there_is_enough(
    lang: str, rows: list[list[str]], report: Report
) -> None:
    model = report.pages[0]._replace(kind="post", brand="Mill & Co")
    may, june = datetime(2026, 5, 4, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)
    posts = [model._replace(when=may, sells=one, voice=Voice(40, 2, 1)) for one in SELLING]
    posts += [model._replace(when=june, sells=True, voice=Voice(40, 2, 1))] * 2
    text = page(report._replace(pages=tuple(posts)), lang)
    table = text[text.index("<caption>Mill &amp; Co</caption>") :].partition("</table>")[0]
    found = re.findall(r'scope="row">(.*?)</th>(.*?)</tr>', table + "</tr>", re.DOTALL)
    cells = [re.findall(r"<td>(?:<span[^>]*></span> )?(.*?)</td>", rest) for _, rest in found]
    assert [[month, *rest] for (month, _), rest in zip(found, cells, strict=True)] == rows
    assert "<caption>" not in page(report._replace(pages=tuple(posts[:5])), lang)


def test_what_sells_is_what_promo_ratio_says(tmp_path: Path) -> None:
    post = "- {{id: {0}, lang: en, channel: x, publish_at: 2026-06-0{0}, {1}text: Bread is out.}}\n"
    sold = post.format(1, "objective: sales, ") + post.format(2, "")
    (tmp_path / "a.yaml").write_text(sold, "utf-8")
    for rules, sells in [(("promo-ratio",), [True, False]), (("shouting",), [None, None])]:
        linter = Linter(Settings(root=tmp_path, select=rules))
        pages = linter.check_paths([tmp_path], pages=True).pages
        assert [one.sells for one in pages] == sells
        assert [one.voice for one in pages] == [Voice(3, 1, 0)] * 2


@pytest.mark.parametrize(
    ("channels", "length", "fold"),
    [
        ("instagram", 400, Fold("instagram", 125)),
        ("instagram", 100, None),
        ("[linkedin, instagram]", 400, Fold("instagram", 125)),
        ("x", 400, None),
    ],
)
def test_a_text_is_folded_where_its_channel_folds_it(
    channels: str, length: int, fold: Fold | None, tmp_path: Path
) -> None:
    text = "We bake. " * (length // 9)
    (tmp_path / "a.yaml").write_text(f"- {{lang: en, channels: {channels}, text: {text}}}\n")
    report = Linter(Settings(root=tmp_path)).check_paths([tmp_path], pages=True)
    assert {one.fold for one in report.pages} == {fold}
    shown = page(report)
    assert ('class="more"' in shown) == ('class="rest"' in shown) == bool(fold)
    if fold:
        before = shown[shown.index('folded">') + 8 :].partition('<span class="rest">')[0]
        assert before == text[: fold.at].rpartition(" ")[0]
        assert fold.channel in shown


def colours(scheme: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#\w+);", scheme))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_have_the_contrast_of_wcag_aa() -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text; https://www.w3.org/TR/WCAG22/#contrast-minimum ."""
    style = page(Report())
    light, dark = style.split("prefers-color-scheme: dark", 1)
    for scheme in (colours(light), colours(dark.partition("}")[0])):
        for ink in ("ink", "soft", "error", "warning", "info"):
            for ground in ("page", "card"):
                lighter, darker = sorted((luminance(scheme[ink]), luminance(scheme[ground])))[::-1]
                assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (ink, ground)
        lighter, darker = sorted((luminance(scheme["tip"]), luminance(scheme["tipink"])))[::-1]
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5


@pytest.fixture(scope="module")
def window(report: Report, folder: Path) -> Iterator[Browser]:
    path = folder / "report.html"
    path.write_text(page(report), "utf-8")
    with browser() as opened:
        opened.open(path)
        yield opened


@pytest.fixture
def opened(window: Browser) -> Browser:
    window.run("document.getElementById('filters').reset()")
    window.run("return new Promise(done => setTimeout(done, 20))")
    return window


def test_a_browser_runs_nothing_of_a_draft_and_fetches_nothing(opened: Browser) -> None:
    assert opened.run("return typeof window.hacked") == "undefined"
    assert opened.run("return performance.getEntriesByType('resource').length") == 0
    assert opened.count("article") == 6
    assert "<script>" in opened.text("article:nth-of-type(4) .text")


def show_all(opened: Browser) -> None:
    opened.click("button[type=reset]")
    opened.run("return new Promise(done => setTimeout(done, 20))")


def test_filters_narrow_what_is_shown(opened: Browser, report: Report) -> None:
    whole = opened.text("#status")
    assert whole.startswith(f"{len(report.findings)} ")
    opened.click("[value=warning]")
    opened.click("[value=info]")
    errors = report.by_severity()["error"]
    assert opened.count("li.warning, li.info") == 0
    assert opened.text("#status").startswith(f"{errors} ")
    show_all(opened)
    assert opened.text("#status") == whole
    for name, value, left in [
        ("rule", "shouting", "two"),
        ("brand", "mill", "one"),
        ("owner", "zoe", "two"),
    ]:
        opened.click(f"#{name} option[value={value}]")
        assert opened.count("article") == 1
        assert opened.text("article:not([hidden]) h3").startswith(left)
        show_all(opened)
    opened.click("#channel option[value=x]")
    assert opened.count("article") == 2
    show_all(opened)
    assert opened.count("[data-group]") == 2
    opened.click("#owner option[value=zoe]")
    opened.click("[value=error]")
    opened.click("[value=warning]")
    assert opened.count("[data-group]") == 0
    show_all(opened)
    opened.click("[name=faulty]")
    assert "three" not in opened.text("#drafts")


@pytest.mark.parametrize(
    ("lang", "end", "told"),
    [
        ("en", "", "Show all (linkedin folds here)"),
        ("en", " Come at [time]", "Show all (linkedin folds here) · 1 problem"),
        ("fr", " Venez à [heure], par [lieu]", "Tout montrer (linkedin coupe ici) · 2 problèmes"),
    ],
)
def test_the_button_of_a_fold_counts_the_faults_behind_it(
    lang: str, end: str, told: str, tmp_path: Path
) -> None:
    draft = {"channel": "linkedin", "lang": lang, "text": "Soup. " * 60 + end}
    (tmp_path / "a.json").write_text(json.dumps(draft), encoding="utf-8")
    settings = Settings(root=tmp_path, select=("draft-leftover",))
    shown = page(Linter(settings).check_paths([tmp_path], pages=True), lang)
    assert f">{told}</button>" in shown


def test_a_text_is_unfolded_by_its_button_and_on_the_way_to_a_fault(opened: Browser) -> None:
    shut, rest, far = "article:last-of-type .folded", "article:last-of-type .rest", "[time]"
    seen = f"return document.querySelector('{rest}').getClientRects().length > 0"
    assert far not in opened.text(shut)
    assert not opened.run(seen)
    opened.click("article:last-of-type .more")
    assert far in opened.text(shut)
    opened.click("article:last-of-type .more")
    assert far not in opened.text(shut)
    opened.run("document.activeElement.blur()")
    opened.press("\ue00a", "\ue013")
    assert opened.run("return document.activeElement.innerText") == far
    assert opened.run(seen)
    opened.click("article:last-of-type .more")


def test_a_fault_is_explained_on_hover_and_by_keyboard(opened: Browser) -> None:
    opened.hover("article:nth-of-type(1) mark")
    assert "never filled in" in opened.text("#tip")
    escape, alt, down, up = "\ue00c", "\ue00a", "\ue015", "\ue013"
    opened.press(escape)
    assert opened.count("#tip") == 0
    opened.run("document.activeElement.blur()")
    opened.press(alt, down)
    focused = "return document.activeElement.innerText"
    assert opened.run(focused) == "[link]"
    assert opened.count("#tip") == 1
    opened.press(alt, down)
    second = opened.run(focused)
    assert second != "[link]"
    opened.press(alt, up)
    assert opened.run(focused) == "[link]"
    opened.click("#next")
    named = opened.run(
        "const m = document.activeElement;"
        "return m.tagName === 'MARK' ? m.getAttribute('aria-describedby').split(' ')"
        ".every(id => document.getElementById(id)) : m.id"
    )
    assert named in {True, "next"}


def test_every_control_has_a_name_and_can_be_reached(opened: Browser) -> None:
    nameless = opened.run(
        "return [...document.querySelectorAll('input,select,button')]"
        ".filter(e => !(e.labels?.length || e.innerText.trim())).length"
    )
    assert nameless == 0
    small = opened.run(
        "return [...document.querySelectorAll('select,button')]"
        ".filter(e => e.getBoundingClientRect().height < 24).length"
    )
    assert small == 0
