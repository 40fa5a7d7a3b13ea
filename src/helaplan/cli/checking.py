"""`helaplan check`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import click
from attrs import evolve

from helaplan.cli.frames import options
from helaplan.cli.many import Done, Job, check_all, merged
from helaplan.cli.mending import Mended, Mending, without
from helaplan.cli.shell import CLEAN, FINDINGS, UNREADABLE, UNREADABLE_CODES, Shell, guarded
from helaplan.findings import Finding, Report, Severity
from helaplan.io import STANDARD, plan_names, write_bytes
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
            option("--fix", help="check.fix", is_flag=True),
            option("--unsafe", help="check.unsafe", is_flag=True),
            option("--dry-run", help="check.dry-run", is_flag=True),
            option("--ignore-remaining", help="check.ignore-remaining", is_flag=True),
            option("--baseline", help="check.baseline", metavar="FILE"),
            option("--write-baseline", help="check.write-baseline", is_flag=True),
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
    baseline: str | None,
    write_baseline: bool,
    **how: bool,
) -> int:
    """Check every file that is meant, mend it if asked to, show one report, and say with the exit code how it went."""
    shell.about = paths[0]
    _known_codes(shell, _codes(select) | _codes(ignore))
    mending = _mending(shell, _codes(select), _codes(ignore), schema_only=schema_only, **how)
    if write_baseline and not baseline:
        raise click.UsageError(phrase("needs-baseline", shell.language))
    job = Job(
        language=shell.language,
        plugins=shell.plugins,
        disabled=shell.disabled,
        stdin_filename=stdin_filename,
        schema_only=schema_only,
        profiles=tuple(each.strip() for given in profiles for each in given.split(",") if each.strip()),
        cache=not no_cache,
        mending=mending,
    )
    names = list(plan_names(paths))
    mended: list[Mended] = []
    with shell.progress(len(names)) as progress:
        report, faults, sentences = merged(_noting(check_all(job, names, jobs=jobs, progress=progress), mended))
    if not report.files:
        nothing = Finding(code="nothing-to-check", file=paths[0], args={"name": ", ".join(paths)})
        report = evolve(report, findings=[*report, nothing])
    report = without(report, _codes(select), _codes(ignore))
    if baseline:
        looked_at = [stdin_filename if each.name == STANDARD else each.name for each in names]
        report = _with_baseline(shell, report, baseline, looked_at, anew=write_baseline)
    # Standard output belongs to the mended file, or to the difference.
    apart = mending is not None and (mending.dry_run or STANDARD in paths)
    shell.show(report, form, sentences=sentences, err=apart)
    if mending:
        _tell_mended(shell, mended, report, mending)
    elif form == "full":  # editors read `concise`
        _tell_fixable(shell, report, paths)
    if statistics:
        counts = Counter(each.code for each in report)
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            click.echo(f"{count:6} {code}", err=apart or form not in ("full", "concise"))
    shell.faults += faults
    shell.settings_told = True
    if any(each.code in UNREADABLE_CODES for each in report):
        return UNREADABLE
    return FINDINGS if report.fails(Severity(fail_on)) else CLEAN


def _known_codes(shell: Shell, given: frozenset[str]) -> None:
    """Refuse a code that nobody has: `--select` with a slip of the pen would call every plan clean.

    Codes of plugins (`name/code`) pass. Raises click.UsageError.
    """
    if not given:
        return
    from helaplan.registers.keys import suggest_id
    from helaplan.text import codes

    for code in sorted(given - codes()):
        if "/" not in code:
            near = suggest_id(code, sorted(codes()))
            key = "unknown-code" if near else "unknown-code-none"
            raise click.UsageError(phrase(key, shell.language, code=code, suggestion=near or ""))


def _mending(
    shell: Shell,
    select: frozenset[str],
    ignore: frozenset[str],
    *,
    schema_only: bool,
    fix: bool,
    unsafe: bool,
    dry_run: bool,
    ignore_remaining: bool,
) -> Mending | None:
    """What is to be mended; None without `--fix`. Raises click.UsageError for options that make no sense together."""
    if not fix:
        for given, option in ((unsafe, "--unsafe"), (dry_run, "--dry-run"), (ignore_remaining, "--ignore-remaining")):
            if given:
                raise click.UsageError(phrase("needs-fix", shell.language, option=option))
        return None
    if schema_only:
        raise click.UsageError(phrase("fix-without-schema-only", shell.language))
    return Mending(unsafe=unsafe, dry_run=dry_run, ignore_remaining=ignore_remaining, select=select, ignore=ignore)


def _noting(outcomes: Iterable[Done], mended: list[Mended]) -> Iterator[Done]:
    for each in outcomes:
        mended += each.mended
        yield each


def _with_baseline(shell: Shell, report: Report, baseline: str, looked_at: list[str], *, anew: bool) -> Report:
    """The report without the findings that are known, or that now become known."""
    from helaplan.cli import known_findings

    if not anew:
        return known_findings.apply(report, baseline, looked_at)
    report = known_findings.write(report, baseline)
    shell.say("written", name=baseline)
    return report


def _tell_mended(shell: Shell, mended: list[Mended], report: Report, mending: Mending) -> None:
    """The differences, if they were asked for, and a notice of how much was mended and could be."""
    if mending.dry_run:
        write_bytes(STANDARD, b"".join(each.diff for each in mended), replace=True)
    count, files = sum(each.count for each in mended), sum(1 for each in mended if each.count)
    silenced = sum(each.silenced for each in mended)
    if silenced:
        shell.say("silenced", count=silenced)
    if files:
        shell.say("would-fix" if mending.dry_run else "fixed", count=count, files=files)
    more = sum(1 for each in report if each.fix is not None and not each.fix.safe)
    if more and not mending.unsafe:
        shell.say("fix-more", count=more)


def _tell_fixable(shell: Shell, report: Report, paths: tuple[str, ...]) -> None:
    """A notice of how many of the findings `--fix` mends, with the command to type."""
    count = sum(1 for each in report if each.fix is not None and each.fix.safe)
    if count and STANDARD not in paths:
        from shlex import quote  # only a faulty plan pays for it

        shell.say("fixable", count=count, paths=" ".join(map(quote, paths)))


def _codes(given: tuple[str, ...]) -> frozenset[str]:
    return frozenset(code.strip() for each in given for code in each.split(",") if code.strip())
