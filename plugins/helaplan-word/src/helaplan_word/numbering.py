"""Word's automatic numbers: what is printed before a paragraph that has no number in its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from attrs import define, field, frozen

from helaplan_word.styles import is_on, number, points, value
from helaplan_word.xml import below

_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9
#: How far items of a level whose list is lost stand in from those of the level around it, in points.
_STEP = 18.0
#: Bullets of symbol fonts, and the letters that such fonts print as bullets.
_BY_FONT: Mapping[str, Mapping[str, str]] = {
    "wingdings": {"§": "▪", "ü": "✓", "Ø": "➢", "v": "❖", "n": "■", "l": "●", "q": "❑", "à": "→"},
    "symbol": {"·": "•", "o": "◦"},
    "courier": {"o": "◦"},
}
_PRIVATE: Mapping[int, str] = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF06E: "■", 0xF06C: "●", 0xF06F: "□",
    0xF071: "❑", 0xF0A8: "◦", 0xF0E0: "→", 0xF02D: "-",
}  # fmt: skip


def bullet_of(text: str, font: str = "") -> str:
    """The bullet that a text prints in a font: `•` for the marks of symbol fonts that have no letter of their own."""
    text = text.strip()
    made = "".join(_PRIVATE.get(ord(each), "•" if 0xE000 <= ord(each) <= 0xF8FF else each) for each in text)
    for name, table in _BY_FONT.items():
        if name in font.lower():
            made = "".join(table.get(each, each) for each in made)
    # A lone o is a bullet whatever its font: nobody counts with it.
    return "◦" if made == "o" else made


@frozen(kw_only=True)
class Level:
    """One level of a list: how it counts, what it prints (`%1.%2`), where it stands."""

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    font: str = ""
    legal: bool = False
    left: float | None = None
    first: float | None = None
    style: str = ""

    @property
    def is_bullet(self) -> bool:
        """Whether the level prints the same mark each time."""
        return self.kind == "bullet"


@frozen(kw_only=True)
class Mark:
    """What is printed before a paragraph, the list it belongs to, and where it stands."""

    printed: str
    is_bullet: bool
    level: int
    group: str
    definition: Level


def lost(group: str, level: int) -> Mark:
    """The mark of an item whose list the file doesn't describe: it is an item all the same."""
    level = min(max(level, 0), _LEVELS - 1)
    definition = Level(kind="bullet", text="•", left=_STEP * (level + 1), first=-_STEP)
    return Mark(printed="•", is_bullet=True, level=level, group=f"{group} lost", definition=definition)


@define(eq=False)
class Numbering:
    """The lists of a file, and how far each has counted. Paragraphs are to be asked for in reading order."""

    lists: Mapping[str, Mapping[int, Level]] = field(factory=dict)
    abstract_of: Mapping[str, str] = field(factory=dict)
    starts: Mapping[tuple[str, int], int] = field(factory=dict)
    _counts: dict[str, list[int | None]] = field(factory=dict)
    _begun: set[tuple[str, int]] = field(factory=set)

    def mark(self, num_id: str | None, level: int | None, style: str = "") -> Mark | None:
        """The next mark of a list, None where it belongs to none or its level prints nothing.

        A list that the file names but does not hold has bullets.
        """
        if not num_id or num_id == "0":
            return None
        if not self.knows(num_id):
            return lost(num_id, level or 0)
        abstract = self.abstract_of[num_id]
        levels = self.lists.get(f"num {num_id}") or self.lists.get(abstract, {})
        if level is None:
            level = next((place for place, each in levels.items() if style and each.style == style), 0)
        level = min(max(level, 0), _LEVELS - 1)
        definition = levels.get(level)
        if definition is None:
            return None
        counts = self._count(num_id, abstract, level, levels)
        if definition.kind == "none" and not definition.text:
            return None
        printed = self._printed(definition, counts, levels)
        return Mark(
            printed=printed,
            is_bullet=definition.is_bullet or not any(each.isalnum() for each in printed),
            level=level,
            group=abstract,
            definition=definition,
        )

    def knows(self, num_id: str) -> bool:
        """Whether the file says how a list counts."""
        return bool(self.lists.get(f"num {num_id}") or self.lists.get(self.abstract_of.get(num_id, "")))

    def restart(self, abstract: str) -> None:
        """Let a list begin anew."""
        self._counts.pop(abstract, None)

    def _count(self, num_id: str, abstract: str, level: int, levels: Mapping[int, Level]) -> list[int | None]:
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        first = (num_id, level) not in self._begun
        self._begun.add((num_id, level))
        override = self.starts.get((num_id, level))
        current = counts[level]
        if first and override is not None:
            counts[level] = override
        else:
            counts[level] = levels[level].start if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            definition = levels.get(deeper)
            after = definition.restart if definition is not None else None
            if after is None or (after > 0 and level < after):
                counts[deeper] = None
        return counts

    @staticmethod
    def _printed(definition: Level, counts: list[int | None], levels: Mapping[int, Level]) -> str:
        if definition.is_bullet:
            return bullet_of(definition.text, definition.font)

        def one(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            level = levels.get(place, definition)
            count = counts[place]
            count = level.start if count is None else count
            return formatted(count, "decimal" if definition.legal else level.kind)

        return _PLACEHOLDER.sub(one, definition.text).strip()


def read_numbering(tree: Element | None) -> Numbering:
    """The lists in `numbering.xml`; none where the file has no such part."""
    if tree is None:
        return Numbering()
    lists: dict[str, dict[int, Level]] = {}
    named: dict[str, str] = {}
    borrowed: dict[str, str] = {}
    for each in tree.findall("w:abstractNum"):
        ident = each.get("w:abstractNumId", "")
        lists[ident] = _levels(each)
        if name := value(each.find("w:styleLink")):
            named[name] = ident
        if name := value(each.find("w:numStyleLink")):
            borrowed[ident] = name
    abstract_of: dict[str, str] = {}
    starts: dict[tuple[str, int], int] = {}
    for each in tree.findall("w:num"):
        ident, abstract = each.get("w:numId", ""), value(each.find("w:abstractNumId"))
        abstract_of[ident] = named.get(borrowed.get(abstract, ""), abstract)
        own = _overrides(each, ident, starts)
        if own:
            lists[f"num {ident}"] = {**lists.get(abstract_of[ident], {}), **own}
    return Numbering(lists, abstract_of, starts)


def _overrides(element: Element, ident: str, starts: dict[tuple[str, int], int]) -> dict[int, Level]:
    own: dict[int, Level] = {}
    for each in element.findall("w:lvlOverride"):
        place = number(each.get("w:ilvl", "")) or 0
        start = number(value(each.find("w:startOverride")))
        if start is not None:
            starts[ident, place] = start
        definition = each.find("w:lvl")
        if definition is not None:
            own[place] = _level(definition)
    return own


def _levels(element: Element) -> dict[int, Level]:
    return {number(each.get("w:ilvl", "")) or 0: _level(each) for each in element.findall("w:lvl")}


def _level(element: Element) -> Level:
    start = number(value(element.find("w:start")))
    fonts = below(element, "w:rPr", "w:rFonts")
    indent = below(element, "w:pPr", "w:ind")
    hanging = points(value(indent, "w:hanging"))
    return Level(
        kind=value(element.find("w:numFmt")) or "decimal",
        text=value(element.find("w:lvlText")),
        start=1 if start is None else start,
        restart=number(value(element.find("w:lvlRestart"))),
        font=value(fonts, "w:ascii") or value(fonts, "w:hAnsi"),
        legal=bool(is_on(element.find("w:isLgl"))),
        left=points(value(indent, "w:left") or value(indent, "w:start")),
        first=-hanging if hanging is not None else points(value(indent, "w:firstLine")),
        style=value(element.find("w:pStyle")),
    )


def formatted(count: int, kind: str) -> str:
    """A number as Word prints it: 3 is `c` as lowerLetter and `iii` as lowerRoman."""
    return _KINDS.get(kind, str)(count)


def _letters(count: int) -> str:
    # Word goes on with aa, bb, cc after z.
    return chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 30) if count > 0 else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    made = ""
    for worth, sign in _ROMAN:
        made += sign * (count // worth)
        count %= worth
    return made


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_KINDS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "decimalZero": lambda count: f"{count:02d}",
    "none": lambda count: "",
}
