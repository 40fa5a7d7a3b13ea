"""What every command shares: the settings of this run, where output goes, and what each end is called."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import click
from attrs import define, evolve, field

from helaplan.cli.choice import Choice, folder_of, read_choice
from helaplan.errors import (
    HelaplanError,
    InvalidPlan,
    PluginError,
    RefusedOverwrite,
    UnknownFormat,
    UnreadableSource,
)
from helaplan.findings import Finding, Report
from helaplan.io import SUFFIXES
from helaplan.text.cli import phrase

CLEAN, FINDINGS, USAGE, UNREADABLE, INTERNAL = range(5)

#: Numbers of errors that mean that what is written has no room; some disks in a network say EIO instead.
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO)

#: Codes of findings that mean that nothing could be read at all.
UNREADABLE_CODES = frozenset(
    {
        "no-such-file",
        "is-a-folder",
        "link-circle",
        "unreadable-file",
        "nothing-to-check",
        "unwritable-file",
        "no-such-folder",
        "not-a-folder",
        "name-too-long",
        "disk-full",
    }
)


@define(eq=False, repr=False)
class Shell:
    """One run of the program."""

    language: str = "sv"
    plugins: bool = True
    disabled: tuple[str, ...] = ()
    strict: bool = False
    quiet: bool = False
    debug: bool = False
    color: str = "auto"
    #: The plan (or folder) that this run is about; the settings beside it count. "" is the working folder.
    about: str = ""
    #: Profiles that the call names, beside those of the settings.
    profiles: tuple[str, ...] = ()
    _choices: dict[Path, Choice] = field(factory=dict, init=False)
    #: The same by the folder's name as it stands in the names of files.
    _beside: dict[str, Choice] = field(factory=dict, init=False)
    _hosts: dict[str, Any] = field(factory=dict, init=False)
    #: Whether what is wrong with the settings stands in the report already.
    settings_told: bool = field(default=False, init=False)
    #: What plugins did wrong in other processes.
    faults: tuple[Finding, ...] = field(default=(), init=False)

    @property
    def host(self) -> Any:
        """The plugin host for what this run is about, made when first asked for: a plain check never needs one."""
        return self.host_of(self.choice(self.about))

    @property
    def hosts(self) -> tuple[Any, ...]:
        """The hosts that were needed so far: one for each settings file that counted."""
        return tuple(self._hosts.values())

    def choice(self, plan: str) -> Choice:
        """The settings that count for a plan, found upwards from its folder. Each file is read once."""
        # Of many files most lie beside one another, and paths are dear. What may be a folder itself is asked about.
        beside = os.path.dirname(plan) if plan.endswith(SUFFIXES) else ""  # noqa: PTH120
        if beside and beside in self._beside:
            return self._beside[beside]
        folder = folder_of(plan)
        if folder not in self._choices:
            self._choices[folder] = evolve(read_choice(folder), asked=self.profiles)
        if beside and folder == Path(beside).absolute():
            self._beside[beside] = self._choices[folder]
        return self._choices[folder]

    def host_of(self, choice: Choice) -> Any:
        """The host with the plugins as these settings want them."""
        if choice.file not in self._hosts:
            from time import perf_counter

            from helaplan.plugins.host import Host

            self._hosts[choice.file] = Host(
                plugins=self.plugins,
                disabled=(*self.disabled, *choice.disabled),
                descriptors=True,
                clock=perf_counter,
                folder=choice.plugin_folder,
            )
        return self._hosts[choice.file]

    def _profile(self, choice: Choice, name: str) -> Any:
        return self.host_of(choice).profile(name)

    def settings_reports(self) -> tuple[Report, ...]:
        """What is wrong with the settings that counted: each file once, and each profile that isn't there."""
        made = {}
        for choice in self._choices.values():
            if choice.settings is None and not choice.report and not choice.profiles:
                continue
            findings = list(choice.report)
            if choice.profiles:
                findings += choice.missing(partial(self._profile, choice))
            made[choice.file] = evolve(choice.report, findings=findings)
        return tuple(made.values())

    @cached_property
    def colored(self) -> bool:
        """Whether standard output takes colours."""
        return self.color == "always" or (self.color == "auto" and sys.stdout.isatty())

    def say(self, key: str, **values: object) -> None:
        """A notice on standard error, in the reader's language."""
        if not self.quiet:
            click.echo(phrase(key, self.language, **values), err=True)

    def texts(self) -> dict[str, Any]:
        """The sentences that plugins bring, where plugins have been looked for."""
        made: dict[str, dict[str, Any]] = {}
        for host in self.hosts:
            for each in host.texts() if host.looked else ():
                made.setdefault(each.language, {}).update(each.messages)
        return made

    @contextmanager
    def progress(self, total: int, label: str = "checking") -> Iterator[Callable[[int], None] | None]:
        """A progress bar on standard error: only on a terminal, only for work that takes more than a second."""
        if self.quiet or not sys.stderr.isatty():
            yield None
            return
        from time import monotonic

        began, last = monotonic(), 0
        with click.progressbar(length=total, label=phrase(label, self.language), file=sys.stderr) as bar:
            bar.hidden = True

            def tell(done: int) -> None:
                nonlocal last
                bar.hidden = monotonic() - began < 1
                bar.update(done - last)
                last = done

            yield tell

    def show(
        self, report: Report, form: str, *, err: bool = False, sentences: dict[str, dict[str, Any]] | None = None
    ) -> None:
        """A report in one of the output formats. `sentences` are those of plugins, where they are known already."""
        from helaplan.reports import render

        texts = self.texts() if sentences is None else sentences
        text = render(report, form, self.language, color=self.colored and not err, texts=texts)
        click.echo(text, nl=False, err=err)

    def tell(self, findings: Iterable[Finding]) -> None:
        """Findings about the call itself, one line each, on standard error."""
        from helaplan.reports import one_line

        for each in findings:
            click.echo(one_line(each, self.language, self.texts()), err=True)

    def finish(self, code: int) -> int:
        """The exit code, after a line for each plugin fault that came up."""
        if self.strict:
            self.host.plugins()
        if not self.settings_told:
            self.tell(finding for report in self.settings_reports() for finding in report)
        faults = [*self.faults, *(finding for host in self.hosts for finding in host.findings)]
        self.tell(faults)
        if self.debug:
            for trace in (each for host in self.hosts for each in host.tracebacks()):
                click.echo(f"[{trace.plugin}] {trace.text}", err=True)
        return max(code, FINDINGS) if self.strict and faults else code


def exit_code(error: HelaplanError) -> int:
    """What an exception of ours means as an exit code."""
    if isinstance(error, UnreadableSource):
        return UNREADABLE
    if isinstance(error, (InvalidPlan, PluginError)):
        return FINDINGS
    if isinstance(error, (UnknownFormat, RefusedOverwrite)):
        return USAGE
    return FINDINGS


def guarded(shell: Shell, run: Callable[[], int]) -> int:
    """Run a command; every way it can end becomes an exit code, and none a traceback unless asked for."""
    try:
        return shell.finish(run())
    except InvalidPlan as error:
        shell.show(error.report, "full", err=True)
        return shell.finish(FINDINGS)
    except HelaplanError as error:
        shell.tell(error.findings)
        if shell.debug:
            import traceback

            traceback.print_exc()
        return shell.finish(exit_code(error))
    except (KeyboardInterrupt, click.Abort):
        click.echo(phrase("interrupted", shell.language), err=True)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); that is no fault. Nothing more can be written.
        sys.stderr.close()
        return CLEAN
    except click.ClickException:
        raise
    except OSError as error:
        # Files are told by what opens them; what is left is standard output.
        return no_room(shell.language) if error.errno in FULL else internal(shell, error)
    except Exception as error:
        return internal(shell, error)


def no_room(language: str) -> int:
    """What is said where standard output has no room left. Nothing more goes there: Python would try once more."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    with suppress(OSError):
        click.echo(phrase("output-full", language), err=True)
    return UNREADABLE


def internal(shell: Shell, error: Exception) -> int:
    """What is said of a fault of ours."""
    if shell.debug:
        import traceback

        traceback.print_exc()
    click.echo(phrase("internal", shell.language, error=type(error).__name__), err=True)
    return INTERNAL
