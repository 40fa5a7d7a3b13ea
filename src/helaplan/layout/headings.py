"""Lines that look like headings. Nothing is decided here: they come out as headings without a level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helaplan.layout.chars import is_caps
from helaplan.layout.flow import Measure
from helaplan.layout.lines import Line
from helaplan.layout.markers import Mark, Marker

_MAX_LETTERS = 90
_MAX_WORDS = 11
_LETTERS = re.compile(r"[^\W\d_]")
#: No heading ends in one of these, and none begins with one.
_BINDING = frozenset("och samt eller för i inom med av till på om under mellan and or of for in with to on".split())
#: Words that a heading may begin with, though another word must follow them.
_OPEN = frozenset("hos vid mot från som att den det ett en bland the a an at from that".split())
_ENDS = (".", "!", "?", ",", ";", "…", "-")
#: A sentence ends and another begins: "Gruppen har gjort en lista. I år gäller:".
_SENTENCES = re.compile(r"[a-zåäö]{4}[.!?]\s+[A-ZÅÄÖ]")


def is_strong(line: Line, measure: Measure) -> bool:
    """True where the line stands out from the text: bold, larger, or all in capitals."""
    larger = line.size is not None and measure.size is not None and line.size > measure.size + 0.9
    return bool(line.bold) or larger or bool(line.caps) or is_caps(line.text)


def binds(text: str) -> bool:
    """True where the last word of a line needs another one: "och", "för"."""
    return bool(text.split()) and text.split()[-1].casefold() in _BINDING | _OPEN


def heading_goes_on(first: Line, second: Line, measure: Measure) -> bool:
    """True where a heading runs over two lines of the same look: cut within a word, or next to a word that binds."""
    if not (is_strong(first, measure) and is_strong(second, measure)) or measure.is_loose(second):
        return False
    if first.page != second.page or first.size != second.size or first.bold != second.bold:
        return False
    if is_caps(first.text) != is_caps(second.text) or first.text.endswith((".", ":", "!", "?")):
        return False
    before, after = first.text.split()[-1].casefold(), second.text.split()[0].casefold()
    return before in _BINDING or after in _BINDING or before.endswith(("-", ",", "–", "\u00ad"))


def looks_like_heading(line: Line, measure: Measure) -> bool:
    """True for a short line that begins like a heading and doesn't end like a sentence."""
    text = line.text.strip()
    if not text or len(text) > _MAX_LETTERS or len(text.split()) > _MAX_WORDS or not _LETTERS.search(text):
        return False
    strong = is_strong(line, measure)
    start = text.lstrip("\"”'»(")[:1]
    if not strong and (not (start.isupper() or start.isdigit()) or _SENTENCES.search(text)):
        return False
    if text.endswith(_ENDS):
        return strong and text[-1] in ".!?" and len(text.split()) <= 6
    return not text.startswith("(") or strong


def numbered_heading(place: int, lines: Sequence[Line], marks: Sequence[Marker | None], measure: Measure) -> bool:
    """True where a line with a number (`1.`, `3.1`) is a heading rather than an item.

    An outline number makes a heading of any short line. A plain number does so only where the line stands alone: its
    neighbours are no items of the same list and it is not continued in small letters.
    """
    marker = marks[place]
    if marker is None or marker.mark not in (Mark.OUTLINE, Mark.NUMBER):
        return False
    text = marker.text.strip()
    if not text or not text[0].isupper() or len(text) > _MAX_LETTERS or len(text.split()) > _MAX_WORDS:
        return False
    if text.endswith(_ENDS):
        return False
    if marker.mark is Mark.OUTLINE or is_strong(lines[place], measure):
        return True
    if not marker.printed.endswith("."):
        return False
    for near in (place - 1, place + 1):
        other = marks[near] if 0 <= near < len(lines) else None
        if other is not None and other.mark is Mark.NUMBER:
            return False
    following = lines[place + 1].text.strip() if place + 1 < len(lines) else ""
    return bool(following) and not following[0].islower()
