"""The fonts of this package. With no others than these and Typst's own, the same words give the same bytes anywhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import typst

#: Beside the fonts that come with Typst: the letters of labels, tables and pictures.
FOLDER = Path(__file__).with_name("fonts")
SANS = "Helaplan Sans"
_GENERIC = re.compile(r"(font-family\s*[=:][^<>;]*?)\bsans-serif\b")


@cache
def fonts() -> typst.Fonts:
    """The fonts to print with, looked through once."""
    return typst.Fonts(include_system_fonts=False, font_paths=[FOLDER])


def with_fonts(svg: str) -> str:
    """The picture with the name of our font where it asks for whatever font without serifs there is."""
    return _GENERIC.sub(rf"\g<1>{SANS}", svg)
