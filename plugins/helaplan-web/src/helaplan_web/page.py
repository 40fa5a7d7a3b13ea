"""Document to one HTML page that needs nothing from outside: words first, filters where there is what to filter."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from helaplan import Attachment, Block, Chip, Document, Figure, Heading, LabelLine, ListItem, Paragraph, Table
from helaplan_web.filters import Filters
from helaplan_web.markup import attributes, direction, linked, text
from helaplan_web.picture import picture
from helaplan_web.script import SCRIPT
from helaplan_web.style import STYLE
from helaplan_web.table import table
from helaplan_web.tree import Node, tree_of
from helaplan_web.words import word

#: A page with fewer headings than this is read without a list of contents.
_CONTENTS = 3
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def write_page(document: Document) -> bytes:
    """The page in UTF-8: the same bytes for the same document. Nothing is raised."""
    return "\n".join(_Page(document=document).lines()).encode("utf-8")


@define(kw_only=True, eq=False)
class _Page:
    document: Document
    filters: Filters = field(init=False)
    taken: set[str] = field(factory=set)
    anchors: dict[int, str] = field(factory=dict)
    figures: int = 0
    tables: int = 0

    @filters.default
    def _(self) -> Filters:
        return Filters(units=self.document.blocks)

    @property
    def language(self) -> str:
        return self.document.language or "sv"

    def lines(self) -> Iterator[str]:
        document, tree = self.document, tree_of(self.document.blocks)
        yield "<!doctype html>"
        yield f'<html lang="{text(self.language)}">'
        yield from self.head()
        yield "<body>"
        yield f'<a class="skip" href="#_main" data-furniture>{text(word("skip", self.language))}</a>'
        yield '<main id="_main" tabindex="-1">'
        yield f"<article{self.identity(document)}>"
        yield f"<header><h1{attributes(dir=direction(document.title))}>{text(document.title) or '–'}</h1>"
        if document.subtitle:
            yield f'<p class="subtitle">{linked(document.subtitle)}</p>'
        yield "</header>"
        self.name_headings(tree)
        yield from self.body(tree)
        yield "</article>"
        yield "</main>"
        yield from self.scripts()
        yield "</body>"
        yield "</html>"
        yield ""

    # ---- the head

    def head(self) -> Iterator[str]:
        document = self.document
        digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
        # The browser itself holds the page to its word: nothing is fetched, and no script runs but this page's own.
        policy = (
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="color-scheme" content="light dark">'
        if document.organisation:
            yield f'<meta name="author" content="{text(document.organisation)}">'
        if document.date is not None:
            yield f'<meta name="dcterms.date" content="{document.date.isoformat()}">'
        yield f"<title>{text(document.title) or '–'}</title>"
        # An icon of nothing, since browsers ask the server for one otherwise.
        yield '<link rel="icon" href="data:,">'
        yield f"<style>\n{STYLE}</style>"
        yield from (made for each in document.attachments if (made := _linked_data(each)))
        yield "</head>"

    def scripts(self) -> Iterator[str]:
        if self.filters.values:
            yield f"<script>{SCRIPT}</script>"

    # ---- identity

    def identity(self, block: Block | Document) -> str:
        """Id and role as attributes. An id that stands twice, or that no page can hold, is kept beside."""
        ident = block.id
        if not ident:
            return attributes(data_role=block.role)
        if ident in self.taken or ident.startswith("_") or ident != "".join(ident.split()):
            return attributes(data_id=ident, data_role=block.role)
        self.taken.add(ident)
        return attributes(id=ident, data_role=block.role)

    def name_headings(self, tree: Node) -> None:
        """Anchors for the list of contents: the heading's id where it has one of its own, else a number."""
        seen = {self.document.id, *(each.id for each in self.document.blocks if not isinstance(each, Heading))}
        for n, node in enumerate(_headings(tree, 9), start=1):
            ident = node.block.id if node.block is not None else ""
            usable = bool(ident) and ident not in seen and not ident.startswith("_") and ident == "".join(ident.split())
            self.anchors[id(node)] = ident if usable else f"_h{n}"
            seen.add(ident)

    def contents(self, tree: Node) -> Iterator[str]:
        shown = list(_headings(tree, 2))
        if len(shown) < _CONTENTS:
            return
        yield '<nav class="contents" aria-labelledby="_contents" data-furniture>'
        yield f'<h2 id="_contents">{text(word("contents", self.language))}</h2>'
        yield from self.contents_list(tree, 2)
        yield "</nav>"

    def contents_list(self, node: Node, levels: int) -> Iterator[str]:
        inner = [child for child in node.children if isinstance(child.block, Heading)]
        if not inner or not levels:
            return
        yield "<ul>"
        for child in inner:
            assert isinstance(child.block, Heading)
            yield f'<li><a href="#{text(self.anchors[id(child)])}">{text(child.block.text) or "–"}</a>'
            yield from self.contents_list(child, levels - 1)
            yield "</li>"
        yield "</ul>"

    # ---- the body

    def body(self, tree: Node) -> Iterator[str]:
        """Everything in order: the list of contents before the first heading, filters before what they are for."""
        filtered = next((child for child in tree.children if child.units), None)
        headed = next((child for child in tree.children if isinstance(child.block, Heading)), None)
        run: list[Node] = []
        for child in tree.children:
            if child in (filtered, headed):
                yield from self.flow(run, 1)
                run = []
            if child is headed:
                yield from self.contents(tree)
            if child is filtered:
                yield from self.filters.form(self.language)
            run.append(child)
        yield from self.flow(run, 1)

    def flow(self, nodes: Sequence[Node], above: int) -> Iterator[str]:
        """Neighbours of one parent: list items in one list, values in one list, a picture with its key in one frame."""
        place = 0
        while place < len(nodes):
            block = nodes[place].block
            kind = type(block)
            end = place + 1
            if kind in (ListItem, LabelLine):
                while end < len(nodes) and type(nodes[end].block) is kind:
                    end += 1
            group = nodes[place:end]
            if kind is ListItem:
                yield "<ul>"
                for node in group:
                    yield from self.item(node, above)
                yield "</ul>"
            elif kind is LabelLine:
                yield "<dl>"
                yield from (self.label(node.block) for node in group if isinstance(node.block, LabelLine))
                yield "</dl>"
            elif isinstance(block, Figure):
                keyed = end < len(nodes) and _is_key(block, nodes[end].block)
                end += keyed
                yield from self.figure(block, keyed=keyed)
            else:
                yield from self.one(nodes[place], above)
            place = end

    def one(self, node: Node, above: int) -> Iterator[str]:
        block = node.block
        if isinstance(block, Heading):
            yield from self.section(node, block, above)
        elif isinstance(block, Paragraph):
            yield f"<p{self.identity(block)}{attributes(dir=direction(block.text))}>{linked(block.text)}</p>"
        elif isinstance(block, Table):
            self.tables += 1
            yield from table(block, self.identity(block), self.table_name(block))

    def section(self, node: Node, block: Heading, above: int) -> Iterator[str]:
        """A heading and what stands below it. Levels are never skipped on the page; the block's own is kept beside."""
        level = min(above + 1, 6)
        anchor = self.anchors[id(node)]
        identity = self.identity(block)
        own = "" if f' id="{text(anchor)}"' in identity else attributes(id=anchor)
        kept = "" if block.level == level - 1 else f' data-level="{block.level if block.level is not None else ""}"'
        units = ' data-units=""' if node.units else ""
        yield f"<section{units}>"
        name = text(block.text) or "–"
        yield f"<h{level}{own}{identity}{kept}{attributes(dir=direction(block.text))}>{name}</h{level}>"
        yield from self.flow(node.children, level)
        yield "</section>"

    def item(self, node: Node, above: int) -> Iterator[str]:
        block = node.block
        assert isinstance(block, ListItem)
        number = f'<span class="number">{text(block.number)}</span> ' if block.number else ""
        kind = attributes(_class="numbered" if number else None, data_number=block.number)
        marks = f' data-unit=""{self.filters.marks(block.facets)}' if block.facets else ""
        yield f"<li{self.identity(block)}{kind}{marks}{attributes(dir=direction(block.text))}>"
        yield f"<p>{number}{linked(block.text)}</p>"
        yield from self.flow(node.children, above)
        yield "</li>"

    def label(self, block: LabelLine) -> str:
        chips = block.chips if len(block.chips) == len(block.texts) else (None,) * len(block.texts)
        values = [self.value(each, chip) for each, chip in zip(block.texts, chips, strict=True)] or ["<dd></dd>"]
        return f"<div{self.identity(block)}><dt>{text(block.label)}</dt>{''.join(values)}</div>"

    def value(self, words: str, chip: Chip | None) -> str:
        way = attributes(dir=direction(words))
        if chip is None or not (_COLOUR.fullmatch(chip.colour) and _COLOUR.fullmatch(chip.ink)):
            return f"<dd{way}>{linked(words)}</dd>"
        name = f" <span data-furniture>{text(chip.name)}</span>" if chip.name and chip.name not in words else ""
        style = f"background:{chip.colour};color:{chip.ink}"
        return f'<dd{way}><span class="chip" style="{style}">{text(words)}{name}</span></dd>'

    def figure(self, block: Figure, *, keyed: bool) -> Iterator[str]:
        """The drawing with its table: folded away, but open for all to see where the drawing needs it as its key."""
        self.figures += 1
        drawn = picture(block.svg, block.alt, f"_s{self.figures}-")
        caption = block.caption or block.data.caption
        name = caption or f"{word('picture', self.language)} {self.figures}"
        if drawn is None:
            yield from table(block.data, self.identity(block), name, caption=caption or block.alt)
            return
        yield f'<figure{self.identity(block)} data-alt="{text(block.alt)}">'
        yield f'<div class="picture" role="group" tabindex="0" aria-label="{text(name)}">{drawn}</div>'
        if caption:
            yield f"<figcaption>{text(caption)}</figcaption>"
        yield f"<details{' open' if keyed else ''}><summary>{text(word('table', self.language))}</summary>"
        self.tables += 1
        yield from table(block.data, "", self.table_name(block.data))
        yield "</details></figure>"

    def table_name(self, block: Table) -> str:
        return f"{word('a-table', self.language)} {self.tables}" + (f": {block.caption}" if block.caption else "")


def _is_key(figure: Figure, block: Block | None) -> bool:
    """Whether a block says again what the figure's own table says."""
    return isinstance(block, Table) and block.repeats and block.rows == figure.data.rows


def _headings(node: Node, levels: int) -> Iterator[Node]:
    """The headings of so many levels, in reading order."""
    for child in node.children:
        if isinstance(child.block, Heading) and levels:
            yield child
            yield from _headings(child, levels - 1)


def _linked_data(attachment: Attachment) -> str:
    """An attachment of linked data as the script element that search engines read; "" for any other attachment."""
    if attachment.media_type != "application/ld+json":
        return ""
    try:
        data = json.dumps(json.loads(attachment.data), ensure_ascii=False, separators=(",", ":"))
        data.encode()
    except (ValueError, RecursionError):
        return ""
    for sign in "<>&\u2028\u2029":
        data = data.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">{data}</script>'
