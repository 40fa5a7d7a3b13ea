"""`helaplan import`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from helaplan import api, io
from helaplan.cli.schemas import beside, header
from helaplan.cli.shell import CLEAN, Shell, guarded
from helaplan.errors import RefusedOverwrite
from helaplan.findings import Finding
from helaplan.pipeline.exchange import Imported
from helaplan.planfile.writer import write_plan
from helaplan.text.changes import Told, tell_changes
from helaplan.text.cli import phrase


def make(name: str, language: str) -> click.Command:
    """The command, its help in `language`."""

    def option(*names: str, help: str, **settings: Any) -> click.Option:
        return click.Option(list(names), help=phrase(help, language), **settings)

    @click.pass_obj
    def callback(shell: Shell, /, **settings: Any) -> int:
        return guarded(shell, lambda: run(shell, **settings))

    from helaplan.reports import FORMATS

    return click.Command(
        name,
        callback=callback,
        help=phrase("import", language),
        params=[
            click.Argument(["source"], metavar="SOURCE"),
            option("-o", "--output", help="import.output", default=io.STANDARD, metavar="PLAN.yaml"),
            option("--from", "reader", help="import.from", default="", metavar="FORMAT"),
            option("--receipt", help="import.receipt", metavar="FILE"),
            option("--organisation", help="import.organisation", default="", metavar="NAME"),
            option("--year", help="import.year", type=click.IntRange(1900, 2200), metavar="YYYY"),
            option("--known", help="import.known", metavar="PLAN.yaml"),
            option("--yes", help="import.yes", is_flag=True),
            option("--force", help="import.force", is_flag=True),
            option("--no-schema", help="import.no-schema", is_flag=True),
            option("--format", "form", help="import.format", type=click.Choice(FORMATS), default="concise"),
        ],
    )


def run(
    shell: Shell,
    *,
    source: str,
    output: str,
    reader: str,
    receipt: str | None,
    organisation: str,
    year: int | None,
    known: str | None,
    yes: bool,
    force: bool,
    no_schema: bool,
    form: str,
) -> int:
    """Read the source, write plan, receipt and schema, and tell what came of it."""
    del yes  # nothing is asked yet, so there is nothing to answer beforehand
    for each in (output, receipt):
        # Before the work, so that a long import is not thrown away.
        if each and each != io.STANDARD and Path(each).exists() and not force:
            raise RefusedOverwrite(Finding(code="refused-overwrite", file=each, args={"name": each}))
    shell.about = output
    before = api.read_plan(Path(known), host=shell.host) if known else None
    data = io.read_bytes(source)
    name = "" if source == io.STANDARD else source
    made = api.import_document(
        data, name=name, reader=reader, organisation=organisation, year=year, known=before, host=shell.host
    )
    schema = not no_schema and output != io.STANDARD
    text = write_plan(made.plan, header=header() if schema else "")
    io.write_bytes(output, text.encode("utf-8"), replace=force)
    if schema:
        beside(output)
    if receipt:
        kvitto = json.dumps(made.receipt.to_json(), ensure_ascii=False, indent=2) + "\n"
        io.write_bytes(receipt, kvitto.encode("utf-8"), replace=force)
    _tell(shell, made, output, form)
    return CLEAN


def _tell(shell: Shell, made: Imported, output: str, form: str) -> None:
    if made.report.findings:
        shell.show(made.report, form, err=True)
    plan, blocks = made.plan, made.receipt.blocks
    shell.say(
        "imported",
        name=made.receipt.source or output,
        areas=len(plan.areas),
        activities=sum(len(area.activities) for area in plan.areas),
        unplaced=sum(1 for block in blocks if block.unplaced is not None),
        questions=len(plan.questions),
    )
    if made.changes is not None and not shell.quiet:
        told = (Told(kind=c.kind, what=c.what, words=c.words, before=c.before, fields=c.fields) for c in made.changes)
        for line in tell_changes(told, shell.language):
            click.echo(line, err=True)
    removed = [f"{count} {phrase(kind, shell.language)}" for kind, count in made.receipt.removed.items() if count]
    if removed:
        shell.say("removed", what=", ".join(removed))
    if output != io.STANDARD:
        shell.say("next-check", name=output)
