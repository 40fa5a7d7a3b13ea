"""`sarif`: SARIF 2.1.0, which code hosts read for their lists of findings."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from helaplan.findings import Finding, Fix, Position, Report
from helaplan.planfile.lines import Lines
from helaplan.registers.personal import mask
from helaplan.reports import plain
from helaplan.reports.context import Context
from helaplan.reports.safe import encodable
from helaplan.reports.sentence import both
from helaplan.text import page
from helaplan.text.message import Message


def write(report: Report, context: Context) -> str:
    """One run with the codes that were found as its rules. Columns count Unicode characters, and SARIF is told so."""
    codes = sorted({finding.code for finding in report})
    results = []
    lines = {name: Lines(text) for name, text in report.sources.items()}
    for finding, form in plain.findings(report, context):
        made = _result(finding, form, context.say(finding), codes)
        if finding.fix is not None and finding.file in lines:
            made |= _fixes(finding, finding.fix, lines[finding.file], context)
        results.append(made)
    driver = {
        "name": "helaplan",
        "rules": [
            {"id": code, "fullDescription": {"text": page(code, context.language).why or code}} for code in codes
        ],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    made = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return encodable(json.dumps(made, ensure_ascii=False, indent=2)) + "\n"


def _result(finding: Finding, form: dict[str, Any], told: Message, codes: list[str]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity.value,
        "message": {"text": both(told)},
        "partialFingerprints": {"helaplan/v1": form["fingerprint"]},
    }
    if finding.file:
        location: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.file)}}
        if finding.span is not None:
            location["region"] = _region(finding.span.start, finding.span.end)
        made["locations"] = [{"physicalLocation": location}]
    return made


def _region(start: Position, end: Position) -> dict[str, int]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _fixes(finding: Finding, fix: Fix, lines: Lines, context: Context) -> dict[str, Any]:
    """The fix as replacements; nothing where a text to put in may be personal data, since reports travel."""
    if any(mask(edit.text) != edit.text for edit in fix.edits):
        return {}
    replacements = [
        {
            "deletedRegion": _region(lines.position(edit.start), lines.position(edit.end)),
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": _uri(finding.file)}, "replacements": replacements}
    word = context.word("fix-safe" if fix.safe else "fix-unsafe")
    return {"fixes": [{"description": {"text": word}, "artifactChanges": [change]}]}


def _uri(file: str) -> str:
    """The file's name as a URI: relative as it is, absolute as `file:///`. Percent signs keep every character apart."""
    path = file.replace("\\", "/")
    # A name that is no UTF-8 has its bytes as surrogates.
    quoted = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    if re.match("[A-Za-z]:/", path):
        return f"file:///{path[0]}:{quoted[4:]}"
    return f"file://{quoted}" if path.startswith("/") else quoted
