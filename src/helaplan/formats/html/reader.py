"""Reads HTML: bytes to a tree, the tree to blocks.

Ids and roles (`id` or `data-id`, `data-role`) are trusted only where the page says what it is (`data-role` on the
article); anybody else's ids are names for links.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, evolve, field

from helaplan.document import (
    Block,
    Confidence,
    Document,
    Figure,
    Furniture,
    Heading,
    LabelLine,
    ListItem,
    Look,
    Paragraph,
    Table,
)
from helaplan.errors import UnreadableSource
from helaplan.findings import Finding, Place
from helaplan.formats.html.decoding import decoded
from helaplan.formats.html.looks import (
    INLINE,
    first_line,
    inside,
    is_bold,
    is_inline,
    is_title,
    item_number,
    list_level,
    raw,
    says_what_it_is,
    set_off_label,
    terms,
    word_mark,
)
from helaplan.formats.html.tables import is_layout, is_letterhead, read_table, read_tables
from helaplan.formats.html.tree import Element, tree
from helaplan.formats.html.words import Stretch, clean, stretches, text_of
from helaplan.formats.text import text_lines
from helaplan.layout import Line, blocks
from helaplan.plugins.declarations import Reading, Source
from helaplan.registers.words import language_of

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: What frames a page: its words are no text of the document.
_FURNITURE = {"nav": "navigation", "footer": "page foot", "button": "button", "form": "form", "select": "form"}
#: How LibreOffice names what stands at the edges of every page.
_EDGES = {"header": "page head", "footer": "page foot"}
_WORD_LEVEL = re.compile(r"mso-list:\S*?level(\d)")
#: Names of Word's styles for headings, as they become names of classes.
_STYLE = re.compile(r"(?:mso)?(?:heading|rubrik)(\d)", re.IGNORECASE)
_MARKED = re.compile(r"\s*(?:[•●○◦▪■·‣⁃-]|\d{1,2}[.)]|[a-z]\))\s")
#: Letters that fonts of signs show as bullets.
_LETTER_BULLETS = ("o", "Ø", "ü")
_LETTER = re.compile(r"\w")
_LONGEST_HEADING = 90


def read_html(data: bytes, source: Source) -> Reading:
    """The document that a page shows, also one that was saved or pasted from Word.

    The title is the only heading of the first level where it comes first. Raises UnreadableSource for other kinds of
    files and where there is no word to read.
    """
    text, findings = decoded(data, source)
    reader = _Reader()
    top = tree(text)
    reader.whole = says_what_it_is(top)
    reader.titled = any(each.tag == "h1" or is_title(each) for each in inside(top))
    reader.walk(top.children, 0)
    reader.flush(0)
    if not any(_LETTER.search(words) for words in reader.words):
        raise UnreadableSource(Finding(code="no-words", args={"name": source.name}))
    return Reading(document=reader.document(top), findings=findings)


def html_blocks(text: str) -> list[Block]:
    """The blocks of a piece of HTML that stands in another format. Its headings keep their levels."""
    reader = _Reader()
    reader.walk(tree(text).children, 0)
    reader.flush(0)
    return reader.blocks


@define(eq=False)
class _Reader:
    whole: Element | None = None
    #: Whether the page has a title or a heading of the first level anywhere.
    titled: bool = False
    blocks: list[Block] = field(factory=list)
    words: list[str] = field(factory=list)
    #: Words between the tags of blocks, and the element they stand in.
    run: list[Element | str] = field(factory=list)
    #: The item that was opened and has no words yet.
    item: tuple[Element, str, int] | None = None
    subtitle: str = ""
    title: str = ""

    # ---- the walk

    def walk(self, nodes: Sequence[Element | str], depth: int) -> None:
        """Take nodes in order; `depth` says how many list items they stand in."""
        for node in nodes:
            if isinstance(node, str) or (node.tag in INLINE and is_inline(node)):
                self.run.append(node)
                continue
            if node.tag in ("title", "head", "option") or node.tag.endswith(":p"):
                if node.tag == "head":
                    continue
                self.run += [] if node.tag in ("title", "option") else node.children
                continue
            self.flush(depth)
            self.block(node, depth)
            self.flush(depth)

    def block(self, node: Element, depth: int) -> None:
        """One element that stands by itself."""
        tag = node.tag
        edge = _EDGES.get(node.get("title"), "") if tag == "div" and self.whole is None else ""
        if edge or tag in _FURNITURE or "data-furniture" in node.attributes:
            self.furniture(node)
        elif tag in _HEADINGS:
            self.heading(node, int(tag[1]))
        elif tag in ("ul", "ol", "menu"):
            self.listed(node, depth)
        elif tag == "dl":
            self.labels(node, depth)
        elif tag == "figure" and node.get("data-alt"):
            self.figure(node, depth)
        elif tag == "table" and not is_layout(node) and not (self.above_title and is_letterhead(node)):
            self.table(node, depth)
        elif tag == "pre":
            self.printed(text_lines("".join(each.text for each in raw(node))))
        elif tag in ("p", "summary", "figcaption"):
            self.paragraph(node, depth)
        else:
            self.walk(node.children, depth)

    @property
    def above_title(self) -> bool:
        """Whether nothing of the text has been read, and a heading or title is to come."""
        first = not self.title and all(isinstance(each, Furniture) for each in self.blocks)
        return self.titled and first and self.whole is None

    def identity(self, node: Element) -> tuple[str, str]:
        """Id and role of an element of a page that helaplan wrote."""
        if self.whole is None:
            return "", ""
        ident = node.get("data-id") or node.get("id")
        return "" if ident.startswith("_") else ident, node.get("data-role")

    def add(self, block: Block, words: str) -> None:
        self.blocks.append(block)
        self.words.append(words)

    def table(self, node: Element, depth: int) -> None:
        """A table: our own as it was written, somebody else's with its headings between rows and its lists."""
        if self.whole is not None:
            own = read_table(node, *self.identity(node), depth)
            made: list[Block] = [] if own is None else [own]
        else:
            made = read_tables(node, depth)
        for each in made:
            self.add(each, " ".join(" ".join(row) for row in each.rows) if isinstance(each, Table) else "x")

    def furniture(self, node: Element) -> None:
        words = clean("".join(each.text for each in stretches(node.children)))
        if words and self.whole is None:
            reason = _EDGES.get(node.get("title"), "") or _FURNITURE.get(node.tag, "navigation")
            self.add(Furniture(text=words, reason=reason, place=Place(line=node.line)), "")

    def heading(self, node: Element, level: int) -> None:
        words = text_of(node.children)
        ident, role = self.identity(node)
        if self.whole is not None:
            if level == 1 and not self.title:
                self.title = words
                return
            said = node.get("data-level")
            known = int(said) if said.isdigit() and len(said) < 3 else None
            own = known if "data-level" in node.attributes else level - 1
            self.add(Heading(text=words, level=own, id=ident, role=role, place=Place(line=node.line)), words)
        elif words:
            self.add(Heading(text=words, level=level, place=Place(line=node.line)), words)

    # ---- lists

    def listed(self, node: Element, depth: int) -> None:
        """A list, its items one level further in. What stands between items belongs to the list around."""
        start = node.get("start").strip()
        count = int(start) if start.isdigit() and len(start) < 6 else 1
        for child in node.children:
            if not isinstance(child, Element):
                if child.strip():
                    self.run.append(child)
                continue
            self.flush(depth)
            if child.tag != "li":
                self.walk([child], depth + (child.tag in ("ul", "ol")))
                continue
            value = child.get("value").strip()
            count = int(value) if value.isdigit() and len(value) < 6 else count
            number = item_number(node, count) if node.tag == "ol" else ""
            said = (list_level(child) or list_level(node)) if self.whole is None else None
            self.item = (child, child.get("data-number") or number, max(said or 0, depth + 1))
            self.walk(child.children, depth + 1)
            self.flush(depth + 1)
            self.item = None
            count += 1
        self.flush(depth)

    def labels(self, node: Element, depth: int) -> None:
        """A list of names and what they say: each name with its texts is a label line."""
        texts: list[str] = []
        label: tuple[Element, Element] | None = None
        for term, frame in [*terms(node), (Element("dt"), node)]:
            if term.tag == "dd" and label is None:
                self.label("", [text_of(term.children)], term, frame, depth)
                continue
            if term.tag == "dd":
                texts.append(text_of(term.children))
                continue
            if label is not None:
                self.label(text_of(label[0].children), texts, label[0], label[1], depth)
            label, texts = (term, frame), []

    def label(self, label: str, texts: Sequence[str], node: Element, frame: Element, depth: int) -> None:
        ident, role = self.identity(frame)
        shown = [each for each in texts if each]
        if not (ident or role) and not (label and shown):
            # A name that nothing is said of, or texts without a name: words all the same.
            for each in filter(None, (label, *shown)):
                self.add(Paragraph(text=each, depth=depth, place=Place(line=node.line)), each)
            return
        line = LabelLine(
            label=label.rstrip(" :"), texts=shown, id=ident, role=role, depth=depth, place=Place(line=node.line)
        )
        if shown or label:
            self.add(line, label)

    def figure(self, node: Element, depth: int) -> None:
        """A drawing of a page that helaplan wrote: its table says the same."""
        found = [each for each in inside(node) if each.tag == "table"]
        data = read_table(found[0], "", "", depth) if found else None
        captions = [each for each in inside(node) if each.tag == "figcaption"]
        ident, role = self.identity(node)
        figure = Figure(
            svg="",
            alt=node.get("data-alt"),
            caption=text_of(captions),
            data=data or Table(rows=()),
            id=ident,
            role=role,
            depth=depth,
            place=Place(line=node.line),
        )
        self.add(figure, "")

    # ---- words

    def flush(self, depth: int) -> None:
        """Make a paragraph of the words that stand between the tags of blocks."""
        run, self.run = self.run, []
        if run:
            self.paragraph(Element("p", {}, first_line(run), run), depth)

    def paragraph(self, node: Element, depth: int) -> None:
        """A paragraph: an item's first one, one of Word's list paragraphs, a heading by its style, or just words."""
        parts = list(stretches(node.children))
        words = clean("".join(each.text for each in parts if not each.marker))
        if not words:
            return
        place = Place(line=node.line)
        ident, role = self.identity(node)
        if self.item is not None:
            element, number, item_depth = self.item
            self.item = None
            ident, role = self.identity(element)
            place = Place(line=element.line)
            if self.whole is not None:
                self.add(ListItem(text=words, number=number, depth=item_depth, id=ident, role=role, place=place), words)
            else:
                self.first_of_item(parts, words, number, item_depth, place)
        elif self.whole is not None:
            if node.get("class") == "subtitle" and not self.blocks:
                self.subtitle = words
            else:
                self.add(Paragraph(text=words, depth=depth, id=ident, role=role, place=place), words)
        else:
            self.plain(node, parts, words, depth, place)

    def first_of_item(self, parts: list[Stretch], words: str, number: str, depth: int, place: Place) -> None:
        label = set_off_label(parts)
        if label is not None:
            self.add(LabelLine(label=label[0], texts=[label[1]], depth=depth, place=place), words)
        else:
            self.add(ListItem(text=words, number=number, depth=depth, place=place), words)

    def plain(self, node: Element, parts: list[Stretch], words: str, depth: int, place: Place) -> None:
        """A paragraph of somebody else's page."""
        level = _WORD_LEVEL.search(node.style)
        marker = clean("".join(each.text for each in parts if each.marker))
        classes = node.get("class").split()
        heading = next(filter(None, map(_STYLE.fullmatch, classes)), None)
        label = set_off_label(parts)
        printed = word_mark(node, words) if not (level or marker) else None
        if level or marker:
            number = marker if any(each.isalnum() for each in marker) and marker != "o" else ""
            item = ListItem(text=words, number=number, depth=int(level[1]) if level else 1, place=place)
            self.add(evolve(item, look=Look(marker=marker) if marker else None), words)
        elif printed is not None:
            mark, text, depth = printed
            number = mark if any(each.isalnum() for each in mark) and mark not in _LETTER_BULLETS else ""
            self.add(ListItem(text=text, number=number, depth=depth, look=Look(marker=mark), place=place), words)
        elif heading is not None:
            self.add(Heading(text=words, level=int(heading[1]), place=place), words)
        elif is_title(node) and not self.title:
            self.title = words
        elif label is not None and not depth:
            self.add(LabelLine(label=label[0], texts=[label[1]], depth=depth, place=place), words)
        elif is_bold(parts) and len(words) <= _LONGEST_HEADING and not words.endswith((".", ",", ";")) and not depth:
            bold = Look(bold=True)
            self.add(Heading(text=words, place=place, look=bold, confidence=Confidence.LIKELY), words)
        else:
            self.broken(parts, words, depth, place)

    def broken(self, parts: list[Stretch], words: str, depth: int, place: Place) -> None:
        """A paragraph that may have line breaks: marks of a list begin lines, an empty line divides."""
        lines = [clean(each) for each in "".join(each.text for each in parts).split("\n")]
        if not depth and sum(bool(_MARKED.match(f"{each} ")) for each in lines) > 1:
            number = place.line or 1
            self.printed([Line(text=each, number=number, right=float(len(each))) for each in lines])
            return
        paragraphs = "\n".join(lines).split("\n\n")
        for each in paragraphs:
            if text := clean(each):
                self.add(Paragraph(text=text, depth=depth, place=place), text)

    def printed(self, lines: Sequence[Line]) -> None:
        """Lines whose look says what they are, as in a text file."""
        for each in blocks(lines):
            self.add(each, str(getattr(each, "text", "")) or "x")

    # ---- the end

    def document(self, top: Element) -> Document:
        """The document; levels of headings count from 1 below the title."""
        language = next((each.get("lang") for each in inside(top) if each.tag == "html" and each.get("lang")), "")
        told = language_of(" ".join(self.words))
        if self.whole is not None:
            ident, role = self.identity(self.whole)
            return Document(
                title=self.title,
                language=language or told,
                subtitle=self.subtitle,
                blocks=self.blocks,
                id=ident,
                role=role,
            )
        return Document(title=self.take_title(), language=told, blocks=self.levelled())

    def take_title(self) -> str:
        """The only heading of the first level, where nothing but furniture stands before it."""
        first = [n for n, each in enumerate(self.blocks) if isinstance(each, Heading) and each.level == 1]
        before = self.blocks[: first[0]] if first else []
        if self.title or len(first) != 1 or any(not isinstance(each, Furniture) for each in before):
            return self.title
        found = self.blocks.pop(first[0])
        assert isinstance(found, Heading)
        return found.text

    def levelled(self) -> list[Block]:
        """The blocks with the outermost headings at level 1."""
        levels = [each.level for each in self.blocks if isinstance(each, Heading) and each.level]
        least = min(levels, default=1)
        return [
            evolve(each, level=each.level - least + 1) if isinstance(each, Heading) and each.level else each
            for each in self.blocks
        ]
