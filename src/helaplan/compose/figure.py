"""The year wheel as a figure of a document: picture, text alternative, and a table that says the same."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from helaplan.compose.printed import listed, month
from helaplan.compose.wheel import draw_wheel, has_numbers
from helaplan.compose.year import Year, year_of
from helaplan.document import Block, Document, Figure, Heading, Table
from helaplan.model import Plan
from helaplan.registers.notation import shape
from helaplan.text.documents import activities, words

#: A picture that is higher than this many times its width does not fit on a page with its list.
_PAGE = 1.4


def wheel_blocks(plan: Plan, language: str) -> Iterator[Block]:
    """Heading and figure for a plan's own document; nothing for a plan without activities."""
    year = year_of(plan, language)
    if not year.entries:
        return
    yield Heading(text=words("year-wheel", language), level=1, role=shape.YEAR_WHEEL, repeats=True)
    yield _figure(plan, year, language)
    if has_numbers(year, language):
        # A picture with numbers says nothing alone, and as text the key to them can be searched and read aloud.
        yield evolve(_table(year, language), role=shape.YEAR_WHEEL, repeats=True)


def compose_wheel(plan: Plan, language: str) -> Document:
    """The wheel as a document of its own, with a table of everything in it."""
    year = year_of(plan, language)
    blocks: list[Block] = []
    if year.entries:
        blocks = [_figure(plan, year, language), _table(year, language)]
    return Document(
        title=words("year-wheel.of", language, title=plan.title),
        language=plan.language,
        organisation=plan.organisation.name,
        blocks=blocks,
        date=date_of(plan),
    )


def wheel_poster(plan: Plan, language: str) -> str:
    """The wheel with its whole list as one SVG document: the file that is printed and hung on a wall."""
    year = year_of(plan, language)
    return draw_wheel(year, language, title=words("year-wheel.of", language, title=plan.title), poster=True)


def date_of(plan: Plan) -> dt.date | None:
    """The day a document of this plan is of: the day of its status, else the first day it is for."""
    if plan.status is not None and plan.status.date is not None:
        return plan.status.date
    return plan.period.start if plan.period is not None else None


def _figure(plan: Plan, year: Year, language: str) -> Figure:
    title = words("year-wheel.of", language, title=plan.title)
    svg = draw_wheel(year, language, title=title, poster=True)
    if _height(svg) > _PAGE:
        svg = draw_wheel(year, language, title=title, poster=False)
    return Figure(
        svg=svg,
        alt=_alternative(year, language),
        caption=title,
        data=_table(year, language),
        repeats=True,
        role=shape.YEAR_WHEEL,
    )


def _height(svg: str) -> float:
    """Height over width of an SVG of ours."""
    _, _, width, height = svg.partition('viewBox="')[2].partition('"')[0].split()
    return float(height) / float(width)


def _alternative(year: Year, language: str) -> str:
    """How many things there are, and the months that have most of them; the table says the rest."""
    first, last = month(year.month(0), language), month(year.month(11), language)
    made = words(
        "year-wheel.alt",
        language,
        first=first,
        last=last,
        dated=activities(len(year.dated), language),
        ongoing=len(year.ongoing),
    )
    counts = Counter(n for entry in year.dated for mark in entry.marks for n in mark.months)
    if counts:
        most = max(counts.values())
        names = [month(year.month(n), language) for n in range(12) if counts[n] == most]
        if len(names) <= 3:
            made = f"{made} {words('year-wheel.most', language, months=listed(names, language))}"
    return made


def _table(year: Year, language: str) -> Table:
    """When, what, which area: in the order of the year, what is ongoing last; with the numbers where there are any."""
    numbered = has_numbers(year, language)
    keys = (["table.number"] if numbered else []) + ["table.when", "table.activity", "table.area"]
    rows = [tuple(words(key, language) for key in keys)]
    for n, entry in enumerate((*year.dated, *year.ongoing), start=1):
        name = f"{entry.name} ({entry.progress})" if entry.progress else entry.name
        when = entry.when or words("facet.ongoing", language)
        number = (str(n) if entry.marks else "",) if numbered else ()
        rows.append((*number, when, name, year.areas[entry.area]))
    return Table(rows=tuple(rows), header=1)
