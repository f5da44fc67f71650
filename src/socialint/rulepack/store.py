"""Compiled packs, shipped in the wheel or kept in the cache folder by content hash."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from socialint.cache import cache_folder
from socialint.checks.check import AnyCheck
from socialint.errors import PackError, Problem
from socialint.rulepack.pack import VERSION, Pack, builtin_pack, load_pack, others
from socialint.rulepack.packed import dump, parse

SHIPPED = "compiled.pack"

Prove = Callable[[Pack, Sequence[Pack]], Sequence[Problem]]
Compiling = Callable[[str], None]


def packs(
    folders: Iterable[Path],
    checks: Mapping[str, AnyCheck],
    *,
    cache_dir: Path | None = None,
    prove: Prove | None = None,
    compiling: Compiling | None = None,
) -> tuple[Pack, ...]:
    """The packs in `folders`, each of which may use the word classes of those before it.

    A pack is read, validated and, unless it is the built-in one, proved on its examples once per
    content hash; then its compiled form is kept in `cache_dir` (by default the user's cache
    folder; one that can't be used is done without).  `prove` is given the pack and those before
    it, whose words it may need, and answers the examples that fail.  `compiling` hears the name of
    each pack that has to be compiled, before that takes its time.  Raises PackError.
    """
    found: list[Pack] = []
    for folder in folders:
        found.append(
            _pack(folder, checks, tuple(found), cache_dir, prove=prove, compiling=compiling)
        )
    return tuple(found)


def _pack(
    folder: Path,
    checks: Mapping[str, AnyCheck],
    beside: Sequence[Pack],
    cache_dir: Path | None,
    *,
    prove: Prove | None,
    compiling: Compiling | None,
) -> Pack:
    builtin = folder.resolve() == builtin_pack().resolve()
    if builtin and (shipped := _read(folder / SHIPPED, folder)):
        return shipped
    classes = sorted({name for pack in beside for name in pack.classes})
    cues = sorted(
        f"{name} {lang}" for pack in beside for name in pack.cues for lang in pack.cues[name]
    )
    taken = sorted(
        f"{rule.code} {rule.name}" for pack in others(beside, folder) for rule in pack.rules
    )
    prove = None if builtin else prove
    # what checks say of themselves is compiled in
    salt = [str(VERSION), str(bool(prove)), *sorted(checks), *classes, *cues, *taken]
    salt.append(_state_of_checks())
    key = content_hash(folder, salt)
    cache = cache_dir or cache_folder()
    kept = cache / "packs" / f"{folder.resolve().name}-{key}.pack" if cache else None
    if kept and (cached := _read(kept, folder)):
        return cached
    from socialint.rulepack.read import checked  # noqa: PLC0415  a kept pack needs no reader

    if compiling:
        compiling(folder.resolve().name)
    compiled = checked(folder, checks, beside)
    pack = load_pack(compiled, str(folder))
    if prove and (problems := prove(pack, beside)):
        raise PackError(*problems)
    if kept:
        _write(kept, compiled)
    return pack


def content_hash(folder: Path, salt: Sequence[str] = ()) -> str:
    """A hash of the names and bytes of every YAML file in `folder`, and of `salt`."""
    import hashlib  # noqa: PLC0415  an installed built-in pack needs none

    digest = hashlib.sha256("\0".join(salt).encode())
    for path in sorted(folder.rglob("*.y*ml")):
        with suppress(OSError):
            content = path.read_bytes()
            digest.update(f"\0{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:32]


def _state_of_checks() -> str:
    """Changes when the code of a check does, as it may in a checkout."""
    folder = Path(__file__).parents[1] / "checks"
    stats = [path.stat() for path in sorted(folder.rglob("*.py"))]
    return str(hash(tuple((stat.st_size, stat.st_mtime_ns) for stat in stats)))


def _read(path: Path, folder: Path) -> Pack | None:
    try:
        compiled = parse(path.read_bytes())
        return load_pack(compiled, str(folder)) if compiled["version"] == VERSION else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _write(path: Path, compiled: Mapping[str, Any]) -> None:
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(dump(compiled), encoding="utf-8")
        temporary.replace(path)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)
