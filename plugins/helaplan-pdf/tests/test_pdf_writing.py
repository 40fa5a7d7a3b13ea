"""What is written is a tagged PDF that says all the document says, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import struct
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from attrs import evolve
from helaplan_pdf import plugin
from helaplan_pdf.options import PdfOptions
from helaplan_pdf.raster import rasterise
from helaplan_pdf.reader import pdf_lines, read_pdf
from helaplan_pdf.writer import write_pdf
from hypothesis import given, settings

from helaplan import (
    Attachment,
    Chip,
    Document,
    Figure,
    Finding,
    Heading,
    Host,
    LabelLine,
    ListItem,
    Paragraph,
    Source,
    Table,
    UnknownFormat,
    UnreadableSource,
    WriteContext,
)
from helaplan.testing.documents import documents

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text x="5" y="20">Mars</text></svg>'
DATA = Table(rows=(("Månad", "Vad"), ("Mars", "Årsmöte")))
DOCUMENT = Document(
    title="Verksamhetsplan 2027",
    language="sv",
    organisation="Sjöbygdens intresseförening",
    date=dt.date(2027, 3, 25),
    blocks=(
        Heading(text="Vision", level=1),
        Paragraph(text="Bygden lever hela året, och den som vill kan bo kvar livet ut."),
        Heading(text="Verksamhet", level=1),
        Heading(text="Möten", level=2),
        ListItem(text="Hålla årsmöte i bygdegården med kaffe och underhållning"),
        LabelLine(label="När", texts=("mars",), depth=1),
        LabelLine(
            label="Globala mål",
            texts=("11 Hållbara städer",),
            chips=(Chip(code="11", colour="#f99d26", ink="#000000"),),
            depth=1,
        ),
        ListItem(text="kalla medlemmarna", depth=2),
        ListItem(text="Ordna barn- och ungdomskväll"),
        ListItem(text="första steget", number="1."),
        ListItem(text="andra steget", number="2."),
        Table(
            rows=(("Vad", "Kronor"), ("Porto", "500"), ("Porto", "700")), merged=frozenset({(2, 0)}), caption="Budget"
        ),
        Figure(svg=SVG, alt="Ett årshjul där mars har årsmötet", caption="Året", data=DATA),
    ),
    attachments=(Attachment(name="plan.yaml", media_type="application/yaml", data="id: å\n".encode()),),
)


def written(document: Document = DOCUMENT, **options: Any) -> tuple[bytes, list[str]]:
    """The bytes, and the codes of what was told."""
    told: list[Finding] = []
    data = write_pdf(document, PdfOptions(**options), WriteContext(tell=told.append))
    return data, [each.code for each in told]


def tags(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every element of the structure tree, from the top."""

    def below(node: Any) -> Iterator[Any]:
        children = node.get("/K")
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                yield child
                yield from below(child)

    return below(pdf.Root.StructTreeRoot)


def metadata(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The parts of the metadata that name a standard."""
    with pdf.open_metadata() as found:
        return {key: str(found[key]) for key in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance") if key in found}


def test_it_is_tagged_for_people_and_archives() -> None:
    """Language, title, bookmarks, lists, heads of tables, the picture's words; PDF/UA-1 and PDF/A-3a are declared."""
    data, told = written()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root
        assert str(root.Lang) == "sv"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert pdf.docinfo.Title == "Verksamhetsplan 2027"
        assert metadata(pdf) == {"pdfuaid:part": "1", "pdfaid:part": "3", "pdfaid:conformance": "A"}
        names = [str(each.S) for each in tags(pdf)]
        assert {"/H1", "/H2", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TH", "/TD", "/Figure"} <= set(names)
        assert names.count("/LI") == 5
        alternatives = [str(each.Alt) for each in tags(pdf) if "/Alt" in each]
        assert "Ett årshjul där mars har årsmötet" in alternatives
        with pdf.open_outline() as outline:
            assert [each.title for each in outline.root] == ["Vision", "Verksamhet"]
            assert [each.title for each in outline.root[1].children] == ["Möten"]
        assert pdf.attachments["plan.yaml"].get_file().read_bytes() == "id: å\n".encode()
        assert all(_embedded(font) for font in _fonts(pdf))
    assert told == []


def _fonts(pdf: pikepdf.Pdf) -> list[Any]:
    return [
        each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
    ]


def _embedded(font: Any) -> bool:
    return any(key in font for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def test_without_a_day_it_is_accessible_only() -> None:
    """PDF/A asks for a day; without one that is told, and an option gives it."""
    bare = evolve(DOCUMENT, date=None)
    data, told = written(bare)
    assert metadata(pikepdf.open(io.BytesIO(data))) == {"pdfuaid:part": "1"}
    assert told == ["pdf/no-date"]
    dated, told = written(bare, date="2027-03-25")
    assert (dated, told) == (written()[0], [])
    with pytest.raises(UnknownFormat):
        written(date="i mars")


def test_same_document_same_bytes() -> None:
    """Nothing of the day, the computer or chance is in the file."""
    assert written()[0] == written()[0]


def test_its_text_can_be_taken_out_in_order() -> None:
    """What an extractor finds are the document's words in their order, and the reader gives its blocks back."""
    blocks = read_pdf(written()[0], Source()).document.blocks
    items = [each for each in blocks if isinstance(each, ListItem)]
    assert [(each.text, each.depth, each.number) for each in items] == [
        (each.text, each.depth, each.number) for each in DOCUMENT.blocks if isinstance(each, ListItem)
    ]
    labels = [each for each in blocks if isinstance(each, LabelLine)]
    assert labels == [evolve(each, chips=()) for each in DOCUMENT.blocks if isinstance(each, LabelLine)]
    words = " ".join(line.text for line in pdf_lines(written()[0]))
    places = [words.index(each) for each in ("Vision", "Bygden lever", "Möten", "Hålla årsmöte", "När: mars")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "hostile",
    [
        '#read("/etc/passwd")', "$ x^2 $", "*fet* _lutad_ `kod`", "= Rubrik", "// borta", r"\#panic() \u{41}", "<a> @b",
        "#{1+1}", "https://exempel.se/a?b=1#c", "-- --- ... ~", '"rak" \'enkel\'',
    ],
)  # fmt: skip
def test_words_are_never_markup(hostile: str) -> None:
    """What means something to Typst is printed as it stands."""
    data, _ = written(Document(title=hostile, language="sv", blocks=(Paragraph(text=hostile),)))
    assert [line.text for line in pdf_lines(data)][:2] == [hostile, hostile]


def test_letters_without_shape_are_spelt() -> None:
    """Emoji and Chinese are printed as their numbers, and that is told."""
    data, told = written(Document(title="Fest 🎉", language="sv", blocks=(Paragraph(text="Kom 🎉 och 漢字!"),)))
    assert [line.text for line in pdf_lines(data)][:2] == ["Fest [U+1F389]", "Kom [U+1F389] och [U+6F22][U+5B57]!"]
    assert told == ["pdf/no-date", "pdf/letters-spelt"]


@pytest.mark.parametrize("svg", ["<svg", "", "ingen bild", SVG.replace("Mars", "Fest 🎉")])
def test_a_picture_that_cannot_be_drawn_is_its_table(svg: str) -> None:
    """The table says the same as the picture."""
    figure = Figure(svg=svg, alt="Hjul", data=DATA)
    data, _ = written(evolve(DOCUMENT, blocks=(figure,)))
    assert [each.rows for each in read_pdf(data, Source()).document.blocks if isinstance(each, Table)] == [DATA.rows]


def test_levels_are_not_leapt_over() -> None:
    """A heading two levels down is one level down, since PDF/UA forbids the leap."""
    blocks = (Heading(text="A", level=3), Heading(text="B", level=1), Heading(text="C", level=4), Heading(text="D"))
    data, _ = written(Document(title="T", language="sv", blocks=blocks))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = [str(each.S) for each in tags(pdf)]
    assert [each for each in names if each[:2] == "/H"] == ["/H1", "/H1", "/H2", "/H2"]


@given(documents())
@settings(max_examples=40, deadline=None)
def test_any_document_can_be_written(document: Document) -> None:
    """Whatever words, lists and tables: a PDF that opens, twice the same."""
    data, _ = written(document)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/StructTreeRoot" in pdf.Root
    assert data == written(document)[0]


def test_pictures_are_drawn_to_the_pixel() -> None:
    """PNG of the width that was asked for, in the picture's proportions, the same bytes twice."""
    data = rasterise(SVG, width=301)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) in ((301, 100), (301, 101))
    assert data == rasterise(SVG, width=301)
    with pytest.raises(UnreadableSource):
        rasterise("<svg", width=10)


def test_the_plugin_declares_all_its_kinds() -> None:
    """The host finds reader, writer and rasterizer, and the sentences of both languages have the same codes."""
    host = Host(plugins=False)
    host.register(plugin, "pdf")
    assert host.output_format(".pdf").name == "pdf"
    assert [each.name for each in host.rasterizers()] == ["typst"]
    swedish, english = (dict(each.messages) for each in host.texts())
    assert set(swedish) == set(english)
    assert host.findings == ()
