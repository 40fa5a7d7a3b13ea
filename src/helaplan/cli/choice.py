"""The settings that count for a plan: which file they stand in, and what they say of a report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from helaplan import io
from helaplan.errors import UnreadableSource
from helaplan.findings import Arg, Finding, Report

if TYPE_CHECKING:
    # Most folders have no settings, and a plain check should not pay for reading TOML.
    from helaplan.rules.rule import Rule
    from helaplan.settings import Settings


@frozen(kw_only=True, eq=False, repr=False)
class Choice:
    """Settings with the file they came from; `settings` is None where there is no such file.

    `asked` are profiles that the call itself names, beside those of the settings.
    """

    settings: Settings | None = None
    file: str = ""
    report: Report = field(factory=lambda: Report(files=0))
    asked: tuple[str, ...] = ()

    @property
    def disabled(self) -> tuple[str, ...]:
        """Plugins that are never imported."""
        return self.settings.plugins.disabled if self.settings else ()

    @property
    def plugin_folder(self) -> Path | None:
        """The folder of single-file plugins, seen from the settings' own folder; None unless one is named."""
        if self.settings is None or not self.settings.plugins.folder:
            return None
        return Path(self.file).parent / self.settings.plugins.folder

    @property
    def profiles(self) -> tuple[str, ...]:
        """The names of the profiles that are selected, each once."""
        return tuple(dict.fromkeys((*(self.settings.profiles if self.settings else ()), *self.asked)))

    def rules(self, find: Callable[[str], Any]) -> tuple[Rule, ...]:
        """The rules of the selected profiles; `find` gives a plugin's by its name, None for one that isn't there."""
        return tuple(rule for name in self.profiles for rule in _rules_of(name, find) or ())

    def missing(self, find: Callable[[str], Any]) -> tuple[Finding, ...]:
        """An error for each selected profile that no plugin has: what was asked for must not pass in silence."""
        gone = [name for name in self.profiles if _rules_of(name, find) is None]
        return tuple(Finding(code="profile-missing", file=self.file, args=_missing(name)) for name in gone)

    def applied(self, report: Report, plan: str) -> Report:
        """The report of a plan as the settings want it."""
        if self.settings is None:
            return report
        try:
            seen = Path(plan).resolve().relative_to(Path(self.file).resolve().parent).as_posix()
        except ValueError:
            seen = Path(plan).as_posix()
        return evolve(report, findings=self.settings.applied(report.findings, seen))


def _missing(name: str) -> dict[str, Arg]:
    """The name of a profile that isn't there, and the core's that it looks like."""
    from helaplan.registers.keys import suggest_id
    from helaplan.rules.profiles import TITLES

    near = suggest_id(name, [*TITLES])
    return {"name": name, "suggestion": near} if near else {"name": name}


def _rules_of(name: str, find: Callable[[str], Any]) -> tuple[Rule, ...] | None:
    """The rules of a profile, the core's own first; None where there is no such profile."""
    from helaplan.rules.profiles import core_profile

    rules = core_profile(name)
    if rules is None:
        profile = find(name)
        rules = profile.rules if profile is not None else None
    return rules


def folder_of(plan: str) -> Path:
    """The folder that a plan lies in; the working folder for standard input and for nothing."""
    if plan in ("", io.STANDARD):
        return Path.cwd()
    path = Path(plan).absolute()
    return path if io.is_folder(path) else path.parent


def read_choice(folder: Path) -> Choice:
    """The settings found upwards from a folder: the nearest `helaplan.toml` or `pyproject.toml` that has some."""
    for path in io.settings_files(folder):
        from helaplan.settings import read_settings

        name = _shown(path)
        try:
            read = read_settings(io.read_bytes(path), name=name)
        except UnreadableSource as error:
            return Choice(file=name, report=Report(findings=error.findings, files=0))
        if read is not None:
            return Choice(settings=read.settings, file=name, report=evolve(read.report, files=0))
    return Choice()


def _shown(path: Path) -> str:
    """The path as a person would write it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
