"""The plan while its blocks are read back: items that can still grow, and know where they will stand."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from helaplan.document import LabelLine
from helaplan.findings import Path
from helaplan.model import Statement
from helaplan.registers.notation import shape


@define(eq=False, kw_only=True)
class Node:
    """An item in the making. `given` holds its label lines until all names are known."""

    cls: type
    key: str = ""
    parent: Node | None = None
    id: str = ""
    values: dict[str, Any] = field(factory=dict)
    children: dict[str, list[Node]] = field(factory=dict)
    given: list[tuple[int, LabelLine]] = field(factory=list)
    repeated: bool = False

    def add(self, cls: type, key: str, ident: str = "", **values: Any) -> Node:
        """A new item at the end of the list `key`."""
        made = Node(cls=cls, key=key, parent=self, id=ident, values=values)
        self.children.setdefault(key, []).append(made)
        return made

    def path(self) -> Path:
        """The way to the item from the top of the plan. Right only once nothing is added or moved any more."""
        if self.parent is None:
            return ()
        return (*self.parent.path(), self.key, self.parent.children[self.key].index(self))

    def write(self, attribute: str, words: str) -> None:
        """A further paragraph of a text."""
        before = self.values.get(attribute, "")
        self.values[attribute] = f"{before}\n\n{words}" if before else words

    def further(self, words: str) -> str:
        """A further paragraph below the item; returns the attribute it went to."""
        attribute = shape.body_field(self.cls)
        if attribute == "name":
            # A partner has only a name: what stands below it belongs to the line.
            self.values[attribute] = f"{self.values.get(attribute, '')} {words}".strip()
        else:
            self.write(attribute, words)
        return attribute

    def words(self) -> str:
        """What the item is known by: title, name, heading or text."""
        return str(self.values.get("title") or self.values.get(shape.words_field(self.cls), ""))

    def every(self) -> list[Node]:
        """All items below, in the order of the plan."""
        found = []
        for items in self.children.values():
            for each in items:
                found += [each, *each.every()]
        return found

    def build(self) -> Any:
        """The finished value."""
        lists = {key: tuple(each.build() for each in items) for key, items in self.children.items()}
        identity = {"id": self.id} if self.cls is not Statement else {}
        return self.cls(**identity, **self.values, **lists)
