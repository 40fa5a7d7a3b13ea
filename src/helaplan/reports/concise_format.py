"""`concise`: `file:line:column: code message`, so that editors can jump."""

from __future__ import annotations

from helaplan.findings import Report
from helaplan.reports.context import Context, listed
from helaplan.reports.safe import clean
from helaplan.reports.sentence import where


def write(report: Report, context: Context) -> str:
    """A line for each finding, at most 20 of one code in a file. Nothing where nothing was found."""
    lines = []
    for finding, code, count in listed(report):
        if finding is None:
            lines.append(context.word("more", code=clean(code), count=count))
        else:
            at = where(finding, context.language)
            head = f"{at}: " if at else ""
            lines.append(f"{head}{clean(finding.code)} {context.say(finding).message}")
    return "".join(f"{line}\n" for line in lines)
