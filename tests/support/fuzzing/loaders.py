"""Files of ours that others write: settings, brands, ledgers, packs, word lists, baselines."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from fuzzing.target import Target, text_of, told
from socialint import baseline, settings
from socialint.checks import CHECKS
from socialint.draft import NOWHERE, Draft
from socialint.engine.allowed import in_force
from socialint.engine.build import ANY_BRAND
from socialint.engine.examples import AS_OF, run_examples
from socialint.engine.manner import Manner, reading_of
from socialint.engine.prepare import Prepared, located
from socialint.errors import (
    PackError,
    Problem,
    ProfileError,
    SettingsError,
    SocialintError,
)
from socialint.finding import Finding
from socialint.formats import FORMATS
from socialint.formats.suppressions import from_text
from socialint.frozen import replace
from socialint.layers.compiler import Term, compile_lexicon
from socialint.layers.entry import EntryError, forms
from socialint.layers.fold import fold_words
from socialint.layers.lexicon import Lexicon
from socialint.layers.notation import GAP, REST
from socialint.layers.phrases import PHRASES
from socialint.layers.view import View
from socialint.linter import Linter
from socialint.profile import Profile
from socialint.rulepack.pack import load_pack
from socialint.rulepack.read import checked
from socialint.selection import selected
from socialint.settings import Settings
from socialint.text import Source

T = TypeVar("T")
CUT = "\n=====\n"  # between the files of one input
POSTS = (
    Draft("Tu vas adorer notre newsletter !!! 87 % de nos clients la lisent. "
          "Chaque mois, nous y racontons ce qui sort du four et ce qui n'en sort pas, "
          "avec les gestes des boulangers et les questions que l'on nous pose.", lang="fr",
          channel="linkedin", account="acme"),
    Draft("You'll love our newsletter!!! 87% of our customers read it. http://acme.example/a",
          lang="en", channel="facebook", publish_at=AS_OF),
    Draft("Désolé que vous l'ayez ressenti ainsi.", "reply", "facebook", lang="fr",
          in_reply_to="Mon colis est cassé"),
)  # fmt: skip
RULE = "code: ZZZ001\nname: said-so\nseverity: warning\nconfidence: high\ncheck: phrases\n"
WORDING = (
    'message: "“{quote}” is said"\nwhy: It is.\nfix: Say something else.\n'
    'lists:\n  terms:\n    terms: ["said so", "[say|tell]* .. it"]\n'
    'examples:\n  bad: ["I ⟦said so⟧."]\n  good: ["Nothing."]\n'
)
MOVES = "params: {threshold: 2, moves: {a: {forms: [[terms]]}}}\n"
VOICE = (
    '{"voices": [{"lang": "fr", "posts": 40, "habits": {"1": {"long": [1, 0.5, 0.1, 2]}}, '
    '"limits": {"1": 0.1}}]}'
)
BRAND = """brand: Acme
languages: [fr, en]
voice:
  {address: vous, emoji: {max: 1}, sentence: {max_words: 12}, avoid: [hype], fr: {register: formal}}
vocabulary: {banned: [love], prefer: {newsletter: infolettre}, names: [{name: Acme}]}
accounts:
  - {channel: linkedin, handle: acme, status: active, owner: marie, cadence: {per_week: [2, 5]}}
claims: [{id: a, says: "87 % de nos clients", source: "https://acme.example", date: 2026-01-01}]
replies: {first_response: 4h, private_channels: [dm], signature: initials}
links: {own_domains: [acme.example], utm: {required: [source]}}
disclosure: {jurisdictions: [fr], partners: [BrandX]}
confidential: {terms: [atlas], quiet_periods: []}
public_contacts: ["+33 1 99 00 56 78"]
sector: retail
"""


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="socialint-fuzz-"))


@cache
def linter(select: tuple[str, ...] = ("all",)) -> Linter:
    """Every rule, or some, with no brand."""
    return Linter(Settings(root=_folder(), select=select), as_of=AS_OF)


@cache
def rules(part: str) -> Mapping[str, Prepared]:
    """The rules that want a part of the profile; all for none."""
    found = linter().run().rules
    return {
        name: rule
        for name, rule in found.items()
        if not part or any(want.startswith(part) for want in rule.rule.wants)
    }


@cache
def _found() -> list[Finding]:
    return [finding for number in range(len(POSTS)) for finding in judged(Profile(), number)]


def judged(profile: Profile, number: int, part: str = "") -> list[Finding]:
    """What every rule finds in one of some posts of the brand; none of them may fail."""
    run = replace(linter().run(), profiles={ANY_BRAND: profile}, rules=rules(part))
    run.draft(located(POSTS[number % len(POSTS)], "a.md"), Counter())
    run.finish(partial=False)
    assert not run.tally.crashed, run.tally.problems
    for finding in run.tally.findings:
        assert finding.message("fr"), finding.rule
        assert finding.message("en"), finding.rule
    return run.tally.findings


def written(name: str, text: str) -> Path:
    path = _folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def said(error: SocialintError) -> None:
    """An error tells at least one problem."""
    assert error.problems
    for problem in error.problems:
        told(problem)


def loaded(load: Callable[[], T]) -> T | None:
    """What a loader answers; None where it says what is wrong, in words."""
    try:
        return load()
    except (SettingsError, ProfileError, PackError) as error:
        said(error)
        return None


def set_up(data: bytes) -> None:
    """Settings are read and mean something, or are refused at their place."""
    path = written("settings/socialint.toml", text_of(data))
    found = loaded(lambda: settings.load(path))
    if found is None:
        return
    loaded(partial(settings.timezone, found))
    held = in_force(found, AS_OF.date())
    selected(linter().rules, held.choice)
    entries = held.at(str(path.parent / "posts" / "a.csv"))
    source = Source("a.csv", "Contenu;text;media\nun;one;x\n")
    list(FORMATS[".csv"](source, reading_of(found, entries, explicit=True)))


def branded(data: bytes) -> None:
    """A brand profile is refused, or every rule can work with it."""
    path = written("brand/brand.yaml", text_of(data))
    written("brand/claims.yaml", "claims: []\n")
    if profile := loaded(lambda: Profile.load(path)):
        judged(profile, len(data))


def claimed(data: bytes) -> None:
    """So is its ledger."""
    written("ledger/claims.yaml", text_of(data))
    path = written("ledger/brand.yaml", "brand: Acme\nclaims: claims.yaml\n")
    if profile := loaded(lambda: Profile.load(path)):
        judged(profile, len(data), "claims")


def learned(data: bytes) -> None:
    """And its learned voice."""
    written("voice/voice.json", text_of(data))
    path = written("voice/brand.yaml", "brand: Acme\nvoice: {fingerprint: voice.json}\n")
    if profile := loaded(lambda: Profile.load(path)):
        judged(profile, len(data), "voice.fingerprint")


def packed(names: tuple[str, ...], data: bytes) -> None:
    """A pack is refused at its place, or its examples can be run."""
    parts = text_of(data).split(CUT)
    files = {"zzz/said-so/rule.yaml": RULE, "zzz/said-so/en.yaml": WORDING}
    files |= dict(zip(names, parts, strict=False))
    for name in names[len(parts) :]:
        (_folder() / "pack" / name).unlink(missing_ok=True)
    for name, text in files.items():
        written(f"pack/{name}", text)
    folder = _folder() / "pack"
    if compiled := loaded(lambda: checked(folder, CHECKS)):
        pack = load_pack(compiled, str(folder))
        assert [outcome.rule for outcome in run_examples(pack, CHECKS)]


def accepted(data: bytes) -> None:
    """A baseline is refused, or written as it was read."""
    path = written("baseline.json", text_of(data))
    entries = loaded(lambda: baseline.load(path))
    if entries is None:
        return
    again = baseline.load(written("again.json", baseline.dump(entries)))
    assert sorted(again) == sorted(entries)
    findings = _found()
    new, known = baseline.passed(findings, baseline.Baseline(entries))
    assert len(new) + len(known) == len(findings)


def listed(data: bytes) -> None:
    """An entry of a word list is refused, or found in what it stands for."""
    entry, _, text = text_of(data).partition("\n")
    term = Term("l", entry)
    try:
        found = forms(entry, fold_words)
    except EntryError as error:
        told(Problem(error.code, "list", args=error.words))
        return
    lexicons = {"en": (Lexicon.of(compile_lexicon([term])),)}
    for form in found[:3]:
        if not {GAP, REST} & set("".join(form.written)):
            text = f"{text} \n {' '.join(form.written)}"
    view = View(text, "en", lexicons=lexicons)
    for match in view.layer(PHRASES).get("l", ()):
        assert 0 <= match.start < match.end <= len(text), match


def let_pass(data: bytes) -> None:
    """What a comment lets pass is clear or unclear, but never an error."""
    text = text_of(data)
    one = from_text(text, NOWHERE)
    assert all(name.strip() == name for name in one.rules)
    bad = "CLICK HERE NOW, EVERYBODY!!! Call me on 06 39 98 12 34."
    source = Source("a.md", f"<!-- socialint-ignore {text} -->\n{bad}\n\n{bad}\n")
    run = linter(("shouting", "personal-data", "SUP")).run()
    run.source(source, ".md", Manner(explicit=True))
    silent = run.finish(partial=True)
    shown, hidden = run.settled(silent)
    assert not run.tally.crashed, run.tally.problems
    for finding in (*shown, *hidden):
        assert finding.span is None or finding.quote == source.text[slice(*finding.span)]


_YAML = (": ", "\n- ", "\n  ", "{", "}", "[", "]", '"', "'", "null", "true", "-1", "1e99", "''")
_ENTRY = ("[", "]", "|", "*", " .. ", "\\", "'", "’", "é", "ß", "İ", "1", "%")
TARGETS = (
    Target(
        "settings", set_up, ("socialint.settings", "socialint.tomldata", "socialint.selection"),
        ('select = ["all"]\nlang = "fr"\ntimezone = "Europe/Paris"\n[fields]\ntext = ["Contenu"]\n',
         '[[per_path]]\nglob = "posts/**"\nignore = ["shouting"]\nreason = "r"\n',
         '[brands]\nacme = "a.yaml"\n[severity]\nshouting = "info"\n[drafts]\nlang = "en"\n'),
        ("ignore", "fail_on", "never", "profile", "packs", "exclude", "baseline", "cache_dir",
         "preset", "markdown_bank", "feed", "[[per_path]]\n", "until", "2027-01-31", " = ", "[]"),
    ),
    Target(
        "profile", branded, ("socialint.profile", "socialint.yamldata", "socialint.schema"),
        (BRAND, "brand: {name: A, names: [B]}\nclaims: claims.yaml\n"),
        (*_YAML, "campaigns", "objectives", "selling", "mix", "calendar", "capacity", "until",
         "fingerprint", "dimensions", "readability", "register", "exclamation", "fixed_phrases"),
    ),
    Target(
        "claims", claimed, ("socialint.profile", "socialint.checks.ledger"),
        ('claims:\n  - {id: a, says: "87 % de nos clients", date: 2026-01-01, owner: o}\n',),
        (*_YAML, "id", "says", "variants", "expires", "approved", "figures", "0,5 %", "2026-06-01"),
    ),
    Target(
        "learned-voice", learned, ("socialint.profile", "socialint.checks.voice.drift"),
        (VOICE,),
        ('"habits"', '"limits"', '"voices"', "null", "[]", "{}", "1e999", "-1"),
    ),
    Target(
        "rule-folder",
        partial(packed, ("zzz/said-so/rule.yaml", "zzz/said-so/en.yaml", "classes/tone/en.yaml")),
        ("socialint.rulepack", "socialint.yamldata", "socialint.schema"),
        (f"{RULE}{CUT}{WORDING}", f"{RULE}classes: [tone]\n{CUT}{WORDING}{CUT}terms: [calm]\n",
         f"{RULE.replace('phrases', 'moves')}{MOVES}{CUT}{WORDING}"),
        (*_YAML, "supersedes", "kinds", "wakes", "params", "least", "status", "patterns", "tokens",
         "literals", "check: patterns", "LOWER", "object", "guards", "negation", CUT),
    ),
    Target(
        "wording", partial(packed, ("zzz/said-so/en.yaml",)),
        ("socialint.rulepack", "socialint.rule"), (WORDING,),
        (*_YAML, "notes", "todo", "variant", "{quote}", "{x}", "{0}", "⟦", "⟧", "kind: reply"),
    ),
    Target(
        "baseline", accepted, ("socialint.baseline",),
        (json.dumps({"version": 1, "accepted": [
            {"rule": "shouting", "path": "a.md", "hash": "0" * 32, "times": 2}]}),),
        ('"version"', '"accepted"', '"times"', "1e999", "NaN", "-1", "[]", "null"),
    ),
    Target(
        "word-list", listed,
        ("socialint.layers.entry", "socialint.layers.compiler", "socialint.layers.freeze",
         "socialint.layers.trie"),
        ("[buy|order] now\nBuy now", "fail* to\nfailing to", "we .. agree\nwe all agree",
         "l'[eau|air]\nl’eau", "\\[x\\]\n[x]"),
        _ENTRY,
    ),
    Target(
        "suppressions", let_pass,
        ("socialint.formats.suppressions", "socialint.engine.suppress", "socialint.engine.part"),
        ("shouting: agreed, until 2027-01-31", "personal-data, CTA: d'accord, jusqu'au 31/01/2027",
         "all: yes, owner ana"),
        (", until ", ", owner ", ": ", "-->", "<!--", "shouting", "all", "CLM", "2026-01-01"),
    ),
)  # fmt: skip
