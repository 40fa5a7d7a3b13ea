"""Mending short forms that people try: one value where a list is wanted, a text where the format has a mapping."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from yaml.nodes import MappingNode, Node, ScalarNode

from helaplan.findings import Edit, Finding, Fix, Path
from helaplan.model.parts import Schedule
from helaplan.model.specs import Items, Nested, Spec
from helaplan.pipeline.fixers.keys import empty_value, keys_of
from helaplan.pipeline.fixers.sheet import Sheet, argument
from helaplan.pipeline.fixers.times import in_braces
from helaplan.pipeline.fixers.values import number
from helaplan.planfile.edits import scalar
from helaplan.planfile.places import is_unwritten
from helaplan.registers.days import read_day

#: The key that a lone text is meant for, the first one that the class has: an area's name, a goal's text.
_MAIN_KEYS = ("name", "state", "heading", "text", "amount", "words")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BETWEEN = re.compile(r"\s*(?:--?|–|—|till|to|/)\s*")
#: Brackets of a list inside which a bare text would fall apart.
_FLOW_SIGNS = re.compile(r"[,\[\]{}]|: |:$| #")


def wrong_type(sheet: Sheet, finding: Finding) -> Fix | None:
    """The value in the shape that is wanted, where that is only a matter of brackets, a key or quotes."""
    wanted, spec = argument(finding, "wanted"), sheet.spec(finding.path)
    node = sheet.node(finding.path)
    if node is None or is_unwritten(node):
        return None
    if not isinstance(node, MappingNode) and sheet.value(finding.path) == "":
        return empty_value(sheet, finding)
    if wanted in ("number", "integer"):
        return number(sheet, finding)
    if wanted == "mapping" and isinstance(spec, Nested):
        return _as_mapping(sheet, finding.path, node, spec)
    if wanted == "list" and isinstance(spec, Items):
        return _as_list(sheet, finding.path, node, spec.item)
    return None


def _as_mapping(sheet: Sheet, path: Path, node: Node, spec: Nested) -> Fix | None:
    keys = keys_of(spec.cls)
    if not isinstance(node, ScalarNode):
        return None
    if "start" in keys and "end" in keys and "kind" not in keys:
        made = _period(sheet.places.written(path) or "")
        return Fix(edits=(sheet.edit(node, made),)) if made else None
    key = next((each for each in _MAIN_KEYS if each in keys), "")
    if not key or not _is_one_line(node):
        return None
    if spec.cls is Schedule:
        return Fix(edits=(sheet.edit(node, in_braces(node.value, _in_brackets(sheet, node))),))
    if isinstance(path[-1], int) and not sheet.in_flow(path):
        # `- text: …`: the characters that stand there can stay as they are.
        at = sheet.start(node)
        return Fix(edits=(Edit(at, at, f"{key}: "),))
    return Fix(edits=(sheet.edit(node, f"{{{key}: {_in_brackets(sheet, node)}}}"),))


def _period(written: str) -> str:
    """A year, two years, or two days as a mapping; empty for all else."""
    text = " ".join(written.strip("\"'").split())
    if _YEAR.fullmatch(text):
        return f"{{start: {text}-01-01, end: {text}-12-31}}"
    days = [(text[: match.start()], text[match.end() :]) for match in _BETWEEN.finditer(text)]
    for first, last in days:
        if _YEAR.fullmatch(first) and _YEAR.fullmatch(last) and first <= last:
            return f"{{start: {first}-01-01, end: {last}-12-31}}"
        start, end = read_day(first), read_day(last)
        if start and end and start <= end:
            return f"{{start: {start.isoformat()}, end: {end.isoformat()}}}"
    return ""


def _as_list(sheet: Sheet, path: Path, node: Node, item: Spec) -> Fix | None:
    if isinstance(node, MappingNode):
        if not isinstance(item, Nested):
            return None
        return Fix(edits=tuple(_around(sheet, node) if node.flow_style else _as_item(sheet, node)))
    if not isinstance(node, ScalarNode) or not _is_one_line(node):
        return None
    inside = _in_brackets(sheet, node)
    if isinstance(item, Nested):
        if item.cls is Schedule:
            return Fix(edits=(sheet.edit(node, f"[{in_braces(node.value, inside)}]"),))
        keys = keys_of(item.cls)
        key = next((each for each in _MAIN_KEYS if each in keys), "")
        return Fix(edits=(sheet.edit(node, f"[{{{key}: {inside}}}]"),)) if key else None
    if node.style or inside == sheet.places.text_of(node):
        return Fix(edits=tuple(_around(sheet, node)))
    return Fix(edits=(sheet.edit(node, f"[{inside}]"),))


def _around(sheet: Sheet, node: Node) -> Iterator[Edit]:
    start, end = sheet.offsets(sheet.places.of(node))
    yield Edit(start, start, "[")
    yield Edit(end, end, "]")


def _as_item(sheet: Sheet, node: MappingNode) -> Iterator[Edit]:
    """A dash before a mapping in block style, and all its further lines two columns in."""
    start = sheet.start(node)
    yield Edit(start, start, "- ")
    lines = sheet.places.lines
    for row in range(node.start_mark.line + 1, sheet.places.of(node).end.line):
        if lines.row(row).strip():
            yield Edit(lines.offset(row), lines.offset(row), "  ")


def _is_one_line(node: ScalarNode) -> bool:
    return node.style not in ("|", ">") and node.start_mark.line == node.end_mark.line


def _in_brackets(sheet: Sheet, node: ScalarNode) -> str:
    """The characters of a scalar as they can stand inside brackets."""
    written = sheet.places.text_of(node)
    if node.style or not _FLOW_SIGNS.search(written):
        return written
    return scalar(node.value, '"')


MAKERS: Mapping[str, Callable[[Sheet, Finding], Fix | None]] = {"wrong-type": wrong_type}
