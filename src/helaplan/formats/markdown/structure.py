"""Lines of Markdown to raw blocks: what is a heading, an item of a list, a table, and how deep it stands.

CommonMark's block structure as far as documents use it: both kinds of headings, lists in lists, quotations, code,
GitHub's tables, link references. Words are read later, when all references are known.
"""

from __future__ import annotations

import re

from attrs import define, field, frozen

from helaplan.formats.markdown.inlines import folded

#: Deeper nesting than this is read as words: no document has it, only files made to hurt.
DEEPEST = 40

_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")
_ATX = re.compile(r"(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r"(=+|-+)[ \t]*$")
_BREAK = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"([-+*]|([0-9]{1,9})[.)])(?:([ \t]+)|$)")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_REFERENCE = re.compile(
    r"\[((?:[^\[\]\\]|\\.){1,999})\]:[ \t]*(?:<([^<>]*)>|(\S+))(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)
_SILENT = re.compile(r"<(script|style)\b", re.IGNORECASE)
_BARE_ROW = re.compile(r"\|.*\|$")
_HTML = re.compile(r"<(table|ul|ol|dl|h[1-6])\b[^<>]*>", re.IGNORECASE)
_LONGEST_HTML = 2_000
_COMMENT_ONLY = re.compile(r"(?:<!--(?:(?!-->).)*-->[ \t]*)+$")


@frozen(kw_only=True)
class Raw:
    """A block whose words are not read yet. `kind`: heading, paragraph, item, table, code, rule, html.

    `parts` makes more of a paragraph or an item: `defined`, a name with what is said of it, and `below`, what stands
    in an item below its first words. `header` is how many rows name the columns.
    """

    kind: str
    depth: int
    line: int
    source: str = ""
    level: int = 0
    number: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    header: int = 1


@frozen
class Line:
    """A line without the marks of what it stands in, and its number in the file."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def blank(self) -> bool:
        return not self.text.strip()


@define(eq=False)
class Structure:
    """Raw blocks of a file, and the addresses that it defines for its links."""

    references: dict[str, str] = field(factory=dict)

    def blocks(self, lines: list[Line], depth: int = 0, nested: int = 0) -> list[Raw]:
        """The blocks of these lines, which stand inside `depth` list items."""
        made: list[Raw] = []
        at = 0
        while at < len(lines):
            line = lines[at]
            if line.blank:
                at += 1
            elif line.indent >= 4:
                at = self.indented(lines, at, depth, made)
            else:
                at = self.block(lines, at, depth, nested, made)
        return made

    def block(self, lines: list[Line], at: int, depth: int, nested: int, made: list[Raw]) -> int:
        """Read the block that begins at a line; returns the place after it."""
        line, text = lines[at], lines[at].text.strip()
        if _FENCE.match(text):
            return self.fenced(lines, at, depth, made)
        if heading := _ATX.match(text):
            level, words = len(heading[1]), _without_closing(heading[2] or "")
            made.append(_heading(words, level, depth, line.number))
            return at + 1
        if _BREAK.match(text):
            made.append(Raw(kind="rule", depth=depth, line=line.number))
            return at + 1
        if text.startswith(">") and nested < DEEPEST:
            return self.quotation(lines, at, depth, nested, made)
        if _ITEM.match(text) and nested < DEEPEST:
            return self.item(lines, at, depth, nested, made)
        if is_table(lines, at):
            return self.table(lines, at, depth, made)
        if is_bare_table(lines, at):
            return self.bare_table(lines, at, depth, made)
        if end := _end_of_html(lines, at):
            source = "\n".join(each.text for each in lines[at:end])
            made.append(Raw(kind="html", depth=depth, line=line.number, source=source))
            return end
        if (text.startswith("<!--") and "-->" not in text) or _SILENT.match(text):
            return self.silent(lines, at)
        if reference := _REFERENCE.match(text):
            address = reference[2] if reference[2] is not None else reference[3]
            self.references.setdefault(folded(reference[1]), address)
            return at + 1
        return self.paragraph(lines, at, depth, made)

    def indented(self, lines: list[Line], at: int, depth: int, made: list[Raw]) -> int:
        start = at
        while at < len(lines) and not lines[at].blank and lines[at].indent >= 4:
            at += 1
        words = " ".join(each.text.strip() for each in lines[start:at])
        made.append(Raw(kind="code", depth=depth, line=lines[start].number, source=words))
        return at

    def fenced(self, lines: list[Line], at: int, depth: int, made: list[Raw]) -> int:
        found = _FENCE.match(lines[at].text.strip())
        fence = found[1] if found else "```"
        at += 1
        while at < len(lines):
            text = lines[at].text.strip()
            if text.startswith(fence) and not text.strip(fence[0]):
                return at + 1
            if text:
                made.append(Raw(kind="code", depth=depth, line=lines[at].number, source=text))
            at += 1
        return at

    def quotation(self, lines: list[Line], at: int, depth: int, nested: int, made: list[Raw]) -> int:
        inner: list[Line] = []
        while at < len(lines) and not lines[at].blank:
            text = lines[at].text.lstrip(" ")
            if text.startswith(">"):
                inner.append(Line(lines[at].number, text[1:].removeprefix(" ")))
            elif inner[-1].blank or begins_block(lines, at):
                break
            else:
                inner.append(_going_on(lines[at]))
            at += 1
        made += self.blocks(inner, depth, nested + 1)
        return at

    def item(self, lines: list[Line], at: int, depth: int, nested: int, made: list[Raw]) -> int:
        """One item of a list: its first line, what is indented below it, and lines that only go on."""
        first = lines[at]
        text = first.text.lstrip(" ")
        mark = _ITEM.match(text)
        assert mark is not None  # the caller has matched the same text
        rest = text[mark.end() :]
        spaces = len(mark[3] or "")
        width = len(mark[1]) + (spaces if 1 <= spaces <= 4 and rest else 1)
        content = first.indent + width
        inner = [Line(first.number, " " * max(0, spaces - 4 if spaces > 4 else 0) + rest)]
        at += 1
        while at < len(lines):
            line = lines[at]
            if line.blank:
                if len(inner) == 1 and inner[0].blank:
                    break
                inner.append(Line(line.number, ""))
            elif line.indent >= content:
                inner.append(Line(line.number, line.text[content:]))
            elif inner[-1].blank or begins_block(lines, at) or _ITEM.match(line.text.strip()):
                break
            else:
                inner.append(_going_on(line))
            at += 1
        below = self.blocks(inner, depth + 1, nested + 1)
        source = ""
        if below and below[0].kind == "paragraph":
            source = below.pop(0).source
        made.append(Raw(kind="item", depth=depth + 1, line=first.number, source=source, number=mark[2] or ""))
        made += below
        return at

    def table(self, lines: list[Line], at: int, depth: int, made: list[Raw]) -> int:
        start = at
        rows = [cells(lines[at].text)]
        at += 2
        while at < len(lines) and not lines[at].blank and not begins_block(lines, at, tables=False):
            row = cells(lines[at].text)[: len(rows[0])]
            rows.append(row + [""] * (len(rows[0]) - len(row)))
            at += 1
        table = tuple(tuple(row) for row in rows)
        made.append(Raw(kind="table", depth=depth, line=lines[start].number, rows=table))
        return at

    def bare_table(self, lines: list[Line], at: int, depth: int, made: list[Raw]) -> int:
        """A table without the line of dashes that GitHub wants below the heads."""
        start = at
        rows = []
        while at < len(lines) and _BARE_ROW.match(lines[at].text.strip()):
            rows.append(tuple(cells(lines[at].text)))
            at += 1
        width = max(map(len, rows))
        padded = tuple((*row, *[""] * (width - len(row))) for row in rows)
        made.append(Raw(kind="table", depth=depth, line=lines[start].number, rows=padded, header=0))
        return at

    def silent(self, lines: list[Line], at: int) -> int:
        """Past a comment of several lines, a script or a style sheet: nobody reads those."""
        tag = _SILENT.match(lines[at].text.strip())
        end = f"</{tag[1].lower()}" if tag else "-->"
        while at < len(lines) and end not in lines[at].text.lower():
            at += 1
        return at + 1

    def paragraph(self, lines: list[Line], at: int, depth: int, made: list[Raw]) -> int:
        start = at
        if _COMMENT_ONLY.match(lines[at].text.strip()):
            made.append(Raw(kind="paragraph", depth=depth, line=lines[at].number, source=lines[at].text.strip()))
            return at + 1
        at += 1
        while at < len(lines) and not lines[at].blank:
            text = lines[at].text.strip()
            if lines[at].indent < 4 and _SETEXT.match(text):
                words = "\n".join(each.text.strip() for each in lines[start:at])
                level = 1 if text[0] == "=" else 2
                made.append(_heading(words, level, depth, lines[start].number))
                return at + 1
            if begins_block(lines, at):
                break
            at += 1
        words = "\n".join(map(_with_break, lines[start:at])).removesuffix("\\")
        made.append(Raw(kind="paragraph", depth=depth, line=lines[start].number, source=words))
        return at


def _with_break(line: Line) -> str:
    """The words of a line of a paragraph; two spaces at its end break it as a backslash does."""
    text = line.text.strip()
    return text + "\\" if line.text.endswith("  ") and not text.endswith("\\") else text


def is_bare_table(lines: list[Line], at: int) -> bool:
    """Whether a table without a line of dashes begins: two lines between bars, of as many cells."""
    pair = lines[at : at + 2]
    if len(pair) < 2 or not all(_BARE_ROW.match(each.text.strip()) for each in pair):
        return False
    width = len(cells(pair[0].text))
    return width > 1 and len(cells(pair[1].text)) == width


def _end_of_html(lines: list[Line], at: int) -> int:
    """The place after a list, table or heading of HTML that begins at a line, 0 where none does or it has no end."""
    found = _HTML.match(lines[at].text.strip())
    if found is None:
        return 0
    tag = found[1].lower()
    open_ = 0
    for place in range(at, min(len(lines), at + _LONGEST_HTML)):
        text = lines[place].text.lower()
        open_ += len(re.findall(rf"<{tag}\b", text)) - text.count(f"</{tag}>")
        if open_ <= 0:
            return place + 1
    return 0


def begins_block(lines: list[Line], at: int, *, tables: bool = True) -> bool:
    """Whether a line ends the paragraph above it."""
    line = lines[at]
    if line.indent >= 4:
        return False
    text = line.text.strip()
    if _FENCE.match(text) or _ATX.match(text) or _BREAK.match(text) or text.startswith((">", "<!--")):
        return True
    item = _ITEM.match(text)
    # Only a list that begins with 1 and an item with words may follow a line directly.
    return bool(item and text[item.end() :] and item[2] in (None, "1")) or (tables and is_table(lines, at))


def is_table(lines: list[Line], at: int) -> bool:
    """Whether a line is the header of a table: the next one has a dash for each of its cells."""
    if at + 1 >= len(lines) or "|" not in lines[at].text or lines[at + 1].indent >= 4:
        return False
    under = lines[at + 1].text.strip()
    return _DELIMITER.match(under) is not None and len(cells(under)) == len(cells(lines[at].text))


def cells(text: str) -> list[str]:
    """The cells of a row of a table, their own `\\|` made plain."""
    text = text.strip().removeprefix("|")
    parts = re.split(r"(?<!\\)((?:\\\\)*)\|", text + "|")
    made = [(before + signs).strip() for before, signs in zip(parts[::2], [*parts[1::2], ""], strict=False)]
    # What stands after the last bar is no cell; a row may end without one.
    made.pop()
    if len(made) > 1 and not made[-1] and text.endswith("|"):
        made.pop()
    return made


def _heading(words: str, level: int, depth: int, line: int) -> Raw:
    """A heading; within a list item its words are the item's, since a list has no chapters."""
    return Raw(kind="paragraph" if depth else "heading", depth=depth, line=line, source=words, level=level)


def _going_on(line: Line) -> Line:
    """A line that goes on with the paragraph of an item or quotation from outside it. It can't underline a heading."""
    text = line.text.lstrip(" ")
    return Line(line.number, "\\" + text if _SETEXT.match(text.strip()) else text)


def _without_closing(words: str) -> str:
    """A heading's words without the signs that may close it."""
    return "" if words and not words.strip("#") else words
