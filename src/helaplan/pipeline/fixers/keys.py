"""Mending keys: misspelt ones, empty ones, and the few at the top that can be told from the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import attrs
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from helaplan.findings import Edit, Finding, Fix, Path
from helaplan.model.fields import is_required, key_of
from helaplan.model.specs import Nested
from helaplan.pipeline.fixers.sheet import Sheet, argument
from helaplan.planfile.edits import quoted, scalar
from helaplan.planfile.places import is_unwritten
from helaplan.registers.keys import is_key, is_sure
from helaplan.registers.personal import mask
from helaplan.registers.slug import MAX_LENGTH, number_of, slug, unique

_LIST_MARKS = re.compile(r"[ ]*(?:- +)*")
_QUOTES = "\"'"
_COMMENT = re.compile(r"(?:^|\s)#")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def unknown_key(sheet: Sheet, finding: Finding) -> Fix | None:
    """The right key in the place of a misspelt or Swedish one, unless the right one is there already."""
    path, meant, key = finding.path, argument(finding, "suggestion"), sheet.key(finding.path)
    right = (*path[:-1], meant)
    there = sheet.value(path[:-1])
    if not meant or key is None or not isinstance(there, dict) or meant in there or right in sheet.claimed_keys:
        return None
    sheet.claimed_keys.add(right)
    spec = sheet.spec(path[:-1])
    possible = [each for each in (keys_of(spec.cls) if isinstance(spec, Nested) else ()) if each not in there]
    return Fix(
        edits=(sheet.edit(key, scalar(meant, key.style)),),
        safe=is_sure(str(path[-1]), meant, possible or [meant], of_keys=True),
    )


def keys_of(cls: type) -> tuple[str, ...]:
    """The keys of a model class."""
    return tuple(key_of(each) for each in attrs.fields(cls))


def missing_key(sheet: Sheet, finding: Finding) -> Fix | None:
    """What can be told at the top of a plan: its format, its kind, and an id made of its name and year."""
    if len(finding.path) != 1 or not isinstance(sheet.raw.data, dict):
        return None
    if finding.path == ("helaplan",):
        return insert_key(sheet, (), "helaplan", "1")
    if finding.path == ("kind",):
        return insert_key(sheet, (), "kind", "plan", after=("helaplan",))
    if finding.path == ("id",):
        made = plan_id(sheet)
        return insert_key(sheet, (), "id", scalar(made), after=("kind", "helaplan")) if made else None
    return None


def plan_id(sheet: Sheet) -> str:
    """An id for the plan: the organisation's name, or else the title, and the year."""
    name, title = sheet.value(("organisation", "name")), sheet.value(("title",))
    words = name if isinstance(name, str) and name.strip() else title
    if not isinstance(words, str) or not words.strip():
        return ""
    made = slug(mask(words), default="plan")
    years = _YEAR.findall(" ".join(_where_years_stand(sheet)))
    if years and years[0] not in made.split("-"):
        made = f"{made[: MAX_LENGTH - 5].rstrip('-')}-{years[0]}"
    return claim_id(sheet, made)


def _where_years_stand(sheet: Sheet) -> Iterator[str]:
    """The texts at the top that may tell the year, the likeliest first: the period, and titles under whatever key."""
    period = sheet.value(("period",))
    yield from (str(each) for each in (period.values() if isinstance(period, dict) else [period]))
    yield from (str(each) for each in sheet.raw.data.values() if isinstance(each, (str, int)))


def claim_id(sheet: Sheet, wanted: str) -> str:
    """The id, or one with a number where it is taken; no other fix of this file gets it."""
    # Counted on from the last one: five thousand parts of one name would else be counted from 2 each time.
    made = unique(wanted, sheet.ids, start=sheet.numbers.get(wanted, 2))
    sheet.ids.add(made)
    sheet.numbers[wanted] = number_of(made, wanted) + 1
    return made


def insert_key(sheet: Sheet, path: Path, key: str, value: str, *, after: tuple[str, ...] = ()) -> Fix | None:
    """The fix that adds a key in the mapping's own style: first, or behind the first of `after` that is there."""
    node = sheet.node(path)
    if not isinstance(node, MappingNode) or not node.value or (*path, key) in sheet.claimed_keys:
        return None
    pairs = {each.value: (each, value) for each, value in node.value if isinstance(each, ScalarNode)}
    behind = next((pairs[each] for each in after if each in pairs), None)
    edit = _in_flow(sheet, node, key, value, behind) if node.flow_style else _in_block(sheet, node, key, value, behind)
    if edit is None:
        return None
    sheet.claimed_keys.add((*path, key))
    return Fix(edits=(edit,))


def _in_flow(sheet: Sheet, node: Node, key: str, value: str, behind: tuple[Node, Node] | None) -> Edit | None:
    if sheet.text[sheet.start(node)] != "{":
        return None  # `[a: b]`: another key would be another item
    first = node.value[0][0]
    made = f"{key}: {value}"
    if isinstance(first, ScalarNode) and first.style == '"':
        made = f'"{key}": {value if value.isdecimal() else quoted(value.strip(_QUOTES))}'
    if behind is not None and not is_unwritten(behind[1]):
        end = sheet.offsets(sheet.places.of(behind[1]))[1]
        return Edit(end, end, f", {made}")
    at = sheet.start(first)
    return Edit(at, at, f"{made}, ")


def _in_block(sheet: Sheet, node: Node, key: str, value: str, behind: tuple[Node, Node] | None) -> Edit | None:
    first = node.value[0][0]
    column = first.start_mark.column
    lead = sheet.places.lines.row(first.start_mark.line)[:column]
    if not _LIST_MARKS.fullmatch(lead):
        return None  # an explicit key (`? key`)
    indent = " " * column
    if behind is None:
        at = sheet.start(first)
        return Edit(at, at, f"{key}: {value}{sheet.line_end}{indent}")
    row = max(behind[0].end_mark.line, sheet.places.of(behind[1]).end.line - 1)
    at = sheet.places.lines.offset(row + 1)
    if at == len(sheet.text) and not sheet.text.endswith(("\n", "\r")):
        return Edit(at, at, f"{sheet.line_end}{indent}{key}: {value}")
    return Edit(at, at, f"{indent}{key}: {value}{sheet.line_end}")


def empty_value(sheet: Sheet, finding: Finding) -> Fix | None:
    """The key or item without value removed, where nothing else hangs on it: no comment, and it need not be there."""
    path = finding.path
    owner = sheet.node(path[:-1]) if path else None
    if isinstance(owner, MappingNode):
        spec = sheet.spec(path[:-1])
        if not isinstance(spec, Nested):
            return None
        if any(is_required(each) for each in attrs.fields(spec.cls) if key_of(each) == path[-1]):
            return None
        parts = [(key, value) for key, value in owner.value]
        index = next((at for at, (key, _) in enumerate(parts) if key is sheet.key(path)), None)
    elif isinstance(owner, SequenceNode) and isinstance(path[-1], int):
        parts = [(each, each) for each in owner.value]
        index = path[-1]
    else:
        return None
    if index is None or len(parts) < 2:
        return None
    edit = _without_in_flow(sheet, parts, index) if owner.flow_style else _without_in_block(sheet, parts, index)
    return Fix(edits=(edit,)) if edit else None


def _without_in_flow(sheet: Sheet, parts: list[tuple[Node, Node]], index: int) -> Edit | None:
    if index + 1 < len(parts):
        start, end = sheet.start(parts[index][0]), sheet.start(parts[index + 1][0])
    elif not is_unwritten(parts[index - 1][1]):
        start, end = (sheet.offsets(sheet.places.of(parts[at][1]))[1] for at in (index - 1, index))
        end = max(end, sheet.offsets(sheet.places.of(parts[index][0]))[1])
        rest = re.compile(r"[ ]*:").match(sheet.text, end)
        end = rest.end() if rest and parts[index][0] is not parts[index][1] else end
    else:
        return None
    return None if _COMMENT.search(sheet.text, start, end) else Edit(start, end, "")


def _without_in_block(sheet: Sheet, parts: list[tuple[Node, Node]], index: int) -> Edit | None:
    key, value = parts[index]
    lines = sheet.places.lines
    row, last = key.start_mark.line, max(key.end_mark.line, value.start_mark.line)
    if value.end_mark.column:
        last = max(last, value.end_mark.line)
    if is_unwritten(value):
        last = key.end_mark.line
    lead = lines.row(row)[: key.start_mark.column]
    start, end = lines.offset(row), lines.offset(last + 1)
    is_item = key is value
    if lead.strip(" ") and not (is_item and re.fullmatch(r" *- *", lead)):
        # First in an item of a list: what follows moves up to the dash.
        if is_item or index or index + 1 == len(parts) or not _LIST_MARKS.fullmatch(lead):
            return None
        start, end = sheet.start(key), sheet.start(parts[index + 1][0])
    if _COMMENT.search(sheet.text[start:end]):
        return None
    if end == len(sheet.text) and not sheet.text.endswith(("\n", "\r")) and start:
        # The last line of a file without a line end takes the line end before it along.
        start -= 2 if sheet.text[start - 2 : start] == "\r\n" else 1
    return Edit(start, end, "")


def missing_space(sheet: Sheet, finding: Finding) -> Fix | None:
    """A space behind the colon of a key that the format has; a strange blank there becomes one."""
    if finding.span is None:
        return None
    key = str(finding.args["key"])
    start, _ = sheet.offsets(finding.span)
    end = start + len(key) + 1
    if not is_key(key) or sheet.text[start:end] != f"{key}:":
        return None
    blank = sheet.text[end : end + 1].isspace()
    return Fix(edits=(Edit(end, end + blank, " "),))


MAKERS: Mapping[str, Callable[[Sheet, Finding], Fix | None]] = {
    "unknown-key": unknown_key,
    "missing-key": missing_key,
    "empty-value": empty_value,
    "missing-space": missing_space,
}
