"""The hidden identity of a block: bookmarks around its words.

`h_<id>` holds the id, with `_` for `-`; `helaplan_<number>_<role>` the role. Word allows letters, digits and `_`, at
most 40 of them, and keeps only the last of two equal names: hence the number, and hence an id stands only once.
The title's is `helaplan_0…`, which is how a document of ours is known even where nothing in it has a role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import define, field, frozen

_LONGEST = 40
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ID_MARK = re.compile(r"h_(?P<id>[a-z0-9]+(?:_[a-z0-9]+)*)")
_ROLE_MARK = re.compile(r"helaplan_(?P<n>[0-9]{1,6})(?:_(?P<role>[a-z0-9]+(?:_[a-z0-9]+)*))?")


@frozen
class Identity:
    """Id and role of a block; `is_ours` where a bookmark of ours says so, `is_title` where it is the title's."""

    id: str = ""
    role: str = ""
    is_ours: bool = False
    is_title: bool = False


def identity(bookmarks: Iterable[str]) -> Identity:
    """What the bookmarks of a paragraph say. Those of other people say nothing."""
    ident = role = ""
    is_ours = is_title = False
    for name in bookmarks:
        if found := _ROLE_MARK.fullmatch(name):
            is_ours, is_title = True, is_title or int(found["n"]) == 0
            role = role or (found["role"] or "").replace("_", "-")
        elif found := _ID_MARK.fullmatch(name):
            ident = ident or found["id"].replace("_", "-")
    return Identity(ident, role, is_ours, is_title)


@define(eq=False)
class Bookmarks:
    """Names for the bookmarks of a document, in its order."""

    used: set[str] = field(factory=set)
    roles: int = 0

    def names(self, ident: str, role: str, *, title: bool = False) -> list[str]:
        """The names for one block, none for one that has neither id nor role. What has no place in a name is left out.

        The title always has one. An id that was given before is not given again.
        """
        made = []
        if _ID.fullmatch(ident) and len(ident) <= _LONGEST - 2 and ident not in self.used:
            self.used.add(ident)
            made.append("h_" + ident.replace("-", "_"))
        if title:
            made.append(self._role(0, role) or "helaplan_0")
        elif role:
            self.roles += 1
            name = self._role(self.roles, role)
            made += [name] if name else []
        return made

    @staticmethod
    def _role(number: int, role: str) -> str:
        name = f"helaplan_{number}_{role.replace('-', '_')}"
        return name if _ID.fullmatch(role) and len(name) <= _LONGEST else ""
