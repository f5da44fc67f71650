"""What bounds the places of grammar from above loses none of them."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from socialint.checks.check import Words
from socialint.checks.clauses import count_words
from socialint.checks.moves.grammar import by_name
from socialint.checks.moves.rough import UNIT, may_adjoin
from socialint.layers.view import View

PIECES = (*" :(½²AÉ\u00a0", "12", "4B", "c3", "opens", "’s", "-mate", "n°")


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join) | st.text(max_size=8))
@example("A\u00adA")
def test_a_unit_beside_a_word_may_adjoin_it(after: str) -> None:
    view = View(f"room {after}", "en")
    units = by_name(UNIT, view, Words("rule")) or ()
    beside = [unit for unit in units if not count_words(view.text[len("room") : unit.start])]
    assert may_adjoin(view, 1) or not beside
