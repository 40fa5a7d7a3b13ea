"""The host: finds plugins when they are needed, loads each in a guard, hands out what they declare.

The core's own formats come first and through the same hooks; plugins follow, sorted by name. So of two things with
one name the same one wins everywhere, and what the core has is found without looking for plugins at all.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from helaplan.errors import UnknownFormat
from helaplan.findings import Finding, Severity
from helaplan.plugins import known
from helaplan.plugins.declarations import (
    Command,
    Content,
    Declaration,
    DocumentReader,
    DocumentWriter,
    Exporter,
    Extension,
    FileKind,
    Importer,
    PartnerIntegration,
    Profile,
    Rasterizer,
    ScholarshipWorkflow,
    Texts,
    WriteContext,
)
from helaplan.plugins.discovery import Candidate, candidates, canonical
from helaplan.plugins.folder import FolderFiles, files_in
from helaplan.plugins.guard import Guard, Outcome
from helaplan.plugins.inspection import HOOKS, name_of
from helaplan.plugins.loading import Entry, Identity, Loaded, Trace, decide, load, told
from helaplan.plugins.rows import PluginRow, row_of, switched_off
from helaplan.plugins.wrapping import wrapped
from helaplan.rules.profiles import TITLES, core_profile

D = TypeVar("D", bound=Declaration)

#: The core's own name among plugins.
CORE = "helaplan"
#: The core's own formats, named as an entry point names a plugin's: `formats/` builds on this room, not it on them.
_CORE_FORMATS = Candidate(name=CORE, value="helaplan.formats.core", distribution=CORE)
_HOOK_OF: Mapping[type, str] = {declared: hook for hook, declared in HOOKS.items()}


class Host:
    """Knows the plugins of one run. Hosts share nothing; nothing is looked for until the core alone has no answer.

    `plugins=False` leaves all installed ones out, `disabled` those of these entry-point names (or
    `distribution:name`): they are never imported. `core=False` is for tests. `descriptors=True` also keeps what
    plugins write to file descriptor 1 away from standard output, for a process of our own. `clock` gives seconds and
    is what tells a slow start. `path` stands for `sys.path` when plugins are looked for. `folder` is a folder of
    plugins of one file each; none is looked into unless it is named.
    """

    def __init__(
        self,
        *,
        plugins: bool = True,
        disabled: Collection[str] = (),
        core: bool = True,
        descriptors: bool = False,
        clock: Callable[[], float] | None = None,
        path: Sequence[str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self._plugins = plugins
        self._disabled = frozenset(map(canonical, disabled))
        self._with_core = core
        self._guard = Guard(descriptors=descriptors, clock=clock)
        self._path = path
        self._folder = folder
        self._lock = threading.RLock()
        self._registered: dict[str, object] = {}
        self._entries: tuple[Entry, ...] | None = None
        self._loaded: dict[object, Loaded] = {}
        self._core_loaded: Loaded | None = None
        self._tables: dict[str, tuple[Any, ...]] | None = None
        self._findings: dict[tuple[str, str, str, str], Finding] = {}
        self._traces: list[Trace] = []
        self._owners: dict[int, tuple[object, str]] = {}

    def register(self, plugin: object, name: str) -> None:
        """Add a plugin that is an object (or module) of this program. ValueError where the name is taken."""
        with self._lock:
            key = canonical(name)
            if key == CORE or any(canonical(each) == key for each in self._registered):
                raise ValueError(f"a plugin named {name} is registered already")
            self._registered[name] = plugin
            self._entries = self._tables = None

    # What there is, by kind: the core's, then the plugins' sorted by name

    def readers(self) -> tuple[DocumentReader, ...]:
        """Readers of document formats."""
        return self._all(DocumentReader)

    def writers(self) -> tuple[DocumentWriter, ...]:
        """Writers of document formats."""
        return self._all(DocumentWriter)

    def importers(self) -> tuple[Importer, ...]:
        """Readers of data formats."""
        return self._all(Importer)

    def exporters(self) -> tuple[Exporter, ...]:
        """Writers of data formats."""
        return self._all(Exporter)

    def contents(self) -> tuple[Content, ...]:
        """What can be composed from a plan."""
        return self._all(Content)

    def profiles(self) -> tuple[Profile, ...]:
        """Sets of rules that a configuration may select, the core's own first."""
        return (*(each for name in TITLES if (each := self._own_profile(name))), *self._all(Profile))

    def extensions(self) -> tuple[Extension, ...]:
        """Data that plugins keep in plans."""
        return self._all(Extension)

    def file_kinds(self) -> tuple[FileKind, ...]:
        """Kinds of files that plugins add."""
        return self._all(FileKind)

    def commands(self) -> tuple[Command, ...]:
        """Commands that plugins add."""
        return self._all(Command)

    def rasterizers(self) -> tuple[Rasterizer, ...]:
        """Makers of PNG from SVG."""
        return self._all(Rasterizer)

    def texts(self) -> tuple[Texts, ...]:
        """Sentences of plugins."""
        return self._all(Texts)

    def scholarship_workflows(self) -> tuple[ScholarshipWorkflow, ...]:
        """Provisional."""
        return self._all(ScholarshipWorkflow)

    def partner_integrations(self) -> tuple[PartnerIntegration, ...]:
        """Provisional."""
        return self._all(PartnerIntegration)

    # The one that is wanted: the core is asked first, plugins are looked for only where it has no answer

    def input_format(self, wanted: str) -> Importer | DocumentReader:
        """What reads a format, by its name or by a suffix. Raises UnknownFormat."""
        found: Importer | DocumentReader | None = self._format(wanted, Importer, DocumentReader)
        if found is None:
            suffixes = _suffixes(self.importers(), self.readers())
            raise UnknownFormat(known.reader_missing(wanted, suffixes, self._decided(listing=True)))
        return found

    def output_format(self, wanted: str) -> Exporter | DocumentWriter:
        """What writes a format, by its name or by a suffix. Raises UnknownFormat."""
        found: Exporter | DocumentWriter | None = self._format(wanted, Exporter, DocumentWriter)
        if found is None:
            suffixes = _suffixes(self.exporters(), self.writers())
            raise UnknownFormat(known.writer_missing(wanted, suffixes, self._decided(listing=True)))
        return found

    def reader_for(self, wanted: str) -> DocumentReader | None:
        """The document reader of this name or suffix."""
        return self._the(DocumentReader, wanted)

    def writer_for(self, wanted: str) -> DocumentWriter | None:
        """The document writer of this name or suffix."""
        return self._the(DocumentWriter, wanted)

    def importer_for(self, wanted: str) -> Importer | None:
        """The importer of this name or suffix."""
        return self._the(Importer, wanted)

    def exporter_for(self, wanted: str) -> Exporter | None:
        """The exporter of this name or suffix."""
        return self._the(Exporter, wanted)

    def content(self, name: str) -> Content:
        """The content of this name. Raises UnknownFormat."""
        found: Content | None = self._one(name, Content)
        if found is None:
            names = tuple(each.name for each in self.contents())
            raise UnknownFormat(Finding(code="content-unknown", args={"name": name, "known": names}))
        return found

    def profile(self, name: str) -> Profile | None:
        """The profile of this name. The core's own needs no plugin to be looked for."""
        return self._own_profile(name) or self._the(Profile, name)

    def _own_profile(self, name: str) -> Profile | None:
        rules = core_profile(name) if self._with_core else None
        return Profile(name=name, title=TITLES[name], rules=rules) if rules is not None else None

    def extension(self, name: str) -> Extension | None:
        """The extension of this name."""
        return self._the(Extension, name)

    def file_kind(self, name: str) -> FileKind | None:
        """The file kind of this name."""
        return self._the(FileKind, name)

    def command(self, name: str) -> Command | None:
        """The command of this name."""
        return self._the(Command, name)

    def write_context(self) -> WriteContext:
        """What a writer may ask for. Plugins that draw are looked for only once another plugin was needed."""
        drawing = self.rasterizers() if self.looked else ()
        return WriteContext(rasterise=drawing[0].rasterise if drawing else None)

    def plugin_of(self, declaration: object) -> str:
        """The name of the plugin whose declaration (or rule) this is; `helaplan` for the core's, "" for a stranger."""
        return self._owners.get(id(declaration), (None, ""))[1]

    # What went wrong, and what there is to tell

    @property
    def looked(self) -> bool:
        """True once plugins have been looked for: before that, asking for texts would start them for nothing."""
        return self._tables is not None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One for each fault of a plugin so far, and notes on what plugins did beside, in the order they came."""
        return tuple(self._findings.values())

    def tracebacks(self) -> tuple[Trace, ...]:
        """Tracebacks of faults and what plugins printed, for `--debug`."""
        return tuple(self._traces)

    def plugins(self) -> tuple[PluginRow, ...]:
        """Every registered or installed plugin. Loads them and calls all their hooks, switched-off ones excepted."""
        with self._lock:
            rows = [row_of(each) for each in self._registered_plugins()]
            for entry in self._decided(listing=True):
                if entry.disabled:
                    rows.append(row_of(Loaded(identity=entry.identity), status="disabled"))
                elif entry.fault is not None:
                    rows.append(row_of(Loaded(identity=entry.identity, fault=entry.fault)))
                else:
                    rows.append(row_of(self._load(entry.identity, entry.candidate)))
            self._tables_now()
            rows += [
                PluginRow(name=each, status="disabled", cause="switched off")
                for each in self._registered
                if canonical(each) in self._disabled
            ]
        return tuple(sorted(rows, key=lambda row: (canonical(row.name), canonical(row.distribution))))

    def _all(self, kind: type[D]) -> tuple[D, ...]:
        with self._lock:
            return self._tables_now()[_HOOK_OF[kind]]

    def _the(self, kind: type[D], wanted: str) -> D | None:
        found: D | None = self._one(wanted, kind)
        return found

    def _format(self, wanted: str, *kinds: type[Any]) -> Any:
        """As `_one`; where nothing has that name, the suffix without its dot counts, since `--to docx` is plain."""
        found = self._one(wanted, *kinds)
        return found if found or not wanted or wanted.startswith(".") else self._one(f".{wanted.lower()}", *kinds)

    def _one(self, wanted: str, *kinds: type[Any]) -> Any:
        """The first declaration of these kinds with this name or suffix: in the core, else among all."""
        with self._lock:
            core = self._core()
            for kind in kinds:
                for each in core.declared.get(_HOOK_OF[kind], ()) if core else ():
                    if _is_called(each, wanted):
                        return each
            for kind in kinds:
                for each in self._all(kind):
                    if _is_called(each, wanted):
                        return each
            return None

    def _core(self) -> Loaded | None:
        """The core's own formats. A fault in them is ours, and is raised."""
        if self._with_core and self._core_loaded is None:
            identity = Identity(name=CORE, distribution=CORE)
            self._core_loaded = load(identity, _CORE_FORMATS, self._guard)
            if self._core_loaded.fault is not None:
                raise RuntimeError(self._core_loaded.traces or self._core_loaded.fault)
            for each in self._core_loaded.declared.values():
                self._own(CORE, *each)
        return self._core_loaded

    def _own(self, name: str, *declarations: Any) -> None:
        for each in declarations:
            for one in (each, *getattr(each, "rules", ())):
                self._owners[id(one)] = (one, name)  # the object too, so that its id stays its own

    def _tables_now(self) -> dict[str, tuple[Any, ...]]:
        """All declarations by hook. Made once, by loading every plugin."""
        if self._tables is None:
            tables: dict[str, list[Any]] = {hook: [] for hook in HOOKS}
            core = self._core()
            plugins = [*self._registered_plugins(), *self._installed()]
            plugins.sort(key=lambda each: canonical(each.identity.name))
            for hook, table in tables.items():
                table += core.declared.get(hook, ()) if core else ()
                for plugin in plugins:
                    for declaration in plugin.declared.get(hook, ()):
                        self._admit(declaration, hook, table, plugin.identity)
            self._tables = {hook: tuple(table) for hook, table in tables.items()}
        return self._tables

    def _admit(self, declaration: Declaration, hook: str, table: list[Any], identity: Identity) -> None:
        """Take a plugin's declaration up, unless its name is taken."""
        name = name_of(declaration)
        winner = ""
        if not isinstance(declaration, Texts):  # many plugins have sentences in one language
            same = [each for each in table if name_of(each) == name]
            winner = self.plugin_of(same[0]) if same else ""
        if isinstance(declaration, Command) and name in known.COMMANDS:
            winner = CORE
        if winner:
            cause = f"{name} is {winner}'s"
            args = {"name": name, "winner": winner}
            self._tell(identity.finding("plugin-name-clash", hook, cause, Severity.WARNING, **args))
            return
        made = wrapped(declaration, identity, self._run)
        self._own(identity.name, made)
        table.append(made)

    def _registered_plugins(self) -> Iterator[Loaded]:
        for name, plugin in self._registered.items():
            if canonical(name) not in self._disabled:
                yield self._load(Identity(name=name), plugin)

    def _installed(self) -> Iterator[Loaded]:
        for entry in self._decided():
            if entry.fault is not None:
                self._tell(entry.fault)
            elif not entry.disabled:
                yield self._load(entry.identity, entry.candidate)

    def _decided(self, *, listing: bool = False) -> tuple[Entry, ...]:
        """The installed candidates and what becomes of each. With `plugins=False` there are none, except to list."""
        if not self._plugins:
            return tuple(switched_off(each) for each in self._candidates()) if listing else ()
        if self._entries is None:
            taken = frozenset({CORE, *map(canonical, self._registered)})
            self._entries = decide(self._candidates(), self._disabled, taken)
        return self._entries

    def _candidates(self) -> tuple[Candidate, ...]:
        """The files of the folder, which somebody named, before what is installed."""
        found = FolderFiles() if self._folder is None else files_in(self._folder)
        if found.fault is not None:
            self._tell(found.fault)
        return (*found.candidates, *candidates(self._path))

    def _load(self, identity: Identity, source: Candidate | object) -> Loaded:
        """Load a plugin once, and remember what is to be told of it."""
        key = source if isinstance(source, Candidate) else identity
        made = self._loaded.get(key)
        if made is None:
            made = self._loaded[key] = load(identity, source, self._guard)
            self._traces += made.traces
            for each in (made.fault, *made.notes):
                if each is not None:
                    self._tell(each)
        return made

    def _run(self, identity: Identity, hook: str, call: Callable[[], Any], *, may_print: bool = False) -> Outcome[Any]:
        """Run a declared callable guarded; what it did beside is remembered once for each hook and plugin."""
        with self._lock:
            outcome = self._guard.run(call)
            notes, traces = told(identity, hook, outcome)
            self._traces += traces
            for each in notes:
                if not (may_print and each.code == "plugin-printed"):
                    self._tell(each)
            return outcome

    def _tell(self, finding: Finding) -> None:
        args = finding.args
        key = (finding.code, str(args["plugin"]), str(args["hook"]), str(args.get("name", args["switch"])))
        self._findings.setdefault(key, finding)


def _is_called(declaration: Any, wanted: str) -> bool:
    if wanted.startswith("."):
        return wanted.lower() in declaration.suffixes if hasattr(declaration, "suffixes") else False
    return name_of(declaration) == wanted


def _suffixes(*tables: tuple[Any, ...]) -> list[str]:
    return [suffix for table in tables for each in table for suffix in each.suffixes]
