"""Small Word files made part by part, so that a test holds exactly what it is about."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from helaplan_word.reader import read_word

from helaplan import Block, Document, Furniture, Reading, Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)

#: The styles of a Swedish Word: built-in names in English, ids in Swedish.
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Egen"><w:name w:val="Vår rubrik"/>
<w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Punkt"><w:name w:val="Vår punkt"/>
<w:basedOn w:val="Punktlista"/></w:style>
<w:style w:type="paragraph" w:styleId="Punktlista"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Runt"><w:name w:val="Runt"/><w:basedOn w:val="Runt"/></w:style>
<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>
"""

#: List 1 has bullets, 2 and 3 count `a)` together, 4 counts `1.` and `1.1`.
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>
<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>
<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
</w:num>
"""


def word_file(
    body: str, *, parts: Mapping[str, str | bytes] | None = None, main_type: str = MAIN, styles: str = STYLES
) -> bytes:
    """A .docx with this body. `parts` are added to it or replace its own."""
    kinds = {
        "styles": "styles.xml",
        "numbering": "numbering.xml",
        "footnotes": "footnotes.xml",
        "header": "header1.xml",
    }
    relations = "".join(
        f'<Relationship Id="r-{kind}" Type="{R}/{kind}" Target="{target}"/>' for kind, target in kinds.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{space}"><Relationship Id="r1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}">{relations}</Relationships>',
        "word/styles.xml": part("styles", styles),
        "word/numbering.xml": part("numbering", NUMBERING),
        **(parts or {}),
    }
    return zipped(made)


def part(name: str, inside: str) -> str:
    """A part of WordprocessingML."""
    return f"<w:{name} {_SPACES}>{inside}</w:{name}>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return target.getvalue()


def p(content: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph; words that are no markup become a run."""
    inner = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    runs = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{inner}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def item(text: str, num: int = 1, level: int = 0, style: str = "") -> str:
    """A paragraph of a list."""
    return p(text, style, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def field(instruction: str, result: str) -> str:
    """A field with its result."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return sign.format("begin") + asked + sign.format("separate") + result + sign.format("end")


def reading(body: str, **more: object) -> Reading:
    """What the reader makes of a file with this body."""
    return read_word(word_file(body, **more), Source(name="plan.docx"))  # type: ignore[arg-type]  # handed on as given


def document(body: str, **more: object) -> Document:
    """The document in a file with this body."""
    return reading(body, **more).document


def blocks(body: str, **more: object) -> list[Block]:
    """The blocks of a file with this body, page furniture left out."""
    return [each for each in document(body, **more).blocks if not isinstance(each, Furniture)]


def furniture(body: str, **more: object) -> list[tuple[str, str]]:
    """Reason and words of what stands beside the text."""
    return [(each.reason, each.text) for each in document(body, **more).blocks if isinstance(each, Furniture)]
