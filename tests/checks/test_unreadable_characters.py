"""The quick look misses no sign that the closer one finds."""

from __future__ import annotations

import sys

from socialint.checks.unreadable_characters import ODD, UNUSUAL


def test_every_odd_sign_is_unusual() -> None:
    odd = [sign for sign in map(chr, range(sys.maxunicode + 1)) if ODD.match(sign)]
    assert len(odd) > 1000
    assert [sign for sign in odd if not UNUSUAL.match(sign)] == []
