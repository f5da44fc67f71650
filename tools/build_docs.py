"""Builds the documentation: the pages in docs/, and those made of rules, schemas and commands.

usage: python tools/build_docs.py FOLDER
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from socialint.checks.disclosure.law import cited
from socialint.cli import main
from socialint.cli.catalogue import spoken
from socialint.cli.commands import COMMANDS
from socialint.cli.measured import Figure, figures, share
from socialint.locale import languages, words
from socialint.rule import Example, Rule
from socialint.rulepack import builtin_pack, read_examples
from socialint.yamldata import read_yaml

ROOT = Path(__file__).resolve().parents[1]
# what pages are made of, where links in the repository lead, and the pages
MADE_OF = (
    (r"src/socialint/schemas/(\w+)\.schema\.json", r"reference/\1.md"),
    (r"rules/facts/", "law.md"),
    (r"rules/(?=\))", "rules/index.md"),
    (r"CONTRIBUTING\.md", "contributing.md"),
)
_ADDRESS = re.compile(r"https?://(?:www\.)?([^/\s;)]+)[^\s;)]*")
DEFAULT = "en"  # the language of pages whose names name none
SCHEMAS = ("settings", "profile", "draft", "report")
WORDS = json.loads(Path(__file__).with_name("docs_words.json").read_text(encoding="utf-8"))


def build(site: Path) -> None:
    """Writes the site; raises mkdocs' Abort where a link leads nowhere or a page is left out."""
    with TemporaryDirectory() as home:
        docs = Path(home) / "docs"
        shutil.copytree(ROOT / "docs", docs)
        for page in docs.rglob("*.md"):
            up = "../" * len(page.relative_to(docs).parts)
            page.write_text(_within(page.read_text(encoding="utf-8"), up), encoding="utf-8")
        (docs / "contributing.md").write_text(_contributing(), encoding="utf-8")
        for name, text in pages():
            (docs / name).parent.mkdir(exist_ok=True)
            (docs / name).write_text(f"{text}\n", encoding="utf-8")
        config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site))
        mkdocs_build(config)


def _within(text: str, up: str) -> str:
    """A page whose links to files beside docs/, which begin with `up`, lead to pages or nowhere.

    A link to a page of its own language is one to the page: the site knows in which it is read.
    """
    for path, page in MADE_OF:
        text = re.sub(rf"\]\({re.escape(up)}{path}", rf"]({up.removesuffix('../')}{page}", text)
    text = re.sub(r"(\]\([^)\s]*)\.fr\.md", r"\1.md", text)
    return re.sub(rf"\[([^]]+)\]\({re.escape(up)}[^)]*\)", r"\1", text)


def _contributing() -> str:
    """CONTRIBUTING.md as a page: with links from docs/ and steps indented as here is wanted."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").replace("](docs/", "](")
    text = re.sub(r"^   (?=.)", "    ", text, flags=re.MULTILINE)
    return re.sub(r"(?<!\n)\n( *```\w|\d\. )", r"\n\n\1", text)


def pages() -> Iterator[tuple[str, str]]:
    """Every page that is made: its name and its Markdown."""
    from socialint.linter import Linter  # noqa: PLC0415  only a build reads the rules

    rules = sorted((r for r in Linter().rules if r.status != "retired"), key=lambda r: r.code)
    for lang in languages():
        end = ".md" if lang == DEFAULT else f".{lang}.md"
        say = WORDS[lang]
        yield f"rules/index{end}", "\n".join(_index(rules, lang, say))
        for rule in rules:
            yield f"rules/{rule.name}{end}", "\n".join(_rule(rule, lang, say))
        yield f"reference/commands{end}", "\n".join(_commands(lang, say))
        yield f"law{end}", "\n".join(_law(lang, say))
        for name in SCHEMAS:
            yield f"reference/{name}{end}", "\n".join(_schema(name, say))


def _index(rules: Iterable[Rule], lang: str, say: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {say['rules']}\n"
    group = ""
    for rule in rules:
        if rule.group != group:
            group = rule.group
            title = say["groups"].get(group, group)
            yield f"\n## {group}: {title}\n\n| | | |\n|---|---|---|"
        message = _cell(next(iter(spoken(rule, lang)["message"].values())))
        state = f" ({words(lang)['cli'][rule.status]})" if rule.status != "stable" else ""
        yield f"| {rule.code} | [{rule.name}]({rule.name}.md){state} | {message} |"


def _rule(rule: Rule, lang: str, say: Mapping[str, str]) -> Iterator[str]:
    cli = words(lang)["cli"]
    texts = spoken(rule, lang)
    facts = (rule.code, rule.severity[""], cli[f"confidence-{rule.confidence}"], cli[rule.status])
    yield f"# {rule.name}\n\n{' · '.join(facts)}\n"
    for name, part in (("what", "message"), ("why", "why"), ("fix", "fix")):
        yield f"\n## {cli[name]}\n"
        yield from (f"- {_plain(text)}" for text in dict.fromkeys(texts[part].values()))
    examples = read_examples(builtin_pack() / rule.folder)
    for other in (lang, *(each for each in languages() if each != lang)):
        yield from _examples(examples, other, cli, say)
    yield from _measured(figures(builtin_pack(), rule.name), cli, say)
    if rule.params:
        shown = json.dumps(rule.params, ensure_ascii=False, indent=2)
        yield f"\n## {cli['parameters']}\n\n```json\n{shown}\n```"
    if rule.sources:
        yield f"\n## {cli['sources']}\n"
        yield from (f"- {_source(source)}" for source in rule.sources)


def _measured(
    found: Sequence[Figure], cli: Mapping[str, Any], say: Mapping[str, str]
) -> Iterator[str]:
    """How often it was right, language by language; nothing where nobody has counted."""
    if not found:
        return
    yield f"\n## {cli['measured']}\n\n{say['measured-about']}\n"
    yield f"{say['measured-columns']}\n{'|---' * 8}|"
    for one in found:
        precision, recall = (share(rate, cli) for rate in (one.precision, one.recall))
        spoken = (say[one.lang], one.spoken, one.right, precision)
        yield f"| {' | '.join(map(str, (*spoken, one.label, one.drafts, one.found, recall)))} |"
    if len(found[0].rules) > 1:
        linked = ", ".join(f"[{name}]({name}.md)" for name in found[0].rules)
        yield f"\n{say['measured-shared'].format(rules=linked)}"


def _examples(
    examples: Iterable[Example], lang: str, cli: Mapping[str, Any], say: Mapping[str, str]
) -> Iterator[str]:
    mine = [example for example in examples if example.lang == lang]
    kinds = (
        (cli["bad"], [example for example in mine if example.bad and not example.todo]),
        (cli["good"], [example for example in mine if not example.bad and not example.todo]),
        (cli["limits"], [example for example in mine if example.todo]),
    )
    for title, found in kinds:
        if found:
            yield f"\n## {title} ({say[lang]})\n"
            yield from (f"- {_example(example)}" for example in found)


def _example(example: Example) -> str:
    text = _plain(" ".join(example.text.split()))
    text = text.replace("⟦", "<mark>").replace("⟧", "</mark>")
    return f"{text} — {_plain(example.todo)}" if example.todo else text


def _source(source: Mapping[str, str]) -> str:
    title = _plain(source["title"])
    named = f"[{title}]({source['url']})" if source.get("url", "").startswith("http") else title
    return f"{named}, {source['date']}" if "date" in source else named


def _law(lang: str, say: Mapping[str, Any]) -> Iterator[str]:
    """The laws that rules cite: a table for each matter, every fact with its source and dates."""
    yield f"# {say['law']}\n\n{say['law-about']}"
    for name in ("disclosure", "claims"):
        facts = read_yaml(ROOT / "rules" / "facts" / f"{name}.yaml").value
        for matter, laws in facts.items():
            if matter in say["matters"]:
                head = " | ".join(say["law-columns"])
                yield f"\n## {say['matters'][matter]}\n\n| {head} |\n{'|---' * 5}|"
                yield from (_fact(law, lang, say) for law in laws)


def _fact(law: Mapping[str, Any], lang: str, say: Mapping[str, Any]) -> str:
    where = ", ".join(law.get("jurisdictions", (law.get("jurisdiction", ""),)))
    effect = say["effects"].get(law.get("effect"), "")
    asked = ": ".join(part for part in (effect, law.get("title", law.get("line"))) if part)
    days = " – ".join(str(law[key]) for key in ("date", "until") if key in law)
    linked = _ADDRESS.sub(r"[\1](\g<0>)", law["source"])
    source = f"{linked} ({say['sure'][law['confidence']]})"
    return f"| {' | '.join(map(_cell, (where, asked, cited([law], lang), days, source)))} |"


def _commands(lang: str, say: Mapping[str, str]) -> Iterator[str]:
    yield f"# {say['commands']}"
    for name in COMMANDS:
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            main([name, "--help", "--lang", lang])
        yield f"\n## socialint {name}\n\n```text\n{told.getvalue().rstrip()}\n```"


def _schema(name: str, say: Mapping[str, str]) -> Iterator[str]:
    path = ROOT / "src" / "socialint" / "schemas" / f"{name}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    yield f"# {say[name]}\n\n{_plain(schema.get('title', ''))}\n\n| | |\n|---|---|"
    for key, part in _keys(schema, "", schema):
        yield f"| `{key}` | {_cell(part)} |"


def _keys(schema: Mapping[str, Any], before: str, whole: Mapping[str, Any]) -> Iterator[Any]:
    """Every key of a schema that is described or chosen from, by its path."""
    for name, part in schema.get("properties", {}).items():
        key = f"{before}{name}"
        yield key, _said(part)
        if before.count(".") < 2:
            yield from _keys(part, f"{key}.", whole)


def _said(part: Mapping[str, Any]) -> str:
    kinds = part.get("type", "")
    kind = " / ".join(kinds) if isinstance(kinds, list) else kinds
    if "enum" in part:
        kind = ", ".join(f"`{value}`" for value in part["enum"])
    return ": ".join(text for text in (kind, part.get("description", "")) if text)


def _plain(text: str) -> str:
    """The text with what Markdown and HTML would take for theirs set apart."""
    for sign in "\\`*_{}[]<>#|":
        text = text.replace(sign, f"&#{ord(sign)};")
    return text


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "&#124;").replace("<", "&lt;").split())


if __name__ == "__main__":
    build(Path(sys.argv[1]).absolute())
