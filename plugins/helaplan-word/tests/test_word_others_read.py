"""What is written, read by another library than ours; what another library writes, read by ours."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from helaplan_word.reader import read_word
from helaplan_word.writer import write_word

from helaplan import Document, Furniture, Heading, ListItem, Paragraph, Source, Table, WriteContext
from helaplan.testing import marked_document

docx: Any = pytest.importorskip("docx")
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xff\xff?"
    b"\0\x05\xfe\x02\xfe\xa75\x81\x84\0\0\0\0IEND\xaeB`\x82"
)


def opened(document: Document) -> Any:
    """The document as python-docx sees it."""
    data = write_word(document, WriteContext(rasterise=lambda svg, *, width: PNG))
    return docx.Document(BytesIO(data))


def test_styles_are_word_s_own() -> None:
    """Headings, lists, title and tables are in built-in styles, so that navigation and screen readers find them."""
    made = opened(marked_document(str))
    names = [each.style.name for each in made.paragraphs]
    assert names[:2] == ["Title", "Subtitle"]
    assert {"Heading 1", "Heading 2", "List Bullet", "List Number 2", "Caption"} <= set(names)
    assert [each.style.name for each in made.tables] == ["Grid Table 4 Accent 1"]


def test_properties_and_language() -> None:
    """Title, organisation, language and day are the file's own."""
    document = Document(title="Plan", language="sv", organisation="Byalaget", date=dt.date(2031, 3, 4))
    made = opened(document)
    told = made.core_properties
    assert (told.title, told.author, told.language) == ("Plan", "Byalaget", "sv")
    assert told.created.date() == dt.date(2031, 3, 4)
    language = made.styles.element.find(".//{*}rPrDefault//{*}lang")
    assert language.get(docx.oxml.ns.qn("w:val")) == "sv-SE"


def test_head_foot_and_header_row() -> None:
    """The organisation stands above the pages, the page number below; the first row of a table is its head."""
    made = opened(marked_document(str))
    section = made.sections[0]
    assert section.header.paragraphs[0].text.startswith("ord")
    assert "Sida" in section.footer.paragraphs[0].text
    assert section.different_first_page_header_footer
    assert made.tables[0].rows[0]._tr.find(".//{*}tblHeader") is not None


def test_every_part_is_typed_and_related() -> None:
    """Every relation leads to a part, every part has a kind, and the pictures are what they say."""
    made = opened(marked_document(str))
    kinds = {str(part.partname): part.content_type for part in made.part.package.iter_parts()}
    assert kinds["/word/media/helaplan1.png"] == "image/png"
    assert kinds["/word/media/helaplan1.svg"] == "image/svg+xml"
    assert all(kind for kind in kinds.values())
    assert made.inline_shapes[0]._inline.docPr.get("descr").startswith("ord")


def test_plan_made_with_another_program() -> None:
    """A file of python-docx in its own template: English styles, lists by style, a table with a bold head."""
    made = docx.Document()
    made.add_heading("Verksamhetsplan 2032", 0)
    made.add_heading("Vad vi gör", 1)
    made.add_paragraph("Under året ska vi:")
    made.add_paragraph("ordna loppis", style="List Bullet")
    made.add_paragraph("i maj", style="List Bullet 2")
    made.add_paragraph("Först", style="List Number")
    made.add_paragraph("Sedan", style="List Number")
    table = made.add_table(2, 2)
    for cell, text in zip(table.rows[0].cells, ("Vad", "Vem"), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for cell, text in zip(table.rows[1].cells, ("Bak", "Ada"), strict=True):
        cell.text = text
    made.sections[0].footer.paragraphs[0].text = "Byalaget"
    target = BytesIO()
    made.save(target)
    document = read_word(target.getvalue(), Source(name="p.docx")).document
    assert (document.title, document.language) == ("Verksamhetsplan 2032", "sv")
    assert document.blocks == (
        Heading(text="Vad vi gör", level=1),
        Paragraph(text="Under året ska vi:"),
        ListItem(text="ordna loppis"),
        ListItem(text="i maj", depth=2),
        ListItem(text="Först", number="1."),
        ListItem(text="Sedan", number="2."),
        Table(rows=(("Vad", "Vem"), ("Bak", "Ada")), header=1),
        Furniture(text="Byalaget", reason="page foot"),
    )
