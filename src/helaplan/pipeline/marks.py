"""Lists whose items begin with another sign than a hyphen: a text or mapping for YAML, a list for whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from helaplan.findings import Finding
from helaplan.planfile.nodes import foreign_mark
from helaplan.planfile.places import Places


def with_mark(finding: Finding, places: Places) -> Finding:
    """A list that is none since its items begin with another sign becomes `list-mark`; any other finding stays."""
    if finding.code != "wrong-type" or finding.args["wanted"] != "list":
        return finding
    span = places.span(finding.path)
    row = places.lines.row(span.start.line - 1) if span else ""
    mark = foreign_mark(row)
    # Behind its key a value is on one row, and shown as it should be there.
    if not mark or span is None or row.index(mark) != span.start.column - 1:
        return finding
    return evolve(finding, code="list-mark", args={"mark": mark})


def of_their_own(reader: Iterable[Finding], shape: Iterable[Finding]) -> list[Finding]:
    """The reader's findings without keys that are equal only because what they stand in was meant as a list."""
    lists = [each.path for each in shape if each.code == "list-mark"]
    return [
        each
        for each in reader
        if each.code != "duplicate-key" or not any(each.path[: len(path)] == path for path in lists)
    ]
