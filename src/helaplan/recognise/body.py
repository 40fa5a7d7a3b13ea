"""The parts of a document to the fields of a plan: which heading opens what, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, field

from helaplan.findings import Path
from helaplan.recognise.areas import AreaFiller, area_from
from helaplan.recognise.beside import labels_between, labels_end, labels_repeat, printed
from helaplan.recognise.draft import GUESS, Draft, DraftSection
from helaplan.recognise.late import late_status
from helaplan.recognise.lines import goals_of
from helaplan.recognise.naming import new_area
from helaplan.recognise.outline import AREAS, INNER, Outline, is_work
from helaplan.recognise.people import split_names
from helaplan.recognise.statements import FIELDS, place_goals, place_statements, place_target_groups, take_goals
from helaplan.recognise.structure import Part
from helaplan.recognise.tables import groups_rows
from helaplan.recognise.units import Unit
from helaplan.text.questions import name

#: "Budget 12 000 kr", "Kontaktperson: Lisa", "Obs! …", "Vi söker …", "Årsmötet hålls …", "Tack till …".
_SAYS = re.compile(
    r"\d\s*(?:kr|tkr|:-|st|%)|:\s+\S|[!?]|\d{3}"
    r"|^(?:vi|man|alla|ni|det|detta|den|[^\W\d]{2,}(?:en|et|na|orna|arna|erna))\s+(?:[^\W\d]{2,}[rs]|ska|vill|kan|bör|må|blir|är|har)\b"
    r"|^(?:tack|välkomna?|obs|kom\s+ihåg|se\s+även|läs\s+mer|mer\s+information|thanks?|welcome|we|please)\b",
    re.IGNORECASE,
)


def place_body(parts: Sequence[Part], draft: Draft) -> None:
    """Put every part where it belongs. What is left has no place; `leftovers` gives it one."""
    draft.labels_below = any(labels_repeat(part.body) or labels_between(part.body) for part in parts)
    draft.labels_end = sum(labels_end(part.body) for part in parts)
    body = _Body(parts=parts, draft=draft)
    for place, part in enumerate(parts):
        body.take(place, part)
    body.part_back_matter()


def leftovers(units: Sequence[Unit], draft: Draft) -> None:
    """Keep whatever has no place yet in sections, so that no word is lost: each run of units in one."""
    run: list[Unit] = []
    after = "title"
    for unit in units:
        if not unit.placed:
            run.append(unit)
            continue
        if run and unit.kind != "beside":
            after = _keep(run, draft, after)
            run = []
        if unit.uses:
            after = _home(unit.uses[0].path, draft)
    if run:
        _keep(run, draft, after)


def _keep(run: list[Unit], draft: Draft, after: str) -> str:
    """A section of these units after the key or id `after`; its id."""
    first = run[0]
    headed = first.kind == "heading"
    invented = name("introduction" if after == "title" else "other", draft.language)
    section = _Body(parts=(), draft=draft, after=after).section(first.text if headed else invented)
    path = ("sections", len(draft.sections) - 1)
    for unit in run:
        if headed and unit is first:
            unit.unplaced = (*path, "heading")
        else:
            section.texts.append(_printed(unit))
            unit.unplaced = (*path, "text")
    return section.id


def _home(path: Path, draft: Draft) -> str:
    """The key or id that a section after this path names: an area's, a section's, else the field's own key."""
    if path[0] in ("areas", "sections") and isinstance(path[1], int):
        return (draft.areas if path[0] == "areas" else draft.sections)[path[1]].id
    return "title" if path[0] in ("organisation", "period", "status") else str(path[0])


def _printed(unit: Unit) -> str:
    """The unit's words with what makes them readable alone: a label, a number."""
    return f"{unit.number} {unit.text}" if unit.number else printed(unit)


@define(eq=False, kw_only=True)
class _Body:
    """Where the walk over the parts is: the open area and container, with their levels, and what came last."""

    parts: Sequence[Part]
    draft: Draft
    area: int | None = None
    area_level: int | None = None
    last_level: int | None = None
    container: bool = False
    container_level: int | None = None
    #: The level of a heading over areas that stand as high as it does.
    flat: int | None = None
    after: str = "title"
    asked: bool = False
    #: Sections inside an area.
    inside: set[str] = field(factory=set)
    outline: Outline = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.outline = Outline(parts=self.parts)

    def take(self, place: int, part: Part) -> None:
        """Put one part where it belongs."""
        self._close(part)
        concept = part.concept
        if part.heading is None:
            self._headless(part)
        elif concept in INNER and self._is_inside(part):
            self._inner(part)
        elif concept == "container" and self._among_areas(part) and self.outline.is_one_of_many(place):
            # "Program" among the areas below "Verksamheten under året".
            self._own(place, part)
        elif concept in ("vision", "mission") and self.outline.is_list_of_work(part):
            self._work(part)
        elif concept in FIELDS or concept == "target_groups":
            self._statement(place, part)
        elif concept in ("goals", "part_goals"):
            self._goals(part)
        elif concept == "container":
            self._container(place, part)
        elif concept in AREAS or concept == "" or is_work(part, after_areas=bool(self.draft.areas)):
            self._own(place, part)
        elif concept == "partners" and part.body:
            self._partners(part)
        else:
            self._section(part)

    def _close(self, part: Part) -> None:
        """An area or container ends at a heading that is not below it."""
        if part.level is None:
            return
        if self.container_level is not None and part.level <= self.container_level:
            self.container, self.container_level = False, None
        if self.area_level is not None and part.level <= self.area_level:
            self.area, self.area_level = None, None

    def _leave(self) -> None:
        self.area, self.area_level = None, None
        self.container, self.container_level = False, None

    def _is_inside(self, part: Part) -> bool:
        """Whether a heading such as "Mål" or "Aktiviteter" stands inside the open area."""
        if self.area is None:
            return False
        if part.level is not None and self.area_level is not None:
            return part.level > self.area_level
        area = self.draft.areas[self.area]
        return part.concept in ("part_goals", "responsible") or not area.activities

    def _among_areas(self, part: Part) -> bool:
        """Whether a heading stands below one over areas, or right where an area ended, as high as that."""
        follows = bool(self.draft.areas) and self.after == self.draft.areas[-1].id
        return self.container or (follows and part.level == self.last_level)

    def _headless(self, part: Part) -> None:
        """What stands before the first heading: a status, an introduction (left over), or a plan of one list."""
        for unit in part.body:
            if unit.kind == "paragraph" and (goals := goals_of(unit.text)):
                take_goals(unit, goals, self.draft)
                self.after = "goals"
        rest = [unit for unit in part.body if not unit.placed]
        listed = [place for place, unit in enumerate(rest) if unit.kind in ("item", "row")]
        if not listed:
            self._only_prose(rest)
            return
        if groups_rows(rest):
            self._fill_table(part)
            return
        first = listed[0]
        # The line right before a list leads it in; the paragraphs before that are an introduction of the plan.
        if first and rest[first - 1].kind == "paragraph" and rest[first - 1].text.endswith(":"):
            first -= 1
        self._open(new_area(self.draft, name("area", self.draft.language)), None)
        self._fill(rest[first:])

    def _only_prose(self, units: list[Unit]) -> None:
        """A plan that is nothing but paragraphs: each is taken for an activity, and a question asks."""
        said = [unit for unit in units if unit.kind in ("paragraph", "label")]
        if len(self.parts) > 1 or not said:
            return
        made = name("area", self.draft.language)
        self._open(new_area(self.draft, made), None)
        self._fill(said, paragraphs=True)
        self.draft.ask(self.after, "paragraphs-as-activities", made)

    def _open(self, area: int, level: int | None) -> None:
        self.area, self.area_level, self.last_level = area, level, level
        self.after = self.draft.areas[area].id

    def _fill(self, units: list[Unit], *, goals: bool = False, paragraphs: bool = False) -> None:
        if self.area is not None:
            AreaFiller(self.draft, self.area, goals=goals, paragraphs=paragraphs).fill(units)

    def _fill_table(self, part: Part) -> None:
        """A table that names its areas in a column of its own."""
        before = len(self.draft.areas)
        AreaFiller(self.draft, None).fill(part.body)
        if part.heading is not None and not part.heading.placed:
            part.heading.ignored = "container heading"
        if len(self.draft.areas) > before:
            self._open(len(self.draft.areas) - 1, part.level)

    def _inner(self, part: Part) -> None:
        """A heading inside an area: its own words name only what follows."""
        heading = part.heading
        if heading is not None:
            heading.ignored = "container heading" if part.concept == "container" else "section heading"
        if part.concept == "responsible" and self.area is not None:
            area = self.draft.areas[self.area]
            for unit in part.body:
                area.responsible += split_names(unit.text)
                unit.use(("areas", self.area, "responsible"), "responsible")
        else:
            self._fill(part.body, goals="goals" in part.concept, paragraphs=part.concept == "container")

    def _statement(self, place: int, part: Part) -> None:
        self._leave()
        if part.concept == "target_groups":
            place_target_groups(part, self.draft)
            self.after = "target_groups"
            return
        place_statements(part, self.draft)
        self.after = FIELDS[part.concept]

    def _goals(self, part: Part) -> None:
        """Overall goals; but a long list below them, in a plan that lists nothing else, is what will be done."""
        self._leave()
        if self.outline.is_list_of_work(part):
            self._work(part)
            return
        place_goals(part, self.draft)
        self.after = "goals"

    def _work(self, part: Part) -> None:
        """Take a list below a heading that may name goals as activities, and ask."""
        self._leave()
        self._open(area_from(part, self.draft), part.level)
        self._fill(part.body)
        self.draft.ask(self.draft.areas[-1].id, "goals-or-activities", part.name)

    def _container(self, place: int, part: Part) -> None:
        """A heading over areas; where items stand right below it, it is an area itself."""
        self._leave()
        heading = part.heading
        self.container, self.container_level = True, part.level
        if groups_rows(part.body):
            self._fill_table(part)
        elif part.has_list:
            self._open(area_from(part, self.draft), part.level)
            self._fill(part.body)
        elif part.body and not self.outline.areas_follow(place):
            self._open(area_from(part, self.draft), part.level)
            self._fill(part.body, paragraphs=True)
        else:
            if part.level is not None and self.outline.is_flat(place):
                # It stands no higher than the areas that follow it.
                self.container_level, self.flat = part.level - 1, part.level
            if part.body:
                self._section(part, leave=False)
            elif heading is not None:
                heading.ignored = "container heading"

    def _own(self, place: int, part: Part) -> None:
        """A heading of the branch's own: an area, a heading over areas, or a section."""
        following = self.parts[place + 1] if place + 1 < len(self.parts) else None
        deeper = following is not None and (
            following.level is None or part.level is None or following.level > part.level
        )
        inner = following is not None and deeper and following.concept in INNER
        if not part.body and not inner and part.concept not in AREAS:
            self._empty(place, part, deeper and following is not None and following.concept in ("", "area", *FIELDS))
        elif groups_rows(part.body):
            self._fill_table(part)
        elif part.body and self.outline.is_beside_the_work(place, endless=self._is_endless(part)):
            self._beside_work(place, part)
        elif part.concept in AREAS or part.has_list or self.container or not part.body or labels_repeat(part.body):
            self._open(area_from(part, self.draft), part.level)
            self._fill(part.body, paragraphs=True)
        elif self.outline.is_prose_area(place) or self.outline.in_prose(place):
            self._open(area_from(part, self.draft), part.level)
            self._fill(part.body, paragraphs=True)
            if not self.asked:
                self.asked = True
                self.draft.ask(self.after, "paragraphs-as-activities", part.name)
        else:
            self._section(part)

    def _beside_work(self, place: int, part: Part) -> None:
        """A heading beside the work. Below one over areas it ends these only where no more of them follow."""
        more = self.container and place < self.outline.last_of_work()
        self._section(part, leave=not more)
        self.area, self.area_level = None, None

    def _is_endless(self, part: Part) -> bool:
        """Whether a heading stands below one over areas, and no level will tell where these end."""
        return self.container and (part.level is None or part.level == self.flat)

    def _empty(self, place: int, part: Part, opens: bool) -> None:
        """A heading with nothing below it: it stands over the next ones, or is kept as it is."""
        if part.heading is not None and self.area is not None and _says_something(part.heading):
            # A line alone between two areas that only looked like a heading: no word of it is lost.
            self.draft.areas[self.area].texts.append(part.heading.text)
            part.heading.use(("areas", self.area, "text"), "area text", GUESS)
        elif opens and part.heading is not None:
            part.heading.ignored = "container heading"
            if self.area is None and self.outline.holds_areas(place):
                self.container, self.container_level = True, part.level
        else:
            self._section(part)

    def _partners(self, part: Part) -> None:
        self._leave()
        if part.heading is not None:
            part.heading.ignored = "section heading"
        for unit in part.body:
            made = self.draft.partner(unit.text, "")
            place = next(n for n, partner in enumerate(self.draft.partners) if partner.id == made)
            unit.use(("partners", place, "name"), "partner")
        self.after = "partners"

    def _section(self, part: Part, *, leave: bool = True) -> None:
        """A heading without a field of its own, kept with its text."""
        deeper = part.level is not None and any(
            level is not None and level < part.level for level in (self.area_level, self.container_level)
        )
        if leave:
            self._leave()
        if (heading := part.heading) is None:
            return
        section = self.section(part.name or heading.text)
        if deeper:
            self.inside.add(section.id)
        path = ("sections", len(self.draft.sections) - 1)
        if not part.concept:
            self.draft.doubt("heading", section.id, heading.text)
        heading.use((*path, "heading"), part.concept or "section")
        for unit in part.body:
            section.texts.append(_printed(unit))
            if part.concept:
                unit.use((*path, "text"), part.concept)
            else:
                unit.unplaced = (*path, "text")

    def part_back_matter(self) -> None:
        """Let sections after the last area stand after all of them rather than in it."""
        last = self.draft.areas[-1].id if self.draft.areas else ""
        for section in self.draft.sections:
            if last and section.after == last and section.id not in self.inside:
                section.after = "areas"

    def section(self, heading: str) -> DraftSection:
        """Add an empty section after what came last."""
        made = DraftSection(heading=heading, id=self.draft.new_id(heading, "avsnitt"), after=self.after)
        self.draft.sections.append(made)
        self.after = made.id
        return made


__all__ = ["GUESS", "late_status", "leftovers", "place_body"]


def _says_something(heading: Unit) -> bool:
    """Whether a guessed heading is a line of text: it gives a value, exclaims, or has somebody who does something."""
    return heading.level is None and not heading.number and _SAYS.search(heading.text) is not None
