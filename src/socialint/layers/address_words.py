"""The French words that tell tu from vous, and those beside which they do not."""

from __future__ import annotations

from typing import Literal

Address = Literal["tu", "vous"]
PRONOUNS: dict[str, Address] = {
    **dict.fromkeys(("tu", "te", "toi", "toi-même", "toi-meme", "-toi"), "tu"),
    **dict.fromkeys(("vous", "vous-même", "vous-mêmes", "vous-meme", "vous-memes"), "vous"),
}
POSSESSIVES: dict[str, Address] = {
    **dict.fromkeys(("ton", "ta", "tes"), "tu"),
    **dict.fromkeys(("votre", "vos"), "vous"),
}
# le tien, la vôtre: only after an article
OWN: dict[str, Address] = {
    **dict.fromkeys(("tien", "tienne", "tiens", "tiennes"), "tu"),
    **dict.fromkeys(("vôtre", "vôtres"), "vous"),
}
FIXED: dict[str, Address] = {"svp": "vous", "stp": "tu"}
ARTICLES = frozenset(["le", "la", "les", "au", "aux", "du", "des"])
# before "ton" these make it the noun (le ton, bon ton), before "tu" the participle (s'est tu)
BEFORE_NOUN = frozenset(
    ["le", "un", "au", "du", "ce", "bon", "même", "quel", "son", "mauvais", "chaque"]
)
# "le tu", "tu ou vous": the words themselves
BEFORE_MENTION = frozenset(["le", "ou", "du", "au"])
BEFORE_PARTICIPLE = frozenset(["est", "était", "sera", "serait", "a", "avait", "ont", "soit"])
# no verbs, though they end like one
NOT_VERBS = frozenset(["assez", "merguez"])
# "allez les bleus", "allez !": cheers that go with tu as well
CHEERS = frozenset(["allez"])
