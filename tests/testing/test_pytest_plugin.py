"""The fixtures that authors of plugins get, as pytest gives them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TESTS = """
from helaplan import Exporter, hookimpl


class Plugin:
    @hookimpl
    def helaplan_exporters(self):
        title = {"sv": "x", "en": "x"}
        export = lambda plan, options, context: plan.title.encode()
        return [Exporter(name="mine", suffixes=(".mine",), media_type="a/b", title=title, export=export)]


def test_host(plugin_host):
    host = plugin_host(Plugin(), "mine")
    assert host.exporter_for("mine") is not None
    assert [row.name for row in host.plugins() if row.status == "ok"] == ["mine"]


def test_plans(small_plan, full_plan):
    assert not small_plan.areas
    assert full_plan.areas


def test_loading_it_costs_little(request):
    assert request.config.pluginmanager.has_plugin("helaplan.testing.pytest_plugin")
"""
LIGHT = """
import sys
import helaplan.testing.pytest_plugin
sys.exit([name for name in ("hypothesis", "helaplan.model", "yaml") if name in sys.modules] or 0)
"""


def test_an_author_gets_the_fixtures(tmp_path: Path) -> None:
    """An isolated host and sample plans, in a pytest run of its own."""
    (tmp_path / "test_mine.py").write_text(TESTS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", str(tmp_path), "-p"]
    command += ["helaplan.testing.pytest_plugin", str(tmp_path)]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stdout


def test_other_peoples_pytest_pays_little() -> None:
    """pytest loads the plugin in every run where helaplan is installed: it imports neither models nor Hypothesis."""
    ended = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr
