"""`github`: workflow commands that GitHub shows beside the lines of a change."""

from __future__ import annotations

from helaplan.findings import Finding, Report, Severity
from helaplan.reports.context import Context
from helaplan.reports.safe import clean
from helaplan.reports.sentence import where

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def write(report: Report, context: Context) -> str:
    """A command for each finding. Values are escaped, so no name or text can begin a command of its own."""
    return "".join(_command(each, context) + "\n" for each in report)


def _command(finding: Finding, context: Context) -> str:
    told = context.say(finding)
    properties = {"title": f"helaplan ({clean(finding.code)})"}
    if finding.file:
        # The name itself, so that GitHub finds the file. Line ends are escaped as such, what else is unsafe is shown.
        properties["file"] = "".join(each if each in "\r\n" else clean(each) for each in finding.file)
    if finding.span is not None:
        start, end = finding.span.start, finding.span.end
        properties |= {"line": str(start.line), "col": str(start.column), "endLine": str(end.line)}
        properties["endColumn"] = str(end.column)
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    head = " ".join(filter(None, (where(finding, context.language), clean(finding.code))))
    text = "\n".join(filter(None, (f"{head}: {told.message}", told.hint)))
    return f"::{_LEVELS[finding.severity]} {named}::{_data(text)}"
