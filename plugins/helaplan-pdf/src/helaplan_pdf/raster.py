"""Draws SVG as PNG, for writers that can't draw."""

from __future__ import annotations

import json

import typst

from helaplan import Finding, UnreadableSource
from helaplan_pdf.fonts import fonts, with_fonts

_PAGE = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#let data = json(bytes(sys.inputs.picture))
#image(bytes(data.svg), format: "svg", width: data.width * 1pt)
"""
#: Pixels to an inch; a point is half of it.
_PPI = 144.0
_MAX_WIDTH = 8000


def rasterise(svg: str, *, width: int) -> bytes:
    """The picture as PNG, `width` pixels wide (1 to 8000), with a clear ground. Same picture, same bytes.

    Raises UnreadableSource with `pdf/bad-picture` where it is no SVG that can be drawn.
    """
    pixels = min(max(width, 1), _MAX_WIDTH)
    picture = json.dumps({"svg": with_fonts(svg), "width": pixels / 2}, ensure_ascii=False)
    try:
        made = typst.compile(
            _PAGE.encode(),
            format="png",
            ppi=_PPI,
            font_paths=fonts(),
            sys_inputs={"picture": picture},
        )
    except typst.TypstError:
        raise UnreadableSource(Finding(code="pdf/bad-picture")) from None
    if not isinstance(made, bytes):
        raise UnreadableSource(Finding(code="pdf/bad-picture"))
    return made
