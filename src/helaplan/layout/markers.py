"""Marks at the beginning of a line: bullets, letters, numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum

from attrs import frozen

from helaplan.layout.lines import Line


class Mark(Enum):
    """What kind of mark a line begins with. Marks of one kind and place make one level of a list."""

    BULLET = "bullet"
    LETTER = "letter"
    NUMBER = "number"
    """`1.` or `1)`: an item, or the number of a heading."""
    OUTLINE = "outline"
    """`3.1`: nearly always the number of a heading."""


@frozen
class Marker:
    """A mark as printed, its kind, the text after it, and where that text begins."""

    mark: Mark
    printed: str
    text: str
    text_x: float


_SURE_BULLET = re.compile(r"([•●○◦❍▪■□▫❏❑❒➢➤►▶✓✔❖◆◇·∙‣⁃])\s*(?=\S|$)")
_DASH = re.compile(r"([-–—*])\s+(?=\S)")
_LETTER_O = re.compile(r"(o)\s+(?=\w)")
_LETTER = re.compile(r"(\(?[a-zåäö]\))\s*(?=\S)")
_OUTLINE = re.compile(r"(\d{1,2}(?:\.\d{1,2})+\.?)\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,2}[.)])\s+(?=\S)")
_DIGITS = re.compile(r"\d+")


def markers(lines: Sequence[Line]) -> list[Marker | None]:
    """The mark of each line, None for a line without one.

    What may be a mark or a word is decided by the company it keeps: a dash and an `o` count where several lines
    begin with one, a number where it is the first or follows its predecessor.
    """
    found = [_marker(line) for line in lines]
    printed = Counter(each.printed for each in found if each is not None)
    numbers = {each.printed for each in found if each is not None and each.mark is Mark.NUMBER}
    return [each if each is None or _holds(each, printed, numbers) else None for each in found]


def _marker(line: Line) -> Marker | None:
    text = line.text
    for pattern, mark in (
        (_SURE_BULLET, Mark.BULLET),
        (_DASH, Mark.BULLET),
        (_LETTER_O, Mark.BULLET),
        (_LETTER, Mark.LETTER),
        (_OUTLINE, Mark.OUTLINE),
        (_NUMBER, Mark.NUMBER),
    ):
        match = pattern.match(text)
        if match is not None:
            return Marker(mark, match[1], text[match.end() :], line.x + match.end() * line.letter_width)
    return None


def _holds(marker: Marker, printed: Counter[str], numbers: set[str]) -> bool:
    if marker.printed in ("-", "–", "—", "*", "o"):
        return printed[marker.printed] > 1
    if marker.mark is Mark.NUMBER:
        digits = _DIGITS.match(marker.printed)
        value = int(digits.group()) if digits else 0
        return value == 1 or f"{value - 1}{marker.printed[-1]}" in numbers
    return True
