"""No output, in whatever form, prints a person's datum."""

from __future__ import annotations

from pathlib import Path

import people
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint import Linter
from socialint.reporters import REPORTERS, Look
from socialint.settings import Settings

LINTER = Linter(Settings(root=Path(__file__).parents[2], select=("all",)))
DATA = st.one_of(
    people.french(), people.others(), people.ibans(), people.cards(), people.nirs(), people.mails()
)


def outputs(text: str, lang: str) -> dict[str, str]:
    report = LINTER.check_text(text, kind="reply", channel="facebook", lang=lang)
    assert report.errors == ()
    return {
        name: "".join(write(report, Look(language)))
        for name, write in REPORTERS.items()
        for language in ("fr", "en")
    }


@settings(max_examples=25, deadline=None)  # every output of every rule
@given(DATA, st.sampled_from(["fr", "en"]))
def test_no_output_prints_a_datum(datum: str, lang: str) -> None:
    text = f"Claire Morel, {datum} !!! {datum.upper()} CALL HER NOW, APPELEZ-LA"
    for name, output in outputs(text, lang).items():
        assert datum not in output, name
