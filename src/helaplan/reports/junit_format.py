"""`junit`: XML that build servers show as test results, one suite a file, one failed case a finding."""

from __future__ import annotations

import re
from itertools import groupby

from helaplan.findings import Finding, Report
from helaplan.reports.context import Context
from helaplan.reports.safe import clean
from helaplan.reports.sentence import both, where

# What XML 1.0 can't hold even as a reference; names and texts have no control characters left by then.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _escaped(text: str) -> str:
    text = _NOT_XML.sub("\ufffd", clean(text))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def write(report: Report, context: Context) -> str:
    """Suites for the files with findings, or one passed case where there are none."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    count = len(report)
    lines.append(f'<testsuites name="helaplan" tests="{count or 1}" failures="{count}" errors="0">')
    for file, group in groupby(report, key=lambda finding: finding.file):
        findings = list(group)
        name = _escaped(file or "helaplan")
        size = len(findings)
        lines.append(f'  <testsuite name="{name}" tests="{size}" failures="{size}" errors="0">')
        for finding in findings:
            lines += _case(finding, name, context)
        lines.append("  </testsuite>")
    if not count:
        lines.append('  <testsuite name="helaplan" tests="1" failures="0" errors="0">')
        lines.append('    <testcase name="check" classname="helaplan"/>')
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>", ""])


def _case(finding: Finding, file: str, context: Context) -> list[str]:
    told = context.say(finding)
    at = _escaped(where(finding, context.language))
    code = _escaped(finding.code)
    body = _escaped(both(told))
    failure = f'<failure type="{finding.severity.value}" message="{_escaped(told.message)}">{at}: {body}</failure>'
    return [
        f'    <testcase name="{code} {at}" classname="{file}">',
        f"      {failure}",
        "    </testcase>",
    ]
