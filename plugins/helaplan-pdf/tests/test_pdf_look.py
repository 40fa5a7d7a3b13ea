"""How the pages look, as far as a file can tell: its fonts, which way the paper lies, what a page ends with."""

from __future__ import annotations

import io
from importlib.metadata import distribution, files
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from attrs import evolve
from helaplan_pdf.fonts import FOLDER, with_fonts
from helaplan_pdf.nodes import data_of
from helaplan_pdf.options import PdfOptions
from helaplan_pdf.writer import write_pdf

from helaplan import Document, Figure, LabelLine, ListItem, Paragraph, Table, WriteContext

FAMILY = "Helvetica, Arial, 'Liberation Sans', sans-serif"
SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" font-family="{FAMILY}"><text x="5" y="20">Mars'
    '</text><text x="5" y="40" font-weight="700">Årsmöte</text></svg>'
)


def written(*blocks: Any, title: str = "Plan") -> pikepdf.Pdf:
    """The PDF of these blocks."""
    document = Document(title=title, language="sv", blocks=blocks)
    return pikepdf.open(io.BytesIO(write_pdf(document, PdfOptions(), WriteContext())))


def fonts(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """The fonts of a file, without the mark of a part, and whether they are embedded."""
    kinds = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
    found = [each for each in kinds if each.get("/Type") == "/FontDescriptor"]
    return {
        str(each.FontName).partition("+")[2]: any(key in each for key in ("/FontFile2", "/FontFile3")) for each in found
    }


def test_pictures_have_the_letters_of_the_document() -> None:
    """A picture that asks for any sans-serif is lettered as labels and tables are, never with what a computer has."""
    figure = Figure(svg=SVG, alt="Mars: årsmöte", data=Table(rows=(("Månad",), ("Mars",))))
    found = fonts(written(Paragraph(text="Bygden lever."), figure))
    assert {name.partition("-")[0] for name in found} == {"HelaplanSans", "LibertinusSerif"}
    assert {"HelaplanSans-Regular", "HelaplanSans-Bold"} <= set(found)
    assert all(found.values())


@pytest.mark.parametrize(
    "svg, expected",
    [
        (f'<text font-family="{FAMILY}">sans-serif</text>', 1),
        ("<style>text { font-family: Arial, sans-serif; fill: red }</style>", 1),
        ('<text font-family="serif">sans-serif</text>', 0),
        ("<text>font-family</text><text>sans-serif</text>", 0),
    ],
)
def test_only_the_family_is_named(svg: str, expected: int) -> None:
    """The words of a picture stay as they are, whatever they say."""
    assert with_fonts(svg).count("Helaplan Sans") == expected


def test_the_fonts_may_travel() -> None:
    """The licence lies beside them and names where they come from, and their own name is not the reserved one."""
    licence = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert 'Reserved Font Name "Carlito"' in licence
    # Signs that a copy lost became question marks, of which the licence has none.
    assert "?" not in licence
    for style in ("Regular", "Bold"):
        data = (FOLDER / f"HelaplanSans-{style}.ttf").read_bytes()
        assert "Helaplan Sans".encode("utf-16-be") in data
        assert len(data) < 250_000


def test_what_is_installed_has_its_licences() -> None:
    """Code and fonts are under different ones: both are named, and their texts are in what a user gets."""
    told = distribution("helaplan-pdf").metadata
    assert told["License-Expression"] == "MIT AND OFL-1.1"
    held = [each for each in files("helaplan-pdf") or () if ".dist-info/licenses/" in each.as_posix()]
    assert {each.name for each in held} == {"LICENSE", "OFL.txt"}


@pytest.mark.parametrize("columns, lies", [(5, True), (4, False)])
def test_wide_tables_lie(columns: int, lies: bool) -> None:
    """A document of tables with five columns is on a page that lies, one with a mixture of much prose is not."""
    table = Table(rows=(("Vad", "Vem", "När", "Kronor", "Hur gick det")[:columns],) * 3)
    for blocks, wanted in (((table,), lies), ((Paragraph(text="Mycket att läsa. " * 30), table), False)):
        pdf = written(*blocks)
        box = [float(each) for each in pdf.pages[0].mediabox]
        assert (box[2] > box[3]) is wanted


def test_columns_share_the_line() -> None:
    """Long words and short texts stay on one line, long texts get most, and no column is less than its longest word."""
    rows = (
        ("Aktivitet", "Ansvarig", "När", "Budget", "Uppföljning"),
        ("Ordna en kväll om bredband för alla byar i kommunen", "kommunikationsgruppen", "april och oktober", "", ""),
    )
    document = Document(title="T", language="sv", blocks=[Table(rows=rows)])
    (table,) = data_of(document, None, attach=False)["blocks"]
    activity, responsible, when, budget, _ = table["columns"]
    assert 680 < sum(table["columns"]) < 700
    assert activity > responsible > when > budget
    assert when > len("april och oktober") * 4.9
    one = data_of(evolve(document, blocks=[Table(rows=(("", ""), ("", "")))]), None, attach=False)["blocks"][0]
    assert one["columns"][0] == one["columns"][1]


def test_an_amount_stands_on_one_line() -> None:
    """What no-break spaces hold together gets the room that it needs."""
    amount = "123\u00a0456\u00a0789,50\u00a0kr"
    rows = (("Aktivitet", "När", "Budget"), ("Bygga en ny bygdegård med allt vad det innebär " * 3, "löpande", amount))
    (table,) = data_of(Document(title="T", language="sv", blocks=[Table(rows=rows, header=1)]), None, attach=False)[
        "blocks"
    ]
    assert table["columns"][2] > len(amount) * 4.9


def test_tables_with_the_same_head_have_the_same_columns() -> None:
    """They read as one table; another head has columns of its own."""
    head = ("Aktivitet", "När")
    bodies = (("Städa", "löpande"), ("Ordna en kväll om bredband för alla byar i kommunen", "april och oktober"))
    blocks = [Table(rows=(head, body), header=1) for body in bodies]
    blocks.append(Table(rows=(("Aktivitet", "Vem"), bodies[0]), header=1))
    one, two, other = data_of(Document(title="T", language="sv", blocks=blocks), None, attach=False)["blocks"]
    assert one["columns"] == two["columns"] != other["columns"]


def test_whose_plan_it_is_is_said_once() -> None:
    """Not above the title where the line below it begins with it."""
    document = Document(
        title="T", language="sv", organisation="Bygd", subtitle="Bygd, 2026", blocks=[Paragraph(text="A")]
    )
    assert data_of(document, None, attach=False)["above"] == ""
    assert data_of(evolve(document, subtitle="2026"), None, attach=False)["above"] == "Bygd"


@pytest.mark.parametrize("lines", range(18, 34, 3))
def test_values_stand_below_their_item(lines: int) -> None:
    """Wherever the page ends, an item at its foot has its first value below it."""
    before = [Paragraph(text=f"Stycke {n}.") for n in range(lines)]
    items = [
        block
        for n in range(12)
        for block in (
            ListItem(text=f"Aktivitet {n}"),
            LabelLine(label="När", texts=(f"tid {n}",), depth=1),
            LabelLine(label="Ansvarig", texts=(f"styrelsen {n}",), depth=1),
        )
    ]
    data = io.BytesIO()
    written(*before, *items).save(data)
    pages = pypdfium2.PdfDocument(data.getvalue())
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    assert len(texts) > 1
    for text in texts:
        for n in range(12):
            assert (f"Aktivitet {n}" in text) == (f"tid {n}" in text) == (f"styrelsen {n}" in text)


def test_a_short_last_word_is_not_alone() -> None:
    """The year stays with the word before it where a title takes two lines; the title itself is as it was."""
    title = "Verksamhetsplan med aktiviteter för 2027"
    pdf = written(Paragraph(text="Text."), title=title)
    assert str(pdf.docinfo.Title) == title
    data = io.BytesIO()
    pdf.save(data)
    lines = pypdfium2.PdfDocument(data.getvalue())[0].get_textpage().get_text_bounded().splitlines()
    assert [" ".join(each.split()) for each in lines[:2]] == ["Verksamhetsplan med aktiviteter", "för 2027"]
