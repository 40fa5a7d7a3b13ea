"""Plans and a document to test with, and ones whose every text is made by the caller."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from itertools import count

from helaplan.document import Block, Document, Figure, Heading, LabelLine, ListItem, Paragraph, Table
from helaplan.model import (
    Activity,
    Area,
    Budget,
    Goal,
    Indicator,
    Organisation,
    Partner,
    Period,
    Plan,
    Schedule,
    Section,
    Statement,
    Status,
    SubActivity,
    Target,
    TargetGroup,
)

#: What makes a text of a word: `mark("ord7q")`. The words are `ord1q`, `ord2q` and so on, each once.
Mark = Callable[[str], str]


def small_plan() -> Plan:
    """A plan with the least that `check` has nothing against."""
    return Plan(
        id="bygd-2024",
        title="Verksamhetsplan 2024",
        organisation=Organisation(name="Bygd"),
        period=Period(start=dt.date(2024, 1, 1), end=dt.date(2024, 12, 31)),
    )


def full_plan() -> Plan:
    """A plan with something in most fields, in plain words."""
    return marked_plan(lambda word: f"Bygdens {word}")


def marked_plan(mark: Mark) -> Plan:
    """A plan in which every text that people write is `mark` of a word of its own; ids and dates stay the same."""
    numbers = count(1)

    def text() -> str:
        return mark(f"ord{next(numbers)}q")

    return Plan(
        id="bygd-2024",
        title=text(),
        organisation=Organisation(name=text(), parent=text()),
        period=Period(start=dt.date(2024, 1, 1), end=dt.date(2024, 12, 31), label=text()),
        status=Status(state="adopted", by=text(), date=dt.date(2024, 2, 3), place=text()),
        visions=(Statement(text=text(), items=(text(),)),),
        goals=(_goal(text),),
        target_groups=(TargetGroup(id="unga", text=text()),),
        areas=(_area(text),),
        partners=(Partner(id="kommunen", name=text(), kind="municipality"),),
        sections=(Section(id="bakgrund", heading=text(), text=text(), after="visions"),),
    )


def _goal(text: Callable[[], str]) -> Goal:
    return Goal(
        id="fler",
        text=text(),
        indicators=(Indicator(id="antal", text=text(), unit=text(), targets=(Target(at_least=3, words=text()),)),),
    )


def _area(text: Callable[[], str]) -> Area:
    schedules = (
        Schedule(kind="date", date=dt.date(2024, 3, 18), words=text()),
        Schedule(kind="months", months=(3, 6), words=text()),
        Schedule(kind="period", start=dt.date(2024, 4, 1), end=dt.date(2024, 5, 31), words=text()),
    )
    parts = (SubActivity(id="inbjudan", text=text(), schedule=(schedules[1],)),)
    first = Activity(
        id="arsmote",
        title=text(),
        text=text(),
        schedule=(schedules[0],),
        place=text(),
        responsible=(text(),),
        partners=("kommunen",),
        goals=("fler",),
        target_groups=("unga",),
        budget=Budget(amount=Decimal("5000.50"), words=text()),
        follow_up=text(),
        activities=parts,
    )
    second = Activity(id="kurs", text=text(), schedule=(schedules[2],), progress="done")
    return Area(id="moten", name=text(), text=text(), responsible=(text(),), activities=(first, second))


def marked_document(mark: Mark) -> Document:
    """A document with each kind of block, in which every text is `mark` of a word of its own."""
    numbers = count(1)

    def text() -> str:
        return mark(f"ord{next(numbers)}q")

    def table(caption: str) -> Table:
        return Table(rows=((text(), text()), (text(), text())), caption=caption)

    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>'
    blocks: tuple[Block, ...] = (
        Heading(text=text(), level=1, id="moten", role="area"),
        Paragraph(text=text()),
        ListItem(text=text(), id="arsmote", role="activity"),
        LabelLine(label=text(), texts=(text(), text()), depth=1),
        ListItem(text=text(), depth=2, number="1"),
        Heading(text=text(), level=2),
        table(text()),
        Figure(svg=svg, alt=text(), caption=text(), data=table("")),
    )
    return Document(title=text(), subtitle=text(), organisation=text(), language="sv", blocks=blocks, id="bygd-2024")
