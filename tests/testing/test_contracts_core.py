"""The core's own formats keep the laws that it asks of plugins."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from helaplan import Host
from helaplan.pipeline.check import CORE_KINDS
from helaplan.testing import (
    HOSTILE,
    ContentContract,
    ExporterContract,
    FileKindContract,
    ImporterContract,
    ReaderContract,
    WriterContract,
)


class Core:
    """In place of a plugin of one's own: the core alone."""

    plugin_name = "helaplan"

    def host(self) -> Host:
        """A host with nothing but the core."""
        return Host(plugins=False)

    def test_plugin_is_sound(self) -> None:
        """The core is no plugin and has no row; that it loads is what the others show."""
        host = self.host()
        assert host.writers()
        assert host.findings == ()


class TestMarkdownReader(Core, ReaderContract):
    name = "markdown"
    samples = (
        "# Plan 2024\n\n## Möten\n\n- Årsmöte\n    - **När:** mars\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".encode(),
    )


class TestTextReader(Core, ReaderContract):
    name = "text"
    samples = ("Verksamhetsplan 2024\n\nMÖTEN\n\n• Årsmöte i mars\n• Julfest\n".encode(),)


class TestMarkdownWriter(Core, WriterContract):
    name = "markdown"


class TestHtmlReader(Core, ReaderContract):
    name = "html"
    samples = ("<!doctype html><title>Plan</title><h1>Möten</h1><ul><li>Årsmöte</ul>".encode(),)


class TestYamlExporter(Core, ExporterContract):
    name = "yaml"


class TestWheelExporter(Core, ExporterContract):
    name = "wheel"

    def test_hostile_texts_survive(self) -> None:
        """A drawing has room for short lines and cuts long ones; what is there is always sound XML."""
        host = self.host()
        for hostile in HOSTILE:
            made = self.write(self.declared(host), self.marked(hostile.__add__))
            assert ElementTree.fromstring(made).tag.endswith("svg")


class TestJsonExporter(Core, ExporterContract):
    name = "json"


class TestJsonImporter(Core, ImporterContract):
    name = "json"
    samples = (b'{"helaplan": 1, "kind": "plan", "id": "a", "title": "A", "organisation": {"name": "A"}}',)


class TestPlanContent(Core, ContentContract):
    name = "plan"
    plugin: Any = None


class TestPlanKind(Core, FileKindContract):
    name = "plan"
    most = 20

    def declared(self, host: Host) -> Any:
        """Plans are no plugin's."""
        return CORE_KINDS["plan"]

    def test_codes(self) -> None:
        """The core's codes stand without a name and a slash, and no two rules share one."""
        found = [code for rule in CORE_KINDS["plan"].rules for code in rule.codes]
        assert len(found) == len(set(found)) > 20
