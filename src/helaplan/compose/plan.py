"""The whole plan as a document that a member reads and that leads back to the same plan.

Items are headings, paragraphs and list items with their id and role; every other value is a label line that is
printed for all to see. `helaplan.recognise.roles` is the way back, and a law holds the two together. The year wheel
stands after the activities; it says nothing that they don't, so formats that can't draw leave it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve, field, frozen

from helaplan.compose.colours import sdg_chip
from helaplan.compose.facets import Facets
from helaplan.compose.figure import date_of, wheel_blocks
from helaplan.document import Block, Document, Heading, LabelLine, ListItem, Paragraph
from helaplan.model import Area, Plan, Section, Statement
from helaplan.model.fields import key_of
from helaplan.registers.notation import shape
from helaplan.text import labels

#: The parts of a plan in reading order. `areas` are headings of their own below theirs.
PARTS = ("visions", "values", "mission", "purposes", "goals", "target_groups", "areas", "partners")


def compose_plan(plan: Plan, language: str) -> Document:
    """The plan as a document, its own words between headings and labels in `language` (sv, en; else sv).

    Questions and the data of plugins are not printed. Same plan and language, same document.
    """
    composer = _Composer(plan=plan, language=labels.base_language(language))
    return Document(
        title=plan.title,
        language=plan.language,
        organisation=plan.organisation.name,
        blocks=composer.blocks(),
        id=plan.id,
        role=shape.PLAN,
        date=date_of(plan),
    )


@frozen(kw_only=True)
class _Composer:
    plan: Plan
    language: str
    names: shape.Names = field(init=False)
    places: dict[str, list[Section]] = field(init=False)
    facets: Facets = field(init=False)

    @names.default
    def _(self) -> shape.Names:
        return shape.names_in(self.plan)

    @facets.default
    def _facets(self) -> Facets:
        return Facets(plan=self.plan, language=self.language, names=self.names)

    @places.default
    def _by_place(self) -> dict[str, list[Section]]:
        """Sections by the place they stand after; what names no printed place stands at the end, under ""."""
        plan = self.plan
        known = {"title", *(part for part in PARTS if getattr(plan, part))}
        known |= {area.id for area in plan.areas if area.id}
        made: dict[str, list[Section]] = {}
        for section in plan.sections:
            made.setdefault(section.after if section.after in known else "", []).append(section)
            if section.id:
                known.add(section.id)
        return made

    def blocks(self) -> Iterator[Block]:
        yield from self.head()
        yield from self.sections("title", level=1)
        for part in PARTS:
            if not getattr(self.plan, part):
                continue
            yield Heading(text=labels.heading(part, self.language), level=1, role=shape.role_of_part(part))
            if part == "areas":
                for n, area in enumerate(self.plan.areas):
                    yield from self.area(n, area)
                    yield from self.sections(area.id, level=2) if area.id else ()
            elif part in shape.STATEMENTS:
                for statement in getattr(self.plan, part):
                    yield from self.statement(statement)
            else:
                for item in getattr(self.plan, part):
                    yield from self.item(item, depth=1)
            if part == "areas":
                # Beside what it shows, before budget and follow-up.
                yield from wheel_blocks(self.plan, self.language)
            yield from self.sections(part, level=1)
        yield from self.sections("", level=1)

    def head(self) -> Iterator[Block]:
        """Whose plan it is, for when, and how far it has come."""
        organisation = self.plan.organisation
        if organisation.name:
            yield Paragraph(text=organisation.name, role=shape.ORGANISATION)
        yield from self.values(organisation, skip=("name",))
        # Swedish is what a plan is in where nothing is said, so it isn't said here either.
        yield from self.values(
            self.plan, only=("period", "status", *(["language"] if self.plan.language != "sv" else []))
        )

    def statement(self, statement: Statement) -> Iterator[Block]:
        paragraphs = [each for each in statement.text.split("\n\n") if each]
        blocks: list[Block] = [Paragraph(text=each) for each in paragraphs]
        blocks += [ListItem(text=each) for each in statement.items]
        for place, block in enumerate(blocks):
            yield evolve(block, role=shape.STATEMENT) if place == 0 else block
        yield from self.values(statement)

    def area(self, n: int, area: Area) -> Iterator[Block]:
        yield Heading(text=area.name, level=2, id=area.id, role=shape.AREA)
        # Values first: the text often ends in a line that leads over to the list ("Under året ska vi:").
        yield from self.values(area)
        yield from (Paragraph(text=each) for each in area.text.split("\n\n") if each)
        if area.goals:
            yield self.inner_heading("area_goals")
            for goal in area.goals:
                yield from self.item(goal, depth=1)
            if area.activities:
                yield self.inner_heading("activities")
        for m, activity in enumerate(area.activities):
            first, *more = self.item(activity, depth=1)
            yield evolve(first, facets=self.facets.of(n, m))
            yield from more

    def inner_heading(self, key: str) -> Heading:
        return Heading(text=labels.heading(key, self.language), level=3, role=shape.role_of_part(key))

    def item(self, item: Any, depth: int) -> Iterator[Block]:
        """A list item with the words, further paragraphs, label lines and the items below it."""
        cls = type(item)
        first, *more = str(getattr(item, shape.words_field(cls))).split("\n\n")
        yield ListItem(text=first, depth=depth, id=item.id, role=shape.ROLE_OF[cls])
        yield from (Paragraph(text=each, depth=depth) for each in more)
        yield from self.values(item, depth=depth)
        for attribute in shape.child_fields(cls):
            for child in getattr(item, attribute.name):
                yield from self.item(child, depth + 1)

    def sections(self, place: str, level: int) -> Iterator[Block]:
        """The sections that stand after a place, each followed by those that stand after it."""
        before: Section | None = None
        for section in self.run(place):
            role = shape.SECTION
            if not place and not section.after:
                role = shape.END_SECTION
            elif before is not None and before.id and section.after == before.id:
                role = shape.NEXT_SECTION
            yield Heading(text=section.heading, level=level, id=section.id, role=role)
            yield from (Paragraph(text=each) for each in section.text.split("\n\n") if each)
            if role == shape.SECTION and section.after != place:
                yield LabelLine(label=labels.label("after", self.language), texts=[section.after])
            before = section

    def run(self, place: str) -> Iterator[Section]:
        # Taken out as they are printed: an id that stands twice in the plan must not lead round in a circle.
        for section in self.places.pop(place, ()):
            yield section
            if section.id:
                yield from self.run(section.id)

    def values(
        self, owner: Any, depth: int = 0, skip: tuple[str, ...] = (), only: tuple[str, ...] = ()
    ) -> Iterator[Block]:
        """A label line for every value of an object that is no item of its own."""
        cls = type(owner)
        for attribute in shape.value_fields(cls):
            held = getattr(owner, attribute.name)
            if attribute.name in skip or (only and attribute.name not in only) or held is None or held in ("", ()):
                continue
            yield LabelLine(
                label=labels.label(key_of(attribute), self.language, cls.__name__.lower()),
                texts=shape.write_field(attribute, cls, held, self.language, self.names),
                depth=depth,
                chips=(sdg_chip(each, self.language) for each in held) if attribute.name == "sdg" else (),
            )
