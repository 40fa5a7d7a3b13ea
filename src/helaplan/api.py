"""The public functions: each CLI command is one of these calls. Nothing here prints, exits or keeps global state.

A `host` knows the plugins; without one, each call makes its own, which looks for plugins only when the core alone
has no answer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from helaplan import io
from helaplan.document import Document
from helaplan.errors import InvalidPlan, UnknownFormat
from helaplan.findings import Finding, Report
from helaplan.model import Plan
from helaplan.pipeline import exchange
from helaplan.pipeline.check import Examined, check_data, examine
from helaplan.pipeline.documents import reader_of
from helaplan.pipeline.exchange import Imported
from helaplan.pipeline.fixing import Fixed, fix_source
from helaplan.planfile.writer import verify, write_plan
from helaplan.plugins.declarations import DocumentReader, DocumentWriter, Exporter, Importer
from helaplan.plugins.host import Host
from helaplan.rules.rule import Rule

if TYPE_CHECKING:
    # Reading TOML is not for those who have no settings.
    from helaplan.settings import Settings

PlanSource = os.PathLike[str] | bytes | str

#: The content that is the whole plan, as which formats that hold data rather than documents write it.
WHOLE = "plan"


def _load(source: PlanSource) -> tuple[bytes | str, str]:
    """Bytes or text of a plan, and a name for it. One line that ends in `.yaml` is a file's name, as no plan can be."""
    if isinstance(source, os.PathLike):
        return io.read_bytes(Path(source)), os.fspath(source)
    if not isinstance(source, (bytes, str)):
        raise TypeError(f"a path, bytes or text is wanted, not {type(source).__name__}")
    if isinstance(source, str) and source.endswith(io.SUFFIXES) and "\n" not in source:
        return io.read_bytes(source), source
    return source, ""


def read_plan(source: PlanSource, *, host: Host | None = None) -> Plan:
    """The plan in a file (path), bytes or text.

    Raises InvalidPlan, whose `report` holds every finding, where it has an error; UnreadableSource where there is no
    such file.
    """
    data, name = _load(source)
    made = examine(data, name=name, lookup=host or Host())
    if not made.full_report.ok or not isinstance(made.value, Plan):
        raise InvalidPlan(made.full_report)
    return made.value


def check(
    source: PlanSource | Plan, *, name: str = "", profiles: Iterable[str] = (), host: Host | None = None
) -> Report:
    """Everything that is to say of a plan: path, bytes, text, or a Plan that was built in Python.

    Never raises for a bad plan. `name` stands for the file in the findings; a path is its own name. The findings of a
    Plan have the places they would have in the file that `write_plan` makes of it. `profiles` are names of further
    sets of rules: `careful`, or a plugin's. One that nobody has is a finding.
    """
    return look_at(source, name=name, profiles=profiles, host=host).report


def look_at(
    source: PlanSource | Plan, *, name: str = "", profiles: Iterable[str] = (), host: Host | None = None
) -> Examined:
    """Like `check`, with the value that could be made of the source, partial where there are errors."""
    data: bytes | str
    if isinstance(source, Plan):
        try:
            data = write_plan(source)
        except InvalidPlan as error:
            return Examined(report=error.report, value=source)
    else:
        data, own = _load(source)
        name = name or own
    return Checker(profiles=profiles, host=host).look_at(data, name=name)


def fix(
    source: PlanSource,
    *,
    unsafe: bool = False,
    name: str = "",
    profiles: Iterable[str] = (),
    host: Host | None = None,
) -> Fixed:
    """A plan file mended as far as `check --fix` can: its text and bytes, what was mended, and what remains.

    Nothing is written: for a path too, the mended file is in `data`. Only fixes that are sure are made, with `unsafe`
    good guesses as well. No byte changes outside the edits of the fixes, and mending twice is mending once.
    """
    return Checker(profiles=profiles, host=host).fix(source, unsafe=unsafe, name=name)


class Checker:
    """Checks and mends many files: plugins are looked for, and rules chosen, once for all of them.

    `settings` are those of `helaplan.toml` (`read_settings`); `profiles` are selected besides. Without a `host` there
    is one that leaves out the plugins which the settings disable.
    """

    def __init__(
        self, *, settings: Settings | None = None, profiles: Iterable[str] = (), host: Host | None = None
    ) -> None:
        self._settings = settings
        self._host = host or Host(disabled=settings.plugins.disabled if settings else ())
        names = [*(settings.profiles if settings else ()), *profiles]
        self._rules, self._gone = _selected(names, self._host)

    def look_at(self, source: PlanSource, *, name: str = "") -> Examined:
        """The report of a file, and the value that could be made of it. A path is its own name."""
        data, own = _load(source)
        name = name or own
        made = examine(data, name=name, lookup=self._host, profiles=self._rules)
        findings = made.report.findings
        if self._settings is not None:
            findings = self._settings.applied(findings, Path(name).as_posix())
        if len(findings) == len(made.report) and not self._gone and self._settings is None:
            return made
        return evolve(made, report=evolve(made.report, findings=[*self._gone, *findings]))

    def check(self, source: PlanSource, *, name: str = "") -> Report:
        """Everything that is to say of a plan file. Never raises for a bad one."""
        return self.look_at(source, name=name).report

    def check_all(self, sources: Iterable[PlanSource]) -> Iterator[Report]:
        """A report for each file, in order, each made when it is asked for."""
        return (self.check(each) for each in sources)

    def fix(self, source: PlanSource, *, name: str = "", unsafe: bool = False) -> Fixed:
        """A file mended, see `helaplan.fix`. Only what the settings let be told is mended."""
        data, own = _load(source)
        return fix_source(data, lambda each: self.check(each, name=name or own), unsafe=unsafe)


def _selected(profiles: Iterable[str], host: Host) -> tuple[list[Rule], list[Finding]]:
    """The rules of the profiles with these names, and a finding for each name that nobody has."""
    rules: list[Rule] = []
    gone: list[Finding] = []
    for name in dict.fromkeys(profiles):
        profile = host.profile(name)
        if profile is None:
            gone.append(Finding(code="profile-missing", args={"name": name}))
        else:
            rules += profile.rules
    return rules, gone


def validate_data(data: object, *, schema: Mapping[str, Any] | None = None) -> Report:
    """What any JSON Schema tool would say of plain data (what `json.loads` gives), with paths but no lines.

    `schema` is a JSON Schema, that of a plan by default. References to other addresses are never fetched.
    """
    return check_data(data, schema=schema)


def import_document(
    source: os.PathLike[str] | bytes,
    *,
    name: str = "",
    reader: str = "",
    organisation: str = "",
    year: int | None = None,
    known: Plan | None = None,
    headings: Mapping[str, str] | None = None,
    same: Iterable[tuple[str, str]] = (),
    host: Host | None = None,
) -> Imported:
    """A plan from a document, or from another format that an importer knows: `plan`, `receipt` and `report`.

    `reader` names the format; without it the suffix of the path or `name` decides. `organisation` and `year` are
    what the caller knows better than the document. `known` is an earlier state of the plan, or last year's: ids stay
    with their items, also moved and reworded ones, what a document can't carry is taken from it, and `changes` says
    what is different.

    `headings` and `same` answer `doubts` of an import before: what headings mean (their words to `area`, `section`,
    `vision`, `values`, `mission`, `purpose`, `goals`, `target_groups`), and which items are known ones (id in that
    import, known id). Raises UnreadableSource, UnknownFormat.
    """
    host = host or Host()
    data, name, chosen = _source(source, name, reader, host)
    given = exchange.Given(organisation=organisation, year=year, known=known, headings=headings or {}, same=same)
    if isinstance(chosen, Importer):
        return exchange.load_data(data, chosen, given, name=name)
    return exchange.read_document(data, chosen, given, name=name)


def import_documents(
    source: os.PathLike[str] | bytes,
    *,
    name: str = "",
    reader: str = "",
    organisation: str = "",
    year: int | None = None,
    known: Iterable[Plan] = (),
    host: Host | None = None,
) -> tuple[Imported, ...]:
    """The plans from one document that holds those of several organisations, in its order; at least one.

    `organisation` counts for those whose heading doesn't say whose they are, `year` for all. `known` are earlier
    states of the plans, or last year's: each part is read beside that of its own organisation. The rest is as with
    `import_document`.
    """
    host = host or Host()
    data, name, chosen = _source(source, name, reader, host)
    given = exchange.Given(organisation=organisation, year=year)
    if isinstance(chosen, Importer):
        made = exchange.load_data(data, chosen, given, name=name)
        same = exchange.of_same_organisation(made.plan, known)
        return (exchange.load_data(data, chosen, evolve(given, known=same), name=name) if same else made,)
    return exchange.read_documents(data, chosen, given, name=name, known=known)


def _source(
    source: os.PathLike[str] | bytes, name: str, reader: str, host: Host
) -> tuple[bytes, str, Importer | DocumentReader]:
    """The bytes, the file's name without folders, and what reads them."""
    if isinstance(source, os.PathLike):
        name = name or os.fspath(source)
        data = io.read_bytes(Path(source))
    else:
        data = source
    return data, Path(name).name, reader_of(data, name, reader, host)


def compose(plan: Plan, content: str = "plan", *, host: Host | None = None) -> Document:
    """What is to be read of a plan, as a Document that every writer can write.

    Raises UnknownFormat, and InvalidPlan where a value of the plan has another type than its field's.
    """
    host = host or Host()
    with _well_made(plan):
        return exchange.compose_document(plan, host.content(content))


def export(
    plan: Plan,
    to: str,
    *,
    content: str = "plan",
    options: Mapping[str, str | bytes | os.PathLike[str]] | None = None,
    tell: Callable[[Finding], None] | None = None,
    force: bool = False,
    host: Host | None = None,
) -> bytes:
    """A plan in another format: `to` is the name of an exporter or of a document writer, or a suffix.

    `content` says what a document is to hold; `options` are the format's own, as texts, and for a file its path or
    its bytes. `tell` is called with what a writer has to say that stops nothing.

    Raises UnknownFormat, also for another content where the format holds no document; UnreadableSource for a file
    that an option names; InvalidPlan where the plan holds what no plan file may (an id with spaces). `force` writes
    that all the same, and refuses values of other types than their fields' only.
    """
    host = host or Host()
    chosen, given = settled(to, content=content, options=options or {}, host=host)
    with _well_made(plan):
        if not force:
            verify(plan)
    context = host.write_context()
    if tell is not None:
        context = evolve(context, tell=tell)
    if isinstance(chosen, Exporter):
        with _well_made(plan):
            return exchange.export_plan(plan, chosen, given, context)
    document = compose(plan, content, host=host)
    return exchange.write_document(document, chosen, given, context)


def settled(
    to: str, *, content: str, options: Mapping[str, str | bytes | os.PathLike[str]], host: Host
) -> tuple[Exporter | DocumentWriter, Mapping[str, str | bytes]]:
    """What writes a format, and its options with what is in the files they name: all of an export but the plan.

    For many exports of one kind, which can be refused before the first. Raises what `export` does of the call.
    """
    chosen = host.output_format(to)
    if not isinstance(chosen, Exporter):
        host.content(content)
    elif content not in (WHOLE, chosen.content):
        raise UnknownFormat(Finding(code="content-without-document", args={"name": content, "format": chosen.name}))
    given = _with_files(options, exchange.file_options(chosen.options))
    exchange.options_of(chosen.options, given)
    return chosen, given


@contextmanager
def _well_made(plan: Plan) -> Iterator[None]:
    """A plan that was built of values of wrong types is told with their places, not by what fell over them."""
    if not isinstance(plan, Plan):
        raise TypeError(f"a Plan is wanted, not {type(plan).__name__}; read_plan makes one of a file")
    try:
        yield
    except (AttributeError, TypeError):
        write_plan(plan)
        raise


def _with_files(
    options: Mapping[str, str | bytes | os.PathLike[str]], files: Collection[str]
) -> Mapping[str, str | bytes]:
    """The options with what is in the files that some of them name."""
    made: dict[str, str | bytes] = {}
    for name, value in options.items():
        if isinstance(value, bytes):
            made[name] = value
        elif name.replace("_", "-") in files:
            made[name] = io.read_bytes(Path(value))
        else:
            made[name] = os.fspath(value)
    return made
