"""One walk over a story of an OpenDocument text that gives its paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from attrs import define, evolve, field

from helaplan_word.numbering import Mark, Numbering, lost
from helaplan_word.odt_styles import OdtStyles
from helaplan_word.package import unreadable
from helaplan_word.raw import BREAK, TAB, RawBlock, RawCell, RawParagraph, RawRow, RawTable, Span
from helaplan_word.runs import TooDeep
from helaplan_word.styles import RunLook, number

_DEEPEST = 60
_WIDEST, _REPEATED, _MOST_CELLS = 100, 50, 50_000
_INDEXES = frozenset(
    "text:table-of-content text:alphabetical-index text:illustration-index text:table-index text:object-index "
    "text:user-index text:bibliography".split()
)
#: What holds no words of the text, or words that were taken away.
_PASSED_BY = frozenset(
    "text:tracked-changes text:sequence-decls office:forms text:variable-decls text:user-field-decls svg:desc "
    "svg:title text:note-citation text:ruby-text office:binary-data text:index-title-template".split()
)
_STALE = frozenset(
    "text:date text:time text:creation-date text:creation-time text:print-date text:print-time text:modification-date "
    "text:modification-time text:page-number text:page-count text:file-name".split()
)
_ROWS = frozenset("table:table-header-rows table:table-rows table:table-row-group".split())


@define(eq=False)
class OdtWalk:
    """Reads stories one after the other. What a person should know of is counted as in a Word file."""

    styles: OdtStyles
    numbering: Numbering
    notes: dict[str, str] = field(factory=dict)
    paragraphs: int = 0
    hidden: int = 0
    changes: int = 0
    comments: int = 0
    whole: bool = False
    cells: int = 0
    _boxes: list[Element] = field(factory=list)

    def story(self, element: Element) -> list[RawBlock]:
        """The paragraphs and tables of a story, in order."""
        return list(self._blocks(element, 0, ""))

    def _blocks(self, element: Element, depth: int, beside: str) -> Iterator[RawBlock]:
        if depth > _DEEPEST:
            raise TooDeep
        for each in element:
            tag = each.tag
            if tag in ("text:p", "text:h"):
                yield from self._paragraph(each, depth, beside, None)
            elif tag == "text:list":
                yield from self._list(each, depth, beside, "", 0)
            elif tag == "table:table":
                yield self._table(each, depth, beside)
            elif tag == "text:tracked-changes":
                self.changes += len(each)
            elif tag in _PASSED_BY or (tag == "text:section" and each.get("text:display") == "none"):
                continue
            else:
                inner = "contents list" if tag in _INDEXES else beside
                yield from self._blocks(each, depth + 1, inner)

    # ---- lists

    def _list(self, element: Element, depth: int, beside: str, name: str, level: int) -> Iterator[RawBlock]:
        if depth > _DEEPEST:
            raise TooDeep
        name = element.get("text:style-name", "") or name
        goes_on = element.get("text:continue-numbering") == "true" or element.get("text:continue-list") is not None
        if level == 0 and not goes_on:
            self.numbering.restart(name)
        for each in element:
            fresh = each.tag == "text:list-item"
            for inner in each:
                if inner.tag == "text:list":
                    yield from self._list(inner, depth + 1, beside, name, level + 1)
                elif inner.tag in ("text:p", "text:h"):
                    mark = self._mark(name, level, inner) if fresh else None
                    fresh = False
                    yield from self._paragraph(inner, depth + 1, beside, mark)

    def _mark(self, name: str, level: int, paragraph: Element) -> Mark | None:
        if not any(True for _ in paragraph.itertext()):
            return None
        name = name or self.styles.list_of(paragraph.get("text:style-name", ""))
        if paragraph.tag == "text:h" and not self.numbering.knows(name):
            return None
        return self.numbering.mark(name, level) if name else lost(name, level)

    # ---- paragraphs

    def _paragraph(self, element: Element, depth: int, beside: str, mark: Mark | None) -> Iterator[RawBlock]:
        self.paragraphs += 1
        style = self.styles.style("paragraph", element.get("text:style-name", ""))
        look = style.paragraph
        if element.tag == "text:h":
            level = number(element.get("text:outline-level", "")) or 1
            look = evolve(look, outline=min(max(level - 1, 0), 8))
        elif style.heading is None and not element.get("text:outline-level"):
            look = evolve(look, outline=None)
        if mark is not None:
            left, first = mark.definition.left, mark.definition.first
            look = evolve(look, left=look.left if left is None else left, first=look.first if first is None else first)
        if style.name.startswith("contents "):
            beside = "contents list"
        made = RawParagraph(n=self.paragraphs, style=style, look=look, mark=mark, beside=beside)
        boxes, self._boxes = self._boxes, []
        self._read(element, made, style.run.over(self.styles.base), "", 0)
        found, self._boxes = self._boxes, boxes
        made.boxes = [block for box in found for block in self._blocks(box, depth + 1, beside)]
        yield made

    def _read(self, element: Element, into: RawParagraph, look: RunLook, style: str, depth: int) -> None:
        """Add the words of an element and those after each of its children."""
        if depth > _DEEPEST:
            raise TooDeep
        self._say(element.text, into, look, style)
        for each in element:
            self._inline(each, into, look, style, depth)
            self._say(each.tail, into, look, style)

    def _inline(self, each: Element, into: RawParagraph, look: RunLook, style: str, depth: int) -> None:
        tag = each.tag
        if tag == "text:span":
            own = self.styles.style("text", each.get("text:style-name", ""))
            self._read(each, into, own.run.over(look), own.name, depth + 1)
        elif tag == "text:s":
            into.spans.append(Span(" " * min(number(each.get("text:c", "1")) or 1, 100), look, style))
        elif tag in ("text:tab", "text:line-break"):
            into.spans.append(Span(TAB if tag == "text:tab" else BREAK, look, style))
        elif tag in ("text:bookmark", "text:bookmark-start"):
            into.bookmarks.append(each.get("text:name", ""))
        elif tag == "office:annotation":
            self.comments += 1
        elif tag == "text:note":
            self._note(each, into, depth)
        elif tag in ("text:hidden-text", "text:hidden-paragraph"):
            self.hidden += 1
        elif tag in _STALE and not self.whole:
            if words := " ".join("".join(each.itertext()).split()):
                into.dates.append(words)
        elif tag.startswith("draw:"):
            self._boxes += _text_boxes(each)
        elif tag not in _PASSED_BY:
            self._read(each, into, look, style, depth + 1)

    def _note(self, element: Element, into: RawParagraph, depth: int) -> None:
        body = element.find("text:note-body")
        if body is not None:
            ident = f"f{len(self.notes)}"
            blocks = self._blocks(body, depth + 1, "")
            self.notes[ident] = " ".join(each.text for each in blocks if isinstance(each, RawParagraph))
            into.notes.append(ident)

    def _say(self, text: str | None, into: RawParagraph, look: RunLook, style: str) -> None:
        if not text:
            return
        if look.hidden:
            self.hidden += bool(text.strip())
            return
        into.spans.append(Span(text.replace("\n", " ").replace("\t", " "), look, style))

    # ---- tables

    def _table(self, element: Element, depth: int, beside: str) -> RawTable:
        if depth > _DEEPEST:
            raise TooDeep
        made = RawTable(n=self.paragraphs + 1, rows=[])
        below_cells: dict[int, tuple[int, int]] = {}
        for row, header in _table_rows(element, False, 0):
            cells = list(self._cells(row, depth, beside, below_cells))
            if cells:
                made.rows.append(RawRow(cells=cells[:_WIDEST], header=header))
        return made

    def _cells(
        self, row: Element, depth: int, beside: str, below_cells: dict[int, tuple[int, int]]
    ) -> Iterator[RawCell]:
        """The cells of a row. `below_cells` holds for a column how many more rows its cell covers, and its width."""
        column = passed = 0
        for each in row:
            if each.tag == "table:covered-table-cell":
                for _ in range(_times(each, "table:number-columns-repeated")):
                    if passed:
                        passed -= 1
                        continue
                    left, span = below_cells.get(column, (0, 1))
                    yield RawCell(blocks=[], span=span, goes_on=left > 0)
                    if left:
                        below_cells[column] = (left - 1, span)
                    column, passed = column + span, span - 1
            elif each.tag == "table:table-cell":
                span = min(max(number(each.get("table:number-columns-spanned", "")) or 1, 1), _WIDEST)
                rows = number(each.get("table:number-rows-spanned", "")) or 1
                for _ in range(_times(each, "table:number-columns-repeated")):
                    self.cells += 1
                    if self.cells > _MOST_CELLS:
                        raise unreadable("document-too-large")
                    yield RawCell(blocks=list(self._blocks(each, depth + 1, beside)), span=span, opens=rows > 1)
                    below_cells[column] = (rows - 1, span)
                    column, passed = column + span, span - 1


def _table_rows(element: Element, header: bool, depth: int) -> Iterator[tuple[Element, bool]]:
    if depth > _DEEPEST:
        raise TooDeep
    for each in element:
        if each.tag == "table:table-row":
            yield each, header
        elif each.tag in _ROWS:
            yield from _table_rows(each, header or each.tag == "table:table-header-rows", depth + 1)


def _times(element: Element, name: str) -> int:
    return min(max(number(element.get(name, "1")) or 1, 1), _REPEATED)


def _text_boxes(element: Element) -> list[Element]:
    """What holds paragraphs in a drawing, each once, outermost only."""
    found: list[Element] = []
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if any(child.tag in ("text:p", "text:list", "text:h") for child in each):
            found.append(each)
        else:
            waiting += reversed(each)
    return found
