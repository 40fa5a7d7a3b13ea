"""`gitlab`: a code quality report as GitLab reads it."""

from __future__ import annotations

import json

from helaplan.findings import Report, Severity
from helaplan.reports import plain
from helaplan.reports.context import Context
from helaplan.reports.safe import encodable
from helaplan.reports.sentence import both

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(report: Report, context: Context) -> str:
    """A list of findings. A finding without a line stands on line 1, since GitLab wants one."""
    made = []
    for finding, form in plain.findings(report, context):
        made.append(
            {
                "description": both(context.say(finding)),
                "check_name": finding.code,
                "fingerprint": form["fingerprint"],
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": finding.file.replace("\\", "/"),
                    "lines": {"begin": form["start"]["line"] if "start" in form else 1},
                },
            }
        )
    return encodable(json.dumps(made, ensure_ascii=False, indent=2)) + "\n"
