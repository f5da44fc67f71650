"""The library's front door: a linter is built once and checks texts, drafts or paths."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Self

from socialint import settings as settings_file
from socialint.baseline import Accepted, load, remaining, total
from socialint.discover import Found
from socialint.draft import Draft, Kind, Message
from socialint.engine import late
from socialint.engine.allowed import in_force, told
from socialint.engine.build import load_packs, load_profiles, prepare_rules, unspoken
from socialint.engine.files import Memory, check_files, files_in
from socialint.engine.given import wrong
from socialint.engine.globs import prove
from socialint.engine.manner import reading_of
from socialint.engine.outcome import report_of
from socialint.engine.prepare import located
from socialint.engine.run import Run
from socialint.engine.subject import Terms
from socialint.errors import Problem
from socialint.finding import UNSPOKEN
from socialint.frozen import replace
from socialint.plugins import registry
from socialint.profile import Profile
from socialint.report import Report
from socialint.rule import Rule
from socialint.rulepack import merged
from socialint.selection import selected
from socialint.settings import Settings, timezone
from socialint.text import Source

if TYPE_CHECKING:
    from socialint.engine.costs import Ledger
    from socialint.engine.fix import Mended
    from socialint.engine.looked import Looked
    from socialint.engine.results import Results
    from socialint.engine.whole import Whole


class Linter:
    """Rules, settings and brands, ready to check drafts.

    Built once; may be shared between threads, pickled, and holds no open file.  Raises
    SettingsError, ProfileError or PluginError when it is built, and nothing afterwards: what is
    wrong with an input stands in the report.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        profile: Profile | None = None,
        *,
        as_of: datetime | None = None,
        no_plugins: Collection[str] = (),
    ) -> None:
        self.settings = settings or Settings()
        self.as_of = as_of
        self._given = profile
        self._skipped = tuple(no_plugins)
        prove(self.settings)
        self.registry = registry(self._skipped, self.settings.plugins)
        self.packs = load_packs(self.registry, self.settings)
        self._profiles = load_profiles(self.settings, profile)
        self._rules = prepare_rules(self.packs, self.registry, self.settings)
        self._timezone = timezone(self.settings)
        named = self.settings.baseline
        self._baseline = self.settings.root / named if named else None
        self._home = self._baseline.parent.resolve() if self._baseline else Path()
        self._accepted = load(self._baseline) if self._baseline else ()

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
        return self._report(run, partial=True)

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
        run = self.run()
        if overlay or ledger:
            terms = run.terms._replace(ledger=ledger)
            run = replace(run, overlay=overlay or {}, terms=terms)
        run.tally.pages = [] if pages else None
        files: Iterable[Found | Problem] = files_in(run, named)
        cached = cached and not ledger
        check = functools.partial(
            self._checked, run, named, stdin=stdin, progress=progress, jobs=jobs, cached=cached
        )
        if not cached or overlay or stdin or pages or self.settings.feed:
            return check(files)
        if len(files := list(files)) <= late.FEW:
            return check(files)
        return self._whole(run, named).report(files, check, lambda: not run.tally.passing)

    def _checked(
        self,
        run: Run,
        named: Sequence[str],
        files: Iterable[Found | Problem],
        *,
        stdin: tuple[str, bytes] | None,
        progress: Callable[[int, str], None] | None,
        jobs: int,
        cached: bool,
    ) -> Report:
        """The report on files under the paths that were named."""
        results = late.Late(lambda: self._results(run)) if cached else None
        with ExitStack() as stack:
            memory: Memory | None = results
            if jobs > 1:
                from socialint.engine.ahead import ahead  # noqa: PLC0415  few runs share work

                files = list(files)
                todo = [(f.path.as_posix(), f.explicit) for f in files if isinstance(f, Found)]
                memory = stack.enter_context(ahead(self._at(run), todo, jobs, results))
            partial = check_files(run, files, stdin, progress, memory)
        if results:
            results.close()
        used = run.entries(partial=partial) if self._is_whole(run, named) else None
        run.tally.findings.extend(told(self.settings, self._rules, run.terms.as_of.date(), used))
        report = self._report(run, partial=partial)
        return report._replace(stale=self._stale(report, named)) if self._accepted else report

    def _is_whole(self, run: Run, paths: Iterable[str]) -> bool:
        """Whether all that the settings may mean was asked for, and could be read."""
        if run.tally.problems:
            return False
        root = self.settings.root.resolve()
        asked = [Path(path).resolve() for path in paths]
        return any(one in (root, *root.parents) for one in asked)

    def mended(
        self,
        check: Callable[[Mapping[str, bytes]], Report],
        *,
        unsafe: bool = False,
        left_alone: Iterable[str] = (),
    ) -> Mended:
        """What the edits of findings make of files; nothing is written.

        `check` answers the report on the files with such bytes in place of theirs.  Edits that
        may change a meaning count with `unsafe` only; `left_alone` are real paths.
        """
        from socialint.engine.fix import mend  # noqa: PLC0415  few runs fix

        return mend(check, self._read, unsafe=unsafe, left_alone=left_alone)

    def _read(self, path: str) -> Callable[[Source], Iterable[Draft | Problem]] | None:
        """How the file of that path is read into drafts, if its format is known."""
        parse = self.registry.formats.get(PurePath(path).suffix.lower())
        reading = reading_of(self.settings, self.settings.at(path), explicit=True)
        return functools.partial(parse, reading=reading) if parse else None

    def remaining(self, report: Report, paths: Iterable[str | Path]) -> tuple[Accepted, ...]:
        """The baseline without what a check of `paths` did not find any more."""
        on = {rule.name for rule in selected(self.rules, self.settings.choice)}
        on -= {each.rule for each in report.not_checked if not each.reason.startswith(UNSPOKEN)}
        return remaining(self._accepted, self._home, report.hidden, paths, on)

    def _stale(self, report: Report, paths: Iterable[str | Path]) -> int:
        return total(self._accepted) - total(self.remaining(report, paths))

    def looked(self, paths: Iterable[str | Path], *, whole: bool = False) -> Looked:
        """A check of paths with all that it knows, for who asks why.

        `whole` says that they are the whole feed, whatever they look like.
        """
        from socialint.engine.looked import Looked  # noqa: PLC0415  only who asks needs it

        run = self.run()
        run.tally.pages = [] if whole else None  # then what rules across posts need is kept
        partial = check_files(run, files_in(run, [str(path) for path in paths])) and not whole
        return Looked(run, self._report(run, partial=partial), partial)

    def _at(self, run: Run) -> Self:
        """The same at the moment of a run."""
        given = (self.settings, self._given)
        return type(self)(*given, as_of=run.terms.as_of, no_plugins=self._skipped)

    def _results(self, run: Run) -> Results:
        """Those of former runs, opened."""
        from socialint.engine.results import Results  # noqa: PLC0415  only where it is used

        return Results(*self._store(run))

    def _whole(self, run: Run, named: Sequence[str]) -> Whole:
        """The reports of former runs on the same paths."""
        from socialint.engine.whole import Whole  # noqa: PLC0415  only where it is used

        wordings = {rule.name: rule.wording for rule in self.rules}
        return Whole(*self._store(run, named, Path.cwd(), self._accepted), run, wordings)

    def _store(self, run: Run, *more: object) -> tuple[Path, str]:
        from socialint.state import store  # noqa: PLC0415  only where it is used

        return store(self, self._profiles, run.terms.as_of, *more)

    def run(self) -> Run:
        """A run of its own, at the moment of the call."""
        as_of = self.as_of or datetime.now(self._timezone)
        terms = Terms(
            as_of=as_of if as_of.tzinfo else as_of.replace(tzinfo=self._timezone),
            languages=tuple(sorted({lang for pack in self.packs for lang in pack.languages})),
            lexicons=merged(self.packs),
            facts={name: fact for pack in self.packs for name, fact in pack.facts.items()},
            lang=self.settings.drafts.get("lang"),
            known=self.rules,
            unspoken=unspoken(self.packs),
        )
        held = in_force(self.settings, terms.as_of.date())
        parts = (held, self._rules, self._profiles, self.registry.formats, terms)
        return Run(*parts, given=self._given)

    def _report(self, run: Run, *, partial: bool) -> Report:
        fail_on = self.settings.fail_on
        return report_of(run, self._accepted, self._home, fail_on, partial=partial)


def _again(*state: Any) -> Linter:
    settings, profile, as_of, skipped = state
    return Linter(settings, profile, as_of=as_of, no_plugins=skipped)
