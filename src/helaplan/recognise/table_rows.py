"""Rows of tables that are no activity: sums, rows that head the rows below them, names that hold for several rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helaplan.layout.chars import is_caps
from helaplan.registers.headings import plain_heading
from helaplan.registers.months import month_of

_SUM = re.compile(
    r"(?:del|slut|total)?summa(?:\s+\w+)?|total(?:t|a|en|summa|kostnad|budget)?(?:\s+(?:kostnad(?:er)?|budget|belopp|summa|intäkter"
    r"|utgifter|cost))?|sum",
    re.IGNORECASE,
)
_BEGINS_WITH_DAY = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{3}")
#: A row of more letters says something itself.
_LONGEST = 60


def is_sum(cells: Sequence[str], columns: Sequence[str]) -> bool:
    """True for a row that adds up those above: it begins with such a word, or holds a sum of money and nothing else."""
    filled = [place for place, cell in enumerate(cells) if cell.strip()]
    if any(_SUM.fullmatch(cells[place].strip(" :")) for place in filled[:2]):
        return True
    return bool(filled) and all(columns[place : place + 1] == ["budget"] for place in filled)


def group_name(cells: Sequence[str]) -> str:
    """What a row names that only heads those below it; "" for any other row.

    Such a row is one cell over all columns, or its first cell alone holds a month or words set apart (capitals, colon).
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(cells) < 2 or not filled or len(filled[0]) > _LONGEST or not _LETTERS.search(filled[0]):
        return ""
    name = filled[0].rstrip(" :")
    if len(filled) == len(cells) and len(set(filled)) == 1 and not name.endswith("."):
        return name
    alone = len(filled) == 1 and bool(cells[0].strip())
    apart = is_caps(filled[0]) or filled[0].endswith(":") or month_of(plain_heading(filled[0])) is not None
    return name if alone and apart and len(cells) > 2 else ""


def grouping_kind(rows: Sequence[Sequence[str]]) -> str:
    """What the first cells of rows without heads name for several rows each: `month`, `area`, or "" for nothing.

    The later rows of a group repeat the name (a merged cell) or leave its cell empty. Names that come back beside a
    day are what happens again, and with one column more they may be so.
    """
    shown = [row for row in rows if any(cell.strip() for cell in row)]
    first = [row[0].strip() for row in shown]
    named = [cell for cell in first if cell]
    if len(first) < 2 or len(shown[0]) < 2 or not first[0] or len(set(named)) == len(first):
        return ""
    if all(month_of(plain_heading(cell)) for cell in named):
        return "month"
    second = [row[1].strip() for row in shown]
    words = all(_LETTERS.search(cell) and not _BEGINS_WITH_DAY.match(cell) for cell in (*named, *second))
    short = all(len(cell) <= _LONGEST for cell in named)
    apart = len(set(second)) == len(second) and (len(named) < len(first) or len(shown[0]) > 2)
    return "area" if words and short and apart and len(set(named)) > 1 else ""
