"""`markdown`: a table for a comment or a summary page."""

from __future__ import annotations

import re

from helaplan.findings import Report
from helaplan.reports.context import Context
from helaplan.reports.full_format import summary
from helaplan.reports.safe import clean
from helaplan.reports.sentence import both, where

_MARKS = re.compile(r"([\\`*_{}\[\]<>|#~@])")


def _cell(text: str) -> str:
    """Text whose characters mean nothing to Markdown, HTML or the table (nor an @ to the code host)."""
    return _MARKS.sub(lambda match: "&#64;" if match[1] == "@" else f"\\{match[1]}", clean(text).replace("&", "&amp;"))


def write(report: Report, context: Context) -> str:
    """A summary, and a row for each finding where there are any."""
    made = [_cell(summary(report, context))]
    if len(report):
        names = [context.word(key) for key in ("severity", "place", "code", "message")]
        made += ["", f"| {' | '.join(names)} |", "| --- | --- | --- | --- |"]
    for finding in report:
        told = context.say(finding)
        row = [
            context.word(finding.severity.value),
            where(finding, context.language),
            finding.code,
            both(told),
        ]
        made.append(f"| {' | '.join(_cell(each) for each in row)} |")
    return "\n".join(made) + "\n"
