"""What the rules of readable writing propose passes those very rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint import Linter
from socialint.settings import Settings

LINTER = Linter(Settings(root=Path(), select=("hashtag-case", "unreadable-characters")))


def edited(text: str) -> str:
    edits = [edit for finding in LINTER.check_text(text).findings for edit in finding.edits]
    for edit in sorted(edits, key=lambda edit: edit.start.offset, reverse=True):
        text = text[: edit.start.offset] + edit.replacement + text[edit.end.offset :]
    return text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("𝗡𝗲𝘄 hours at the 𝓶𝓲𝓵𝓵.", "New hours at the mill."),
        (
            "𝗗𝗲̀𝘀 𝗹𝘂𝗻𝗱𝗶, #faitmaison2026 et #fêtedulivre",
            "Dès lundi, #FaitMaison2026 et #FêteDuLivre",
        ),
        ("S O L D E S dimanche", "SOLDES dimanche"),
        ("At s̶e̶v̶e̶n̶ eight", "At seven eight"),
        ("#𝗠𝗮𝗿𝗸𝗲𝘁 #OPENINGHOURS", "#Market #OpeningHours"),
        ("Hours\n━━━━━━━━\nNine to five", "Hours\n━━━━━━━━\nNine to five"),
    ],
)
def test_an_edited_text_is_plain_and_stays_so(text: str, plain: str) -> None:
    assert edited(text) == plain
    assert edited(plain) == plain
