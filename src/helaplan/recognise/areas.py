"""Areas of work and what stands in them: introduction, goals, activities and their parts."""

from __future__ import annotations

from helaplan.document import Confidence
from helaplan.findings import Path
from helaplan.model import Goal
from helaplan.recognise.beside import Owner, labels_of, printed, put_label
from helaplan.recognise.draft import GUESS, LIKELY, Draft, DraftActivity, DraftArea
from helaplan.recognise.lead_ins import is_open, leading
from helaplan.recognise.lines import (
    activity_line,
    budget_line,
    coded,
    goals_of,
    is_labelled,
    responsible_line,
    sdg_line,
    when_line,
)
from helaplan.recognise.money import cell_sum
from helaplan.recognise.naming import new_area
from helaplan.recognise.people import find_roles, split_names
from helaplan.recognise.prose import is_goal, is_goal_alone, tells_of_work
from helaplan.recognise.schedules import find_schedules
from helaplan.recognise.statements import sentences
from helaplan.recognise.structure import Part
from helaplan.recognise.tables import TableReader, merged_rows
from helaplan.recognise.units import Unit
from helaplan.registers.headings import concept_of
from helaplan.registers.progress import progress_of

#: What is longer is not looked at for names.
_LONGEST = 4000


def area_from(part: Part, draft: Draft) -> int:
    """Add the area that a part's heading names; a month or "Löpande under året" says when, too."""
    place = new_area(draft, part.name, part.number)
    if part.heading is not None:
        part.heading.use(("areas", place, "name"), "area")
        if part.number:
            part.heading.use(("areas", place, "number"), "number")
    return place


class AreaFiller:
    """Fills one area with the units below its heading.

    `goals` says that items are goals (below the heading "Mål"), `paragraphs` that every paragraph is an activity.
    `place` is None for a table that names its areas itself.
    """

    def __init__(self, draft: Draft, place: int | None, *, goals: bool = False, paragraphs: bool = False) -> None:
        self.draft = draft
        self.place = place
        self.path: Path = ("areas", place or 0)
        self.area = DraftArea(name="") if place is None else draft.areas[place]
        self.goals = goals
        self.paragraphs = paragraphs
        self.tables = TableReader(draft)
        # True after an activity that was named by a label, whose label lines follow it.
        self.block = False
        # What labels below the last activity have said of it already.
        self.told: set[str] = set()
        # Whether any paragraph of the area tells of work, so that those that don't are no activities.
        self.acts = False
        # Who the lead-in of a list says is to do what its items say.
        self.leading = ""
        # How many activities the list of the area has.
        self.items = 0

    def fill(self, units: list[Unit]) -> None:
        """Put every unit where it belongs."""
        has_list = any(unit.kind in ("item", "row") for unit in units) and not _lost_marks(units)
        self.items = sum(unit.kind == "item" and unit.depth <= 1 and not labels_of(unit.text) for unit in units)
        units = merged_rows(units)
        self.tables.expect(units)
        prose = self._of_work(units) if self.paragraphs and not has_list else range(0)
        last_row = max((n for n, unit in enumerate(units) if unit.kind == "row"), default=len(units))
        for n, unit in enumerate(units):
            # Words between and after the rows of a calendar belong to no month; they are left over.
            if unit.kind != "row" and (self.place is None or (n > last_row and self.area.schedule)):
                continue
            if unit.kind == "row":
                self.tables.take(unit, self.place)
            elif unit.kind == "item":
                self._item(unit)
            elif unit.kind == "label":
                self._label(unit)
            elif unit.depth and self.area.activities:
                self._more(unit)
            elif self._named(unit) or self._labelled(unit, unit.text):
                continue
            elif unit.text.endswith(":") and concept_of(unit.text) == "container":
                unit.ignored = "container heading"
            elif self.goals and not has_list:
                made = coded(unit.text)
                self._goal(unit, made.text, made.number)
            elif n in prose and not unit.text.endswith(":") and not is_open(unit.text):
                self._prose(unit)
            else:
                self._text(unit, above_a_list=has_list)

    def _of_work(self, units: list[Unit]) -> range:
        """The places from the first paragraph that tells of work on: what stands before it introduces the area.

        Where no paragraph tells of any, each is an activity in the words of its own.
        """
        told = [n for n, unit in enumerate(units) if unit.kind == "paragraph" and tells_of_work(unit.text)]
        self.acts = bool(told)
        return range(told[0] if told else 0, len(units))

    def _named(self, unit: Unit) -> bool:
        """Take "Aktivitet: Måla lokalen" and, after it, the label lines that belong to it."""
        if made := activity_line(unit.text):
            self._activity(unit)
            self.area.activities[-1].text, self.area.activities[-1].number = made.text, made.number
            self.block = True
            return True
        return self._speaks_of_activity() and self._of_activity(unit)

    def _speaks_of_activity(self) -> bool:
        """Whether a label at this place speaks of the activity above it rather than of the area.

        So it does where labels of this document do, and below the only activity, unless other areas end in a label
        for all of theirs.
        """
        alone = self.items == 1 and len(self.area.activities) == 1 and not self.draft.labels_end
        return self.block or self.draft.labels_below or alone

    def _goal(self, unit: Unit, text: str, number: str, confidence: Confidence | None = None) -> None:
        self.area.goals.append(Goal(id=self.draft.new_id(text, "mal"), text=text, number=number))
        unit.use((*self.path, "goals", len(self.area.goals) - 1), "goal", confidence)

    def _item(self, unit: Unit) -> None:
        if self.goals:
            made = coded(unit.text)
            self._goal(unit, made.text, made.number or unit.number.strip("()."))
        elif (unit.depth > 1 or self.draft.labels_below) and self._of_activity(unit):
            return
        elif unit.depth > 1 and self.area.activities:
            parent = self.area.activities[-1]
            parent.activities.append(self._made(unit))
            path = (*self.path, "activities", len(self.area.activities) - 1, "activities", len(parent.activities) - 1)
            unit.use((*path, "text"), "part of an activity")
        elif not self._labelled(unit, unit.text):
            self._activity(unit)

    def _made(self, unit: Unit) -> DraftActivity:
        number = unit.number.strip("().: ")
        # "Hemsidan görs om /pågående": how far it has come stands behind a stroke, and in the text as printed.
        _, stroke, last = unit.text.rpartition("/")
        made = DraftActivity(text=unit.text, number=number, id=self.draft.new_id(unit.text, "aktivitet"))
        made.progress = progress_of(last) if stroke else ""
        return made

    def _activity(self, unit: Unit, confidence: Confidence | None = None) -> None:
        self.area.activities.append(self._made(unit))
        self.told = set()
        path = (*self.path, "activities", len(self.area.activities) - 1)
        unit.use((*path, "text"), "activity", confidence)
        if self.area.activities[-1].number:
            unit.use((*path, "number"), "number")
        if self.leading and not find_roles(unit.text[:_LONGEST]):
            self.area.activities[-1].responsible.append(self.leading)
            self.draft.propose((*path, "responsible", 0), self.leading)

    def _more(self, unit: Unit) -> None:
        """A second paragraph of the last item, or a label line of it."""
        if self._of_activity(unit):
            return
        place = len(self.area.activities) - 1
        activity = self.area.activities[place]
        activity.text = f"{activity.text}\n\n{unit.text}"
        unit.use((*self.path, "activities", place, "text"), "activity")

    def _of_activity(self, unit: Unit) -> bool:
        """Take a label line ("Ansvarig: …", "När: …", "Budget: …") of the last activity, or of the part it hangs in.

        What was said of it already is said of something else now: then False, as for any other line.
        """
        said = labels_of(printed(unit))
        if not said or not self.area.activities:
            return False
        owner = self._owner(unit.depth - 1 if unit.kind == "item" else unit.depth)
        concepts = {f"{owner.path} {each.concept}" for each in said}
        if concepts & self.told and not unit.depth:
            return False
        self.told |= concepts
        for each in said:
            put_label(self.draft, unit, each, owner)
        return True

    def _owner(self, depth: int) -> Owner:
        """The last activity, or its last part where something hangs as deep as parts do."""
        place = len(self.area.activities) - 1
        activity, path = self.area.activities[place], (*self.path, "activities", place)
        if depth > 1 and activity.activities:
            last = len(activity.activities) - 1
            return Owner(activity=activity.activities[last], area=self.area, path=(*path, "activities", last))
        return Owner(activity=activity, area=self.area, path=path)

    def _label(self, unit: Unit) -> None:
        if (unit.depth or self._speaks_of_activity()) and self._of_activity(unit):
            return
        if not self._labelled(unit, printed(unit)):
            self.area.texts.append(printed(unit))
            unit.use((*self.path, "text"), "area text", GUESS)

    def _labelled(self, unit: Unit, text: str) -> bool:
        """Take a line that says what it holds: "Mål 3.1.1: …", "Agenda 2030: …", "Ansvarig: …", "Budget: …"."""
        if goals := goals_of(text):
            for goal in goals:
                self._goal(unit, goal.text, goal.number)
        elif codes := sdg_line(text):
            self.area.sdg += [code for code in codes if code not in self.area.sdg]
            unit.use((*self.path, "sdg"), "sdg")
        elif (who := responsible_line(text)) and unit.kind != "item":
            names = split_names(who)
            self.area.responsible += names
            unit.use((*self.path, "responsible"), "responsible")
        elif (words := budget_line(text)) and (cost := cell_sum(words)) and self.area.budget is None:
            self.area.budget = cost
            unit.use((*self.path, "budget"), "budget")
        elif (when := when_line(text)) and (found := find_schedules(when, self.draft.period)):
            self.area.schedule += [each.schedule for each in found]
            unit.use((*self.path, "schedule"), "schedule")
        else:
            return False
        if labels_of(text) and len(self.area.activities) > 1 and self.draft.labels_end == 1:
            self.draft.ask(self.area.id, "label-of-area", text)
        return True

    def _text(self, unit: Unit, *, above_a_list: bool) -> None:
        """Introduction and lead-ins; a sentence in them that sets a goal with a number is a goal."""
        self.leading = leading(sentences(unit.text)[-1]) if unit.text else ""
        rest = self._take_goals(unit, above_a_list=above_a_list)
        if rest:
            self.area.texts.append(rest)
            unit.use((*self.path, "text"), "area text")

    def _prose(self, unit: Unit) -> None:
        """A paragraph that is an activity, with all it says; one that only sets goals; or one on how things are."""
        if is_goal_alone(unit.text):
            for sentence in sentences(unit.text):
                self._goal(unit, sentence, "", LIKELY)
        elif self.acts and not tells_of_work(unit.text):
            self._text(unit, above_a_list=False)
        else:
            self._activity(unit, LIKELY)

    def _take_goals(self, unit: Unit, *, above_a_list: bool) -> str:
        """Add the goals that sentences of a paragraph set, and give the other sentences."""
        rest = []
        for sentence in sentences(unit.text):
            if is_goal(sentence, above_a_list=above_a_list):
                self._goal(unit, sentence, "", LIKELY)
            else:
                rest.append(sentence)
        return " ".join(rest)


def _lost_marks(units: list[Unit]) -> bool:
    """Whether a list lost its marks but one: a single item with a line of the same kind on either side of it."""
    lines = [unit for unit in units if unit.kind in ("item", "paragraph", "row") and not is_labelled(unit.text)]
    marked = [n for n, unit in enumerate(lines) if unit.kind != "paragraph"]
    if len(marked) != 1 or lines[marked[0]].kind == "row" or lines[marked[0]].number or len(lines) < 3:
        return False
    around = [*lines[: marked[0]], *lines[marked[0] + 1 :]]
    short = all(len(unit.text) <= 120 and not unit.text.endswith(":") and not unit.depth for unit in around)
    return short and 0 < marked[0] < len(lines) - 1
