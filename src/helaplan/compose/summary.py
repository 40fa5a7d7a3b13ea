"""The plan on one page: what is wanted, the goals, what each area does, what happens when, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define

from helaplan.compose.figure import date_of
from helaplan.compose.printed import short_name, totals
from helaplan.compose.table import budgets_of
from helaplan.compose.year import year_of
from helaplan.document import Block, Document, Heading, ListItem, Paragraph
from helaplan.model import Area, Plan
from helaplan.registers.notation import write_period
from helaplan.text import labels
from helaplan.text.documents import activities, words

#: Lines of a page of A4 below its title, and letters that a line surely holds; headings take two lines.
_LINES, _LETTERS, _HEADING = 40, 82, 2.5
#: The share of the page that each part may take.
_VISION, _GOALS, _AREAS, _DATES = 6.0, 9.0, 16.0, 9.0


def compose_summary(plan: Plan, language: str) -> Document:
    """One page of A4 in any format, however long the plan is: what is left out is counted."""
    page = _Page(language=labels.base_language(language))
    blocks = list(page.blocks(plan))
    if not blocks:
        blocks = [Paragraph(text=words("summary.empty", language))]
    return Document(
        title=words("summary.of", language, title=_cut(plan.title, 2 * _LETTERS)),
        language=plan.language,
        organisation=plan.organisation.name,
        blocks=blocks,
        subtitle=_subtitle(plan, page.language),
        date=date_of(plan),
    )


def _subtitle(plan: Plan, language: str) -> str:
    period = (plan.period.label or write_period(plan.period, language)) if plan.period is not None else ""
    return _cut(", ".join(each for each in (plan.organisation.name, period) if each), _LETTERS)


@define(kw_only=True)
class _Page:
    language: str
    left: float = _LINES

    def blocks(self, plan: Plan) -> Iterator[Block]:
        visions = [each.text or "; ".join(each.items) for each in (*plan.visions, *plan.purposes)]
        if visions:
            yield self.heading("summary.vision")
            text = _cut(" ".join(visions[0].split("\n\n")), int(_VISION - 2) * _LETTERS)
            self.left -= _lines(text)
            yield Paragraph(text=text)
        goals = [" ".join(each.text.split("\n\n")) for each in plan.goals]
        yield from self.listed("summary.goals", [_cut(each, 2 * _LETTERS) for each in goals], _GOALS)
        yield from self.listed("summary.areas", [self.area(each) for each in plan.areas], _AREAS)
        dated = [f"{each.when}: {each.name}" for each in year_of(plan, self.language).dated]
        yield from self.listed("summary.dates", [_cut(each, _LETTERS) for each in dated], min(_DATES, self.left))
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
        made = f"{_cut(area.name, _LETTERS)} ({count})"
        for n, name in enumerate(names):
            longer = f"{made}{'; ' if n else ': '}{name}"
            rest = f"; {words('summary.more', self.language, n=len(names) - n)}"
            if len(longer) + len(rest) > 3 * _LETTERS:
                return made + rest if n else made
            made = longer
        return made


def _lines(text: str) -> int:
    return -(-len(text) // _LETTERS)


def _cut(text: str, length: int) -> str:
    """The text, cut after a word where it is longer."""
    if len(text) <= length:
        return text
    cut = text[: length - 2]
    return (cut.rpartition(" ")[0] or cut) + " …"
