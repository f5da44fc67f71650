"""The text of the first settings and the first brand profile, with comments."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialint.lazy import regex
from socialint.named import NamedTuple


class Answers(NamedTuple):
    """What is known of a team and its brand when it begins."""

    brand: str
    languages: tuple[str, ...]
    address: str = ""
    contacts: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    text_columns: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()


PROFILE = "brand.yaml"
# what YAML or TOML won't take as it stands
_ODD = regex("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def settings_text(answers: Answers, lang: str, say: Mapping[str, Any]) -> str:
    """The settings, as TOML."""
    return "\n".join(_settings(answers, lang, say)) + "\n"


def _settings(answers: Answers, lang: str, say: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {say['settings']}"
    yield f"lang = {_quoted(lang)}  # {say['lang']}"
    yield f"profile = {_quoted(PROFILE)}  # {say['profile']}"
    yield f'fail_on = "error"  # {say["fail-on"]}'
    yield f"exclude = [{_quoted(PROFILE)}]  # {say['exclude']}"
    yield f'# timezone = "Europe/Paris"  # {say["timezone"]}'
    if len(answers.languages) == 1:
        yield f"\n[drafts]\nlang = {_quoted(answers.languages[0])}  # {say['drafts-lang']}"
    if answers.text_columns:
        yield f"\n# {say['fields']}\n[fields]\ntext = {_listed(answers.text_columns)}"
    if answers.brands:
        yield f"\n# {say['brands']}\n[brands]"
        yield from (f"{_quoted(name)} = {_quoted(PROFILE)}" for name in answers.brands)
    yield f"\n# {say['per-path']}"
    yield '# [[per_path]]\n# glob = "archive/**"\n# ignore = ["all"]'
    yield f"# reason = {_quoted(say['per-path-reason'])}"


def profile_text(answers: Answers, say: Mapping[str, Any]) -> str:
    """The brand profile, as YAML."""
    return "\n".join(_profile(answers, say)) + "\n"


def _profile(answers: Answers, say: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {say['brand']}"
    yield f"brand: {_quoted(answers.brand)}"
    yield f"languages: {_listed(answers.languages)}"
    yield f"\n# {say['voice']}"
    if answers.address:
        yield f"voice:\n  address: {answers.address}\n  # exclamation: {{max: 1}}"
    else:
        yield "# voice:\n#   exclamation: {max: 1}"
    yield f"\n# {say['contacts']}"
    yield f"public_contacts: {_listed(answers.contacts)}"
    yield f"\n# {say['accounts']}"
    channels = answers.channels or ("linkedin",)
    yield "# accounts:"
    yield from (
        f"#   - {{channel: {channel}, handle: …, status: active, owner: …}}" for channel in channels
    )
    yield f"\n# {say['objectives']}\n# objectives: [{say['objectives-example']}]"
    yield f"\n# {say['disclosure']}\n# disclosure: {{jurisdictions: [fr], partners: []}}"
    yield f"\n# {say['confidential']}\n# confidential: {{codenames: [], terms: []}}"


def _quoted(text: str) -> str:
    """A text as TOML and YAML both read it."""
    return _ODD.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _listed(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"
