"""Which headings of a plan's own stand over work to be done, as the whole of the document tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from helaplan.recognise.beside import labels_repeat
from helaplan.recognise.persons import ROLE
from helaplan.recognise.prose import is_of_frame, most_act, most_are_planned, tells_of_work
from helaplan.recognise.structure import Part
from helaplan.recognise.units import Unit
from helaplan.registers.headings import plain_heading

#: What stands inside an area rather than beside it.
INNER = ("goals", "part_goals", "container", "responsible")
AREAS = ("area", "month", "ongoing")
#: So many items below "Målsättning" are what a plan without other lists will do.
_MANY = 4
_NAME = r"[A-ZÅÄÖÉ][\w'’-]+\.?(?:\s+(?:von|af|de)\b)?(?:\s+[A-ZÅÄÖÉ][\w'’-]*\.?){1,3}"
#: "Eva Berg, ordförande", "Kassör: Bo Ek", "Ordförande Eva Berg": who somebody is.
_MEMBER = re.compile(rf"(?:(?i:{ROLE})\s*[:,–-]?\s+)?{_NAME}(?:\s*[,:(–-].{{0,60}})?|(?i:{ROLE})\s*[:–-].{{0,60}}")


@define(eq=False, kw_only=True)
class Outline:
    """The parts of a body, asked for what each of them is among the others."""

    parts: Sequence[Part]
    #: The places of areas with lists, and the levels of these.
    listed: list[int] = field(init=False)
    levels: set[int | None] = field(init=False)
    #: Whether any heading stands over areas; found when first asked for.
    over: bool | None = None
    #: What `last_of_work` found.
    last: int | None = None

    def __attrs_post_init__(self) -> None:
        self.listed = [place for place in range(len(self.parts)) if self._is_listed_area(place)]
        levels = {self.parts[place].level for place in self.listed}
        outer = min((level for level in levels if level is not None), default=0)
        over = any(each.concept == "container" and 0 < (each.level or 0) < outer for each in self.parts)
        self.levels = set() if over else levels

    def areas_follow(self, place: int) -> bool:
        """Whether the parts after this one, up to the next section of another kind, are areas."""
        for part in self.parts[place + 1 :]:
            if part.concept and part.concept != "container" and part.concept not in AREAS:
                return False
            if part.body:
                return True
        return False

    def is_one_of_many(self, place: int) -> bool:
        """Whether a heading that could stand over areas ("Program") has paragraphs of its own and nothing deeper."""
        part = self.parts[place]
        return bool(part.body) and not part.has_list and self.is_flat(place)

    def is_flat(self, place: int) -> bool:
        """Whether nothing stands deeper than a heading."""
        return not any(self._below(place))

    def holds_areas(self, place: int) -> bool:
        """Whether at least half of the headings below an empty one, which are known to be deeper, are about work."""
        own = [each for each in self._below(place) if each.concept in ("", *AREAS) and each.body]
        about_work = sum(each.has_list or most_are_planned(each.body) for each in own)
        return bool(own) and about_work * 2 >= len(own)

    def _below(self, place: int) -> Iterator[Part]:
        """The parts that stand deeper than this one, up to the next that doesn't."""
        level = self.parts[place].level
        for each in self.parts[place + 1 :]:
            if level is None or each.level is None or each.level <= level:
                return
            yield each

    def is_list_of_work(self, part: Part) -> bool:
        """Whether below "Målsättning" or "Det här vill vi" stands the only list of the plan, and a long one."""
        items = [unit for unit in part.body if unit.kind == "item"]
        if len(items) < _MANY or part.said:
            return False
        return not any(other.has_list for other in self.parts if other is not part)

    def is_beside_the_work(self, place: int, *, endless: bool) -> bool:
        """Whether a heading that could be an area tells of what surrounds the work: the board, how to get in touch.

        After areas whose end no level tells (`endless`), so do the last ones with paragraphs on how things are.
        """
        part = self.parts[place]
        if part.said or part.concept:
            return False
        if is_of_frame(part.name):
            return _is_roster(part.body) if part.has_list else not most_are_planned(part.body)
        if not endless or part.has_list or labels_repeat(part.body):
            return False
        return 0 <= self.last_of_work() < place

    def last_of_work(self) -> int:
        """The place of the last heading of the plan's own that is about work; -1 for none."""
        if self.last is None:
            own = [n for n, each in enumerate(self.parts) if each.concept in ("", *AREAS)]
            self.last = next((n for n in reversed(own) if self.parts[n].has_list or _acts(self.parts[n].body)), -1)
        return self.last

    def is_prose_area(self, place: int) -> bool:
        """Whether a heading with paragraphs only is an area among those that have lists.

        Between two of them it is one. At either end it may be front or back matter as well, so its words must tell
        what will be done. It stands no higher and no lower than they do.
        """
        part = self.parts[place]
        if part.level not in self.levels:
            return False
        if self.listed[0] < place < self.listed[-1]:
            return True
        tells = most_are_planned(part.body) or (place > self.listed[-1] and most_act(part.body))
        return tells and not is_of_frame(part.name)

    def in_prose(self, place: int) -> bool:
        """Whether the plan tells of its areas in paragraphs: no list anywhere, or few, and this part tells of work."""
        part = self.parts[place]
        if self.over is None:
            self.over = any(map(self._holds_others, range(len(self.parts))))
        if self.over or not _acts(part.body):
            return False
        own = [other for other in self.parts if other.concept == "" and other.heading is not None and other.body]
        listed = sum(other.has_list for other in self.parts)
        if listed == 0:
            return True
        few = listed == sum(other.has_list for other in own) and len(own) >= 2 * listed
        return few and most_act(part.body)

    def _holds_others(self, place: int) -> bool:
        """Whether a heading such as "Verksamhet" stands over others. "Program" among others of its kind does not."""
        if self.parts[place].concept != "container":
            return not self.parts[place].concept and not self.parts[place].body and self.holds_areas(place)
        before = self.parts[place - 1] if place else None
        among = before is not None and before.concept == "" and bool(before.body) and before.heading is not None
        return not (among and self.is_one_of_many(place))

    def _is_listed_area(self, place: int) -> bool:
        """Whether a heading of the branch's own has a list below it, or headings such as "Mål" and "Aktiviteter"."""
        part = self.parts[place]
        following = self.parts[place + 1 : place + 2]
        if part.heading is None or part.concept not in ("", *AREAS):
            return False
        return part.has_list or any(
            each.concept in INNER and (each.level or 0) > (part.level or 0) for each in following
        )


def is_work(part: Part, *, after_areas: bool) -> bool:
    """Whether below "Ekonomi" stands what is to be done about money rather than the money itself.

    So, too, a list of what is done about "Historik" among the areas.
    """
    if part.concept == "introduction":
        return part.has_list and after_areas
    if part.concept != "budget" or part.said or plain_heading(part.name).startswith(("budget", "kostnad")):
        return False
    told = any("budget" in unit.text.casefold() or "bilaga" in unit.text.casefold() for unit in part.body)
    return not told and (any(unit.kind == "item" for unit in part.body) or most_act(part.body))


def _acts(units: Sequence[Unit]) -> bool:
    """Whether any paragraph tells of work."""
    return any(unit.kind != "paragraph" or tells_of_work(unit.text) for unit in units)


def _is_roster(units: Sequence[Unit]) -> bool:
    """Whether at least half of the items of a list say who somebody is."""
    items = [unit.text.strip(" .") for unit in units if unit.kind in ("item", "row")]
    return sum(_MEMBER.fullmatch(text) is not None for text in items) * 2 >= len(items)
