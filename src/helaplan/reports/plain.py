"""Findings as plain data: JSON form 1 (`docs/cli.md`), which the JSON-like formats share."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from helaplan.findings import Arg, Finding, Position, Related, Report, Severity, pointer
from helaplan.registers.personal import mask
from helaplan.reports.context import Context

#: The version of this form. It changes only when a reader of the old one would go wrong.
VERSION = 1


def summary(report: Report) -> dict[str, int]:
    """How many files were looked at, and how many findings of each severity there are."""
    return {
        "files": report.files,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
    }


def findings(report: Report, context: Context) -> Iterator[tuple[Finding, dict[str, Any]]]:
    """Each finding with its form 1."""
    seen: Counter[str] = Counter()
    for finding in report:
        told = context.say(finding)
        made: dict[str, Any] = {
            "code": finding.code,
            "severity": finding.severity.value,
            "file": finding.file,
            "path": mask(pointer(finding.path)),
        }
        if finding.span is not None:
            made["start"] = _position(finding.span.start)
            made["end"] = _position(finding.span.end)
        if finding.place is not None:
            made["place"] = {key: value for key, value in attrs.asdict(finding.place).items() if value is not None}
        made["message"] = told.message
        made["hint"] = told.hint
        made["args"] = {name: _arg(arg) for name, arg in finding.args.items()}
        made["fingerprint"] = _fingerprint(finding, seen)
        if finding.fix is not None:
            made["fix"] = "safe" if finding.fix.safe else "unsafe"
        yield finding, made


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}


def _arg(arg: Arg) -> Any:
    if isinstance(arg, Related):
        made: dict[str, Any] = {"path": mask(pointer(arg.path))}
        return made | _position(arg.span.start) if arg.span else made
    if isinstance(arg, tuple):
        return [mask(each) for each in arg]
    return mask(arg) if isinstance(arg, str) else arg


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """Names the finding across runs: file, code, its route by keys and ids, and values; no lines, no places in lists.

    So a plan can grow above a finding without making it new. Equal ones are told apart by their order.
    """
    route = finding.route or tuple(step for step in finding.path if isinstance(step, str))
    keys = pointer(route).removeprefix("/")
    values = [f"{name}={_arg(arg)}" for name, arg in sorted(finding.args.items()) if not isinstance(arg, Related)]
    named = "\n".join([finding.file.replace("\\", "/"), finding.code, mask(keys), *values])
    seen[named] += 1
    whole = f"{named}\n{seen[named]}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:32]
