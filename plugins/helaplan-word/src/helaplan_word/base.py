"""What a written document stands on: pages, styles and lists of ours, or those of a branch's own template."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from attrs import field, frozen

from helaplan import Document
from helaplan_word.lists import Lists
from helaplan_word.markup import DECLARATION, NAMESPACES, R, escaped, paragraph, run
from helaplan_word.markup import field as word_field
from helaplan_word.stylesheet import entries, stylesheet

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_TYPE = f"{WORD_TYPE}document.main+xml"

_WORDS = {
    "sv": {"contents": "Innehåll", "page": "Sida", "of": "av"},
    "en": {"contents": "Contents", "page": "Page", "of": "of"},
}
_REGIONS = {"sv": "sv-SE", "en": "en-GB"}


def words_of(language: str) -> Mapping[str, str]:
    """The few words that a document has beside its own, in its language where we have them, else in Swedish."""
    return _WORDS.get(language.split("-")[0].lower(), _WORDS["sv"])


def language_tag(language: str) -> str:
    """The language as Word wants it, with a region: `sv-SE`."""
    return _REGIONS.get(language, language or "sv-SE")


@frozen(kw_only=True)
class Picture:
    """A picture of a document: PNG for every program, SVG for those that can draw it."""

    png: bytes
    svg: bytes


class Base(Protocol):
    """What a document needs to be written: ids of styles by name, the end of its body, and its other parts."""

    @property
    def ids(self) -> Mapping[str, str]:
        """The id of each style by its name in lower case."""

    @property
    def section(self) -> str:
        """The markup of the last section: page, margins, heads and feet."""

    @property
    def room(self) -> int:
        """How wide the text is, in twentieths of a point."""

    @property
    def first_list(self) -> int:
        """The lowest number that is free for lists."""

    def numbers_by_style(self, name: str) -> bool:
        """Whether a style brings its own numbering, so that its paragraphs need none."""

    def lacking(self, used: Iterable[str]) -> list[str]:
        """The names of used styles that a person may want to know had to be added."""

    def parts(
        self, document: Document, body: str, lists: Lists, pictures: list[Picture], used: Iterable[str]
    ) -> dict[str, bytes]:
        """All parts of the file by name, in order. `used` are the names of the styles that the body names."""


#: The width of the text on our page, which stands or lies: A4 with margins of 2.5 cm.
ROOM, LYING_ROOM = 9070, 14002
_SECTION = (
    f'<w:sectPr {NAMESPACES}><w:headerReference w:type="default" r:id="rIdHeader"/>'
    '<w:headerReference w:type="first" r:id="rIdFirstHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>'
    '<w:footerReference w:type="first" r:id="rIdFooter"/>{size}'
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1304" w:left="1418" w:header="709" w:footer="624" w:gutter="0"/>'
    '<w:cols w:space="708"/><w:titlePg/></w:sectPr>'
)
_STANDING = '<w:pgSz w:w="11906" w:h="16838"/>'
_LYING = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
#: The style of heads and feet has its stop at the right margin of a page that stands.
_LYING_TABS = f'<w:tabs><w:tab w:val="clear" w:pos="{ROOM}"/><w:tab w:val="right" w:pos="{LYING_ROOM}"/></w:tabs>'


@frozen(kw_only=True)
class OwnBase:
    """The look of helaplan: A4, one accent colour, the organisation above each page but the first, numbers below."""

    font: str = "Calibri"
    landscape: bool = False
    ids: Mapping[str, str] = field(factory=lambda: {name: each.ident for name, each in entries().items()})
    first_list: int = 1

    @property
    def section(self) -> str:
        """The markup of the page."""
        return _SECTION.replace("{size}", _LYING if self.landscape else _STANDING)

    @property
    def room(self) -> int:
        """The width of the text."""
        return LYING_ROOM if self.landscape else ROOM

    def numbers_by_style(self, name: str) -> bool:
        """Our bullet styles name the list of bullets."""
        return name.startswith("list bullet")

    def lacking(self, used: Iterable[str]) -> list[str]:
        """Nothing: all styles are ours."""
        return []

    def parts(
        self, document: Document, body: str, lists: Lists, pictures: list[Picture], used: Iterable[str]
    ) -> dict[str, bytes]:
        """All parts of the file by name, in order."""
        relations = {
            "rIdStyles": ("styles", "styles.xml"),
            "rIdNumbering": ("numbering", "numbering.xml"),
            "rIdSettings": ("settings", "settings.xml"),
            "rIdHeader": ("header", "header1.xml"),
            "rIdFirstHeader": ("header", "header2.xml"),
            "rIdFooter": ("footer", "footer1.xml"),
            **picture_relations(pictures),
        }
        tabs = _LYING_TABS if self.landscape else ""
        made = {
            "[Content_Types].xml": _content_types(bool(pictures)),
            "_rels/.rels": relations_part(
                {
                    "rId1": ("officeDocument", "word/document.xml"),
                    "rId2": (CORE_RELATION, "docProps/core.xml"),
                    "rId3": ("extended-properties", "docProps/app.xml"),
                }
            ),
            "docProps/core.xml": core_part(document),
            "docProps/app.xml": _APP,
            "word/document.xml": document_part(body, self.section),
            "word/_rels/document.xml.rels": relations_part(relations),
            "word/styles.xml": stylesheet(language_tag(document.language), self.font),
            "word/numbering.xml": lists.part(),
            "word/settings.xml": _settings(document.language),
            "word/header1.xml": _edge("hdr", paragraph("Header", _head(document), tabs)),
            "word/header2.xml": _edge("hdr", paragraph("Header", "")),
            "word/footer1.xml": _edge("ftr", paragraph("Footer", _foot(document), tabs)),
        }
        return {**{name: text.encode("utf-8") for name, text in made.items()}, **picture_parts(pictures)}


def _head(document: Document) -> str:
    if not document.organisation:
        return run(document.title)
    return run(document.organisation) + "<w:r><w:tab/></w:r>" + run(document.title)


def _foot(document: Document) -> str:
    words = words_of(document.language)
    return (
        "<w:r><w:tab/></w:r>"
        + run(f"{words['page']} ")
        + word_field("PAGE", "1")
        + run(f" {words['of']} ")
        + word_field("NUMPAGES", "1")
    )


def _edge(kind: str, content: str) -> str:
    return f"{DECLARATION}<w:{kind} {NAMESPACES}>{content}</w:{kind}>"


def document_part(body: str, section: str) -> str:
    """The part with the text."""
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"


CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def relation(ident: str, kind: str, target: str) -> str:
    """One relation; `kind` is the last word of an office relation, or a whole address."""
    address = kind if ":" in kind else f"{R}/{kind}"
    return f'<Relationship Id="{ident}" Type="{address}" Target="{escaped(target)}"/>'


def overrides(kinds: Mapping[str, str]) -> str:
    """What kind each of these parts is, for the list of content types."""
    return "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())


def relations_part(relations: Mapping[str, tuple[str, str]]) -> str:
    """A part of relations: id to type and target."""
    inside = "".join(relation(ident, kind, target) for ident, (kind, target) in relations.items())
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def picture_relations(pictures: list[Picture]) -> dict[str, tuple[str, str]]:
    """The relations of the text to its pictures."""
    made = {}
    for number, _ in enumerate(pictures, start=1):
        made[f"rIdHelaplanPng{number}"] = ("image", f"media/helaplan{number}.png")
        made[f"rIdHelaplanSvg{number}"] = ("image", f"media/helaplan{number}.svg")
    return made


def picture_parts(pictures: list[Picture], folder: str = "word") -> dict[str, bytes]:
    """The pictures as parts, beside the text in its folder."""
    made = {}
    for number, each in enumerate(pictures, start=1):
        made[f"{folder}/media/helaplan{number}.png"] = each.png
        made[f"{folder}/media/helaplan{number}.svg"] = each.svg
    return made


def core_part(document: Document) -> str:
    """The properties of the file: title, organisation, language, and the day it is of where that is known."""
    day = f"{document.date.isoformat()}T00:00:00Z" if document.date is not None else ""
    dated = "".join(
        f'<dcterms:{kind} xsi:type="dcterms:W3CDTF">{day}</dcterms:{kind}>' for kind in ("created", "modified") if day
    )
    organisation = escaped(document.organisation)
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escaped(document.title)}</dc:title>'
        f"<dc:subject>{escaped(document.subtitle)}</dc:subject><dc:creator>{organisation}</dc:creator>"
        f"<cp:lastModifiedBy>{organisation}</cp:lastModifiedBy>{dated}"
        f"<dc:language>{escaped(document.language)}</dc:language></cp:coreProperties>"
    )


_APP = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>helaplan</Application></Properties>"
)


def _settings(language: str) -> str:
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{escaped(language_tag(language))}"/></w:settings>'
    )


def _content_types(pictures: bool) -> str:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    if pictures:
        defaults |= PICTURE_TYPES
    kinds = {
        "word/document.xml": MAIN_TYPE,
        "word/styles.xml": f"{WORD_TYPE}styles+xml",
        "word/numbering.xml": f"{WORD_TYPE}numbering+xml",
        "word/settings.xml": f"{WORD_TYPE}settings+xml",
        "word/header1.xml": f"{WORD_TYPE}header+xml",
        "word/header2.xml": f"{WORD_TYPE}header+xml",
        "word/footer1.xml": f"{WORD_TYPE}footer+xml",
        "docProps/core.xml": CORE_TYPE,
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}">'
        + "".join(f'<Default Extension="{each}" ContentType="{kind}"/>' for each, kind in defaults.items())
        + overrides(kinds)
        + "</Types>"
    )


PICTURE_TYPES = {"png": "image/png", "svg": "image/svg+xml"}
