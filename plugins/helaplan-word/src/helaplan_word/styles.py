"""The styles of a Word file: what each one is, whatever language its Word speaks, and how it looks.

Word saves the built-in names in English in every language version (`heading 1` is shown as Rubrik 1); only the ids
are translated. Styles of people's own are known by what they build on. Other programs sometimes save translated
names, which are known too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from attrs import field, frozen

from helaplan_word.xml import below

_HEADING = re.compile(
    r"(?:heading|rubrik|überschrift|titre|overskrift|otsikko|kop|encabezado|título|titolo|nagłówek|заголовок)\s*"
    r"(?P<level>[1-9])(?!\d)",
    re.IGNORECASE,
)
_TITLES = frozenset({"title", "titel", "dokumenttitel"})
_SUBTITLES = frozenset({"subtitle", "underrubrik", "undertitel"})
_TRUE = frozenset({"", "1", "true", "on"})


def value(element: Element | None, name: str = "w:val") -> str:
    """An attribute of an element, "" where either is missing."""
    return "" if element is None else element.get(name, "")


def is_on(element: Element | None) -> bool | None:
    """What a toggle such as `w:b` says; None where it isn't there."""
    if element is None:
        return None
    return element.get("w:val", "").lower() in _TRUE


def number(text: str) -> int | None:
    """A whole number as Word writes it, None for anything else. Some programs write `20.0`."""
    found = re.match(r"-?[0-9]{1,9}(?=\.|$)", text)
    return int(found.group()) if found else None


@frozen(kw_only=True)
class RunLook:
    """How characters look, each None where nothing is said. `size` in points."""

    bold: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    underline: bool | None = None

    def over(self, below: RunLook) -> RunLook:
        """This look, with what it leaves open taken from `below`."""
        return RunLook(
            bold=below.bold if self.bold is None else self.bold,
            caps=below.caps if self.caps is None else self.caps,
            hidden=below.hidden if self.hidden is None else self.hidden,
            size=below.size if self.size is None else self.size,
            underline=below.underline if self.underline is None else self.underline,
        )


_NO_LOOK = RunLook()


def run_look(properties: Element | None) -> RunLook:
    """The look that run properties give by themselves."""
    if properties is None or not len(properties):
        return _NO_LOOK
    size = number(value(properties.find("w:sz")))
    under = properties.find("w:u")
    return RunLook(
        bold=is_on(properties.find("w:b")),
        caps=is_on(properties.find("w:caps")),
        hidden=is_on(properties.find("w:vanish")),
        size=None if size is None else size / 2,
        underline=None if under is None else value(under) not in ("", "none"),
    )


@frozen(kw_only=True)
class ParagraphLook:
    """How a paragraph stands, each None where nothing is said. Measures in points.

    `num_id` is "0" where numbering is switched off. `outline` is 0 for the outermost level, 9 for running text.
    """

    outline: int | None = None
    num_id: str | None = None
    level: int | None = None
    left: float | None = None
    first: float | None = None
    before: float | None = None
    keep_next: bool | None = None
    new_page: bool | None = None

    def over(self, below: ParagraphLook) -> ParagraphLook:
        """This look, with what it leaves open taken from `below`."""
        return ParagraphLook(
            outline=below.outline if self.outline is None else self.outline,
            num_id=below.num_id if self.num_id is None else self.num_id,
            level=below.level if self.level is None else self.level,
            left=below.left if self.left is None else self.left,
            first=below.first if self.first is None else self.first,
            before=below.before if self.before is None else self.before,
            keep_next=below.keep_next if self.keep_next is None else self.keep_next,
            new_page=below.new_page if self.new_page is None else self.new_page,
        )


_NO_STAND = ParagraphLook()


def points(text: str) -> float | None:
    """Twentieths of a point as points."""
    found = number(text)
    return None if found is None else found / 20


def paragraph_look(properties: Element | None) -> ParagraphLook:
    """The look that paragraph properties give by themselves."""
    if properties is None or not len(properties):
        return _NO_STAND
    numbering, indent, spacing = (properties.find(each) for each in ("w:numPr", "w:ind", "w:spacing"))
    hanging = points(value(indent, "w:hanging"))
    return ParagraphLook(
        outline=number(value(properties.find("w:outlineLvl"))),
        num_id=None if numbering is None else value(numbering.find("w:numId")) or None,
        level=None if numbering is None else number(value(numbering.find("w:ilvl"))),
        left=points(value(indent, "w:left") or value(indent, "w:start")),
        first=-hanging if hanging is not None else points(value(indent, "w:firstLine")),
        before=points(value(spacing, "w:before")),
        keep_next=is_on(properties.find("w:keepNext")),
        new_page=is_on(properties.find("w:pageBreakBefore")),
    )


#: Word's styles for lists, by their names and ids in the languages that such files come in.
_LIST = re.compile(
    r"(?:list\s?(?:bullet|number)|punktlista|numrerad\s?lista|punktliste|punktmerketliste|nummerertliste"
    r"|opstilling\s?-\s?punkttegn)\s?(?P<level>[1-5])?"
)


@frozen(kw_only=True)
class Style:
    """A style with what it inherits. `names` are its own name and those it builds on, its own first, lower case."""

    ident: str
    names: tuple[str, ...] = ()
    idents: tuple[str, ...] = ()
    paragraph: ParagraphLook = _NO_STAND
    run: RunLook = _NO_LOOK

    @property
    def name(self) -> str:
        """Its own name in lower case, "" where it has none."""
        return self.names[0] if self.names else ""

    @property
    def heading(self) -> int | None:
        """The level of the built-in heading that this is or builds on, None for any other style."""
        for name in (*self.names, *self.idents):
            found = _HEADING.fullmatch(name.strip())
            if found is not None:
                return int(found["level"])
        return None

    @property
    def list_level(self) -> int | None:
        """The level, from 0, of the built-in list that this is or builds on; None for any other style."""
        for name in (*self.names, *self.idents):
            found = _LIST.fullmatch(name.strip().lower())
            if found is not None:
                return int(found["level"] or 1) - 1
        return None

    def builds_on(self, names: frozenset[str]) -> bool:
        """Whether this is one of these styles or builds on one."""
        return not names.isdisjoint(self.names)

    @property
    def is_title(self) -> bool:
        """Whether this is the title of the document."""
        return self.builds_on(_TITLES)

    @property
    def is_subtitle(self) -> bool:
        """Whether this is the subtitle."""
        return self.builds_on(_SUBTITLES)

    @property
    def is_contents(self) -> bool:
        """Whether this is a line of the contents list, or the heading over it."""
        return any(each.startswith("toc ") or each == "toc heading" for each in self.names[:1])


@frozen
class Styles:
    """The styles of a file by id, and how text looks that no style says anything about."""

    by_id: Mapping[str, Style] = field(factory=dict)
    default_paragraph: str = ""
    base: RunLook = RunLook(size=10.0)

    def paragraph(self, ident: str) -> Style:
        """The style of a paragraph; the default one where it names none or one that isn't there."""
        found = self.by_id.get(ident) or (None if ident else self.by_id.get(self.default_paragraph))
        return found or Style(ident=ident, names=(), idents=(ident,) if ident else ())

    def character(self, ident: str) -> Style | None:
        """The style of characters, None where there is none of that id."""
        return self.by_id.get(ident)


def read_styles(tree: Element | None) -> Styles:
    """The styles in `styles.xml`; None where the file has none."""
    if tree is None:
        return Styles()
    own = {each.get("w:styleId", ""): each for each in tree.iter("w:style")}
    by_id = {ident: _resolved(ident, own) for ident in own}
    default = next((ident for ident, each in own.items() if _is_default(each)), "")
    base = run_look(below(tree, "w:docDefaults", "w:rPrDefault", "w:rPr"))
    return Styles(by_id, default, base.over(RunLook(size=10.0)))


def _is_default(style: Element) -> bool:
    return style.get("w:type") == "paragraph" and style.get("w:default") in ("1", "true")


def _resolved(ident: str, own: Mapping[str, Element]) -> Style:
    names: list[str] = []
    idents: list[str] = []
    paragraph, run = _NO_STAND, _NO_LOOK
    for each in _chain(ident, own):
        names.append(value(each.find("w:name")).lower())
        idents.append(each.get("w:styleId", ""))
        paragraph = paragraph.over(paragraph_look(each.find("w:pPr")))
        run = run.over(run_look(each.find("w:rPr")))
    return Style(ident=ident, names=tuple(names), idents=tuple(idents), paragraph=paragraph, run=run)


def _chain(ident: str, own: Mapping[str, Element]) -> Iterator[Element]:
    """A style and the styles that it builds on; a circle ends where it closes."""
    seen: set[str] = set()
    while ident in own and ident not in seen and len(seen) < 20:
        seen.add(ident)
        yield own[ident]
        ident = value(own[ident].find("w:basedOn"))
