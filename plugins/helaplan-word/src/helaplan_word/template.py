"""A branch's own Word file as the look of a document: its pages, letterhead, fonts, styles and lists.

The text of the template is left out; all its other parts stay as they are, byte for byte, except where something has
to be added: styles and lists that it lacks, pictures, and the properties of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, fromstring, tostring

from attrs import define, field

from helaplan import Document, Finding, UnreadableSource
from helaplan_word import base as own
from helaplan_word.lists import Lists
from helaplan_word.markup import NAMESPACES, W
from helaplan_word.package import ALL_BYTES, Package
from helaplan_word.styles import Styles, number, read_styles, value
from helaplan_word.stylesheet import entries, stylesheet
from helaplan_word.xml import below

_TYPES, _ROOT_RELATIONS = "[Content_Types].xml", "_rels/.rels"
_PAGE = (
    f'<w:sectPr {NAMESPACES}><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1304" '
    'w:left="1418" w:header="709" w:footer="624" w:gutter="0"/></w:sectPr>'
)
_LIST = re.compile(r"<(?:\w+:)?num[\s>]")
_AFTER_LISTS = re.compile(r"<(?:\w+:)?numIdMacAtCleanup\b")
_LANGUAGE = re.compile(r'(<(?:\w+:)?lang\b[^>]*?\bw:val=")[^"]*')
_THUMBNAIL = re.compile(
    r"""<(?:\w+:)?Relationship\b[^>]*\bType=["'][^"']*/thumbnail["'][^>]*?(?:/>|></(?:\w+:)?Relationship>)"""
)
#: What every file has by nature, so that nobody needs to be told of it.
_UNSAID = frozenset({"normal", "default paragraph font", "normal table"})


@define(eq=False, kw_only=True)
class TemplateBase:
    """What a document takes from a template."""

    package: Package
    main: str
    styles: Styles
    section: str
    room: int
    first_list: int
    _targets: Mapping[str, tuple[str, str]]
    _ids: dict[str, str] = field(factory=dict)
    _own: frozenset[str] = frozenset()

    @classmethod
    def open(cls, data: bytes) -> TemplateBase:
        """The template in these bytes. Raises UnreadableSource for what is no Word file, or may hold macros."""
        try:
            package = Package.open(data, "")
            main = package.main_part()
            tree = package.tree(main)
            if tree is None or package.has_macros() or tree.get("w:conformance") == "strict":
                raise UnreadableSource()
            targets = package.targets(main)
            styles = read_styles(package.tree(_part(targets, "styles", "")))
            first = _free_number(package.tree(_part(targets, "numbering", "")))
            section, room = _section(package.read(main), tree)
        except UnreadableSource:
            raise UnreadableSource(Finding(code="word/template-broken")) from None
        made = cls(
            package=package, main=main, styles=styles, section=section, room=room, first_list=first, targets=targets
        )
        made._name_styles()
        return made

    def _name_styles(self) -> None:
        theirs = {style.name: ident for ident, style in self.styles.by_id.items() if style.name}
        for name, entry in entries().items():
            taken = entry.ident in self.styles.by_id and name not in theirs
            self._ids[name] = theirs.get(name) or (f"Helaplan{entry.ident}" if taken else entry.ident)
        self._own = frozenset(theirs)

    @property
    def ids(self) -> Mapping[str, str]:
        """The id of each style by its name: the template's, or ours where it has none of the name."""
        return self._ids

    def numbers_by_style(self, name: str) -> bool:
        """Whether the template's own style of this name is a list."""
        style = self.styles.by_id.get(self._ids.get(name, ""))
        return style is not None and style.paragraph.num_id not in (None, "0")

    def lacking(self, used: Iterable[str]) -> list[str]:
        """The names of used styles that the template doesn't have, without those that only helaplan knows."""
        every = entries()
        missing = (name for name in every if name in set(used) and name not in self._own and name not in _UNSAID)
        shown = (every[name].name for name in missing if not name.startswith("helaplan"))
        return [name[:1].upper() + name[1:] for name in shown]

    # ---- the file

    def parts(
        self, document: Document, body: str, lists: Lists, pictures: list[own.Picture], used: Iterable[str]
    ) -> dict[str, bytes]:
        """All parts of the file by name: the template's in its order, then what is added."""
        every = (name for name in self.package.names() if not name.endswith("/"))
        made = {name: self.package.read(name, most=ALL_BYTES) for name in every}
        self._without_thumbnail(made)
        folder, _, file = self.main.rpartition("/")
        relations = f"{folder}/_rels/{file}.rels".lstrip("/")
        added: dict[str, tuple[str, str]] = own.picture_relations(pictures)
        kinds: dict[str, str] = {}
        made[self.main] = own.document_part(body, self.section).encode("utf-8")
        styles = self._add(made, "styles", folder, added, kinds)
        made[styles] = self._with_styles(made.get(styles, b""), document, used)
        numbering = self._add(made, "numbering", folder, added, kinds)
        made[numbering] = _with_lists(made.get(numbering, b""), lists)
        core = next((path for kind, path in self.package.targets("").values() if kind == "core-properties"), "")
        if not core:
            core = "docProps/core.xml"
            made[_ROOT_RELATIONS] = _with_relations(
                made.get(_ROOT_RELATIONS, b""), {"rIdHelaplanCore": (own.CORE_RELATION, core)}
            )
            kinds[core] = own.CORE_TYPE
        made[core] = own.core_part(document).encode("utf-8")
        made[relations] = _with_relations(made.get(relations, b""), added)
        made |= {
            f"{folder}/media/{name.rpartition('/')[2]}": data for name, data in own.picture_parts(pictures).items()
        }
        made[_TYPES] = _with_types(made[_TYPES], kinds, pictures=bool(pictures))
        return made

    def _without_thumbnail(self, made: dict[str, bytes]) -> None:
        """Take out the picture of the empty template, and what leads to it: Word calls a file with a gap damaged."""
        pictures = [path for kind, path in self.package.targets("").values() if kind == "thumbnail"]
        for path in pictures:
            made.pop(path, None)
            made[_TYPES] = re.sub(rf'<Override\b[^>]*"/{re.escape(path)}"[^>]*/>', "", _text(made[_TYPES])).encode()
        if pictures:
            relations = _THUMBNAIL.sub("", _text(made[_ROOT_RELATIONS]))
            made[_ROOT_RELATIONS] = relations.encode("utf-8")

    def _add(
        self,
        made: Mapping[str, bytes],
        kind: str,
        folder: str,
        relations: dict[str, tuple[str, str]],
        kinds: dict[str, str],
    ) -> str:
        """The name of the part of this kind; a new one with its relation where the template has none."""
        there = _part(self._targets, kind, "")
        if there and there in made:
            return there
        relations[f"rIdHelaplan{kind.capitalize()}"] = (kind, f"helaplan-{kind}.xml")
        name = f"{folder}/helaplan-{kind}.xml".lstrip("/")
        kinds[name] = f"{own.WORD_TYPE}{kind}+xml"
        return name

    def _with_styles(self, data: bytes, document: Document, used: Iterable[str]) -> bytes:
        language = own.language_tag(document.language)
        if not data:
            return stylesheet(language, "Calibri").encode("utf-8")
        text = _text(data)
        every = entries()
        wanted = {name for name in used if name in every}
        # What a style builds on and what follows it are needed as well.
        while more := {n for e in wanted for n in (every[e].based_on, every[e].following) if n in every} - wanted:
            wanted |= more
        new = [entry for name, entry in every.items() if name in wanted and name not in self._own]
        inside = "".join(each.markup(self._ids, ident=self._ids[each.name.lower()]) for each in new)
        inside = inside.replace("<w:style ", f'<w:style xmlns:w="{W}" ')
        inside = inside.replace('w:numId w:val="1"', f'w:numId w:val="{self.first_list}"')
        head, end, rest = text.partition("</w:docDefaults>")
        if end:
            head = _LANGUAGE.sub(lambda found: found[1] + language, head, count=1)
        return _before_end(head + end + rest, inside).encode("utf-8")


def _part(targets: Mapping[str, tuple[str, str]], kind: str, default: str) -> str:
    return next((path for each, path in targets.values() if each == kind), default)


def _free_number(tree: Element | None) -> int:
    """A number above those of all lists and definitions of lists."""
    held = [0]
    for each in tree if tree is not None else ():
        held += [number(each.get(name, "")) or 0 for name in ("w:numId", "w:abstractNumId")]
    return max(held) + 1


def _section(data: bytes, tree: Element) -> tuple[str, int]:
    """The markup of the template's last section, and the room for text between its margins."""
    short = below(tree, "w:body", "w:sectPr")
    section = fromstring(data).find(f"{{{W}}}body/{{{W}}}sectPr")
    if short is None or section is None:
        return _PAGE, own.ROOM
    for change in section.findall(f"{{{W}}}sectPrChange"):
        section.remove(change)
    size, margin = short.find("w:pgSz"), short.find("w:pgMar")
    measures = (number(value(size, "w:w")), number(value(margin, "w:left")), number(value(margin, "w:right")))
    wide, left, right = (each if each is not None else 0 for each in measures)
    room = wide - left - right
    return tostring(section, encoding="unicode"), room if 2_000 < room < 40_000 else own.ROOM


def _text(data: bytes) -> str:
    """A part as text. Word writes UTF-8; another encoding would have to be declared anew."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableSource(Finding(code="word/template-broken")) from None


def _before_end(text: str, added: str) -> str:
    """The text with something added as the last children of its outermost element."""
    if not added:
        return text
    end = text.rfind("</")
    return text[:end] + added + text[end:]


def _with_lists(data: bytes, lists: Lists) -> bytes:
    text = _text(data) if data else ""
    if "</" not in text:
        return lists.part().encode("utf-8")
    definitions, numbers = lists.markup()
    first = _LIST.search(text)
    end = text.rfind("</")
    after = _AFTER_LISTS.search(text)
    last = after.start() if after is not None else end
    place = min(first.start() if first is not None else last, last)
    return (text[:place] + definitions + text[place:last] + numbers + text[last:]).encode("utf-8")


def _with_relations(data: bytes, added: Mapping[str, tuple[str, str]]) -> bytes:
    if not data or b"</" not in data:
        return own.relations_part(added).encode("utf-8")
    inside = "".join(own.relation(ident, kind, target) for ident, (kind, target) in added.items())
    return _before_end(_text(data), inside).encode("utf-8")


def _with_types(data: bytes, kinds: Mapping[str, str], *, pictures: bool) -> bytes:
    text = re.sub(r"[\w.-]+/vnd\.[\w.-]+\.template\.main\+xml", own.MAIN_TYPE, _text(data))
    added = own.overrides(kinds)
    for suffix, kind in own.PICTURE_TYPES.items() if pictures else ():
        if f'extension="{suffix}"' not in text.lower():
            added = f'<Default Extension="{suffix}" ContentType="{kind}"/>{added}'
    return _before_end(text, added).encode("utf-8")
