"""PDF files made for the tests by other programs than the reader's: reportlab and pikepdf."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    ListFlowable,
    ListItem,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Table,
    TableStyle,
)

STYLES = getSampleStyleSheet()
Draw = Callable[[Any], None]


def drawn(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    """A PDF whose pages are drawn by these functions, each with a canvas of its own page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=True)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def text(*lines: tuple[float, float, str], font: str = "Helvetica", size: float = 11) -> Draw:
    """Draws these lines: x, y, words."""

    def draw(canvas: Any) -> None:
        canvas.setFont(font, size)
        for x, y, words in lines:
            canvas.drawString(x, y, words)

    return draw


def both(*draws: Draw) -> Draw:
    """Draws one after the other on the same page."""

    def draw(canvas: Any) -> None:
        for each in draws:
            each(canvas)

    return draw


def flowing(*parts: Any, columns: int = 1) -> bytes:
    """A PDF in which parts flow as in a word processor, in one column or several."""
    out = io.BytesIO()
    if columns == 1:
        SimpleDocTemplate(out, pagesize=A4, invariant=True).build(list(parts))
        return out.getvalue()
    width = (A4[0] - 80) / columns
    frames = [Frame(40 + place * width, 60, width - 14, A4[1] - 120) for place in range(columns)]
    template = BaseDocTemplate(out, pagesize=A4, invariant=True)
    template.addPageTemplates([PageTemplate(frames=frames)])
    template.build(list(parts))
    return out.getvalue()


def words(text: str, style: str = "BodyText") -> Any:
    """A paragraph, heading or title."""
    return Paragraph(text, STYLES[style])


def bullets(*items: str) -> Any:
    """A list with bullets."""
    listed: list[Any] = [ListItem(words(each)) for each in items]
    return ListFlowable(listed, bulletType="bullet", start="•")


def ruled(rows: Sequence[Sequence[str]], widths: Sequence[float], *, spans: Sequence[Any] = ()) -> Any:
    """A table with rules around every cell; `spans` are merged cells as reportlab names them."""
    style: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, 0), "Helvetica-Bold")]
    style += [("SPAN", *each) for each in spans]
    cells = [[words(cell) if place and len(cell) > 20 else cell for cell in row] for place, row in enumerate(rows)]
    return Table(cells, colWidths=list(widths), style=TableStyle(style))
