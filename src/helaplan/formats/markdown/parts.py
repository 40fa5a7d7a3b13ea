"""Paragraphs of other people's Markdown that say several things: bold lines, labels line by line, broken lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from helaplan.formats.markdown.structure import Raw

#: A whole line in bold, and a line that begins with a bold label.
_BOLD = r"(?:\*{2,3}(?![\s*])(?:(?!\*\*).)+?(?<!\s)\*{2,3}|_{2,3}(?![\s_])(?:(?!__).)+?(?<!\s)_{2,3})"
_BOLD_LINE = re.compile(rf"{_BOLD}[ \t]*\\?")
_LABELLED = re.compile(r"(?:\*\*[^*\n]{1,40}:\*\*|\*\*[^*\n]{1,40}\*\*:|__[^_\n]{1,40}:__|__[^_\n]{1,40}__:)[ \t]*\S")
_TAG = re.compile(r"(?<!\\)<br\s*/?>", re.IGNORECASE)
_BREAK = re.compile(r"(?<!\\)<br\s*/?>|\\\n", re.IGNORECASE)
_DEFINED = re.compile(r":[ \t]+(?=\S)")
_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
#: Marks that somebody typed in a cell, since Markdown has no lists there.
_TYPED = re.compile(r"(?:[•●○◦▪■·∙‣☐☑]\s*|[-–*]\s+|\d{1,2}[.)]\s+|[a-zåäö]\)\s+)(?=\S)")
#: A line that is broken by hand is one by itself only where it is no longer than this.
_SHORT = 80
_FEW = 4


def parts(raw: Raw) -> Iterator[Raw]:
    """A paragraph or item as one or more: what stands below its first line goes on in it, or says something new."""
    lines = raw.source.split("\n")
    if len(lines) == 1 and "<br" not in raw.source.lower():
        yield raw
        return
    if raw.kind == "paragraph" and len(lines) > 1 and all(_DEFINED.match(line) for line in lines[1:]):
        yield evolve(raw, kind="defined")
        return
    groups: list[tuple[int, list[str]]] = []
    for place, line in enumerate(_by_breaks(lines)):
        if groups and not _begins(groups[-1][1], line):
            groups[-1][1].append(line)
        else:
            groups.append((place, [line]))
    for nth, (place, group) in enumerate(groups):
        source = "\n".join(group)
        if nth + 1 < len(groups):
            source = source.removesuffix("\\")
        kind = raw.kind if nth == 0 else "below" if raw.kind == "item" else "paragraph"
        yield evolve(raw, kind=kind, source=source, line=raw.line + min(place, len(lines) - 1))


def _by_breaks(lines: list[str]) -> list[str]:
    """The lines, `<br>` as a break of a line, too; a break by hand is kept as a backslash at the end."""
    made: list[str] = []
    for line in lines:
        first, *others = _TAG.split(line)
        made.append(first + "\\" * bool(others))
        made += [each.strip() + "\\" * (place < len(others) - 1) for place, each in enumerate(others)]
    return [each for each in made if each.strip("\\ ")]


def _begins(group: list[str], line: str) -> bool:
    """Whether a line says something of its own after those above it."""
    if _LABELLED.match(line):
        return True
    if len(group) == 1 and _BOLD_LINE.fullmatch(group[0]) and not group[0].rstrip("\\ ").endswith((":**", ":__")):
        return True
    broken, start = group[-1].endswith("\\"), line.lstrip('*_"”(')[:1]
    if not broken or len(group) > _FEW or not (start.isupper() or start.isdigit()):
        return False
    return all(len(each) <= _SHORT for each in group)


def is_bold_line(source: str) -> bool:
    """Whether a paragraph is one line, all of it bold."""
    return "\n" not in source and _BOLD_LINE.fullmatch(source.rstrip(" :")) is not None


def defined(source: str) -> tuple[str, list[str]]:
    """The name and the texts of a definition: a line, and below it lines that begin with a colon."""
    first, *others = source.split("\n")
    return first, [_DEFINED.sub("", each, count=1) for each in others]


def without_box(source: str) -> tuple[str, str]:
    """The box of a task (`[x]`, or "") and the words after it."""
    found = _TASK.match(source)
    return (found[0].strip(), source[found.end() :]) if found else ("", source)


def listed_cell(source: str) -> list[str]:
    """The items of a cell that is a list of lines with marks, else the cell as it is."""
    lines = [each.strip() for each in _BREAK.split(source) if each.strip()]
    if len(lines) < 2 or not all(_TYPED.match(line) for line in lines):
        return [source]
    return [_TYPED.sub("", line, count=1) for line in lines]
