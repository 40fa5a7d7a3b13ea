"""`helaplan plugins inspect`."""

from __future__ import annotations

import json
import platform

import click

from helaplan import __version__
from helaplan.cli.metadata import facts_of
from helaplan.cli.shell import CLEAN, FINDINGS, Shell
from helaplan.plugins.discovery import candidates
from helaplan.plugins.fitness import Here, judge
from helaplan.text.cli import phrase


def run(shell: Shell, *, path: str, as_json: bool) -> int:
    """Say whether the plugin fits here, and what speaks against it. Imports nothing of it."""
    facts = facts_of(path)
    here = Here(python=platform.python_version(), helaplan=__version__, installed=candidates())
    findings = judge(facts, here)
    if as_json:
        data = {
            "version": 1,
            "plugin": {
                "distribution": facts.name,
                "version": facts.version,
                "requires_python": facts.requires_python,
                "entry_points": [{"name": each.name, "value": each.value, "api": each.api} for each in facts.entries],
            },
            "fits": not findings,
            "findings": [{"code": each.code, "args": dict(each.args)} for each in findings],
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif findings:
        shell.tell(findings)
    else:
        entries = ", ".join(f"{each.name} (helaplan.{each.api})" for each in facts.entries)
        click.echo(phrase("fits", shell.language, name=facts.name, version=facts.version or "?", entries=entries))
    return FINDINGS if findings else CLEAN
