"""`helaplan export`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from helaplan import api, io
from helaplan.cli.shell import CLEAN, FINDINGS, Shell, guarded
from helaplan.errors import UnknownFormat
from helaplan.findings import Finding
from helaplan.model import Plan
from helaplan.pipeline.check import examine
from helaplan.text.cli import phrase


def make(name: str, language: str) -> click.Command:
    """The command, its help in `language`."""

    def option(*names: str, help: str, **settings: Any) -> click.Option:
        return click.Option(list(names), help=phrase(help, language), **settings)

    @click.pass_obj
    def callback(shell: Shell, /, **settings: Any) -> int:
        return guarded(shell, lambda: run(shell, **settings))

    return click.Command(
        name,
        callback=callback,
        help=phrase("export", language),
        params=[
            click.Argument(["plan"], metavar="PLAN"),
            option("-o", "--output", help="export.output", default=io.STANDARD, metavar="FILE"),
            option("--to", help="export.to", default="", metavar="FORMAT"),
            option("--content", help="export.content", default="plan", metavar="CONTENT"),
            option("-O", "--option", "options", help="export.option", multiple=True, metavar="NAME=VALUE"),
            option("--force", help="export.force", is_flag=True),
        ],
    )


def run(shell: Shell, *, plan: str, output: str, to: str, content: str, options: tuple[str, ...], force: bool) -> int:
    """Read the plan, write it in the other format; a plan with errors only with `--force`."""
    shell.about = plan
    chosen = to or (Path(output).suffix.lower() if output != io.STANDARD else "")
    if not chosen:
        raise click.UsageError(phrase("to-wanted", shell.language))
    given = dict(_pair(each) for each in options)
    # Asked before the plan is read, so that a misspelt format is told at once.
    shell.host.output_format(chosen)
    made = examine(io.read_bytes(plan), name=plan, lookup=shell.host)
    if not made.full_report.ok:
        shell.show(made.full_report, "concise", err=True)
        if not force or not isinstance(made.value, Plan):
            shell.say("refused")
            return FINDINGS
    # Gathered first: what is printed while a plugin runs is taken for the plugin's.
    told: list[Finding] = []
    data = api.export(made.value, chosen, content=content, options=given, tell=told.append, host=shell.host)
    shell.tell(told)
    io.write_bytes(output, data, replace=True)
    if output != io.STANDARD:
        shell.say("written", name=output)
    return CLEAN


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise UnknownFormat(Finding(code="bad-option", args={"name": text, "wanted": "name=value"}))
    return name.strip(), value
