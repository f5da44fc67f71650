"""Guards: what each lets pass and what it does not, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from socialint.guards import GUARDS
from socialint.layers.compiler import Term, compile_lexicon
from socialint.layers.lexicon import Lexicon
from socialint.layers.nodes import whole
from socialint.layers.phrases import PHRASES
from socialint.layers.view import View
from socialint.rulepack import compile_pack, load_pack

RULES = Path(__file__).parents[1] / "rules"


@cache
def cues() -> Mapping[str, Lexicon]:
    return load_pack(compile_pack(RULES)).lexicons


def is_silent(guard: str, text: str, *, lang: str) -> bool:
    """Whether `guard` silences the words between ⟦ and ⟧."""
    start, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    entry = plain[start:end].replace("*", r"\*").replace("[", r"\[")
    lists = [Term("free", entry), Term("kept", entry, guards=(guard,))]
    lexicon = Lexicon(whole(compile_lexicon(lists).encode()), GUARDS)
    view = View(plain, lang, lexicons={lang: (lexicon, cues()[lang])})
    found = view.layer(PHRASES)
    assert start in [match.start for match in found["free"]]
    return start not in [match.start for match in found["kept"]]


SILENT = [
    ("quotation", "fr", "Un client écrit : « C'est ⟦révolutionnaire⟧ ! »"),
    ("quotation", "en", "One customer wrote: “It is ⟦life-changing⟧!”"),
    ("quotation", "fr", "> C'est ⟦révolutionnaire⟧ !\n\nMerci à vous."),
    ("quotation", "en", "> It is ⟦life-changing⟧!\n\nThank you."),
    ("code", "fr", "Copiez `⟦achetez⟧ maintenant` dans la page."),
    ("code", "en", "Copy `⟦buy now⟧` into the page."),
    ("negation", "fr", "N'⟦achetez⟧ pas sur un coup de tête."),
    ("negation", "fr", "N’⟦ACHETEZ⟧ RIEN."),
    ("negation", "fr", "Nous ne vous ⟦promettons⟧ rien."),
    ("negation", "fr", "Une offre sans ⟦engagement⟧."),
    ("negation", "fr", "On est loin d'être ⟦leader⟧."),
    ("negation", "fr", "Ce n'est pas ⟦révolutionnaire⟧, et tant mieux."),
    ("negation", "fr", "⟦Achetez⟧ pas trop vite !"),
    ("negation", "fr", "Jamais de ⟦vente forcée⟧."),
    ("negation", "fr", "C'est pas ⟦révolutionnaire⟧."),
    ("negation", "en", "Don't ⟦buy now⟧."),
    ("negation", "en", "Don’t ⟦buy now⟧."),
    ("negation", "en", "We are not ⟦the best⟧ in town."),
    ("negation", "en", "We never say ⟦buy now⟧."),
    ("negation", "en", "There is no ⟦miracle cure⟧."),
    ("negation", "en", "All of it without ⟦hidden fees⟧."),
    ("question", "fr", "Avez-vous ⟦lu la notice⟧ ?"),
    ("question", "fr", "⟦Lu la notice⟧\u202f? 😅"),
    ("question", "fr", "Est-ce que vous aviez ⟦lu la notice⟧"),
    ("question", "en", "Have you ⟦read the manual⟧?"),
    ("question", "en", "Did you ⟦read the manual⟧"),
    ("question", "en", "“Who ⟦buys now⟧?”"),
    ("hypothetical", "fr", "Si vous étiez ⟦heurtés⟧, dites-le."),
    ("hypothetical", "fr", "Au cas où la pièce serait ⟦en rupture⟧, écrivez-nous."),
    ("hypothetical", "en", "If the room is ⟦sold out⟧, try Tuesday."),
    ("hypothetical", "en", "Unless you ⟦act now⟧ the file closes."),
    ("definition", "fr", "On appelle ⟦neutralité carbone⟧ un équilibre."),
    ("definition", "fr", "Que signifie ⟦sans paraben⟧ ?"),
    ("definition", "fr", "Le terme ⟦bio⟧ est protégé."),
    ("definition", "en", "⟦Carbon neutral⟧ means offsetting what is left."),
    ("definition", "en", "The word ⟦organic⟧ is regulated."),
    ("third_person", "fr", "Ils prétendent tous être ⟦numéro un⟧."),
    ("third_person", "fr", "Chaque été, il ⟦profite⟧ du jardin."),
    ("third_person", "en", "They say it ⟦cures everything⟧."),
    ("third_person", "en", "People who ⟦buy now⟧ often regret it."),
    ("deadline", "fr", "⟦Dernier jour⟧ le 12 mai pour les inscriptions."),
    ("deadline", "fr", "Jusqu'au 12/05/2026 à 18 h, ⟦profitez-en⟧."),
    ("deadline", "en", "⟦Last chance⟧: applications close on 3 May 2026."),
    ("deadline", "en", "⟦Hurry⟧, doors close at 6:30 pm."),
    ("safety", "fr", "Alerte enlèvement. ⟦Partagez vite⟧ ce message."),
    ("safety", "fr", "⟦Sans attendre⟧, appelez le 15."),
    ("safety", "en", "Flood warning tonight. ⟦Act now⟧: move uphill."),
    ("safety", "en", "Call 911 and ⟦act now⟧."),
    ("howto", "fr", "1. Ouvrez la page\n2. ⟦Cliquez ici⟧\n3. Imprimez"),
    ("howto", "fr", "Étape 2 : ⟦cliquez ici⟧ pour imprimer."),
    ("howto", "en", "1) Open the page\n2) ⟦Click here⟧\n"),
    ("howto", "en", "Step 2: ⟦click here⟧ to print."),
    ("hashtag", "fr", "Bonne journée #⟦soldes⟧"),
    ("hashtag", "en", "Have a good day #⟦sale⟧"),
]

SPEAKING = [
    ("quotation", "fr", "Notre produit « Brise » est ⟦révolutionnaire⟧."),
    ("quotation", "en", "Our “Breeze” is ⟦life-changing⟧."),
    ("code", "fr", "⟦Achetez⟧ avec le code `MAI`."),
    ("code", "en", "⟦Buy now⟧ with `MAY`."),
    ("negation", "fr", "N'attendez pas, ⟦achetez⟧ !"),
    ("negation", "fr", "N'hésitez pas à ⟦acheter maintenant⟧."),
    ("negation", "fr", "Pas de panique : ⟦achetez⟧."),
    ("negation", "fr", "Ce n'est pas rien mais ⟦achetez⟧."),
    ("negation", "fr", "Sans aucun doute ⟦le meilleur⟧."),
    ("negation", "fr", "Non seulement ⟦révolutionnaire⟧, mais beau."),
    ("negation", "fr", "Nous ne vendons rien. ⟦Achetez⟧ ailleurs."),
    ("negation", "fr", "À deux pas : ⟦achetez⟧ local."),
    ("negation", "fr", "Le n° 1 ⟦incontesté⟧."),
    ("negation", "fr", "Du jamais vu, ⟦achetez⟧."),
    ("negation", "en", "The no. 1 ⟦brand⟧."),
    ("negation", "en", "One of, if not ⟦the best⟧."),
    ("negation", "en", "Don't wait: ⟦buy now⟧."),
    ("negation", "en", "Don't wait to ⟦buy now⟧."),
    ("negation", "en", "Not only ⟦the best⟧ but the first."),
    ("negation", "en", "No doubt ⟦the best⟧."),
    ("negation", "en", "It is not much, but ⟦buy now⟧."),
    ("negation", "en", "Why not ⟦buy now⟧"),
    ("question", "fr", "Une question ? ⟦Lisez la notice⟧."),
    ("question", "en", "Any question? ⟦Read the manual⟧."),
    ("hypothetical", "fr", "Si vous voulez, ⟦achetez⟧."),
    ("hypothetical", "fr", "C'est si simple qu'on ⟦oublie tout⟧."),
    ("hypothetical", "en", "If you like it, ⟦buy now⟧."),
    ("definition", "fr", "Un savon ⟦bio⟧. Le terme est protégé."),
    ("definition", "fr", "Cela signifie ⟦zéro déchet⟧ pour vous."),
    ("definition", "en", "Our soap is ⟦organic⟧."),
    ("definition", "en", "Which means ⟦guaranteed results⟧."),
    ("third_person", "fr", "Nous sommes ⟦numéro un⟧, disent-ils."),
    ("third_person", "fr", "Il fait beau : ⟦profite⟧ du jardin."),
    ("third_person", "en", "We say it ⟦cures everything⟧."),
    ("deadline", "fr", "⟦Dernier jour⟧ pour en profiter."),
    ("deadline", "fr", "⟦Dernier jour⟧ de la collection 2026."),
    ("deadline", "en", "⟦Last chance⟧. We opened on 3 May 2019."),
    ("safety", "fr", "⟦Partagez vite⟧ notre offre."),
    ("safety", "en", "⟦Act now⟧ and save."),
    ("howto", "fr", "1. Ouvrez la page\n⟦Cliquez ici⟧"),
    ("howto", "en", "⟦Click here⟧ to win."),
    ("hashtag", "fr", "#soldes ⟦soldes⟧"),
    ("hashtag", "en", "The #summer ⟦sale⟧"),
]


@pytest.mark.parametrize("name", sorted(GUARDS))
def test_a_guard_is_tried_both_ways_in_both_languages_and_owns_up_to_its_limits(name: str) -> None:
    for cases in (SILENT, SPEAKING):
        assert {lang for guard, lang, _ in cases if guard == name} == {"fr", "en"}
    assert "Can't see:" in " ".join((GUARDS[name].__doc__ or "").split())


@pytest.mark.parametrize(("guard", "lang", "text"), SILENT)
def test_a_guard_silences(guard: str, lang: str, text: str) -> None:
    assert is_silent(guard, text, lang=lang)


@pytest.mark.parametrize(("guard", "lang", "text"), SPEAKING)
def test_a_guard_lets_speak(guard: str, lang: str, text: str) -> None:
    assert not is_silent(guard, text, lang=lang)
