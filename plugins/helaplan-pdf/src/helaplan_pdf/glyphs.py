"""The characters of a page as PDFium finds them: where each stands, how large and bold it is."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator

from attrs import evolve, frozen
from pypdfium2 import PdfPage, PdfTextPage, raw  # type: ignore[import-untyped]

from helaplan_pdf.tags import beside

_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!-?roman)|[-,](?:bd|fett)\b", re.IGNORECASE)
_SYMBOL = re.compile(r"symbol|wingding|webding|dingbat", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_BOLD_WEIGHT = 600
_FILL_AND_STROKE = 2
#: PDFium's sign for a hyphen, soft or hard, at the end of a line.
_HYPHENS = (0x02, 0xFFFE)


@frozen
class Glyph:
    """One character: its left and right edge and baseline in points, y upwards from the foot of the page as shown.

    `beside` names what the tags of the file say it is where it is no text of the document.
    """

    text: str
    x: float
    right: float
    y: float
    size: float
    bold: bool
    symbol: bool
    upright: bool
    beside: str = ""


@frozen
class _Style:
    size: float
    bold: bool
    symbol: bool
    upright: bool
    beside: str


@frozen
class Turn:
    """From the page's own coordinates to those of the page as it is shown (turned by 0, 90, 180 or 270 degrees)."""

    degrees: int
    left: float
    bottom: float
    width: float
    height: float

    @classmethod
    def of(cls, page: PdfPage) -> Turn:
        left, bottom, right, top = page.get_cropbox()
        return cls(page.get_rotation(), left, bottom, right - left, top - bottom)

    @property
    def shown(self) -> tuple[float, float]:
        """Width and height of the page as shown."""
        return (self.height, self.width) if self.degrees in (90, 270) else (self.width, self.height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is shown."""
        x, y = x - self.left, y - self.bottom
        if self.degrees == 90:
            return y, self.width - x
        if self.degrees == 180:
            return self.width - x, self.height - y
        if self.degrees == 270:
            return self.height - y, x
        return x, y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a box as shown."""
        (ax, ay), (bx, by) = self.point(left, bottom), self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def count(text_page: PdfTextPage) -> int:
    """How many characters the page has, those that PDFium adds included."""
    return max(0, int(raw.FPDFText_CountChars(text_page)))


def glyphs(text_page: PdfTextPage, turn: Turn, figures: frozenset[int] = frozenset()) -> Iterator[Glyph]:
    """The characters of a page in the order of the file. Blanks and line ends that PDFium only supposes are left out.

    The letters of a ligature, and a letter with the marks above it, are one: PDFium cuts their place up as it likes.
    """
    last: Glyph | None = None
    for glyph in _each(text_page, turn, figures):
        if last is not None and _is_part(glyph, last):
            last = evolve(last, text=last.text + glyph.text, right=max(last.right, glyph.right))
            continue
        if last is not None:
            yield last
        last = glyph
    if last is not None:
        yield last


def _is_part(glyph: Glyph, last: Glyph) -> bool:
    if glyph.text.isspace() or last.text.isspace():
        return False
    if unicodedata.combining(glyph.text):
        near = last.x - glyph.size <= glyph.x <= last.right + glyph.size
        return near and abs(glyph.y - last.y) <= glyph.size
    return glyph.x == last.x and glyph.y == last.y and glyph.right == last.right and glyph.right > glyph.x


def _each(text_page: PdfTextPage, turn: Turn, figures: frozenset[int]) -> Iterator[Glyph]:
    styles: dict[int, _Style] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    high = 0
    for place in range(count(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, place)
        owner = raw.FPDFText_GetTextObject(text_page, place)
        if not owner or not raw.FPDFText_GetCharOrigin(text_page, place, x, y):
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        high = 0
        key = ctypes.cast(owner, ctypes.c_void_p).value or 0
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(text_page, place, owner, turn, figures)
        raw.FPDFText_GetLooseCharBox(text_page, place, box)
        text = "-" if code in _HYPHENS else chr(code) if 0 < code < 0x110000 else "\ufffd"
        left, _, right, _ = turn.box(box.left, box.bottom, box.right, box.top)
        start, base = turn.point(x.value, y.value)
        if start < left and style.upright:
            # For some signs PDFium gives the ink alone: the same room is on both sides of it.
            left, right = start, right + (left - start)
        yield Glyph(
            text, left, max(left, right), base, style.size, style.bold, style.symbol, style.upright, style.beside
        )


def _style(text_page: PdfTextPage, place: int, owner: object, turn: Turn, figures: frozenset[int]) -> _Style:
    matrix = raw.FS_MATRIX()
    scale, angle = 1.0, 0.0
    if raw.FPDFText_GetMatrix(text_page, place, matrix):
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) - turn.degrees
    size = raw.FPDFText_GetFontSize(text_page, place) * scale
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(text_page, place, buffer, 200, flags)
    name = buffer.value.decode("latin-1")
    drawn_bold = raw.FPDFTextObj_GetTextRenderMode(owner) == _FILL_AND_STROKE
    weight = raw.FPDFText_GetFontWeight(text_page, place)
    bold = bool(_BOLD.search(name)) or bool(flags.value & _FORCE_BOLD) or weight >= _BOLD_WEIGHT or drawn_bold
    upright = abs((angle + 180) % 360 - 180) < 5
    return _Style(min(abs(size), 1000.0), bold, bool(_SYMBOL.search(name)), upright, beside(owner, figures))


def is_noise(characters: list[Glyph]) -> bool:
    """True where most characters have no known letter: a font that doesn't say what its shapes mean."""
    seen = [each for each in characters if not each.text.isspace() and not each.symbol]
    unknown = sum("\ufffd" in each.text or not each.text.isprintable() for each in seen)
    private = sum("\ue000" <= each.text[:1] <= "\uf8ff" for each in seen)
    return len(seen) > 40 and (unknown + private) * 3 > len(seen)
