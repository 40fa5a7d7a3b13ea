"""A document that helaplan wrote and that has lost its hidden marks, known by how it prints a plan.

Marks are lost where somebody saves an edited Word file as PDF, or takes its text through another program. What is
printed still says nearly all: the head with its level, the headings of parts, a label before each value. So the
blocks get the roles they were written with, and the document is read as one of ours; only ids are gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from helaplan.document import Block, Document, Furniture, Heading, LabelLine, ListItem, Paragraph
from helaplan.model import Activity, Goal, Indicator, Plan, SubActivity
from helaplan.recognise.handwritten import LABELLED, parted
from helaplan.recognise.matching import items_of, tokens
from helaplan.registers.notation import shape
from helaplan.text import documents, labels

_CONTENTS = ("innehåll", "contents")
_PAGE = re.compile(r"[\s.…]*\d{1,3}$")
#: The head of a plan stands within so many blocks.
_HEAD = 12
#: What it says. The level, or two of the others, and so many labels of ours in all, are no accident.
_OF_HEAD = ("level", "county", "municipality", "parent", "jointly_with", "website", "period", "status", "language")
_LEAST = 3
_INNER = ("area_goals", "activities")
_PARTS = tuple(key for key in labels.HEADINGS if key not in _INNER)


def has_marks(document: Document) -> bool:
    """Whether the blocks of a document say themselves what they are."""
    return bool(document.role) or any(block.role for block in document.blocks)


def with_marks(document: Document, known: Plan | None) -> Document:
    """The document with roles where it prints a plan as helaplan does; any other as it is.

    What the known plan has in the same words was written, not typed; without one everything is taken for written.
    """
    made = [_as_label(each) for each in _without_guesses(document.blocks)]
    head = _head(made)
    if head is None:
        return document
    return _Marking(document=document, known=known).marked(made, head)


def _without_guesses(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; where some headings are sure, those that were only guessed are paragraphs."""
    sure = any(isinstance(each, Heading) and each.level is not None for each in blocks)
    for each in blocks:
        if isinstance(each, Heading) and each.level is None and (sure or LABELLED.fullmatch(each.text)):
            yield Paragraph(text=each.text, depth=each.depth, place=each.place)
        else:
            yield each


def _as_label(block: Block) -> Block:
    """A paragraph that begins with a label as helaplan writes it, as the label line it was."""
    if isinstance(block, LabelLine):
        return evolve(block, texts=parted("; ".join(block.texts))) if _is_written(block.label) else block
    match = LABELLED.fullmatch(block.text) if isinstance(block, Paragraph) else None
    if match is None or not _is_written(match["label"]):
        return block
    return LabelLine(label=match["label"], texts=parted(match["rest"]), depth=block.depth, place=block.place)


def _is_written(label: str) -> bool:
    """Whether helaplan itself writes this label; others are read, too, and say nothing of who wrote them."""
    return any(labels.fold(label) == labels.fold(labels.LABELS[key][language][0])
               for key in labels.keys_of_label(label) for language in labels.LANGUAGES)  # fmt: skip


def _head(blocks: Sequence[Block]) -> int | None:
    """The place of the first line about the organisation and the plan; None where helaplan did not write this."""
    lines = [each for each in blocks if isinstance(each, LabelLine) and _is_written(each.label)]
    parts = [each for each in blocks if isinstance(each, Heading) and labels.keys_of_heading(each.text)]
    if len(lines) < _LEAST or not parts:
        return None
    found: dict[str, int] = {}
    for place, block in enumerate(blocks[:_HEAD]):
        if block in parts:
            break
        if isinstance(block, LabelLine) and _is_written(block.label):
            found |= {key: place for key in labels.keys_of_label(block.label) if key in _OF_HEAD and key not in found}
    level = blocks[found["level"]] if "level" in found else None
    says_level = isinstance(level, LabelLine) and any(labels.value_of_choice("level", each) for each in level.texts)
    return min(found.values()) if says_level or len(found) > 1 else None


def _plain(text: str) -> str:
    return " ".join(tokens(text)) or text


@define(eq=False, kw_only=True)
class _Marking:
    document: Document
    known: Plan | None
    #: Words of known items, by kind: what stands here in the same words was written.
    written: dict[str, set[str]] = field(init=False, factory=dict)
    #: First paragraphs of the known statements, by part.
    begins: dict[str, set[str]] = field(init=False, factory=dict)
    #: Words of known items that hang below another: few programs keep how deep a list goes without its marks.
    inner_words: set[str] = field(init=False, factory=set)
    sizes: list[float] = field(init=False, factory=list)
    part: str = ""
    inner: str = ""
    in_area: bool = False
    in_wheel: bool = False
    depth: int = 0
    begun: bool = False

    def __attrs_post_init__(self) -> None:
        if self.known is None:
            return
        for item in items_of(self.known):
            first = item.words.split("\n\n")[0]
            self.written.setdefault(item.kind, set()).add(_plain(first))
            if item.parent is not None and item.parent.kind != "area":
                self.inner_words.add(_plain(first))
        for part in shape.STATEMENTS:
            firsts = (each.text.split("\n\n")[0] for each in getattr(self.known, part))
            self.begins[part] = {_plain(each) for each in firsts}

    def marked(self, blocks: list[Block], head: int) -> Document:
        title, start = self.document.title, 0
        while not title.strip() and start < head:
            title = str(getattr(blocks[start], "text", "")) if not isinstance(blocks[start], Furniture) else ""
            start += 1
        front = [*self.front(blocks[start:head])]
        rest = self.without_contents(blocks[head:])
        self.sizes = self.sizes_of(rest)
        return evolve(
            self.document,
            title=title,
            role=shape.PLAN,
            blocks=[*front, *(made for each in rest for made in self.block(each))],
        )

    def front(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """What stands between title and level: last of all the name of the organisation."""
        named = [n for n, each in enumerate(blocks) if isinstance(each, (Heading, Paragraph))]
        for n, each in enumerate(blocks):
            if named and n == named[-1] and isinstance(each, (Heading, Paragraph)):
                yield Paragraph(text=each.text, role=shape.ORGANISATION, place=each.place)
            else:
                yield each

    def without_contents(self, blocks: list[Block]) -> list[Block]:
        """The blocks, those of the list of contents as furniture."""
        texts = [_plain(_PAGE.sub("", str(getattr(each, "text", "")))) for each in blocks]
        begin = next((n for n, text in enumerate(texts) if text in _CONTENTS), None)
        if begin is None or begin + 1 == len(blocks):
            return blocks
        first = texts[begin + 1]
        end = next((n for n in range(begin + 2, len(blocks)) if texts[n] == first), begin + 1)
        made = [Furniture(text=str(getattr(each, "text", "")), reason="contents list", place=each.place)
                for each in blocks[begin:end]]  # fmt: skip
        return [*blocks[:begin], *made, *blocks[end:]]

    def sizes_of(self, blocks: Sequence[Block]) -> list[float]:
        """The sizes of guessed headings from that of the parts down."""
        seen = [(round(each.look.size), each) for each in blocks
                if isinstance(each, Heading) and each.level is None and each.look and each.look.size]  # fmt: skip
        largest = max((size for size, each in seen if set(labels.keys_of_heading(each.text)) & {*_PARTS}), default=0)
        return sorted({float(size) for size, _ in seen if size <= largest}, reverse=True)

    def level(self, block: Heading) -> int:
        if block.level is not None:
            return block.level
        if self.sizes and block.look and block.look.size:
            size = round(block.look.size)
            return 1 + sum(1 for each in self.sizes if each > size)
        keys = labels.keys_of_heading(block.text)
        if any(key in _PARTS for key in keys) and not (self.in_area and any(key in _INNER for key in keys)):
            return 1
        return 3 if keys else 2

    # ---- blocks

    def block(self, block: Block) -> Iterator[Block]:
        """The block with the role it was written with."""
        if isinstance(block, Furniture):
            yield block
        elif isinstance(block, Heading):
            yield self.heading(block)
        elif self.in_wheel:
            yield evolve(block, role=shape.YEAR_WHEEL)
        elif isinstance(block, LabelLine):
            self.begun = self.begun and "source" not in labels.keys_of_label(block.label)
            yield evolve(block, depth=max(block.depth, self.depth)) if self.depth else block
        elif isinstance(block, ListItem) and self.part not in shape.STATEMENTS:
            yield self.item(block)
        elif isinstance(block, (Paragraph, ListItem)):
            yield self.paragraph(block)
        else:
            yield block

    def heading(self, block: Heading) -> Heading:
        level = self.level(block)
        if self.in_wheel and level > 1:
            return evolve(block, level=level, role=shape.YEAR_WHEEL)
        self.depth, self.begun, self.in_wheel = 0, False, False
        keys = labels.keys_of_heading(block.text)
        if labels.fold(block.text) in (labels.fold(documents.words("year-wheel", each)) for each in labels.LANGUAGES):
            self.in_wheel, self.part = True, ""
            return evolve(block, level=level, role=shape.YEAR_WHEEL)
        if _plain(block.text) in self.written.get("section", ()) and not keys:
            self.part, self.in_area = "", False
            return evolve(block, level=level, role=self.role_of_section(block.text))
        role = ""
        if level == 1:
            self.part = next((key for key in keys if key in _PARTS), "")
            self.in_area, self.inner = False, ""
            role = shape.role_of_part(self.part) if self.part else ""
        elif self.part == "areas" and level == 2:
            self.in_area, self.inner, role = True, "", shape.AREA
        elif self.in_area and (inner := [key for key in keys if key in _INNER]):
            self.inner, role = inner[0], shape.role_of_part(inner[0])
        return evolve(block, level=level, role=role)

    def role_of_section(self, heading: str) -> str:
        """Whether a known section belongs to the part before it or to the end of the plan."""
        sections = self.known.sections if self.known is not None else ()
        known = next(each for each in sections if _plain(each.heading.split("\n\n")[0]) == _plain(heading))
        return shape.SECTION if known.after else shape.END_SECTION

    def item(self, block: ListItem) -> ListItem:
        self.depth = 2 if self.depth and _plain(block.text) in self.inner_words else max(1, block.depth)
        block = evolve(block, depth=self.depth)
        deep = self.depth > 1
        goals = self.part == "goals" or (self.in_area and self.inner == "area_goals")
        cls = (Indicator if deep else Goal) if goals else shape.LISTS.get(self.part)
        if cls is None and self.in_area:
            cls = SubActivity if deep else Activity
        if cls is None:
            return block
        kind = "activity" if cls is SubActivity else shape.ROLE_OF[cls]
        # A line that somebody typed has no role, so that its words are read for what they say.
        typed = self.known is not None and _plain(block.text) not in self.written.get(kind, ())
        return evolve(block, role="" if typed else shape.ROLE_OF[cls])

    def paragraph(self, block: Paragraph | ListItem) -> Block:
        if self.part not in shape.STATEMENTS:
            # The text of an area stands before its items, so what stands behind one belongs to that.
            return evolve(block, depth=self.depth) if self.depth and isinstance(block, Paragraph) else block
        first = not self.begun or _plain(block.text) in self.begins.get(self.part, ())
        self.begun = True
        return evolve(block, role=shape.STATEMENT) if first else block


__all__ = ["has_marks", "with_marks"]
