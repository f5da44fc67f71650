"""How text stands in the columns of a terminal, and what of it must not reach one as it is."""

from __future__ import annotations

from unicodedata import category, east_asian_width, normalize

from socialint.lazy import regex
from socialint.named import NamedTuple

TAB = 4  # columns to the next stop
_JOINER = "\u200d"
_TEXT_STYLE, _EMOJI_STYLE = "\ufe0e", "\ufe0f"
_FLAG = "\U0001f3f4"
# what is one column wide and steers nothing: ASCII, Latin letters, general punctuation, €
_NARROW = regex("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205e\u20ac]*")
# vowels and finals of Korean syllables that stand in the columns of the first letter
_JAMO = regex("[\u1160-\u11ff\ud7b0-\ud7ff]")
# signs that every encoding can stand in for
_TYPED = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("–—\u2010\u2011", "-"),
        **dict.fromkeys("\u00a0\u202f\u2009", " "),
        "…": "...",
        "•": "*",
    }
)
_MARKS = frozenset(("Mn", "Me"))
_UNSAFE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


class Cell(NamedTuple):
    """What one user-perceived character becomes on a terminal.

    `start` and `end` are its code points in the text, `shown` what to print, `width` how many
    columns that takes.
    """

    start: int
    end: int
    shown: str
    width: int


def cells(text: str, encoding: str = "utf-8") -> list[Cell]:
    """The characters of one line, for a terminal of that encoding.

    Tabs become spaces up to the next stop.  What would steer the terminal or reorder its text,
    and what the encoding lacks, is shown by a picture or an escape.
    """
    found: list[Cell] = []
    at = column = 0
    while at < len(text):
        end = _narrow_end(text, at) if encoding == "utf-8" else at
        found.extend(Cell(each, each + 1, text[each], 1) for each in range(at, end))
        column += end - at
        if end < len(text):
            cell = _cell(text, end, _end(text, end), column, encoding)
            found.append(cell)
            column += cell.width
            end = cell.end
        at = end
    return found


def _narrow_end(text: str, at: int) -> int:
    """Where signs of one column end; the last of them may carry a mark, so it waits."""
    match = _NARROW.match(text, at)
    end = match.end() if match else at
    return end - 1 if at < end < len(text) else end


def narrow(text: str, encoding: str = "utf-8") -> bool:
    """Whether each code point is shown as it is, in one column."""
    return encoding == "utf-8" and _NARROW.fullmatch(text) is not None


def plain(text: str, encoding: str = "utf-8") -> str:
    """`text` as `cells` shows it."""
    if narrow(text, encoding):
        return text
    return "".join(cell.shown for cell in cells(text, encoding))


def width(text: str) -> int:
    """How many columns one line of text takes."""
    if narrow(text):
        return len(text)
    return sum(cell.width for cell in cells(text))


def _end(text: str, start: int) -> int:
    """Where the user-perceived character ends, as Unicode Annex 29 has it in what takes columns."""
    end = start + 1
    if _regional(text[start]) and end < len(text) and _regional(text[end]):
        end += 1
    while end < len(text) and (step := _joins(text, start, end)):
        end += step
    return end


def _joins(text: str, start: int, end: int) -> int:
    """How many code points from `end` belong to the character that began at `start`."""
    base, char = text[start], text[end]
    if char < "\u0300" or category(base) in _UNSAFE:
        return 0
    if category(char) in _MARKS or _JAMO.match(char) or "\U0001f3fb" <= char <= "\U0001f3ff":
        return 1
    if char == _JOINER:
        return 2 if _pictograph(base) and _pictograph(text[end + 1 : end + 2]) else 0
    return int("\U000e0020" <= char <= "\U000e007f" and base == _FLAG)


def _cell(text: str, start: int, end: int, column: int, encoding: str) -> Cell:
    base = text[start]
    if base == "\t":
        wide = TAB - column % TAB
        return Cell(start, end, " " * wide, wide)
    whole = text[start:end]
    if category(base) in _UNSAFE or not _encodable(whole, encoding):
        shown = _typed(whole, encoding) or "".join(_escape(char, encoding) for char in whole)
        return Cell(start, end, shown, len(shown))
    if category(base) in _MARKS:  # a mark with nothing to stand on
        return Cell(start, end, "\u25cc" + whole, 1)
    return Cell(start, end, whole, _columns(whole))


def _columns(whole: str) -> int:
    base = whole[0]
    if _TEXT_STYLE in whole:
        return 1
    if _regional(base):
        return min(len(whole), 2)
    emoji = _EMOJI_STYLE in whole and (base == "\u2139" or not base.isalpha())
    return 2 if emoji or east_asian_width(base) in "WF" else 1


def _typed(whole: str, encoding: str) -> str:
    """Typed signs or letters without accents that the encoding has, or nothing."""
    if category(whole[0]) in _UNSAFE:
        return ""
    bare = normalize("NFKD", whole.translate(_TYPED))
    bare = "".join(char for char in bare if category(char) not in _MARKS)
    return bare if _encodable(bare, encoding) else ""


def _escape(char: str, encoding: str) -> str:
    picture = chr(0x2400 + ord(char)) if char < " " else "\u2421" if char == "\x7f" else char
    if category(picture) not in _UNSAFE and _encodable(picture, encoding):
        return picture
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _pictograph(char: str) -> bool:
    """Whether a joiner may stand beside `char` in an emoji; the sexes' signs are not wide."""
    return bool(char) and category(char) in {"So", "Sm"}
