"""HTML as the web, mail programs and Word make it, read to blocks; what helaplan wrote comes back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan.document import Document, Furniture, Heading, LabelLine, ListItem, Paragraph, Table
from helaplan.errors import UnreadableSource
from helaplan.formats.html import read_html
from helaplan.plugins.declarations import Source
from helaplan.recognise import recognise


def read(body: str) -> Document:
    """The document in a page."""
    return read_html(body.encode(), Source(name="plan.html")).document


def shapes(document: Document) -> list[Any]:
    """The blocks, each in short."""
    made: list[Any] = []
    for each in document.blocks:
        if isinstance(each, Heading):
            made.append((f"h{each.level}", each.text))
        elif isinstance(each, ListItem):
            made.append((f"{each.number or '•'}{each.depth}", each.text))
        elif isinstance(each, LabelLine):
            made.append((f"label{each.depth}", each.label, each.texts))
        elif isinstance(each, Table):
            made.append(("table", each.header, each.rows))
        elif isinstance(each, Furniture):
            made.append((each.reason, each.text))
        elif isinstance(each, Paragraph):
            made.append((f"p{each.depth}", each.text))
    return made


WORD = """<p class=MsoListParagraphCxSpFirst style='margin-left:36pt;mso-list:l0 level{n} lfo1'><![if !supportLists]>
<span style='font-family:Symbol'><span style='mso-list:Ignore'>{mark}<span style='font:7pt "Times"'>&nbsp;
</span></span></span><![endif]>{text}<o:p></o:p></p>"""


def test_word_lists_are_lists() -> None:
    """Word writes items as paragraphs with the mark in a span and the level in the style."""
    page = "<h1>Aktiviteter</h1>" + "".join(
        WORD.format(n=n, mark=mark, text=text)
        for n, mark, text in ((1, "·", "Ordna en\nloppis"), (2, "o", "Boka lokal"), (1, "2)", "Städa"))
    )
    assert shapes(read(page)) == [("•1", "Ordna en loppis"), ("•2", "Boka lokal"), ("2)1", "Städa")]


def test_what_only_word_reads_is_left_out() -> None:
    """Conditional comments, islands of XML, styles and the title of the file's properties are no words of the page."""
    page = """<html><head><title>HEWLETT-PACKARD</title><style>p{color:red}</style>
    <!--[if gte mso 9]><xml><o:Author>Nils</o:Author></xml><![endif]--></head><body><xml><w:View>Normal</w:View></xml>
    <p class=MsoTitle>Verksamhetsplan 2025</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
    <p class=MsoNormal>Vi <o:p>vill</o:p>.</p></body></html>"""
    document = read(page)
    assert document.title == "Verksamhetsplan 2025"
    assert shapes(document) == [("p0", "Vi vill.")]


def test_tags_that_nobody_closed() -> None:
    """Items, paragraphs and cells end where the next begins."""
    page = "<h1>Plan</h1><h2>Mål</h2><p>Ett<p>Två<ul><li>a<li>b<ul><li>c</ul><li>d</ul>"
    assert shapes(read(page)) == [
        ("h1", "Mål"), ("p0", "Ett"), ("p0", "Två"), ("•1", "a"), ("•1", "b"), ("•2", "c"), ("•1", "d"),
    ]  # fmt: skip


def test_numbers_of_lists() -> None:
    """A numbered list counts as a page shows it: from its start, in letters, past a value that is given."""
    page = '<ol start="3"><li>c<li>d<li value="9">i</ol><ol type="a"><li>x</ol>'
    assert [each[0] for each in shapes(read(page))] == ["31", "41", "91", "a)1"]


def test_paragraphs_of_an_item() -> None:
    """The first paragraph is the item, the others hang on it; a bold word with a colon is a label."""
    page = "<ul><li><p>Loppis</p><p>På torget.</p><ul><li><b>När:</b> 3 maj</li></ul></li></ul><p>Efter</p>"
    assert shapes(read(page)) == [
        ("•1", "Loppis"),
        ("p1", "På torget."),
        ("label2", "När", ("3 maj",)),
        ("p0", "Efter"),
    ]


def test_tables() -> None:
    """Cells that reach down or aside stand at their columns; a table that lays out a page is none."""
    page = """<table><tr><th>Månad<th>Vad<tr><td rowspan=2>Mars<td>Årsmöte<tr><td>Städdag</table>
    <table><tr><td><h2>Vision</h2>En bygd<td><ul><li>Loppis</ul></table>"""
    assert shapes(read(page)) == [
        ("table", 1, (("Månad", "Vad"), ("Mars", "Årsmöte"), ("Mars", "Städdag"))),
        ("h1", "Vision"),
        ("p0", "En bygd"),
        ("•1", "Loppis"),
    ]


def test_line_breaks() -> None:
    """Marks after line breaks are a list, an empty line divides paragraphs, a single break is a blank."""
    page = "<p>Vi ska:<br>• städa<br>• bygga</p><p>Ett<br>och samma</p><p>Ett<br><br>Två</p>"
    kinds = [each[0] for each in shapes(read(page))]
    assert kinds == ["hNone", "•1", "•1", "p0", "p0", "p0"]


def test_what_frames_a_page_is_no_text() -> None:
    """Navigation and foot are told in the receipt and belong to no field."""
    page = "<nav><a href='/'>Hem</a> <a href='/om'>Om</a></nav><h1>Plan 2025</h1><p>Vi vill.</p><footer>© 2025</footer>"
    assert shapes(read(page)) == [("navigation", "Hem Om"), ("p0", "Vi vill."), ("page foot", "© 2025")]


def test_bold_lines_are_guessed_headings() -> None:
    """A short paragraph all in bold is a heading without a level; a bold sentence is not."""
    page = "<p><b>Ungdomar</b></p><p><strong>Vi ska göra mer.</strong></p><p><b>Vi</b> ska</p>"
    assert shapes(read(page)) == [("hNone", "Ungdomar"), ("p0", "Vi ska göra mer."), ("p0", "Vi ska")]


def test_an_old_page_says_its_own_encoding() -> None:
    """Windows-1252 that the page itself names is no guess; one that nobody names is a warning."""
    told = '<meta charset="windows-1252"><p>Årsmöte</p>'.encode("cp1252")
    assert read_html(told, Source(name="a.html")).findings == ()
    silent = read_html("<p>Årsmöte</p>".encode("cp1252"), Source(name="a.html"))
    assert [each.code for each in silent.findings] == ["encoding-guessed"]
    assert shapes(silent.document) == [("p0", "Årsmöte")]


def test_ids_of_others_are_not_ours() -> None:
    """An id in somebody else's page names a place for links and nothing in a plan."""
    assert read('<h2 id="vision">Vision</h2><p id="x" data-role="goal">Vi</p>').blocks[0].id == ""


OURS = """<html lang="sv"><body><main><article id="kil-2025" data-role="plan"><header><h1>Plan 2025</h1></header>
<p data-role="organisation">Kils byalag</p><dl><div><dt>Gäller</dt><dd>2025</dd></div></dl>
<section><h2 data-role="areas">Aktiviteter</h2><section><h3 id="bygd" data-role="area">Bygd</h3><ul>
<li id="loppis" data-role="activity"><p>Ordna en loppis.</p><dl><div><dt>När</dt><dd>maj</dd></div></dl></li></ul>
</section></section></article></main></body></html>"""


def test_what_helaplan_wrote_is_trusted() -> None:
    """Ids and roles of our own page lead back to the plan."""
    plan = recognise(read(OURS)).plan
    assert (plan.id, plan.title, plan.organisation.name) == ("kil-2025", "Plan 2025", "Kils byalag")
    assert plan.period is not None
    assert plan.period.label == "2025"
    (area,) = plan.areas
    assert (area.id, area.activities[0].id, area.activities[0].schedule[0].months) == ("bygd", "loppis", (5,))


@pytest.mark.parametrize("page", ["", "<p></p>", "<script>alert(1)</script>", "%PDF-1.4"])
def test_nothing_to_read(page: str) -> None:
    """A page without a word, and another kind of file, are refused with a finding."""
    with pytest.raises(UnreadableSource):
        read(page)


@pytest.mark.parametrize(
    "page, wanted",
    [
        ("<dl><dt>Mars</dt></dl>", [("p0", "Mars")]),
        ("<dl><dd>loppis</dd></dl>", [("p0", "loppis")]),
        ("<dl><dt></dt><dd>loppis</dd><dd>fika</dd></dl>", [("p0", "loppis"), ("p0", "fika")]),
        (
            "<dl><dd>x</dd><dt>När</dt><dd>mars</dd><dt>Sen</dt></dl>",
            [("p0", "x"), ("label0", "När", ("mars",)), ("p0", "Sen")],
        ),
    ],
)
def test_halves_of_a_list_of_names_are_words(page: str, wanted: list[Any]) -> None:
    """A name without a text and a text without a name lose nothing."""
    assert shapes(read(page)) == wanted


PIECES = st.sampled_from(
    ("<p>", "</p>", "<li>", "<ul>", "</ul>", "<table>", "<td>", "<tr>", "</table>", "<h2>", "<!--", "-->", "<![if x]>",
     "<![CDATA[", "<b>", "</b>", "<o:p>", "<dl>", "<dt>", "<dd>", "<br>", "<pre>", "&nbsp;", "&#0;", "<", ">", "\"",
     "ord ", "<figure data-alt=x>", "<article data-role=plan>", "<div", "=", "<?xml", "<script>", "\x00", "å")
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_page_is_read_or_refused(page: str) -> None:
    """Law: any tags in any order give a document, which makes a plan, or a refusal; never a traceback.

    A document has words, and the plan's receipt says of each block where it went.
    """
    try:
        document = read(page)
    except UnreadableSource:
        return
    blocks = recognise(document).receipt.blocks
    assert blocks
    assert all(each.used or each.ignored or each.unplaced is not None for each in blocks)
