"""What a PDF prints becomes blocks: columns, bullets, tables, marks, and what stands beside the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from helaplan_pdf import plugin
from helaplan_pdf.options import PdfOptions
from helaplan_pdf.reader import read_pdf
from helaplan_pdf.writer import write_pdf
from make_pdf import both, bullets, drawn, flowing, ruled, text, words
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Table as PlainTable

from helaplan import (
    Block,
    Document,
    Furniture,
    Heading,
    Host,
    LabelLine,
    ListItem,
    Paragraph,
    Source,
    Table,
    UnreadableSource,
    WriteContext,
)

CASES = Path(__file__).resolve().parents[4] / "shared" / "cases"
DEEDS = (
    "Bjuda in till öppet hus i Folkets hus under hela vecka 37 för alla som bor i socknen",
    "Anordna studiecirklar om lokal energi och om hur en ekonomisk förening startas",
    "Skicka nyhetsbrev, minst sex per år",
    "Bevaka länsstyrelsens remisser samt svara på de viktigaste före sommaren varje år",
)
ABOUT = "Vi arbetar för att fler ska engagera sig. Området leds av en grupp som utses av styrelsen i januari."


def blocks(data: bytes) -> tuple[Block, ...]:
    """The blocks of a PDF."""
    return read_pdf(data, Source(name="plan.pdf")).document.blocks


def texts(data: bytes, kind: type[Heading | Paragraph | ListItem | Furniture]) -> list[str]:
    """The texts of the blocks of one kind."""
    return [each.text for each in blocks(data) if isinstance(each, kind)]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(columns: int) -> None:
    """The same words in one column, two or three make the same blocks."""
    parts = [words("Plan 2027", "Title")]
    for name in ("Opinion", "Utbildning", "Organisation", "Samverkan"):
        parts += [words(name, "Heading2"), words(ABOUT), bullets(*DEEDS)]
    data = flowing(*parts, columns=columns)
    assert texts(data, ListItem) == list(DEEDS) * 4
    assert texts(data, Heading) == ["Plan 2027", "Opinion", "Utbildning", "Organisation", "Samverkan"]
    assert texts(data, Paragraph) == [ABOUT] * 4


def test_lines_drawn_across_both_columns_are_cut() -> None:
    """One string that reaches over the gutter is two lines, the left column read before the right."""
    left = [
        "Vi vill att alla i bygden har nära till",
        "skola, vård och handel, och att den som",
        "vill bo kvar kan göra det även som",
        "gammal i egen bostad hela livet.",
    ]
    right = [
        "Styrelsen möts varje månad och för",
        "protokoll som alla medlemmar kan läsa",
        "på föreningens plats på nätet inom",
        "två veckor efter varje möte.",
    ]

    def draw(canvas: object) -> None:
        for place, (one, other) in enumerate(zip(left, right, strict=True)):
            line = canvas.beginText(50, 700 - 14 * place)  # type: ignore[attr-defined]
            line.setFont("Courier", 9)
            line.textOut(one.ljust(46) + other)
            canvas.drawText(line)  # type: ignore[attr-defined]

    assert texts(drawn(draw), Paragraph) == [" ".join(left), " ".join(right)]


def test_a_ruled_table_keeps_its_cells() -> None:
    """Wrapped cells are joined, merged ones repeat their text, the bold first row is the header."""
    rows = [["Månad", "Vad", "Vem"], ["Mars", DEEDS[0], "Anna"], ["", "Årsmöte", "Styrelsen"], ["Maj", "Städdag", ""]]
    data = flowing(words("Årsplan", "Title"), ruled(rows, [60, 200, 80], spans=[((0, 1), (0, 2))]), words(ABOUT))
    (table,) = [each for each in blocks(data) if isinstance(each, Table)]
    assert table.rows == (tuple(rows[0]), tuple(rows[1]), ("Mars", *rows[2][1:]), tuple(rows[3]))
    assert (table.header, table.merged) == (1, frozenset({(2, 0)}))
    assert texts(data, Paragraph) == [ABOUT]


def test_cells_that_touch_a_rule_stay_apart() -> None:
    """Words on both sides of a rule are two cells however little room there is between them."""

    def draw(canvas: object) -> None:
        canvas.setFont("Helvetica", 10)  # type: ignore[attr-defined]
        canvas.grid([50, 110, 170], [600, 620, 640])  # type: ignore[attr-defined]
        for x, y, said in ((52, 625, "Trettonhelg"), (112, 625, "Fest"), (52, 605, "Månadsmöte"), (112, 605, "Möte")):
            canvas.drawString(x, y, said)  # type: ignore[attr-defined]

    (table,) = [each for each in blocks(drawn(draw)) if isinstance(each, Table)]
    assert table.rows == (("Trettonhelg", "Fest"), ("Månadsmöte", "Möte"))


def test_bullets_of_sign_fonts_and_drawn_ones_are_bullets() -> None:
    """Symbol's and ZapfDingbats' bullets, and dots that are drawn as pictures, mark items."""
    signs = both(
        text((50, 700, "\xb7"), (50, 680, "\xb7"), font="Symbol"),
        text((50, 660, "\x6c"), (50, 640, "\x6e"), font="ZapfDingbats"),
        text(*((64, 700 - 20 * place, f"Göra sak {place}.") for place in range(4))),
    )
    assert texts(drawn(signs), ListItem) == [f"Göra sak {place}." for place in range(4)]

    def dots(canvas: object) -> None:
        for y in (703, 683):
            canvas.circle(54, y, 2, fill=1)  # type: ignore[attr-defined]

    drawn_ones = both(dots, text((64, 700, "Ordna fest i maj."), (64, 680, "Ordna möte i juni.")))
    assert texts(drawn(drawn_ones), ListItem) == ["Ordna fest i maj.", "Ordna möte i juni."]


def test_a_footnote_and_its_mark_are_beside_the_text() -> None:
    """What stands in small letters below a short rule is no text, and its mark no part of the word."""

    def draw(canvas: object) -> None:
        text((60, 700, "Alla ska ha nära till en servicepunkt"), (60, 686, "i varje socken."))(canvas)
        text((61 + stringWidth("Alla ska ha nära till en servicepunkt", "Helvetica", 11), 704, "1"), size=6)(canvas)
        canvas.line(60, 100, 180, 100)  # type: ignore[attr-defined]
        text((60, 88, "1 Plats med minst tre slags service."), size=8)(canvas)

    data = drawn(draw)
    assert texts(data, Paragraph) == ["Alla ska ha nära till en servicepunkt i varje socken."]
    assert [each.reason for each in blocks(data) if isinstance(each, Furniture)] == ["footnote"]


def test_page_numbers_and_running_heads_are_told() -> None:
    """Numbers at the foot and what comes back at the head are furniture, drawn before the text or after it."""

    def page(number: int) -> object:
        head = both(text((60, 800, "Bygdens plan 2027"), size=8), text((290, 30, str(number)), size=8))
        body = text(
            *(
                (60, 740 - 14 * place, f"{'Abcdefghijkl'[place + number]} är inte {'abcdefghijkl'[place]} som det står")
                for place in range(9)
            )
        )
        return both(head, body) if number % 2 else both(body, head)

    furniture = texts(drawn(*(page(number) for number in (1, 2, 3))), Furniture)  # type: ignore[arg-type]
    assert furniture == ["Bygdens plan 2027", "1", "Bygdens plan 2027", "2", "Bygdens plan 2027", "3"]


def test_turned_pages_and_turned_words() -> None:
    """A page that is stored lying is read as shown; words that stand on edge are beside the text."""
    import io

    import pikepdf

    def draw(canvas: object) -> None:
        canvas.translate(400, 0)  # type: ignore[attr-defined]
        canvas.rotate(90)  # type: ignore[attr-defined]
        text((60, 300, "Först kommer det här."), (60, 200, "Sedan kommer det andra."))(canvas)

    lying = pikepdf.open(io.BytesIO(drawn(draw)))
    lying.pages[0].Rotate = 90
    out = io.BytesIO()
    lying.save(out)
    assert texts(out.getvalue(), Paragraph) == ["Först kommer det här.", "Sedan kommer det andra."]
    upright = both(draw, lambda canvas: None)
    assert [
        each.reason for each in blocks(drawn(both(text((50, 50, "Text.")), upright))) if isinstance(each, Furniture)
    ] == ["turned text"]


@pytest.mark.parametrize(
    "name", ["06-avstavning-ligaturer-pua.nasty", "08-versaler-brutet-ar.nasty", "03-numrerade-rubriker"]
)
def test_a_plan_of_the_shared_cases_is_read(name: str) -> None:
    """Files with a bad text layer give items whose words are whole."""
    path = CASES / "plans" / f"{name}.pdf"
    if not path.exists():
        pytest.skip("the shared cases are not here")
    items = texts(path.read_bytes(), ListItem)
    assert len(items) >= 8
    assert all(not item.endswith("-") and "\ufb01" not in item for item in items)


def test_the_plugin_declares_its_reader() -> None:
    """The host finds the reader by its suffix."""
    host = Host(plugins=False)
    host.register(plugin, "pdf")
    assert host.input_format(".pdf").name == "pdf"
    assert host.findings == ()


def test_no_pdf_is_refused() -> None:
    """An empty file is no PDF."""
    with pytest.raises(UnreadableSource) as caught:
        read_pdf(b"", Source(name="tom.pdf"))
    assert [each.code for each in caught.value.findings] == ["pdf/not-pdf"]


def test_words_from_right_to_left_are_read_so() -> None:
    """Hebrew and Arabic among Swedish words keep the order of their letters."""
    told = "Vi håller kurs i עברית קלה för nya och i العربية för dem som vill lära sig mer."
    data = write_pdf(
        Document(title="Plan", language="sv", blocks=(Paragraph(text=told),)), PdfOptions(), WriteContext()
    )
    assert texts(data, Paragraph) == [told]


def test_a_table_without_upright_rules_keeps_wrapped_cells() -> None:
    """Space between the rows, or level rules, tell which lines make one cell."""
    rows = [["Aktivitet", "Ansvarig", "När"], *([deed, "Styrelsen", "Mars"] for deed in DEEDS)]
    told = [[words(cell) if len(cell) > 20 else cell for cell in row] for row in rows]
    styles: list[Any] = [[], [("LINEBELOW", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]]
    for style in styles:
        made = flowing(words("Plan", "Title"), PlainTable(told, colWidths=[200, 90, 80], style=style), words(ABOUT))
        (table,) = [each for each in blocks(made) if isinstance(each, Table)]
        assert table.rows == tuple(map(tuple, rows))


def test_labels_with_their_values_are_no_table() -> None:
    """Bold labels with values beside them are label lines, however wide the blank between."""

    def draw(canvas: object) -> None:
        for place, (label, value) in enumerate((("När:", "mars"), ("Plats:", "bygdegården"), ("Ansvarig:", "Anna"))):
            text((60, 700 - 14 * place, label), font="Helvetica-Bold")(canvas)
            text((140, 700 - 14 * place, value))(canvas)

    labels = [(each.label, each.texts) for each in blocks(drawn(draw)) if isinstance(each, LabelLine)]
    assert labels == [("När", ("mars",)), ("Plats", ("bygdegården",)), ("Ansvarig", ("Anna",))]


def test_a_table_without_rules_and_with_narrow_blanks() -> None:
    """Cells of one line each, with no more between them than the usual space in a cell, are cells."""
    rows = [
        ["Månad", "Dag", "Vad", "Vem"],
        ["JANUARI", "14", "Styrelsemöte", "Anna"],
        ["", "22", "Skidspår dras", "Bo"],
    ]
    rows += [["MARS", "8", "Årsmöte", "Styrelsen"]]
    data = flowing(words("Årsplan", "Title"), PlainTable(rows, colWidths=[63, 40, 200, 80]), words(ABOUT))
    (table,) = [each for each in blocks(data) if isinstance(each, Table)]
    assert table.rows == tuple(map(tuple, rows))
