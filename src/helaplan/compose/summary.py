"""The plan on one page: what is wanted, the goals, what each area does, what happens when, and what it costs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from attrs import define

from helaplan.compose.figure import date_of
from helaplan.compose.printed import short_name, totals
from helaplan.compose.svg import width
from helaplan.compose.table import budgets_of
from helaplan.compose.year import year_of
from helaplan.document import Block, Document, Heading, ListItem, Paragraph
from helaplan.model import Area, Plan
from helaplan.registers.notation import write_period
from helaplan.text import labels
from helaplan.text.documents import activities, words

#: Lines of a page of A4 below its title, how wide a line is in em, and how many lines a heading takes with its space.
_LINES, _EM, _HEADING = 33.0, 46.0, 3.25
#: The share of the page that each part may take; what happens when takes what is left.
_VISION, _GOALS, _AREAS = 6.25, 8.25, 14.25


def compose_summary(plan: Plan, language: str) -> Document:
    """One page of A4 in any format, however long the plan is: what is left out is counted."""
    page = _Page(language=labels.base_language(language))
    blocks = list(page.blocks(plan))
    if not blocks:
        blocks = [Paragraph(text=words("summary.empty", language))]
    return Document(
        title=words("summary.of", language, title=_cut(plan.title, 1)),
        language=plan.language,
        organisation=plan.organisation.name,
        blocks=blocks,
        subtitle=_subtitle(plan, page.language),
        date=date_of(plan),
    )


def _subtitle(plan: Plan, language: str) -> str:
    period = (plan.period.label or write_period(plan.period, language)) if plan.period is not None else ""
    return _cut(", ".join(each for each in (plan.organisation.name, period) if each), 1)


@define(kw_only=True)
class _Page:
    language: str
    left: float = _LINES

    def blocks(self, plan: Plan) -> Iterator[Block]:
        visions = [each.text or "; ".join(each.items) for each in (*plan.visions, *plan.purposes)]
        if visions:
            yield self.heading("summary.vision")
            text = _cut(" ".join(visions[0].split("\n\n")), int(_VISION - _HEADING))
            self.left -= _lines(text)
            yield Paragraph(text=text)
        goals = [" ".join(each.text.split("\n\n")) for each in plan.goals]
        yield from self.listed("summary.goals", [_cut(each, 2) for each in goals], _GOALS)
        yield from self.listed("summary.areas", [self.area(each) for each in plan.areas], _AREAS)
        dated = [f"{each.when}: {each.name}" for each in year_of(plan, self.language).dated]
        yield from self.listed("summary.dates", [_cut(each, 1) for each in dated], self.left - 1)
        total = totals((each for area in plan.areas for each in budgets_of(area)), self.language)
        if total:
            yield Paragraph(text=f"{words('summary.money', self.language)}: {total}")

    def heading(self, key: str) -> Heading:
        self.left -= _HEADING
        return Heading(text=words(key, self.language), level=1)

    def listed(self, key: str, texts: Sequence[str], room: float) -> Iterator[Block]:
        """A heading and as many of the texts as there is room for; how many more there are, if any."""
        texts = [each for each in texts if each]
        if not texts:
            return
        yield self.heading(key)
        room -= _HEADING
        shown: list[str] = []
        for text in texts:
            if room < _lines(text) + (len(shown) + 1 < len(texts)):
                break
            room -= _lines(text)
            shown.append(text)
        for text in shown:
            self.left -= _lines(text)
            yield ListItem(text=text)
        if len(shown) < len(texts):
            self.left -= 1
            yield ListItem(text=words("summary.more", self.language, n=len(texts) - len(shown)))

    def area(self, area: Area) -> str:
        """`Unga (3 aktiviteter): Läger; Kurs; Stipendium`, at most three lines."""
        count = activities(len(area.activities), self.language)
        names = [short_name(each).removesuffix(".") for each in area.activities]
        made = f"{_cut(area.name, 1)} ({count})"
        for n, name in enumerate(names):
            longer = f"{made}{'; ' if n else ': '}{name}"
            rest = f"; {words('summary.more', self.language, n=len(names) - n)}"
            if _lines(longer + rest) > 3:
                return made + rest if n else made
            made = longer
        return made


def _lines(text: str) -> int:
    return math.ceil(width(text, 1) / _EM)


def _cut(text: str, lines: int) -> str:
    """The text, cut after a word where it takes more lines."""
    room = lines * _EM - 2
    if width(text[: int(room * 4)], 1) <= room:
        return text
    end = 0
    while room > 0:
        room -= width(text[end], 1)
        end += 1
    return (text[: end - 1].rpartition(" ")[0] or text[: end - 1]) + " …"
