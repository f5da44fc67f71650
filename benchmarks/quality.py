"""How often socialint is right on drafts that nobody tuned it on: precision and recall.

usage: python benchmarks/quality.py [--misses] [--write]

A draft counts once a label: whether it has it, and whether a rule of the label speaks of it at the
severity that `tests/quality/labels.json` names or above.  `--misses` prints the drafts that went
wrong, `--write` puts the figures into rules/measured.json, from which rule pages and `socialint
explain` take them, and the tables into docs/quality.md and its French page.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from socialint import Draft, Linter
from socialint.finding import SEVERITIES, Finding
from socialint.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
SET = ROOT / "tests" / "quality"
FIGURES = ROOT / "rules" / "measured.json"
PAGES = {"en": ROOT / "docs" / "quality.md", "fr": ROOT / "docs" / "quality.fr.md"}
WORDS = {
    "en": {
        "labels": "| label | language | drafts with it | found | false | precision | recall |",
        "rules": "| rule | fr: right of spoken | en: right of spoken |",
        "share": "{right} of {spoken}",
        "clean": "- {lang}: {drafts} drafts, {flagged} of {clean} without any fault flagged",
        "point": ".",
    },
    "fr": {
        "labels": "| étiquette | langue | brouillons | trouvés | à tort | précision | rappel |",
        "rules": "| règle | fr : à raison sur dites | en : à raison sur dites |",
        "share": "{right} sur {spoken}",
        "clean": "- {lang} : {drafts} brouillons, {flagged} des {clean} sans faute signalés",
        "point": ",",
    },
}
MARK = "<!-- tables: python benchmarks/quality.py --write -->"
LANGUAGES = ("fr", "en")
GIVEN = ("text", "kind", "channel", "lang", "in_reply_to")


@dataclass
class Count:
    """What was right, false and missed, by language and label or rule; clean drafts by language."""

    labels: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    rules: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    clean: Counter[tuple[str, str]] = field(default_factory=Counter)
    drafts: Counter[str] = field(default_factory=Counter)


def drafts(lang: str) -> Iterator[dict[str, Any]]:
    """The labelled drafts in a language."""
    for path in sorted(SET.glob(f"*.{lang}.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield from (json.loads(line) for line in lines if line.strip())


def linter() -> Linter:
    """One that knows the brands of the set."""
    brands = {path.stem: str(path) for path in sorted((SET / "brands").glob("*.yaml"))}
    return Linter(Settings(root=SET, brands=brands))


def measure(*, misses: bool) -> Count:
    """Counts every draft of the set."""
    speak = json.loads((SET / "labels.json").read_text(encoding="utf-8"))
    judge, count = linter(), Count()
    for lang in LANGUAGES:
        for draft in drafts(lang):
            one = Draft(**{name: draft[name] for name in GIVEN}, brand=draft.get("profile"))
            wanted = {label["label"] for label in draft["labels"]} & speak.keys()
            found = told(judge.check_draft(one).findings, speak)
            add(count, lang, wanted, found, clean=not draft["labels"])
            if misses:
                for label in sorted(wanted ^ found.keys()):
                    kind = "missed" if label in wanted else "false"
                    print(f"{kind} {label}: {draft['id']} {draft['text']!r}")
    return count


def told(found: tuple[Finding, ...], speak: Mapping[str, Any]) -> dict[str, set[str]]:
    """The labels that the findings give a draft, each with the rules that speak for it."""
    labels: dict[str, set[str]] = {}
    for label, entry in speak.items():
        for one in found:
            least = SEVERITIES.index(entry["min"])
            if one.rule in entry["rules"] and SEVERITIES.index(one.severity) >= least:
                labels.setdefault(label, set()).add(one.rule)
    return labels


def add(
    count: Count, lang: str, wanted: set[str], found: Mapping[str, set[str]], *, clean: bool
) -> None:
    """Counts one draft."""
    count.drafts[lang] += 1
    count.clean[lang, "clean"] += clean
    count.clean[lang, "flagged"] += clean and bool(found)
    count.labels.update((lang, label, "right") for label in wanted & found.keys())
    count.labels.update((lang, label, "false") for label in found.keys() - wanted)
    count.labels.update((lang, label, "missed") for label in wanted - found.keys())
    for label, rules in found.items():
        kind = "right" if label in wanted else "false"
        count.rules.update((lang, rule, kind) for rule in rules)


def figures(count: Count) -> dict[str, Any]:
    """What was counted as plain data, as `rules/measured.json` holds it: only what was met."""
    speak = json.loads((SET / "labels.json").read_text(encoding="utf-8"))
    return {
        "drafts": {
            lang: {
                "drafts": count.drafts[lang],
                "flagged": count.clean[lang, "flagged"],
                "clean": count.clean[lang, "clean"],
            }
            for lang in LANGUAGES
        },
        "labels": {
            label: {"rules": speak[label]["rules"], **by_language(count.labels, label, of_label)}
            for label in sorted({label for _, label, _ in count.labels})
        },
        "rules": {
            rule: by_language(count.rules, rule, of_rule)
            for rule in sorted({rule for _, rule, _ in count.rules})
        },
    }


def by_language(
    counts: Counter[tuple[str, str, str]], name: str, told: Callable[..., dict[str, int]]
) -> dict[str, dict[str, int]]:
    """The figures of a label or a rule in each language in which it was met."""
    kinds = {
        lang: {kind: counts[lang, name, kind] for kind in ("right", "false", "missed")}
        for lang in LANGUAGES
    }
    return {lang: told(**each) for lang, each in kinds.items() if any(each.values())}


def of_label(right: int, false: int, missed: int) -> dict[str, int]:
    """Drafts that have the label, those of them that were found, and those found falsely."""
    return {"drafts": right + missed, "found": right, "false": false}


def of_rule(right: int, false: int, missed: int) -> dict[str, int]:
    """Drafts that a rule spoke of, and those of them that have its label."""
    return {"right": right, "spoken": right + false}


def tables(data: Mapping[str, Any], say: Mapping[str, str]) -> str:
    """Markdown: a row a label, and a row a rule that spoke."""
    rows = [say["labels"], "|---|---|---|---|---|---|---|"]
    for label, entry in data["labels"].items():
        for lang in LANGUAGES:
            if lang in entry:
                drafts, found, false = entry[lang].values()
                rates = f"{rate(found, found + false)} | {rate(found, drafts)}"
                rates = rates.replace(".", say["point"])
                rows.append(f"| {label} | {lang} | {drafts} | {found} | {false} | {rates} |")
    rows += ["", say["rules"], "|---|---|---|"]
    nothing = {"right": 0, "spoken": 0}
    for rule, entry in data["rules"].items():
        cells = [say["share"].format_map(entry.get(lang, nothing)) for lang in LANGUAGES]
        rows.append(f"| {rule} | {' | '.join(cells)} |")
    rows.append("")
    rows += [say["clean"].format(lang=lang, **each) for lang, each in data["drafts"].items()]
    return "\n".join(rows)


def rate(part: int, whole: int) -> str:
    """A share as a figure, or a dash where there is nothing to share."""
    return f"{part / whole:.2f}" if whole else "–"


def write(data: Mapping[str, Any]) -> None:
    """Puts the figures where rule pages and `socialint explain` read them, and into the pages."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    FIGURES.write_text(f"{text}\n", encoding="utf-8")
    for lang, page in PAGES.items():
        before = page.read_text(encoding="utf-8").partition(MARK)[0]
        made = tables(data, WORDS[lang])
        page.write_text(f"{before}{MARK}\n\n{made}\n", encoding="utf-8")


if __name__ == "__main__":
    measured = figures(measure(misses="--misses" in sys.argv))
    print(tables(measured, WORDS["en"]))
    if "--write" in sys.argv:
        write(measured)
