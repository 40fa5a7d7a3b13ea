"""What is different between a known plan and the one that was read: values, in no language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import field, frozen

from helaplan.findings import Path, pointer

#: The kinds of change, in the order in which they are told.
KINDS = ("added", "removed", "moved", "reworded", "changed")


@frozen(kw_only=True)
class Change:
    """One thing that is different.

    `kind` is added, removed, moved (to another area, goal or place in its list), reworded, or changed (values beside
    the words: `fields` names their keys). `what` is activity, area, goal, indicator, target-group, partner, section,
    or plan for what belongs to no item. `path` leads to it in the new plan, of something removed in the known one.
    `words` say what it is called, `before` what it was called where it was reworded, both at most 80 characters and
    without personal data. One item may have several changes, of different kinds.
    """

    kind: str
    what: str
    id: str
    path: Path
    words: str
    before: str = ""
    fields: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The change as plain data, as the receipt has it."""
        made: dict[str, Any] = {"kind": self.kind, "what": self.what}
        if self.id:
            made["id"] = self.id
        made |= {"path": pointer(self.path), "words": self.words}
        if self.before:
            made["before"] = self.before
        if self.fields:
            made["fields"] = list(self.fields)
        return made


def _changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    # Not `tuple` itself: a type checker takes its parameter for the field's and refuses every list.
    return tuple(changes)


@frozen
class Changes:
    """All changes: those of the new plan in its order, then what was removed in the order of the known plan."""

    all: tuple[Change, ...] = field(default=(), converter=_changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def of(self, kind: str) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(each for each in self.all if each.kind == kind)

    @property
    def added(self) -> tuple[Change, ...]:
        """What the known plan doesn't have."""
        return self.of("added")

    @property
    def removed(self) -> tuple[Change, ...]:
        """What only the known plan has."""
        return self.of("removed")

    @property
    def moved(self) -> tuple[Change, ...]:
        """What stands in another place."""
        return self.of("moved")

    @property
    def reworded(self) -> tuple[Change, ...]:
        """What says the same thing, or nearly, in other words."""
        return self.of("reworded")

    @property
    def changed(self) -> tuple[Change, ...]:
        """What has other values beside its words."""
        return self.of("changed")
