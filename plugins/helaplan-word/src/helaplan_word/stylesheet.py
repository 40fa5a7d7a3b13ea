"""The styles that a written document uses: Word's own by their built-in names, and a few of ours built on them.

A template's styles of the same names win; what it lacks is added from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from helaplan_word import names
from helaplan_word.markup import DECLARATION, NAMESPACES, escaped

ACCENT, SOFT, GREY = "1F5C4A", "E4EFEA", "595959"
TABLE = "grid table 4 accent 1"
#: Depths that lists go to with styles of their own; Word has five.
LIST_STYLES = 5
LABEL_STYLES = 9
_STEP = int(names.STEP * 20)
_LABEL_WIDTH = 2200


@frozen(kw_only=True)
class StyleSheetEntry:
    """A style: its id where nobody else has one of its name, its kind, and its inside as markup.

    `based_on` and `following` are names, since another file may know those styles by other ids.
    """

    ident: str
    name: str
    kind: str = "paragraph"
    based_on: str = ""
    following: str = ""
    inside: str = ""
    flags: str = "<w:qFormat/>"
    default: bool = False

    def markup(self, ids: Mapping[str, str], *, ident: str = "") -> str:
        """The style with the ids that its neighbours have in the file, and `ident` where its own is taken."""
        based = ids.get(self.based_on, "")
        after = ids.get(self.following, "")
        marks = ' w:customStyle="1"' if self.name.lower().startswith("helaplan") else ""
        marks += ' w:default="1"' if self.default else ""
        return (
            f'<w:style w:type="{self.kind}"{marks} w:styleId="{ident or self.ident}">'
            f'<w:name w:val="{escaped(self.name)}"/>'
            + (f'<w:basedOn w:val="{based}"/>' if based else "")
            + (f'<w:next w:val="{after}"/>' if after else "")
            + f"{self.flags}{self.inside}</w:style>"
        )


def entries() -> Mapping[str, StyleSheetEntry]:
    """All styles by their name in lower case, in the order of the file."""
    made = [*_basic(), *_headings(), *_lists(), *_labels(), *_contents(), *_edges(), *_characters(), *_tables()]
    return {each.name.lower(): each for each in made}


def _p(inside: str) -> str:
    return f"<w:pPr>{inside}</w:pPr>"


def _r(size: int, *, bold: bool = False, colour: str = "", more: str = "") -> str:
    """Run properties; `size` in half points."""
    strong = "<w:b/><w:bCs/>" if bold else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'<w:rPr>{strong}{more}{ink}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def _basic() -> Iterator[StyleSheetEntry]:
    yield StyleSheetEntry(ident="Normal", name="Normal", default=True)
    yield StyleSheetEntry(
        ident="Title", name="Title", based_on="normal", following="normal",
        inside=_p('<w:keepNext/><w:spacing w:before="0" w:after="60" w:line="240" w:lineRule="auto"/>')
        + _r(52, bold=True, colour=ACCENT),
    )  # fmt: skip
    yield StyleSheetEntry(
        ident="Subtitle", name="Subtitle", based_on="normal", following="normal",
        inside=_p('<w:spacing w:after="200"/>') + _r(28, colour=GREY),
    )  # fmt: skip
    yield StyleSheetEntry(
        ident="Caption", name="caption", based_on="normal", following="normal",
        inside=_p('<w:keepNext/><w:spacing w:before="160" w:after="60"/>') + _r(20, bold=True, colour=GREY),
    )  # fmt: skip


_HEADINGS = ((32, 360, 100), (26, 280, 80), (23, 220, 60), (22, 200, 60), (22, 180, 40), (22, 180, 40))


def _headings() -> Iterator[StyleSheetEntry]:
    for level, (size, before, after) in enumerate(_HEADINGS, start=1):
        line = (
            f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="{ACCENT}"/></w:pBdr>' if level == 1 else ""
        )
        yield StyleSheetEntry(
            ident=f"Heading{level}", name=f"heading {level}", based_on="normal", following="normal",
            inside=_p(
                f'<w:keepNext/><w:keepLines/>{line}<w:spacing w:before="{before}" w:after="{after}"/>'
                f'<w:outlineLvl w:val="{level - 1}"/>'
            )
            + _r(size, bold=level != 4, colour=ACCENT if level < 4 else GREY),
        )  # fmt: skip


def _numbered(stem: str, depth: int) -> str:
    return stem if depth == 1 else f"{stem} {depth}"


def _lists() -> Iterator[StyleSheetEntry]:
    for depth in range(1, LIST_STYLES + 1):
        tail = "" if depth == 1 else str(depth)
        level = f'<w:ilvl w:val="{depth - 1}"/>' if depth > 1 else ""
        space = f'<w:spacing w:before="{80 if depth == 1 else 20}" w:after="40"/>'
        yield StyleSheetEntry(
            ident=f"ListBullet{tail}", name=_numbered("List Bullet", depth), based_on="normal",
            inside=_p(f'<w:numPr>{level}<w:numId w:val="1"/></w:numPr>{space}'),
        )  # fmt: skip
        yield StyleSheetEntry(
            ident=f"ListNumber{tail}", name=_numbered("List Number", depth), based_on="normal", inside=_p(space)
        )
        indent = f'<w:ind w:left="{depth * _STEP}"/>'
        yield StyleSheetEntry(
            ident=f"ListContinue{tail}", name=_numbered("List Continue", depth), based_on="normal",
            inside=_p(f'<w:spacing w:after="60"/>{indent}'),
        )  # fmt: skip


def _labels() -> Iterator[StyleSheetEntry]:
    """Label lines: the label in a column of its own, so that a list of them reads as a table."""
    for depth in range(LABEL_STYLES + 1):
        left = depth * _STEP + _LABEL_WIDTH
        tail = f" {depth}" if depth else ""
        yield StyleSheetEntry(
            ident=f"HelaplanLabel{depth or ''}", name=f"Helaplan label{tail}", based_on="normal",
            following=f"helaplan label{tail}",
            inside=_p(
                f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs><w:spacing w:after="20"/><w:ind w:left="{left}" '
                f'w:hanging="{_LABEL_WIDTH}"/>'
            )
            + _r(20),
        )  # fmt: skip


def _contents() -> Iterator[StyleSheetEntry]:
    yield StyleSheetEntry(
        ident="TOCHeading", name="TOC Heading", based_on="normal", following="normal",
        inside=_p('<w:keepNext/><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="9"/>')
        + _r(26, bold=True, colour=ACCENT),
    )  # fmt: skip
    for level in (1, 2, 3):
        yield StyleSheetEntry(
            ident=f"TOC{level}", name=f"toc {level}", based_on="normal", following="normal",
            flags='<w:uiPriority w:val="39"/>',
            inside=_p(
                f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs><w:spacing w:after="40"/>'
                f'<w:ind w:left="{(level - 1) * 280}"/>'
            ),
        )  # fmt: skip


def _edges() -> Iterator[StyleSheetEntry]:
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0"/>'
    for name in ("header", "footer"):
        yield StyleSheetEntry(
            ident=name.capitalize(), name=name, based_on="normal", flags="", inside=_p(tabs) + _r(18, colour=GREY)
        )


def _characters() -> Iterator[StyleSheetEntry]:
    yield StyleSheetEntry(
        ident="DefaultParagraphFont", name="Default Paragraph Font", kind="character", default=True,
        flags='<w:uiPriority w:val="1"/><w:semiHidden/>',
    )  # fmt: skip
    ours = {
        "Helaplan label name": f'<w:rPr><w:b/><w:color w:val="{ACCENT}"/></w:rPr>',
        "Helaplan literal": "",
        "Helaplan chip": '<w:rPr><w:b/><w:sz w:val="18"/></w:rPr>',
    }
    for name, inside in ours.items():
        ident = "".join(word.capitalize() for word in name.split())
        yield StyleSheetEntry(
            ident=ident, name=name, kind="character", based_on="default paragraph font", flags="", inside=inside
        )


def _tables() -> Iterator[StyleSheetEntry]:
    sides = {"top": 0, "left": 108, "bottom": 0, "right": 108}
    inner = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides.items())
    margins = f"<w:tblCellMar>{inner}</w:tblCellMar>"
    yield StyleSheetEntry(
        ident="TableNormal", name="Normal Table", kind="table", default=True,
        flags='<w:uiPriority w:val="99"/><w:semiHidden/>',
        inside=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margins}</w:tblPr>',
    )  # fmt: skip
    lines = (*sides, "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="9DBFB2"/>' for side in lines)
    head = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"/></w:tcPr></w:tblStylePr>'
    )
    band = (
        '<w:tblStylePr w:type="band1Horz"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{SOFT}"/></w:tcPr></w:tblStylePr>'
    )
    yield StyleSheetEntry(
        ident="GridTable4-Accent1", name="Grid Table 4 Accent 1", kind="table", based_on="normal table",
        flags='<w:uiPriority w:val="49"/>',
        inside=_p('<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>')
        + _r(20)
        + f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{head}{band}',
    )  # fmt: skip


def stylesheet(language: str, font: str) -> str:
    """The whole `styles.xml` of a document without a template."""
    every = entries()
    ids = {name: each.ident for name, each in every.items()}
    fonts = "".join(f' w:{each}="{escaped(font)}"' for each in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>"
        f'<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{escaped(language)}" w:eastAsia="{escaped(language)}" '
        'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="269" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        + "".join(each.markup(ids) for each in every.values())
        + "</w:styles>"
    )
