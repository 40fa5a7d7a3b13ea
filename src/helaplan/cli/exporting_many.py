"""`helaplan export` of several plans or formats into a folder: refused before the first file, or each on its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import click
from attrs import define, evolve, field, frozen

from helaplan import api, io
from helaplan.cli.shell import CLEAN, FINDINGS, Shell, exit_code
from helaplan.cli.targets import option_files, refuse_sources
from helaplan.errors import HelaplanError, RefusedOverwrite, UnknownFormat, UnreadableSource
from helaplan.findings import Finding, Report
from helaplan.model import Plan
from helaplan.pipeline.check import examine
from helaplan.pipeline.exchange import option_names, write_document
from helaplan.plugins.declarations import Exporter
from helaplan.text.cli import phrase

if TYPE_CHECKING:
    from helaplan.document import Document
    from helaplan.plugins.host import Host


@frozen(kw_only=True)
class Call:
    """What the command line asks for."""

    plans: tuple[str, ...]
    folder: str
    to: tuple[str, ...]
    content: str
    options: Mapping[str, str]
    force: bool


@frozen(kw_only=True)
class _Format:
    """A format to write each plan in, with its own share of the options."""

    name: str
    ending: str
    options: Mapping[str, str | bytes]

    def file(self, place: Path) -> Path:
        """The name of the file for a plan."""
        return place.with_name(place.name + self.ending)


@define
class _Outcome:
    """What has come of it so far; told when all is done, since a progress bar has the terminal until then."""

    code: int = CLEAN
    written: int = 0
    refused: int = 0
    reports: list[Report] = field(factory=list)
    unread: list[Report] = field(factory=list)
    told: list[Finding] = field(factory=list)

    def failed(self, error: HelaplanError, source: str) -> None:
        self.code = max(self.code, exit_code(error))
        self.told += [evolve(each, file=each.file or source) for each in error.findings]


def export_many(shell: Shell, call: Call) -> int:
    """Each plan in each format, in the order of the command line; one that fails doesn't stop the others.

    Whatever can be known before (formats, options, two files of one name) is refused before anything is written.
    """
    if call.folder == io.STANDARD or (io.is_there(call.folder) and not io.is_folder(call.folder)):
        raise click.UsageError(phrase("needs-folder", shell.language))
    if not call.to:
        raise click.UsageError(phrase("needs-formats", shell.language))
    formats = _formats(shell, call)
    places = dict(_places(call.plans, Path(call.folder)))
    _refuse_clashes(places, formats, Path(call.folder))
    targets = (str(each.file(Path(call.folder, place))) for place in places.values() for each in formats)
    refuse_sources(targets, option_files(call.options, map(shell.host.output_format, call.to)))
    if not places:
        raise UnreadableSource(Finding(code="nothing-to-check", args={"name": ", ".join(call.plans)}))
    outcome = _Outcome()
    with shell.progress(len(places) * len(formats), "exporting") as progress:
        for before, (source, place) in enumerate(places.items()):
            for done in _export(shell, call, source, place, formats, outcome):
                if progress is not None:
                    progress(before * len(formats) + done)
    _tell(shell, outcome, call.folder)
    return outcome.code


def _formats(shell: Shell, call: Call) -> list[_Format]:
    """The formats, each once. An option is for those that have it; one that none of them has is refused."""
    found = {each.name: each for each in map(shell.host.output_format, call.to)}
    known = {name: option_names(each.options) for name, each in found.items()}
    every = {option for names in known.values() for option in names}
    wrong = [key for key in call.options if key.replace("_", "-") not in every]
    if wrong:
        args = {"name": wrong[0], "known": ", ".join(sorted(every))}
        raise UnknownFormat(Finding(code="unknown-option", args=args))
    made = []
    for name, chosen in found.items():
        own = {key: value for key, value in call.options.items() if key.replace("_", "-") in known[name]}
        _, given = api.settled(name, content=call.content, options=own, host=shell.host)
        # Another content has a name of its own, so that it doesn't take the place of the plan.
        content = "" if call.content == api.WHOLE else f"-{call.content.replace('/', '-')}"
        suffix = chosen.suffixes[0] if chosen.suffixes else f".{name}"
        made.append(_Format(name=name, ending=content + suffix, options=given))
    return made


def _places(plans: tuple[str, ...], target: Path) -> Iterator[tuple[str, Path]]:
    """Each plan file once, with its place below the folder, without a suffix.

    A file that is named lies at the top; what is met in a folder keeps its place below that. What was written before
    into a `target` within that folder is no plan to write again.
    """
    made = Path(os.path.realpath(target))
    for given in plans:
        if given == io.STANDARD:
            yield given, Path("plan")
            continue
        whole = io.is_folder(given)
        for named in io.plan_names([given]):
            path = Path(named.name)
            # A file in a folder is a plan only where it says so; whatever is wrong with it is told when it is read.
            if whole and (io.open_named(named) is None or _lies_in(path, made, Path(given))):
                continue
            place = path.relative_to(given) if whole else Path(path.name)
            yield named.name, place.with_suffix("") if place.suffix.lower() in io.SUFFIXES else place


def _lies_in(path: Path, made: Path, searched: Path) -> bool:
    return made != Path(os.path.realpath(searched)) and Path(os.path.realpath(path)).is_relative_to(made)


def _refuse_clashes(places: Mapping[str, Path], formats: list[_Format], folder: Path) -> None:
    """Raise RefusedOverwrite where two files would have one name, or one would take the place of a plan."""
    taken = {_key(Path(source)): source for source in places if source != io.STANDARD}
    for source, place in places.items():
        for each in formats:
            target = each.file(folder / place)
            other = taken.get(_key(target))
            if other is not None:
                args = {"name": str(target), "one": other, "other": source}
                raise RefusedOverwrite(Finding(code="same-target", args=args))
            taken[_key(target)] = source


def _key(path: Path) -> str:
    """The same for names that are one file on a disk that knows no capitals, or composes letters."""
    return normalize("NFC", os.path.realpath(path)).casefold()


def _export(
    shell: Shell, call: Call, source: str, place: Path, formats: list[_Format], outcome: _Outcome
) -> Iterator[int]:
    """Write one plan in each format, and say after each how many are done."""
    host = shell.host_of(shell.choice(source))
    try:
        made = examine(io.read_bytes(source), name=source, lookup=host)
    except HelaplanError as error:
        outcome.failed(error, source)
        return
    if not isinstance(made.value, Plan):
        outcome.unread.append(made.full_report)
        outcome.code = max(outcome.code, FINDINGS)
        return
    if not made.full_report.ok:
        outcome.reports.append(made.full_report)
        if not call.force:
            outcome.code = max(outcome.code, FINDINGS)
            outcome.refused += 1
            return
    composed = cache(lambda: api.compose(made.value, call.content, host=host))
    for n, each in enumerate(formats, 1):
        told: list[Finding] = []
        try:
            data = _bytes(made.value, each, host, composed, told.append)
            target = each.file(Path(call.folder, place))
            io.make_folder(target.parent)
            io.write_bytes(target, data, replace=True)
            outcome.written += 1
        except HelaplanError as error:
            outcome.failed(error, source)
        outcome.told += [evolve(finding, file=finding.file or source) for finding in told]
        yield n


def _bytes(
    plan: Plan, each: _Format, host: Host, composed: Callable[[], Document], tell: Callable[[Finding], None]
) -> bytes:
    """What `api.export` gives of a plan that was examined already; what is to be read is composed once for all."""
    chosen = host.output_format(each.name)
    if isinstance(chosen, Exporter):
        return api.export(plan, each.name, options=each.options, tell=tell, force=True, host=host)
    return write_document(composed(), chosen, each.options, evolve(host.write_context(), tell=tell))


def _tell(shell: Shell, outcome: _Outcome, folder: str) -> None:
    for report in outcome.unread:
        shell.show(report, "full", err=True)
    for report in outcome.reports:
        shell.show(report, "concise", err=True)
    shell.tell(outcome.told)
    if outcome.refused:
        shell.say("refused-many", count=outcome.refused)
    if outcome.written:
        shell.say("written-many.one" if outcome.written == 1 else "written-many", count=outcome.written, name=folder)
