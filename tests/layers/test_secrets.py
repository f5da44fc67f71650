"""Keys, passwords and door codes are found; what only looks like one is not."""

from __future__ import annotations

import keys
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.layers.secrets import find_secrets
from socialint.redact import KEPT, MASK, redact

AROUND = st.sampled_from(["", "Token: ", "see (", "« ", "— ", "\n"])
AFTER = st.sampled_from(["", " today", ")", " »", "\n"])
SAYS = st.sampled_from(
    ["password: ", "the password is ", "mot de passe : ", "le mdp est ", "Wi-Fi password is "]
)


def found(text: str) -> list[str]:
    return [text[secret.start : secret.end] for secret in find_secrets(text)]


@given(AROUND, keys.tokens(), AFTER)
def test_every_token_of_a_known_shape_is_found(before: str, token: str, after: str) -> None:
    assert found(before + token + after) == [token.rstrip()]


@given(AROUND, keys.tokens(), AFTER)
def test_no_token_survives_but_two_figures(before: str, token: str, after: str) -> None:
    shown = redact(before + token + after)[len(before) : len(before) + len(token)]
    assert len(shown) == len(token)
    assert sum(map(str.isalnum, shown)) <= KEPT


@given(SAYS, keys.passwords())
def test_no_password_survives_but_two_figures(says: str, password: str) -> None:
    shown = redact(f"{says}{password}, come in")
    assert shown.startswith(says)
    assert MASK in shown
    assert sum(map(str.isalnum, shown[len(says) : len(says) + len(password)])) <= KEPT


@given(st.text(max_size=80), keys.tokens())
def test_redacting_twice_is_once(text: str, token: str) -> None:
    once = redact(f"{text} {token} {text}")
    assert redact(once) == once


@pytest.mark.parametrize(
    ("text", "secrets"),
    [
        ("https://nora:plum77tree@files.example/x", ["plum77tree"]),
        ("https://a.example/x?access_token=Zq7Rt2Xw9Lm4Kd8Pv3Nb6H&p=1", ["Zq7Rt2Xw9Lm4Kd8Pv3Nb6H"]),
        ("The key safe code is 3391.", ["3391"]),
        ("Le code de l’alarme est le 5512.", ["5512"]),
        ("Le cadenas s’ouvre avec le 812.", ["812"]),
        ("password: rosebud", []),
        ("password (12 characters)", []),
        ("code postal de la porte : 35000", []),
        ("Use code DOOR2024 for the tickets", []),
        ("eyJhbGciOi only", []),
        ("https://a.example/x?utm_source=x_y&utm_content=AbCd1234EfGh5678IjKl", []),
        ("https://map.example/?t=pk.eyJ1Ijoib25lIn0.eyJhIjoidHdvIn0", []),
        ("the password is password123", []),
    ],
)
def test_a_value_is_a_secret_by_the_words_beside_it(text: str, secrets: list[str]) -> None:
    assert found(text) == secrets


def test_a_long_text_of_half_keys_takes_no_time() -> None:
    text = "ghp_ sk- eyJaaaaaaaaaaaaaa. password : code door open with " * 2000
    assert find_secrets(text) == ()


def test_no_word_of_an_ordinary_post_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("socialint.layers.secrets.tokens._long_words")
    text = (
        "Open at 9, with 14 looms and 3 wheels: https://weir-town.example/3fa9c2/winter-timetable"
    )
    assert find_secrets(text) == ()
    with pytest.raises(NameError):
        find_secrets(f"{text} sk-")
