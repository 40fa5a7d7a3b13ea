"""`helaplan check`."""

from __future__ import annotations

from collections import Counter
from typing import Any

import click
from attrs import evolve

from helaplan.cli.choice import Choice
from helaplan.cli.shell import CLEAN, FINDINGS, UNREADABLE, UNREADABLE_CODES, Shell, guarded
from helaplan.findings import Finding, Report, Severity
from helaplan.io import STANDARD, plan_files
from helaplan.pipeline.check import examine, merge
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
) -> int:
    """Check every file that is meant, show one report, and say with the exit code how it went."""
    shell.about = paths[0]
    reports: list[Report] = []
    for name, data in plan_files(paths):
        if isinstance(data, Finding):
            reports.append(Report(findings=[data]))
        else:
            reports.append(_one(shell, data, stdin_filename if name == STANDARD else name, schema_only))
    if not reports:
        nothing = Finding(code="nothing-to-check", file=paths[0], args={"name": ", ".join(paths)})
        reports.append(Report(findings=[nothing], files=0))
    report = merge([*reports, *shell.settings_reports()])
    report = evolve(report, findings=_wanted(report, _codes(select), _codes(ignore)))
    shell.show(report, form)
    if statistics:
        counts = Counter(each.code for each in report)
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            click.echo(f"{count:6} {code}", err=form not in ("full", "concise"))
    if any(each.code in UNREADABLE_CODES for each in report):
        return UNREADABLE
    return FINDINGS if report.fails(Severity(fail_on)) else CLEAN


def _one(shell: Shell, data: bytes, name: str, schema_only: bool) -> Report:
    choice = shell.choice(name)
    late = _Late(shell, choice)
    if schema_only:
        from helaplan.pipeline.check import examine_by_schema

        return examine_by_schema(data, name=name, lookup=late)
    report = examine(data, name=name, lookup=late, profiles=choice.rules(late.profile)).report
    return choice.applied(report, name)


class _Late:
    """The host as a Lookup that is made only when a file or its settings ask for what the core doesn't have."""

    def __init__(self, shell: Shell, choice: Choice) -> None:
        self._shell = shell
        self._choice = choice

    def file_kind(self, name: str) -> Any:
        return self._shell.host_of(self._choice).file_kind(name)

    def extension(self, name: str) -> Any:
        return self._shell.host_of(self._choice).extension(name)

    def profile(self, name: str) -> Any:
        return self._shell.host_of(self._choice).profile(name)


def _codes(given: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code.strip() for each in given for code in each.split(",") if code.strip())


def _wanted(report: Report, select: frozenset[str], ignore: frozenset[str]) -> tuple[Finding, ...]:
    return tuple(each for each in report if (not select or each.code in select) and each.code not in ignore)
