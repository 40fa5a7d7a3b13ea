"""`helaplan export`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from helaplan import api, io
from helaplan.cli import frames
from helaplan.cli.shell import CLEAN, FINDINGS, Shell, guarded
from helaplan.cli.targets import option_files, refuse_sources
from helaplan.errors import UnknownFormat
from helaplan.findings import Finding
from helaplan.model import Plan
from helaplan.pipeline.check import examine
from helaplan.text.cli import phrase


def make(name: str, language: str) -> click.Command:
    """The command, its help in `language`."""
    option = frames.options(language)

    @click.pass_obj
    def callback(shell: Shell, /, **settings: Any) -> int:
        return guarded(shell, lambda: run(shell, **settings))

    return click.Command(
        name,
        callback=callback,
        help=phrase("export", language),
        params=[
            click.Argument(["plans"], nargs=-1, required=True, metavar="PLAN..."),
            option("-o", "--output", help="export.output", default=io.STANDARD, metavar="FILE"),
            option("--to", help="export.to", multiple=True, metavar="FORMAT"),
            option("--content", help="export.content", default="plan", metavar="CONTENT"),
            option("-O", "--option", "options", help="export.option", multiple=True, metavar="NAME=VALUE"),
            option("--force", help="export.force", is_flag=True),
        ],
    )


def run(
    shell: Shell,
    *,
    plans: tuple[str, ...],
    output: str,
    to: tuple[str, ...],
    content: str,
    options: tuple[str, ...],
    force: bool,
) -> int:
    """One plan into one file, or plans and formats into a folder; a plan with errors only with `--force`."""
    shell.about = plans[0]
    given = dict(_pair(each) for each in options)
    met = _met(plans)
    if len(met) == 1 and len(to) <= 1 and not _is_folder(output, to):
        return _one(shell, met[0], output, "".join(to), content, given, force=force)
    # Imported here: one plan at a time is the usual call, and does without.
    from helaplan.cli.exporting_many import Call, export_many

    call = Call(plans=plans, folder=output, to=to, content=content, options=given, force=force)
    return export_many(shell, call)


def _is_folder(output: str, to: tuple[str, ...]) -> bool:
    """Whether a folder is meant: by a name that ends as only a folder's does, or one that is there, with a format."""
    return output != io.STANDARD and (output.endswith(("/", os.sep)) or (bool(to) and io.is_folder(output)))


def _met(plans: tuple[str, ...]) -> list[str]:
    """The files that are meant, unless it is clear already that they are several: a folder is, whatever is in it."""
    if len(plans) > 1 or (plans[0] != io.STANDARD and io.is_folder(plans[0])):
        return []
    return [each.name for each in io.plan_names(plans)]


def _one(shell: Shell, plan: str, output: str, to: str, content: str, options: dict[str, str], *, force: bool) -> int:
    chosen = to or (Path(output).suffix.lower() if output != io.STANDARD else "")
    if not chosen and output != io.STANDARD and io.is_folder(output):
        raise click.UsageError(phrase("needs-formats", shell.language))
    if not chosen:
        raise click.UsageError(phrase("to-wanted", shell.language))
    # Asked before the plan is read, so that a misspelt format is told at once.
    writer = shell.host.output_format(chosen)
    refuse_sources([output], [plan, *option_files(options, [writer])])
    made = examine(io.read_bytes(plan), name=plan, lookup=shell.host)
    if not isinstance(made.value, Plan):
        # What is wrong with the whole file has a way out of its own, which the short form doesn't show.
        shell.show(made.full_report, "full", err=True)
        shell.say("refused-unread")
        return FINDINGS
    if not made.full_report.ok:
        shell.show(made.full_report, "concise", err=True)
        if not force:
            shell.say("refused")
            return FINDINGS
    # Gathered first: what is printed while a plugin runs is taken for the plugin's.
    told: list[Finding] = []
    # `force`, since the file was examined already.
    data = api.export(
        made.value, chosen, content=content, options=options, tell=told.append, force=True, host=shell.host
    )
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
