"""Rows of tables to activities: which column holds what is told by the header, else by the cells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from helaplan.findings import Path
from helaplan.layout import join
from helaplan.model import Period
from helaplan.recognise.beside import Owner, put_value
from helaplan.recognise.draft import Draft, DraftActivity
from helaplan.recognise.naming import new_area
from helaplan.recognise.schedules import find_schedules
from helaplan.recognise.table_rows import group_name, grouping_kind, is_sum
from helaplan.recognise.units import Unit
from helaplan.registers.columns import head_of, is_heads
from helaplan.registers.headings import KINDS, concept_of, plain_heading
from helaplan.registers.months import SEASONS, month_of
from helaplan.text.questions import name

_DAY = re.compile(
    r"\??|(?:den\s+)?\d{1,2}(?::?[ae])?\.?(?:\s*[–—-]\s*\d{1,2}\.?)?|\d{1,2}\s*/\s*\d{1,2}|(?:19|20)\d\d-\d\d-\d\d|v(?:ecka|\.)?\s*\d+"
)
_BARE = re.compile(
    r"(?:(?:ca|cirka|högst|max|upp till|up to)\.?\s+)?\d[\d\s.,]*(?:\s*[–—-]\s*\d[\d\s.,]*)?", re.IGNORECASE
)
_DAY_IN = re.compile(r"\d")
_JOINS = re.compile(r"(?:[,/&-]|\b(?:och|samt|and|med|av|i|för))\s*$", re.IGNORECASE)
_WORD = re.compile(r"\w|\?")


class TableReader:
    """Reads rows one by one. A new header, or a row with another number of cells, begins a new table."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.columns: list[str] = []
        self.units: list[str] = []
        self.wide = -1
        self.coming: list[tuple[str, ...]] = []
        # The area that a row over the rows to come named.
        self.group: int | None = None

    def expect(self, units: Sequence[Unit]) -> None:
        """Tell of the rows to come, so that columns without a header are judged by all their cells."""
        self.coming = [unit.cells for unit in units if unit.kind == "row"]

    def take(self, unit: Unit, area: int | None) -> None:
        """Put a row into the area at this place, or into the one that the row itself names."""
        if _names_columns(unit):
            self._heads(unit)
            return
        if not any(cell.strip() for cell in unit.cells):
            unit.ignored = "empty row"
            return
        columns = self.columns if self.wide == len(unit.cells) else []
        if is_sum(unit.cells, columns):
            unit.ignored = "sum row"
            return
        if group := group_name(unit.cells):
            self._open_group(unit, group)
            return
        if self.wide != len(unit.cells):
            self.columns, self.wide = self._guessed(unit.cells), len(unit.cells)
            self.units = [""] * self.wide
        named_area = self._area(unit)
        place = next((each for each in (named_area, self.group, area) if each is not None), None)
        if named_area is not None and not any(cell.strip() for cell in unit.cells if cell.strip() != self._name(unit)):
            return
        if place is None:
            place = len(self.draft.areas) - 1 if self.draft.areas else new_area(self.draft, _invented(self.draft))
        self._row(unit, place)

    def _heads(self, unit: Unit) -> None:
        """Take what the columns hold from their heads; the same heads come back where a table runs over pages."""
        heads = [head_of(cell) for cell in unit.cells]
        columns = [each.concept for each in heads]
        if "activity" not in columns:
            columns = _with_activity(columns, unit.cells)
        named = [column or "other" for column in columns]
        self.group = self.group if named == self.columns else None
        self.columns = named
        self.units, self.wide = [each.unit for each in heads], len(unit.cells)
        unit.ignored = "table header"

    def _open_group(self, unit: Unit, words: str) -> None:
        """Take a row that heads those below it: the name of an area, or only "Aktiviteter" over all columns."""
        if concept_of(words) == "container" or KINDS.search(words):
            unit.ignored = "container heading"
            return
        self.group = new_area(self.draft, words)
        unit.use(("areas", self.group, "name"), "area")

    def _guessed(self, cells: tuple[str, ...]) -> list[str]:
        rows = [each for each in self.coming if len(each) == len(cells)] or [cells]
        if kind := grouping_kind(rows):
            return [kind, *guess_columns([each[1:] for each in rows])]
        return guess_columns(rows)

    def _name(self, unit: Unit) -> str:
        """The cell that names the area of a row, "" where no column does."""
        column = _grouping(self.columns)
        return unit.cells[column].strip() if column is not None else ""

    def _area(self, unit: Unit) -> int | None:
        """The area that a row names in a column of its own; it is made where the plan has none of that name yet."""
        cell = self._name(unit)
        if not cell:
            return None
        known = next((n for n, area in enumerate(self.draft.areas) if area.name == cell), None)
        place = new_area(self.draft, cell) if known is None else known
        if cell in unit.pieces[0].text:
            unit.use(("areas", place, "name"), "area")
        return place

    def _row(self, unit: Unit, place: int) -> None:
        area = self.draft.areas[place]
        text = " ".join(cell for column, cell in self._cells(unit) if column in ("activity", "") and cell)
        if not text and all(column in ("when", "month") for column, cell in self._cells(unit) if cell.strip()):
            unit.ignored = "empty row"
            return
        if not text:
            area.texts.append(" ".join(cell for cell in unit.cells if cell))
            unit.use(("areas", place, "text"), "area text")
            return
        activity = DraftActivity(text=text, id=self.draft.new_id(text, "aktivitet"))
        area.activities.append(activity)
        path: Path = ("areas", place, "activities", len(area.activities) - 1)
        unit.use((*path, "text"), "activity")
        owner = Owner(activity=activity, area=area, path=path)
        self._values(unit, owner)

    def _values(self, unit: Unit, owner: Owner) -> None:
        """Give an activity what the other cells of its row say. A day lies in the month that the row names."""
        grouping = _grouping(self.columns)
        month = next(
            (found for column, cell in self._cells(unit) if column == "month" and (found := month_of(cell))), None
        )
        for place, (column, cell) in enumerate(self._cells(unit)):
            if not _WORD.search(cell) or column in ("activity", "") or place == grouping:
                continue
            if column == "month" and self._has_day(unit):
                continue
            # A head such as "Budget (tkr)" holds the unit of all the bare numbers below it.
            bare = column == "budget" and _BARE.fullmatch(cell) is not None
            words = f"{cell} {self.units[place]}".rstrip() if bare else cell
            put_value(self.draft, unit, column, words, owner, month=month)

    def _has_day(self, unit: Unit) -> bool:
        """Whether the row says more than its month of when: then the day holds the month, too."""
        return any(column == "when" and _DAY_IN.search(cell) for column, cell in self._cells(unit))

    def _cells(self, unit: Unit) -> list[tuple[str, str]]:
        return list(zip(self.columns, unit.cells, strict=False))


def merged_rows(units: Sequence[Unit]) -> list[Unit]:
    """The units with rows that only continue cells of the row above put into that row.

    A row continues the one above where its first cell is empty, every cell it has stands below a filled one, and each
    goes on in small letters, after a word that joins, or is the only one and not in the widest column.
    """
    kept: list[Unit] = []
    for unit in units:
        before = kept[-1] if kept and kept[-1].kind == "row" else None
        if before is None or unit.kind != "row" or not _goes_on(before, unit):
            kept.append(unit)
            continue
        before.cells = tuple(join(first, second) for first, second in zip(before.cells, unit.cells, strict=True))
        before.pieces += unit.pieces
        unit.pieces = []
        unit.ignored = "part of the row above"
    return kept


def _goes_on(first: Unit, second: Unit) -> bool:
    filled = [place for place, cell in enumerate(second.cells) if cell.strip()]
    if len(first.cells) != len(second.cells) or first.header != second.header or not filled or 0 in filled:
        return False
    if not all(first.cells[place].strip() for place in filled):
        return False
    widest = max(range(len(first.cells)), key=lambda place: len(first.cells[place]))
    alone = len(filled) == 1 < len(first.cells) - 1 and filled[0] != widest and bool(first.cells[0].strip())
    return alone or all(
        second.cells[place][:1].islower() or _JOINS.search(first.cells[place]) is not None for place in filled
    )


def _grouping(columns: Sequence[str]) -> int | None:
    """The column that names the area of each row, where the table has one."""
    return next((place for place, column in enumerate(columns) if column in ("area", "month")), None)


def groups_rows(units: Sequence[Unit]) -> bool:
    """True where a table names the areas, or months, of its rows: in a column, or in rows that head others."""
    rows = [unit for unit in units if unit.kind == "row"]
    heads = [[head_of(cell).concept for cell in unit.cells] for unit in rows if _names_columns(unit)]
    told = next((named for named in heads if sum(map(bool, named)) >= 2), None)
    if told is not None and _grouping(told) is not None:
        return True
    rest = [unit.cells for unit in rows if not _names_columns(unit)]
    first = next((group for cells in rest if (group := group_name(cells)) and not is_sum(cells, ())), "")
    if first and concept_of(first) != "container" and rest[0] and group_name(rest[0]) == first:
        return True
    return told is None and len(rest) > 1 and len({*map(len, rest)}) == 1 and bool(grouping_kind(rest))


def _names_columns(unit: Unit) -> bool:
    """Whether a row names the columns. Word takes any first row for one, so a month there makes it a row of words."""
    return is_heads(unit.cells) or (unit.header and month_of(plain_heading(unit.cells[0])) is None)


def _invented(draft: Draft) -> str:
    return name("area", draft.language)


def _with_activity(named: Sequence[str], cells: Sequence[str]) -> list[str]:
    """Column names with the first unknown one as the activity: its head may be any word."""
    columns = list(named)
    for place, each in enumerate(columns):
        if not each:
            columns[place] = "activity"
            return columns
    return guess_columns([cells])


def guess_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """What the columns of rows without a header hold: when, what it costs, the activity, then who is responsible.

    Times and sums are known by most of their cells. The activity is the first column of words, or the one with far
    longer texts; a number or a letter for each row says nothing.
    """
    filled = [[cell for row in rows if (cell := row[place].strip())] for place in range(len(rows[0]))]
    columns = ["" if len(cells) else "other" for cells in filled]
    if len(columns) > 1:
        columns = [column or _kind_of_column(cells) for column, cells in zip(columns, filled, strict=True)]
    words = [place for place, column in enumerate(columns) if not column]
    if not words:
        # Days alone: whatever they are for, they are all that there is.
        place = next((place for place, cells in enumerate(filled) if cells), 0)
        return [column if other != place else "activity" for other, column in enumerate(columns)]
    lengths = {place: sum(map(len, filled[place])) / len(filled[place]) for place in words}
    longest = max(words, key=lambda place: lengths[place])
    activity = longest if lengths[longest] > _FAR_LONGER * lengths[words[0]] else words[0]
    columns[activity] = "activity"
    for place in words:
        if place != activity:
            columns[place] = "follow_up" if "responsible" in columns else "responsible"
    return columns


#: An activity that stands behind whom it is for has texts so many times as long.
_FAR_LONGER = 2.0
_MOST = 0.6
#: Whether a text is a time at all does not depend on the year; this one has every day.
_ANY_YEAR = Period(start=dt.date(2024, 1, 1), end=dt.date(2024, 12, 31))
_MARK = re.compile(r"(?:\d{1,3}|[a-zåäö])[.):]?", re.IGNORECASE)
_MONEY = re.compile(r"(?:högst|max|ca|cirka)?\.?\s*\d[\d\s.,]*\s*(?:t?kr\b|kronor|:-|sek\b).*|-|–", re.IGNORECASE)


def _kind_of_column(cells: Sequence[str]) -> str:
    """`when`, `budget` or `other` for a column of times, of sums, of the rows' own numbers; "" for words."""

    def most(is_one: Callable[[str], object]) -> bool:
        return sum(bool(is_one(cell)) for cell in cells) >= _MOST * len(cells)

    counted = [cell.strip(".):") for cell in cells]
    if len(cells) > 2 and counted == [str(n) for n in range(1, len(cells) + 1)] and most(_MARK.fullmatch):
        return "other"
    if most(_says_when):
        return "when"
    return "budget" if most(_MONEY.fullmatch) else ""


def _says_when(cell: str) -> bool:
    """Whether a cell is a time and little else; an event alone ("Årsmöte") may be what happens."""
    words = " ".join(cell.split())
    if _DAY.fullmatch(words) or month_of(words) or words.casefold() in SEASONS:
        return True
    found = [each for each in find_schedules(words, _ANY_YEAR) if each.schedule.kind not in ("event", "unknown")]
    return sum(each.end - each.start for each in found) >= _MOST * len(words)
