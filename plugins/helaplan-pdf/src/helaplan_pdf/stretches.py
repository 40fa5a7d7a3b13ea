"""Characters to stretches: words that stand on one baseline without a wide blank between them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from attrs import define, frozen

from helaplan import join_letters
from helaplan_pdf.cells import by_columns
from helaplan_pdf.glyphs import Glyph

#: A blank this wide, in sizes of the letters, divides two stretches (a tab, a gutter between columns).
WIDE = 0.8
#: A gap this wide is a blank between words where the file has none.
_BLANK = 0.17
#: How far two baselines may differ and still be one, in sizes.
_LEVEL = 0.25
_RAISED = 0.62
#: A sign of another font is at most this many characters.
_FEW = 4
_LONGEST_LABEL = 40


@frozen
class Stretch:
    """Words side by side: left and right edge, baseline, size, and whether most of their letters are bold.

    `symbol` is true where all of it comes from a font of signs (Symbol, Wingdings, ZapfDingbats). `label` are the bold
    words up to a colon that it begins with, where what follows isn't bold.
    """

    text: str
    x: float
    right: float
    y: float
    size: float
    bold: bool
    symbol: bool = False
    label: str = ""


@define(eq=False)
class _Run:
    glyphs: list[Glyph]

    @property
    def y(self) -> float:
        return self.glyphs[0].y

    @property
    def x(self) -> float:
        return min(each.x for each in self.glyphs)

    @property
    def right(self) -> float:
        return max(each.right for each in self.glyphs)

    @property
    def size(self) -> float:
        return max(each.size for each in self.glyphs)

    @property
    def text(self) -> str:
        return "".join(each.text for each in self.glyphs)


@frozen
class Row:
    """Stretches on one baseline, from left to right."""

    stretches: tuple[Stretch, ...]
    y: float
    size: float


@frozen
class Wall:
    """An upright rule, which words don't go across: its place, its foot and its top."""

    x: float
    foot: float
    top: float


def rows(glyphs: Iterable[Glyph], walls: Sequence[Wall] = ()) -> list[Row]:
    """The rows of a page from top to bottom. Characters that aren't upright are no part of it."""
    levels = _levels([run for run in _runs(glyphs) if not run.text or run.text.strip()])
    grouped = [_groups(runs, [wall for wall in walls if wall.foot <= runs[0].y <= wall.top]) for runs in levels]
    made = []
    for runs, groups in zip(levels, by_columns(grouped), strict=True):
        stretches = [each for each in map(_stretch, map(_as_read, groups)) if each.text]
        if stretches:
            size = max(each.size for each in stretches)
            made.append(Row(tuple(stretches), runs[0].y, size))
    return made


def _runs(glyphs: Iterable[Glyph]) -> list[_Run]:
    """Characters that follow one another in the file and on the paper."""
    runs: list[_Run] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if not glyph.upright or glyph.size <= 0:
            last = None
            continue
        if last is not None and _follows(last, glyph):
            runs[-1].glyphs.append(glyph)
        else:
            runs.append(_Run([glyph]))
        last = glyph
    return runs


def _follows(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    same = abs(glyph.y - last.y) <= 0.1 * size and min(last.size, glyph.size) > 0.8 * size
    return same and -0.3 * size <= glyph.x - last.right <= WIDE * size and last.symbol == glyph.symbol


def _levels(runs: list[_Run]) -> list[list[_Run]]:
    """The runs by baseline from top to bottom; raised and lowered small ones with the row they belong to."""
    levels: list[list[_Run]] = []
    small: list[_Run] = []
    usual = median(run.size for run in runs) if runs else 0.0
    for run in sorted(runs, key=lambda each: (-each.y, each.x)):
        if len(run.text.strip()) <= 3 and run.size < 0.8 * usual:
            small.append(run)
        elif levels and abs(levels[-1][0].y - run.y) <= _LEVEL * min(levels[-1][0].size, run.size):
            levels[-1].append(run)
        else:
            levels.append([run])
    for run in small:
        home = next((level for level in levels if any(_touches(other, run) for other in level)), None)
        if home is None:
            home = next((level for level in levels if abs(level[0].y - run.y) <= _LEVEL * run.size), None)
        if home is None:
            levels.append([run])
        else:
            home.append(run)
    return sorted(levels, key=lambda level: -level[0].y)


def _touches(run: _Run, small: _Run) -> bool:
    """True where a small run is an index of this one or of its last word."""
    near = -0.3 * run.size <= small.x - run.right <= 0.4 * run.size or 0 <= run.x - small.right <= 0.4 * run.size
    return near and abs(small.y - run.y) <= _RAISED * run.size and small.size < 0.85 * run.size


def _groups(runs: Sequence[_Run], walls: Sequence[Wall]) -> list[list[Glyph]]:
    """The characters of a row, parted at wide blanks and at walls."""
    glyphs = _without_doubles(_from_left(runs))
    groups: list[list[Glyph]] = []
    right = last = 0.0
    for glyph in glyphs:
        blank = glyph.text.isspace()
        if blank and not groups:
            continue
        middle = (glyph.x + glyph.right) / 2
        apart = not blank and groups and glyph.x - right > WIDE * max(glyph.size, groups[-1][-1].size)
        if not groups or apart or (not blank and any(last < wall.x < middle for wall in walls)):
            groups.append([])
            right = glyph.right
        groups[-1].append(glyph)
        if not blank:
            right = max(right, glyph.right)
            last = middle
    return groups


def _as_read(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters in the order of reading: Hebrew and Arabic run from right to left between the others."""
    places = [
        place for place, each in enumerate(glyphs) if unicodedata.bidirectional(each.text[:1] or " ") in ("R", "AL")
    ]
    if not places:
        return glyphs
    made = list(glyphs)
    start = end = places[0]
    for place in [*places[1:], len(glyphs) * 2]:
        if all(each.text.isspace() for each in glyphs[end + 1 : place]) and place < len(glyphs):
            end = place
            continue
        made[start : end + 1] = made[start : end + 1][::-1]
        start = end = place
    return made


def _from_left(runs: Sequence[_Run]) -> list[Glyph]:
    """The characters from left to right. A sign from another font may be drawn last though it stands in mid-word."""
    ordered = sorted(runs, key=lambda each: each.x)
    glyphs = [glyph for run in ordered for glyph in run.glyphs if not _is_supposed(glyph)]
    long = [run for run in ordered if len(run.glyphs) > _FEW]
    if any(second.x < first.right - first.size for first, second in pairwise(long)):
        return glyphs  # two texts one over the other: mixed they would be neither
    return sorted(glyphs, key=lambda each: each.x)


def _is_supposed(glyph: Glyph) -> bool:
    """True for a blank without width, which PDFium puts where letters stand apart."""
    return glyph.text.isspace() and glyph.right - glyph.x < 0.02 * glyph.size


def _without_doubles(glyphs: list[Glyph]) -> list[Glyph]:
    """Letters drawn twice at nearly the same place, to look bold, once."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        near = next((each for each in kept[-12:] if each.text == glyph.text and _same_place(each, glyph)), None)
        if near is None or glyph.text.isspace():
            kept.append(glyph)
    return kept


def _same_place(one: Glyph, other: Glyph) -> bool:
    return abs(one.x - other.x) < 0.12 * one.size and abs(one.y - other.y) < 0.1 * one.size


def _stretch(glyphs: list[Glyph]) -> Stretch:
    shown = [each for each in glyphs if not each.text.isspace()]
    if not shown:
        return Stretch("", 0.0, 0.0, 0.0, 0.0, False)
    tight = _BLANK + _spacing(glyphs)
    parts: list[str] = []
    last: Glyph | None = None
    for glyph in glyphs:
        gap = 0.0 if last is None else max(glyph.x - last.right, last.x - glyph.right)
        if last is not None and not last.text.isspace() and not glyph.text.isspace() and gap > tight * glyph.size:
            parts.append(" ")
        parts.append(glyph.text)
        last = glyph
    letters = sum(1 for each in shown if each.bold)
    size = max(shown, key=lambda each: each.size).size
    text = " ".join(join_letters("".join(parts).replace("\u00a0", " ")).split())
    return Stretch(
        text,
        min(each.x for each in shown),
        max(each.right for each in shown),
        shown[0].y,
        size,
        letters * 2 > len(shown),
        all(each.symbol for each in shown),
        _label(text, shown),
    )


def _label(text: str, shown: Sequence[Glyph]) -> str:
    """The bold words with a colon at the beginning of a text that isn't bold after them, else nothing."""
    bold = next((place for place, each in enumerate(shown) if not each.bold), len(shown))
    if not 0 < bold < len(shown) or any(each.bold and each.text == ":" for each in shown[bold:]):
        return ""
    letters = len("".join(each.text for each in shown[:bold]))
    end = 0
    while letters and end < len(text):
        letters -= not text[end].isspace()
        end += 1
    if text[end : end + 1] == ":":
        end += 1
    return text[:end] if text[:end].endswith(":") and end <= _LONGEST_LABEL else ""


def _spacing(glyphs: list[Glyph]) -> float:
    """How much wider than usual the letters are set, in sizes: 0 where they touch as in ordinary text."""
    gaps = [
        (after.x - before.right) / after.size
        for before, after in pairwise(glyphs)
        if not before.text.isspace() and not after.text.isspace()
    ]
    return max(0.0, median(gaps)) if len(gaps) > 4 else 0.0
