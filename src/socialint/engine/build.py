"""What a linter is built of: its packs, its brands, and its rules made ready."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from socialint.engine.prepare import Prepared
from socialint.engine.subject import Terms
from socialint.errors import PackError, Problem, ProfileError, SettingsError
from socialint.finding import Severity
from socialint.near import near
from socialint.plugins import Registry
from socialint.profile import Profile
from socialint.rule import Rule
from socialint.rulepack import Pack, merged, packs
from socialint.selection import unknown
from socialint.settings import Settings, place_of

# The profile of drafts that name no brand goes by this name.
ANY_BRAND = ""


def load_packs(
    registry: Registry, settings: Settings, compiling: Callable[[str], None] | None = None
) -> tuple[Pack, ...]:
    """The packs of the program, of its plugins and of the settings; raises PackError.

    `compiling` hears the name of each that has to be compiled, which takes a while.
    """
    for folder in settings.packs:
        if "\0" in folder:
            raise PackError(Problem("no-such-pack", folder))
    folders = [*registry.packs, *(settings.root / folder for folder in settings.packs)]
    cache = settings.root / settings.cache_dir if settings.cache_dir else None

    def proved(pack: Pack, beside: Sequence[Pack]) -> Sequence[Problem]:
        from socialint.engine.examples import prove  # noqa: PLC0415  only where a pack is new

        return prove(pack, registry.checks, beside)

    return packs(folders, registry.checks, cache_dir=cache, prove=proved, compiling=compiling)


def terms_of(
    found: Sequence[Pack], settings: Settings, known: tuple[Rule, ...], as_of: datetime
) -> Terms:
    """What holds for all of a run."""
    return Terms(
        as_of=as_of,
        languages=tuple(sorted({lang for pack in found for lang in pack.languages})),
        lexicons=merged(found),
        facts={name: fact for pack in found for name, fact in pack.facts.items()},
        lang=settings.drafts.get("lang"),
        known=known,
        unspoken=_unspoken(found),
    )


def _unspoken(found: Iterable[Pack]) -> Mapping[str, frozenset[str]]:
    """The rules that have no words in a language that others of their pack speak, by language."""
    names: dict[str, frozenset[str]] = {}
    for pack in found:
        for lang, silent in pack.unspoken.items():
            names[lang] = names.get(lang, frozenset()).union(silent)
    return names


def load_profiles(settings: Settings, given: Profile | None) -> Mapping[str, Profile]:
    """The brands' profiles by name, and that of drafts without a brand; raises ProfileError."""
    profiles: dict[str, Profile] = {}
    problems: list[Problem] = []
    named = dict(settings.brands)
    if settings.profile and given is None:
        named[ANY_BRAND] = settings.profile
    for name, path in named.items():
        try:
            profiles[name] = Profile.load(settings.root / path)
        except ProfileError as error:
            problems.extend(error.problems)
    if problems:
        raise ProfileError(*problems)
    if given:
        profiles[ANY_BRAND] = given
    return profiles


def prepare_rules(
    found: Iterable[Pack], registry: Registry, settings: Settings
) -> Mapping[str, Prepared]:
    """Every rule with its check made ready; raises SettingsError for a rule nobody knows."""
    rules = [rule for pack in found for rule in pack.rules if rule.status != "retired"]
    _check_names(rules, settings)
    return {
        rule.name: Prepared(rule, registry.checks, _severity(rule, settings.severity))
        for rule in rules
    }


def _severity(rule: Rule, table: Mapping[str, str]) -> Severity | None:
    """The settings' word for the rule, the most specific first."""
    for name in (rule.name, rule.code, rule.group, "all"):
        if name in table:
            return table[name]  # type: ignore[return-value]  # the schema allows no other
    return None


def _check_names(rules: Sequence[Rule], settings: Settings) -> None:
    problems = [
        _unknown(settings, steps, name, nearest)
        for steps, names in _named(settings)
        for name, nearest in unknown(names, rules)
    ]
    problems += [
        unknown_brand(entry.brand, settings.brands, *placed(settings, steps, entry.brand))
        for number, entry in enumerate(settings.per_path)
        if entry.brand and entry.brand not in settings.brands
        for steps in [("per_path", number, "brand")]
    ]
    if problems:
        raise SettingsError(*problems)


def _named(settings: Settings) -> Iterator[tuple[Sequence[str | int], Sequence[str]]]:
    """The rules that the settings name, by the steps to where they do."""
    yield ("select",), settings.select
    yield ("ignore",), settings.ignore
    for name in settings.severity:
        yield ("severity", name), (name,)
    for number, entry in enumerate(settings.per_path):
        yield ("per_path", number, "select"), entry.select
        yield ("per_path", number, "ignore"), entry.ignore


def _unknown(settings: Settings, steps: Sequence[str | int], name: str, nearest: str) -> Problem:
    key = str(steps[0])
    if key == "per_path":
        key = f"per_path {settings.per_path[int(steps[1])].glob}"
    args = {"name": name, "in": key}
    place = placed(settings, steps, name)
    if nearest:
        return Problem("unknown-rule-near", *place, {**args, "near": nearest})
    return Problem("unknown-rule", *place, args)


def unknown_brand(
    name: str, known: Iterable[str], path: str, line: int | None, column: int | None
) -> Problem:
    """The problem that a brand is declared nowhere, with the nearest that is."""
    if nearest := near(name, [brand for brand in known if brand]):
        return Problem("unknown-brand-near", path, line, column, {"name": name, "near": nearest})
    return Problem("unknown-brand", path, line, column, {"name": name})


def placed(
    settings: Settings, steps: Sequence[str | int], name: str
) -> tuple[str, int | None, int | None]:
    """Where the settings name something: in their file, or else on the command line."""
    place = place_of(settings, steps, name)
    if place:
        return (str(Path(settings.path or "")), *place)
    option = steps[0] in {"select", "ignore"}
    return (f"--{steps[0]}" if option else settings.path or "socialint", None, None)
