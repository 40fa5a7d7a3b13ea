"""Positioned lines to blocks, for every format that only knows lines (text, PDF)."""

from helaplan.layout.build import blocks
from helaplan.layout.chars import clean_chars
from helaplan.layout.joining import join
from helaplan.layout.lines import Line, Part

__all__ = ["Line", "Part", "blocks", "clean_chars", "join"]
