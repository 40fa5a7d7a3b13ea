"""A branch's own Word file gives the look; what it lacks is told; what is no template is refused."""

from __future__ import annotations

import posixpath
import re
import zipfile
from io import BytesIO
from xml.etree.ElementTree import fromstring

import pytest
from helaplan_word.reader import read_word
from helaplan_word.writer import write_word
from word_files import MAIN, NUMBERING, STYLES, R, field, p, part, r, word_file, zipped

from helaplan import Document, Finding, Heading, LabelLine, ListItem, Source, Table, UnreadableSource, WriteContext
from helaplan.testing import marked_document

DOTX = MAIN.replace("document.main", "template.main")
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="r-header"/><w:pgSz w:w="8000" w:h="9000"/>'
    '<w:pgMar w:left="500" w:right="500"/></w:sectPr>'
)
TEMPLATE = word_file(
    p("Skriv planen här.") + SECTION,
    parts={"word/header1.xml": part("hdr", p(r("Byalaget ") + field("PAGE", r("1")))), "word/media/logo.png": b"logga"},
    main_type=DOTX,
)
DOCUMENT = Document(
    title="Plan",
    language="sv",
    blocks=[
        Heading(text="Möten", level=1, id="moten", role="area"),
        ListItem(text="Årsmöte", id="arsmote", role="activity"),
        LabelLine(label="När", texts=("mars",), depth=1),
        ListItem(text="Först", number="1."),
        ListItem(text="Under", depth=2),
        Table(rows=(("Vad", "Vem"), ("Bak", "Ada")), header=1),
    ],
)


def written(template: bytes, document: Document = DOCUMENT) -> tuple[dict[str, str], list[Finding], bytes]:
    """The parts of the file as text, what was told, and the file."""
    told: list[Finding] = []
    data = write_word(document, WriteContext(tell=told.append), template=template)
    with zipfile.ZipFile(BytesIO(data)) as made:
        return {name: made.read(name).decode("utf-8", "replace") for name in made.namelist()}, told, data


def test_look_of_the_template() -> None:
    """Page, head, logo and styles are the template's; its text is not; its kind is that of a document."""
    parts, _, _ = written(TEMPLATE)
    body = parts["word/document.xml"]
    assert "Skriv planen" not in body
    assert 'w="8000"' in body.replace("ns0:", "").replace("w:w=", "w=")
    assert "r-header" in body
    assert parts["word/header1.xml"] == part("hdr", p(r("Byalaget ") + field("PAGE", r("1"))))
    assert parts["word/media/logo.png"] == "logga"
    assert 'w:pStyle w:val="Rubrik1"' in body
    assert "template.main" not in parts["[Content_Types].xml"]


def test_what_the_template_lacks_is_told() -> None:
    """Styles that were added are named; a template that has them all leads to no finding."""
    parts, told, _ = written(TEMPLATE)
    (finding,) = told
    assert finding.code == "word/template-lacks"
    assert finding.args["styles"] == "List Number, List Bullet 2, Grid Table 4 Accent 1"
    assert 'w:styleId="HelaplanLabel1"' in parts["word/styles.xml"]
    plain = write_word(DOCUMENT, WriteContext())
    assert written(plain)[1] == []


def test_template_document_comes_back() -> None:
    """Ids, roles, depths and values come back from a file with somebody else's styles and lists."""
    _, _, data = written(TEMPLATE)
    made = read_word(data, Source()).document
    assert [each for each in made.blocks if type(each) in {type(own) for own in DOCUMENT.blocks}] == list(
        DOCUMENT.blocks
    )


def test_own_file_as_template() -> None:
    """A file that helaplan wrote serves as a template, and again."""
    first = write_word(marked_document(str), WriteContext())
    second = write_word(marked_document(str), WriteContext(), template=first)
    again = read_word(write_word(marked_document(str), WriteContext(), template=second), Source()).document
    assert again == read_word(first, Source()).document


def test_same_bytes() -> None:
    """The same document and template give the same bytes, on any day: no part names the moment it was written."""
    assert written(TEMPLATE)[2] == written(TEMPLATE)[2]
    for template in (TEMPLATE, b""):
        with zipfile.ZipFile(BytesIO(write_word(marked_document(str), WriteContext(), template=template))) as made:
            assert {each.date_time for each in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("missing", ["word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"])
def test_template_without_a_part(missing: str) -> None:
    """A template may lack styles or lists altogether: ours stand in, related and typed."""
    with zipfile.ZipFile(BytesIO(TEMPLATE)) as made:
        parts = {name: made.read(name) for name in made.namelist() if name != missing}
    if missing.endswith(".rels"):
        parts["word/document.xml"] = part("document", "<w:body/>").encode()
    result, _, data = written(zipped(parts))
    for each in result.values():
        if each.lstrip().startswith("<"):
            fromstring(each)
    assert read_word(data, Source()).document.title == "Plan"


def test_lists_stand_where_the_format_wants_them() -> None:
    """Definitions before lists, lists before what comes after them, and numbers of their own."""
    numbering = part("numbering", NUMBERING + '<w:numIdMacAtCleanup w:val="3"/>')
    with zipfile.ZipFile(BytesIO(TEMPLATE)) as made:
        parts = {**{name: made.read(name) for name in made.namelist()}, "word/numbering.xml": numbering.encode()}
    text = written(zipped(parts))[0]["word/numbering.xml"]
    order = re.findall(r"<w:(abstractNum|num|numIdMacAtCleanup)[ >]", text)
    assert order == sorted(order, key=["abstractNum", "num", "numIdMacAtCleanup"].index)
    ids = re.findall(r'<w:num [^>]*w:numId="(\d+)"', text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "data",
    [
        b"text",
        TEMPLATE[:300],
        word_file(p(""), main_type="application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        word_file(p(""), parts={"word/styles.xml": '<!DOCTYPE x><w:styles xmlns:w="x"/>'}),
    ],
)
def test_no_template(data: bytes) -> None:
    """Text, a broken file, macros and a DOCTYPE are refused with one finding."""
    with pytest.raises(UnreadableSource) as caught:
        written(data)
    assert [each.code for each in caught.value.findings] == ["word/template-broken"]


def test_style_ids_that_are_taken() -> None:
    """A style of the template's own that has the id of one of ours keeps it; ours gets another."""
    taken = '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="Vår lista"/></w:style>'
    parts, _, _ = written(
        word_file(p(""), styles=STYLES.replace("Punktlista", "P").replace("List Bullet", "P") + taken)
    )
    ids = re.findall(r'w:styleId="([^"]+)"', parts["word/styles.xml"])
    assert len(ids) == len(set(ids))
    assert "HelaplanListBullet" in ids
    assert R in parts["word/document.xml"]


def gaps(data: bytes) -> list[str]:
    """Where a relation leads to a part that isn't in the file, which Word calls damaged."""
    made = []
    with zipfile.ZipFile(BytesIO(data)) as file:
        there = set(file.namelist())
        for name in (each for each in there if each.endswith(".rels")):
            folder = posixpath.dirname(posixpath.dirname(name))
            for each in fromstring(file.read(name)):
                target = each.get("Target", "")
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                if each.get("TargetMode") != "External" and path not in there:
                    made.append(f"{name}: {target}")
    return made


@pytest.mark.parametrize("picture", ["docProps/thumbnail.jpeg", "docProps/thumbnail.wmf", "thumb.png"])
def test_picture_of_the_template_goes_with_its_relation(picture: str) -> None:
    """The file shows itself, not the empty template; nothing leads to what is gone."""
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    with zipfile.ZipFile(BytesIO(TEMPLATE)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    relation = f'<Relationship Id="r-thumb" Type="{kind}" Target="{picture}"/></Relationships>'.encode()
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", relation)
    override = f'<Override PartName="/{picture}" ContentType="image/jpeg"/></Types>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override)
    template = zipped({**parts, picture: b"bild"})
    assert gaps(TEMPLATE) == gaps(written(TEMPLATE)[2])
    made, _, data = written(template)
    assert picture not in made
    assert gaps(data) == gaps(TEMPLATE)
    assert picture not in made["[Content_Types].xml"] + made["_rels/.rels"]
    assert "officeDocument" in made["_rels/.rels"]


def test_letterhead_of_another_tool() -> None:
    """One that python-docx made opens there again, with head, foot, page and the plan's words."""
    docx = pytest.importorskip("docx")
    letter = docx.Document()
    section = letter.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    section.header.paragraphs[0].text = "Kils byalag"
    section.footer.paragraphs[0].text = "Bankgiro 123-4567"
    held = BytesIO()
    letter.save(held)
    data = written(held.getvalue())[2]
    assert gaps(data) == []
    made = docx.Document(BytesIO(data))
    assert [each.text for each in made.sections[0].header.paragraphs] == ["Kils byalag"]
    assert [each.text for each in made.sections[0].footer.paragraphs] == ["Bankgiro 123-4567"]
    assert made.sections[0].page_width > made.sections[0].page_height
    assert "Årsmöte" in [each.text for each in made.paragraphs]
