"""Comments that silence what is left when all that can be mended is mended: `# helaplan: ignore[code]`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from attrs import evolve
from yaml.nodes import MappingNode, Node, ScalarNode

from helaplan.findings import Edit, Finding, Report
from helaplan.pipeline.fixing import Fixed
from helaplan.planfile.edits import apply_edits, encoded, line_end_of
from helaplan.planfile.lines import Lines
from helaplan.planfile.reader import read_raw

#: What is said of such comments themselves; another comment would be no answer.
_ABOUT_COMMENTS = "ignore-"


def silence(fixed: Fixed, source: bytes | str, look: Callable[[bytes | str], Report]) -> Fixed:
    """The file with a comment above each line that has findings left; the report is what the comments can't silence.

    `source` is the file as it was, for its byte order mark. A file that can't be parsed stays as it is, since nobody
    can tell there what would be a comment.
    """
    lines = Lines(fixed.text)
    wanted: dict[int, set[str]] = {}
    barred = _rows_in_texts(fixed.text)
    if barred is None:
        return fixed
    for finding in _left(fixed.report.findings):
        row = finding.span.start.line - 1 if finding.span else -1
        if row >= 0 and row not in barred:
            wanted.setdefault(row, set()).add(finding.code)
    if not wanted:
        return fixed
    text = apply_edits(fixed.text, _comments(lines, wanted))
    report = look(encoded(text, source) if isinstance(source, bytes) else text)
    return evolve(fixed, data=encoded(text, source), text=text, changed=True, report=report)


def _left(findings: Iterable[Finding]) -> Iterator[Finding]:
    return (each for each in findings if not each.code.startswith(_ABOUT_COMMENTS))


def _comments(lines: Lines, wanted: dict[int, set[str]]) -> Iterator[Edit]:
    for row, codes in wanted.items():
        line = lines.row(row)
        indent = line[: len(line) - len(line.lstrip(" "))]
        at = lines.offset(row)
        yield Edit(at, at, f"{indent}# helaplan: ignore[{', '.join(sorted(codes))}]{line_end_of(lines.text)}")


def _rows_in_texts(text: str) -> Collection[int] | None:
    """Rows that begin inside a text, where a comment would be part of it; None for a file that can't be parsed."""
    root = read_raw(text).places.root
    if root is None:
        return None
    rows: set[int] = set()
    nodes: list[Node] = [root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ScalarNode):
            # A block text ends where the next line begins.
            last = node.end_mark.line - (node.end_mark.column == 0)
            rows.update(range(node.start_mark.line + 1, last + 1))
        elif isinstance(node, MappingNode):
            nodes += [part for pair in node.value for part in pair]
        else:
            nodes += node.value
    return rows
