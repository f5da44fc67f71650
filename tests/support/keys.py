"""Generated keys, tokens and passwords: right in shape, made of signs that no sample has."""

from __future__ import annotations

from hypothesis import strategies as st

_SIGNS = "BCDFGHJKLMNPQRSTVWXZbcdfghjkmnpqrstvwz23456789"


def _run(alphabet: str, least: int, most: int | None = None) -> st.SearchStrategy[str]:
    run = st.text(alphabet, min_size=least, max_size=most or least)
    # a digit and a letter, and enough different signs to be no pattern
    return run.map(lambda text: text[:-6] + _tail(alphabet, text))


def _tail(alphabet: str, text: str) -> str:
    letters = [sign for sign in alphabet if sign.isalpha()]
    first = sum(map(ord, text)) % (len(letters) - 4)
    return "".join(letters[first : first + 4]) + "27"


def tokens() -> st.SearchStrategy[str]:
    """Tokens with a maker's prefix."""
    capitals = "".join(sign for sign in _SIGNS if not sign.islower())
    return st.one_of(
        _run(capitals, 16).map("AKIA{}".format),
        _run(_SIGNS, 36).map("ghp_{}".format),
        _run(_SIGNS, 40, 82).map("github_pat_{}".format),
        _run(_SIGNS, 32, 48).map("sk-{}".format),
        _run(_SIGNS, 24).map("sk_live_{}".format),
        _run(_SIGNS, 24, 40).map("xoxb-{}".format),
        _run(_SIGNS, 35).map("AIza{}".format),
        st.tuples(_run(_SIGNS, 20), _run(_SIGNS, 30), _run(_SIGNS, 30)).map(
            lambda parts: f"eyJ{parts[0]}.eyJ{parts[1]}.{parts[2]}"
        ),
        _run(_SIGNS, 30, 60).map(
            "-----BEGIN RSA PRIVATE KEY-----\n{}\n-----END RSA PRIVATE KEY-----".format
        ),
    )


def passwords() -> st.SearchStrategy[str]:
    """Values that stand for a password wherever a word says so."""
    return st.tuples(_run(_SIGNS, 8, 16), st.sampled_from("!#&%*")).map("".join)
