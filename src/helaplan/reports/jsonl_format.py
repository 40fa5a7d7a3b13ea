"""`jsonl`: JSON form 1, one finding a line, then the summary."""

from __future__ import annotations

import json

from helaplan.findings import Report
from helaplan.reports import plain
from helaplan.reports.context import Context
from helaplan.reports.safe import encodable


def write(report: Report, context: Context) -> str:
    """A line for each finding (`version`, then its keys) and a last one with `summary`."""
    lines = [{"version": plain.VERSION, **each} for _, each in plain.findings(report, context)]
    last = {"version": plain.VERSION, "summary": plain.summary(report)}
    return "".join(encodable(json.dumps(line, ensure_ascii=False)) + "\n" for line in (*lines, last))
