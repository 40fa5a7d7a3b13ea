"""Laws and kinds of fault of the layout: which lines make one block, and what stands beside the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan.document import Block, Furniture, Heading, LabelLine, ListItem, Paragraph, Table
from helaplan.formats.text import text_lines
from helaplan.layout import Line, blocks, clean_chars, join


def read(text: str) -> tuple[Block, ...]:
    """The blocks of a text file with these characters."""
    return blocks(text_lines(text))


def texts(text: str, kind: type[Block]) -> list[str]:
    """The texts of the blocks of one kind."""
    return [each.text for each in read(text) if isinstance(each, kind) and hasattr(each, "text")]


@pytest.mark.parametrize(
    "first, second, joined",
    [
        ("verksam-", "het", "verksamhet"),
        ("barn-", "och ungdomsstipendium", "barn- och ungdomsstipendium"),
        ("LEADER-", "området", "LEADER-området"),
        ("MEDLEMS-", "VÅRD", "MEDLEMSVÅRD"),
        ("2023–", "2027 och", "2023–2027 och"),
        ("land-stad-", "perspektivet", "land-stad-perspektivet"),
        ("Nora-", "Lindesberg", "Nora-Lindesberg"),
        ("den 14-", "16 maj", "den 14-16 maj"),
        ("styr\u00ad", "elsen", "styrelsen"),
        ("by -", "och stad", "by - och stad"),
        ("en rad", "till", "en rad till"),
        ("", "ensam", "ensam"),
    ],
)
def test_join(first: str, second: str, joined: str) -> None:
    """A hyphen at a line's end goes where it only cut the word, and stays where the word has it."""
    assert join(first, second) == joined


@pytest.mark.parametrize(
    "raw, clean",
    [
        ("tra\ufb01k", "trafik"),
        ("o\ufb03ciell", "officiell"),
        ("a\u030ar", "år"),
        ("fo\u00adrening", "forening"),
        ("1\u00a0500", "1 500"),
        ("\uf0b7 sak", "• sak"),
        ("m²", "m²"),
        ("a\x00b", "a b"),
        ("e\u2011post", "e-post"),
    ],
)
def test_clean_chars(raw: str, clean: str) -> None:
    """Ligatures, decomposed letters, soft hyphens, odd blanks and symbol bullets become what people meant."""
    assert clean_chars(raw) == clean


@given(st.text(max_size=60))
def test_clean_chars_is_stable(text: str) -> None:
    """What is clean stays as it is."""
    once = clean_chars(text)
    assert clean_chars(once) == once


def test_an_empty_line_after_every_line_divides_nothing() -> None:
    """Double-spaced text: only a line with room for the next word ends a paragraph."""
    lines = [
        "Rubrik",
        "Den här raden är så lång som rader brukar vara i det här",
        "dokumentet och fortsätter här.",
        "Ett nytt stycke börjar efter en rad med plats kvar och det",
        "är också två rader långt.",
    ]
    made = read("\n\n".join(lines))
    assert [type(each) for each in made] == [Heading, Paragraph, Paragraph]


def test_an_item_runs_over_a_page_made_of_empty_lines() -> None:
    """A page break of empty lines in mid-sentence cuts nothing."""
    made = texts("• Skriva till regionen om\n\n\n   \n\n\nvården i glesbygd.\n• Annat.", ListItem)
    assert made == ["Skriva till regionen om vården i glesbygd.", "Annat."]


def test_an_item_runs_over_head_and_foot() -> None:
    """The half after a page's foot is a block of its own that continues the one before."""
    made = read("• Ge råd om\n\nFöreningen – Plan 2024\n2\n\f\n  ekonomi.\n• Annat.\n\nFöreningen – Plan 2024\n3")
    kinds = [(type(each), bool(each.look and each.look.continues)) for each in made]
    assert kinds[:4] == [(ListItem, False), (Furniture, False), (Furniture, False), (ListItem, True)]


def test_contents_list_is_furniture_and_headings_stay() -> None:
    """A list of contents repeats the headings; only the ones in the text are headings."""
    text = (
        "Innehåll\n1. Inledning ........ 2\n2. Mål ....... 3\n\n1. Inledning\nHär börjar det.\n\n2. Mål\nHär är målet."
    )
    assert texts(text, Heading) == ["1. Inledning", "2. Mål"]
    assert len(texts(text, Furniture)) == 3


@pytest.mark.parametrize("line", ["Sida 3 av 8", "Sid 3", "3(7)", "- 3 -", "Föreningens plan      Sida 2 av 4"])
def test_page_numbers_are_furniture(line: str) -> None:
    """A page number in any of its forms is no text, with or without page breaks in the file."""
    made = read(f"Ett stycke som slutar här.\n{line}\nEtt annat stycke som slutar här.")
    assert [type(each) for each in made] == [Paragraph, Furniture, Paragraph]


def test_numbers_make_a_list_or_headings() -> None:
    """`1.` right before `2.` is an item; with text between them it is a heading."""
    assert len(texts("1. Ett\n2. Två\n3. Tre", ListItem)) == 3
    assert texts("1. Ett\nNågot som står under ett.\n2. Två\nNågot under två.", Heading) == ["1. Ett", "2. Två"]


def test_depth_by_indent_and_by_mark() -> None:
    """A list in a list shows by its indent or, at the same place, by a mark that comes between two of the outer."""
    by_indent = read("• Ett\n    – under\n    – under\n• Två")
    by_mark = read("• Ett\n- under\n- under\n• Två")
    for made in (by_indent, by_mark):
        assert [each.depth for each in made] == [1, 2, 2, 1]


def test_a_dash_or_an_o_alone_is_a_word() -> None:
    """A single line that happens to begin with a dash is the middle of a sentence."""
    assert texts("Vi vill leva och utvecklas hos oss\n- i hela länet.", Paragraph) == [
        "Vi vill leva och utvecklas hos oss - i hela länet."
    ]


def test_columns_make_a_table() -> None:
    """Cells that begin at the same places make rows; an empty cell is kept as empty."""
    made = read("14     Möte i lokalen           Ordföranden\n?      Fest\n       Uthyrning                Kassören")
    assert isinstance(made[0], Table)
    assert made[0].rows == (("14", "Möte i lokalen", "Ordföranden"), ("?", "Fest", ""), ("", "Uthyrning", "Kassören"))


def test_two_blanks_after_a_full_stop_make_no_table() -> None:
    """Old typing habits are no columns."""
    made = read("Vi gör något.  Vi gör det bra.\nVi gör mera.  Vi gör det också.")
    assert not any(isinstance(each, Table) for each in made)


def test_lines_to_sign_on_are_furniture() -> None:
    """An empty form field and the words beside it belong to no part of the plan."""
    made = read("Slut på texten.\n\nOrdförande          Sekreterare\n____________        ____________")
    assert [each.reason for each in made if isinstance(each, Furniture)] == ["signature", "empty form field"]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(["", "• a", "  - b", "Rubrik", "text.", "1. x", "\f", "3", "a   b", "c   d"])))
def test_no_block_is_empty(lines: list[str]) -> None:
    """Every block holds something that was printed."""
    for each in read("\n".join(lines)):
        assert getattr(each, "text", "") or getattr(each, "rows", ()) or isinstance(each, ListItem)


def printed(text: str, y_gap: float = 0.0, *, x: float = 72.0, size: float = 11.0, bold: bool = False) -> Line:
    """A line as a PDF has it: points, size and boldness."""
    return Line(text=text, page=1, x=x, right=x + len(text) * size * 0.5, gap=y_gap, size=size, bold=bold)


def test_points_sizes_and_boldness() -> None:
    """Lines of a page: a larger or bold line is a likely heading, a hanging indent belongs to its item."""
    made = blocks(
        [
            printed("Verksamhetsplan", size=20.0),
            printed("Vision", 10.0, bold=True),
            printed("Vi vill att byarna ska leva och att alla som bor i dem ska", 4.0),
            printed("kunna resa, arbeta och mötas. Det gäller hela året om och", 0.1),
            printed("Alla ska vara med.", 0.0),
            printed("Aktiviteter:", 10.0, bold=True),
            printed("• Skriva till regionen om bussarna som går för sällan och", 4.0),
            printed("Kommunen om vägarna.", 0.0, x=80.0),
            printed("• Hålla möte.", 0.0),
        ]
    )
    assert [type(each) for each in made] == [Heading, Heading, Paragraph, Heading, ListItem, ListItem]
    assert made[4] == ListItem(
        text="Skriva till regionen om bussarna som går för sällan och Kommunen om vägarna.", depth=1
    )


@settings(max_examples=100)
@given(
    st.lists(
        st.builds(
            Line,
            text=st.sampled_from(["Rubrik", "• sak", "slut.", "mitt i en", "3", "a) b", "1. Ett", "Sida 1 av 2"]),
            page=st.sampled_from([None, 1, 2]),
            x=st.floats(0, 600),
            right=st.one_of(st.none(), st.floats(0, 600)),
            gap=st.floats(-5, 50),
            size=st.one_of(st.none(), st.floats(1, 40)),
            bold=st.one_of(st.none(), st.booleans()),
            caps=st.one_of(st.none(), st.booleans()),
        )
    )
)
def test_any_geometry_is_read(lines: list[Line]) -> None:
    """Whatever a reader measured, every word comes out in its order."""
    made = blocks(lines)
    words = [word for line in lines for word in line.text.split()]
    out = [
        word
        for each in made
        for word in [*_printed_mark(each), *getattr(each, "text", " ".join(sum(getattr(each, "rows", ()), ()))).split()]
    ]
    assert out == words


def _printed_mark(block: Block) -> list[str]:
    marked = isinstance(block, ListItem) and block.look is not None and not block.look.continues
    return [block.look.marker] if marked and block.look and block.look.marker else []


def test_what_a_reader_knows_is_not_guessed() -> None:
    """Rows of a ruled table make a table with its merged cells; a footnote is beside the text."""
    given = [
        Line(text="Styrelsen möts ofta.", gap=0.0),
        Line(text="Månad Vad", cells=("Månad", "Vad"), header=True),
        Line(text="Mars 1. Möte", cells=("Mars", "1. Möte")),
        Line(text="Fest", cells=("Mars", "Fest"), merged=frozenset({0})),
        Line(text="1 Om det går.", beside="footnote"),
    ]
    paragraph, table, note = blocks(given)
    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Table)
    assert table.rows == (("Månad", "Vad"), ("Mars", "1. Möte"), ("Mars", "Fest"))
    assert (table.header, table.merged) == (1, frozenset({(2, 0)}))
    assert isinstance(note, Furniture)
    assert note.reason == "footnote"


def test_the_edge_of_a_column_tells_whether_a_line_was_broken() -> None:
    """In a narrow column a line that ends at the column's edge goes on; one that ends long before it doesn't."""
    wide = Line(text="x" * 80 + ".", x=0, right=81)
    full = Line(text="Vi möts i stugan vid sjön där", x=0, right=29, edge=30)
    assert len(blocks([wide, full, Line(text="Lena bor.", x=0, right=9, edge=30)])) == 2
    short = Line(text="Vi möts ofta", x=0, right=12, edge=30)
    assert len(blocks([wide, short, Line(text="Lena bor.", x=0, right=9, edge=30)])) == 3


@pytest.mark.parametrize(
    "first, second, one",
    [
        ("MÅL 3. FRISKVÅRD", "OCH GEMENSKAP", True),
        ("MEDLEMMAR OCH", "STYRELSE", True),
        ("VISION", "MÅLGRUPP", False),
        ("VISION:", "OCH MÅL", False),
    ],
)
def test_a_heading_may_run_over_two_lines(first: str, second: str, one: bool) -> None:
    """Two strong lines are one heading where the words bind them, two where nothing does."""
    lines = [Line(text=text, bold=True, x=0.0, right=float(len(text))) for text in (first, second)]
    made = blocks([*lines, Line(text="Vi vill ha det bra här i byn varje dag.", x=0.0, right=60.0)])
    assert len(made) == (2 if one else 3)


def test_an_item_that_lost_its_mark_is_an_item() -> None:
    """A mark without a letter leaves words that stand further in than marks do and less than items are continued."""
    given = [
        Line(text="• Skriva två yttranden om", x=70, right=220),
        Line(text="planerna.", x=88, right=150),
        Line(text="Trycka foldrar om", x=82, right=220),
        Line(text="föreningen.", x=88, right=150),
    ]
    made = blocks(given)
    assert [type(each) for each in made] == [ListItem, ListItem]
    assert isinstance(made[1], ListItem)
    assert made[1].text == "Trycka foldrar om föreningen."


def test_a_label_that_is_set_off_makes_a_label_line() -> None:
    """Label lines end what stands before them, hang in the item they stand under, and may run over a line."""
    given = [
        Line(text="• Ordna fest", x=10, right=22, size=11.0),
        Line(text="När: mars; april", label="När:", x=12, right=28, size=9.0),
        Line(text="Med: Bygderådet i den östra", label="Med:", x=12, right=40, size=9.0),
        Line(text="delen av länet", x=14, right=28, size=9.0),
        Line(text="Ansvarig: ingen", label="Ansvarig:", x=2, right=17, size=9.0),
    ]
    made = blocks(given)
    assert made[1:] == (
        LabelLine(label="När", texts=("mars", "april"), depth=1),
        LabelLine(label="Med", texts=("Bygderådet i den östra delen av länet",), depth=1),
        LabelLine(label="Ansvarig", texts=("ingen",)),
    )
