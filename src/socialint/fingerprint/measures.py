"""What is counted of a text: signs, sentences, persons, small words; texts are pooled by sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType

from socialint.layers.entities import ENTITIES, FIGURES
from socialint.layers.fold import WORDS
from socialint.layers.readability import count_syllables
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.named import NamedTuple

PER = 100  # words
LONG = 7  # letters of a long word
SYLLABLES = "syllables-per-word"
APART = frozenset(["url", "email", "mention", "hashtag"])  # what holds no words
MEANS = frozenset(["words-per-sentence", "letters-per-word", SYLLABLES])
_CAPITALS = regex(r"[^\W\d_a-zß-öø-ÿ](?<!\w.)[^\W\d_a-zß-öø-ÿ]{3,}\b")
# Left of UTF-8: signs, capitals as A, and of characters beyond ASCII the bytes after the first.
_BARE = bytes(65 if 65 <= code <= 90 or 128 <= code < 192 else code for code in range(256))
_LEFT_OUT = bytes([*range(97, 123), *range(192, 256)])
_READER = frozenset(
    ["you", "your", "yours", "vous", "votre", "vos", "tu", "te", "toi", "ton", "ta", "tes"]
)
_TU = frozenset(["tu", "te", "toi", "ton", "ta", "tes"])
_VOUS = frozenset(["vous", "votre", "vos"])
_BRAND = frozenset(["we", "us", "our", "ours", "nous", "notre", "nos"])
_ONE = frozenset(["i", "my", "me", "je", "j", "mon", "ma", "mes", "on"])
_CUT = frozenset(["ll", "re", "ve", "d", "m", "t", "isn", "don", "can", "won", "qu", "c", "l", "s"])
# words too common to be chosen: how often they come is a habit (Burrows, Delta, 2002)
_SMALL: Mapping[str, str] = MappingProxyType(
    {
        "en": "the of and to a in is for that with on it this are be at as from by or",
        "fr": "le la les de des un une et a en que qui dans pour sur est ce il se par",
    }
)


class Counts(NamedTuple):
    """What is counted of one text, in a fixed order; texts are pooled by adding them up.

    `syllables` are 0 where nobody asked for them.
    """

    words: int
    sentences: int
    letters: int
    long: int
    emoji: int
    exclamation: int
    question: int
    hashtag: int
    mention: int
    link: int
    figure: int
    comma: int
    colon: int
    aside: int
    line: int
    capitals: int
    reader: int
    tu: int
    vous: int
    brand: int
    one: int
    cut: int
    small: tuple[int, ...]
    syllables: int = 0


Rate = Callable[[Counts], float]


def _per_words(name: str) -> Rate:
    return lambda counts: PER * getattr(counts, name) / max(counts.words, 1)


FEATURES: Mapping[str, Rate] = MappingProxyType(
    {
        "words-per-sentence": lambda counts: counts.words / max(counts.sentences, 1),
        "letters-per-word": lambda counts: counts.letters / max(counts.words, 1),
        SYLLABLES: lambda counts: counts.syllables / max(counts.words, 1),
        **{
            name: _per_words(name)
            for name in Counts._fields
            if name not in {"words", "sentences", "letters", "small", "syllables"}
        },
    }
)


@cache
def small_words(lang: str) -> tuple[str, ...]:
    """The most common words of a language, whose rates are features as well."""
    return tuple(_SMALL.get(lang, "").split())


def signs_of(text: str) -> dict[str, int]:
    """What is counted of the characters, and words in capitals of four letters or more."""
    written = text.encode("utf-8", "surrogatepass")
    if len(written) > len(text):
        # no letter stands from U+2000 to U+203F, where most signs beyond ASCII do
        written = written.replace(b"\xe2\x80", b" ")
    bare = written.translate(_BARE, _LEFT_OUT)
    count = bare.count
    return {
        "exclamation": count(b"!"),
        "question": count(b"?"),
        "comma": count(b","),
        "colon": _colons(text) if b":" in bare else 0,
        "aside": count(b"(") + text.count("–") + text.count("—"),
        "line": count(b"\n"),
        "capitals": len(_CAPITALS.findall(text)) if b"AAAA" in bare else 0,
    }


def _colons(text: str) -> int:
    """Those before a space; one after a no-break space counts twice, as habits were learned so."""
    return text.count(": ") + (text.count("\u00a0: ") if "\u00a0" in text else 0)


@cache
def groups_of(lang: str) -> Mapping[str, frozenset[str]]:
    """Words counted together, by the name of their feature."""
    french = lang == "fr"
    return {
        "reader": _READER,
        "tu": _TU if french else frozenset(),
        "vous": _VOUS if french else frozenset(),
        "brand": _BRAND,
        "one": _ONE,
        "cut": _CUT,
    }


def _own(view: View) -> list[tuple[str, int, int]]:
    """The words of letters, with their places; what stands in links, tags and mentions is none."""
    apart = {
        at
        for entity in view.layer(ENTITIES)
        if entity.kind in APART
        for at in range(entity.start, entity.end)
    }
    return [one for one in view.layer(WORDS) if one[0].isalpha() and one[1] not in apart]


def measured(view: View, lang: str, *, aloud: bool = False) -> Counts:
    """What is counted of a text in `lang`; links, tags and mentions are no words.

    Syllables are counted for those who learn a voice or hold a text against one (`aloud`).
    """
    kinds: list[str] = [entity.kind for entity in view.layer(ENTITIES)]
    found = _own(view)
    words = [word for word, _, _ in found]
    often, text, small = Counter(words), view.text, small_words(lang)
    spelt = [text[start:end].lower() for _, start, end in found] if aloud else []
    return Counts(
        words=len(words),
        sentences=len(view.layer(SENTENCES)),
        letters=sum(map(len, words)),
        long=sum(len(word) >= LONG for word in words),
        emoji=kinds.count("emoji"),
        hashtag=kinds.count("hashtag"),
        mention=kinds.count("mention"),
        link=kinds.count("url"),
        figure=sum(map(kinds.count, FIGURES)),
        **signs_of(text),
        **{name: sum(often[word] for word in group) for name, group in groups_of(lang).items()},
        small=tuple(often[word] for word in small),
        syllables=count_syllables(spelt, lang),
    )


def pooled(many: Iterable[Counts]) -> Counts:
    """The sums of several texts."""
    texts = list(many)
    small = tuple(map(sum, zip(*(text.small for text in texts), strict=True)))
    numbers = [name for name in Counts._fields if name != "small"]
    sums = {name: sum(getattr(text, name) for text in texts) for name in numbers}
    return Counts(**sums, small=small)


def rates(counts: Counts, lang: str) -> dict[str, float]:
    """Every feature of a text, or of a pool of texts, per sentence, word or hundred words."""
    found = {name: rate(counts) for name, rate in FEATURES.items()}
    per = PER / max(counts.words, 1)
    words = zip(small_words(lang), counts.small, strict=False)
    return found | {f"“{word}”": per * number for word, number in words}
