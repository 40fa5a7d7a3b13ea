"""The schema that lies beside a plan, and the line that leads an editor to it."""

from __future__ import annotations

import json
from pathlib import Path

from helaplan import io
from helaplan.model import FORMAT_VERSION
from helaplan.schema import plan_schema

FILE = f"plan-{FORMAT_VERSION}.schema.json"


def header() -> str:
    """The editors' lines to the schema: VS Code and its kin read the first, JetBrains the second."""
    return f"yaml-language-server: $schema={FILE}\n$schema: {FILE}"


def schema_text(language: str = "sv") -> str:
    """The plan schema as the text of a JSON file."""
    return json.dumps(plan_schema(language), ensure_ascii=False, indent=2) + "\n"


def beside(plan: str) -> None:
    """Put the schema beside a plan file, over an older copy of itself but over nobody else's file."""
    target = Path(plan).parent / FILE
    text = schema_text().encode("utf-8")
    if target.exists():
        held = io.read_bytes(target)
        if held == text or b"urn:helaplan:schema:plan:" not in held:
            return
    io.write_bytes(target, text, replace=True)
