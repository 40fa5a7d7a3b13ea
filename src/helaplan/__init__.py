"""Yearly plans of associations as checked data: read, check, import, compose, export.

Everything that is public stands in `__all__`; it is loaded when first used, so that `import helaplan` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helaplan.api import (
        Checker,
        check,
        compose,
        export,
        fix,
        import_document,
        import_documents,
        look_at,
        read_plan,
        validate_data,
    )
    from helaplan.document import (
        Attachment,
        Block,
        Chip,
        Confidence,
        Document,
        Facet,
        Figure,
        Furniture,
        Heading,
        LabelLine,
        ListItem,
        Look,
        Paragraph,
        Table,
    )
    from helaplan.errors import (
        HelaplanError,
        InvalidPlan,
        PluginError,
        RefusedOverwrite,
        UnknownFormat,
        UnreadableSource,
    )
    from helaplan.findings import Anchor, Edit, Finding, Fix, Place, Position, Related, Report, Severity, Span
    from helaplan.layout import Line, Part, blocks_of_lines, join_letters, join_lines
    from helaplan.model import (
        Activity,
        Area,
        Budget,
        Goal,
        Indicator,
        Organisation,
        Partner,
        Period,
        Plan,
        Question,
        Schedule,
        Section,
        Statement,
        Status,
        SubActivity,
        Target,
        TargetGroup,
        fields,
    )
    from helaplan.pipeline.exchange import Imported
    from helaplan.pipeline.fixing import Fixed
    from helaplan.planfile.edits import apply_edits
    from helaplan.planfile.structure import structure, unstructure
    from helaplan.planfile.writer import write_plan
    from helaplan.plugins.declarations import (
        Command,
        CommandContext,
        Content,
        DocumentReader,
        DocumentWriter,
        Exporter,
        Extension,
        FileKind,
        Importer,
        Loading,
        NoOptions,
        PartnerIntegration,
        Profile,
        Rasterizer,
        Reading,
        ScholarshipWorkflow,
        Source,
        Texts,
        WriteContext,
    )
    from helaplan.plugins.hookspecs import hookimpl
    from helaplan.plugins.host import Host
    from helaplan.recognise.changes import Change, Changes
    from helaplan.recognise.receipt import Doubt, Receipt
    from helaplan.registers.words import language_of
    from helaplan.reports import render
    from helaplan.rules.rule import Rule
    from helaplan.schema import plan_schema
    from helaplan.settings import Settings, read_settings
    from helaplan.text.message import Message

#: Public name → module that holds it. The imports above say the same to type checkers; a test holds the two equal.
_HOMES = {
    "helaplan.api": "Checker check compose export fix import_document import_documents look_at read_plan validate_data",
    "helaplan.document": "Attachment Block Chip Confidence Document Facet Figure Furniture Heading LabelLine "
    "ListItem Look Paragraph Table",
    "helaplan.errors": "HelaplanError InvalidPlan PluginError RefusedOverwrite UnknownFormat UnreadableSource",
    "helaplan.findings": "Anchor Edit Finding Fix Place Position Related Report Severity Span",
    "helaplan.layout": "Line Part blocks_of_lines join_letters join_lines",
    "helaplan.model": "Activity Area Budget Goal Indicator Organisation Partner Period Plan Question Schedule Section "
    "Statement Status SubActivity Target TargetGroup fields",
    "helaplan.pipeline.exchange": "Imported",
    "helaplan.pipeline.fixing": "Fixed",
    "helaplan.planfile.edits": "apply_edits",
    "helaplan.planfile.structure": "structure unstructure",
    "helaplan.planfile.writer": "write_plan",
    "helaplan.plugins.declarations": "Command CommandContext Content DocumentReader DocumentWriter Exporter Extension "
    "FileKind Importer Loading NoOptions PartnerIntegration Profile Rasterizer Reading ScholarshipWorkflow Source "
    "Texts WriteContext",
    "helaplan.plugins.hookspecs": "hookimpl",
    "helaplan.plugins.host": "Host",
    "helaplan.recognise.changes": "Change Changes",
    "helaplan.recognise.receipt": "Doubt Receipt",
    "helaplan.registers.words": "language_of",
    "helaplan.reports": "render",
    "helaplan.rules.rule": "Rule",
    "helaplan.schema": "plan_schema",
    "helaplan.settings": "Settings read_settings",
    "helaplan.text.message": "Message",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__version__ = "0.1.0"

__all__ = [
    "Activity",
    "Anchor",
    "Area",
    "Attachment",
    "Block",
    "Budget",
    "Change",
    "Changes",
    "Checker",
    "Chip",
    "Command",
    "CommandContext",
    "Confidence",
    "Content",
    "Document",
    "DocumentReader",
    "DocumentWriter",
    "Doubt",
    "Edit",
    "Exporter",
    "Extension",
    "Facet",
    "Figure",
    "FileKind",
    "Finding",
    "Fix",
    "Fixed",
    "Furniture",
    "Goal",
    "Heading",
    "HelaplanError",
    "Host",
    "Imported",
    "Importer",
    "Indicator",
    "InvalidPlan",
    "LabelLine",
    "Line",
    "ListItem",
    "Loading",
    "Look",
    "Message",
    "NoOptions",
    "Organisation",
    "Paragraph",
    "Part",
    "Partner",
    "PartnerIntegration",
    "Period",
    "Place",
    "Plan",
    "PluginError",
    "Position",
    "Profile",
    "Question",
    "Rasterizer",
    "Reading",
    "Receipt",
    "RefusedOverwrite",
    "Related",
    "Report",
    "Rule",
    "Schedule",
    "ScholarshipWorkflow",
    "Section",
    "Settings",
    "Severity",
    "Source",
    "Span",
    "Statement",
    "Status",
    "SubActivity",
    "Table",
    "Target",
    "TargetGroup",
    "Texts",
    "UnknownFormat",
    "UnreadableSource",
    "WriteContext",
    "apply_edits",
    "blocks_of_lines",
    "check",
    "compose",
    "export",
    "fields",
    "fix",
    "hookimpl",
    "import_document",
    "import_documents",
    "join_letters",
    "join_lines",
    "language_of",
    "look_at",
    "plan_schema",
    "read_plan",
    "read_settings",
    "render",
    "structure",
    "unstructure",
    "validate_data",
    "write_plan",
]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'helaplan' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


class _Package(ModuleType):
    """The package itself. Importing the room `helaplan.compose` must not put it where the function `compose` stands."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOME_OF and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
