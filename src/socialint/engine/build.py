"""What a linter is built of: its packs, its brands, and its rules made ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from socialint.engine.prepare import Prepared
from socialint.errors import Problem, ProfileError, SettingsError
from socialint.finding import Severity
from socialint.plugins import Registry
from socialint.profile import Profile
from socialint.rule import Rule
from socialint.rulepack import Pack, packs
from socialint.selection import unknown
from socialint.settings import Settings

# The profile of drafts that name no brand goes by this name.
ANY_BRAND = ""


def load_packs(registry: Registry, settings: Settings) -> tuple[Pack, ...]:
    """The packs of the program, of its plugins and of the settings; raises PackError."""
    folders = [*registry.packs, *(settings.root / folder for folder in settings.packs)]
    cache = settings.root / settings.cache_dir if settings.cache_dir else None

    def proved(pack: Pack, beside: Sequence[Pack]) -> Sequence[Problem]:
        from socialint.engine.examples import prove  # noqa: PLC0415  only where a pack is new

        return prove(pack, registry.checks, beside)

    return packs(folders, registry.checks, cache_dir=cache, prove=proved)


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
    named = {
        "select": settings.select,
        "ignore": settings.ignore,
        "severity": tuple(settings.severity),
        **{f"per_path {entry.glob}": (*entry.select, *entry.ignore) for entry in settings.per_path},
    }
    problems = [
        Problem(
            "unknown-rule", _path(settings), args={"name": name, "near": near or "-", "in": key}
        )
        for key, names in named.items()
        for name, near in unknown(names, rules)
    ]
    brands = [entry.brand for entry in settings.per_path if entry.brand]
    problems += [
        Problem("unknown-brand", _path(settings), args={"name": brand, "near": "-"})
        for brand in brands
        if brand not in settings.brands
    ]
    if problems:
        raise SettingsError(*problems)


def _path(settings: Settings) -> str:
    return str(Path(settings.path)) if settings.path else "--select"
