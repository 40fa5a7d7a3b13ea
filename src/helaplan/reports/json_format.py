"""`json`: JSON form 1, one object."""

from __future__ import annotations

import json

from helaplan.findings import Report
from helaplan.reports import plain
from helaplan.reports.context import Context
from helaplan.reports.safe import encodable


def write(report: Report, context: Context) -> str:
    """All findings in one object with a summary."""
    made = {
        "version": plain.VERSION,
        "summary": plain.summary(report),
        "findings": [each for _, each in plain.findings(report, context)],
    }
    return encodable(json.dumps(made, ensure_ascii=False, indent=2)) + "\n"
