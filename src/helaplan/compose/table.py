"""The activities in tables for a meeting: what, who, when, money, follow-up. One table for each area."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from helaplan.compose.figure import date_of
from helaplan.compose.printed import money, totals, when
from helaplan.document import Block, Document, Heading, Paragraph, Table
from helaplan.model import Activity, Area, Budget, Plan, SubActivity
from helaplan.registers.notation import write_target
from helaplan.text import labels
from helaplan.text.documents import words

_COLUMNS = ("table.activity", "table.responsible", "table.when", "table.budget", "table.follow-up")
#: Before the words of a part of the activity above.
_PART = "– "


def compose_table(plan: Plan, language: str) -> Document:
    """Every activity with who, when, money and follow-up; parts stand below their activity, sums below their area."""
    tables = _Tables(language=labels.base_language(language))
    blocks: list[Block] = []
    for area in plan.areas:
        if area.activities:
            blocks.append(Heading(text=area.name, level=1))
            blocks.append(Table(rows=tuple(tables.rows(area)), header=1, caption=tables.caption(area)))
    if not blocks:
        blocks.append(Paragraph(text=words("table.empty", language)))
    elif sum(any(True for _ in budgets_of(area)) for area in plan.areas) > 1:
        # Of one area alone the sum stands in its table.
        total = totals((each for area in plan.areas for each in budgets_of(area)), language)
        blocks.append(Paragraph(text=f"{words('table.total', language)}: {total}"))
    return Document(
        title=words("table.of", language, title=plan.title),
        language=plan.language,
        organisation=plan.organisation.name,
        blocks=blocks,
        date=date_of(plan),
    )


def budgets_of(area: Area) -> Iterator[Budget]:
    """The money of an area: its own budget, or where it has none that of its activities, or of their parts."""
    if area.budget is not None:
        yield area.budget
        return
    for activity in area.activities:
        if activity.budget is not None:
            yield activity.budget
        else:
            yield from (part.budget for part in activity.activities if part.budget is not None)


@frozen(kw_only=True)
class _Tables:
    language: str

    def caption(self, area: Area) -> str:
        """Who is responsible for the whole area; "" where nobody is named."""
        if not area.responsible:
            return ""
        return f"{words('table.responsible', self.language)}: {', '.join(area.responsible)}"

    def rows(self, area: Area) -> Iterator[tuple[str, ...]]:
        yield tuple(words(key, self.language) for key in _COLUMNS)
        for activity in area.activities:
            yield self.row(activity, area)
            yield from (self.row(part, area, _PART) for part in activity.activities)
        if total := totals(budgets_of(area), self.language):
            yield (words("table.total", self.language), "", "", total, "")

    def row(self, each: SubActivity, area: Area, before: str = "") -> tuple[str, ...]:
        schedule = each.schedule or (area.schedule if isinstance(each, Activity) else ())
        return (
            before + (each.title or " ".join(each.text.split("\n\n"))),
            ", ".join(each.responsible),
            "; ".join(when(one, self.language) for one in schedule),
            money(each.budget, self.language) if each.budget is not None else "",
            "; ".join(self.follow_up(each)),
        )

    def follow_up(self, each: SubActivity) -> Iterator[str]:
        """How far it has come, what is to be reached, and how it is followed up."""
        if each.progress:
            yield labels.choice("progress", each.progress, self.language)
        for target in each.targets:
            yield target.words or write_target(target, self.language)
        if each.follow_up:
            yield " ".join(each.follow_up.split("\n\n"))
