"""`full`: each finding with its source line, carets, cause and help; for people."""

from __future__ import annotations

from collections.abc import Sequence

from helaplan.findings import Finding, Report, Severity
from helaplan.reports.context import Context, listed
from helaplan.reports.excerpt import excerpt, source_lines
from helaplan.reports.safe import clean
from helaplan.reports.sentence import where

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_FRAME, _BOLD = "1;34", "1"


def write(report: Report, context: Context) -> str:
    """All findings, at most 20 of one code in a file, and a summary."""
    sources: dict[str, Sequence[str]] = {}
    blocks = []
    for finding, code, count in listed(report):
        if finding is None:
            blocks.append(context.word("more", code=clean(code), count=count))
            continue
        if finding.file not in sources:
            source = report.sources.get(finding.file, "")
            sources[finding.file] = source_lines(source) if source else ()
        blocks.append(_block(finding, sources[finding.file], context))
    return "\n\n".join([*blocks, summary(report, context)]) + "\n"


def _block(finding: Finding, lines: Sequence[str], context: Context) -> str:
    told = context.say(finding)

    def painted(text: str, color: str) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if context.color else text

    name = f"{context.word(finding.severity.value)}[{clean(finding.code)}]"
    made = [f"{painted(name, _COLORS[finding.severity])}: {painted(told.message, _BOLD)}"]
    shown = excerpt(lines, finding.span) if finding.span and lines else None
    number = str(finding.span.start.line) if finding.span and shown else ""
    gutter = " " * len(number)
    at = where(finding, context.language)
    if at:
        made.append(f"{gutter}{painted('-->', _FRAME)} {at}")
    if shown:
        bar = painted("|", _FRAME)
        made.append(f"{gutter} {bar}")
        made.append(f"{painted(number, _FRAME)} {bar} {shown.line}".rstrip())
        made.append(f"{gutter} {bar} {painted(shown.carets, _COLORS[finding.severity])}")
    if told.hint:
        made.append(f"{gutter} {painted('=', _FRAME)} {context.word('help')}: {told.hint}")
    return "\n".join(made)


def summary(report: Report, context: Context) -> str:
    """How many findings of each severity in how many files, in words."""
    files = context.word("file") if report.files == 1 else context.word("files", count=report.files)
    counts = []
    for severity in Severity:
        count = report.count(severity)
        if count:
            counts.append(f"{count} {context.word(f'{severity.value}-1' if count == 1 else f'{severity.value}s')}")
    return (
        context.word("summary", counts=", ".join(counts), files=files) if counts else context.word("clean", files=files)
    )
