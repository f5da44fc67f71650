"""Generated personal data of many countries; phone numbers come from ranges kept for fiction."""

from __future__ import annotations

from hypothesis import strategies as st

from socialint.layers.personal.accounts import IBAN_LENGTHS, luhn

figures = st.text("0123456789", min_size=40, max_size=40)


def grouped(number: str, sizes: tuple[int, ...], sign: str) -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return sign.join(part for part in (*parts, number[at:]) if part)


SPACE_SIGNS = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", ".", "-"])
_FRENCH = ("019900", "026191", "035301", "046571", "053649", "063998")


@st.composite
def french(draw: st.DrawFn) -> str:
    national = draw(st.sampled_from(_FRENCH)) + draw(figures)[:4]
    form = draw(st.sampled_from(["pairs", "joined", "plus", "zero", "bracket"]))
    sign = draw(SPACE_SIGNS)
    tail = grouped(national[1:], (1, 2, 2, 2), sign)
    forms = {
        "pairs": grouped(national, (2, 2, 2, 2), sign),
        "joined": national,
        "plus": f"+33{sign}{tail}",
        "zero": f"0033 {tail}",
        "bracket": f"+33 (0){tail}",
    }
    return forms[form]


@st.composite
def others(draw: st.DrawFn) -> str:
    some = draw(figures)
    return draw(
        st.sampled_from(
            [
                f"0470 {some[1:3]} {some[3:5]} {some[5:7]}",
                f"079 000 {some[:2]} {some[2:4]}",
                f"+41 79 000 {some[:2]} {some[2:4]}",
                f"+32 470 {some[:2]} {some[2:4]} {some[4:6]}",
                f"081/{some[:2]}.{some[2:4]}.{some[4:6]}",
                f"07700 900{some[:3]}",
                f"07700900{some[:3]}",
                f"020 7946 0{some[:3]}",
                f"+44 7700 900 {some[:3]}",
                f"01632 960 {some[:3]}",
                f"(415) 555-01{some[:2]}",
                f"514-555-01{some[:2]}",
                f"+1 418.555.01{some[:2]}",
                f"1-212-555-01{some[:2]}",
                f"087 1{some[:2]} {some[2:6]}",
                f"+353 87 1{some[:2]} {some[2:6]}",
                f"+91 98765 {some[:5]}",
                f"98765 {some[:5]}",
                f"+49 30 23125 {some[:3]}",
            ]
        )
    )


@st.composite
def ibans(draw: st.DrawFn) -> str:
    country = draw(st.sampled_from(sorted(IBAN_LENGTHS)))
    body = draw(figures)[: IBAN_LENGTHS[country] - 4]
    rest = int("".join(str(int(char, 36)) for char in f"{body}{country}00")) % 97
    compact = f"{country}{98 - rest:02}{body}"
    return draw(
        st.sampled_from(
            [compact, grouped(compact, (4,) * 8, " "), grouped(compact, (4,) * 8, "\u00a0")]
        )
    )


_CARDS = {
    "4": 16,
    "51": 16,
    "2221": 16,
    "2720": 16,
    "34": 15,
    "37": 15,
    "36": 14,
    "305": 14,
    "6011": 16,
    "65": 16,
    "3528": 16,
    "3589": 16,
    "1800": 15,
    "62": 16,
}
_CARD_GROUPS = {16: (4, 4, 4), 15: (4, 6), 14: (4, 6)}


@st.composite
def cards(draw: st.DrawFn) -> str:
    prefix, size = draw(st.sampled_from(sorted(_CARDS.items())))
    stem = (prefix + draw(figures))[: size - 1]
    number = next(stem + key for key in "0123456789" if luhn(stem + key))
    return draw(st.sampled_from([number, grouped(number, _CARD_GROUPS[size], " ")]))


@st.composite
def nirs(draw: st.DrawFn) -> str:
    some = draw(figures)
    month = draw(st.integers(1, 12))
    place = draw(st.sampled_from(["75", "13", "99", "2A", "2B"]))
    stem = f"{draw(st.sampled_from('12'))}{some[:2]}{month:02}{place}{some[2:8]}"
    plain = stem.replace("2A", "19").replace("2B", "18") if place in {"2A", "2B"} else stem
    number = f"{stem}{97 - int(plain) % 97:02}"
    return draw(st.sampled_from([number, grouped(number, (1, 2, 2, 2, 3, 3), " ")]))


@st.composite
def mails(draw: st.DrawFn) -> str:
    name = draw(st.sampled_from(["claire.dubois", "j.oneill+x", "l_m_82", "zoé", "Marc-Andre"]))
    host = draw(st.sampled_from(["exemple.fr", "mail.example", "a-b.co.uk", "courriel.example"]))
    return f"{name}@{host}"
