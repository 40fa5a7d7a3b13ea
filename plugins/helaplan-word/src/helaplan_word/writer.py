"""Writes a Document as a Word file: built-in styles, real lists and tables, and ids and roles as bookmarks."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from itertools import zip_longest

import attrs
from attrs import define, field

from helaplan import (
    Block,
    Chip,
    Document,
    Figure,
    Finding,
    Furniture,
    Heading,
    LabelLine,
    ListItem,
    Paragraph,
    Severity,
    Table,
    WriteContext,
)
from helaplan_word import drawing, names
from helaplan_word.base import Base, OwnBase, Picture, words_of
from helaplan_word.identity import Bookmarks
from helaplan_word.lists import Lists
from helaplan_word.markup import TAB, escaped, marked, paragraph, run
from helaplan_word.stylesheet import LABEL_STYLES, LIST_STYLES, TABLE

_STEP = int(names.STEP * 20)
#: A letter and the edges of a cell in twentieths of a point, and how much of a long word stays on one line: the more
#: columns, the less, so that texts have room as well.
_LETTER, _PADDING, _LONGEST_WORDS = 106, 250, (24, 18, 14, 11, 9)
_DEEPEST_ITEM, _DEEPEST_HEADING = 9, 6
#: Headings of these levels stand in the contents list, and as many make one worth having, where there are more lines
#: than on a page.
_LISTED, _ENOUGH, _PAGE = 2, 4, 42
#: The first moment that a zip can name, so that the same document gives the same bytes on any day.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def write_word(
    document: Document, context: WriteContext, *, contents: bool = True, font: str = "Calibri", template: bytes = b""
) -> bytes:
    """The document as .docx, the same bytes each time. Page furniture and attachments are left out.

    `template` holds the bytes of a .docx or .dotx whose look is taken, b"" for ours with `font`.
    A figure is a picture where somebody can draw it, else its table, else (where the text says it all) nothing.
    Characters that no XML can hold are shown as U+FFFD. Raises UnreadableSource for a template that is none.
    """
    base: Base = OwnBase(font=font, landscape=document.landscape)
    if template:
        from helaplan_word.template import TemplateBase

        base = TemplateBase.open(template)
    writer = _Writer(base=base, context=context, lists=Lists(base.first_list))
    body = writer.body(document, contents=contents)
    if lacking := base.lacking(writer.used):
        finding = Finding(code="word/template-lacks", args={"styles": ", ".join(lacking)}, severity=Severity.NOTE)
        context.tell(finding)
    return _zipped(base.parts(document, body, writer.lists, writer.pictures, writer.used))


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # the same on every system
            made.writestr(info, data)
    return target.getvalue()


@define(eq=False, kw_only=True)
class _Writer:
    base: Base
    context: WriteContext
    lists: Lists
    pictures: list[Picture] = field(factory=list)
    bookmarks: Bookmarks = field(factory=Bookmarks)
    numbers: int = 0
    made: list[str] = field(factory=list)
    listed: list[tuple[int, str, str]] = field(factory=list)
    before_text: int = -1
    after_table: bool = False
    #: Whether the block belongs on one page with the next.
    keep: bool = False
    used: set[str] = field(factory=set)
    #: The rows that decide how wide the columns are, by the head of a table.
    like: dict[tuple[str, ...], list[tuple[str, ...]]] = field(factory=dict)

    def body(self, document: Document, *, contents: bool) -> str:
        """The markup of all that stands on the pages."""
        names_of_title = self.bookmarks.names(document.id, document.role, title=True)
        self.add("title", marked(run(document.title), self.numbered(names_of_title)))
        if document.subtitle:
            self.add("subtitle", run(document.subtitle))
        before: Block | None = None
        self.like = _by_head(document.blocks)
        for block, following, later in zip_longest(document.blocks, document.blocks[1:], document.blocks[2:]):
            self.keep = _belongs(before, block, following) or _leaves_one(block, following, later)
            self.take(block)
            before = block
        if contents and len(self.listed) >= _ENOUGH and sum(map(_lines, document.blocks)) > _PAGE:
            self.made.insert(self.before_text, self.contents(words_of(document.language)["contents"]))
        if self.after_table:
            self.add("normal", "")
        return "".join(self.made)

    # ---- pieces

    def style(self, name: str) -> str:
        self.used.add(name)
        return self.base.ids.get(name, "")

    def add(self, style: str, content: str, properties: str = "") -> None:
        if self.after_table and style == "normal" and content and not properties:
            properties = '<w:spacing w:before="160"/>'
        self.after_table = False
        keep = "<w:keepNext/>" if self.keep else ""
        self.made.append(paragraph(self.style(style), content, keep + properties))

    def numbered(self, bookmarks: list[str]) -> list[tuple[int, str]]:
        self.numbers += len(bookmarks)
        return list(enumerate(bookmarks, start=self.numbers - len(bookmarks)))

    def marked(self, content: str, block: Block) -> str:
        return marked(content, self.numbered(self.bookmarks.names(block.id, block.role)))

    # ---- blocks

    def take(self, block: Block) -> None:
        """Write one block."""
        if isinstance(block, Furniture):
            return
        if isinstance(block, Heading):
            self.heading(block)
        elif isinstance(block, ListItem):
            self.item(block)
        elif isinstance(block, LabelLine):
            self.label(block)
        elif isinstance(block, Table):
            self.table(block)
        elif isinstance(block, Figure):
            self.figure(block)
        elif isinstance(block, Paragraph) and (block.text or block.id or block.role):
            self.lists.close(block.depth)
            self.add(self.continued(block.depth), self.marked(run(block.text), block))

    def heading(self, block: Heading) -> None:
        self.lists.close()
        level = min(max(block.level or 1, 1), _DEEPEST_HEADING)
        if self.before_text < 0:
            self.before_text = len(self.made)
        content = self.marked(run(block.text), block)
        if level <= _LISTED and block.text:
            anchor = f"_Toc{len(self.listed) + 1:08d}"
            content = marked(content, self.numbered([anchor]))
            self.listed.append((level, block.text, anchor))
        self.add(f"heading {level}", content)

    def item(self, block: ListItem) -> None:
        level = min(max(block.depth, 1), _DEEPEST_ITEM) - 1
        stem = "list number" if block.number else "list bullet"
        place = min(level + 1, LIST_STYLES)
        name = stem if place == 1 else f"{stem} {place}"
        num = 0
        if block.number:
            num = self.lists.number(block.number, level)
        else:
            self.lists.close(level)
            if level >= LIST_STYLES or not self.base.numbers_by_style(name):
                num = self.lists.bullets
        listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
        self.add(name, self.marked(run(block.text), block), listed)

    @staticmethod
    def continued(depth: int) -> str:
        if depth < 1:
            return "normal"
        depth = min(depth, LIST_STYLES)
        return names.CONTINUED if depth == 1 else f"{names.CONTINUED} {depth}"

    def label(self, block: LabelLine) -> None:
        depth = min(max(block.depth, 0), LABEL_STYLES)
        self.lists.close(depth)
        parts = [run(f"{block.label}:", self.style(names.LABEL_NAME)), TAB]
        chips = (*block.chips, *[None] * (len(block.texts) - len(block.chips)))
        for place, (text, chip) in enumerate(zip(block.texts, chips, strict=False)):
            if place:
                parts.append(run("; "))
            parts.append(self.chipped(text, chip))
        name = f"{names.LABEL} {depth}" if depth else names.LABEL
        self.add(name, self.marked("".join(parts), block))

    def literal(self, text: str) -> str:
        """A text of a label line; a `;` of its own is marked, since a bare one parts two texts."""
        pieces = text.split(";")
        sign = run(";", self.style(names.LITERAL))
        return sign.join(run(piece) for piece in pieces)

    def chipped(self, text: str, chip: Chip | None) -> str:
        """A text whose code stands on its colour; blanks beside that are no part of the text.

        A code that the text doesn't begin with stands before it, and readers pass it by.
        """
        if chip is None or not chip.code:
            return self.literal(text)
        # The size too, since the code in the text has no style of its own and is to be as high as its edges.
        colours = (
            f'<w:color w:val="{_hex(chip.ink)}"/><w:sz w:val="18"/>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(chip.colour)}"/>'
        )
        style = self.style(names.CHIP)
        edge = run("\u00a0", style, colours)
        rest = text.removeprefix(chip.code)
        if rest == text or ";" in chip.code:
            return edge + run(chip.code, style, colours) + edge + run("\u00a0", style) + self.literal(text)
        return edge + run(chip.code, "", f"<w:b/>{colours}") + edge + self.literal(rest)

    def table(self, block: Table) -> None:
        width = max((len(row) for row in block.rows), default=0)
        if not width:
            return
        self.lists.close(block.depth)
        if block.caption:
            self.add(names.CAPTION, run(block.caption))
        elif self.after_table:
            # Two tables without anything between are one to Word.
            self.add("normal", "", '<w:spacing w:after="0"/>')
        left = max(block.depth, 0) * _STEP
        room = self.base.room - left
        rows = _filled(block)
        widths = _widths(self.like[rows[0]] if block.header else rows, room)
        title = f'<w:tblCaption w:val="{escaped(block.caption)}"/>' if block.caption else ""
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        self.made.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style(TABLE)}"/><w:tblW w:w="{room}" w:type="dxa"/>'
            f'<w:tblInd w:w="{left}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" '
            f'w:firstRow="{int(block.header > 0)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" '
            f'w:noVBand="1"/>{title}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            + "".join(self.row(block, number, row, widths) for number, row in enumerate(rows))
            + "</w:tbl>"
        )
        self.after_table = True

    def row(self, block: Table, number: int, row: tuple[str, ...], widths: list[int]) -> str:
        head = "<w:tblHeader/>" if number < block.header else ""
        # A head has two rows below it, and the last row one above it, on the same page.
        last = len(block.rows) - 1
        keep = "<w:keepNext/>" if number < last and (number <= block.header or number == last - 1) else ""
        cells = []
        for column, text in enumerate(row):
            goes_on = (number, column) in block.merged
            opens = (number + 1, column) in block.merged
            merge = "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>' if opens else ""
            content = "" if goes_on else run(text)
            if not number and not column:
                content = self.marked(content, block)
            inside = paragraph("", content, keep)
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{widths[column]}" w:type="dxa"/>{merge}</w:tcPr>{inside}</w:tc>')
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"

    def figure(self, block: Figure) -> None:
        """A picture, else the table that says the same, else nothing where the document says it all elsewhere."""
        png = self.context.rasterise(block.svg, width=drawing.PIXELS) if self.context.rasterise is not None else b""
        size = drawing.png_size(png)
        if size is None:
            if not block.repeats:
                data = attrs.evolve(block.data, caption=block.caption or block.data.caption or block.alt)
                self.table(attrs.evolve(data, id=block.id, role=block.role, depth=block.depth))
            return
        self.lists.close(block.depth)
        self.pictures.append(Picture(png=png, svg=block.svg.encode("utf-8", errors="replace")))
        picture = drawing.drawing(len(self.pictures), size, block.alt)
        self.add("normal", self.marked(picture, block), '<w:keepNext/><w:jc w:val="center"/>' if block.caption else "")
        if block.caption:
            self.add(names.CAPTION, run(block.caption), '<w:keepNext w:val="0"/>')

    def contents(self, title: str) -> str:
        """The contents list: a field that shows the headings as links. Renewed (F9), it has the page numbers too.

        Only a program that sets pages knows them, and a list with wrong ones is worse than one of links. Asked to
        renew it when it opens the file (`updateFields`, `dirty`), Word first puts a question that frightens people.
        """
        made = [paragraph(self.style("toc heading"), run(title))]
        sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        for place, (level, text, anchor) in enumerate(self.listed):
            content = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{run(text)}</w:hyperlink>'
            if place == 0:
                asked = f' TOC \\o "1-{_LISTED}" \\h \\z \\u '
                asked = f'<w:r><w:instrText xml:space="preserve">{asked}</w:instrText></w:r>'
                content = sign.format("begin") + asked + sign.format("separate") + content
            if place == len(self.listed) - 1:
                content += sign.format("end")
            made.append(paragraph(self.style(f"toc {level}"), content))
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
            f"</w:docPartObj></w:sdtPr><w:sdtContent>{''.join(made)}</w:sdtContent></w:sdt>"
        )


def _hex(colour: str) -> str:
    """`#rrggbb` as Word writes it; black for anything else."""
    made = colour.removeprefix("#").upper()
    return made if len(made) == 6 and all(each in "0123456789ABCDEF" for each in made) else "000000"


def _lines(block: Block) -> int:
    """How many lines of a page a block takes, about."""
    if isinstance(block, Table):
        return sum(1 + max(map(len, row), default=0) * len(row) // 90 for row in block.rows)
    if isinstance(block, Figure):
        return 30
    letters = len(getattr(block, "text", "")) + sum(map(len, getattr(block, "texts", ())))
    return 1 + letters // 90 + (2 if isinstance(block, Heading) else 0)


def _belongs(before: Block | None, block: Block, following: Block | None) -> bool:
    """Whether a block stands on one page with the next: a value of it, the list it leads to, a list's second item."""
    if isinstance(following, LabelLine):
        return isinstance(block, ListItem | LabelLine)
    if isinstance(following, ListItem):
        leads = isinstance(block, Paragraph) and block.text.endswith(":")
        return leads or (isinstance(block, ListItem) and not isinstance(before, ListItem | LabelLine))
    return False


def _leaves_one(block: Block, following: Block | None, later: Block | None) -> bool:
    """Whether the next is the last item of a list and a short one, which would stand alone on a page."""
    if not isinstance(block, ListItem | LabelLine) or not isinstance(following, ListItem):
        return False
    return not isinstance(later, ListItem | LabelLine) and _lines(following) == 1


def _filled(block: Table) -> list[tuple[str, ...]]:
    """The rows of a table, each as long as the longest."""
    width = max(map(len, block.rows))
    return [(*row, *[""] * (width - len(row))) for row in block.rows]


def _by_head(blocks: Sequence[Block]) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """The rows of all tables with the same head: their columns are equally wide, so that they read as one."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for block in blocks:
        table = block.data if isinstance(block, Figure) else block
        if isinstance(table, Table) and table.header and any(table.rows):
            rows = _filled(table)
            found.setdefault(rows[0], []).extend(rows)
    return found


def _widths(rows: list[tuple[str, ...]], room: int) -> list[int]:
    """Widths of the columns: room for the longest word in each, the rest by how much stands in them.

    A no-break space holds words together, so that an amount stands on one line.
    """
    columns = list(zip(*rows, strict=True))
    longest = [max(len(word) for cell in each for word in cell.split(" ")) for each in columns]
    for most in _LONGEST_WORDS:
        narrow = [min(each, most) * _LETTER + _PADDING for each in longest]
        if sum(narrow) <= room * 17 // 20:
            break
    rest = room - sum(narrow)
    if rest <= 0:
        return [max(room * each // sum(narrow), 1) for each in narrow]
    more = [sum(map(len, each)) + 1 for each in columns]
    return [each + rest * share // sum(more) for each, share in zip(narrow, more, strict=True)]
