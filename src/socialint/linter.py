"""The library's front door: a linter is built once and checks texts, drafts or paths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from socialint import settings as settings_file
from socialint.baseline import Accepted, baseline_of
from socialint.draft import Draft, Kind, Message
from socialint.engine.allowed import in_force
from socialint.engine.build import load_packs, load_profiles, prepare_rules, terms_of
from socialint.engine.given import wrong
from socialint.engine.globs import prove
from socialint.engine.outcome import report_of
from socialint.engine.prepare import located
from socialint.engine.run import Run
from socialint.finding import UNSPOKEN
from socialint.plugins import registry
from socialint.profile import Profile
from socialint.report import Report
from socialint.rule import Rule
from socialint.selection import selected
from socialint.settings import Settings, timezone
from socialint.ways import How, report_on

if TYPE_CHECKING:
    from socialint.engine.costs import Ledger


class Linter:
    """Rules, settings and brands, ready to check drafts.

    Built once; may be shared between threads, pickled, and holds no open file.  Raises
    SettingsError, ProfileError or PluginError when it is built, and nothing afterwards: what is
    wrong with an input stands in the report.  `compiling` hears the name of each pack that has to
    be compiled first, which takes some seconds.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        profile: Profile | None = None,
        *,
        as_of: datetime | None = None,
        no_plugins: Collection[str] = (),
        compiling: Callable[[str], None] | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.as_of = as_of
        self._given = profile
        self._skipped = tuple(no_plugins)
        prove(self.settings)
        self.registry = registry(self._skipped, self.settings.plugins)
        self.packs = load_packs(self.registry, self.settings, compiling)
        self._profiles = load_profiles(self.settings, profile)
        self._rules = prepare_rules(self.packs, self.registry, self.settings)
        self._timezone = timezone(self.settings)
        self.baseline = baseline_of(self.settings)

    @classmethod
    def from_settings(cls, path: str | Path | None = None, **changes: Any) -> Self:
        """A linter by the settings in `path`, or in the file found upwards from here.

        `changes` go to the constructor.
        """
        found = Path(path) if path else settings_file.find(Path.cwd())
        return cls(settings_file.load(found) if found else None, **changes)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (self.settings, self._given, self.as_of, self._skipped))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule of every pack, on or off."""
        return tuple(rule.rule for rule in self._rules.values())

    def check_text(
        self,
        text: str,
        *,
        kind: Kind = "post",
        channel: str | None = None,
        lang: str | None = None,
        brand: str | None = None,
        in_reply_to: str | Message | Sequence[str | Message] | None = None,
        path: str | None = None,
    ) -> Report:
        """What the rules find in one text; offsets count code points of `text`.

        A value of a wrong type or form is an error in the report.
        """
        draft = Draft(text, kind, channel, lang=lang, brand=brand, in_reply_to=in_reply_to)
        return self.check_draft(draft, path=path)

    def check_draft(self, draft: Draft, *, path: str | None = None) -> Report:
        """What the rules find in one draft, which is never taken for the whole feed."""
        place = str(path or draft.source.path)
        run = self.run()
        if problems := tuple(wrong(draft, place)):
            run.tally.problems.extend(problems)
        else:
            run.tally.partial = True
            run.draft(located(draft, place), Counter())
        return report_of(run, self.baseline, partial=True)

    def check_paths(
        self,
        paths: Iterable[str | Path],
        *,
        stdin: tuple[str, bytes] | None = None,
        progress: Callable[[int, str], None] | None = None,
        overlay: Mapping[str, bytes] | None = None,
        pages: bool = False,
        ledger: Ledger | None = None,
        jobs: int = 1,
        cached: bool = False,
    ) -> Report:
        """What the rules find in files and folders.

        `stdin` is what `-` stands for: a file name and bytes.  `progress` hears of each file
        before it is read: how many came before it, and its path.  `overlay` holds bytes, by
        absolute real path, that are read in place of a file's own.  With `pages` the report holds
        the drafts themselves, personal data masked.  What rules cost is written to `ledger`.
        `jobs` processes share the work; with `cached`, the report on the very same files, or which
        rules were silent on a file, is looked up in the cache folder, and kept there.  Neither
        changes the report.
        """
        named = [str(path) for path in paths]
        how = How(stdin, progress, overlay or {}, pages, ledger, jobs, cached)
        return report_on(self, named, how)

    def at(self, as_of: datetime) -> Self:
        """The same at another moment."""
        return type(self)(self.settings, self._given, as_of=as_of, no_plugins=self._skipped)

    def remaining(self, report: Report, paths: Iterable[str | Path]) -> tuple[Accepted, ...]:
        """The baseline without what a check of `paths` did not find any more."""
        from socialint.engine.remaining import remaining  # noqa: PLC0415  few have a baseline

        on = {rule.name for rule in selected(self.rules, self.settings.choice)}
        on -= {each.rule for each in report.not_checked if not each.reason.startswith(UNSPOKEN)}
        return remaining(self.baseline, report.hidden, paths, on)

    def run(self) -> Run:
        """A run of its own, at the moment of the call."""
        as_of = self.as_of or datetime.now(self._timezone)
        as_of = as_of if as_of.tzinfo else as_of.replace(tzinfo=self._timezone)
        terms = terms_of(self.packs, self.settings, self.rules, as_of)
        held = in_force(self.settings, terms.as_of.date())
        parts = (held, self._rules, self._profiles, self.registry.formats, terms)
        return Run(*parts, given=self._given)


def _again(*state: Any) -> Linter:
    settings, profile, as_of, skipped = state
    return Linter(settings, profile, as_of=as_of, no_plugins=skipped)
