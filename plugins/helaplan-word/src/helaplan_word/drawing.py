"""Figures in a Word document: a PNG that every program shows, with the SVG beside it for those that can draw it."""

from __future__ import annotations

import struct

from helaplan_word.markup import escaped

#: English Metric Units in a pixel at 96 dpi, and the most that a picture may take of a page (16 by 20 cm).
_WIDEST, _HIGHEST = 5_760_000, 7_200_000
#: How wide a picture is made, in pixels: 16 cm at 250 dpi.
PIXELS = 1600
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def png_size(png: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG in pixels, None for what is no PNG."""
    if not png.startswith(b"\x89PNG\r\n\x1a\n") or len(png) < 24:
        return None
    width, height = struct.unpack(">II", png[16:24])
    return (width, height) if width and height else None


def drawing(number: int, size: tuple[int, int], alt: str) -> str:
    """The run that shows picture `number`, as wide as the text allows, with its text alternative."""
    width, height = size
    scale = min(_WIDEST / width, _HIGHEST / height)
    extent = f'cx="{round(width * scale)}" cy="{round(height * scale)}"'
    said = escaped(alt)
    vector = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="rIdHelaplanSvg{number}"/></a:ext></a:extLst>'
    )
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{1000 + number}" name="Bild {number}" descr="{said}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{1000 + number}" name="Bild {number}" descr="{said}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdHelaplanPng{number}">{vector}</a:blip>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
