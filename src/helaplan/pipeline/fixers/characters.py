"""Mending characters: letters in two pieces, line ends, blanks and signs that nobody can see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from unicodedata import normalize

from helaplan.findings import Edit, Finding, Fix
from helaplan.pipeline.fixers.sheet import Sheet
from helaplan.planfile.lines import LINE_END
from helaplan.planfile.scan import odd_indents

_LINE_SEPARATORS = "\x85\u2028\u2029"
_LINE_BREAKS = "\x0b\x0c"
#: Blanks as wide as a space, and those of no width at all.
_WIDE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_NOTHING = re.compile("[\xad\u180e\u200b-\u200f\u2060\ufeff]")
_WORD = re.compile(r"[^\s]+")


def composed(sheet: Sheet, finding: Finding) -> Fix | None:
    """Whole letters for those in two pieces, and nothing else of the words around them."""
    if finding.span is None:
        return None
    start, end = sheet.offsets(finding.span)
    edits = [_composed(match) for match in _WORD.finditer(sheet.text, start, end) if not match[0].isascii()]
    made = [edit for edit in edits if edit is not None]
    return Fix(edits=made) if made else None


def _composed(match: re.Match[str]) -> Edit | None:
    old, new = match[0], normalize("NFC", match[0])
    if old == new:
        return None
    before = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), len(new))
    room = min(len(old), len(new)) - before
    after = next((at for at in range(room) if old[-1 - at] != new[-1 - at]), room)
    return Edit(match.start() + before, match.end() - after, new[before : len(new) - after])


def line_ends(sheet: Sheet, finding: Finding) -> Fix | None:
    """Every line end as most of them are."""
    usual = sheet.line_end
    edits = [Edit(*match.span(), usual) for match in LINE_END.finditer(sheet.text) if match[0] != usual]
    return Fix(edits=edits) if edits else None


def blanks(sheet: Sheet, finding: Finding) -> Fix | None:
    """Spaces for the tabs and strange blanks that lines begin with; a guess where their width is one."""
    tab = " " * _step(sheet.text)
    edits, sure = [], True
    for start, end in odd_indents(sheet.text):
        for at in range(start, end):
            char = sheet.text[at]
            if char == "\t":
                edits.append(Edit(at, at + 1, tab))
                sure = False
            elif _WIDE.match(char):
                edits.append(Edit(at, at + 1, " "))
            elif _NOTHING.match(char):
                edits.append(Edit(at, at + 1, ""))
    return Fix(edits=edits, safe=sure) if edits else None


def _step(text: str) -> int:
    """How far a line is indented by spaces where one is, the least of all; 2 where none is."""
    return min((len(each) for each in re.findall(r"^( +)[^\s#-]", text, re.MULTILINE)), default=2)


def unseen(sheet: Sheet, finding: Finding) -> Fix | None:
    """The character that a finding is about, and its like on the same line, gone; a line break becomes a space."""
    if finding.span is None:
        return None
    start, _ = sheet.offsets(finding.span)
    char = sheet.text[start : start + 1]
    lines = sheet.places.lines
    row = finding.span.start.line - 1
    first, last = lines.offset(row), lines.offset(row) + len(lines.row(row))
    if char.isprintable():
        return None  # an escape in double quotes, such as \\x07
    edits = [Edit(at, at + 1, new) for at, new in _unseen(sheet.text, first, last)]
    return Fix(edits=edits, safe=finding.code != "control-character") if edits else None


def _unseen(text: str, first: int, last: int) -> Iterator[tuple[int, str]]:
    for at in range(first, last):
        char = text[at]
        if char in _LINE_SEPARATORS or char in _LINE_BREAKS:
            beside = text[at - 1 : at].isspace() or text[at + 1 : at + 2].isspace()
            yield at, "" if beside else " "
        elif _UNSEEN.match(char):
            yield at, ""


MAKERS: Mapping[str, Callable[[Sheet, Finding], Fix | None]] = {
    "decomposed-letters": composed,
    "mixed-line-ends": line_ends,
    "tab-indent": blanks,
    "blank-indent": blanks,
    "invisible-character": unseen,
    "control-character": unseen,
    "line-separator": unseen,
}
