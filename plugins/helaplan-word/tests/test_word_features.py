"""Each feature of Word that a plan may be made with, in a file of its own."""

from __future__ import annotations

import pytest
from helaplan_word.reader import read_word
from word_files import STRICT, STYLES, W, blocks, document, field, furniture, item, p, part, r, reading, word_file

from helaplan import Confidence, Heading, ListItem, Paragraph, Source, Table

DELETED = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
BOX = "<w:txbxContent>" + p("Antagen av stämman") + "</w:txbxContent>"


def texts(body: str) -> list[str]:
    """The words of each block."""
    return [getattr(each, "text", "") for each in blocks(body)]


@pytest.mark.parametrize(
    "style, level", [("Rubrik1", 1), ("Egen", 2), ("Heading3", 3), ("Rubrik4", 4), ("berschrift1", None)]
)
def test_heading_by_style(style: str, level: int | None) -> None:
    """A heading is known by the built-in name, the style it builds on, or an id that another program wrote."""
    first = blocks(p("Samverkan med grannarna", style) + p("Vi ses varje månad och talar om vägarna.", ""))[0]
    assert getattr(first, "level", None) == level


def test_heading_by_outline_level() -> None:
    """An outline level makes a heading of any paragraph, and level 9 makes text of a heading's style."""
    assert blocks(p("Möten", "", '<w:outlineLvl w:val="1"/>')) == [Heading(text="Möten", level=2)]
    assert not isinstance(blocks(p("Vi möts ofta.", "Rubrik1", '<w:outlineLvl w:val="9"/>'))[0], Heading)


def test_style_that_builds_on_itself() -> None:
    """A circle of styles ends."""
    assert texts(p("Vi ska mötas på bygdegården.", "Runt")) == ["Vi ska mötas på bygdegården."]


def test_guessed_headings_have_no_level() -> None:
    """Bold, capitals and size make a heading that is likely; its level is for others to say."""
    body = (
        p(r("Våra möten", "<w:b/>"))
        + p("Vi träffas en gång i månaden och dricker kaffe tillsammans med grannarna.")
        + p("EKONOMI")
        + p(r("Kurser", '<w:sz w:val="40"/>'))
        + p("Vi bjuder in alla i byn till kurser i matlagning, språk och slöjd under hela året.")
    )
    made = [each for each in blocks(body) if isinstance(each, Heading)]
    assert [(each.text, each.level, each.confidence) for each in made] == [
        (text, None, Confidence.LIKELY) for text in ("Våra möten", "EKONOMI", "Kurser")
    ]


def test_capitals_by_format_keep_their_letters() -> None:
    """What is only shown in capitals is read as it was written, and its look says so."""
    (made,) = blocks(p(r("Våra mål", "<w:caps/>")))
    assert isinstance(made, Heading)
    assert made.text == "Våra mål"
    assert made.look is not None
    assert made.look.caps


def test_title_is_the_document_s() -> None:
    """The paragraph with the title's style names the document, wherever Word is from."""
    assert document(p("Verksamhetsplan 2031", "Rubrik") + p("Text om året.")).title == "Verksamhetsplan 2031"


def test_tracked_changes_count_as_accepted() -> None:
    """Inserted words are there, deleted ones are not, nor is a deletion within an insertion; one finding says so."""
    body = p(
        r("Vi ska ")
        + DELETED.format("inte ")
        + f"<w:ins>{r('ordna ')}{DELETED.format('tre ')}</w:ins>"
        + "<w:moveFrom>" + r("aldrig ") + "</w:moveFrom>"
        + r("en fest.")
    )  # fmt: skip
    made = reading(body)
    assert [getattr(each, "text", "") for each in made.document.blocks] == ["Vi ska ordna en fest."]
    assert [each.code for each in made.findings] == ["open-changes"]


def test_deleted_paragraph_sign_joins() -> None:
    """Where the end of a paragraph was deleted, its words go on in the next; a row that was deleted is gone."""
    mark = "<w:rPr><w:del/></w:rPr>"
    assert texts(p("Vi ordnar ", "", mark) + p("en marknad i juni.")) == ["Vi ordnar en marknad i juni."]
    row = "<w:tr>{}<w:tc>" + p("Rad {}") + "</w:tc><w:tc>" + p("Två") + "</w:tc></w:tr>"
    rows = row.format("", 1) + row.format("<w:trPr><w:del/></w:trPr>", 2) + row.format("", 3)
    (made,) = blocks(f"<w:tbl>{rows}</w:tbl>")
    assert isinstance(made, Table)
    assert [each[0] for each in made.rows] == ["Rad 1", "Rad 3"]


def test_text_box_once_after_its_paragraph() -> None:
    """A text box is saved twice, for new programs and old ones, and read once."""
    choice = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
    both = f"<w:p><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>{r('Plan för året.')}</w:p>"
    assert texts(both) == ["Plan för året.", "Antagen av stämman"]
    assert texts(f"<w:p><w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r></w:p>") == ["Antagen av stämman"]


def test_wrappers_are_looked_into() -> None:
    """Content controls, links, smart tags and simple fields give their words; a prompt that is still there does not."""
    body = (
        f"<w:sdt><w:sdtContent>{p('I en kontroll.')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Klicka här')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink>{r('En länk')}</w:hyperlink><w:smartTag>{r(' och en tagg')}</w:smartTag>"
        f"<w:fldSimple w:instr='REF x'>{r(' och ett fält')}</w:fldSimple></w:p>"
    )
    assert texts(body) == ["I en kontroll.", "En länk och en tagg och ett fält"]


def test_fields_give_their_result() -> None:
    """A field is read by what it shows; its instruction, nested ones too, is no text."""
    nested = field("IF " + field("PAGE", r("1")) + " = 2", r("Vi ses"))
    assert texts("<w:p>" + nested + r(" i maj.") + "</w:p>") == ["Vi ses i maj."]


def test_day_that_prints_itself_is_no_text() -> None:
    """A DATE field is no date of the plan, nor are the few words beside it."""
    body = f"<w:p>{r('Utskrivet ')}{field('DATE', r('2021-12-06'))}</w:p>" + p("Vi ses i maj.")
    assert texts(body) == ["Vi ses i maj."]
    assert furniture(body) == [("changing field", "Utskrivet 2021-12-06")]


def test_contents_list_is_furniture() -> None:
    """The list of headings is none of the headings, by field, style or gallery."""
    by_field = "<w:p>" + field("TOC \\o", r("Möten 3")) + "</w:p>"
    gallery = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
    by_control = f"<w:sdt>{gallery}<w:sdtContent>{p('Kurser 4')}</w:sdtContent></w:sdt>"
    body = by_field + p("Ekonomi 5", "Innehll1") + by_control + p("Möten", "Rubrik1")
    assert texts(body) == ["Möten"]
    assert furniture(body) == [("contents list", each) for each in ("Möten 3", "Ekonomi 5", "Kurser 4")]


def test_footnotes_stand_beside() -> None:
    """The words of a footnote belong to no item, and its mark to no text."""
    notes = part(
        "footnotes",
        f"<w:footnote w:type='separator' w:id='0'>{p('---')}</w:footnote>"
        f"<w:footnote w:id='2'>{p('Se bilagan.')}</w:footnote>",
    )
    body = "<w:p>" + r("Fem möten") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + r(" i år.") + "</w:p>"
    made = reading(body, parts={"word/footnotes.xml": notes})
    assert [each.text for each in made.document.blocks] == ["Fem möten i år.", "Se bilagan."]  # type: ignore[attr-defined]
    assert [(each.code, dict(each.args)) for each in made.findings] == [("word/footnotes", {"count": 1})]


def test_hidden_text_and_comments_are_left_out() -> None:
    """Hidden by itself or by its style; a comment counts once. Each is told of."""
    body = (
        "<w:p>" + r("Syns.") + r("Dolt.", "<w:vanish/>") + r("Också.", '<w:rStyle w:val="Dold"/>')
        + "<w:r><w:commentReference w:id='1'/></w:r></w:p>"
    )  # fmt: skip
    made = reading(body)
    assert [each.text for each in made.document.blocks] == ["Syns."]  # type: ignore[attr-defined]
    assert {each.code: each.args["count"] for each in made.findings} == {"word/comments": 1, "word/hidden-text": 2}


def test_heads_and_feet_stand_at_the_edges() -> None:
    """What every page carries is no text of the plan."""
    head = part("hdr", p(r("Byalaget, sida ") + field("PAGE", r("1"))))
    reference = '<w:sectPr><w:headerReference w:type="default" r:id="r-header"/></w:sectPr>'
    made = furniture(p("Vi möts.") + reference, parts={"word/header1.xml": head})
    assert made == [("page head", "Byalaget, sida 1")]


def test_numbers_of_one_list_from_several_places() -> None:
    """Paragraphs whose number comes from different instances of one list count on; an override begins anew."""
    body = item("ett", 2) + item("två", 3) + item("tre", 2) + item("fyra", 5)
    made = blocks(body)
    assert [(each.text, each.number) for each in made if isinstance(each, ListItem)] == [
        ("ett", "a)"),
        ("två", "b)"),
        ("tre", "c)"),
        ("fyra", "a)"),
    ]


def test_levels_of_a_list() -> None:
    """A deeper level counts from its start below each outer one, and bullets are none of the words."""
    body = item("A", 4) + item("B", 4, 1) + item("C", 4, 1) + item("D", 4) + item("E", 4, 1) + item("F", 1)
    made = [(each.text, each.number, each.depth) for each in blocks(body) if isinstance(each, ListItem)]
    assert [each[1:] for each in made[:5]] == [("1.", 1), ("1.1", 2), ("1.2", 2), ("2.", 1), ("2.1", 2)]
    assert made[5][:2] == ("F", "")


def test_numbering_by_style() -> None:
    """The bullet may come from the style two steps up, and be switched off by the paragraph."""
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    made = blocks(p("Städa hamnen.", "Punkt") + p("Allt detta gör vi tillsammans.", "Punkt", off))
    assert [type(each) for each in made] == [ListItem, Paragraph]


@pytest.mark.parametrize("typed", ["•\tStäda", "\uf0b7 Städa", "o\tStäda", "–\tStäda", "☐ Städa"])
def test_typed_bullets(typed: str) -> None:
    """A bullet that somebody typed makes an item as well."""
    words = "".join(f"<w:r>{'<w:tab/>' if each == chr(9) else f'<w:t>{each}</w:t>'}</w:r>" for each in typed)
    assert blocks(p("Vi ska:") + f"<w:p>{words}</w:p>")[1] == ListItem(text="Städa")


def test_symbol_as_bullet() -> None:
    """A sign of a symbol font before the words is their bullet."""
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>'
    assert blocks(f"<w:p>{sign}{r(' Plantera träd')}</w:p>") == [ListItem(text="Plantera träd")]


def test_dash_needs_company() -> None:
    """One line that begins with a dash is a line; two are a list."""
    assert isinstance(blocks(p("- så sade han och gick hem."))[0], Paragraph)
    assert [type(each) for each in blocks(p("- kratta gångarna") + p("- måla staketet"))] == [ListItem, ListItem]


def test_list_within_one_paragraph() -> None:
    """Line breaks and tabs make a list with a level below of a single paragraph."""
    lines = ["under året ska vi:", "•\tbygga", "\t-\tett hus", "\t-\ten båt", "•\tresa"]
    runs = "<w:r><w:br/></w:r>".join(
        "<w:r>" + "<w:tab/>".join(f"<w:t>{each}</w:t>" if each else "" for each in line.split("\t")) + "</w:r>"
        for line in lines
    )
    assert blocks(f"<w:p>{runs}</w:p>") == [
        Paragraph(text="under året ska vi:"),
        ListItem(text="bygga"),
        ListItem(text="ett hus", depth=2),
        ListItem(text="en båt", depth=2),
        ListItem(text="resa"),
    ]


def test_line_break_in_a_sentence_is_a_blank() -> None:
    """A break in mid-sentence parts words, a page break does too, and neither makes a new paragraph."""
    body = "<w:p>" + r("Vi ska") + "<w:r><w:br/></w:r>" + r("bygga") + "<w:r><w:br w:type='page'/></w:r>" + r("om.")
    assert texts(body + "</w:p>") == ["Vi ska bygga om."]


def test_hyphens_and_blanks_arrive_as_they_are() -> None:
    """Soft hyphens, hyphens that don't break and signs by number keep their meaning until words are cleaned."""
    body = "<w:p><w:r><w:t>verksam</w:t><w:softHyphen/><w:t>het barn</w:t><w:noBreakHyphen/><w:t> och</w:t></w:r></w:p>"
    assert texts(body) == ["verksam\u00adhet barn\u2011 och"]


def test_merged_cells() -> None:
    """A merged cell repeats its words and says where it goes on."""
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    opens, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = "".join(
        f"<w:tr>{head}{cell.format(first, p(one))}{cell.format('', p(two))}</w:tr>"
        for head, first, one, two in [
            ("<w:trPr><w:tblHeader/></w:trPr>", "", "Månad", "Vad"),
            ("", opens, "Maj", "Städdag"),
            ("", goes_on, "", "Loppis"),
        ]
    )
    (made,) = blocks(f"<w:tbl>{rows}</w:tbl>")
    assert made == Table(
        rows=(("Månad", "Vad"), ("Maj", "Städdag"), ("Maj", "Loppis")), header=1, merged=frozenset({(2, 0)})
    )


def test_list_in_a_cell_is_rows() -> None:
    """Items within one cell are rows of their own; the cell beside them goes on through all."""
    cells = f"<w:tc>{p('Kultur')}</w:tc><w:tc>{item('Sommarkonsert')}{item('Filmkväll')}</w:tc>"
    head = f"<w:tc>{p('Område')}</w:tc><w:tc>{p('Aktivitet')}</w:tc>"
    (made,) = blocks(f"<w:tbl><w:tr>{head}</w:tr><w:tr>{cells}</w:tr></w:tbl>")
    assert isinstance(made, Table)
    assert made.rows[1:] == (("Kultur", "Sommarkonsert"), ("Kultur", "Filmkväll"))
    assert made.merged == {(2, 0)}


def test_row_over_all_columns_is_a_heading() -> None:
    """A row that is one wide cell parts the table, and the heads of the columns hold for both halves."""
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    wide = cell.format('<w:gridSpan w:val="2"/>', p("Hösten"))
    rows = [("Vad", "Vem"), ("Bak", "Ada"), None, ("Sy", "Bo")]
    inside = "".join(
        f"<w:tr>{wide}</w:tr>" if each is None else
        f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if each[0] == 'Vad' else ''}"
        + "".join(cell.format("", p(text)) for text in each) + "</w:tr>"
        for each in rows
    )  # fmt: skip
    first, heading, second = blocks(f"<w:tbl>{inside}</w:tbl>")
    assert heading == Heading(text="Hösten")
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert (second.rows, second.header) == ((("Vad", "Vem"), ("Sy", "Bo")), 1)


def table(*rows: tuple[str, ...]) -> str:
    """A table of plain cells; a row of one cell goes over all columns."""
    width = max(map(len, rows))
    made = ""
    for row in rows:
        wide = f'<w:tcPr><w:gridSpan w:val="{width}"/></w:tcPr>' if len(row) == 1 else ""
        made += f"<w:tr>{''.join(f'<w:tc>{wide}{p(cell)}</w:tc>' for cell in row)}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def test_headings_between_rows_keep_the_heads() -> None:
    """The row right above the first heading holds the heads of each part, though nothing marks it; told once."""
    made = blocks(table(("Dag", "Aktivitet"), ("Januari",), ("3", "Fest"), ("Februari",), ("5", "Bio")))
    said = [each.text if isinstance(each, Heading) else (each.rows, each.header, each.merged) for each in made]  # type: ignore[attr-defined]
    head = ("Dag", "Aktivitet")
    assert said == [
        "Januari", ((head, ("3", "Fest")), 1, frozenset()),
        "Februari", ((head, ("5", "Bio")), 1, frozenset({(0, 0), (0, 1)})),
    ]  # fmt: skip


def test_a_table_may_have_its_heading_in_its_first_row() -> None:
    """One cell over all columns above the heads is a heading, and no activity."""
    heading, made = blocks(table(("Vinterns arbete",), ("Vad", "Vem"), ("Fest", "Eva")))
    assert heading == Heading(text="Vinterns arbete")
    assert isinstance(made, Table)
    assert made.rows == (("Vad", "Vem"), ("Fest", "Eva"))


def test_the_head_of_a_letter_is_no_table() -> None:
    """A few short cells above the title are who wrote it and when; below the title, a table is a table."""
    letter, title = table(("Ekbyns byalag", "2026-01-15"), ("Plan", "Sida 1 (2)")), p("Verksamhetsplan", "Rubrik1")
    assert not any(isinstance(each, Table) for each in blocks(letter + title + p("Vi ordnar fest.")))
    assert any(isinstance(each, Table) for each in blocks(title + letter + p("Vi ordnar fest.")))


def test_frame_of_one_column_is_no_table() -> None:
    """A table that only draws a box around text gives its paragraphs."""
    assert texts(f"<w:tbl><w:tr><w:tc>{p('Möten', 'Rubrik1')}{p('Vi möts.')}</w:tc></w:tr></w:tbl>") == [
        "Möten",
        "Vi möts.",
    ]


def test_rows_set_with_tabs() -> None:
    """Lines with cells set apart by tabs are a table; one alone is a line, and so is a label with its value."""

    def line(*cells: str) -> str:
        return "<w:p>" + "<w:r><w:tab/></w:r>".join(map(r, cells)) + "</w:p>"

    assert blocks(line("Ved", "Grannarna") + line("Fika", "Ulla")) == [
        Table(rows=(("Ved", "Grannarna"), ("Fika", "Ulla")), header=0)
    ]
    assert [type(each) for each in blocks(line("När:", "i maj") + line("Var:", "i hamnen"))] == [Paragraph, Paragraph]


def test_lines_to_sign_on() -> None:
    """Lines of underscores and the roles below them are no text."""
    tab = "<w:r><w:tab/></w:r>"
    body = p("Vi möts ofta.") + f"<w:p>{r('____')}{tab}{r('____')}</w:p><w:p>{r('Ordförande')}{tab}{r('Kassör')}</w:p>"
    assert texts(body) == ["Vi möts ofta."]


def test_strict_file_is_read_alike() -> None:
    """The strict variant of the format has other namespaces and the same words."""
    body = p("Möten", "Rubrik1") + item("Årsmöte")
    usual = word_file(body)
    strict = word_file(
        body,
        parts={
            "word/document.xml": part("document", f"<w:body>{body}</w:body>").replace(W, STRICT),
            "word/styles.xml": part("styles", STYLES).replace(W, STRICT),
        },
    )
    assert read_word(usual, Source()).document == read_word(strict, Source()).document


def test_language_by_the_words() -> None:
    """What the file says of its language is its program's; the words decide."""
    assert document(p("The board will meet with all of the members in May.")).language == "en"
    assert document(p("Styrelsen ska träffa alla medlemmar i maj.")).language == "sv"


def test_words_in_drawings_are_told_of() -> None:
    """SmartArt keeps its words elsewhere; that they were not read is told, a photo needs no word."""
    drawing = (
        '<w:r><w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{}"/></w:drawing></w:r>'
    )
    made = reading(p("Vi möts.") + f"<w:p>{drawing.format('diagram')}{drawing.format('picture')}</w:p>")
    assert [(each.code, dict(each.args)) for each in made.findings] == [("word/drawings", {"count": 1})]
