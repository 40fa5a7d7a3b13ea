"""Label lines to values, once every item is there: references need the names, new items need ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs
from attrs import define, field

from helaplan.document import LabelLine
from helaplan.findings import pointer
from helaplan.model import Organisation, Partner, Period, Plan, Question, Schedule, Section, Statement
from helaplan.model.fields import key_of, spec_of
from helaplan.model.normal import clean_line
from helaplan.model.specs import Items, Line, Nested, Prose
from helaplan.recognise.nodes import Node
from helaplan.recognise.schedules import cell_schedule
from helaplan.registers.notation import shape
from helaplan.registers.notation.base import parted
from helaplan.registers.personal import redact
from helaplan.registers.slug import slug, unique
from helaplan.text import labels
from helaplan.text.questions import NAMES

#: Notes for the receipt that the words of block n went to an attribute of an item.
Went = Callable[[int, Node, str, str], None]

#: What the head of the document may say of the plan itself, besides the organisation.
_HEAD = ("period", "status", "language")


def _without_personal_data(found: Any) -> Any:
    """The value with personal data taken out of its words, after reading: a day may look like a phone number."""
    if isinstance(found, str):
        return redact(found)[0]
    if isinstance(found, tuple):
        return tuple(map(_without_personal_data, found))
    if attrs.has(type(found)):
        held = {each.name: getattr(found, each.name) for each in attrs.fields(type(found))}
        return attrs.evolve(found, **{name: redact(each)[0] for name, each in held.items() if isinstance(each, str)})
    return found


@define(eq=False, kw_only=True)
class Labelled:
    """Reads the label lines that the items of a plan were given, and names what is new."""

    plan: Node
    organisation: Node
    language: str
    taken: set[str]
    names: shape.Names = field(init=False, factory=lambda: shape.Names({}))
    asked: list[tuple[Node, str, str]] = field(init=False, factory=list)

    def read(self, went: Went) -> None:
        """Set the value of every label line; what can't be read stays as words, with a question."""
        # Before any reference is read: what a person typed may name an item that has no id yet.
        self.name_items()
        self.names = shape.Names(self.by_key())
        head, rest = self.organisation.given, [node for node in self.plan.every() if node.given]
        for n, line in head:
            self.of_head(n, line, went)
        for node in rest:
            for n, line in node.given:
                attribute = self.attribute_of(node.cls, line)
                if attribute is None or not self.assign(node, node.cls, attribute, line):
                    self.keep(n, node, line, went)
                else:
                    went(n, node, key_of(attribute), key_of(attribute))

    def by_key(self) -> dict[str, dict[str, str]]:
        made: dict[str, dict[str, str]] = {key: {} for key in shape.LISTS}
        for node in self.plan.every():
            if node.key in made:
                words = str(node.values.get(shape.words_field(node.cls), ""))
                made[node.key] |= shape.named([(node.id, words)])
        return made

    def attribute_of(self, cls: type, line: LabelLine) -> attrs.Attribute[Any] | None:
        """The attribute of the class that the label names, in whatever language."""
        wanted = labels.keys_of_label(line.label)
        possible = {key_of(each): each for each in shape.value_fields(cls)}
        return next((possible[key] for key in wanted if key in possible), None)

    def of_head(self, n: int, line: LabelLine, went: Went) -> None:
        for node, cls in ((self.organisation, Organisation), (self.plan, Plan)):
            attribute = self.attribute_of(cls, line)
            if attribute is None or (cls is Plan and attribute.name not in _HEAD):
                continue
            if self.assign(node, cls, attribute, line):
                way = f"organisation.{key_of(attribute)}" if cls is Organisation else key_of(attribute)
                went(n, self.plan, way, key_of(attribute))
                return
        self.keep(n, self.introduction(), line, went)

    def introduction(self) -> Node:
        """The section for what the head of a document says and the plan has no field for."""
        heading = NAMES["introduction"][self.language]
        for each in self.plan.children.get("sections", ()):
            if each.values["heading"] == heading:
                return each
        return self.plan.add(Section, "sections", heading=heading, after="title")

    def assign(self, node: Node, cls: type, attribute: attrs.Attribute[Any], line: LabelLine) -> bool:
        """Whether the line gave a value. A list that is given twice goes on; a single value isn't overwritten."""
        spec, name = spec_of(attribute), attribute.name
        if not line.texts:
            return False
        try:
            if shape.is_reference(spec):
                found: Any = tuple(self.reference(node, key_of(attribute), each) for each in line.texts)
            else:
                found = shape.read_field(attribute, cls, line.texts)
        except shape.Unread:
            return False
        if isinstance(spec, Items) and isinstance(spec.item, Nested) and spec.item.cls is Schedule:
            found = tuple(self.better(text, each) for text, each in zip(line.texts, found, strict=True))
        found = _without_personal_data(found)
        before = node.values.get(name)
        if before and name != "after":
            if isinstance(spec, Items):
                found = (*before, *found)
            elif isinstance(spec, Line) and not spec.pattern:
                found = f"{before}\n\n{found}" if isinstance(spec, Prose) else f"{before}; {found}"
            else:
                return False
        node.values[name] = found
        return True

    def better(self, text: str, found: Schedule) -> Schedule:
        """Days that a person typed without their meaning beside them, read as in any other document."""
        if found.kind != "unknown" or parted(text)[1] is not None:
            return found
        period = self.plan.values.get("period")
        return cell_schedule(text, None, period if isinstance(period, Period) else None) or found

    def reference(self, node: Node, key: str, text: str) -> str:
        """The id that a name stands for. A partner nobody has heard of is added; other names must be known."""
        text = redact(clean_line(text))[0]
        ident = self.names.read(key, text)
        if ident is None and key == "partners":
            made = self.plan.add(Partner, "partners", name=text)
            self.named(made)
            self.names = shape.Names(self.by_key())
            self.asked.append((made, "new-partner", text))
            return made.id
        if ident is None:
            raise shape.Unread
        return ident

    def keep(self, n: int, node: Node, line: LabelLine, went: Went) -> None:
        """The words of a line that gives no value, as a paragraph of the item."""
        words = redact(clean_line(f"{line.label}: {'; '.join(line.texts)}"))[0]
        attribute = node.further(words)
        went(n, node, attribute, shape.ROLE_OF.get(node.cls, node.cls.__name__.lower()))
        if self.attribute_of(node.cls, line) is not None:
            self.asked.append((node, "value-unread", words))

    def name_items(self) -> set[str]:
        """Give every item an id that has none; returns all ids."""
        for node in self.plan.every():
            if not node.id and node.cls is not Statement:
                self.named(node)
        return self.taken

    def named(self, node: Node) -> None:
        default = node.cls.__name__.lower()
        node.id = unique(slug(node.words(), default=default), self.taken)
        self.taken.add(node.id)
        if node.repeated:
            self.asked.append((node, "id-twice", str(node.values.pop("_id"))))

    @property
    def questions(self) -> Iterator[Question]:
        """What a person should look at."""
        for node, code, words in self.asked:
            about = node.id or pointer(node.path())
            yield Question(about=about, text=labels.question(code, self.language, words=words))
