"""The year wheel as a figure of a document: picture, text alternative, and a table that says the same."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from helaplan.compose.heading import PosterHeading
from helaplan.compose.printed import listed, month
from helaplan.compose.wheel import WIDTH, Wheel, lay_out
from helaplan.compose.year import Year, year_of
from helaplan.document import Block, Document, Figure, Heading, Paragraph, Table
from helaplan.model import Plan
from helaplan.registers.notation import shape
from helaplan.text.documents import activities, words

#: A picture that is higher than this many times its width does not fit on a page with its list.
_PAGE = 1.4


#: A list of more than this is not even measured.
_LISTED = 100


def wheel_blocks(plan: Plan, language: str) -> Iterator[Block]:
    """Heading and figure for a plan's own document; nothing for a plan without activities."""
    year = year_of(plan, language)
    if not year.entries:
        return
    yield Heading(text=words("year-wheel", language), level=1, role=shape.YEAR_WHEEL, repeats=True)
    wheel = lay_out(year, language)
    figure = _figure(plan, wheel)
    yield figure
    if wheel.is_numbered:
        # A picture with numbers says nothing alone, and as text the key to them can be searched and read aloud.
        yield evolve(figure.data, role=shape.YEAR_WHEEL, repeats=True)


def compose_wheel(plan: Plan, language: str) -> Document:
    """The wheel as a document of its own, with a table of everything in it."""
    year = year_of(plan, language)
    blocks: list[Block] = [Paragraph(text=words("table.empty", language))]
    if year.entries:
        figure = _figure(plan, lay_out(year, language))
        blocks = [figure, figure.data]
    return Document(
        title=words("year-wheel.of", language, title=plan.title),
        language=plan.language,
        organisation=plan.organisation.name,
        blocks=blocks,
        date=date_of(plan),
    )


def wheel_poster(plan: Plan, language: str) -> str:
    """The wheel with its whole list as one SVG document: the file that is printed and hung on a wall."""
    title = words("year-wheel.of", language, title=plan.title)
    name = plan.organisation.name
    heading = PosterHeading(title=title, below="" if name.casefold() in plan.title.casefold() else name)
    return lay_out(year_of(plan, language), language).draw(title, poster=True, heading=heading)


def date_of(plan: Plan) -> dt.date | None:
    """The day a document of this plan is of: the day of its status, else the first day it is for."""
    if plan.status is not None and plan.status.date is not None:
        return plan.status.date
    return plan.period.start if plan.period is not None else None


def _figure(plan: Plan, wheel: Wheel) -> Figure:
    """The wheel with its list where both go on a page, else alone."""
    year, language = wheel.year, wheel.language
    title = words("year-wheel.of", language, title=plan.title)
    fits = len(year.entries) <= _LISTED and wheel.height(poster=True) <= _PAGE * WIDTH
    return Figure(
        svg=wheel.draw(title, poster=fits),
        alt=_alternative(year, language),
        caption=title,
        data=_table(wheel),
        repeats=True,
        role=shape.YEAR_WHEEL,
    )


def _alternative(year: Year, language: str) -> str:
    """How many things there are, and the months that have most of them; the table says the rest."""
    first, last = month(year.month(0), language), month(year.month(11), language)
    dated = words("year-wheel.dated-activities", language, activities=activities(len(year.dated), language))
    others = ((kind, n) for kind, n in year.counts.items() if kind != "dated")
    what = ", ".join((dated, *(words(f"year-wheel.count-{kind}", language, n=n) for kind, n in others)))
    made = words("year-wheel.alt", language, first=first, last=last, what=what)
    counts = Counter(n for entry in year.dated for mark in entry.marks for n in mark.months)
    if counts:
        most = max(counts.values())
        names = [month(year.month(n), language) for n in range(12) if counts[n] == most]
        if len(names) <= 3:
            made = f"{made} {words('year-wheel.most', language, months=listed(names, language))}"
    return made


def _table(wheel: Wheel) -> Table:
    """When, what, which area: in the order of the year, what is ongoing last; with the numbers where there are any."""
    year, language, numbered = wheel.year, wheel.language, wheel.is_numbered
    keys = (["table.number"] if numbered else []) + ["table.when", "table.activity", "table.area"]
    rows = [tuple(words(key, language) for key in keys)]
    for n, entry in enumerate((*year.dated, *year.ongoing), start=1):
        name = f"{entry.name} ({entry.progress})" if entry.progress else entry.name
        when = entry.when or words(f"facet.{entry.kind}", language)
        number = (str(n) if entry.marks else "",) if numbered else ()
        rows.append((*number, when, name, year.areas[entry.area]))
    return Table(rows=tuple(rows), header=1)
