"""Distributions that are not there: metadata and module in a folder of their own, as an installer would leave them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from helaplan.plugins.host import Host

HEAD = "from helaplan import hookimpl\n"
GOOD = HEAD + dedent(
    """
    from helaplan import Exporter

    def export(plan, options, context):
        return plan.title.encode()

    @hookimpl
    def helaplan_exporters():
        title = {"en": "Good"}
        return [Exporter(name="good", suffixes=(".good",), media_type="text/plain", title=title, export=export)]
    """
)


class Site:
    """A folder of installed distributions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(
        self,
        name: str,
        code: str,
        *,
        version: str = "1.0",
        entries: str = "",
        distribution: str = "",
        folder: Path | None = None,
    ) -> None:
        """A distribution with one module. `entries` replaces the whole `entry_points.txt`."""
        module = name.replace("-", "_")
        place = folder or self.folder
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{module}.py").write_text(dedent(code), encoding="utf-8")
        distribution = distribution or name
        info = place / f"{distribution.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        metadata = f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n\nName: in the description\n"
        (info / "METADATA").write_text(metadata, encoding="utf-8")
        text = entries or f"[helaplan.v1]\n{name} = {module}\n"
        (info / "entry_points.txt").write_text(text, encoding="utf-8")

    def host(self, **settings: Any) -> Host:
        """A host that looks for plugins here."""
        return Host(path=[str(self.folder)], **settings)


def make_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """For `pytest.fixture`: an empty folder of distributions, on `sys.path` for a test that leaves nothing imported."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    before = set(sys.modules)
    yield Site(folder)
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(tmp_path)):
            del sys.modules[name]
