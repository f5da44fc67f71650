"""Voices measured, learned and told apart."""

from __future__ import annotations

import json
import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.fingerprint import Counts, Fingerprint, Sample, compare, learn, measured, rates
from socialint.fingerprint.measures import pooled, signs_of
from socialint.fingerprint.near import is_near, ruler
from socialint.layers.view import View

CALM = (
    "The bridge opens on Monday",
    "Buses stop at both ends of it",
    "The market is back under the trees",
    "The path by the mill is closed",
    "There is soup for those who bring a bowl",
    "The library counts its books on Friday",
    "The small pool is warm from May on",
)
CAPITALS = re.compile(r"(?<!\w)[^\W\d_a-zß-öø-ÿ]{4,}\b")
LOUD = ("Guess who is back", "Bring your gran", "Who is in", "Grab a bag and a friend", "Run")


def calm(random: Random) -> Counts:
    text = " ".join(f"{random.choice(CALM)}." for _ in range(5))
    return measured(View(text, "en"), "en")


def loud(random: Random) -> Counts:
    text = " ".join(f"{random.choice(LOUD)}! 🎉" for _ in range(8))
    return measured(View(text, "en"), "en")


def posts(number: int, seed: int = 1) -> list[Sample]:
    random = Random(seed)  # noqa: S311  no secret
    return [Sample("en", "x", calm(random)) for _ in range(number)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("We are back! Are you?", "en", {"words": 5, "sentences": 2, "exclamation": 1}),
        ("We are back! Are you?", "en", {"question": 1, "brand": 1, "reader": 1, "letters": 15}),
        ("Hop 🎉🎉 #fete @moulin https://a.example", "fr", {"words": 1, "emoji": 2, "link": 1}),
        ("Hop 🎉🎉 #fete @moulin https://a.example", "fr", {"hashtag": 1, "mention": 1}),
        ("Tu viens avec ta soeur ? On vous attend.", "fr", {"tu": 2, "vous": 1, "one": 1}),
        ("Un pont (neuf), 12 arches : LONGUE vie.\nVoilà", "fr", {"comma": 1, "aside": 1}),
        ("Un pont (neuf), 12 arches : LONGUE vie.\nVoilà", "fr", {"colon": 1, "capitals": 1}),
    ],
)
def test_what_is_counted(text: str, lang: str, expected: dict[str, int]) -> None:
    counts = measured(View(text, lang), lang)
    assert {name: getattr(counts, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("We are back! See https://a.example #again", "en", 4),
        ("Le pont brille samedi.", "fr", 6),
    ],
)
def test_syllables_are_counted_where_a_voice_is_judged(text: str, lang: str, expected: int) -> None:
    view = View(text, lang)
    assert measured(view, lang).syllables == 0
    assert measured(view, lang, aloud=True).syllables == expected


@given(st.text() | st.text("ABÉŒΩḾⅧªaé “’«\u00a0.4_", max_size=12))
def test_words_in_capitals_are_found_in_any_alphabet(text: str) -> None:
    assert signs_of(text)["capitals"] == len(CAPITALS.findall(text))


@given(st.text("a!?,:( \u00a0–—\néÀ’🎉\ud800", max_size=30))
def test_signs_are_counted_among_any_characters(text: str) -> None:
    found = signs_of(text)
    alone = {"exclamation": "!", "question": "?", "comma": ",", "line": "\n"}
    assert {name: found[name] for name in alone} == {n: text.count(s) for n, s in alone.items()}
    assert found["aside"] == sum(map(text.count, "(–—"))
    assert found["colon"] == text.count(": ") + text.count("\u00a0: ")


@given(st.lists(st.sampled_from(CALM + LOUD), min_size=1, max_size=6))
def test_a_pool_counts_what_its_texts_count(texts: list[str]) -> None:
    each = [measured(View(text, "en"), "en") for text in texts]
    whole = pooled(each)
    assert whole.words == sum(one.words for one in each)
    assert sum(whole.small) == sum(sum(one.small) for one in each)
    assert all(rate >= 0 for rate in rates(whole, "en").values())


VOICE = learn(
    Sample(
        "en",
        None,
        measured(
            View(" ".join(f"{Random(n).choice(CALM)}." for n in range(at, at + 6)), "en"),  # noqa: S311  no secret
            "en",
            aloud=True,
        ),
    )
    for at in range(0, 240, 6)
).voices[0]


def test_the_same_posts_give_the_same_file() -> None:
    one, other = (json.dumps(learn(posts(30)).to_dict()) for _ in range(2))
    assert one == other


def test_a_file_is_read_as_it_was_written() -> None:
    written = learn(posts(30)).to_dict()
    assert (
        Fingerprint.from_dict(json.loads(json.dumps(written))).to_dict()["voices"]
        == (written["voices"])
    )


@pytest.mark.parametrize("number", [0, 1, 19])
def test_few_posts_teach_no_voice(number: int) -> None:
    learned = learn(posts(number))
    assert learned.voices == ()
    assert {n for _, _, n in learned.thin} == ({number} if number else set())


def test_the_voice_of_a_channel_comes_before_that_of_the_language() -> None:
    learned = learn([*posts(30), *(sample._replace(channel=None) for sample in posts(30, 2))])
    assert [(voice.channel, voice.posts) for voice in learned.voices] == [(None, 60), ("x", 30)]
    for channel, posts_learned in (("x", 30), ("facebook", 60), (None, 60)):
        voice = learned.voice("en", channel)
        assert voice
        assert voice.posts == posts_learned
    assert learned.voice("fr", "x") is None


@pytest.mark.parametrize("size", [1, 5, 20])
def test_a_voice_knows_its_own_from_another(size: int) -> None:
    voice = learn(posts(60)).voices[0]
    random = Random(7)  # noqa: S311  no secret
    own = [compare([calm(random) for _ in range(size)], voice) for _ in range(40)]
    others = [compare([loud(random) for _ in range(size)], voice) for _ in range(40)]
    assert sum(verdict is not None and not verdict.off for verdict in own) >= 36
    told = [verdict for verdict in others if verdict]
    assert told
    assert all(verdict.off for verdict in told)
    assert {"exclamation", "emoji"} <= {one.name for v in told for one in v.differences}


def test_thin_evidence_is_not_judged() -> None:
    voice = learn(posts(60)).voices[0]
    assert compare([], voice) is None
    assert compare([measured(View("Hop! 🎉", "en"), "en")], voice) is None


@given(st.lists(st.sampled_from(CALM + LOUD + ("🎉", "\n\n", "https://a.example")), max_size=20))
def test_what_is_surely_near_is_never_off(texts: list[str]) -> None:
    measure = ruler(VOICE)
    assert measure
    view = View("! ".join(texts), "en")
    verdict = compare([measured(view, "en", aloud=True)], VOICE)
    if is_near(view, measure):
        assert verdict is None or not verdict.off


def test_approved_posts_are_near_without_being_measured() -> None:
    measure = ruler(VOICE)
    assert measure
    texts = [" ".join(f"{sentence}." for sentence in CALM[at:] + CALM[:at]) for at in range(7)]
    assert all(is_near(View(text, "en"), measure) for text in texts)


def test_a_voice_that_knows_other_features_has_no_ruler() -> None:
    habits = {1: {name: habit for name, habit in VOICE.habits[1].items() if name != "comma"}}
    assert ruler(VOICE._replace(habits=habits)) is None
    assert ruler(VOICE._replace(limits={5: 1.0})) is None
