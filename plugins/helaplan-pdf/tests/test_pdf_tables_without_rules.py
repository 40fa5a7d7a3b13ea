"""Tables that nobody drew lines for: their columns are seen by where cells begin, prose beside them stays prose."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pytest
import typst  # type: ignore[import-not-found,import-untyped,unused-ignore]
from helaplan_pdf.reader import read_pdf
from make_pdf import STYLES, both, drawn, text
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Paragraph as Words
from reportlab.platypus import SimpleDocTemplate, Spacer
from reportlab.platypus import Table as Grid

from helaplan import Block, Document, Heading, Paragraph, Source, Table, import_document

HEAD = ("Aktivitet", "Ansvarig", "När", "Budget (kr)")
ROWS = (
    ("Städdag i bygdegården", "Styrelsen", "maj", "500"),
    ("Läger för unga mellan tio och femton år vid sjön, med bad och kanot", "Ungdomsgruppen", "juli", "12 000"),
    ("Årsmöte", "", "mars", ""),
    ("Höstfest med dans och lotteri", "Festkommittén", "oktober", "4 000"),
    ("Kurs i att spara energi i gamla hus", "Studieledaren", "november", ""),
)
SHORT = tuple((row[0][:30].strip(), *row[1:]) for row in ROWS)
WIDTHS = (230, 110, 80, 80)


def read(data: bytes) -> Document:
    """The document in a PDF."""
    return read_pdf(data, Source(name="plan.pdf")).document


def tables(blocks: Sequence[Block]) -> list[tuple[tuple[str, ...], ...]]:
    """The rows of the tables."""
    return [each.rows for each in blocks if isinstance(each, Table)]


def flowed(
    *rows: Sequence[str], widths: Sequence[float] = WIDTHS, wrap: bool = True, style: Sequence[Any] = ()
) -> bytes:
    """A PDF with prose, a table of these rows and prose, laid out by reportlab."""
    normal, title = STYLES["Normal"], STYLES["Title"]
    cells = [[Words(cell, normal) if wrap else cell for cell in row] for row in rows]
    table = Grid(cells, colWidths=widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *style], repeatRows=1)
    prose = "Styrelsen följer upp planen vid varje möte och berättar om den på årsmötet. " * 3
    story = [Words("Verksamhetsplan 2026", title), Words(prose, normal), Spacer(1, 12), table, Spacer(1, 12)]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build([*story, Words(prose, normal)])
    return out.getvalue()


@pytest.mark.parametrize("padding", [6, 1])
def test_wrapped_cells_are_whole(padding: int) -> None:
    """A cell of several lines is one text, and a cell without words is empty, however near the columns stand."""
    style = [("LEFTPADDING", (0, 0), (-1, -1), padding), ("RIGHTPADDING", (0, 0), (-1, -1), padding)]
    assert tables(read(flowed(HEAD, *ROWS, widths=(170, 92, 60, 80), style=style)).blocks) == [(HEAD, *ROWS)]


@pytest.mark.parametrize("align", ["LEFT", "RIGHT", "CENTER"])
def test_columns_may_be_set_to_any_side(align: str) -> None:
    """Sums are often set to the right; the cells of such a column share another edge."""
    made = read(flowed(HEAD, *SHORT, wrap=False, style=[("ALIGN", (3, 0), (3, -1), align)]))
    assert tables(made.blocks) == [(HEAD, *SHORT)]
    prose = [each.text for each in made.blocks if isinstance(each, Paragraph)]
    assert len(prose) == 2
    assert all(each.startswith("Styrelsen följer upp planen") for each in prose)


def test_heads_come_back_on_each_page() -> None:
    """The heads of a table that runs over pages are no activities, and its rows are all there."""
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey)]
    for style in ((), grid):
        data = flowed(HEAD, *ROWS * 12, style=style)
        plan = import_document(data, name="plan.pdf").plan
        assert plan is not None
        texts = [each.text for area in plan.areas for each in area.activities]
        assert texts == [row[0] for row in ROWS] * 12


def test_cells_that_nearly_touch_are_told_by_their_column() -> None:
    """A full cell has hardly a blank after it; where other rows have a column, a word that begins there is a cell."""
    days = ("Tors 15", "?", "Tis 27", "Ons 18", "Sön 13")
    names = ("Bingo", "Styrelsemöte", "Årsmöte", "Utflykt", "Luciakaffe")
    left, middle, far = 70.0, 117.0, 300.0
    lines = [(left, 700.0, "Dag"), (middle, 700.0, "Aktivitet"), (far, 700.0, "Ansvarig")]
    for place, (day, name) in enumerate(zip(days, names, strict=True), 1):
        y = 700.0 - 16 * place
        lines += [(left, y, day), (middle, y, name), (far, y, "Styrelsen")]
    made = tables(read(drawn(text(*lines))).blocks)
    assert made == [
        (("Dag", "Aktivitet", "Ansvarig"), *((a, b, "Styrelsen") for a, b in zip(days, names, strict=True)))
    ]


def test_a_column_is_known_by_rows_that_begin_with_it() -> None:
    """Below a month its rows begin with the day; that is where a day stands, beside a full month, too."""
    rows = [("Månad", "Dag", "Aktivitet"), ("November", "3", "Bingo"), ("", "5", "Möte"), ("", "7", "Utflykt"),
            ("December", "Sön 13", "Lucia")]  # fmt: skip
    lines = [
        (x, 700.0 - 16 * place, cell)
        for place, row in enumerate(rows)
        for x, cell in zip((70.0, 126.5, 220.0), row, strict=True)
        if cell
    ]
    assert tables(read(drawn(text(*lines))).blocks) == [tuple(rows)]


def test_prose_beside_a_table_is_not_torn_apart() -> None:
    """A word of a paragraph may begin where a column does; the paragraph is one all the same."""
    rows = [
        (x, 700.0 - 16 * n, word) for n in range(4) for x, word in ((70.0, f"Möte {n}"), (200.0, "Eva"), (300.0, "maj"))
    ]
    prose = [
        "Under året vill vi att fler ska känna till oss, och vad vi gör för bygden i stort, så att",
        "många vill komma till oss. Vi möts varje månad och tar upp vad som har hänt sedan sist, och",
        "alla är välkomna dit. Den som vill vara med säger till någon i styrelsen, som ordnar det.",
    ]
    lines = [(70.0, 600.0 - 16 * n, words) for n, words in enumerate(prose)]
    made = read(drawn(both(text(*rows), text(*lines)))).blocks
    assert [each.text for each in made if isinstance(each, Paragraph)] == [" ".join(prose)]


def test_justified_prose_is_no_table() -> None:
    """Lines set to both margins with wide blanks between their words have edges in common, and no columns."""
    source = "#set page(width: 9cm)\n#set par(justify: true)\n#set text(hyphenate: false)\n= Plan\n"
    words = "Landsbygdsutvecklingsarbetet samarbetsorganisationernas förtroendevalda medlemsorganisationerna "
    made = read(typst.compile((source + words * 8).encode())).blocks
    assert tables(made) == []
    assert len([each for each in made if isinstance(each, Paragraph | Heading)]) == 2


def test_rows_that_stand_little_apart_are_told_from_lines() -> None:
    """A row's space before it may be a quarter of a line more than that between the lines of a cell."""
    cells = [("April", "Resa till Åland med båt och Buss från torget klockan åtta", "Eva"), ("Maj", "Vandring", "Nils")]
    cells += [("Juni", "Fest", "Styrelsen"), ("Juli", "Bad", "Styrelsen")]
    inside = ",".join(f"[{cell}]" for row in cells for cell in row)
    page = "#set page(width: 12cm)\n#set text(size: 10pt)\n"
    source = f"{page}= Plan\n#table(columns: (auto, 4cm, auto), stroke: none, {inside})"
    assert tables(read(typst.compile(source.encode())).blocks) == [tuple(cells)]


def test_marks_of_footnotes_that_a_font_raises_go() -> None:
    """Typst takes raised figures of the font itself; they are no letters of the words they stand after."""
    source = (
        "= Plan\nBygden lever#footnote[Sedan 2020.] och växer med 11 hus.#footnote[Enligt kommunen.]\n\nVi ses 1 maj."
    )
    made = read(typst.compile(source.encode())).blocks
    assert [each.text for each in made if isinstance(each, Paragraph)] == [
        "Bygden lever och växer med 11 hus.",
        "Vi ses 1 maj.",
    ]


def test_months_in_the_middle_of_their_rows_hold_all_of_them() -> None:
    """Browsers set a cell over several rows in their middle: between two of them, or beside the second of three."""
    rows = [
        ("Månad", "Dag", "Aktivitet"), ("Januari", "3", "Bingo"), ("", "5", "Möte"), ("Februari", "8", "Utflykt"),
        ("Mars", "1", "Årsmöte"), ("", "9", "Kurs"), ("", "20", "Fest"),
    ]  # fmt: skip
    span = [("SPAN", (0, first), (0, last)) for first, last in ((1, 2), (4, 6))]
    data = flowed(*rows, widths=(90, 60, 200), wrap=False, style=[*span, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    plan = import_document(data, name="plan.pdf").plan
    assert [(area.name, [each.text for each in area.activities]) for area in plan.areas] == [
        ("Januari", ["Bingo", "Möte"]),
        ("Februari", ["Utflykt"]),
        ("Mars", ["Årsmöte", "Kurs", "Fest"]),
    ]


def test_tables_of_typst_without_strokes() -> None:
    """Another program, another way of placing cells: the rows are the same."""
    cells = ",".join(f"[{cell}]" for row in (HEAD, *SHORT) for cell in row)
    source = f"= Verksamhetsplan 2026\n#table(columns: 4, stroke: none, {cells})\n\nSlut på planen för året."
    assert tables(read(typst.compile(source.encode())).blocks) == [(HEAD, *SHORT)]
