"""Laws that every plugin keeps, as test suites: subclass the one for your kind of declaration and name yours.

    from helaplan.testing import ExporterContract
    from helaplan_visits import plugin

    class TestVisits(ExporterContract):
        plugin = plugin
        plugin_name = "visits"
        name = "visits"

Each is a set of pytest tests that drives Hypothesis. A law that your format cannot keep is a method to override, with
a comment that says why.
"""

from helaplan.testing.contracts.formats import (
    ContentContract,
    ExporterContract,
    ImporterContract,
    ReaderContract,
    WriterContract,
)
from helaplan.testing.contracts.others import (
    FileKindContract,
    PartnerIntegrationContract,
    RasterizerContract,
    ScholarshipWorkflowContract,
    TextsContract,
)
from helaplan.testing.contracts.rules import CommandContract, ExtensionContract, ProfileContract

__all__ = [
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
]
