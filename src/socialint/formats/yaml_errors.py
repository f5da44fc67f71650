"""What a YAML syntax error means to the writer: its place and a code with a cure."""

from __future__ import annotations

from yaml import MarkedYAMLError, YAMLError

from socialint.errors import Problem
from socialint.formats.nodes import problem
from socialint.lazy import regex
from socialint.text import Source

# the first line whose words stand in the parser's context or problem decides
_CODES: tuple[tuple[str, str], ...] = (
    ("tab character", "yaml-tab"),
    ("mapping values are not allowed", "yaml-colon"),
    ("scanning a quoted scalar", "yaml-quote-unclosed"),
    ("parsing a quoted scalar", "yaml-escape"),
    ("scanning a double-quoted scalar", "yaml-escape"),
    ("scanning an alias", "yaml-sign"),
    ("scanning an anchor", "yaml-sign"),
    ("a tag", "yaml-sign"),
    ("undefined tag handle", "yaml-sign"),
    ("directive", "yaml-sign"),
    ("are not allowed", "yaml-sign"),
    ("cannot start any token", "yaml-sign"),
    ("scanning a block scalar", "yaml-block-header"),
    ("could not find expected ':'", "yaml-key-alone"),
    ("<document start>", "yaml-after-document"),
    ("parsing a flow", "yaml-bracket-unclosed"),
    ("parsing a block", "yaml-indent"),
)
_AT_CONTEXT = frozenset(
    (
        "yaml-quote-unclosed",
        "yaml-bracket-unclosed",
        "yaml-sign",
        "yaml-block-header",
        "yaml-key-alone",
    )
)
_HASHTAG = regex(r"""\[[^\[\]"'\n]*?(?<!\w)(#[^\W\d_]\w*)""")  # in a list on one line
# what YAML 1.1 holds printable (section 5.1)
_CONTROL = regex(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def explain(source: Source, start: int, end: int, error: YAMLError | UnicodeEncodeError) -> Problem:
    """The problem that made source.text[start:end] unreadable."""
    if not isinstance(error, MarkedYAMLError):
        control = _CONTROL.search(source.text, start, end)
        if control is None:
            return problem(source, "yaml-syntax", start)
        return problem(source, "yaml-control", control.start(), char=f"U+{ord(control[0]):04X}")
    words = f"{error.context} {error.problem}"
    code = next((code for part, code in _CODES if part in words), "yaml-syntax")
    mark = error.context_mark if code in _AT_CONTEXT and error.context_mark else error.problem_mark
    offset = start + mark.index if mark else start
    if code == "yaml-bracket-unclosed" and (tag := _HASHTAG.search(source.text, start, end)):
        return problem(source, "yaml-hashtag", tag.start(1), tag=tag[1])
    return _refine(source, code, min(offset, end))


def _refine(source: Source, code: str, offset: int) -> Problem:
    char = source.text[offset : offset + 1]
    if code == "yaml-sign":
        return problem(source, "yaml-tab" if char == "\t" else code, offset, char=char)
    if code == "yaml-escape":  # the two parsers differ in which of its characters they mark
        return problem(source, code, source.text.rfind("\\", 0, offset + 1))
    before = source.text[source.line_starts[source.position(offset).line - 1] : offset].rstrip()
    if code == "yaml-colon" and ": " not in before and source.position(offset).line > 1:
        return problem(source, "yaml-colon-below", offset)
    if code == "yaml-indent" and before.endswith(("'", '"', "]", "}")):
        return problem(source, "yaml-after-close", offset, char=before[-1])
    return problem(source, code, offset)
