"""`helaplan import`."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from helaplan import api, io
from helaplan.cli.asking import Answers, ask, may_ask
from helaplan.cli.frames import options
from helaplan.cli.schemas import beside, header
from helaplan.cli.shell import CLEAN, Shell, guarded
from helaplan.cli.targets import refuse_documents, refuse_sources
from helaplan.errors import UnreadableSource
from helaplan.findings import Finding
from helaplan.model import Plan
from helaplan.pipeline.documents import typed
from helaplan.pipeline.exchange import Imported
from helaplan.planfile.writer import write_plan
from helaplan.registers.slug import unique
from helaplan.text.changes import Told, tell_changes
from helaplan.text.cli import phrase


def make(name: str, language: str) -> click.Command:
    """The command, its help in `language`."""
    option = options(language)

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
            option("--known", help="import.known", multiple=True, metavar="PLAN.yaml"),
            option("--split", help="import.split", metavar="DIR"),
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
    known: tuple[str, ...],
    split: str | None,
    yes: bool,
    force: bool,
    no_schema: bool,
    form: str,
) -> int:
    """Read the source, write plan, receipt and schema, and tell what came of it."""
    if split is not None and output != io.STANDARD:
        raise click.UsageError(phrase("split-with", shell.language))
    if split is None and len(known) > 1:
        raise click.UsageError(phrase("known-many", shell.language))
    # Before the work, so that a long import is not thrown away.
    refuse_sources((output, receipt), (source,))
    refuse_sources((receipt,), known)
    refuse_documents(output)
    if receipt and output != io.STANDARD and os.path.realpath(receipt) == os.path.realpath(output):
        raise click.UsageError(phrase("receipt-is-plan", shell.language))
    for each in (output, receipt):
        if each:
            io.check_target(each, replace=force)
    shell.about = split if split is not None else output
    before = _known(shell, known, folders=split is not None)
    data = io.read_bytes(source)
    given = {"name": "" if source == io.STANDARD else source, "reader": reader, "host": shell.host}
    said: dict[str, Any] = {"organisation": organisation, "year": year}
    if split is not None:
        several = api.import_documents(data, known=before, **given, **said)
        for each in _unmet(before, several):
            shell.say("known-unmet", name=each)
        _write_several(shell, several, split, receipt, force=force, schema=not no_schema, form=form)
        return CLEAN
    earlier = before[0] if before else None
    made = api.import_document(data, known=earlier, **given, **said)
    if not yes and source != io.STANDARD and may_ask():
        made = _asked(shell, made, lambda more: api.import_document(data, known=earlier, **given, **{**said, **more}))
    _write(made, output, force=force, schema=not no_schema and output != io.STANDARD)
    _write_receipt(receipt, made.receipt.to_json(), force)
    _tell(shell, made, output, form)
    return CLEAN


def _asked(shell: Shell, made: Imported, again: Callable[[Mapping[str, Any]], Imported]) -> Imported:
    """The import with what a person answered. An answer may raise a question that nobody saw before."""
    answers = Answers()
    while True:
        more = ask(made.doubts, shell.language, before=answers)
        if more.given == answers.given:
            return more.settled(made)
        answers, made = more, again(more.given)


def _known(shell: Shell, names: tuple[str, ...], *, folders: bool) -> list[Plan]:
    """The known plans: the files that are named, and those in a folder where several may be meant."""
    made = []
    for named in io.plan_names(names) if folders else map(io.Named, names):
        data = io.open_named(named)
        if isinstance(data, Finding):
            raise UnreadableSource(data)
        if data is not None:
            made.append(api.read_plan(Path(named.name), host=shell.host))
    return made


def _unmet(known: Iterable[Plan], several: Iterable[Imported]) -> Iterator[str]:
    """Whose known plans nothing in the document is."""
    met = {each.known for each in several}
    return (each.organisation.name or each.id for each in known if each.id not in met)


def _write(made: Imported, output: str, *, force: bool, schema: bool) -> None:
    text = write_plan(made.plan, header=header() if schema else "")
    io.write_bytes(output, text.encode("utf-8"), replace=force)
    if schema:
        beside(output)


def _write_receipt(receipt: str | None, data: dict[str, Any], force: bool) -> None:
    if receipt:
        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        io.write_bytes(receipt, text.encode("utf-8"), replace=force)


def _write_several(
    shell: Shell,
    several: tuple[Imported, ...],
    folder: str,
    receipt: str | None,
    *,
    force: bool,
    schema: bool,
    form: str,
) -> None:
    """Each plan in a file that is called after its id, all or none; one receipt for all."""
    taken: set[str] = set()
    files: list[str] = []
    for made in several:
        name = unique(made.plan.id, taken)
        taken.add(name)
        files.append(str(Path(folder, f"{name}.yaml")))
    io.make_folder(folder)
    for file in files:
        io.check_target(file, replace=force)
    for made, file in zip(several, files, strict=True):
        _write(made, file, force=force, schema=schema)
        _tell(shell, made, file, form, name=file)
    receipts = [{"plan": Path(file).name, **made.receipt.to_json()} for made, file in zip(several, files, strict=True)]
    _write_receipt(receipt, {"version": 1, "plans": receipts}, force)
    shell.say("split", count=len(several), name=folder)


def _tell(shell: Shell, made: Imported, output: str, form: str, *, name: str = "") -> None:
    if made.report.findings:
        shell.show(made.report, form, err=True)
    plan, blocks = made.plan, made.receipt.blocks
    counts = {
        "areas": len(plan.areas),
        "activities": sum(len(area.activities) for area in plan.areas),
        "unplaced": sum(1 for block in blocks if block.unplaced is not None),
        "questions": len(plan.questions),
    }
    told = {key: phrase(f"{key}.one" if n == 1 else key, shell.language, n=n) for key, n in counts.items()}
    shell.say("imported", name=name or made.receipt.source or output, **told)
    _tell_changes(shell, made)
    removed = [
        f"{count} {phrase(kind, shell.language, count=count)}" for kind, count in made.receipt.removed.items() if count
    ]
    if removed:
        shell.say("removed", what=", ".join(removed))
    if output != io.STANDARD and not name:
        shell.say("next-check", name=typed(output))


def _tell_changes(shell: Shell, made: Imported) -> None:
    if made.changes is None or shell.quiet:
        return
    told = (Told(kind=c.kind, what=c.what, words=c.words, before=c.before, fields=c.fields) for c in made.changes)
    for line in tell_changes(told, shell.language):
        click.echo(line, err=True)
