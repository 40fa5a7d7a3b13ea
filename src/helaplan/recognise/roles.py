"""The trusted way back: a document that carries roles and ids to the plan it tells of.

Ids and roles decide what a block is and which item it is; every value is read from the visible text, so an edit
counts. What somebody added by hand has neither: it is taken for what stands around it. No word is dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs
from attrs import define, field

from helaplan.document import (
    Block,
    Confidence,
    Document,
    Figure,
    Furniture,
    Heading,
    LabelLine,
    ListItem,
    Paragraph,
    Table,
)
from helaplan.model import Activity, Area, Goal, Indicator, Organisation, Plan, Section, Statement, SubActivity
from helaplan.model.normal import clean_line
from helaplan.recognise.labelled import Labelled
from helaplan.recognise.nodes import Node
from helaplan.recognise.receipt import Placement, Receipt, Recognised, Use
from helaplan.registers.notation import shape
from helaplan.registers.personal import redact
from helaplan.registers.slug import slug, unique
from helaplan.text import labels
from helaplan.text.questions import NAMES

_PARTS = {shape.role_of_part(key): key for key in labels.HEADINGS}
_INNER = ("area_goals", "activities")


def from_roles(document: Document, *, source: str = "", reader: str = "") -> Recognised:
    """The plan that a document with roles tells of, and a receipt with each of its blocks in exactly one state.

    Items without an id get one made of their words; an id met twice stays with the first item, and a question asks
    about the second. Personal data is taken out and counted. `source` and `reader` are for the receipt.
    """
    return _Reading(document=document).recognised(source, reader)


@define(eq=False)
class _Used:
    """Where a block's words went: an item and its attribute, to be made a path when all items stand."""

    node: Node
    attribute: str
    concept: str
    confidence: Confidence
    nth: int | None = None

    def use(self) -> Use:
        nth = () if self.nth is None else (self.nth,)
        return Use((*self.node.path(), *self.attribute.split("."), *nth), self.concept, self.confidence)


@define(eq=False, kw_only=True)
class _Reading:
    document: Document
    plan: Node = field(init=False, factory=lambda: Node(cls=Plan))
    organisation: Node = field(init=False)
    part: str = "title"
    inner: str = ""
    statement: Node | None = None
    area: Node | None = None
    section: Node | None = None
    stack: list[Node] = field(init=False, factory=list)
    anchors: int = 0
    at_end: list[tuple[Node, str, int]] = field(init=False, factory=list)
    seen: set[str] = field(init=False, factory=set)
    typed: list[Node] = field(init=False, factory=list)
    placed: list[Placement] = field(init=False, factory=list)
    used: dict[int, list[_Used]] = field(init=False, factory=dict)
    removed: Counter[str] = field(init=False, factory=Counter)
    n: int = 0

    @organisation.default
    def _(self) -> Node:
        return Node(cls=Organisation, parent=self.plan)

    def recognised(self, source: str, reader: str) -> Recognised:
        title = self.clean(self.document.title)
        self.plan.id = self.document.id
        self.plan.values["title"] = title
        if title:
            self.place(title)
            self.went(self.plan, "title", "title", Confidence.SURE)
        if self.document.subtitle.strip():
            self.take(Paragraph(text=self.document.subtitle))
        for block in self.document.blocks:
            self.take(block)
        return self.finish(source, reader)

    def clean(self, text: str) -> str:
        made, removed = redact(clean_line(text))
        self.removed.update(removed)
        return made

    def place(self, text: str, block: Block | None = None, ignored: str = "") -> None:
        self.n += 1
        self.placed.append(Placement(n=self.n, text=text, place=block.place if block else None, ignored=ignored))

    def went(self, node: Node, attribute: str, concept: str, confidence: Confidence, nth: int | None = None) -> None:
        self.used.setdefault(self.n, []).append(_Used(node, attribute, concept, confidence, nth))

    def take(self, block: Block) -> None:
        """Put one block where it belongs."""
        if isinstance(block, Furniture):
            self.place(self.clean(block.text), block, ignored=block.reason or "page furniture")
        elif isinstance(block, Figure):
            self.place(self.clean(f"{block.caption} {block.alt}"), block, ignored="figure")
        elif block.role == shape.YEAR_WHEEL:
            self.wheel(block)
        elif isinstance(block, Table):
            self.table(block)
        elif isinstance(block, LabelLine):
            self.label_line(block)
        elif isinstance(block, (Heading, ListItem, Paragraph)):
            text = self.clean(block.text)
            if text:
                self.text_block(block, text)

    def wheel(self, block: Block) -> None:
        """What belongs to the year wheel: it was drawn from the activities, and is drawn from them again."""
        cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
        words = [*cells, str(getattr(block, "text", "")), str(getattr(block, "caption", ""))]
        self.place(self.clean(" ".join(each for each in words if each)), block, ignored="year wheel")
        if isinstance(block, Heading):
            self.area, self.section, self.inner = None, None, ""
            self.stack.clear()

    def text_block(self, block: Heading | ListItem | Paragraph, text: str) -> None:
        role = block.role
        if role in _PARTS:
            self.heading_of(_PARTS[role], block, text)
        elif role in shape.ITEM_ROLES:
            self.place(text, block)
            self.item(shape.ITEM_ROLES[role], block, text, Confidence.SURE)
        elif role == shape.AREA:
            self.new_area(block, text, Confidence.SURE)
        elif role in (shape.SECTION, shape.NEXT_SECTION, shape.END_SECTION):
            self.new_section(block, text, Confidence.SURE)
        elif role == shape.ORGANISATION and not self.organisation.values.get("name"):
            self.place(text, block)
            self.organisation.values["name"] = text
            self.went(self.plan, "organisation.name", "organisation", Confidence.SURE)
        elif role == shape.STATEMENT and self.part in shape.STATEMENTS and self.section is None:
            self.place(text, block)
            self.statement = self.plan.add(Statement, self.part)
            self.statement_words(block, text, Confidence.SURE)
        elif isinstance(block, Heading):
            self.plain_heading(block, text)
        else:
            self.place(text, block)
            self.plain(block, text)

    def heading_of(self, key: str, block: Block, text: str) -> None:
        """The heading over a part of the plan: it names a field, so it isn't text of the plan."""
        self.place(text, block, ignored="heading")
        self.stack.clear()
        self.section = None
        if key in _INNER:
            self.inner = key
            return
        self.part, self.inner, self.statement, self.area = key, "", None, None
        self.anchors += 1

    def plain_heading(self, block: Heading, text: str) -> None:
        """A heading without a role: a known word, a new area among areas, else a section."""
        level = block.level or 1
        keys = labels.keys_of_heading(text)
        parts = [key for key in keys if key not in _INNER]
        inner = [key for key in keys if key in _INNER]
        if level > 1 and self.area is not None and inner:
            self.heading_of(inner[0], block, text)
        elif level == 1 and parts:
            self.heading_of(parts[0], block, text)
        elif level == 2 and self.part == "areas":
            self.new_area(block, text, Confidence.LIKELY)
        else:
            self.new_section(block, text, Confidence.LIKELY)

    def new_area(self, block: Block, text: str, confidence: Confidence) -> None:
        self.place(text, block)
        self.part, self.inner, self.statement, self.section = "areas", "", None, None
        self.area = self.known(self.plan.add(Area, "areas", name=text), block)
        self.stack.clear()
        self.anchors += 1
        self.went(self.area, "name", "area", confidence)

    def new_section(self, block: Block, text: str, confidence: Confidence) -> None:
        self.place(text, block)
        before = self.section
        made = self.known(self.plan.add(Section, "sections", heading=text), block)
        level = block.level if isinstance(block, Heading) and block.level else 1
        tied = self.area if level > 1 and self.area is not None else None
        if block.role == shape.NEXT_SECTION and before is not None:
            tied = before
        # An id that is still to be made is filled in when all are known.
        made.values["after"] = tied if tied is not None else self.part
        if block.role == shape.END_SECTION:
            self.at_end.append((made, self.part, self.anchors))
        self.section, self.statement = made, None
        self.stack.clear()
        self.went(made, "heading", "section", confidence)

    def known(self, node: Node, block: Block) -> Node:
        """The item with the block's id, unless another item before it has it."""
        if block.id in self.seen:
            node.repeated, node.values["_id"] = True, block.id
        elif block.id:
            node.id = block.id
            self.seen.add(block.id)
        return node

    def item(self, cls: type, block: Block, text: str, confidence: Confidence) -> None:
        """A new item: its class says in which list it stands, its depth below which item."""
        depth = max(1, block.depth)
        above = self.above(depth)
        if issubclass(cls, SubActivity):
            if above is not None and issubclass(above.cls, SubActivity):
                parent, key, cls = self.activity_of(above), "activities", SubActivity
            else:
                parent, key, cls = self.some_area(), "activities", Activity
        elif cls is Indicator and above is not None and self.goal_of(above) is not None:
            parent, key = self.goal_of(above) or above, "indicators"
        elif cls in (Goal, Indicator):
            cls, key = Goal, "goals"
            parent = self.area if self.area is not None else self.plan
        else:
            parent, key = self.plan, next(key for key, each in shape.LISTS.items() if each is cls)
        attribute = shape.words_field(cls)
        made = self.known(parent.add(cls, key, **{attribute: text}), block)
        if isinstance(block, ListItem) and block.number and "number" in attrs.fields_dict(cls):
            made.values["number"] = clean_line(block.number)
        self.section = None
        if not block.role:  # helaplan did not write it
            self.typed.append(made)
        self.hang(made, depth)
        self.went(made, attribute, shape.ROLE_OF[cls], confidence)

    def above(self, depth: int) -> Node | None:
        """The item that a block of this depth hangs below; None at the first level."""
        return self.stack[min(depth - 1, len(self.stack)) - 1] if depth > 1 and self.stack else None

    def hang(self, node: Node, depth: int) -> None:
        del self.stack[depth - 1 :]
        self.stack.append(node)

    def activity_of(self, node: Node) -> Node:
        """The activity itself, or the one that this is a part of: parts have no parts."""
        return node.parent if node.cls is SubActivity and node.parent is not None else node

    def goal_of(self, node: Node) -> Node | None:
        found = node.parent if node.cls is Indicator else node
        return found if found is not None and found.cls is Goal else None

    def some_area(self) -> Node:
        if self.area is None:
            areas = self.plan.children.get("areas")
            name = NAMES["area"][labels.base_language(self.document.language)]
            self.area = areas[-1] if areas else self.plan.add(Area, "areas", name=name)
        return self.area

    def plain(self, block: ListItem | Paragraph, text: str) -> None:
        """Words that somebody wrote between those we know: they are what stands around them."""
        sure = Confidence.SURE if isinstance(block, Paragraph) else Confidence.LIKELY
        if isinstance(block, Paragraph) and block.depth and self.stack:
            self.further(self.stack[min(block.depth, len(self.stack)) - 1], text, sure)
        elif self.section is not None:
            self.further(self.section, text, sure)
        elif self.part in shape.STATEMENTS:
            if self.statement is None:
                self.statement = self.plan.add(Statement, self.part)
            self.statement_words(block, text, sure)
        elif self.part in shape.LISTS:
            self.plain_item(shape.LISTS[self.part], block, text)
        elif self.part == "areas" and isinstance(block, ListItem):
            self.plain_item(Goal if self.inner == "area_goals" else Activity, block, text)
        elif self.area is not None:
            self.further(self.area, text, sure)
        else:
            self.further(self.introduction(), text, Confidence.LIKELY)

    def plain_item(self, cls: type, block: Block, text: str) -> None:
        above = self.above(block.depth)
        if above is None or (above.cls is Activity and block.depth > 1):
            self.item(cls, block, text, Confidence.LIKELY)
        elif above.cls is Goal:
            self.item(Indicator, block, text, Confidence.LIKELY)
        else:
            self.further(above, text, Confidence.LIKELY)

    def further(self, node: Node, text: str, confidence: Confidence) -> None:
        """One more paragraph of an item."""
        attribute = node.further(text)
        self.went(node, attribute, shape.ROLE_OF.get(node.cls, node.cls.__name__.lower()), confidence)

    def statement_words(self, block: Block, text: str, confidence: Confidence) -> None:
        assert self.statement is not None  # both callers have just seen to it
        if isinstance(block, ListItem):
            items = self.statement.values.setdefault("items", [])
            items.append(text)
            self.went(self.statement, "items", self.part, confidence, nth=len(items) - 1)
        else:
            self.statement.write("text", text)
            self.went(self.statement, "text", self.part, confidence)

    def introduction(self) -> Node:
        """A section for words that stand where the plan has no field for any."""
        heading = NAMES["introduction"][labels.base_language(self.document.language)]
        self.section = self.plan.add(Section, "sections", heading=heading, after=self.part)
        return self.section

    def table(self, block: Table) -> None:
        """The words of a table, a paragraph for each row: the plan's own document has none."""
        rows = [(block.caption,)] if block.caption else []
        for row in (*rows, *block.rows):
            text = self.clean(" – ".join(cell for cell in row if cell.strip()))
            if text:
                self.place(text, block)
                self.plain(Paragraph(text=text, depth=block.depth), text)

    def label_line(self, block: LabelLine) -> None:
        """A label line belongs to the item it stands below; what it says is read when all names are known."""
        label, texts = self.clean(block.label), [self.clean(each) for each in block.texts]
        if not any(texts):
            # What somebody has emptied has no value any more.
            self.place(f"{label}:", block, ignored="empty label")
            return
        self.place(f"{label}: {'; '.join(texts)}", block)
        self.owner(block.depth).given.append((self.n, block))

    def owner(self, depth: int) -> Node:
        if depth and self.stack:
            return self.stack[min(depth, len(self.stack)) - 1]
        if self.section is not None:
            return self.section
        if self.part in shape.STATEMENTS and self.statement is not None:
            return self.statement
        if self.part == "areas" and self.area is not None:
            return self.area
        if self.part == "title":
            return self.organisation
        return self.stack[-1] if self.stack else self.introduction()

    def finish(self, source: str, reader: str) -> Recognised:
        language = labels.base_language(self.document.language)
        for node, part, anchors in self.at_end:
            node.values["after"] = part if self.anchors > anchors else ""
        labelled = Labelled(plan=self.plan, organisation=self.organisation, language=language, taken=self.taken())
        labelled.read(self.went_to)
        ids = labelled.name_items()
        for node in self.plan.children.get("sections", ()):
            if isinstance(node.values.get("after"), Node):
                node.values["after"] = node.values["after"].id or "areas"
        plan = self.build(ids, labelled)
        receipt = Receipt(source=source, reader=reader, blocks=[*self.placements()], removed=dict(self.removed))
        # What has label lines says its values itself.
        typed = [each for each in self.typed if not each.given and issubclass(each.cls, (Activity, SubActivity))]
        places = [each.path() for each in typed]
        return Recognised(plan=plan, receipt=receipt, carried=frozenset(self.seen), typed=places)

    def taken(self) -> set[str]:
        return {*self.seen, *([self.plan.id] if self.plan.id else [])}

    def went_to(self, n: int, node: Node, attribute: str, concept: str) -> None:
        self.used.setdefault(n, []).append(_Used(node, attribute, concept, Confidence.SURE))

    def build(self, taken: set[str], labelled: Labelled) -> Plan:
        values: dict[str, Any] = {**self.plan.values}
        values |= {key: tuple(each.build() for each in nodes) for key, nodes in self.plan.children.items()}
        return Plan(
            id=self.plan.id or unique(slug(values["title"], default="plan"), taken),
            organisation=Organisation(**{"name": "", **self.organisation.values}),
            questions=tuple(labelled.questions),
            **values,
        )

    def placements(self) -> Iterator[Placement]:
        for each in self.placed:
            uses = [used.use() for used in self.used.get(each.n, ())]
            yield attrs.evolve(each, used=uses, ignored=each.ignored if not uses else "")
