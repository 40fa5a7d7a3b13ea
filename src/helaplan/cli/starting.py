"""`helaplan new`."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click

from helaplan import io
from helaplan.cli.frames import options
from helaplan.cli.schemas import beside, header
from helaplan.cli.shell import CLEAN, Shell, guarded
from helaplan.pipeline.documents import typed
from helaplan.text.cli import phrase
from helaplan.text.starter import starter


def make(name: str, language: str) -> click.Command:
    """The command, its help in `language`."""
    option = options(language)

    @click.pass_obj
    def callback(shell: Shell, /, **settings: Any) -> int:
        return guarded(shell, lambda: run(shell, **settings))

    return click.Command(
        name,
        callback=callback,
        help=phrase("new", language),
        params=[
            option("-o", "--output", help="new.output", default=io.STANDARD, metavar="FILE"),
            option("--year", help="new.year", type=click.IntRange(1900, 2200), metavar="YYYY"),
            option("--force", help="new.force", is_flag=True),
            option("--no-schema", help="import.no-schema", is_flag=True),
        ],
    )


def run(shell: Shell, *, output: str, year: int | None, force: bool, no_schema: bool) -> int:
    """Write the starter file. Only here is the clock asked, and only where no year is given."""
    schema = not no_schema and output != io.STANDARD
    lines = "".join(f"# {line}\n" for line in header().splitlines()) if schema else ""
    text = lines + starter(year or dt.date.today().year + 1)
    io.write_bytes(output, text.encode("utf-8"), replace=force)
    if schema:
        beside(output)
    if output != io.STANDARD:
        shell.say("written", name=output)
        shell.say("next-check", name=typed(output))
    return CLEAN
