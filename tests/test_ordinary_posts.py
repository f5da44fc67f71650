"""What ordinary posts cost rules of selling, bait and claims, counted: who wakes, what is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from looks import DEAR, looks

from socialint import Linter
from socialint.settings import Settings

LINTER = Linter(
    Settings(root=Path(), select=("SEL", "BAI", "CLM")), as_of=datetime(2026, 6, 1, tzinfo=UTC)
)
POSTS = {
    "en": (
        "The towpath between the two locks reopens on Friday. Mind the wet boards by the weir.",
        "We moved the seed shelf to the back room. The labels are in pencil, so bring glasses.",
        "Ana counted the swifts again last night: eleven nests under the town hall roof.",
        "How do you store apples over winter? Wrap each one in paper and keep the cellar dark.",
        "Our choir sings in the covered market at noon. The recording will be on our site.",
        "Thanks to the rowing club for lending us their van, and to Tom for driving it home.",
        "The report on the bridge is out. It took two years, and the annex lists every beam.",
        "A loose screw is usually what hums. Turn the kettle over and look before you call us.",
        "The reading group meets on Tuesdays now. The next book is a short one about rivers.",
        "Snow on the upper road this morning. The bus turns round at the church until noon.",
        "You can drop off jars at the back door. We wash them, fill them and label them here.",
        "We are looking for a drummer for the winter concert. Write to us if you can keep time.",
    ),
    "fr": (
        "Le chemin de halage rouvre vendredi. Attention aux planches mouillées près du barrage.",
        "Le rayon des graines passe dans la salle du fond. Les étiquettes sont au crayon.",
        "Inès a recompté les martinets hier soir : onze nids sous le toit de la mairie.",
        "Comment garder des pommes tout l’hiver ? Dans du papier, à la cave, sans lumière.",
        "Notre chorale chante à midi sous la halle. L’enregistrement sera sur notre site.",
        "Merci au club d’aviron pour le prêt du camion, et à Malik qui l’a ramené.",
        "Le rapport sur le pont est paru. Il a pris deux ans, et l’annexe décrit chaque poutre.",
        "Ce qui bourdonne est souvent une vis. Retournez la bouilloire et regardez d’abord.",
        "Le groupe de lecture se réunit le mardi. Le prochain livre parle des rivières.",
        "Neige sur la route du haut ce matin. Le car fait demi-tour à l’église jusqu’à midi.",
        "Vous pouvez déposer vos bocaux à la porte du fond. Nous les lavons et les remplissons.",
        "Nous cherchons un batteur pour le concert d’hiver. Écrivez-nous si vous tenez le rythme.",
    ),
}
# So often in a dozen posts each may look at the most; a rule that is not named, twice.
MOST: Mapping[str, int] = {
    "shouting": 12,
    "me-me-me": 6,
    "engagement-bait": 3,
    "unsourced-statistic": 4,
    "vague-authority": 3,
}


def costs(
    texts: Sequence[str], lang: str, folder: Path, linter: Linter = LINTER
) -> Mapping[str, int]:
    """How often each rule looks and each layer is made; no post has a fault."""
    for number, text in enumerate(texts):
        post = f"---\nlang: {lang}\n---\n{text}\n"
        (folder / f"{number:02}.md").write_text(post, encoding="utf-8")
    return looks(linter, folder)


@pytest.mark.parametrize("lang", POSTS)
def test_ordinary_posts_wake_few_rules(lang: str, tmp_path: Path) -> None:
    found = costs(POSTS[lang], lang, tmp_path)
    rules = {name: count for name, count in found.items() if not name.startswith("(")}
    assert {name: n for name, n in rules.items() if n > MOST.get(name, 2)} == {}
    assert found.keys() & DEAR == frozenset()
    assert found.get("(found)", 0) <= 4  # posts for which any match is made


@pytest.mark.parametrize("lang", POSTS)
def test_a_long_ordinary_post_needs_no_grammar(lang: str, tmp_path: Path) -> None:
    found = costs([" ".join(POSTS[lang])], lang, tmp_path)
    assert found.keys() & DEAR == frozenset()
    assert len([name for name in found if not name.startswith("(")]) <= 10


# Words of a move stand in each; what they weigh tells that no deal can come of it.
THANKS = {
    "en": (
        "Thank you to the rowing club for the room above the boathouse.",
        "The scouts gave us a hand with the benches. The lamp oil was theirs too.",
        "Thanks, Ana, for the lunch you brought to the allotment on Sunday.",
    ),
    "fr": (
        "Merci au club d’aviron pour le repas sous le hangar.",
        "Les scouts nous ont donné un coup de main pour porter les bancs.",
        "Merci à Inès pour la balade de dimanche au bord du canal.",
    ),
}


@pytest.mark.parametrize("lang", THANKS)
def test_thanks_are_weighed_before_any_match_is_made(lang: str, tmp_path: Path) -> None:
    linter = Linter(Settings(root=Path(), select=("TRN",)), as_of=datetime(2026, 6, 1, tzinfo=UTC))
    found = costs(THANKS[lang], lang, tmp_path, linter)
    assert found["(disclosure)"] == len(THANKS[lang])
    assert found.keys() & {"(found)", "(sentences)", "(zones)"} == frozenset()
