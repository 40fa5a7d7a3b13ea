"""Reads a Word file into a Document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from helaplan import Block, Document, Finding, Furniture, Place, Reading, Severity, Source, language_of
from helaplan_word.blocks import Builder
from helaplan_word.numbering import read_numbering
from helaplan_word.own import is_ours, own_document
from helaplan_word.package import Package, unreadable
from helaplan_word.raw import RawBlock, RawTable
from helaplan_word.runs import Runs, TooDeep
from helaplan_word.styles import read_styles
from helaplan_word.tables import contents, paragraphs_in
from helaplan_word.walk import Walk

_STYLES, _NUMBERING = "styles", "numbering"


def read_word(data: bytes, source: Source) -> Reading:
    """The document in a .docx or .docm, its tracked changes read as accepted.

    Furniture: heads, feet, contents lists, footnotes, fields that print the day. Left out with a note: comments and
    hidden text. Raises UnreadableSource for every other kind of file, for damaged, locked and oversized ones, and
    where there is no word to read.
    """
    try:
        return _read(Package.open(data, source.name), source)
    except TooDeep:
        raise unreadable("word/damaged", name=source.name) from None


def _read(package: Package, source: Source) -> Reading:
    main = package.main_part()
    if package.has_macros() and source.name.lower().endswith((".docx", ".dotx")):
        raise unreadable("word/macros-in-docx", name=source.name)
    tree = package.tree(main)
    body = tree.find("w:body") if tree is not None else None
    if body is None:
        raise unreadable("word/damaged", name=source.name)
    targets = package.targets(main)
    parts = {kind: package.tree(path) for kind, path in targets.values() if kind in (_STYLES, _NUMBERING)}
    styles = read_styles(parts.get(_STYLES))
    walk = Walk(styles, read_numbering(parts.get(_NUMBERING)), Runs(styles))
    blocks = walk.story(body)
    if not any(each.text for each in paragraphs_in(blocks)):
        raise unreadable("nothing-to-read", name=source.name)
    notes = _notes(package, targets, walk)
    if is_ours(blocks):
        document = own_document(blocks, _language(package) or _guessed(blocks))
    else:
        document = _others(blocks, notes)
    document = _with_edges(document, package, targets, tree, walk)
    return Reading(document=document, findings=tuple(_findings(walk.runs, notes, package)))


def _others(blocks: Sequence[RawBlock], notes: dict[str, str]) -> Document:
    builder = Builder(notes)
    builder.body(blocks)
    return Document(title=builder.title, language=_guessed(blocks), blocks=builder.made)


def _guessed(blocks: Sequence[RawBlock]) -> str:
    # What a file says of its language is mostly that of the program it was made with.
    return language_of(" ".join(each.text for each in paragraphs_in(blocks)))


def _language(package: Package) -> str:
    tree = package.tree("docProps/core.xml")
    found = tree.find("dc:language") if tree is not None else None
    return (found.text or "").strip() if found is not None else ""


def _notes(package: Package, targets: dict[str, tuple[str, str]], walk: Walk) -> dict[str, str]:
    """The words of footnotes (`f1`) and endnotes (`e1`); the lines that part them from the text have none."""
    made: dict[str, str] = {}
    for kind, path in targets.values():
        if kind not in ("footnotes", "endnotes"):
            continue
        tree = package.tree(path)
        for each in tree if tree is not None else ():
            if each.get("w:type", "normal") == "normal":
                words = [paragraph.text for paragraph in paragraphs_in(walk.story(each))]
                made[kind[0] + each.get("w:id", "")] = " ".join(filter(None, words))
    return made


def _with_edges(
    document: Document, package: Package, targets: dict[str, tuple[str, str]], tree: Element | None, walk: Walk
) -> Document:
    """The document with its page heads before and its page feet after the text, each text once."""
    used = {each.get("r:id", "") for each in (tree.iter() if tree is not None else ()) if _is_edge(each)}
    walk.runs.whole = True
    # Texts as keys: each stands once, in order.
    edges: dict[str, dict[str, Block]] = {"header": {}, "footer": {}}
    for ident, (kind, path) in targets.items():
        if kind in edges and ident in used and (part := package.tree(path)) is not None:
            reason = "page head" if kind == "header" else "page foot"
            for text in _texts(walk.story(part)):
                edges[kind].setdefault(text, Furniture(text=text, reason=reason, place=Place(page=1)))
    return Document(
        title=document.title,
        language=document.language,
        subtitle=document.subtitle,
        id=document.id,
        role=document.role,
        blocks=(*edges["header"].values(), *document.blocks, *edges["footer"].values()),
    )


def _is_edge(element: Element) -> bool:
    return element.tag in ("w:headerReference", "w:footerReference")


def _texts(blocks: Sequence[RawBlock]) -> Iterator[str]:
    for each in blocks:
        if isinstance(each, RawTable):
            yield from _texts(list(contents(each)))
            continue
        if each.text:
            yield each.text
        yield from _texts(each.boxes)


def _findings(runs: Runs, notes: dict[str, str], package: Package) -> Iterator[Finding]:
    """What a person should know of the file besides its text."""
    if runs.changes:
        yield Finding(code="open-changes", severity=Severity.WARNING)
    counts = {
        "word/comments": runs.comments,
        "word/hidden-text": runs.hidden,
        "word/footnotes": len(notes),
        "word/drawings": runs.drawings,
        "word/macros": int(package.has_macros()),
    }
    for code, count in counts.items():
        if count:
            yield Finding(code=code, args={"count": count}, severity=Severity.NOTE)
