"""Tables and lists of HTML as Word, Google's documents, LibreOffice and mail programs paste them."""

from __future__ import annotations

from typing import Any

import pytest

from helaplan.document import Block, Document, Furniture, Heading, ListItem, Paragraph, Table
from helaplan.formats.html import read_html
from helaplan.plugins.declarations import Source
from helaplan.recognise import recognise


def read(body: str) -> Document:
    """The document in a page."""
    return read_html(f"<html><body>{body}</body></html>".encode(), Source(name="plan.html")).document


def tables(document: Document) -> list[Table]:
    """The tables of a document."""
    return [each for each in document.blocks if isinstance(each, Table)]


def normal(words: str, *, bold: bool = False) -> str:
    """A cell as Word writes it: a paragraph of its own, with an empty element at the end."""
    inner = f"<b>{words}</b>" if bold else words
    return f"<td width=120 valign=top><p class=MsoNormal>{inner}<o:p></o:p></p></td>"


def row(*cells: str, bold: bool = False) -> str:
    """A row of such cells."""
    return f"<tr>{''.join(normal(each, bold=bold) for each in cells)}</tr>"


HEAD = ("Aktivitet", "Ansvarig")


@pytest.mark.parametrize("bold", [True, False])
def test_a_first_row_of_heads_is_known_by_look_or_words(bold: bool) -> None:
    """Word's rows of heads are cells like any other; they are bold, or words that head columns."""
    head = ("Insats", "Person", "Dato") if bold else HEAD
    rest = ("Städdag", "Styrelsen", "maj")[: len(head)]
    (made,) = tables(read(f"<table>{row(*head, bold=bold)}{row(*rest)}</table>"))
    assert (made.header, made.rows[0]) == (1, head)


def test_a_bold_table_has_no_heads() -> None:
    """Where every row is bold, the first names nothing; nor does a row of plain values."""
    cells = ("Städdag", "Styrelsen")
    assert [each.header for each in tables(read(f"<table>{row(*cells, bold=True) * 2}</table>"))] == [0]
    assert [each.header for each in tables(read(f"<table>{row(*cells) * 2}</table>"))] == [0]


def test_months_reach_over_their_rows() -> None:
    """A month of several rows is told once, and each of its rows belongs to it, whatever falls beside it."""
    page = (
        f"<table>{row('Månad', 'Dag', 'Vad händer', 'Ansvarig', bold=True)}"
        f"<tr><td rowspan=3>Januari</td><td>Tors 15</td><td>Bingo</td><td rowspan=2>Styrelsen</td></tr>"
        "<tr><td>Tis 27</td><td>Styrelsemöte</td></tr><tr><td>?</td><td>Utflykt</td><td>Eva Ek</td></tr>"
        "<tr><td>Februari</td><td>3</td><td>Årsmöte</td><td></td></tr></table>"
    )
    document = read("<p class=MsoTitle>Årsprogram 2026</p>" + page)
    (made,) = tables(document)
    assert made.rows[1:] == (
        ("Januari", "Tors 15", "Bingo", "Styrelsen"),
        ("Januari", "Tis 27", "Styrelsemöte", "Styrelsen"),
        ("Januari", "?", "Utflykt", "Eva Ek"),
        ("Februari", "3", "Årsmöte", ""),
    )
    assert made.merged == frozenset({(2, 0), (3, 0), (2, 3)})
    plan = recognise(document).plan
    assert [(area.name, [each.text for each in area.activities]) for area in plan.areas] == [
        ("Januari", ["Bingo", "Styrelsemöte", "Utflykt"]),
        ("Februari", ["Årsmöte"]),
    ]


def test_a_row_of_one_cell_is_a_heading_between_rows() -> None:
    """Such rows part the table; the heads of its columns hold for each part, and are told once."""
    wide = "<tr><td colspan=2><p class=MsoNormal><b>{}</b></p></td></tr>"
    page = (
        f"<table>{row(*HEAD, bold=True)}{wide.format('Ungdom')}{row('Läger', 'Eva')}"
        f"{wide.format('Bygdegården')}{row('Städdag', 'Nils')}</table>"
    )
    said = [
        each.text if isinstance(each, Heading) else (each.rows, each.header)
        for each in read(page).blocks
        if isinstance(each, Heading | Table)
    ]
    assert said == [
        "Ungdom",
        ((HEAD, ("Läger", "Eva")), 1),
        "Bygdegården",
        ((HEAD, ("Städdag", "Nils")), 1),
    ]


def test_a_heading_may_stand_in_the_first_row() -> None:
    """One cell over the columns, then their heads: it is the heading of the table."""
    page = f"<table><tr><td colspan=2>Vinterns arbete</td></tr>{row(*HEAD)}{row('Läger', 'Eva')}</table>"
    first, second = read(page).blocks
    assert isinstance(first, Heading)
    assert isinstance(second, Table)
    assert (first.text, second.rows, second.header) == ("Vinterns arbete", (HEAD, ("Läger", "Eva")), 1)


LISTS = [
    "<ul><li>Läger</li><li>Utflykt</li></ul>",
    "<ul><li><p>Läger</p></li><li><p>Utflykt</p></li></ul>",
    "<p>• Läger</p><p>• Utflykt</p>",
    "- Läger<br>- Utflykt",
    "<div>1. Läger</div><div>2. Utflykt</div>",
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>Läger</p>"
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>Utflykt</p>",
]


@pytest.mark.parametrize("cell", LISTS)
def test_a_list_in_a_cell_gives_a_row_for_each_item(cell: str) -> None:
    """Each item is something of its own; what stands beside the list is said of all of them."""
    page = f"<table>{row(*HEAD, bold=True)}<tr><td>{cell}</td><td>Eva</td></tr>{row('Fest', 'Nils')}</table>"
    (made,) = tables(read(page))
    assert made.rows == (HEAD, ("Läger", "Eva"), ("Utflykt", "Eva"), ("Fest", "Nils"))
    assert made.merged == frozenset({(2, 1)})


@pytest.mark.parametrize(
    "cell, words",
    [
        ("<p>Läger</p><p>för unga</p>", "Läger för unga"),
        ("Läger<br>för unga", "Läger för unga"),
        ("<div>Läger</div><div>för unga</div>", "Läger för unga"),
        ("Läger med:<ul><li>bad</li><li>lek</li></ul>", "Läger med: bad lek"),
        ("&nbsp;Läger&nbsp;", "Läger"),
        ("<p>- Läger</p><p>för unga</p>", "- Läger för unga"),
    ],
)
def test_lines_of_a_cell_are_words_of_one_text(cell: str, words: str) -> None:
    """Paragraphs and breaks in a cell part words and no more, unless every one of them is an item."""
    (made,) = tables(read(f"<table>{row(*HEAD, bold=True)}<tr><td>{cell}</td><td>Eva</td></tr></table>"))
    assert made.rows[1] == (words, "Eva")


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><p>Ekbyns byalag</p></td><td><p>2026-01-15</p></td></tr></table>",
        "<table><tr><td><p>Ekbyns byalag</p></td></tr><tr><td>2026-01-15</td></tr></table>",
        "<table><tr><td><h2>Mål</h2><p>Mer fest</p></td><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
        "<table><tr><td><ul><li>a</li><li>b</li></ul></td><td><ul><li>c</li></ul></td></tr></table>",
        "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>",
    ],
)
def test_tables_that_only_place_text_are_none(page: str) -> None:
    """A letterhead, one column, chapters beside each other, a table in a table: the words stand without the frame."""
    assert tables(read(page)) == []


def test_the_head_of_a_letter_is_no_table() -> None:
    """A few short cells above the title are who wrote it and when; below it, or without one, a table is a table."""
    letter = f"<table>{row('Ekbyns byalag', '2026-01-15')}{row('Plan', 'Sida 1 (2)')}</table>"
    for title in ("<h1>Plan 2026</h1>", "<p class=MsoTitle>Plan 2026</p>"):
        assert tables(read(letter + title + "<p>Vi ordnar fest.</p>")) == []
        assert len(tables(read(title + letter))) == 1
    assert len(tables(read(letter + "<p>Vi ordnar fest.</p>"))) == 1
    heads = f"<table>{row('Aktivitet', 'Ansvarig')}{row('Fest', 'Eva')}</table>"
    assert len(tables(read(heads + "<h1>Plan 2026</h1>"))) == 1


def items(blocks: tuple[Block, ...]) -> list[Any]:
    """The items with their depth and number."""
    return [(each.depth, each.number, each.text) for each in blocks if isinstance(each, ListItem)]


def test_filtered_pages_of_word_have_their_lists() -> None:
    """Saved "filtered", an item is a paragraph with its mark as text, told by its class or its hanging first line."""
    page = (
        "<p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;text-indent:-18.0pt'>"
        "<span style='font-family:Symbol'>·<span style='font:7.0pt \"Times\"'>&nbsp;&nbsp; </span></span>Läger</p>"
        "<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt'>"
        "<span>o<span>&nbsp; </span></span>Boka</p>"
        "<p class=MsoNormal style='margin-left:.5in;text-indent:-.25in'>1.<span>&nbsp;&nbsp; </span>Fest</p>"
    )
    assert items(read(page).blocks) == [(1, "", "Läger"), (2, "", "Boka"), (1, "1.", "Fest")]


def test_a_hanging_line_without_a_mark_is_no_item() -> None:
    """Only a mark makes an item of it."""
    page = "<p style='text-indent:-18pt'>Styrelsen har sitt säte i Ekby.</p>"
    assert items(read(page).blocks) == []


def test_lists_of_google_documents_keep_their_levels() -> None:
    """There the lists of all levels follow one another, and say their level in a class or on the item."""
    page = (
        "<ul class='lst-kix_abc-0 start'><li>Läger</li></ul><ul class='lst-kix_abc-1 start'><li>Boka</li></ul>"
        "<ul><li aria-level=1>Fest</li><li aria-level=2>Mat</li></ul>"
    )
    assert items(read(page).blocks) == [(1, "", "Läger"), (2, "", "Boka"), (1, "", "Fest"), (2, "", "Mat")]


def test_heads_and_feet_of_libreoffice_are_no_text() -> None:
    """It writes what stands at the edges of each page once, in an element with that title; other titles say nothing."""
    page = "<div title=header>Ekbyns byalag</div><div title=Mål><p>Vi ordnar fest.</p></div><div title=footer>3</div>"
    blocks = read(page).blocks
    assert [each.reason for each in blocks if isinstance(each, Furniture)] == ["page head", "page foot"]
    assert [each.text for each in blocks if isinstance(each, Paragraph)] == ["Vi ordnar fest."]


def test_a_class_may_be_bold() -> None:
    """Google's documents say in a style sheet what is bold; what is said to be normal within it is not."""
    sheet = "<style>.c1{color:#000;font-weight:700}.c2{font-weight:400}</style>"
    page = (
        f"{sheet}<p><span class=c1>Ungdom</span></p><p><span class=c2>Vi ordnar läger.</span></p>"
        "<b style='font-weight:normal'><p>Det är inget att ropa om</p></b>"
    )
    assert [each.text for each in read(page).blocks if isinstance(each, Heading)] == ["Ungdom"]


@pytest.mark.parametrize("piece", ["<style>", "<style>{", "<style>a", "<table><tr><td rowspan=9999>a", "<td><ul><li>a"])
def test_pieces_that_come_back_without_end_are_read(piece: str) -> None:
    """Sheets and tables that nobody closed, many thousand times, give a document all the same."""
    assert read(f"<p>Fest</p>{piece * 20_000}").blocks
