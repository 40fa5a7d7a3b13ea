"""What an OpenDocument text may be made with, each in a flat file of its own; and the zip around it."""

from __future__ import annotations

import pytest
from helaplan_word.odt import read_odt
from word_files import zipped

from helaplan import Block, Document, Furniture, Heading, ListItem, Paragraph, Source, Table, UnreadableSource

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{prefix}="{_ODF}{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible", "manifest": "manifest",
    }.items()
)  # fmt: skip
STYLES = """
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Dold" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
<text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="a"
style:num-suffix=")"/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
</text:list-style>
"""
AUTOMATIC = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties fo:font-weight="bold" fo:font-size="16pt"/></style:style>
<style:style style:name="P2" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
"""


def flat(body: str, master: str = "") -> bytes:
    """A flat file with this body."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES}><office:styles>{STYLES}</office:styles>'
        f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles><office:master-styles>{master}"
        f"</office:master-styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def document(body: str, master: str = "") -> Document:
    """The document in a flat file."""
    return read_odt(flat(body, master), Source(name="plan.fodt")).document


def blocks(body: str) -> list[Block]:
    """Its blocks without what stands beside the text."""
    return [each for each in document(body).blocks if not isinstance(each, Furniture)]


def p(text: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*texts: str, style: str = "L1", more: str = "") -> str:
    """A list."""
    inside = "".join(f"<text:list-item>{each if each.startswith('<') else p(each)}</text:list-item>" for each in texts)
    return f'<text:list text:style-name="{style}"{more}>{inside}</text:list>'


def test_headings_title_and_guesses() -> None:
    """Headings by their level, the title by its style, a bold large line as a guess."""
    text = "Vi lär oss laga mat hos grannarna i byn."
    body = p("Plan 2031", "Title") + '<text:h text:outline-level="2">Möten</text:h>' + p("Kurser", "P1") + p(text)
    made = document(body)
    assert made.title == "Plan 2031"
    assert made.blocks == (
        Heading(text="Möten", level=2),
        Heading(text="Kurser"),
        Paragraph(text=text),
    )


def test_lists_nested_and_numbered() -> None:
    """Lists within items are deeper, numbers are counted per list and go on where the file says so."""
    nested = items("<text:p>bygga</text:p>" + items("hus", "båt").replace(' text:style-name="L1"', ""))
    numbers = items("ett", "två", style="L2") + items("tre", style="L2", more=' text:continue-numbering="true"')
    between = p("Paus i allt arbete under hela sommaren.")
    every = blocks(nested + between + numbers + between + items("om", style="L2"))
    made = [each for each in every if isinstance(each, ListItem)]
    assert [(each.text, each.depth, each.number) for each in made] == [
        ("bygga", 1, ""), ("hus", 2, ""), ("båt", 2, ""),
        ("ett", 1, "a)"), ("två", 1, "b)"), ("tre", 1, "c)"), ("om", 1, "a)"),
    ]  # fmt: skip


def test_words_that_are_none() -> None:
    """Deleted, hidden and commented words, notes and fields that go stale are no text; notes stand beside."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>" + p("struket") + "</text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + p(
            'Vi<text:s text:c="2"/>ses<text:change/> <text:span text:style-name="Dold">dolt</text:span>i maj'
            "<office:annotation><text:p>Säkert?</text:p></office:annotation><text:note><text:note-citation>1"
            "</text:note-citation><text:note-body><text:p>Om vädret tillåter.</text:p></text:note-body></text:note>."
        )
        + p("Utskrivet <text:date>2021-12-06</text:date>")
    )  # fmt: skip
    made = read_odt(flat(body), Source())
    assert [getattr(each, "text", "") for each in made.document.blocks] == [
        "Vi ses i maj.",
        "Om vädret tillåter.",
        "Utskrivet 2021-12-06",
    ]
    assert [type(each) for each in made.document.blocks] == [Paragraph, Furniture, Furniture]
    codes = ["open-changes", "word/comments", "word/hidden-text", "word/footnotes"]
    assert [each.code for each in made.findings] == codes


def test_contents_heads_and_boxes() -> None:
    """The contents list and page heads stand beside; a text box is read after its paragraph."""
    body = (
        f"<text:table-of-content><text:index-body>{p('Möten 3')}</text:index-body></text:table-of-content>"
        + p(f"Vi ses.<draw:frame><draw:text-box>{p('Antagen')}</draw:text-box><svg:desc>Bild</svg:desc></draw:frame>")
    )  # fmt: skip
    page = f"<style:master-page><style:header>{p('Byalaget')}</style:header></style:master-page>"
    made = [(type(each), getattr(each, "text", "")) for each in document(body, page).blocks]
    assert made[:3] == [(Furniture, "Byalaget"), (Furniture, "Möten 3"), (Paragraph, "Vi ses.")]
    assert made[3][1] == "Antagen"


def test_tables_with_merged_cells() -> None:
    """Cells over several rows repeat their words; head rows are known; repeated cells are several."""
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell{}>{}</table:table-cell>"
    covered = "<table:covered-table-cell/>"
    body = (
        "<table:table><table:table-header-rows>" + row.format(cell.format("", p("Månad")) + cell.format("", p("Vad")))
        + "</table:table-header-rows>"
        + row.format(cell.format(' table:number-rows-spanned="2"', p("Maj")) + cell.format("", p("Städdag")))
        + row.format(covered + cell.format("", p("Loppis")))
        + row.format(cell.format(' table:number-columns-repeated="2"', p("Juni"))) + "</table:table>"
    )  # fmt: skip
    (made,) = blocks(body)
    assert made == Table(
        rows=(("Månad", "Vad"), ("Maj", "Städdag"), ("Maj", "Loppis"), ("Juni", "Juni")),
        header=1,
        merged=frozenset({(2, 0)}),
    )


def test_page_break_in_a_sentence() -> None:
    """A paragraph that begins a page in mid-sentence goes on from the one before."""
    before = "Under hösten ska alla i föreningen tillsammans resa bort och hälsa på hos"
    for after, goes_on in (("Norrbotten i maj.", False), ("grannarna i maj.", True)):
        made = blocks(p(before) + p(after, "P2"))
        assert [each.look.continues for each in made if each.look] == [False, goes_on]


def parts(**more: bytes) -> bytes:
    """The zip of a text; other parts are named with `__` for `/` and `_xml` for `.xml`."""
    own = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": flat(p("Vi möts i maj."))}
    given = {name.replace("__", "/").replace("_xml", ".xml"): data for name, data in more.items()}
    return zipped(own | given)


def test_zip_and_flat_are_alike() -> None:
    """The same text in a zip and flat gives the same document."""
    assert read_odt(parts(), Source()).document == document(p("Vi möts i maj."))


LOCKED = f"<manifest:manifest {_SPACES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"


FULL_ROW = (
    '<table:table-row><table:table-cell table:number-columns-repeated="9999"><text:p>x</text:p></table:table-cell>'
    "</table:table-row>"
)


@pytest.mark.parametrize(
    "data, code",
    [
        (parts(**{"META-INF__manifest_xml": f"{LOCKED}</manifest:manifest>".encode()}), "encrypted-document"),
        (parts(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "word/other-format"),
        (parts(content_xml=b"<office"), "word/damaged"),
        (parts(content_xml=b"<office/>"), "word/damaged"),
        (parts(content_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "word/doctype"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "word/damaged"),
        (zipped({"[Content_Types].xml": b"<Types/>"}), "word/is-docx"),
        (flat(""), "nothing-to-read"),
        (flat(p("x"))[:-40], "word/damaged"),
        (flat("<text:section>" * 500 + p("x") + "</text:section>" * 500), "word/damaged"),
        (flat(p("<text:span>" * 500 + "x" + "</text:span>" * 500)), "word/damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50, "word/other-format"),
        (b"", "nothing-to-read"),
        (flat(f"<table:table>{FULL_ROW * 1_100}</table:table>"), "document-too-large"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    """Each kind of file that cannot be read has one finding."""
    with pytest.raises(UnreadableSource) as caught:
        read_odt(data, Source(name="plan.odt"))
    assert [each.code for each in caught.value.findings] == [code]
