"""The laws that every plugin keeps, held against each declaration of the example."""

from __future__ import annotations

from helaplan_example import plugin

from helaplan.testing import CommandContract, ExporterContract, ExtensionContract, ReaderContract, TextsContract


class TestOutline(ReaderContract):
    plugin = plugin
    plugin_name = "example"
    name = "outline"
    samples = ("Plan 2024\nMöten\n  > Ofta.\n  Årsmöte\n    När: mars\n  Julfest\n".encode(),)


class TestChecklist(ExporterContract):
    plugin = plugin
    plugin_name = "example"
    name = "checklist"
    options = {"delimiter": "tab", "bom": "no"}  # noqa: RUF012  # an attribute that nobody changes


class TestMentoring(ExtensionContract):
    plugin = plugin
    plugin_name = "example"
    name = "example"


class TestExample(CommandContract):
    plugin = plugin
    plugin_name = "example"
    name = "example"


class TestExampleTexts(TextsContract):
    plugin = plugin
    plugin_name = "example"
