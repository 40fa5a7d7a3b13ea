"""A Document as plain data for the Typst template: flat blocks become nested lists, label lines one group."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from attrs import define, field

from helaplan import Block, Document, Figure, Furniture, Heading, LabelLine, ListItem, Paragraph, Table
from helaplan_pdf.fonts import with_fonts

Node = dict[str, Any]
_WORDS = {"sv": {"page": "Sida", "of": "av"}, "en": {"page": "Page", "of": "of"}}
#: The width of a line on a page that stands or lies, of a letter in a table, and of the empty space at both sides of a
#: cell, in points.
_LINE, _LYING_LINE, _LETTER, _INSET = 442.0, 689.0, 4.9, 14.0
#: Letters: no column is made wider for a longer word, nor for a longer text; a text up to that stays on one line.
_LONGEST_WORD, _WIDEST, _ONE_LINE = 24, 70, 22
#: The letters of a name or title that stand below each page.
_FOOT = 56
_BREAK = re.compile(r"[ \t\n]+")
_UNTITLED = {"sv": "Utan titel", "en": "Untitled"}


def data_of(document: Document, date: tuple[int, int, int] | None, *, attach: bool, pictures: bool = True) -> Node:
    """Everything the template asks for. `pictures` false: the table of each figure stands for it."""
    lang, _, region = document.language.partition("-")
    words = "en" if lang == "en" else "sv"
    title = _line(document.title) or _line(document.organisation) or _UNTITLED[words]
    return {
        "title": title,
        "subtitle": document.subtitle,
        "organisation": _line(document.organisation),
        # Whose plan it is stands once: above the title, unless the document says so itself below it.
        "above": above_title(document),
        "footer": " · ".join(_short(each) for each in (_line(document.organisation), title) if each),
        "lang": lang if 2 <= len(lang) <= 3 and lang.isascii() and lang.isalpha() else "sv",
        "region": region if len(region) == 2 and region.isascii() and region.isalpha() else None,
        "date": list(date) if date else None,
        "words": _WORDS[words],
        "landscape": document.landscape,
        "blocks": _Nest(pictures=pictures, line=_LYING_LINE if document.landscape else _LINE).nodes(document.blocks),
        "attachments": [_attachment(each) for each in document.attachments] if attach else [],
    }


def above_title(document: Document) -> str:
    """Whose document it is, "" where the line below the title or the first of the text says so."""
    first = next((each for each in document.blocks if isinstance(each, Paragraph | Heading)), None)
    name = _line(document.organisation)
    named = first is not None and _line(getattr(first, "text", "")) == name
    return "" if named or (name and _line(document.subtitle).startswith(name)) else name


def _line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    """A text that leaves the page its room, though it stands on every one."""
    if len(text) <= _FOOT:
        return text
    head, _, _ = text[:_FOOT].rpartition(" ")
    return f"{head or text[: _FOOT - 1]} …"


def _attachment(each: Any) -> Node:
    try:
        text, numbers = each.data.decode("utf-8"), None
    except UnicodeDecodeError:
        text, numbers = None, list(each.data)
    made = {"name": each.name, "type": each.media_type, "text": text, "bytes": numbers}
    return made | {"description": each.description or each.name}


@define(eq=False)
class _Nest:
    """Builds the tree. `open` holds the content of the item that is open on each level, the body first."""

    pictures: bool
    line: float = _LINE
    open: list[list[Node]] = field(factory=lambda: [[]])
    level: int = 0
    like: dict[tuple[str, ...], list[tuple[str, ...]]] = field(factory=dict)

    def nodes(self, blocks: Sequence[Block]) -> list[Node]:
        self.like = _by_head(blocks)
        for block in blocks:
            self.take(block)
        return self.open[0]

    def table(self, block: Table, caption: str = "") -> list[Node]:
        return _table(block, self.line, self.like.get(_head(block), block.rows), caption)

    def take(self, block: Block) -> None:
        if isinstance(block, Furniture):
            return
        if isinstance(block, Heading):
            del self.open[1:]
            # A level that is leapt over would leave readers by ear in the dark, and PDF/UA forbids it.
            self.level = min(block.level or max(self.level, 1), self.level + 1, 6)
            self.open[0].append({"kind": "heading", "level": self.level, "text": _line(block.text)})
        elif isinstance(block, ListItem):
            self.item(block)
        else:
            del self.open[min(block.depth, len(self.open) - 1) + 1 :]
            self.content(block, self.open[-1])

    def item(self, block: ListItem) -> None:
        depth = min(max(block.depth, 1), len(self.open))
        del self.open[depth:]
        home = self.open[-1]
        numbered = bool(block.number)
        last = home[-1] if home else None
        if last is None or last["kind"] != "list" or (last["numbers"] is not None) != numbered:
            last = {"kind": "list", "numbers": [] if numbered else None, "items": []}
            home.append(last)
        if numbered:
            last["numbers"].append(block.number)
        inner: list[Node] = [{"kind": "paragraph", "text": block.text}]
        last["items"].append(inner)
        self.open.append(inner)

    def content(self, block: Block, home: list[Node]) -> None:
        if isinstance(block, LabelLine):
            if not home or home[-1]["kind"] != "labels":
                home.append({"kind": "labels", "rows": []})
            home[-1]["rows"].append({"label": block.label.rstrip(" :"), "texts": _texts(block)})
        elif isinstance(block, Table):
            home += self.table(block)
        elif isinstance(block, Figure):
            if not self.pictures or not block.svg.strip():
                home += [] if block.repeats else self.table(block.data, block.caption or block.alt)
                return
            words = {"alt": _line(block.alt) or _line(block.caption) or "·", "caption": _line(block.caption)}
            home.append({"kind": "figure", "svg": with_fonts(block.svg), **words})
        elif isinstance(block, Paragraph) and block.text.strip():
            home.append({"kind": "paragraph", "text": block.text})


def _texts(block: LabelLine) -> list[Node]:
    chips = block.chips if len(block.chips) == len(block.texts) else (None,) * len(block.texts)
    return [
        {"text": text, "colour": chip.colour if chip else None} for text, chip in zip(block.texts, chips, strict=True)
    ]


def _head(block: Table) -> tuple[str, ...]:
    return tuple(block.rows[0]) if block.header and block.rows else ()


def _by_head(blocks: Sequence[Block]) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """The rows of all tables with the same head: their columns are equally wide, so that they read as one."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for block in blocks:
        table = block.data if isinstance(block, Figure) else block
        if isinstance(table, Table) and _head(table):
            found.setdefault(_head(table), []).extend(table.rows)
    return found


def _table(block: Table, line: float, like: Sequence[Sequence[str]], caption: str = "") -> list[Node]:
    """The table, none where it has no cells. A merged cell is one cell over several rows.

    The columns are as wide as the rows in `like` need, those of this table among them.
    """
    width = max((len(row) for row in block.rows), default=0)
    if not width:
        return []
    rows = [
        [
            {"text": _at(row, column), "rows": _reach(block, place, column)}
            for column in range(width)
            if not _is_merged(block, place, column)
        ]
        for place, row in enumerate(block.rows)
    ]
    header = min(block.header, len(rows))
    words = _line(caption or block.caption)
    widths = _widths([[_at(row, column) for row in like] for column in range(width)], line)
    return [{"kind": "table", "columns": widths, "header": header, "rows": rows, "caption": words}]


def _widths(columns: Sequence[Sequence[str]], line: float) -> list[float]:
    """How the width of a table is shared: the longest word of each column first, then what is short enough for one
    line, where long texts keep as much room as all of that; the rest by how much stands in a column.

    A no-break space holds words together, so that an amount stands on one line.
    """
    words = [max((len(word) for text in texts for word in _BREAK.split(text)), default=1) for texts in columns]
    wanted = [max((len(text) for text in texts), default=1) or 1 for texts in columns]
    least = [min(each, _LONGEST_WORD) for each in words]
    whole = [want if want <= _ONE_LINE else letters for want, letters in zip(wanted, least, strict=True)]
    if sum(whole) * _LETTER + len(whole) * _INSET <= line * 0.75:
        least = whole
    needed = [letters * _LETTER + _INSET for letters in least]
    # A column with one long text among short ones is not made as wide as one that has only long ones.
    much = [sum(min(len(text), _WIDEST) for text in texts) / max(len(texts), 1) for texts in columns]
    more = [
        max(min(want, _WIDEST) - letters, 0) * mean / want + 1
        for want, letters, mean in zip(wanted, least, much, strict=True)
    ]
    rest = max(line - sum(needed), 0.0)
    return [round(need + rest * each / sum(more), 1) for need, each in zip(needed, more, strict=True)]


def _at(row: Sequence[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _is_merged(block: Table, row: int, column: int) -> bool:
    """True for a cell that goes on with the one above; heads and bodies are never one cell."""
    return (row, column) in block.merged and row not in (0, block.header)


def _reach(block: Table, row: int, column: int) -> int:
    end = row + 1
    while end < len(block.rows) and _is_merged(block, end, column):
        end += 1
    return end - row
