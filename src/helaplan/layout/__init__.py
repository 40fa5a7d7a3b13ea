"""Positioned lines to blocks, for every format that only knows lines (text, PDF)."""

from helaplan.layout.build import blocks
from helaplan.layout.build import blocks as blocks_of_lines
from helaplan.layout.chars import clean_chars
from helaplan.layout.joining import join
from helaplan.layout.joining import join as join_lines
from helaplan.layout.lines import Line, Part
from helaplan.layout.spaced import join_letters

#: `blocks_of_lines` and `join_lines` are the names by which plugins have `blocks` and `join`.
__all__ = ["Line", "Part", "blocks", "blocks_of_lines", "clean_chars", "join", "join_letters", "join_lines"]
