"""One walk over a story (body, text box, note, head, foot) of a Word file that gives its paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from attrs import define, evolve, field

from helaplan_word.numbering import Numbering, lost
from helaplan_word.raw import RawBlock, RawCell, RawParagraph, RawRow, RawTable
from helaplan_word.runs import Runs, TooDeep, branch_of
from helaplan_word.styles import Styles, is_on, number, paragraph_look, points, run_look, value
from helaplan_word.xml import below

_WRAPPERS = frozenset({"w:ins", "w:moveTo", "w:customXml", "w:smartTag"})
_DEEPEST = 40
#: No table is wider; a file that says so only wants memory.
_WIDEST = 100


@define(eq=False)
class Walk:
    """Reads stories one after the other; lists go on counting and fields stay open from one to the next."""

    styles: Styles
    numbering: Numbering
    runs: Runs
    paragraphs: int = 0
    _bookmarks: list[str] = field(factory=list)
    _carried: list[RawParagraph] = field(factory=list)

    def story(self, element: Element) -> list[RawBlock]:
        """The paragraphs and tables of a story, in order."""
        return list(self._blocks(element, 0, ""))

    def _blocks(self, element: Element, depth: int, beside: str) -> Iterator[RawBlock]:
        if depth > _DEEPEST:
            raise TooDeep
        for each in element:
            if each.tag == "w:p":
                yield from self._paragraph(each, depth, beside)
            elif each.tag == "w:tbl":
                yield self._table(each, depth, beside)
            elif each.tag == "w:sdt":
                content = each.find("w:sdtContent")
                if content is not None and below(each, "w:sdtPr", "w:showingPlcHdr") is None:
                    inner = "contents list" if _is_contents(each) else beside
                    yield from self._blocks(content, depth + 1, inner)
            elif each.tag == "mc:AlternateContent":
                for branch in branch_of(each):
                    yield from self._blocks(branch, depth + 1, beside)
            elif each.tag in _WRAPPERS:
                self.runs.changes += each.tag in ("w:ins", "w:moveTo")
                yield from self._blocks(each, depth + 1, beside)
            elif each.tag == "w:bookmarkStart":
                self._bookmarks.append(each.get("w:name", ""))

    def _paragraph(self, element: Element, depth: int, beside: str) -> Iterator[RawBlock]:
        self.paragraphs += 1
        properties = element.find("w:pPr")
        style = self.styles.paragraph(value(properties.find("w:pStyle")) if properties is not None else "")
        own = paragraph_look(properties)
        made = RawParagraph(n=self.paragraphs, style=style, look=own.over(style.paragraph), beside=beside)
        made.bookmarks, self._bookmarks = self._bookmarks, []
        self.runs.listed = False
        boxes, self.runs.boxes = self.runs.boxes, []
        base = style.run.over(self.styles.base)
        for carried in self._carried:
            made.spans += carried.spans
            made.bookmarks += carried.bookmarks
        self._carried = []
        self.runs.read(element, made, base)
        found, self.runs.boxes = self.runs.boxes, boxes
        if style.is_contents or self.runs.listed:
            made.beside = "contents list"
        made.boxes = [block for box in found for block in self._blocks(box, depth + 1, beside)]
        mark = properties.find("w:rPr") if properties is not None else None
        if mark is not None and (mark.find("w:del") is not None or mark.find("w:moveFrom") is not None):
            # The sign that ends the paragraph was taken away: what is left of it belongs to the next one.
            self.runs.changes += 1
            self._carried.append(made)
            yield from made.boxes
            return
        if mark is not None and (mark.find("w:ins") is not None or mark.find("w:moveTo") is not None):
            self.runs.changes += 1
        if not made.text and mark is not None and run_look(mark).hidden:
            yield from made.boxes
            return
        self._number(made, own.left, own.first)
        yield made

    def _number(self, made: RawParagraph, left: float | None, first: float | None) -> None:
        """Give a paragraph its number; the list says where it stands unless the paragraph itself does."""
        made.mark = self.numbering.mark(made.look.num_id, made.look.level, made.style.ident)
        if made.mark is None and made.look.num_id is None and (level_of_list := made.style.list_level) is not None:
            made.mark = lost(made.style.name, level_of_list)
        if made.mark is None:
            return
        level = made.mark.definition
        made.look = evolve(
            made.look,
            left=left if left is not None else (level.left if level.left is not None else made.look.left),
            first=first if first is not None else (level.first if level.first is not None else made.look.first),
        )

    def _table(self, element: Element, depth: int, beside: str) -> RawTable:
        if depth > _DEEPEST:
            raise TooDeep
        properties = element.find("w:tblPr")
        made = RawTable(n=self.paragraphs + 1, rows=[])
        if properties is not None:
            made.left = points(value(properties.find("w:tblInd"), "w:w")) or 0.0
            made.description = value(properties.find("w:tblCaption"))
        made.rows = [row for each in _inside(element, "w:tr") if (row := self._row(each, depth, beside)) is not None]
        return made

    def _row(self, element: Element, depth: int, beside: str) -> RawRow | None:
        properties = element.find("w:trPr")
        cells: list[RawCell] = []
        header, skipped = False, 0
        if properties is not None:
            if properties.find("w:del") is not None:
                self.runs.changes += 1
                return None
            header = bool(is_on(properties.find("w:tblHeader")))
            skipped = min(number(value(properties.find("w:gridBefore"))) or 0, _WIDEST)
        for each in _inside(element, "w:tc"):
            inner = each.find("w:tcPr")
            made = RawCell(blocks=list(self._blocks(each, depth + 1, beside)))
            if inner is not None:
                made.span = min(max(number(value(inner.find("w:gridSpan"))) or 1, 1), _WIDEST)
                merge = inner.find("w:vMerge")
                made.opens = merge is not None and value(merge) == "restart"
                made.goes_on = merge is not None and not made.opens
                if inner.find("w:cellDel") is not None:
                    made.blocks = []
            cells.append(made)
        return RawRow(cells=cells[:_WIDEST], header=header, skipped=skipped) if cells else None


def _is_contents(control: Element) -> bool:
    gallery = below(control, "w:sdtPr", "w:docPartObj", "w:docPartGallery")
    return value(gallery).lower() == "table of contents"


def _inside(element: Element, tag: str, depth: int = 0) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those within content controls."""
    if depth > _DEEPEST:
        raise TooDeep
    for each in element:
        if each.tag == tag:
            yield each
        elif each.tag in ("w:sdt", "w:sdtContent", "w:customXml"):
            yield from _inside(each, tag, depth + 1)
