"""What drawing needs: numbers with fixed decimals, escaped text, widths of text that no font is wider than, lines."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from html import escape

FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

#: Characters that no XML may hold, and noncharacters, which nobody can show.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(text: str) -> str:
    """The text with a replacement character for each that no XML document may hold or show."""
    made = _ILLEGAL.sub("\ufffd", text)
    return "".join("\ufffd" if ord(each) & 0xFFFE == 0xFFFE else each for each in made)


def text(value: str) -> str:
    """Words as they stand between two tags."""
    return escape(printable(value), quote=False)


def attribute(value: str) -> str:
    """Words as the value of an attribute, with its quotes."""
    made = escape(printable(value), quote=False).replace('"', "&quot;")
    # Else a reader would take them for blanks.
    return f'"{made.replace(chr(10), "&#10;").replace(chr(13), "&#13;").replace(chr(9), "&#9;")}"'


def num(value: float) -> str:
    """A number with at most one decimal, the same on every machine."""
    made = f"{value:.1f}".removesuffix(".0")
    return "0" if made == "-0" else made


def polar(x: float, y: float, radius: float, place: float) -> tuple[float, float]:
    """The point at a place of the year (months from the top, clockwise)."""
    angle = (place / 12) * 2 * math.pi - math.pi / 2
    return x + radius * math.cos(angle), y + radius * math.sin(angle)


def sector(x: float, y: float, inner: float, outer: float, start: float, end: float) -> str:
    """The path of a piece of a ring between two places of the year."""
    corners = [polar(x, y, r, p) for r, p in ((outer, start), (outer, end), (inner, end), (inner, start))]
    large = int((end - start) % 12 > 6)
    a, b, c, d = (f"{num(px)} {num(py)}" for px, py in corners)
    return f"M{a}A{num(outer)} {num(outer)} 0 {large} 1 {b}L{c}A{num(inner)} {num(inner)} 0 {large} 0 {d}Z"


def arc(x: float, y: float, radius: float, start: float, end: float) -> str:
    """The path of a stretch of the year on a circle."""
    (ax, ay), (bx, by) = polar(x, y, radius, start), polar(x, y, radius, end)
    large = int((end - start) % 12 > 6)
    return f"M{num(ax)} {num(ay)}A{num(radius)} {num(radius)} 0 {large} 1 {num(bx)} {num(by)}"


# Widths in em of DejaVu Sans, which is wider than the fonts that come before it: what fits in it fits in all.
_NARROW = {**dict.fromkeys("iljI|'!.,:;´`·", 0.36), **dict.fromkeys('ft()[]{}/\\-r"” ', 0.46)}
_WIDE = {**dict.fromkeys("mwMW@%—…&", 1.0), **dict.fromkeys("OQGDNHU", 0.79)}
_WIDTHS = {**_NARROW, **_WIDE}


def width(value: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is at most."""
    return sum(map(_em, value)) * size * (1.1 if bold else 1)


@lru_cache(maxsize=4096)
def _em(sign: str) -> float:
    known = _WIDTHS.get(sign)
    if known is not None:
        return known
    if unicodedata.combining(sign):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF" or ord(sign) > 0x2000:
        return 1.3
    return 0.71 if sign.isupper() else 0.64


def fit(value: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, cut after a word or else a letter, so that it is no wider than `room`."""
    return "".join(wrap(value, size, room, 1, bold=bold))


def wrap(value: str, size: float, room: float, lines: int, *, bold: bool = False, used: float = 0) -> list[str]:
    """The text in at most so many lines no wider than `room`; an ellipsis ends what was cut.

    `used` is what is taken of the first line already; that one may come out empty.
    """
    made: list[str] = []
    rest = printable(value).split()
    while rest and len(made) < lines:
        line, rest = _line(rest, size, room - (0 if made else used), bold, may_be_empty=bool(used and not made))
        made.append(line)
    if rest and made:
        room -= used if len(made) == 1 else 0
        while made[-1] and width(made[-1] + " …", size, bold=bold) > room:
            made[-1] = made[-1].rpartition(" ")[0] or made[-1][:-1]
        made[-1] = f"{made[-1]} …".strip()
    return made


def _line(rest: list[str], size: float, room: float, bold: bool, may_be_empty: bool) -> tuple[str, list[str]]:
    line = rest[0]
    if width(line, size, bold=bold) > room:
        if may_be_empty:
            return "", rest
        n = 1  # a single word that is too long is broken
        while width(line[: n + 1], size, bold=bold) <= room:
            n += 1
        return line[:n], [line[n:], *rest[1:]]
    used = 1
    while used < len(rest) and width(f"{line} {rest[used]}", size, bold=bold) <= room:
        line = f"{line} {rest[used]}"
        used += 1
    return line, rest[used:]
