"""JSON values equal json's, and every sub-span leads back to its source."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from socialint.errors import Problem
from socialint.formats.json_nodes import read_json
from socialint.formats.nodes import Items, Node, Scalar
from socialint.text import Source

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab \"'\\/\n\r\t\0é\u0301\u2028\ufeff😀👩\u200d{}[],:"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=20,
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=8,
)


def plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {entry.name: plain(entry.node) for entry in node.entries}


@given(VALUES, st.booleans(), st.sampled_from([None, 0, 2, "\t"]))
def test_values_equal_those_of_the_standard_library(
    value: Any, ascii_only: object, indent: Any
) -> None:
    text = json.dumps(value, ensure_ascii=bool(ascii_only), indent=indent)
    node = read_json(Source("a.json", text))
    assert not isinstance(node, Problem)
    assert plain(node) == value
