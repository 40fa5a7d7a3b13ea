"""`helaplan check`."""

from __future__ import annotations

from collections import Counter
from typing import Any

import click
from attrs import evolve

from helaplan.cli.many import Job, check_all, merged
from helaplan.cli.shell import CLEAN, FINDINGS, UNREADABLE, UNREADABLE_CODES, Shell, guarded
from helaplan.findings import Finding, Report, Severity
from helaplan.io import plan_names
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
        help=phrase("check", language),
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar="PATH..."),
            option("--format", "form", help="check.format", type=click.Choice(FORMATS), default="full"),
            option("--select", help="check.select", multiple=True, metavar="CODE"),
            option("--ignore", help="check.ignore", multiple=True, metavar="CODE"),
            option(
                "--fail-on",
                help="check.fail-on",
                type=click.Choice([each.value for each in Severity]),
                default=Severity.ERROR.value,
            ),
            option("--stdin-filename", help="check.stdin-filename", default="<stdin>", metavar="NAME"),
            option("--statistics", help="check.statistics", is_flag=True),
            option("--schema-only", help="check.schema-only", is_flag=True),
            option("--profile", "profiles", help="check.profile", multiple=True, metavar="NAME"),
            option("--jobs", help="check.jobs", type=click.IntRange(0), default=0, metavar="N"),
            option("--no-cache", help="check.no-cache", is_flag=True),
        ],
    )


def run(
    shell: Shell,
    *,
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    stdin_filename: str,
    statistics: bool,
    schema_only: bool,
    profiles: tuple[str, ...],
    jobs: int,
    no_cache: bool,
) -> int:
    """Check every file that is meant, show one report, and say with the exit code how it went."""
    shell.about = paths[0]
    job = Job(
        language=shell.language,
        plugins=shell.plugins,
        disabled=shell.disabled,
        stdin_filename=stdin_filename,
        schema_only=schema_only,
        profiles=tuple(each.strip() for given in profiles for each in given.split(",") if each.strip()),
        cache=not no_cache,
    )
    names = list(plan_names(paths))
    with shell.progress(len(names)) as progress:
        report, faults, sentences = merged(check_all(job, names, jobs=jobs, progress=progress))
    if not report.files:
        nothing = Finding(code="nothing-to-check", file=paths[0], args={"name": ", ".join(paths)})
        report = evolve(report, findings=[*report, nothing])
    report = evolve(report, findings=_wanted(report, _codes(select), _codes(ignore)))
    shell.show(report, form, sentences=sentences)
    if statistics:
        counts = Counter(each.code for each in report)
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            click.echo(f"{count:6} {code}", err=form not in ("full", "concise"))
    shell.faults += faults
    shell.settings_told = True
    if any(each.code in UNREADABLE_CODES for each in report):
        return UNREADABLE
    return FINDINGS if report.fails(Severity(fail_on)) else CLEAN


def _codes(given: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code.strip() for each in given for code in each.split(",") if code.strip())


def _wanted(report: Report, select: frozenset[str], ignore: frozenset[str]) -> tuple[Finding, ...]:
    return tuple(each for each in report if (not select or each.code in select) and each.code not in ignore)
