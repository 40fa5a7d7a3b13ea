"""The page as markup: one element for each block, every word escaped, only harmless links and drawings."""

from __future__ import annotations

import datetime as dt
import json
import re
from html.parser import HTMLParser

import pytest
from helaplan_web.markup import linked
from helaplan_web.page import write_page
from helaplan_web.picture import picture

from helaplan import (
    Attachment,
    Block,
    Chip,
    Document,
    Facet,
    Figure,
    Furniture,
    Heading,
    LabelLine,
    ListItem,
    Paragraph,
    Table,
)

HOSTILE = "</style><script>alert(1)</script>&amp;\"'><img src=x onerror=alert(1)>"


def page(*blocks: Block, **more: object) -> str:
    """The page of a document with these blocks."""
    return write_page(Document(title="Titel", language="sv", blocks=blocks, **more)).decode("utf-8")  # type: ignore[arg-type]


def body(*blocks: Block) -> str:
    """What stands between title and end of the article."""
    return page(*blocks).partition("</header>")[2].partition("</article>")[0].replace("\n", "")


class Elements(HTMLParser):
    """All start tags of a page, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.found.append((tag, dict(attrs)))


def test_blocks_have_their_elements() -> None:
    """Headings nest in sections, values stand in one list below their item, ids and roles are carried."""
    made = body(
        Heading(text="Område", level=1, id="a", role="area"),
        ListItem(text="Ett", id="b", role="activity"),
        LabelLine(label="När", texts=("mars", "juni"), depth=1),
        ListItem(text="Del", depth=2, number="1.1"),
        Paragraph(text="Mer", depth=1),
        ListItem(text="Två"),
    )
    assert made == (
        '<section><h2 id="a" data-role="area">Område</h2><ul><li id="b" data-role="activity"><p>Ett</p>'
        "<dl><div><dt>När</dt><dd>mars</dd><dd>juni</dd></div></dl>"
        '<ul><li class="numbered" data-number="1.1"><p><span class="number">1.1</span> Del</p></li></ul>'
        "<p>Mer</p></li><li><p>Två</p></li></ul></section>"
    )


def test_levels_are_not_skipped() -> None:
    """A leap in the levels is none on the page, and the block's own level stands beside; a guessed one is empty."""
    made = body(Heading(text="A", level=1), Heading(text="B", level=4), Heading(text="C"))
    found = [
        (tag, each.get("data-level")) for tag, each in Elements(made).found if (each.get("id") or "").startswith("_h")
    ]
    assert found == [("h2", None), ("h3", "4"), ("h2", "")]


def test_an_id_stands_once() -> None:
    """The second block with an id, and one that looks like the page's own, keep theirs beside."""
    made = body(Paragraph(text="x", id="a"), Paragraph(text="y", id="a"), Paragraph(text="z", id="_main"))
    assert made == '<p id="a">x</p><p data-id="a">y</p><p data-id="_main">z</p>'


def test_every_word_is_escaped() -> None:
    """Markup in any text of any block stays words: the page has no element and no attribute that it brought."""
    blocks: list[Block] = [
        Heading(text=HOSTILE, level=1, id=HOSTILE, role=HOSTILE),
        ListItem(text=HOSTILE, number=HOSTILE, facets=(Facet(title=HOSTILE, values=(HOSTILE,)),)),
        ListItem(text="b", facets=(Facet(title=HOSTILE, values=("b",)),)),
        LabelLine(label=HOSTILE, texts=(HOSTILE,), chips=(Chip(code="1", colour=HOSTILE, ink="red", name=HOSTILE),)),
        Table(rows=((HOSTILE, "a"), (HOSTILE, "b")), caption=HOSTILE),
        Figure(svg=HOSTILE, alt=HOSTILE, caption=HOSTILE, data=Table(rows=((HOSTILE,),))),
        Figure(
            svg='<svg xmlns="http://www.w3.org/2000/svg"/>',
            alt=HOSTILE,
            caption=HOSTILE,
            data=Table(rows=((HOSTILE,),)),
        ),
    ]
    data = json.dumps({"name": HOSTILE}).encode()
    made = write_page(
        Document(
            title=HOSTILE,
            language="sv",
            subtitle=HOSTILE,
            organisation=HOSTILE,
            id=HOSTILE,
            role=HOSTILE,
            blocks=blocks,
            attachments=(Attachment(name="a", media_type="application/ld+json", data=data),),
        )
    ).decode("utf-8")
    elements = Elements(made).found
    assert "img" not in {tag for tag, _ in elements}
    assert [attributes.get("type") for tag, attributes in elements if tag == "script"] == ["application/ld+json", None]
    assert not [name for _, attributes in elements for name in attributes if name.startswith("on")]
    held = re.search(r'ld\+json">(.*?)</script>', made)
    assert held is not None
    assert json.loads(held[1]) == {"name": HOSTILE}


@pytest.mark.parametrize(
    "words, expected",
    [
        ("se https://example.org/x?a=1&b=2.", 'se <a href="https://example.org/x?a=1&amp;b=2">'),
        ("(http://example.org/a_(b))", '(<a href="http://example.org/a_(b)">http://example.org/a_(b)</a>)'),
        ("skriv mailto:info@example.org!", '<a href="mailto:info@example.org">mailto:info@example.org</a>!'),
    ],
)
def test_links_that_live(words: str, expected: str) -> None:
    """Addresses of the web and of mail are links, without the sentence's own signs."""
    assert expected in linked(words)


@pytest.mark.parametrize(
    "words",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org", "https://", "x@y.se"],
)
def test_links_that_stay_words(words: str) -> None:
    """Nothing else becomes a link."""
    assert "<a" not in linked(words)


def test_characters_that_no_page_holds() -> None:
    """Controls, noncharacters and lone surrogates become a replacement character; emoji and Hebrew stay."""
    made = body(Paragraph(text="a\x00\x01\x85\ufffe\ud800\U0001ffff \U0001f600 שלום"))
    assert made == '<p dir="auto">a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd \U0001f600 שלום</p>'


def test_tables() -> None:
    """Heading rows are column headings, merged cells span rows, short rows are filled up, furniture is left out."""
    table = Table(
        rows=(("När", "Vad"), ("mars", "Kurs"), ("mars", "Resa"), ("juni",)), merged=frozenset({(2, 0)}), caption="Året"
    )
    made = body(table, Furniture(text="Sida 1", reason="page number"))
    assert made == (
        '<div class="scroll" role="group" tabindex="0" aria-label="Tabell 1: Året"><table><caption>Året</caption>'
        '<thead><tr><th scope="col">När</th><th scope="col">Vad</th></tr></thead><tbody>'
        '<tr><td rowspan="2">mars</td><td>Kurs</td></tr><tr><td>Resa</td></tr>'
        "<tr><td>juni</td><td></td></tr></tbody></table></div>"
    )


def test_long_words_break_within_their_cell() -> None:
    """A word or an address that would push other columns out of sight may break; common words and amounts may not."""
    amount = "\u00a0".join(["123"] * 12) + "\u00a0kr"
    words = (
        "Landsbygdsutvecklingsfrågorna",
        amount,
        "Landsbygdsutvecklingssamordnare" + "n",
        "https://example.org/" + "a" * 40,
    )
    made = body(Table(rows=(words,), header=0))
    assert re.findall(r'<td( class="long")?>', made) == ["", "", ' class="long"', ' class="long"']


def test_chips_have_their_colours_and_names() -> None:
    """A code is shown on its colour, with the name where the text lacks it; colours that are none are left out."""
    orange, odd = Chip(code="11", colour="#FD9D24", ink="#000000", name="Städer"), Chip(code="1", colour="x", ink="y")
    made = body(LabelLine(label="Mål", texts=("11 Städer", "11.2", "1"), chips=(orange, orange, odd)))
    chip = '<span class="chip" style="background:#FD9D24;color:#000000">'
    assert f"<dd>{chip}11 Städer</span></dd>" in made
    assert f"<dd>{chip}11.2 <span data-furniture>Städer</span></span></dd><dd>1</dd>" in made


def test_filters_come_from_facets() -> None:
    """Each facet is a list to pick from in its own order, with counts; items that lack it can be picked as well."""
    months = ("mars", "juni")
    made = page(
        Heading(text="A", level=1),
        ListItem(text="x", facets=(Facet(title="Månad", values=("juni",), order=months),)),
        ListItem(text="y", facets=(Facet(title="Månad", values=("mars", "juni"), order=months),)),
        ListItem(text="z", facets=(Facet(title="Månad", order=months),)),
    )
    options = re.findall(r'<option value="(.*?)">(.*?)</option>', made)
    assert options == [("", "Alla"), ("0", "mars (1)"), ("1", "juni (2)"), ("-", "inget angivet (1)")]
    assert re.findall(r'data-f0="(.*?)"', made) == ["1", "0 1", "-"]
    assert '<form class="filter" id="_filter" hidden' in made


def test_a_page_without_facets_has_no_script() -> None:
    """Nothing to filter, nothing to run."""
    assert "<script" not in page(Paragraph(text="x"))


def test_what_is_the_same_everywhere_is_no_filter() -> None:
    """Where all items have the same area there is nothing to pick; one that lacks it makes it a choice."""
    area = Facet(title="Område", values=("Bygden",))
    months = [Facet(title="Månad", values=(each,)) for each in ("mars", "juni")]
    alike = [ListItem(text=each.values[0], facets=(area, each)) for each in months]
    made = page(*alike)
    assert re.findall(r"<label.*?>(.*?)\s*<select", made) == ["Månad"]
    assert re.findall(r'data-f0="(.*?)"', made) == ["0", "1"]
    assert "<select" not in page(alike[0])
    other = ListItem(text="z", facets=(Facet(title="Område"),))
    assert re.findall(r"<label.*?>(.*?)\s*<select", page(*alike, other)) == ["Område", "Månad"]


def test_date_and_organisation() -> None:
    """What formats name beside the text stands in the head."""
    made = page(date=dt.date(2023, 3, 18), organisation="Bygden & vi")
    assert '<meta name="dcterms.date" content="2023-03-18">' in made
    assert '<meta name="author" content="Bygden &amp; vi">' in made


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_page_names_its_language(language: str) -> None:
    """A reading voice needs the document's language, of all languages that one."""
    made = write_page(Document(title="T", language=language, blocks=[]))
    assert f'<html lang="{language}">' in made.decode()


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (`#rrggbb`) by WCAG 2."""
    lights = []
    for colour in (one, other):
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        parts = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
        lights.append(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def test_colours_can_be_read_by_day_and_by_night() -> None:
    """All words have 4.5 to 1 on every ground, light and dark, and so have badges of the wheel, in each of eight tones.

    The wheel's own colours are made for paper; a dark page that leaves them as they are hides them.
    """
    made = page()
    roots = [dict(re.findall(r"--(\w+): (#\w{6})", each)) for each in re.findall(r":root \{([^}]*)\}", made)]
    assert [each["ground"] for each in roots] == ["#f6f7f5", "#14181c", "#ffffff"]
    for colours in roots:
        for ink in ("ink", "muted", "link", "accent"):
            assert all(contrast(colours[ink], colours[ground]) >= 4.5 for ground in ("ground", "card", "shade")), ink
        assert contrast("#ffffff", colours["band"]) >= 4.5
    tones = re.findall(r"svg \.tone-(\d) \{ fill: (#\w{6}); \} svg \.tone-line-\1 \{ stroke: \2; \}", made)
    assert [int(n) for n, _ in tones] == list(range(1, 9))
    (letters,) = re.findall(r"svg \.on-tone \{ fill: (#\w{6}); \}", made)
    for _, tone in tones:
        assert contrast(tone, letters) >= 4.5
        assert contrast(tone, roots[1]["card"]) >= 4.5


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9"'


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        "<foreignObject><p>x</p></foreignObject>",
        '<image href="https://example.org/x.png"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<rect onclick="alert(1)"/>',
        '<rect style="fill:url(https://example.org/x)"/>',
        '<rect fill="url(https://example.org/x#y)"/>',
        '<use href="https://example.org/x#y"/>',
        "<style>@import 'https://example.org/x'</style>",
        '<animate attributeName="href" to="x"/>',
    ],
)
def test_drawings_that_act_are_tamed(inner: str) -> None:
    """Whatever could run, load or link is left out of a drawing."""
    made = picture(f"{SVG}>{inner}<circle r='1'/></svg>", "En bild", "_s1-")
    assert made is not None
    assert '<circle r="1">' in made
    assert not re.search(r"script|example\.org|onclick|javascript|<a |foreignObject|import|animate", made)


@pytest.mark.parametrize(
    "svg", ["", "<svg", "<p/>", f'<!DOCTYPE svg [<!ENTITY a "b">]>{SVG}>&a;</svg>', "<svg xmlns='x'/>", "\x00"]
)
def test_what_is_no_drawing_becomes_its_table(svg: str) -> None:
    """A figure whose SVG can't be trusted is written as the table that says the same."""
    assert picture(svg, "En bild", "_s1-") is None
    made = body(Figure(svg=svg, alt="En bild", data=Table(rows=(("a",), ("b",)))))
    assert "<caption>En bild</caption>" in made


def test_ids_of_drawings_are_their_own() -> None:
    """Two drawings with the same inner id stay apart, and references follow."""
    svg = f'{SVG}><clipPath id="c"><rect/></clipPath><g clip-path="url(#c)"/></svg>'
    made = body(*[Figure(svg=svg, alt="Bild", data=Table(rows=())) for _ in range(2)])
    assert re.findall(r'id="(_s\d-c)"', made) == ["_s1-c", "_s2-c"]
    assert re.findall(r"url\(#(.*?)\)", made) == ["_s1-c", "_s2-c"]


def test_deep_nesting() -> None:
    """A document may nest deeper than Python calls itself."""
    made = body(*[ListItem(text="x", depth=n) for n in range(1, 200)], *[Heading(text="y", level=9)] * 2)
    assert made.count("<li>") == 199
