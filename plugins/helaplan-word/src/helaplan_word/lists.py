"""The numbering of a written document: one bullet list for all, and a list for each way that items are numbered."""

from __future__ import annotations

import re

from attrs import define, field

from helaplan_word import names
from helaplan_word.markup import DECLARATION, NAMESPACES, escaped

_STEP = int(names.STEP * 20)
_LEVELS = 9
_BULLETS = "•–◦"
_PLACE = re.compile(r"%(?=[0-9])")
_NUMBER = re.compile(r"(?P<before>.*?)(?P<count>[0-9]{1,6}|(?<![^\W_])[a-zA-Z])(?P<after>[^\w]*)")


@define(eq=False)
class Lists:
    """The lists that a document needs, numbered from `first` on where a template has lists of its own."""

    first: int = 1
    _ways: dict[tuple[str, str, str], int] = field(factory=dict)
    _nums: list[tuple[int, int, int]] = field(factory=list)
    _open: dict[int, tuple[tuple[str, str, str], int, int]] = field(factory=dict)

    @property
    def bullets(self) -> int:
        """The number of the list of bullets."""
        return self.first

    def close(self, level: int = 0) -> None:
        """No list from this level inwards goes on: the next item of it begins one of its own."""
        for each in [each for each in self._open if each >= level]:
            del self._open[each]

    def number(self, printed: str, level: int) -> int:
        """The list whose next item at this level (from 0) prints these characters."""
        way, count = _way(printed)
        self.close(level + 1)
        before = self._open.get(level)
        if before is not None and before[0] == way and before[1] + 1 == count:
            num = before[2]
        else:
            abstract = self._ways.setdefault(way, len(self._ways) + 1)
            self._nums.append((abstract, level, count))
            num = self.first + len(self._nums)
        self._open[level] = (way, count, num)
        return num

    def markup(self, *, own_bullets: bool = True) -> tuple[str, str]:
        """The definitions of the lists, and the lists; a file has all definitions before all lists."""
        definitions = [_bullets(self.first)] if own_bullets else []
        lists = [f'<w:num {NAMESPACES} w:numId="{self.first}"><w:abstractNumId w:val="{self.first}"/></w:num>']
        for way, place in self._ways.items():
            definitions.append(_numbers(self.first + place, way))
        for place, (abstract, level, count) in enumerate(self._nums, start=1):
            lists.append(
                f'<w:num {NAMESPACES} w:numId="{self.first + place}"><w:abstractNumId w:val="{self.first + abstract}"/>'
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{count}"/></w:lvlOverride></w:num>'
            )
        return "".join(definitions), "".join(lists if own_bullets else lists[1:])

    def part(self) -> str:
        """The whole `numbering.xml` of a document without a template."""
        definitions, lists = self.markup()
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{definitions}{lists}</w:numbering>"


def _way(printed: str) -> tuple[tuple[str, str, str], int]:
    """How a number counts (what stands before, its kind, what stands after), and how far it has come."""
    found = _NUMBER.fullmatch(printed)
    if found is None:
        return (printed, "", ""), 1
    count = found["count"]
    if count.isdigit() and (count == "0" or not count.startswith("0")):
        return (found["before"], "decimal", found["after"]), int(count)
    if count.isalpha():
        kind = "lowerLetter" if count.islower() else "upperLetter"
        return (found["before"], kind, found["after"]), ord(count.lower()) - ord("a") + 1
    return (printed, "", ""), 1


def _definition(ident: int, kind: str, levels: str) -> str:
    return (
        f'<w:abstractNum {NAMESPACES} w:abstractNumId="{ident}"><w:multiLevelType w:val="{kind}"/>{levels}'
        "</w:abstractNum>"
    )


def _level(place: int, kind: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{escaped(text)}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{(place + 1) * _STEP}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )


def _bullets(ident: int) -> str:
    levels = (_level(place, "bullet", _BULLETS[place % len(_BULLETS)]) for place in range(_LEVELS))
    return _definition(ident, "hybridMultilevel", "".join(levels))


def _numbers(ident: int, way: tuple[str, str, str]) -> str:
    before, kind, after = way
    # A percent sign before a digit would be taken for the place of a number.
    before, after = (_PLACE.sub("\uff05", each) for each in (before, after))
    levels = (_level(n, kind or "decimal", f"{before}%{n + 1}{after}" if kind else before) for n in range(_LEVELS))
    return _definition(ident, "multilevel", "".join(levels))
