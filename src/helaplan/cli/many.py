"""Checking many files: known good ones are passed by, the others spread over the cores, results in order of path."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from helaplan import io
from helaplan.cli.choice import Choice
from helaplan.cli.mending import Mended, Mending
from helaplan.cli.shell import Shell
from helaplan.errors import UnreadableSource
from helaplan.findings import Finding, Report

if TYPE_CHECKING:
    from helaplan.cli.known_good import KnownGood

#: Files from which a second process pays: with fork it begins at once, with spawn it starts Python anew.
FORK_FROM = 64
SPAWN_FROM = 200
#: Files that a process takes at a time: few enough to share the work evenly, many enough to hide the talk.
CHUNK = 25


@frozen(kw_only=True, eq=False, repr=False)
class Job:
    """What every process needs to know. All of it can be sent to another one."""

    language: str
    plugins: bool
    disabled: tuple[str, ...]
    stdin_filename: str
    schema_only: bool
    profiles: tuple[str, ...] = ()
    cache: bool = True
    mending: Mending | None = None


@frozen(kw_only=True, eq=False, repr=False)
class Done:
    """The outcome of some files: their reports, what plugins did wrong, and which files were good."""

    reports: tuple[Report, ...]
    faults: tuple[Finding, ...] = ()
    sentences: dict[str, dict[str, Any]] = field(factory=dict)
    settings: tuple[Report, ...] = ()
    mended: tuple[Mended, ...] = ()


class Worker:
    """Checks files one after the other, with one host for each settings file that counts."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.shell = Shell(language=job.language, plugins=job.plugins, disabled=job.disabled, profiles=job.profiles)
        self.mended: list[Mended] = []
        self.good = _known_good() if job.cache and not job.schema_only and not job.mending else None

    def one(self, named: io.Named) -> Report | None:
        """The report of a file; None for a file in a folder that is no plan."""
        data = io.open_named(named)
        if data is None:
            return None
        if isinstance(data, Finding):
            return Report(findings=[data])
        name = self.job.stdin_filename if named.name == io.STANDARD else named.name
        choice = self.shell.choice(name)
        key = self.good.key(data, name, choice) if self.good else b""
        if self.good and key in self.good:
            return Report()
        report, alone = self._examined(data, name, choice)
        if self.job.mending:
            return self._mended(data, named.name, self.job.mending, lambda each: self._examined(each, name, choice)[0])
        if self.good and alone and not report:
            self.good.add(key)
        return report

    def _mended(self, data: bytes, name: str, mending: Mending, look: Callable[[bytes | str], Report]) -> Report:
        """Mend the file, unless it is only asked what would be mended; the report of what then remains."""
        from helaplan.cli.mending import diff_of, mend

        made, silenced = mend(data, look, mending)
        if mending.dry_run:
            diff = diff_of(name, data, made.data) if made.changed else b""
            self.mended.append(Mended(name=name, count=len(made.applied), silenced=silenced, diff=diff))
            return made.report
        # What came in on standard input goes out again, mended or not.
        if made.changed or name == io.STANDARD:
            try:
                io.write_bytes(name, made.data, replace=True)
            except UnreadableSource as error:
                return evolve(look(data), findings=[*look(data), *error.findings])
        if made.changed:
            self.mended.append(Mended(name=name, count=len(made.applied), silenced=silenced))
        return made.report

    def _examined(self, data: bytes | str, name: str, choice: Choice) -> tuple[Report, bool]:
        """The report, and whether the core alone made it: then it holds until the file or the core changes."""
        # Imported here: a file that is known to be good needs none of it, and a good one only the quick way.
        from helaplan.pipeline.quick import without_findings

        late = Late(self.shell, choice)
        plain = not self.job.schema_only and choice.settings is None and not choice.profiles
        if plain and without_findings(data) is not None:
            return Report(), True

        from helaplan.pipeline.check import examine, examine_by_schema

        if self.job.schema_only:
            return examine_by_schema(data, name=name, lookup=late), False
        rules = choice.rules(late.profile)
        report = examine(data, name=name, lookup=late, profiles=rules).report
        return choice.applied(report, name), not late.asked

    def done(self, names: Iterable[io.Named]) -> Done:
        """The outcome of some files, in their order."""
        reports = tuple(report for each in names if (report := self.one(each)) is not None)
        if self.good:
            self.good.save()
        faults = tuple(finding for host in self.shell.hosts for finding in host.findings)
        mended, self.mended = tuple(self.mended), []
        return Done(
            reports=reports,
            faults=faults,
            sentences=self.shell.texts(),
            settings=self.shell.settings_reports(),
            mended=mended,
        )


def _known_good() -> KnownGood:
    # Imported here: hashing costs a start that is told not to use it.
    from helaplan.cli.known_good import KnownGood

    return KnownGood.open()


class Late:
    """The host as a Lookup that is made only when a file or its settings ask for what the core doesn't have."""

    def __init__(self, shell: Shell, choice: Choice) -> None:
        self._shell = shell
        self._choice = choice
        self.asked = False

    def _host(self) -> Any:
        self.asked = True
        return self._shell.host_of(self._choice)

    def file_kind(self, name: str) -> Any:
        return self._host().file_kind(name)

    def extension(self, name: str) -> Any:
        return self._host().extension(name)

    def profile(self, name: str) -> Any:
        return self._host().profile(name)


def check_all(
    job: Job, names: Iterable[io.Named], *, jobs: int = 0, progress: Callable[[int], None] | None = None
) -> Iterator[Done]:
    """The outcome of all files in the order of their names, a few at a time, so memory stays flat.

    `jobs` is the number of processes, 0 for as many as there are cores to use. `progress` is told how many files are
    done.
    """
    names = list(names)
    jobs = min(jobs or cores(), max(1, len(names) // CHUNK))
    if jobs > 1 and len(names) >= (FORK_FROM if _can_fork() else SPAWN_FROM):
        made = _spread(job, names, jobs)
    else:
        worker = Worker(job)
        made = (worker.done(chunk) for chunk in _chunks(names))
    count = 0
    for chunk, done in zip(_chunks(names), made, strict=True):
        count += len(chunk)
        if progress is not None:
            progress(count)
        yield done


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _can_fork() -> bool:
    # macOS can fork too, but its own libraries don't survive it.
    import sys

    return sys.platform.startswith("linux")


def _chunks(names: list[io.Named]) -> Iterator[list[io.Named]]:
    for start in range(0, len(names), CHUNK):
        yield names[start : start + CHUNK]


_worker: Worker | None = None


def _start(job: Job) -> None:
    """Make this process's worker. Ctrl-C is the parent's to handle, which then ends its workers."""
    import signal

    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = Worker(job)


def _work(chunk: list[io.Named]) -> Done:
    assert _worker is not None
    return _worker.done(chunk)


def _spread(job: Job, names: list[io.Named], jobs: int) -> Iterator[Done]:
    import multiprocessing

    if _can_fork():
        # Loaded before the fork, so that the workers share it. What explains faults, each loads when it meets one.
        import helaplan.pipeline.quick  # noqa: F401
    context = multiprocessing.get_context("fork" if _can_fork() else "spawn")
    with context.Pool(jobs, initializer=_start, initargs=(job,)) as pool:
        yield from pool.imap(_work, _chunks(names))


def merged(outcomes: Iterable[Done]) -> tuple[Report, tuple[Finding, ...], dict[str, dict[str, Any]]]:
    """One report of all outcomes, plugin faults once each, and the sentences that plugins brought."""
    findings: list[Finding] = []
    sources: dict[str, str] = {}
    sentences: dict[str, dict[str, Any]] = {}
    settings: dict[str, Report] = {}
    faults: dict[tuple[str, str], Finding] = {}
    files = 0
    for done in outcomes:
        for report in done.reports:
            files += report.files
            findings += report.findings
            sources.update(report.sources)
        for report in done.settings:
            for finding in report:
                settings[finding.file] = report
        for finding in done.faults:
            faults[(finding.code, repr(sorted(finding.args.items())))] = finding
        for language, messages in done.sentences.items():
            sentences.setdefault(language, {}).update(messages)
    for report in settings.values():
        findings += report.findings
        sources.update(report.sources)
    return Report(findings=findings, files=files, sources=sources), tuple(faults.values()), sentences
