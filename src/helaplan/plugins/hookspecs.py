"""The hooks: what a plugin may offer, one hook for each kind of declaration.

A plugin is a module (or any object) named by an entry point in the group `helaplan.v1`; the group carries the version
of this contract. It marks the hooks it has with `@hookimpl`:

    from helaplan import Exporter, hookimpl

    @hookimpl
    def helaplan_exporters():
        return [Exporter(name="checklist", …)]

Hooks take no arguments and return a list. They are called when a command needs plugins, so they are cheap: heavy
libraries are imported inside the declared callables, which run only when they are asked for. If one hook of a plugin
fails, nothing of that plugin counts. Hook wrappers are refused. Hooks and fields are only ever added within a version.
"""

from __future__ import annotations

from collections.abc import Sequence

import pluggy

from helaplan.plugins.declarations import (
    Command,
    Content,
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
)

hookspec = pluggy.HookspecMarker("helaplan")
hookimpl = pluggy.HookimplMarker("helaplan")


@hookspec
def helaplan_document_readers() -> Sequence[DocumentReader]:  # type: ignore[empty-body]  # a spec has no body
    """Readers of document formats: bytes to a Document (`helaplan import verksamhetsplan.docx`)."""


@hookspec
def helaplan_document_writers() -> Sequence[DocumentWriter]:  # type: ignore[empty-body]
    """Writers of document formats: a Document to bytes (`helaplan export plan.yaml -o plan.docx`)."""


@hookspec
def helaplan_importers() -> Sequence[Importer]:  # type: ignore[empty-body]
    """Readers of formats that hold data rather than a document: bytes to a Plan."""


@hookspec
def helaplan_exporters() -> Sequence[Exporter]:  # type: ignore[empty-body]
    """Writers of formats that hold data rather than a document: a Plan to bytes."""


@hookspec
def helaplan_contents() -> Sequence[Content]:  # type: ignore[empty-body]
    """What can be composed from a plan, to be written by any document writer (`--content summary`)."""


@hookspec
def helaplan_profiles() -> Sequence[Profile]:  # type: ignore[empty-body]
    """Sets of rules that run where the configuration selects them by name."""


@hookspec
def helaplan_extensions() -> Sequence[Extension]:  # type: ignore[empty-body]
    """Data of one's own under `extensions.<name>`, with the rules that run on plans which have it."""


@hookspec
def helaplan_file_kinds() -> Sequence[FileKind]:  # type: ignore[empty-body]
    """Files of one's own: the word after `kind:`, the class that reads them, their rules."""


@hookspec
def helaplan_commands() -> Sequence[Command]:  # type: ignore[empty-body]
    """Commands of one's own: `helaplan <name> …`."""


@hookspec
def helaplan_rasterizers() -> Sequence[Rasterizer]:  # type: ignore[empty-body]
    """Makers of PNG from SVG, for writers that cannot draw. The first one is used."""


@hookspec
def helaplan_texts() -> Sequence[Texts]:  # type: ignore[empty-body]
    """Sentences for one's own finding codes, and translations of anybody's."""


@hookspec
def helaplan_scholarship_workflows() -> Sequence[ScholarshipWorkflow]:  # type: ignore[empty-body]
    """Provisional: programmes of scholarships and their steps."""


@hookspec
def helaplan_partner_integrations() -> Sequence[PartnerIntegration]:  # type: ignore[empty-body]
    """Provisional: systems of partners that a plan can be connected to."""
