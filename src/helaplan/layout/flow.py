"""Where one block ends and the next begins, seen from two neighbouring lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from helaplan.layout.chars import is_caps
from helaplan.layout.joining import is_cut
from helaplan.layout.lines import Line
from helaplan.registers.headings import column_of

_ENDS = (".", "!", "?", ":", ";", "…", ".)", "!)", "?)", ".”", '."', "!”")
_SLACK = 1.0
#: So many letters have room on a line of any page, so a document of short lines has breaks that were meant.
_ROOM = 60
#: "Mål 3.1.2: …", "Aktiviteter:", "Ansvarig: …": a line that says at its beginning what it holds.
_LABEL = re.compile(r"[^\W\d_][\w/ -]{1,28}?(?: \d+(?:\.\d+)*)?:(?:\s|$)")
_KNOWN_LABEL = re.compile(r"(?P<label>[^\W\d_][^\W\d_ .-]{1,14}(?: [^\W\d_]{2,14}){0,2}\.?)(?: \([^()]{1,12}\))?\s*:\s")
#: Kinds of labels that begin a line of their own, whatever stands before.
_LABELS = ("responsible", "when", "budget", "place", "partner", "follow_up", "target")
#: An entry of a calendar by weeks begins a line of its own.
_ENTRY = re.compile(r"(?:[Vv]ecka|[Ww]eek|[Vv]\.)\s*\d{1,2}(?:\s*[–-]\s*\d{1,2})?\s*:")


@frozen
class Measure:
    """What is usual in a document: the gap between lines of one paragraph, the right edge of full lines, the size.

    `limit` is a right edge that no line reaches where lines were broken to fit: a longer one ends where it ends
    because somebody wanted it so. It is 0 where no line was broken in mid-sentence. `unbroken`: hardly any was, so that
    the longest line tells nothing of how much room there is.
    """

    gap: float
    right: float
    size: float | None
    limit: float = 0.0
    unbroken: bool = False

    def is_loose(self, line: Line) -> bool:
        """True where the empty space before the line is more than usual."""
        return line.gap > self.gap * 1.35 + 0.2

    def is_wide(self, line: Line) -> bool:
        """True where the space before the line is a page break made of empty lines."""
        return line.gap >= self.gap + 3 * max(self.gap, 1.0)

    def fits(self, first: Line, second: Line) -> bool:
        """True where the second line's first word had room on the first: the break was meant."""
        if first.right is None:
            return False
        word = second.text.split(maxsplit=1)[0] if second.text.split() else ""
        width = first.letter_width
        edge = self.right if first.edge is None else first.edge
        if self.unbroken and first.edge is None:
            edge = max(edge, _ROOM * width)
        return first.right + (1 + len(word)) * width <= edge - _SLACK * width


def measure(lines: Sequence[Line]) -> Measure:
    """The usual gap, right edge and size of these lines."""
    # Only lines that go on in the middle of a sentence tell how far apart the lines of a paragraph stand.
    gaps = Counter(round(second.gap, 1) for first, second in pairwise(lines) if _surely_goes_on(first, second))
    usual = min(gaps, key=lambda gap: (-gaps[gap], gap), default=0.0)
    broken = [_with_next(first, second) for first, second in pairwise(lines) if _surely_goes_on(first, second)]
    rights = sorted(line.right for line in lines if line.right is not None and line.edge is None)
    right = rights[min(len(rights) - 1, int(len(rights) * 0.95))] if rights else 0.0
    letters: Counter[float] = Counter()
    for line in lines:
        if line.size is not None:
            letters[round(line.size, 1)] += len(line.text)
    size = max(letters, key=lambda each: (letters[each], -each)) if letters else None
    return Measure(gap=usual, right=right, size=size, limit=max(broken, default=0.0), unbroken=len(broken) < 2)


def _with_next(first: Line, second: Line) -> float:
    """Where the first line would have ended with the second's first word on it."""
    return (first.right or 0.0) + (1 + len(second.text.split(maxsplit=1)[0])) * first.letter_width


def _surely_goes_on(first: Line, second: Line) -> bool:
    # "att …" is as often an item of a list, which says nothing of the lines of a paragraph.
    small = second.text[:1].islower() and second.text[1:2] != " " and not second.text.startswith("att ")
    return small and not ends_sentence(first.text)


def ends_sentence(text: str) -> bool:
    """True where the text ends as a sentence or lead-in does."""
    return text.rstrip().endswith(_ENDS)


def goes_on(first: Line, second: Line, measure: Measure, *, hanging: bool, apart: bool) -> bool:
    """True where the second line, which has no mark of its own, continues the block of the first.

    `hanging`: it is indented as the text of the item that the first line belongs to. `apart`: page furniture stood
    between, so that the gap says nothing.
    """
    if first.size is not None and second.size is not None and abs(first.size - second.size) > 0.6:
        return False
    if first.bold is not None and second.bold is not None and first.bold != second.bold:
        return False
    if is_caps(first.text) and not is_caps(second.text):
        return False
    if is_cut(first.text):
        return True
    ended = ends_sentence(first.text)
    start = second.text.lstrip(" ([\"”'»–-")[:1]
    short = first.right is not None and first.right < measure.right * 0.5
    if start.islower() and first.text[:1].islower() and short and not hanging and first.x == second.x:
        # Two short lines in small letters are no wrapped text but a list without marks.
        return False
    if start.islower():
        return not ended or (not first.text.rstrip().endswith(":") and not measure.fits(first, second))
    if (
        _has_known_label(second.text)
        or _ENTRY.match(second.text)
        or (ended and second.text[:1].isupper() and _LABEL.match(second.text))
    ):
        return False
    if ended and first.right is not None and first.right > measure.limit:
        return False
    fits = measure.fits(first, second)
    broken = apart or second.page != first.page or measure.is_wide(second)
    if broken:
        return not ended and not fits and not hanging_lost(first, second, hanging)
    if measure.is_loose(second):
        return False
    if hanging:
        return not (fits and ended)
    return not fits


def hanging_lost(first: Line, second: Line, hanging: bool) -> bool:
    """True where the first line is indented and the second is not, so they are hardly one item."""
    return not hanging and second.x < first.x - 2 * first.letter_width


def _has_known_label(text: str) -> bool:
    """True for a line that begins with a label of an activity: "Ansvarig: …", "Beräknad kostnad: …"."""
    match = _KNOWN_LABEL.match(text)
    return match is not None and column_of(match["label"]) in _LABELS
