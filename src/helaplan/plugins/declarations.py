"""What a plugin declares: frozen values whose callables are typed Protocols.

A hook returns a list of these. They are cheap to make; heavy libraries are imported inside the callables, when they
run. Arguments are only ever added to the contexts, never to the calls, so a plugin written today keeps working.
Bytes go in and bytes come out: no callable opens a file, prints, or asks the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from attrs import frozen

from helaplan.document import Document
from helaplan.findings import Finding
from helaplan.model import Plan
from helaplan.plugins.kinds import Extension as Extension
from helaplan.plugins.kinds import FileKind as FileKind
from helaplan.plugins.kinds import Profile as Profile
from helaplan.plugins.kinds import Words as Words
from helaplan.text.message import Message

if TYPE_CHECKING:
    from helaplan.plugins.host import Host


@frozen(kw_only=True)
class NoOptions:
    """The options class of a format that has none."""


@frozen(kw_only=True)
class Source:
    """What is known of the bytes besides the bytes: the file's name without folders, "" for standard input."""

    name: str = ""


@frozen(kw_only=True)
class Reading:
    """A document that was read, and what its reader has to tell (open tracked changes, text that was unreadable)."""

    document: Document
    findings: tuple[Finding, ...] = ()


@frozen(kw_only=True)
class Loading:
    """A plan that was made from another format, and what was lost or doubtful on the way."""

    plan: Plan
    findings: tuple[Finding, ...] = ()


class Rasterise(Protocol):
    def __call__(self, svg: str, *, width: int) -> bytes:
        """The picture as PNG, `width` pixels wide."""


def _no_one(finding: Finding) -> None:
    """Takes what a writer has to tell where nobody listens."""


@frozen(kw_only=True)
class WriteContext:
    """What a writer or exporter may ask for. `rasterise` is None where no plugin can draw.

    `tell` takes a finding that stops nothing: what a template lacks, what a format cannot show.
    """

    rasterise: Rasterise | None = None
    tell: Callable[[Finding], None] = _no_one


class ReadDocument(Protocol):
    def __call__(self, data: bytes, source: Source) -> Reading:
        """The document in these bytes. Raises UnreadableSource where there is none to be had."""


class WriteDocument(Protocol):
    def __call__(self, document: Document, options: Any, context: WriteContext) -> bytes:
        """The document in this format: the same bytes for the same arguments."""


class LoadPlan(Protocol):
    def __call__(self, data: bytes, source: Source) -> Loading:
        """The plan in these bytes. Raises UnreadableSource where there is none to be had."""


class ExportPlan(Protocol):
    def __call__(self, plan: Plan, options: Any, context: WriteContext) -> bytes:
        """The plan in this format: the same bytes for the same arguments."""


class ComposeContent(Protocol):
    def __call__(self, plan: Plan, language: str) -> Document:
        """What is to be read of the plan, its own words between headings and labels in `language` (sv, en)."""


@frozen(kw_only=True)
class DocumentReader:
    """Reads a document format. `suffixes` with the dot, lower case."""

    name: str
    suffixes: tuple[str, ...]
    title: Words
    read: ReadDocument


@frozen(kw_only=True)
class DocumentWriter:
    """Writes a document format. `options` is an attrs class; its fields are reached by `-O name=value`.

    A field of type `bytes` is a file: its value is the file's name, and the writer gets what is in it.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    title: Words
    write: WriteDocument
    options: type = NoOptions


@frozen(kw_only=True)
class Importer:
    """Reads a plan from a format that holds data rather than a document (StratML, a workbook, JSON).

    `whole` says that the format holds every value of a plan, so that one that isn't there was taken out; of others
    an import takes what is missing from the known plan.
    """

    name: str
    suffixes: tuple[str, ...]
    title: Words
    load: LoadPlan
    whole: bool = False


@frozen(kw_only=True)
class Exporter:
    """Writes a plan in a format that holds data rather than a document (JSON, a calendar, a workbook).

    `content` is the name of the content that the format holds: the whole plan, unless it is another's picture.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    title: Words
    export: ExportPlan
    options: type = NoOptions
    content: str = "plan"


@frozen(kw_only=True)
class Content:
    """Something to read that is composed from a plan: the whole plan, a summary, a table of activities."""

    name: str
    title: Words
    compose: ComposeContent


@frozen(kw_only=True)
class CommandContext:
    """What a command gets beside its arguments: the language for people, and where its result goes.

    `host` is the one that this run has already: `read_plan(path, host=context.host)` reads with the plugins, and
    without those that are switched off, as the caller wants them. None where nobody made one, as in a test.
    """

    language: str
    write: Callable[[str], None]
    tell: Callable[[str], None]
    host: Host | None = None


class RunCommand(Protocol):
    def __call__(self, arguments: Sequence[str], context: CommandContext) -> int:
        """Do what the arguments ask and return the exit code of `docs/cli.md`. Results through `context.write`."""


@frozen(kw_only=True)
class Command:
    """A command of its own: `helaplan <name> …`."""

    name: str
    title: Words
    run: RunCommand


@frozen(kw_only=True)
class Rasterizer:
    """Makes PNG of SVG for writers that cannot draw."""

    name: str
    rasterise: Rasterise


@frozen(kw_only=True)
class Texts:
    """The sentences of a plugin's codes (or a translation of somebody's): language, and message by code."""

    language: str
    messages: Mapping[str, Message]


@frozen(kw_only=True)
class ScholarshipWorkflow:
    """Provisional: a scholarship programme's steps, by name. Its contract comes with the first real plugin."""

    name: str
    title: Words
    steps: tuple[str, ...]


@frozen(kw_only=True)
class PartnerIntegration:
    """Provisional: a partner system that a plan can be connected to. Its contract comes with the first real plugin."""

    name: str
    title: Words
    partner: str


Declaration = (
    DocumentReader
    | DocumentWriter
    | Importer
    | Exporter
    | Content
    | Profile
    | Extension
    | FileKind
    | Command
    | Rasterizer
    | Texts
    | ScholarshipWorkflow
    | PartnerIntegration
)
