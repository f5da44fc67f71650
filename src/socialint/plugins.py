"""Find, load and merge what plugins bring; the built-in tables come in by the same door."""

from __future__ import annotations

import os
import sys
from collections import ChainMap
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialint import builtin
from socialint.errors import PluginError, Problem
from socialint.named import NamedTuple
from socialint.near import near

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

    import pluggy

GROUP = "socialint"
TABLES = ("rule_packs", "checks", "layers", "formats", "reporters")


class Plugin(NamedTuple):
    """An installed plugin: its entry-point name, distribution and version."""

    name: str
    distribution: str
    version: str
    module: Any


class Registry(NamedTuple):
    """All tables of a run, built once and never changed."""

    packs: tuple[Path, ...]
    checks: Mapping[str, Any]
    layers: Mapping[str, Any]
    formats: Mapping[str, Any]
    reporters: Mapping[str, Any]
    plugins: tuple[Plugin, ...] = ()


def registry(skip: Collection[str] = (), require: Sequence[str] = ()) -> Registry:
    """The built-in tables and those of every installed plugin but `skip`.

    Raises PluginError for a plugin that can't load, misspells a hook or takes a name that is
    taken, and for one of `require` that is not installed.
    """
    plugins = tuple(_load(entry, dist) for entry, dist in _found() if entry.name not in skip)
    _require(require, plugins)
    return _merge(_manager(plugins) if plugins else None, plugins)


def _found() -> list[tuple[EntryPoint, Distribution]]:
    if not any(_names_us(Path(folder)) for folder in sys.path):
        return []
    from importlib.metadata import distributions  # noqa: PLC0415  50 ms, only if there is one

    found = {
        (entry.name, entry.value): (entry, dist)
        for dist in distributions()
        for entry in dist.entry_points
        if entry.group == GROUP
    }
    return [found[key] for key in sorted(found)]


def _names_us(folder: Path) -> bool:
    """Whether a distribution in this folder of sys.path declares our entry-point group."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  a list: an iterator that is left open warns
    except OSError:
        return False
    listings = (f"{folder}/{name}/entry_points.txt" for name in names if name.endswith("-info"))
    return any(_declares(listing) for listing in listings)


def _declares(listing: str) -> bool:
    try:
        with open(listing, "rb") as file:  # noqa: PTH123  a hundred at each start: a third of the time
            return b"[" + GROUP.encode() + b"]" in file.read()
    except OSError:
        return False


def _load(entry: EntryPoint, dist: Distribution) -> Plugin:
    try:
        module = entry.load()
    except Exception as error:
        raise _broken(entry.name, dist.version, error) from error
    return Plugin(entry.name, dist.name, dist.version, module)


def _require(names: Sequence[str], plugins: Sequence[Plugin]) -> None:
    known = [plugin.name for plugin in plugins]
    for name in names:
        if name not in known:
            args = {"name": name, "near": near(name, known) or "-"}
            raise PluginError(Problem("plugin-missing", name, args=args))


def _manager(plugins: Sequence[Plugin]) -> pluggy.PluginManager:
    import pluggy  # noqa: PLC0415  5 ms, only where there is a plugin

    from socialint import hookspecs  # noqa: PLC0415  as above

    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    for plugin in plugins:
        _register(manager, plugin)
    return manager


def _register(manager: pluggy.PluginManager, plugin: Plugin) -> None:
    try:
        manager.register(plugin.module, plugin.name)
        manager.check_pending()
    except Exception as error:
        raise _broken(plugin.name, plugin.version, error) from error


def _merge(manager: pluggy.PluginManager | None, plugins: tuple[Plugin, ...]) -> Registry:
    known = {plugin.name: plugin for plugin in plugins}
    tables = {name: _tables(manager, f"socialint_{name}", known) for name in TABLES}
    return Registry(
        packs=tuple(path for _, paths in tables["rule_packs"] for path in paths),
        checks=_one(tables["checks"], "check"),
        layers=_one(tables["layers"], "layer"),
        formats=_one(tables["formats"], "format"),
        reporters=_one(tables["reporters"], "reporter"),
        plugins=plugins,
    )


def _tables(
    manager: pluggy.PluginManager | None, hook: str, known: Mapping[str, Plugin]
) -> list[tuple[Plugin | None, Any]]:
    """What each plugin answers to one hook, the built-in table first."""
    tables: list[tuple[Plugin | None, Any]] = [(None, getattr(builtin, hook)())]
    if manager is None:
        return tables
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        plugin = known[implementation.plugin_name]
        try:
            tables.append((plugin, implementation.function()))
        except Exception as error:
            raise _broken(plugin.name, plugin.version, error) from error
    return tables


def _one(tables: Sequence[tuple[Plugin | None, Mapping[str, Any]]], kind: str) -> Mapping[str, Any]:
    """All tables as one; what stands in them is looked up, and imported, when it is asked for."""
    names: set[str] = set()
    for plugin, table in tables:
        for name in table:
            if name in names and plugin is not None:
                args = {
                    "plugin": plugin.name,
                    "version": plugin.version,
                    "kind": kind,
                    "name": name,
                }
                raise PluginError(Problem("plugin-clash", plugin.name, args=args))
            names.add(name)
    return ChainMap(*(table for _, table in tables))  # type: ignore[arg-type]  # never written to


def _broken(name: str, version: str, error: Exception) -> PluginError:
    what = f"{type(error).__name__}: {error}"
    return PluginError(
        Problem("plugin-broken", name, args={"name": name, "version": version, "what": what})
    )
