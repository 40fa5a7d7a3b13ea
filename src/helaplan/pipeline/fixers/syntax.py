"""Mending lines that YAML reads otherwise than they were meant: texts that need quotes, quotes that are odd."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from attrs import frozen

from helaplan.findings import Edit, Finding, Fix
from helaplan.pipeline.fixers.sheet import Sheet, unsafe
from helaplan.planfile.edits import quoted

#: What stands before a value on its line: indentation, list marks, a key with its colon.
_LEAD = re.compile(
    r"(?P<marks>[ ]*(?:- +)*)(?:(?:\"[^\"\n]*\"|'[^'\n]*'|[^\W\d][\w .()/-]*?)[ ]*:[ ]+)?(?=\S)", re.UNICODE
)
_COMMENT = re.compile(r"\s#")
_TYPOGRAPHIC = "”“„‟’‘‚»«"
#: With these a value may have been meant as something else than text.
_COLLECTIONS = "[]{},-?:|>"
_CLOSING = {"[": "]", "{": "}"}


@frozen
class _Value:
    """The value on a line: where it stands, its characters, and whether lines below go on with it."""

    start: int
    end: int
    text: str
    goes_on: bool


def _value(sheet: Sheet, row: int) -> _Value | None:
    """The value that begins on a row, up to its end or to a comment; None where the row has none."""
    lines = sheet.places.lines
    line = lines.row(row)
    lead = _LEAD.match(line)
    if lead is None or lead.end() == 0 or not lead[0].strip():
        return None
    comment = _COMMENT.search(line, lead.end())
    text = line[lead.end() : comment.start() if comment else len(line)].rstrip()
    start = lines.offset(row, lead.end())
    return _Value(start, start + len(text), text, _goes_on(sheet, row, len(lead["marks"]))) if text else None


def _goes_on(sheet: Sheet, row: int, column: int) -> bool:
    """True where the next line with more than a comment is indented further than the key."""
    lines = sheet.places.lines
    for below in range(row + 1, len(lines)):
        line = lines.row(below)
        if line.strip() and not line.lstrip().startswith("#"):
            return len(line) - len(line.lstrip()) > column
    return False


def _whole(sheet: Sheet, finding: Finding) -> _Value | None:
    """The value of the line that a finding stands on, where the value ends on that line."""
    if finding.span is None:
        return None
    value = _value(sheet, finding.span.start.line - 1)
    return value if value and not value.goes_on else None


def colon(sheet: Sheet, finding: Finding) -> Fix | None:
    """Quotes around a text that holds a colon and a space."""
    value = _whole(sheet, finding)
    if value is None or value.text[0] in "\"'[{|>&*!%@`":
        return None
    return Fix(edits=(Edit(value.start, value.end, quoted(value.text)),))


def start(sheet: Sheet, finding: Finding) -> Fix | None:
    """Quotes around a text that begins with a sign of YAML; a guess where it may have been meant as that sign."""
    value = _whole(sheet, finding)
    if value is None or finding.span is None or value.start != sheet.offsets(finding.span)[0]:
        return None
    if value.text.startswith(("!!", "&", "*")) and finding.code in ("tag", "anchor", "alias"):
        return None
    fix = Fix(edits=(Edit(value.start, value.end, quoted(value.text)),))
    return unsafe(fix) if value.text[0] in _COLLECTIONS or finding.code != "unquoted-start" else fix


def typographic(sheet: Sheet, finding: Finding) -> Fix | None:
    """Straight quotes for a typographic pair around the whole value, else straight ones around all of it."""
    value = _whole(sheet, finding)
    if value is None or value.text[0] not in _TYPOGRAPHIC:
        return None
    inner = value.text[1:-1]
    if len(value.text) > 2 and value.text[-1] in _TYPOGRAPHIC and not any(each in _TYPOGRAPHIC for each in inner):
        return Fix(edits=(Edit(value.start, value.end, quoted(inner)),))
    return Fix(edits=(Edit(value.start, value.end, quoted(value.text)),), safe=False)


def after_quote(sheet: Sheet, finding: Finding) -> Fix | None:
    """Quotes around all of a text of which only the first part has some; a guess."""
    value = _whole(sheet, finding)
    if value is None or value.text[0] not in "\"'":
        return None
    return Fix(edits=(Edit(value.start, value.end, quoted(value.text)),), safe=False)


def comment(sheet: Sheet, finding: Finding) -> Fix | None:
    """Quotes around what was taken for a comment; a guess."""
    if finding.span is None:
        return None
    first, last = sheet.offsets(finding.span)
    return Fix(edits=(Edit(first, last, quoted(sheet.text[first:last])),), safe=False)


def unclosed(sheet: Sheet, finding: Finding) -> Fix | None:
    """The closing quote or bracket at the end of the line that has the opening one; a guess."""
    value = _whole(sheet, finding)
    if value is None or finding.span is None or value.start != sheet.offsets(finding.span)[0]:
        return None
    opening = value.text[0]
    if opening in "\"'" and opening not in value.text[1:]:
        return Fix(edits=(Edit(value.end, value.end, opening),), safe=False)
    closing = _CLOSING.get(opening, "")
    if closing and value.text.count(opening) == value.text.count(closing) + 1:
        return Fix(edits=(Edit(value.end, value.end, closing),), safe=False)
    return None


MAKERS: Mapping[str, Callable[[Sheet, Finding], Fix | None]] = {
    "unquoted-colon": colon,
    "unquoted-start": start,
    "tag": start,
    "typographic-quotes": typographic,
    "text-after-quote": after_quote,
    "comment-for-value": comment,
    "unclosed-quote": unclosed,
    "unclosed-bracket": unclosed,
}
