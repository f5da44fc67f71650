"""Formats: whatever a file holds, what is read of it stands in it, character by character."""

from __future__ import annotations

from functools import partial

from fuzzing.target import Target, text_of, told
from socialint.draft import Draft
from socialint.errors import Problem
from socialint.formats import FORMATS, Reading
from socialint.formats.decode import encoded, read_source
from socialint.formats.front import read_front
from socialint.testing import check_format
from socialint.text import Source

_FIELDS = (
    "text", "lang", "channel", "channels", "kind", "reply", "publish_at", "thread", "hashtags",
    "media", "path", "alt", "offer", "ends_at", "in_reply_to", "author", "socialint", "ignore",
    "reason", "until", "embargo_until", "sources", "2026-03-01", "fr", "en", "linkedin", "x",
    "accounts", "owner", "handle", "posts", "replies", "Contenu", "Date", "Heure",
)  # fmt: skip
_YAML = ("---\n", "- ", ": ", "|\n  ", ">-\n  ", "'", '"', "\\u00e9", "&a ", "*a", "!!str ", "? ")
_JSON = ('{"', '": "', '"}', "[", "]", ",", "\\n", "\\ud83d\\ude00", "\\ud800", "null", "1e9")
_CSV = ('"', '""', ";", ",", "\t", "|", "sep=;\n", "\r\n", "\ufeff")
_MARKDOWN = (
    "# ", "## ", "```\n", "~~~", "> ", "**", "[a](https://a.example)", "![b](c.png)", "<!-- ",
    " -->", "socialint-ignore", "- ", "| a | b |", "&eacute;", "<b>", "\\*", "    ",
)  # fmt: skip
_HEAD = "---\nlang: fr\nchannel: linkedin\n---\n"
_BANK = """# Mai

## Post 1

**Date** : 12/05/2026 18h30

**LinkedIn** :

```
Le marché *rouvre* samedi.
```

### X
> Bonjour
"""


def parsed(suffix: str, reading: Reading, data: bytes) -> None:
    """Any text of the format is read, and what is read of it is where it says."""
    text = text_of(data)
    found = tuple(FORMATS[suffix](Source(f"a{suffix}", text), reading))
    for item in found:
        if isinstance(item, Problem):
            told(item, text)
        else:
            placed(item)
    # now and then it is read again, to see whether the same comes of it
    again = FORMATS[suffix] if len(data) % 8 == 0 else lambda *_: iter(found)
    check_format(again, text, f"a{suffix}", reading)


def placed(draft: Draft) -> None:
    """The verbatim parts of a draft's texts are found again from the source."""
    for segment in draft.segments:
        for at in range(0, len(segment.text), 7):
            span = segment.map.to_source(at, min(at + 3, len(segment.text)))
            assert 0 <= span.start <= span.end <= len(draft.source.text), span
            if segment.map.is_verbatim(at, at + 1):
                start, end = segment.map.to_source(at, at + 1)
                assert draft.source.text[start:end] == segment.text[at], (segment.field, at)


def decoded(suffix: str, data: bytes) -> None:
    """Bytes are a text that is written back as they were, or a problem at its place."""
    source = read_source(f"a{suffix}", data)
    if isinstance(source, Problem):
        told(source)
        return
    assert "\0" not in source.text
    assert encoded(source) == data


def fronted(data: bytes) -> None:
    """The head of a text is its fields or none; the body begins after it."""
    text = text_of(data)
    source = Source("a.md", text)
    front = read_front(source)
    assert 0 <= front.body <= len(text)
    for problem in front.problems:
        told(problem, text)
    for entry in front.table.entries:
        assert 0 <= entry.key.start <= entry.key.end <= len(text)
        assert 0 <= entry.node.span.start <= entry.node.span.end <= len(text)


def _format(  # noqa: PLR0917  a row of the table
    name: str,
    suffix: str,
    modules: tuple[str, ...],
    seeds: tuple[str, ...],
    words: tuple[str, ...],
    reading: Reading,
) -> Target:
    known = tuple(f"socialint.formats.{module}" for module in modules)
    return Target(name, partial(parsed, suffix, reading), known, seeds, (*words, *_FIELDS))


_NAMED = Reading(explicit=True)
_READ_YAML = ("yaml_compose", "yaml_errors", "yaml_growth", "yaml_nodes", "yaml_trace")
_READ_MARKDOWN = (
    "markdown",
    "render",
    "cuts",
    "tags",
    "markup",
    "comments",
    "segments",
    "notices",
)
_STRUCTURED = (
    "structured",
    "shapes",
    "fields",
    "said",
    "values",
    "readers",
    "media",
    "channels",
    "dates",
)
TARGETS = (
    _format(
        "markdown", ".md", _READ_MARKDOWN,
        (f"{_HEAD}Le marché *rouvre* [ici](https://a.example).\n\n> cité\n\n```\ncode\n```\n",
         "- one\n- two ![alt](b.png)\n\n<!-- socialint-ignore shouting: agreed -->\nHEY\n"),
        (*_MARKDOWN, *_YAML), _NAMED,
    ),
    _format(
        "bank", ".md", ("bank", "lines", "schedule"), (_BANK, _BANK.replace("\n", "\r\n")),
        (*_MARKDOWN, "**Date** : ", "12/05/2026 18h30", "**X / Bluesky :**"),
        _NAMED._replace(markdown_bank=True),
    ),
    _format(
        "yaml", ".yaml", (*_READ_YAML, *_STRUCTURED),
        ("posts:\n  - text: |\n      Bonjour\n      à tous\n    channel: x\n",
         "text: >-\n  folded\n  line\nmedia: [{path: a.png, alt: b}]\n",
         "- 'it''s'\n- \"caf\\u00e9 \\\n  b\"\n"),
        _YAML, _NAMED,
    ),
    _format(
        "json", ".json", ("json_nodes", "json_reader", "json_trace", *_STRUCTURED),
        ('{"posts": [{"text": "caf\\u00e9 \\n b", "channel": "x", "thread": ["a", "b"]}]}',
         '[{"text": "a", "in_reply_to": {"text": "b", "author": "c"}}]'),
        _JSON, _NAMED,
    ),
    _format(
        "jsonl", ".jsonl", ("json_nodes", "json_reader", "json_trace", *_STRUCTURED),
        ('{"text": "a", "lang": "fr"}\n{"text": "b \\ud83d\\ude00"}\n\n{"id": 1, "text": "c"}\n',),
        (*_JSON, "}\n{"), _NAMED,
    ),
    _format(
        "csv", ".csv", ("csv_nodes", *_STRUCTURED),
        ('Date;Canal;Texte\n12/05/2026;x;"Il a dit ""oui""\nhier"\n;;\n',
         "sep=,\ntext,channel\nhello,x\n"),
        _CSV, _NAMED,
    ),
    _format("plain", ".txt", ("plain", "pieces"), ("Bonjour\nà tous\n",), _MARKDOWN, _NAMED),
    _format(
        "tweet", ".tweet", ("tweet",),
        ("---\nreply: https://x.example/1\n---\nA\n---\nmedia:\n- file: a.png\n---\nB\n",),
        _YAML, _NAMED,
    ),
    _format(
        "register", ".yaml", ("register",),
        ("accounts:\n  - {channel: x, handle: a, owner: b, status: active}\nreplies: 4h\n",
         "comptes:\n- canal: linkedin\n  responsable: ana\n"),
        _YAML, _NAMED,
    ),
    _format(
        "register-csv", ".csv", ("register",), ("Compte;Canal;Responsable\nacme;x;ana\n",), _CSV,
        _NAMED,
    ),
    Target(
        "front-matter", fronted,
        ("socialint.formats.front", "socialint.formats.flat_yaml"),
        (f"{_HEAD}text", "---\na: [1, 2]\nb: 'c'\n...\ntext"), (*_YAML, *_FIELDS),
    ),
    Target(
        "decode", partial(decoded, ".csv"), ("socialint.formats.decode",),
        ("\ufeffabc", "caf\u00e9", "a;b\n"), ("\ufeff",),
    ),
)  # fmt: skip
