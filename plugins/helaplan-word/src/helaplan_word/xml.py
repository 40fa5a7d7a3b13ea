"""XML of office documents as trees with short names: `w:p` whether the file is transitional or strict."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring
from xml.parsers import expat

_OOXML = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    f"{_OOXML}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OOXML}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OOXML}markup-compatibility/2006": "mc",
    f"{_OOXML}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OOXML}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1999/xlink": "xlink",
    f"{_ODF}office:1.0": "office",
    f"{_ODF}text:1.0": "text",
    f"{_ODF}table:1.0": "table",
    f"{_ODF}style:1.0": "style",
    f"{_ODF}drawing:1.0": "draw",
    f"{_ODF}meta:1.0": "meta",
    f"{_ODF}manifest:1.0": "manifest",
    f"{_ODF}xsl-fo-compatible:1.0": "fo",
    f"{_ODF}svg-compatible:1.0": "svg",
}
#: How many different names are remembered; a file of nothing but new names must not fill the memory.
_REMEMBERED = 5_000


class DoctypeFound(Exception):
    """The XML has a DOCTYPE, which no word processor writes and with which every attack by entities begins."""


class _PrologEnds(Exception):
    pass


def elements(data: bytes) -> Element:
    """The tree of an XML part. Raises DoctypeFound, ParseError, ExpatError, LookupError (an unknown encoding)."""
    _refuse_doctype(data)
    root = fromstring(data)
    names: dict[str, str] = {}
    for each in root.iter():
        each.tag = names.get(each.tag) or _shortened(each.tag, names)
        if each.attrib:
            attributes = [(names.get(key) or _shortened(key, names), value) for key, value in each.attrib.items()]
            each.attrib.clear()
            each.attrib.update(attributes)
    return root


def _shortened(name: str, names: dict[str, str]) -> str:
    space, sign, local = name[1:].rpartition("}") if name.startswith("{") else ("", "", name)
    prefix = _PREFIXES.get(space, "") if sign else ""
    made = f"{prefix}:{local}" if prefix else local
    if len(names) < _REMEMBERED:
        names[name] = made
    return made


def _refuse_doctype(data: bytes) -> None:
    """Look at what stands before the first element; a DOCTYPE can stand nowhere else."""

    def doctype(*_: object) -> None:
        raise DoctypeFound

    def element(*_: object) -> None:
        raise _PrologEnds

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    try:
        parser.Parse(data, True)
    except _PrologEnds:
        return


def below(element: Element | None, *tags: str) -> Element | None:
    """The first element on this way of tags; None where the way ends before. (ElementTree's paths know no `w:`.)"""
    for tag in tags:
        if element is None:
            return None
        element = element.find(tag)
    return element


def parts_below(element: Element | None, *tags: str) -> tuple[Element, ...]:
    """What stands in the first element on this way of tags; nothing where the way ends before."""
    found = below(element, *tags)
    # Never `found or ()`: from Python 3.12 on it warns, since an element without parts counts as False.
    return () if found is None else tuple(found)
