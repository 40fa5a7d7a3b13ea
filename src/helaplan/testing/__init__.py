"""The kit for plugin authors: contract suites, sample plans, strategies, and a pytest plugin with an isolated host.

Nothing of the package itself imports it. What it offers is loaded when first used, since pytest loads the package
in every run where helaplan is installed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helaplan.testing.contracts import (
        CommandContract,
        ContentContract,
        ExporterContract,
        ExtensionContract,
        FileKindContract,
        ImporterContract,
        PartnerIntegrationContract,
        ProfileContract,
        RasterizerContract,
        ReaderContract,
        ScholarshipWorkflowContract,
        TextsContract,
        WriterContract,
    )
    from helaplan.testing.documents import documents
    from helaplan.testing.samples import full_plan, marked_document, marked_plan, small_plan
    from helaplan.testing.strategies import plans, texts_of, values_of
    from helaplan.testing.words import HOSTILE, ids, lines_of_text, prose

_HOMES = {
    "helaplan.testing.contracts": "CommandContract ContentContract ExporterContract ExtensionContract "
    "FileKindContract ImporterContract PartnerIntegrationContract ProfileContract RasterizerContract ReaderContract "
    "ScholarshipWorkflowContract TextsContract WriterContract",
    "helaplan.testing.documents": "documents",
    "helaplan.testing.samples": "full_plan marked_document marked_plan small_plan",
    "helaplan.testing.strategies": "plans texts_of values_of",
    "helaplan.testing.words": "HOSTILE ids lines_of_text prose",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [
    "HOSTILE",
    "CommandContract",
    "ContentContract",
    "ExporterContract",
    "ExtensionContract",
    "FileKindContract",
    "ImporterContract",
    "PartnerIntegrationContract",
    "ProfileContract",
    "RasterizerContract",
    "ReaderContract",
    "ScholarshipWorkflowContract",
    "TextsContract",
    "WriterContract",
    "documents",
    "full_plan",
    "ids",
    "lines_of_text",
    "marked_document",
    "marked_plan",
    "plans",
    "prose",
    "small_plan",
    "texts_of",
    "values_of",
]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'helaplan.testing' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value
