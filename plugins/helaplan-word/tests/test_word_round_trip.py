"""What is written comes back: documents whole, plans with their ids and every value, edits made in Word as edits."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from attrs import evolve
from helaplan_word import plugin
from helaplan_word.reader import read_word
from helaplan_word.writer import write_word
from hypothesis import HealthCheck, given, settings

from helaplan import (
    Block,
    Chip,
    Document,
    Figure,
    Furniture,
    Heading,
    Host,
    LabelLine,
    ListItem,
    Paragraph,
    Plan,
    Source,
    Table,
    WriteContext,
    export,
    import_document,
)
from helaplan.testing import full_plan, plans
from helaplan.testing.documents import documents

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (40).to_bytes(4, "big") + (20).to_bytes(4, "big") + b"\x08\x06\0\0\0"


def made_host() -> Host:
    """A host with this plugin alone."""
    made = Host(plugins=False)
    made.register(plugin, "word")
    return made


def back(document: Document) -> Document:
    """The document after a way through Word, page heads and feet left out."""
    made = read_word(write_word(document, WriteContext()), Source(name="p.docx")).document
    return evolve(made, blocks=[each for each in made.blocks if not isinstance(each, Furniture)])


def one_owner(document: Document) -> bool:
    """Whether every id stands once, and there is a word to read."""
    ids = [each for each in (document.id, *(block.id for block in document.blocks)) if each]
    return len(set(ids)) == len(ids)


@settings(max_examples=100, suppress_health_check=SLOW, deadline=None)
@given(documents().filter(one_owner))
def test_document_comes_back(document: Document) -> None:
    """Law: blocks with their ids, roles and depths, title, subtitle and language come back from Word."""
    assert back(document) == document


@settings(max_examples=40, suppress_health_check=SLOW, deadline=None)
@given(plans())
def test_plan_comes_back(plan: Plan) -> None:
    """Law: a plan comes back with its ids and every printed value; questions and plugins' data are not printed."""
    host = made_host()
    data = export(plan, ".docx", host=host)
    made = import_document(data, name="p.docx", host=host).plan
    printed = evolve(plan, questions=(), extensions={})
    again = import_document(export(printed, ".md", host=host), name="p.md", host=host).plan
    assert made == again
    assert {each.id for area in made.areas for each in area.activities} >= {
        each.id for area in plan.areas for each in area.activities if each.id
    }


def test_full_plan_is_the_same() -> None:
    """A plan with something in most fields is the same plan after the way through Word."""
    host = made_host()
    plan = full_plan()
    assert import_document(export(plan, "word", host=host), name="p.docx", host=host).plan == plan


def edited(data: bytes, change: dict[str, str]) -> bytes:
    """The file with words replaced, as somebody with Word would."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            text = source.read(name)
            if name == "word/document.xml":
                for old, new in change.items():
                    assert old.encode() in text
                    text = text.replace(old.encode(), new.encode())
            made.writestr(name, text)
    return target.getvalue()


def test_edit_in_word_counts() -> None:
    """Words and values changed in the file are changed in the plan, at the item with the same id."""
    host = made_host()
    data = export(full_plan(), ".docx", host=host)
    first = full_plan().areas[0].activities[0]
    changed = edited(data, {first.text: "Årsmöte i nya hamnen", "2024-03-18": "2024-04-21"})
    made = import_document(changed, name="p.docx", host=host).plan.areas[0].activities[0]
    assert (made.id, made.text) == (first.id, "Årsmöte i nya hamnen")
    assert str(made.schedule[0].date) == "2024-04-21"


def test_title_typed_anew() -> None:
    """Somebody who deletes the title and types another loses no id by it."""
    host = made_host()
    plan = full_plan()
    data = export(plan, ".docx", host=host)
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    (title,) = re.findall(r'<w:p><w:pPr><w:pStyle w:val="Title"/>.*?</w:p>', xml)
    new = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Vår plan</w:t></w:r></w:p>'
    made = import_document(edited(data, {title: new}), name="p.docx", host=host).plan
    assert (made.title, made.areas) == ("Vår plan", plan.areas)


def test_added_and_removed_paragraphs_count() -> None:
    """A new list item without a bookmark becomes an activity; one whose words are gone is gone."""
    host = made_host()
    plan = full_plan()
    data = export(plan, ".docx", host=host)
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    second = plan.areas[0].activities[1]
    (paragraph,) = [each for each in re.findall(r"<w:p>.*?</w:p>", xml) if second.text in each]
    new = '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>En helt ny kväll</w:t></w:r></w:p>'
    made = import_document(edited(data, {paragraph: new + paragraph}), name="p.docx", host=host).plan
    assert "En helt ny kväll" in [each.text for each in made.areas[0].activities]
    gone = import_document(edited(data, {paragraph: new}), name="p.docx", host=host).plan
    assert second.id not in [each.id for each in gone.areas[0].activities]


def test_label_line_typed_in_the_look_of_a_label() -> None:
    """All of it is bold, values and all: what stands before the colon is the label."""
    document = Document(
        title="Plan", language="sv", blocks=[LabelLine(label="Ansvarig", texts=("styrelsen",), depth=1)]
    )
    data = edited(
        write_word(document, WriteContext()), {">Ansvarig:<": ">Ansvarig: styrelsen; Kim<", ">styrelsen<": "><"}
    )
    found = [each for each in read_word(data, Source(name="p.docx")).document.blocks if isinstance(each, LabelLine)]
    assert [(each.label, each.texts) for each in found] == [("Ansvarig", ("styrelsen", "Kim"))]


def test_plan_comes_back_without_bookmarks() -> None:
    """A program that drops them leaves what is printed; beside the known plan that is all of it."""
    host, plan = made_host(), full_plan()
    data = export(plan, ".docx", host=host)
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    marks = dict.fromkeys(re.findall(r"<w:bookmark(?:Start|End)[^>]*/>", xml), "")
    assert len(marks) > 20
    made = import_document(edited(data, marks), name="p.docx", known=plan, host=host)
    assert made.plan == plan


def test_id_that_stands_twice_is_written_once() -> None:
    """Word keeps the last of two equal bookmarks, so the second block has none; the first keeps the id."""
    twice = Document(title="T", language="sv", blocks=[ListItem(text="a", id="x"), ListItem(text="b", id="x")])
    assert [each.id for each in back(twice).blocks] == ["x", ""]


@pytest.mark.parametrize("number", ["1.", "a)", "(b)", "3.12", "IV", "§ 7", "0", "007", "1 a", "50 %", "z"])
def test_numbers_come_back_as_printed(number: str) -> None:
    """Whatever stands before an item as its number is made by a real list and read from it."""
    document = Document(title="T", language="sv", blocks=[ListItem(text="Ett", number=number), ListItem(text="Två")])
    assert back(document) == document


def test_numbers_in_a_row_are_one_list() -> None:
    """Items that count on are one list in Word, so that a new one between them renumbers the rest."""
    items = [ListItem(text=str(n), number=f"{n}.") for n in (1, 2, 3)]
    xml = parts(write_word(Document(title="T", language="sv", blocks=items), WriteContext()))["word/document.xml"]
    assert len(set(re.findall(r'w:numId w:val="(\d+)"', xml))) == 1


def parts(data: bytes) -> dict[str, str]:
    """The parts of a file as text."""
    with zipfile.ZipFile(BytesIO(data)) as made:
        return {name: made.read(name).decode("utf-8", "replace") for name in made.namelist()}


FIGURE = Figure(svg="<svg/>", alt="Ett hjul", caption="Året", data=Table(rows=(("Mars",), ("Juni",))))


def test_figure_is_drawn_or_told() -> None:
    """PNG and SVG with the text alternative where somebody draws, else the table, else nothing."""
    drawn = Document(title="T", language="sv", blocks=[FIGURE])
    made = parts(write_word(drawn, WriteContext(rasterise=lambda svg, *, width: PNG)))
    assert 'descr="Ett hjul"' in made["word/document.xml"]
    assert {"word/media/helaplan1.png", "word/media/helaplan1.svg"} <= set(made)
    assert made["word/media/helaplan1.svg"] == FIGURE.svg
    assert back(drawn).blocks == (Table(rows=FIGURE.data.rows, caption="Året"),)
    assert back(evolve(drawn, blocks=[evolve(FIGURE, repeats=True)])).blocks == ()


def test_drawn_figure_adds_no_words() -> None:
    """The caption and the alternative text of a picture are no text of the plan on the way back."""
    drawn = Document(title="T", language="sv", blocks=[Paragraph(text="Före."), FIGURE, Paragraph(text="Efter.")])
    data = write_word(drawn, WriteContext(rasterise=lambda svg, *, width: PNG))
    made = read_word(data, Source()).document.blocks
    assert [each.text for each in made if isinstance(each, Paragraph)] == ["Före.", "Efter."]


def test_chips_are_seen_and_not_read() -> None:
    """A code stands on its colour, and once where the text begins with it; what is read is the text."""
    line = LabelLine(
        label="Mål", texts=("11 Hållbara städer", "x"), chips=(Chip(code="11", colour="#f99d26", ink="#000000"), None)
    )
    document = Document(title="T", language="sv", blocks=[line])
    xml = parts(write_word(document, WriteContext()))["word/document.xml"]
    assert 'w:fill="F99D26"' in xml
    assert xml.count(">11<") == 1
    assert back(document) == document
    other = evolve(document, blocks=[evolve(line, texts=("Mål 11; städer", "x"))])
    assert back(other) == other


def test_items_stay_with_what_belongs_to_them() -> None:
    """No page ends after the first item of a list, after a line that leads to it, or before an item's values."""
    blocks = [
        Paragraph(text="Vi ska:"),
        ListItem(text="ordna", id="a"),
        ListItem(text="besöka"),
        LabelLine(label="När", texts=("maj",), depth=1),
        ListItem(text="sist"),
        Paragraph(text="Slut."),
    ]
    xml = parts(write_word(Document(title="T", language="sv", blocks=blocks), WriteContext()))["word/document.xml"]
    kept = [re.sub("<.*?>", "", each) for each in re.findall(r"<w:p>.*?</w:p>", xml) if "<w:keepNext/>" in each]
    assert kept == ["Vi ska:", "ordna", "besöka", "När:maj"]


def test_wide_tables_lie() -> None:
    """A document of tables with five columns is on a page that lies, and the head's stop with it; others stand."""
    row = ("Årsmöte", "styrelsen", "mars", "5\u00a0000\u00a0kr", "protokoll")
    for columns, wanted in ((5, True), (4, False)):
        table = Table(rows=(("a",) * columns, row[:columns]))
        made = parts(write_word(Document(title="T", language="sv", blocks=[table]), WriteContext()))
        assert ('w:orient="landscape"' in made["word/document.xml"]) is wanted
        assert ('w:pos="14002"' in made["word/header1.xml"]) is wanted
    prose = Paragraph(text="Mycket att läsa. " * 20)
    mixed = Document(title="T", language="sv", blocks=[prose, Table(rows=(("a",) * 5, row))])
    assert "landscape" not in parts(write_word(mixed, WriteContext()))["word/document.xml"]


def test_what_xml_cannot_hold_is_shown() -> None:
    """Control characters and lone halves of characters break no file."""
    document = Document(title="T\x00", language="sv", blocks=[Paragraph(text="kr 4\x16\ud800 \x0b")])
    assert back(document).blocks == (Paragraph(text="kr 4\ufffd\ufffd \ufffd"),)


def test_contents_list_leads_to_every_heading() -> None:
    """The field lists the headings of two levels, each a link to a bookmark that is there; a page needs none."""
    headings: list[Block] = [Heading(text=f"Del {n}", level=1 + n % 3) for n in range(8)]
    short = write_word(Document(title="T", language="sv", blocks=headings), WriteContext())
    assert "TOC" not in parts(short)["word/document.xml"]
    headings.append(Paragraph(text="Mycket att läsa. " * 200))
    xml = parts(write_word(Document(title="T", language="sv", blocks=headings), WriteContext()))["word/document.xml"]
    anchors = re.findall(r'w:anchor="(\w+)"', xml)
    assert len(anchors) == 6
    assert all(f'w:name="{each}"' in xml for each in anchors)
    assert "Innehåll" in xml
    # Renewed in Word (F9) it has page numbers; nothing makes Word ask about fields when it opens the file.
    (field,) = re.findall(r"<w:instrText[^>]*> (TOC [^<]*?) </w:instrText>", xml)
    assert field.split() == ["TOC", "\\o", '"1-2"', "\\h", "\\z", "\\u"]
    assert "w:dirty" not in xml
    every = parts(write_word(Document(title="T", language="sv", blocks=headings), WriteContext()))
    assert not any("updateFields" in each for each in every.values())
    assert re.search(r'"toc 1"/>.*?<w:tab w:val="right" w:leader="dot"', every["word/styles.xml"])
    without = write_word(Document(title="T", language="sv", blocks=headings), WriteContext(), contents=False)
    assert "TOC" not in parts(without)["word/document.xml"]
    assert (
        "TOC"
        not in parts(
            write_word(Document(title="T", language="sv", blocks=[*headings[:2], headings[-1]]), WriteContext())
        )["word/document.xml"]
    )


def test_columns_hold_their_longest_word() -> None:
    """A narrow column beside long texts is as wide as its longest word, and all together fill the page."""
    rows = (
        ("Aktivitet", "Budget"),
        ("Ett långt ord om allt som vi ska göra under året som kommer", "10\u00a0000\u00a0kr"),
    )
    xml = parts(write_word(Document(title="T", language="sv", blocks=[Table(rows=rows)]), WriteContext()))
    widths = [int(each) for each in re.findall(r'<w:gridCol w:w="(\d+)"', xml["word/document.xml"])]
    assert widths[1] > 9 * 90
    assert 9000 < sum(widths) <= 9070


def test_tables_of_one_kind_have_the_same_columns() -> None:
    """Tables with the same head read as one through the document, whatever stands in each; others go by their own."""
    head = ("Aktivitet", "Ansvarig")
    few = Table(rows=(head, ("Läger", "Bo")), header=1)
    many = Table(rows=(head, ("Kort", "Kommunikationsgruppen och styrelsen i Bygden")), header=1)
    other = Table(rows=(("Nr", "Vad"), ("1", "Läger")), header=1)
    blocks: list[Block] = [few, Heading(text="Två", level=1), many, Heading(text="Tre", level=1), other]
    xml = parts(write_word(Document(title="T", language="sv", blocks=blocks), WriteContext()))["word/document.xml"]
    grids = [re.findall(r'w:w="(\d+)"', each) for each in re.findall(r"<w:tblGrid>(.*?)</w:tblGrid>", xml)]
    assert grids[0] == grids[1] != grids[2]


def kept(xml: str) -> dict[str, bool]:
    """Whether each paragraph is kept on the page of the next, by its words."""
    found = re.findall(r"<w:p>(.*?)</w:p>", xml)
    return {"".join(re.findall(r"<w:t[^>]*>([^<]*)", each)): "<w:keepNext/>" in each for each in found}


def test_no_row_or_item_stands_alone() -> None:
    """A table's head has two rows below it on its page, its last row one above it, and so has a list's last item."""
    rows = tuple((f"rad {n}",) for n in range(6))
    xml = parts(write_word(Document(title="T", language="sv", blocks=[Table(rows=rows, header=1)]), WriteContext()))
    found = kept(xml["word/document.xml"])
    assert [found[f"rad {n}"] for n in range(6)] == [True, True, False, False, True, False]
    items: list[Block] = [ListItem(text=f"punkt {n}", depth=1) for n in range(5)]
    xml = parts(write_word(Document(title="T", language="sv", blocks=[*items, Paragraph(text="slut")]), WriteContext()))
    found = kept(xml["word/document.xml"])
    assert [found[f"punkt {n}"] for n in range(5)] == [True, False, False, True, False]
