"""Reads an OpenDocument text (.odt, .fodt) into a Document, by the same rules as a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, ParseError
from xml.parsers import expat

from helaplan import Block, Document, Finding, Furniture, Reading, Severity, Source, language_of
from helaplan_word.blocks import Builder
from helaplan_word.odt_styles import read_odt_styles
from helaplan_word.odt_walk import OdtWalk
from helaplan_word.own import is_ours, own_document
from helaplan_word.package import PART_BYTES, PART_MARKS, Package, kind_of, unreadable
from helaplan_word.raw import RawBlock, RawTable
from helaplan_word.runs import TooDeep
from helaplan_word.tables import contents, paragraphs_in
from helaplan_word.xml import DoctypeFound, below, elements, parts_below

_TEXT = "application/vnd.oasis.opendocument.text"


def read_odt(data: bytes, source: Source) -> Reading:
    """The document in an .odt or .fodt, its tracked changes read as accepted.

    What stands beside the text and what is left out is as with `read_word`. Raises UnreadableSource for every other
    kind of file, for damaged, locked and oversized ones, and where there is no word to read.
    """
    try:
        trees = _flat(data, source.name) if _is_flat(data) else _parts(Package.open(data, source.name))
        return _read(trees, source)
    except TooDeep:
        raise unreadable("word/damaged", name=source.name) from None


def _is_flat(data: bytes) -> bool:
    return b"office:document" in data[:2_000] and kind_of(data) in ("XML", "")


def _flat(data: bytes, name: str) -> list[Element]:
    """The one part of a flat file."""
    if len(data) > PART_BYTES or data.count(b"<") + data.count(b'="') + data.count(b"='") > PART_MARKS:
        raise unreadable("document-too-large", limit=PART_BYTES // 1_000_000)
    try:
        return [elements(data)]
    except DoctypeFound:
        raise unreadable("word/doctype", name=name) from None
    except (ParseError, expat.ExpatError, ValueError, LookupError):
        raise unreadable("word/damaged", name=name) from None


def _parts(package: Package) -> list[Element]:
    """Styles and content of a file; the content last, since its styles win."""
    kind = package.read("mimetype")[:100].decode("ascii", errors="replace").strip()
    if package.has("[Content_Types].xml") and not kind:
        raise unreadable("word/is-docx", name=package.name)
    if kind and not kind.startswith(_TEXT):
        raise unreadable("word/other-format", name=package.name, found=kind.rpartition(".")[2] or "ZIP")
    manifest = package.tree("META-INF/manifest.xml")
    if manifest is not None and any(each.tag == "manifest:encryption-data" for each in manifest.iter()):
        raise unreadable("encrypted-document")
    content = package.tree("content.xml")
    if content is None:
        raise unreadable("word/damaged", name=package.name)
    styles, meta = package.tree("styles.xml"), package.tree("meta.xml")
    return [each for each in (meta, styles, content) if each is not None]


def _read(trees: Sequence[Element], source: Source) -> Reading:
    body = next((found for each in trees if (found := below(each, "office:body", "office:text")) is not None), None)
    if body is None:
        raise unreadable("word/damaged", name=source.name)
    styles, numbering = read_odt_styles(trees)
    walk = OdtWalk(styles, numbering)
    blocks = walk.story(body)
    shown = list(paragraphs_in(blocks))
    if not any(each.text for each in shown):
        raise unreadable("nothing-to-read", name=source.name)
    guessed = language_of(" ".join(each.text for each in shown))
    if is_ours(blocks):
        made = own_document(blocks, _language(trees) or guessed)
    else:
        builder = Builder(walk.notes)
        builder.body(blocks)
        made = Document(title=builder.title, language=guessed, blocks=builder.made)
    heads, feet = _edges(trees, walk)
    document = Document(
        title=made.title,
        language=made.language,
        subtitle=made.subtitle,
        id=made.id,
        role=made.role,
        blocks=(*heads, *made.blocks, *feet),
    )
    return Reading(document=document, findings=tuple(_findings(walk)))


def _language(trees: Sequence[Element]) -> str:
    found = (below(each, "office:meta", "dc:language") for each in trees)
    return next((each.text.strip() for each in found if each is not None and each.text), "")


def _edges(trees: Sequence[Element], walk: OdtWalk) -> tuple[list[Block], list[Block]]:
    """What stands above and below every page, each text once."""
    walk.whole = True
    heads: dict[str, Block] = {}
    feet: dict[str, Block] = {}
    for tree in trees:
        for each in (part for page in parts_below(tree, "office:master-styles") for part in page):
            if each.tag in ("style:header", "style:header-first"):
                heads |= {text: Furniture(text=text, reason="page head") for text in _texts(walk.story(each))}
            elif each.tag in ("style:footer", "style:footer-first"):
                feet |= {text: Furniture(text=text, reason="page foot") for text in _texts(walk.story(each))}
    return list(heads.values()), list(feet.values())


def _texts(blocks: Sequence[RawBlock]) -> Iterator[str]:
    for each in blocks:
        if isinstance(each, RawTable):
            yield from _texts(list(contents(each)))
        elif each.text:
            yield each.text


def _findings(walk: OdtWalk) -> Iterator[Finding]:
    if walk.changes:
        yield Finding(code="open-changes", severity=Severity.WARNING)
    counts = {"word/comments": walk.comments, "word/hidden-text": walk.hidden, "word/footnotes": len(walk.notes)}
    for code, count in counts.items():
        if count:
            yield Finding(code=code, args={"count": count}, severity=Severity.NOTE)
