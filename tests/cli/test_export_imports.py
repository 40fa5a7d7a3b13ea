"""What an export doesn't need it doesn't load: starting is most of what a single file costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import PLAN

#: Prints the modules that are loaded when the command is done.
SCRIPT = """
import sys
from helaplan.cli.app import main
code = main(sys.argv[1:])
print("\\n".join(sorted(sys.modules)))
sys.exit(code)
"""
#: Reading documents, the network, the schema and whoever checks it.
NEVER = ("helaplan.recognise", "urllib.request", "http.client", "jsonschema", "hypothesis", "helaplan.testing")


@pytest.mark.parametrize("name", ["ut.json", "ut.md", "ut.svg"])
def test_an_export_reads_nothing(tmp_path: Path, name: str) -> None:
    """No module that recognises documents, fetches or tests is loaded by an export of the core's own formats."""
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    call = [sys.executable, "-c", SCRIPT, "--no-plugins", "export", "plan.yaml", "-o", name]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)
    loaded = done.stdout.split()
    assert "helaplan.api" in loaded
    assert [each for each in loaded if each.startswith(NEVER)] == []
