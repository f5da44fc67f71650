"""A bank of posts is one draft a text, each with the fields that stand around it."""

from __future__ import annotations

import pytest

from socialint.draft import Draft
from socialint.formats.markdown import parse
from socialint.formats.reading import Reading
from socialint.testing import check_format

BANK = """\
---
marque: acme
---
# Banque de mai

Notes pour l'équipe.

## Post S1 - "Le marché rouvre"

**Date** : 12/05/2026 18h30
- **Objectif :** notoriété

**LinkedIn** :

```
Le *marché* rouvre.

À samedi !
```

**X / Bluesky :**
```text
Le marché rouvre samedi.
```

## Post S2 - « La ferme »

### Facebook

~~~
Bienvenue à la ferme.
~~~
"""


def read(text: str, *, bank: bool | None = None) -> tuple[Draft, ...]:
    return check_format(parse, text, reading=Reading(markdown_bank=bank))


def test_fences_under_channels_are_drafts() -> None:
    first, second, third = read(BANK)
    assert first.text == "Le *marché* rouvre.\n\nÀ samedi !"
    assert [draft.channels for draft in (first, second, third)] == [
        ("linkedin",),
        ("x", "bluesky"),
        ("facebook",),
    ]
    assert [draft.brand for draft in (first, second, third)] == ["acme"] * 3
    assert [draft.number for draft in (first, second, third)] == [1, 2, 3]


def test_fields_hold_for_the_whole_heading() -> None:
    first, second, third = read(BANK)
    for draft in (first, second):
        assert draft.publish_at is not None
        assert draft.fields["objective"].value == "notoriété"
        assert draft.fields["heading"].value == "Le marché rouvre"
    assert third.publish_at is None
    assert third.fields["heading"].value == "La ferme"


@pytest.mark.parametrize(
    "text",
    [
        "## Titre\n\nTexte\n\n```\ncode\n```\n",
        "## Titre\n\n**LinkedIn** :\n\n```\ncode\n```\n",
        "# Un\n\nTexte\n\n# Deux\n\nTexte\n",
    ],
)
def test_a_file_is_one_draft_unless_it_is_surely_a_bank(text: str) -> None:
    assert len(read(text)) == 1


def test_the_setting_makes_a_draft_of_each_heading() -> None:
    text = (
        "# Mai\n\n## Un\n\n**Canal** : x\n\nLe *premier*.\n\n"
        "## Deux\n\n**LinkedIn :**\n\nLe second.\n"
    )
    assert [(draft.text, draft.channel) for draft in read(text, bank=True)] == [
        ("Le premier.", "x"),
        ("Le second.", "linkedin"),
    ]
    assert len(read(BANK, bank=False)) == 1
