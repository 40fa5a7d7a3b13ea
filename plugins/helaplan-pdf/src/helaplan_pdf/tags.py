"""What the tags of a page say is no running text: pictures that are told in other words, heads and feet."""

from __future__ import annotations

import ctypes

from pypdfium2 import PdfPage, raw  # type: ignore[import-untyped]

ARTIFACT = "page head or foot"
FIGURE = "figure"
#: Trees larger than this are left alone; a page of text has a few hundred elements.
_MOST = 20_000


def figure_marks(page: PdfPage) -> frozenset[int]:
    """The numbers of the marked contents of this page that lie in a figure with an alternative text."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return frozenset()
    found: set[int] = set()
    try:
        waiting = [
            (raw.FPDF_StructTree_GetChildAtIndex(tree, place), False)
            for place in range(max(0, raw.FPDF_StructTree_CountChildren(tree)))
        ]
        for _ in range(_MOST):
            if not waiting:
                break
            element, inside = waiting.pop()
            if not element:
                continue
            inside = inside or _is_picture(element)
            if inside:
                many = raw.FPDF_StructElement_GetMarkedContentIdCount(element)
                found |= {raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, each) for each in range(many)}
            many = max(0, raw.FPDF_StructElement_CountChildren(element))
            children = [raw.FPDF_StructElement_GetChildAtIndex(element, each) for each in range(many)]
            # The caption of a picture goes with it; one of a table is read.
            pictures = any(child and _is_picture(child) for child in children)
            waiting += [(child, inside or (pictures and _type(child) == "Caption")) for child in children if child]
    finally:
        raw.FPDF_StructTree_Close(tree)
    return frozenset(each for each in found if each >= 0)


def _is_picture(element: object) -> bool:
    return _type(element) == "Figure" and bool(raw.FPDF_StructElement_GetAltText(element, None, 0) > 2)


def _type(element: object) -> str:
    buffer = ctypes.create_string_buffer(64)
    length = raw.FPDF_StructElement_GetType(element, buffer, 64)
    return buffer.raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")


def beside(thing: object, figures: frozenset[int]) -> str:
    """What the marks of a page object say that it is, "" for text of the document."""
    if figures and raw.FPDFPageObj_GetMarkedContentID(thing) in figures:
        return FIGURE
    for place in range(max(0, raw.FPDFPageObj_CountMarks(thing))):
        mark = raw.FPDFPageObj_GetMark(thing, place)
        buffer = ctypes.create_string_buffer(32)
        length = ctypes.c_ulong()
        letters = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        if raw.FPDFPageObjMark_GetName(mark, letters, 32, length) and buffer.raw[: length.value - 2] == _ARTIFACT:
            return ARTIFACT
    return ""


_ARTIFACT = "Artifact".encode("utf-16-le")
