"""How a plan stands in a document: the role of each kind of item, the field that holds its words, its values' words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs
from attrs import frozen

from helaplan.model import (
    Activity,
    Area,
    Budget,
    Goal,
    Indicator,
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
from helaplan.model.fields import key_of, spec_of
from helaplan.model.specs import ID_PATTERN, Choice, Items, Line, Nested, Number, Prose, Spec
from helaplan.registers.notation import amounts, frame, schedule
from helaplan.registers.notation.base import number, read_number
from helaplan.text import labels

#: Keys of the plan that are a heading with statements below it.
STATEMENTS = ("visions", "values", "mission", "purposes")
#: Keys of the plan that are a heading with a list of items below it, and the class of the items.
LISTS: Mapping[str, type] = {"goals": Goal, "target_groups": TargetGroup, "partners": Partner}

#: Hidden roles. A heading over a part of the plan has that part's key, with hyphens, as its role.
PLAN, ORGANISATION, STATEMENT, AREA = "plan", "organisation", "statement", "area"
#: A section belongs to the part before it, to the section before it, or to the end of the plan.
SECTION, NEXT_SECTION, END_SECTION = "section", "next-section", "end-section"
#: Heading, figure and table of the year wheel. They say nothing that the activities don't, so reading passes them by.
YEAR_WHEEL = "year-wheel"
ITEM_ROLES: Mapping[str, type] = {
    "goal": Goal,
    "indicator": Indicator,
    "target-group": TargetGroup,
    "activity": Activity,
    "sub-activity": SubActivity,
    "partner": Partner,
}
ROLE_OF: Mapping[type, str] = {cls: role for role, cls in ITEM_ROLES.items()}

#: The field that holds the words of an item; the others are printed as label lines or as items below it.
WORDS: Mapping[type, str] = {Partner: "name", Area: "name", Section: "heading"}
#: Where further paragraphs below an item's heading belong.
BODY: Mapping[type, str] = {Area: "text", Section: "text", Statement: "text"}


def words_field(cls: type) -> str:
    """The attribute with the words of an item: its name, heading or text."""
    return WORDS.get(cls, "text")


def body_field(cls: type) -> str:
    """The attribute that further paragraphs below an item belong to."""
    return BODY.get(cls, words_field(cls))


def role_of_part(key: str) -> str:
    """The role of the heading over a part of the plan."""
    return key.replace("_", "-")


def value_fields(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """The attributes of a class that are printed as label lines, in file order."""
    attributes: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    hidden = {"id", words_field(cls), body_field(cls), "items"}
    return tuple(each for each in attributes if each.name not in hidden and not _is_items(spec_of(each)))


def child_fields(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """The attributes of a class that hold items of their own."""
    attributes: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return tuple(each for each in attributes if _is_items(spec_of(each)))


def _is_items(spec: Spec) -> bool:
    return isinstance(spec, Items) and isinstance(spec.item, Nested) and spec.item.cls in ROLE_OF


#: The longest name that stands for an item whose words are prose.
_NAME_LENGTH = 60


def name_of(words: str) -> str:
    """What an item is called where another one names it: its words, cut after a whole word where they are long."""
    first, *more = words.split("\n\n")
    if len(first) <= _NAME_LENGTH and not more:
        return first
    cut = first[:_NAME_LENGTH].rpartition(" ")[0] if len(first) > _NAME_LENGTH else first
    return (cut or first[:_NAME_LENGTH]) + " …"


@frozen
class Names:
    """What the items of a plan are called, by the key of their list and their id."""

    by_key: Mapping[str, Mapping[str, str]]

    def write(self, key: str, ident: str) -> str:
        """The name; with the id in parentheses, or as `#id`, where the name alone leads elsewhere or nowhere."""
        name = self.by_key.get(key, {}).get(ident, "")
        for made in (name, f"{name} ({ident})"):
            if name and self.read(key, made) == ident:
                return made
        return f"#{ident}"

    def read(self, key: str, text: str) -> str | None:
        """The id that the text names; None where it names none, or more than one."""
        if text.startswith("#") and re.search(ID_PATTERN, text[1:], re.ASCII):
            return text[1:]
        names = self.by_key.get(key, {})
        for alike in (str, labels.fold):
            found = [ident for ident, name in names.items() if alike(name) == alike(text)]
            if len(found) == 1:
                return found[0]
        ident = text.removesuffix(")").rpartition("(")[2]
        return ident if text.endswith(f"({ident})") and ident in names else None


def names_in(plan: Plan) -> Names:
    """The names of everything that an activity can refer to. Goals of areas count as goals."""
    goals = [*plan.goals, *(goal for area in plan.areas for goal in area.goals)]
    by_key: dict[str, Iterable[Any]] = {"partners": plan.partners, "goals": goals, "target_groups": plan.target_groups}
    # Who reads the names gives an id to items without one, so those count where a name is to be the only one.
    return Names(
        {
            key: named((each.id or f"\0{n}", _words(each)) for n, each in enumerate(items))
            for key, items in by_key.items()
        }
    )


def _words(item: Any) -> str:
    return str(getattr(item, words_field(type(item))))


def named(items: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Name by id, of ids and words."""
    return {ident: name_of(words) for ident, words in items if ident}


_Write = Callable[[Any, str], str]
_Read = Callable[[str], Any]
_VALUES: Mapping[type, tuple[_Write, _Read]] = {
    Schedule: (schedule.write, schedule.read),
    Target: (amounts.write_target, amounts.read_target),
    Budget: (amounts.write_budget, amounts.read_budget),
    Period: (frame.write_period, frame.read_period),
    Status: (frame.write_status, frame.read_status),
}


def is_reference(spec: Spec) -> bool:
    """Whether a field holds ids of other items."""
    return isinstance(spec, Items) and isinstance(spec.item, Line) and spec.item.pattern == ID_PATTERN


def write_field(attribute: attrs.Attribute[Any], cls: type, value: Any, language: str, names: Names) -> list[str]:
    """The texts of a label line for one field of a class."""
    spec, key = spec_of(attribute), key_of(attribute)
    if is_reference(spec):
        return [names.write(key, each) for each in value]
    if isinstance(spec, Items):
        return [_write_one(spec.item, key, cls, each, language) for each in value]
    if type(spec) is Prose:
        return str(value).split("\n\n")
    return [_write_one(spec, key, cls, value, language)]


def _write_one(spec: Spec, key: str, cls: type, value: Any, language: str) -> str:
    if isinstance(spec, Nested):
        return _VALUES[spec.cls][0](value, language)
    if isinstance(spec, Choice):
        return labels.choice(_choices(key, cls), value, language)
    if isinstance(spec, Number):
        return number(value, language)
    if key == "sdg":
        return frame.write_sdg(value, language)
    if key in ("county", "municipality"):
        return frame.write_place(key, value)
    return str(value)


def _choices(key: str, cls: type) -> str:
    own = f"{cls.__name__.lower()}.{key}"
    return own if own in labels.CHOICES else key


class Unread(Exception):
    """The texts of a label line give no value of the field."""


def read_field(attribute: attrs.Attribute[Any], cls: type, texts: tuple[str, ...]) -> Any:
    """The value of a field from the texts of its label line. Raises Unread. References are read by `Names`."""
    spec, key = spec_of(attribute), key_of(attribute)
    if isinstance(spec, Items):
        return tuple(_read_one(spec.item, key, cls, each) for each in texts)
    if type(spec) is Prose:
        return "\n\n".join(texts)
    return _read_one(spec, key, cls, "; ".join(texts))


def _read_one(spec: Spec, key: str, cls: type, text: str) -> Any:
    found: Any = text
    if isinstance(spec, Nested):
        found = _VALUES[spec.cls][1](text)
    elif isinstance(spec, Choice):
        found = labels.value_of_choice(_choices(key, cls), text)
    elif isinstance(spec, Number):
        found = read_number(text)
    elif key == "sdg":
        found = frame.read_sdg(text)
    elif key in ("county", "municipality"):
        found = frame.read_place(key, text)
    elif isinstance(spec, Line) and spec.pattern and not re.search(spec.pattern, text, re.ASCII):
        found = None
    if found is None:
        raise Unread
    return found
