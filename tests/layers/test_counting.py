"""Lengths as platforms count them, and cuts that fall where they fall."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from needs import SHARED

from socialint.layers.counting import (
    COUNTERS,
    Part,
    _links,
    _sum,
    _weight,
    count_x,
    mastodon_wholes,
    threads_wholes,
    x_wholes,
)
from socialint.layers.graphemes import _joins, count_graphemes, floor
from socialint.layers.sms import sms

SUITE = SHARED / "corpus/conformance/twitter-text/validate.yml"
EMOJI = SHARED / "corpus/conformance/unicode/emoji-test.txt"

TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "a",
                "é",
                "e\u0301",
                " ",
                "\r\n",
                "😀",
                "👩🏽‍🚀",
                "🇫🇷",
                "1️⃣",
                "日",
                "€",
                "‑",
                "한",
                "\u1100\u1161",
            ]
        ),
        st.characters(codec="utf-8"),
    ),
    max_size=20,
).map("".join)
LIMITS = st.integers(0, 12)


def weighted_cases() -> list[Any]:
    if not SUITE.exists():
        return [pytest.param("", {}, marks=pytest.mark.skip("the suite is not beside us"))]
    with SUITE.open(encoding="utf-8") as file:
        tests = yaml.safe_load(file)["tests"]
    return [
        pytest.param(section, case, id=f"{section}: {case['description'][:60]}")
        for section, cases in tests.items()
        if section.endswith("CounterTest")
        for case in cases
    ]


def count_x_before_emoji(text: str) -> int:
    """As X counted once (configuration 2): emoji weigh what their code points weigh."""
    text = unicodedata.normalize("NFC", text)
    return _sum(text, _links(text), _weight)


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """The spans of what a reader sees as characters, in order."""
    joins = set(_joins(text))
    return pairwise([place for place in range(len(text) + 1) if place not in joins])


def end_in_utf16(text: str) -> int:
    return COUNTERS["utf16"].count(text) - 1


@pytest.mark.parametrize(("section", "case"), weighted_cases())
def test_x_counts_as_x_says(section: str, case: dict[str, Any]) -> None:
    expected, text = case["expected"], case["text"]
    count = (count_x_before_emoji if section == "WeightedTweetsCounterTest" else count_x)(text)
    assert (count, count * 1000 // 280) == (expected["weightedLength"], expected["permillage"])
    assert (0 < count <= 280) == expected["valid"] or "invalid characters" in case["description"]
    assert end_in_utf16(text) == expected["displayRangeEnd"] or text != unicodedata.normalize(
        "NFC", text
    )


@pytest.mark.parametrize(("section", "case"), weighted_cases())
def test_x_cuts_where_x_says(section: str, case: dict[str, Any]) -> None:
    expected, text = case["expected"], case["text"]
    cut = COUNTERS["x"].cut(text, 280)
    if section == "WeightedTweetsCounterTest" and "emoji" in case["description"]:
        assert cut is None or expected["valid"] is False
    elif "invalid characters" not in case["description"]:
        kept = text if cut is None else text[:cut]
        assert end_in_utf16(kept) == expected["validRangeEnd"]


def emoji_sequences() -> list[str]:
    lines = (line.partition(";")[0].split() for line in EMOJI.read_text("utf-8").splitlines())
    return ["".join(chr(int(c, 16)) for c in line) for line in lines if line and line[0][0] != "#"]


@pytest.mark.skipif(not EMOJI.exists(), reason="emoji-test.txt is not beside the repository")
def test_every_emoji_is_one_grapheme() -> None:
    assert [emoji for emoji in emoji_sequences() if count_graphemes(emoji) != 1] == []


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("x", "Voir acme.fr", 28),
        ("x", "Voir acme.example", 28),
        ("x", "Voir https://acme.example/une/longue/adresse/qui/ne/compte/pas.", 29),
        ("mastodon", "https://acme.example/une/longue/adresse", 23),
        ("x", "日本", 4),
        ("x", "👩🏽‍🚀", 2),
        ("x", "e\u0301", 1),
        ("x", "©", 1),
        ("mastodon", "acme.fr", 7),
        ("mastodon", "https://acme.fr/une/longue/adresse/qui/ne/compte/pas", 23),
        ("mastodon", "@ana@mastodon.social !", 6),
        ("mastodon", "🇫🇷", 1),
        ("threads", "a🇫🇷", 9),
        ("threads", "été", 3),
        ("graphemes", "e\u0301🇫🇷\r\n", 3),
        ("graphemes", "한\u1112\u1161\u11ab", 2),
        ("bytes", "é€😀", 9),
        ("utf16", "é€😀", 4),
        ("characters", "e\u0301", 2),
        ("sms", "", 0),
        ("sms", "a" * 160, 1),
        ("sms", "a" * 161, 2),
        ("sms", "€" * 80, 1),
        ("sms", "a" * 152 + "€" * 5, 2),
        ("sms", "ê" * 70, 1),
        ("sms", "ê" * 71, 2),
    ],
)
def test_lengths(name: str, text: str, count: int) -> None:
    assert COUNTERS[name].count(text) == count


def test_one_letter_out_of_the_alphabet_makes_a_message_shorter() -> None:
    assert sms("Prêt à 5 €") == ("ucs2", 10, 1, (2,))
    assert sms("Pret à 5 €") == ("gsm7", 11, 1, ())


@pytest.mark.parametrize("filler", ["a", "ê", "€", "😀"])
@given(counts=st.lists(st.integers(0, 80), min_size=4, max_size=4), limit=st.integers(1, 4))
def test_messages_are_counted_as_they_are_filled(
    filler: str, counts: list[int], limit: int
) -> None:
    text = "".join(char * count for char, count in zip("b€a" + filler, counts, strict=True))
    size = {"gsm7": (160, 153), "ucs2": (70, 67)}[sms(text).alphabet]
    filled = [0]
    for char in text:
        double = char == "😀" or (char == "€" and size[0] == 160)
        if filled[-1] + 1 + double > size[1]:
            filled.append(0)
        filled[-1] += 1 + double
    whole = sum(filled) <= size[0]
    assert sms(text).segments == (bool(text) if whole else len(filled))
    cut = COUNTERS["sms"].cut(text, limit)
    assert cut is None or sms(text[:cut]).segments <= limit


@pytest.mark.parametrize(
    ("name", "text", "limit", "cut"),
    [
        ("x", "a" * 280 + "!", 280, 280),
        ("x", "a" * 260 + " https://acme.fr/x fin", 280, 261),
        ("graphemes", "ab👩🏽‍🚀c", 2, 2),
        ("utf16", "ab👩🏽‍🚀c", 5, 2),
        ("bytes", "éé", 3, 1),
        ("sms", "a" * 161, 1, 160),
        ("sms", "a" * 307, 2, 306),
        ("sms", "ê" * 71, 1, 70),
        ("characters", "abc", 3, None),
    ],
)
def test_cuts(name: str, text: str, limit: int, cut: int | None) -> None:
    assert COUNTERS[name].cut(text, limit) == cut


# How a cluster weighs by itself, and the stretches that are counted as a whole.
WEIGHTS: dict[str, tuple[Callable[[str], int], Callable[[str], Iterable[Part]]]] = {
    "x": (COUNTERS["x"].count, x_wholes),
    "mastodon": (count_graphemes, mastodon_wholes),
    "threads": (len, threads_wholes),
    "characters": (len, lambda _: ()),
    "graphemes": (count_graphemes, lambda _: ()),
    "bytes": (lambda text: len(text.encode("utf-8", "surrogatepass")), lambda _: ()),
    "utf16": (lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2, lambda _: ()),
}
LINKED = st.lists(
    st.one_of(
        TEXTS,
        st.sampled_from([" https://acme.fr/une/page ", " @ana@mastodon.social ", " acme.example "]),
    ),
    max_size=6,
).map("".join)


def cut_cluster_by_cluster(name: str, text: str, limit: int) -> int | None:
    weigh, wholes = WEIGHTS[name]
    parts, last = [], 0
    for start, end, weight in (*wholes(text), Part(len(text), len(text), 0)):
        rest = text[last:start]
        parts += [(last + a, weigh(rest[a:b])) for a, b in clusters(rest)]
        parts.append((start, weight))
        last = end
    totals = accumulate(weight for _, weight in parts)
    over = (start for (start, _), total in zip(parts, totals, strict=True) if total > limit)
    first = next(over, None)
    return None if first is None else floor(text, first)


@pytest.mark.parametrize("name", sorted(WEIGHTS))
@given(text=LINKED, limit=st.integers(0, 60))
def test_a_cut_is_where_weighing_every_cluster_puts_it(name: str, text: str, limit: int) -> None:
    assert COUNTERS[name].cut(text, limit) == cut_cluster_by_cluster(name, text, limit)


@pytest.mark.parametrize("name", sorted(COUNTERS))
@given(text=TEXTS, limit=LIMITS)
def test_a_cut_is_there_if_the_text_is_too_long_and_splits_no_grapheme(
    name: str, text: str, limit: int
) -> None:
    counter = COUNTERS[name]
    cut = counter.cut(text, limit)
    assert (cut is None) == (counter.count(text) <= limit)
    assert cut is None or cut in {start for start, _ in clusters(text)}


@pytest.mark.parametrize("name", ["x", "graphemes", "bytes", "utf16", "characters", "threads"])
@given(text=TEXTS.filter(lambda text: "." not in text), limit=LIMITS)
def test_a_cut_leaves_the_longest_text_within_the_limit(name: str, text: str, limit: int) -> None:
    counter = COUNTERS[name]
    cut = counter.cut(text, limit)
    fits = [0, *(end for _, end in clusters(text) if counter.count(text[:end]) <= limit)]
    assert (len(text) if cut is None else cut) == max(fits)


@pytest.mark.parametrize("name", ["x", "graphemes", "bytes", "utf16", "characters", "sms"])
@given(text=TEXTS.filter(lambda text: "." not in text))
def test_a_longer_text_never_counts_for_less(name: str, text: str) -> None:
    count = COUNTERS[name].count
    counts = [count(text[:end]) for _, end in clusters(text)]
    assert counts == sorted(counts)


@pytest.mark.xfail(
    reason="conjuncts of Indic scripts (rule GB9c of Unicode 15.1) are counted apart"
)
def test_an_indic_conjunct_is_one_grapheme() -> None:
    assert count_graphemes("\u0915\u094d\u0937") == 1


@given(TEXTS)
def test_clusters_cover_the_text(text: str) -> None:
    spans = list(clusters(text))
    assert "".join(text[a:b] for a, b in spans) == text
    assert len(spans) == count_graphemes(text)


@given(TEXTS)
def test_decomposed_text_is_as_long_on_x(text: str) -> None:
    assert count_x(unicodedata.normalize("NFD", text)) == count_x(text)
