"""Markdown that other people and programs wrote is read as what a CommonMark reader would show."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan.document import Block, Document, Figure, Furniture, Heading, LabelLine, ListItem, Paragraph, Table
from helaplan.errors import UnreadableSource
from helaplan.formats.markdown import read_markdown, write_markdown
from helaplan.plugins.declarations import NoOptions, Source, WriteContext
from helaplan.testing.strategies import HOSTILE


def read(text: str) -> Document:
    """The document in Markdown text."""
    return read_markdown(text.encode("utf-8"), Source(name="a.md")).document


def blocks(text: str) -> list[Block]:
    """Its blocks."""
    return list(read(text).blocks)


def words(text: str) -> list[str]:
    """The texts of its paragraphs, items and headings."""
    return [each.text for each in blocks(text) if isinstance(each, (Heading, ListItem, Paragraph))]


@pytest.mark.parametrize(
    "source, shown",
    [
        ("*kursiv* och **fet** och ***båda***", "kursiv och fet och båda"),
        ("__fet__ _kursiv_ snake_case_ord", "fet kursiv snake_case_ord"),
        ("2 * 3 * 4 och a*b", "2 * 3 * 4 och a*b"),
        ("~~struken~~ `kod *så*` ``a ` b``", "struken kod *så* a ` b"),
        ("[Byar](https://example.org/a_b) här", "Byar (https://example.org/a_b) här"),
        ("[Byar](<https://example.org/a b> 'titel')", "Byar (https://example.org/a b)"),
        ("[https://example.org](https://example.org)", "https://example.org"),
        ("[Byar][1] och [Byar][]\n\n[1]: https://example.org/1\n[byar]: <https://example.org/2> \"t\"",
         "Byar (https://example.org/1) och Byar (https://example.org/2)"),
        ("[Byar] utan adress, [x] klar", "[Byar] utan adress, [x] klar"),
        ("![En karta](karta.png) visar", "En karta visar"),
        ("<https://example.org> <b>fet</b><br>rad", "https://example.org fet rad"),
        ("R&amp;D &aring;r &#8211; &okänd; AT&T", "R&D år – &okänd; AT&T"),
        (r"\*inte kursiv\* \# \a", r"*inte kursiv* # \a"),
        ("rad ett  \nrad två\\\nrad tre", "rad ett rad två rad tre"),
        ("före <!-- en kommentar --> efter", "före efter"),
    ],
)  # fmt: skip
def test_words_of_a_line(source: str, shown: str) -> None:
    """Marks go, words and addresses stay."""
    assert words(source) == [shown]


def test_headings_of_both_kinds() -> None:
    """The only first heading is the title; the others count from it."""
    document = read("Plan 2024\n=========\n\nVision\n------\n\ntext\n\n### Område ###\n\n## C#\n")
    assert document.title == "Plan 2024"
    assert [(each.text, each.level) for each in document.blocks if isinstance(each, Heading)] == [
        ("Vision", 1), ("Område", 2), ("C#", 1),
    ]  # fmt: skip


def test_several_first_headings() -> None:
    """Several headings of the first level are chapters: the first is the title, the others stay."""
    document = read("# Plan\n\n# Vision\n\n## Mål\n")
    assert document.title == "Plan"
    assert [(each.text, each.level) for each in document.blocks if isinstance(each, Heading)] == [
        ("Vision", 1), ("Mål", 2),
    ]  # fmt: skip


def test_lists_in_lists() -> None:
    """Every mark of a list, nested by indentation, with paragraphs and lines that go on."""
    text = "* ett\n  går vidare\noch vidare\n  * två\n    1. tre\n\n       stycke\n    2) fyra\n+ fem\n- \n- sex\n"
    assert [(each.text, each.depth) for each in blocks(text) if isinstance(each, (ListItem, Paragraph))] == [
        ("ett går vidare och vidare", 1), ("två", 2), ("tre", 3), ("stycke", 3), ("fyra", 3), ("fem", 1), ("", 1),
        ("sex", 1),
    ]  # fmt: skip
    assert [each.number for each in blocks("3. tre\n4. fyra\n") if isinstance(each, ListItem)] == ["3", "4"]


def test_what_only_looks_like_a_list() -> None:
    """A number or dash within a paragraph begins no list where CommonMark begins none."""
    assert words("Vi fyllde\n1986. Det var bra.\n") == ["Vi fyllde 1986. Det var bra."]
    assert words("-5 grader\n\n1.5 meter\n\n2023.Plan") == ["-5 grader", "1.5 meter", "2023.Plan"]


def test_tables() -> None:
    """GitHub's tables, ragged rows and escaped bars included."""
    (table,) = blocks("| Vad | När |\n|:----|----:|\n| Möte \\| fika | **mars** |\n| Bara ett |\n| a | b | c |\n\n")
    assert isinstance(table, Table)
    assert table.rows == (("Vad", "När"), ("Möte | fika", "mars"), ("Bara ett", ""), ("a", "b"))
    assert words("a | b\n\n--- | ---") == ["a | b", "--- | ---"]


def test_labels() -> None:
    """A bold word with a colon is a label, inside or outside the bold; other bold words are only words."""
    text = "- punkt\n  - **När:** mars; juni\n  - **Var**: Örebro; a;b\n\n**Ansvarig:** Kim\n\n**Obs** mars"
    text += "\n\n- **Mål:**\n"
    made = [(each.label, each.texts, each.depth) for each in blocks(text) if isinstance(each, LabelLine)]
    assert made == [("När", ("mars", "juni"), 1), ("Var", ("Örebro", "a;b"), 1), ("Ansvarig", ("Kim",), 0)]
    assert words(text) == ["punkt", "Obs mars", "Mål:"]


def test_other_parts() -> None:
    """Quotations and code are words; rules, comments, scripts and front matter are none."""
    text = (
        "---\ntitle: Plan\ntags: [a]\n---\n# Plan\n\n> citat\nvidare\n> - punkt\n\n***\n\n```\nkod *x*\n```\n\n"
        "    indragen *x*\n\n<!-- flera\n\nrader -->\n\n<script>\nx\n</script>\n\n<div>ruta</div>\n"
    )
    assert words(text) == ["citat vidare", "punkt", "kod *x*", "indragen *x*", "ruta"]
    assert [each.text for each in blocks(text) if isinstance(each, Furniture)] == ["title: Plan", "tags: [a]"]


def test_comments_of_others() -> None:
    """Only our own comments name a block."""
    (first, second) = blocks("text <!-- activity -->\n\ntext <!-- #a activity -->\n")
    assert (first.id, first.role, second.id, second.role) == ("", "", "a", "activity")


def test_ends_of_lines_and_marks() -> None:
    """CRLF, a lone CR, tabs and a byte order mark change nothing."""
    text = "# Plan\n\n- ett\n\t- två\n"
    assert read("\ufeff" + text.replace("\n", "\r\n")) == read(text) == read(text.replace("\n", "\r"))


@pytest.mark.parametrize("data", [b"", b"   \n\n", b"%PDF-1.7 x", b"PK\x03\x04 x"])
def test_nothing_to_read(data: bytes) -> None:
    """An empty file, or one of another kind, is refused."""
    with pytest.raises(UnreadableSource):
        read_markdown(data, Source(name="a.md"))


_LINES = st.lists(
    st.sampled_from(
        (*HOSTILE, "", "", "  - x", "    1. y", "\t* z", "> > q", "```", "| a |", "| - |", "[a]: b", "<!--")
    )
    | st.text("*_~`[]()<>!&;\\-#| \n1.ab", max_size=12),
    max_size=12,
)


@settings(max_examples=200)
@given(_LINES.map("\n".join))
def test_any_text_is_read(text: str) -> None:
    """Law: any text gives a document, and writing and reading that again gives its blocks again."""
    document = read("x\n\n" + text)
    again = read(write_markdown(document, NoOptions(), WriteContext()).decode("utf-8"))
    assert again.blocks == _as_written(document)


def _as_written(document: Document) -> tuple[Block, ...]:
    return tuple(each for each in document.blocks if not isinstance(each, Furniture))


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000, "*a " * 30_000, "**a*_~" * 10_000, "> " * 5_000 + "x", "- " * 5_000 + "x", "`" * 10_000 + "a",
     "<!--" * 20_000, "\\" * 50_001, "[a](" * 20_000, "| a " * 5_000 + "\n" + "| - " * 5_000, "&" * 50_000,
     "- a\n" * 5_000, "`a``b" * 10_000, "[a][b" * 10_000, "<a " * 20_000],
)  # fmt: skip
def test_files_made_to_hurt(text: str) -> None:
    """Files of nothing but signs are read as some document, without running out of stack."""
    assert isinstance(read("x\n\n" + text), Document)


def test_what_markdown_cannot_hold() -> None:
    """The listed exceptions: figures as their table, guessed headings with a level, odd numbers before the words."""
    data = Table(rows=(("Månad", "Vad"), ("mars", "möte")))
    document = Document(
        title="Plan",
        language="sv",
        role="plan",
        blocks=[
            Heading(text="Gissad"),
            ListItem(text="mål", number="3.1"),
            Figure(svg="<svg/>", alt="Årshjul", data=data),
            Furniture(text="Sida 2", reason="page number"),
        ],
    )
    back = read(write_markdown(document, NoOptions(), WriteContext()).decode("utf-8"))
    assert back.blocks == (
        Heading(text="Gissad", level=1),
        ListItem(text="3.1 mål"),
        Table(rows=data.rows, caption="Årshjul"),
    )
