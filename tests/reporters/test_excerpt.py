from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.printed import Line
from socialint.reporters.cells import TAB
from socialint.reporters.excerpt import shown, strip

# each with the columns that it takes; a tab's depend on where it stands
ATOMS = {
    "a": 1,
    " ": 1,
    "é": 1,
    "e\u0301": 1,
    "日": 2,
    "👍🏽": 2,
    "👩\u200d👩\u200d👧": 2,
    "🇫🇷": 2,
    "❤\ufe0f": 2,
    "\u00a0": 1,
    "\t": 0,
}
TEXTS = st.lists(st.sampled_from(sorted(ATOMS)), max_size=60)


def columns(atoms: list[str]) -> list[int]:
    """The column where each atom begins, and the one after the last."""
    stops = [0]
    for atom in atoms:
        stops.append(stops[-1] + (TAB - stops[-1] % TAB if atom == "\t" else ATOMS[atom]))
    return stops


def spread(text: str) -> int:
    """The columns of a text that is made of atoms, tabs spread to spaces, and an ellipsis."""
    count = 0
    while text:
        atom = max((atom for atom in (*ATOMS, "…") if text.startswith(atom)), key=len)
        count += ATOMS.get(atom, 1)
        text = text[len(atom) :]
    return count


@given(TEXTS, st.data())
def test_the_stroke_begins_under_the_span_and_ends_with_it(
    atoms: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(atoms)))
    last = data.draw(st.integers(first, len(atoms)))
    starts = [0, *accumulate(len(atom) for atom in atoms)]
    line = Line(1, "".join(atoms), starts[first], starts[last], cut=False)
    part = strip(line, room=1000)
    stops = columns(atoms)
    assert part.column == stops[first]
    assert part.columns == max(1, stops[last] - stops[first])


@given(TEXTS, TEXTS, st.integers(8, 60))
def test_in_a_line_that_is_cut_the_stroke_still_begins_under_the_span(
    before: list[str], after: list[str], room: int
) -> None:
    start = len("".join(before))
    line = Line(1, "".join([*before, "§", *after]), start, start + 1, cut=False)
    part = strip(line, room)
    head, mark, _ = part.text.partition("§")
    assert mark
    assert spread(head) == part.column
    assert part.columns == 1
    assert spread(part.text.replace("§", "a")) <= room


@given(TEXTS, st.integers(8, 60), st.data())
def test_no_line_is_wider_than_its_room(atoms: list[str], room: int, data: st.DataObject) -> None:
    text = "".join(atoms)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = strip(Line(1, text, start, end, cut=data.draw(st.booleans())), room)
    assert part.column + part.columns <= room + 1
    assert part.text.startswith("…") or part.text == "" or text.startswith(part.text[0].strip())


@pytest.mark.parametrize(
    ("text", "span", "room", "expected"),
    [
        ("abcdefghij", (3, 5), 10, ("abcdefghij", 3, 2)),
        ("abcdefghijk", (3, 5), 10, ("abcdefghi…", 3, 2)),
        ("abcdefghijklmnopqrst", (18, 20), 10, ("…lmnopqrst", 8, 2)),
        ("abcdefghijklmnopqrst", (2, 20), 10, ("…bcdefghi…", 2, 7)),
        ("a" * 5000 + "b" + "a" * 5000, (5000, 5001), 9, ("…aaabaaa…", 4, 1)),
        ("abc", (3, 3), 10, ("abc", 3, 1)),
        ("", (0, 0), 10, ("", 0, 1)),
    ],
)
def test_a_long_line_is_cut_around_its_span(
    text: str, span: tuple[int, int], room: int, expected: tuple[str, int, int]
) -> None:
    assert strip(Line(1, text, *span, cut=False), room) == expected


def test_of_many_lines_only_the_first_and_the_last_are_shown() -> None:
    lines = [Line(number, "  text  ", 0, 8, cut=False) for number in range(1, 6)]
    first, none, last = shown(lines)
    assert first == lines[0]
    assert none is None
    assert last == lines[4]._replace(start=2)
