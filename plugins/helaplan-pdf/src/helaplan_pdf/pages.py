"""A page as the reader sees it: rows, tables, and what stands beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from helaplan_pdf.boxes import beside as boxes_beside
from helaplan_pdf.boxes import hanging
from helaplan_pdf.glyphs import Glyph
from helaplan_pdf.ruled import Drawn, Grid, Rule, grids
from helaplan_pdf.spread import spreads
from helaplan_pdf.stretches import Row, Stretch, Wall, rows
from helaplan_pdf.tags import ARTIFACT, FIGURE

PAGE_NUMBER = "page number"
RUNNING_HEAD = "running head"
FOOTNOTE = "footnote"
TURNED = "turned text"

_BULLET = "•"
#: A page of fewer characters may well be mostly head and foot.
_SHORT = 400
#: A mark that stands alone before the words of an item or a heading.
_MARK = re.compile(
    r"[•●○◦❍▪■□▫❏❑❒➢➤►▶✓✔❖◆◇·∙‣⁃\uf020-\uf0ff–—*o-]|\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\(?[a-zåäö][.)]"
)
_TYPED = re.compile(rf"(?:{_MARK.pattern})\s|[^\W_]{{1,30}}(?: [^\W_]{{1,20}})?:\s")
_KNOWN_BULLETS = frozenset("•●○◦❍▪■□▫❏❑❒➢➤►▶✓✔❖◆◇·∙‣⁃")
#: How far a mark may stand from its words, in sizes.
_REACH = 5.0
_NUMBER = re.compile(
    r"(?:sida|sidan|sid\.?|page|p\.?|s\.?)?\s*\d{1,3}(?:\s*(?:av|of|/)\s*\d{1,3}|\s*\(\d{1,3}\))?", re.I
)
_NOTE = re.compile(r"(\d{1,2}|\*{1,3}|[a-z])[ .)]?\s*\S")


def _rows(given: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(given)


@frozen
class TableRow:
    """A row of a ruled table: what each cell holds, line by line, and which columns go on with the cell above."""

    cells: tuple[tuple[Stretch, ...], ...]
    merged: frozenset[int]
    x: float


@frozen
class RuledTable:
    """A table and where its top edge is."""

    top: float
    bottom: float
    rows: tuple[TableRow, ...]


@frozen
class Page:
    """A page of `width` and `height` in points; rows and tables from top to bottom.

    `boxes` are the rows of framed texts beside the others; `beside` are rows that are no text of the document, each
    with what it is, `turned` the words that aren't upright, `pictured` those in pictures.
    """

    width: float
    height: float
    rows: tuple[Row, ...] = field(converter=_rows)
    tables: tuple[RuledTable, ...] = ()
    beside: tuple[tuple[Row, str], ...] = ()
    turned: str = ""
    pictured: str = ""
    rules: tuple[Rule, ...] = ()
    boxes: tuple[tuple[Row, ...], ...] = ()


def page_of(glyphs: Sequence[Glyph], drawing: Drawn, size: tuple[float, float], *, alone: bool) -> Page:
    """The page with these characters and this drawing. `alone`: no other page shows what comes back on each."""
    told = [each for each in glyphs if each.beside]
    if len(glyphs) > _SHORT and sum(each.beside == ARTIFACT for each in told) * 2 > len(glyphs):
        told = []  # a full page that is nothing but head and foot has tags that can't be trusted
    aside = {id(each) for each in told}
    glyphs = [each for each in glyphs if id(each) not in aside]
    found = grids(drawing.rules)
    walls = [Wall(rule.at, rule.start, rule.end) for rule in drawing.rules if not rule.level] if found else []
    made = rows(glyphs, walls)
    notes = _footnotes(made, drawing.rules, found, size[0])
    if notes:
        marks = {match[1] for row in notes if (match := _NOTE.match(_text(row)))}
        top = max(row.y for row in notes) + notes[0].size
        # The mark goes, its place stays, so that no blank comes where it stood.
        raised = {id(each) for each in glyphs if each.text in marks and _is_raised(each, made, top)}
        raised |= set(_level_notes(glyphs, marks - {each.text for each in glyphs if id(each) in raised}, top))
        unmarked = [evolve(each, text="") if id(each) in raised else each for each in glyphs]
        made = rows(unmarked, walls)
        notes = _footnotes(made, drawing.rules, found, size[0])
    made = [_marked(row) for row in _level_marks(made)]
    made = _dotted(made, drawing.dots)
    tables, made = _tables(made, found)
    made, boxes = boxes_beside(made, drawing.rules, size[0])
    beside = [(row, FOOTNOTE) for row in made if any(row.y == note.y for note in notes)]
    body = [row for row in made if not any(row.y == note.y for note in notes)]
    edge = _at_edge(body, tables, size[1] if alone else 0.0)
    beside += edge
    beside += [(row, ARTIFACT) for row in rows([each for each in told if each.beside == ARTIFACT])]
    return Page(
        *size,
        _hung([row for row in body if not any(row is each for each, _ in edge)]),
        tuple(tables),
        tuple(beside),
        "".join(each.text for each in glyphs if not each.upright).strip(),
        " ".join(_text(row) for row in rows([each for each in told if each.beside == FIGURE])),
        drawing.rules,
        tuple(map(tuple, boxes)),
    )


def with_spreads(page: Page) -> Page:
    """The page with its tables without upright rules as tables, too. Only for pages without columns of prose."""
    found = spreads(page.rows, page.rules)
    if not found:
        return page
    taken = {id(row) for each in found for row in each.taken}
    tables = [
        RuledTable(
            each.taken[0].y + each.taken[0].size,
            each.taken[-1].y,
            tuple(TableRow(cells, frozenset(), each.taken[0].stretches[0].x) for cells in each.rows),
        )
        for each in found
    ]
    tables = sorted((*page.tables, *tables), key=lambda table: -table.top)
    return evolve(page, rows=[row for row in page.rows if id(row) not in taken], tables=tuple(tables))


def _text(row: Row) -> str:
    return " ".join(each.text for each in row.stretches)


def _level_marks(given: list[Row]) -> list[Row]:
    """The rows with marks that stand a little higher or lower than their words moved to the words' row."""
    made = list(given)
    for place, row in enumerate(given):
        for mark in row.stretches:
            if not _is_mark(mark) or _words_after(mark, row) is not None:
                continue
            near = [at for at in range(max(0, place - 2), min(len(made), place + 3)) if at != place]
            home = next((at for at in near if _takes(made[at], mark, row)), None)
            if home is not None:
                ordered = sorted((*made[home].stretches, mark), key=lambda each: each.x)
                made[home] = evolve(made[home], stretches=tuple(ordered))
                kept = tuple(each for each in made[place].stretches if each is not mark)
                made[place] = evolve(made[place], stretches=kept)
    return [row for row in made if row.stretches]


def _words_after(mark: Stretch, row: Row) -> Stretch | None:
    """The words that a mark stands before on this row."""
    after = (each for each in row.stretches if each.x >= mark.right)
    return next((each for each in after if each.x - mark.right <= _REACH * each.size), None)


def _takes(row: Row, mark: Stretch, own: Row) -> bool:
    if not row.stretches or abs(row.y - own.y) > 0.6 * max(row.size, mark.size):
        return False
    words = _words_after(mark, row)
    return words is not None and not any(each.right > mark.x and each.x < words.x for each in row.stretches)


def _marked(row: Row) -> Row:
    """The row with a mark that stands alone joined to the words after it, and marks of sign fonts as bullets."""
    made: list[Stretch] = []
    for each in row.stretches:
        last = made[-1] if made else None
        if last is not None and _is_mark(last) and each.x - last.right <= _REACH * each.size:
            made[-1] = evolve(each, text=f"{_mark(last)} {each.text}", x=last.x)
        else:
            made.append(each)
    return evolve(row, stretches=tuple(evolve(each, text=_mark(each)) if each.symbol else each for each in made))


def _is_mark(stretch: Stretch) -> bool:
    return (stretch.symbol and len(stretch.text) == 1) or _MARK.fullmatch(stretch.text) is not None


def _mark(stretch: Stretch) -> str:
    """A sign of Wingdings and its kin is a bullet, whatever letter the font keeps it under."""
    return _BULLET if stretch.symbol and len(stretch.text) == 1 and stretch.text not in _KNOWN_BULLETS else stretch.text


def _dotted(given: list[Row], dots: Sequence[tuple[float, float, float, float]]) -> list[Row]:
    """The rows with bullets that are drawn rather than written; one alone is an ornament."""
    found: dict[int, tuple[float, float, float, float]] = {}
    for dot in dots:
        middle = (dot[1] + dot[3]) / 2
        for place, row in enumerate(given):
            first = row.stretches[0]
            level = row.y - 0.1 * row.size <= middle <= row.y + 0.9 * row.size
            if level and 0 < first.x - dot[2] <= _REACH * row.size and not _MARK.match(first.text[:1]):
                found[place] = dot
    if len(found) < 2:
        return given
    made = list(given)
    for place, dot in found.items():
        first, *more = given[place].stretches
        first = evolve(first, text=f"{_BULLET} {first.text}", x=dot[0])
        made[place] = evolve(given[place], stretches=(first, *more))
    return made


def _hung(given: list[Row]) -> list[Row]:
    """The rows with bullets before items that only hang out from their other lines; marks say more than that."""
    places = hanging(given, _TYPED)
    made = list(given)
    for place in places:
        first, *more = given[place].stretches
        made[place] = evolve(given[place], stretches=(evolve(first, text=f"{_BULLET} {first.text}"), *more))
    return made


def _tables(given: list[Row], found: Sequence[Grid]) -> tuple[list[RuledTable], list[Row]]:
    """The tables with what stands in them, and the rows without it."""
    tables: list[RuledTable] = []
    rest = given
    for grid in found:
        cells: dict[tuple[int, int], list[Stretch]] = {}
        kept: list[Row] = []
        for row in rest:
            outside = []
            for each in row.stretches:
                home = grid.cell((each.x + min(each.right, each.x + each.size)) / 2, row.y + 0.3 * row.size)
                if home is None:
                    outside.append(each)
                else:
                    cells.setdefault(home, []).append(each)
            if outside:
                kept.append(evolve(row, stretches=tuple(outside)))
        # A frame around one text is no table.
        if len({column for _, column in cells}) < 2 or len({row for row, _ in cells}) < 2:
            continue
        rest = kept
        tables.append(RuledTable(grid.ys[0], grid.ys[-1], tuple(_table_rows(grid, cells))))
    return tables, rest


def _table_rows(grid: Grid, cells: dict[tuple[int, int], list[Stretch]]) -> list[TableRow]:
    made = []
    columns = [place for place in range(len(grid.xs) - 1) if any(column == place for _, column in cells)]
    for row, homes in enumerate(grid.home):
        held = [tuple(cells.get(homes[place], ())) if homes[place][1] == place else () for place in columns]
        merged = frozenset(at for at, place in enumerate(columns) if homes[place][0] < row)
        own = any(part for at, part in enumerate(held) if at not in merged)
        if own:
            made.append(TableRow(tuple(held), merged, grid.xs[0]))
    return made


def _footnotes(made: Sequence[Row], rules: Sequence[Rule], found: Sequence[Grid], width: float) -> list[Row]:
    """The rows below a short rule at the foot of a page, where they are small and begin with a mark."""
    usual = _usual(made)
    for rule in rules:
        if not rule.level or not 0.05 * width < rule.end - rule.start < 0.5 * width:
            continue
        below = [row for row in made if row.y < rule.at]
        small = [row for row in below if row.size <= 0.92 * usual and row.stretches[0].x >= rule.start - usual]
        in_table = any(grid.ys[-1] - 1 <= rule.at <= grid.ys[0] + 1 for grid in found)
        if small and not in_table and len(below) - len(small) <= 2 and _NOTE.match(_text(small[0])):
            return small
    return []


def _is_raised(glyph: Glyph, made: Sequence[Row], above: float) -> bool:
    """True for a small raised sign on a row of larger letters."""
    if glyph.y <= above:
        return False
    return any(
        0.1 * row.size < glyph.y - row.y < 0.7 * row.size and glyph.size < 0.85 * row.size
        for row in made
        if row.stretches[0].x <= glyph.x <= row.stretches[-1].right + row.size
    )


def _level_notes(glyphs: Sequence[Glyph], marks: set[str], above: float) -> Iterator[int]:
    """The ids of marks of footnotes that a font draws small and high by itself, so that they seem to be of full size.

    Such a mark is the only figure of its kind that follows right on a word.
    """
    for mark in marks:
        spots = [
            glyph
            for before, glyph, after in zip(glyphs, glyphs[1:], [*glyphs[2:], None], strict=False)
            if glyph.text == mark and mark.isdigit() and glyph.y > above and _ends_word(before, glyph, after)
        ]
        if len(spots) == 1:
            yield id(spots[0])


def _ends_word(before: Glyph, glyph: Glyph, after: Glyph | None) -> bool:
    touches = abs(glyph.x - before.right) < 0.12 * glyph.size and abs(glyph.y - before.y) < 0.1 * glyph.size
    on_word = before.text.isalpha() or before.text in '.,;:)!?”"'
    return touches and on_word and (after is None or not after.text.isalnum() or after.y != glyph.y)


def _usual(made: Sequence[Row]) -> float:
    letters: dict[float, int] = {}
    for row in made:
        for each in row.stretches:
            key = round(each.size, 1)
            letters[key] = letters.get(key, 0) + len(each.text)
    return max(letters, key=lambda size: (letters[size], size)) if letters else 1.0


def _at_edge(body: list[Row], tables: Sequence[RuledTable], height: float) -> list[tuple[Row, str]]:
    """What stands apart at the head or foot of the page: a page number and the line beside it.

    Small letters too, on a page of this height; a height of 0 says that other pages tell what comes back.
    """
    made: list[tuple[Row, str]] = []
    usual = _usual(body)
    for ordered in (body, body[::-1]):
        inner = _apart(ordered)
        edge = ordered[:inner]
        at = [row for row in edge if _NUMBER.fullmatch(_text(row).strip("-–— "))]
        inside = any(table.bottom <= row.y <= table.top for row in edge for table in tables)
        small = height and all(row.size <= 0.9 * usual and not 0.07 < row.y / height < 0.93 for row in edge)
        if edge and (at or small) and not inside:
            made += [(row, PAGE_NUMBER if row in at else RUNNING_HEAD) for row in edge]
    return made


def _apart(ordered: Sequence[Row]) -> int:
    """How many rows, three at most, stand at this edge of the page with a wide blank after them; 0 where none do."""
    for place in range(min(3, len(ordered) - 1)):
        first, second = ordered[place], ordered[place + 1]
        if abs(first.y - second.y) > 2.2 * max(first.size, second.size):
            return place + 1
    return len(ordered) if len(ordered) == 1 else 0
