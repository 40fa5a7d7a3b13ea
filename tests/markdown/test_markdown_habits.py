"""Habits of people who write Markdown: bold lines for headings, lines broken by hand, tables of all kinds, HTML."""

from __future__ import annotations

from typing import Any

import pytest

from helaplan.document import Block, Document, Furniture, Heading, LabelLine, ListItem, Paragraph, Table
from helaplan.formats.markdown import read_markdown
from helaplan.plugins.declarations import Source
from helaplan.recognise import recognise


def read(text: str) -> Document:
    """The document of a Markdown file."""
    return read_markdown(text.encode(), Source(name="plan.md")).document


def shape(each: Block) -> Any:
    """A block in short: its kind and words."""
    if isinstance(each, Heading):
        return ("h", each.text)
    if isinstance(each, ListItem):
        return (f"item{each.depth}", each.text)
    if isinstance(each, LabelLine):
        return (f"label{each.depth}", each.label, *each.texts)
    if isinstance(each, Table):
        return ("table", each.header, each.rows)
    assert isinstance(each, Paragraph | Furniture)
    return ("p" if isinstance(each, Paragraph) else "beside", each.text)


def shapes(text: str) -> list[Any]:
    """The blocks below a title, in short."""
    return [shape(each) for each in read(f"# Plan\n\n{text}").blocks]


@pytest.mark.parametrize(
    "text, heading",
    [
        ("**Mål**", "Mål"),
        ("__Mål__", "Mål"),
        ("**Mål:**", "Mål:"),
        ("**Mål**:", "Mål:"),
        ("**3.1 Ungdom**", "3.1 Ungdom"),
        ("***Mål***", "Mål"),
        ("**Mål**\n\nMer fest.", "Mål"),
        ("**Mål**\nMer fest.", "Mål"),
        ("**Mål**  \nMer fest.", "Mål"),
        ("**Aktiviteter**\n- Fest", "Aktiviteter"),
        ("Mål\n---", "Mål"),
        ("Mål\n===", "Mål"),
        ("## Mål ##", "Mål"),
    ],
)
def test_lines_that_head_what_follows(text: str, heading: str) -> None:
    """A line in bold by itself is a heading, as one with `#` or underlined; what stands below it is its text."""
    assert shapes(f"Inledande ord.\n\n{text}")[1] == ("h", heading)


@pytest.mark.parametrize(
    "text",
    [
        "**Vi ska ordna mer fest.**",
        "**Mål** för året",
        "Vi vill ha **mer fest**",
        "**Fest** och **dans**",
        "- **Fest**",
        "> text",
        r"\*\*Mål\*\*",
        "*Mål*",
        "**När:** maj",
        f"**{'Mycket ' * 20}**",
        "**---**",
    ],
)
def test_bold_words_that_head_nothing(text: str) -> None:
    """A sentence, a part of a line, an item, a label with its text: no headings."""
    assert [each for each in shapes(text) if each[0] == "h"] == []


def test_bold_headings_give_goals_indicators_and_activities() -> None:
    """A plan whose inner headings are bold lines comes out as one whose headings are marked."""
    text = "# Verksamhetsplan 2025\n\n## Aktiviteter\n\n### Ungdom\n\n{0}Mål{1}\n\nFler unga är med.\n\n"
    text += "{0}Aktiviteter{1}\n\n- Läger\n- Bad\n"
    bold, marked = (read(text.format(*signs)) for signs in (("**", "**"), ("#### ", "")))
    plans = [recognise(each).plan for each in (bold, marked)]
    said = [
        [(area.name, [g.text for g in area.goals], [a.text for a in area.activities]) for area in plan.areas]
        for plan in plans
    ]
    assert said[0] == said[1] == [("Ungdom", ["Fler unga är med."], ["Läger", "Bad"])]


def test_labels_stand_line_by_line() -> None:
    """Below an item or by themselves, each line that begins with a bold label says something of its own."""
    assert shapes("- Läger\n  **Ansvarig:** Eva\n  **När:** juli\n- Fest") == [
        ("item1", "Läger"), ("label1", "Ansvarig", "Eva"), ("label1", "När", "juli"), ("item1", "Fest"),
    ]  # fmt: skip
    assert shapes("**Ansvarig:** Eva  \n**När**: juli") == [("label0", "Ansvarig", "Eva"), ("label0", "När", "juli")]


def test_lines_broken_by_hand_stand_apart() -> None:
    """Two spaces, a backslash or `<br>` part short lines that begin anew; other lines go on."""
    for sign in ("  ", "\\", "<br>", " <br/>"):
        text = f"Ekbyns byalag{sign}\nAntagen den 3 mars 2025{sign}\nsom förslag"
        assert shapes(text) == [("p", "Ekbyns byalag"), ("p", "Antagen den 3 mars 2025 som förslag")]
    assert shapes("Ekbyns byalag\nAntagen den 3 mars") == [("p", "Ekbyns byalag Antagen den 3 mars")]


def test_definitions_are_labels() -> None:
    """A line with colons below it is a name and what is said of it."""
    assert shapes("Ansvarig\n: Styrelsen\n: *Eva* Ek") == [("label0", "Ansvarig", "Styrelsen", "Eva Ek")]
    assert shapes("Ansvarig\nStyrelsen: Eva") == [("p", "Ansvarig Styrelsen: Eva")]


def test_boxes_of_tasks_are_no_words() -> None:
    """`- [ ]` and `- [x]` are items; a link or a bracket at the beginning stays."""
    assert shapes("- [ ] Läger\n- [x] Fest\n* [X] Bad\n- [y] Dans\n1. [ ] Mat") == [
        ("item1", "Läger"), ("item1", "Fest"), ("item1", "Bad"), ("item1", "[y] Dans"), ("item1", "Mat"),
    ]  # fmt: skip


ROWS = (("Aktivitet", "Ansvarig"), ("Läger", "Eva"))


def test_tables_with_and_without_a_line_of_dashes() -> None:
    """GitHub wants dashes below the heads; people forget them, or have no heads."""
    assert shapes("| Aktivitet | Ansvarig |\n|---|:-:|\n| Läger | Eva |") == [("table", 1, ROWS)]
    assert shapes("Aktivitet | Ansvarig\n--- | ---\nLäger | Eva") == [("table", 1, ROWS)]
    assert shapes("| Aktivitet | Ansvarig |\n| Läger | Eva |") == [("table", 0, ROWS)]
    assert shapes("| | |\n|---|---|\n| Läger | Eva |") == [("table", 0, ROWS[1:])]


def test_bars_in_text_make_no_table() -> None:
    """One line between bars, or lines of different width, are words."""
    assert [each[0] for each in shapes("| Läger |\n| Fest |")] == ["p"]
    assert [each[0] for each in shapes("| Läger | Eva |")] == ["p"]
    assert [each[0] for each in shapes("Läger | Eva\nFest | Nils")] == ["p"]


def test_a_list_in_a_cell_gives_a_row_for_each_item() -> None:
    """Lines with marks, parted by `<br>`, are items; what stands beside them is said of each."""
    table = "| Aktivitet | Ansvarig |\n|---|---|\n| - Läger<br>- Bad | Eva |\n| Fest<br>med dans | Nils |"
    assert shapes(table) == [
        ("table", 1, (ROWS[0], ("Läger", "Eva"), ("Bad", "Eva"), ("Fest med dans", "Nils"))),
    ]


def test_html_inside() -> None:
    """Lists, tables and headings of HTML are read as such; other tags are taken away from around the words."""
    text = (
        "<h2>Ungdom</h2>\n\n<ul>\n<li>Läger</li>\n<li>Bad</li>\n</ul>\n\n<table>\n<tr><th>Aktivitet</th><th>Ansvarig"
        "</th></tr>\n<tr><td>Läger</td><td>Eva</td></tr>\n</table>\n\n<div align=center>Slut</div>"
    )
    assert shapes(text) == [("h", "Ungdom"), ("item1", "Läger"), ("item1", "Bad"), ("table", 1, ROWS), ("p", "Slut")]


def test_html_without_an_end_is_words() -> None:
    """A tag that nobody closed swallows nothing of what follows."""
    assert ("h", "Mål") in shapes("<table>\n\n## Mål\n\nMer fest.")


def test_a_title_may_stand_in_front_matter() -> None:
    """Site builders keep the title there; a heading of the text goes before it."""
    matter = '---\ntitle: "Verksamhetsplan 2025"\nlayout: page\n---\n'
    assert read(f"{matter}\nVi ordnar fest.").title == "Verksamhetsplan 2025"
    assert read(f"{matter}\n# Plan för 2025\n\nVi ordnar fest.").title == "Plan för 2025"
    assert shape(read(f"{matter}\nVi ordnar fest.").blocks[0])[0] == "beside"


@pytest.mark.parametrize("piece", ["a\\\n", "**a\n", "<ul>\n", "|a|b|\n", "**", "<br>", ": y\n", "**a** "])
def test_pieces_that_come_back_without_end_are_read(piece: str) -> None:
    """What is never closed, or never ends, many thousand times, gives a document all the same."""
    assert read(f"Fest\n{piece * 20_000}").blocks


def test_letters_below_an_item_are_a_list() -> None:
    """`a)`, `b)` are words for CommonMark; whoever typed them below a line meant items."""
    text = (
        "1. Cirklar i samarbete med ABF\n    a)  engelska\n    b)  släktforskning\n2. Resa\n\n"
        "- Vårfest\n  a) dans\n  b) mat\n- Se a) och b)\n"
    )
    assert [shape(each) for each in read(text).blocks] == [
        ("item1", "Cirklar i samarbete med ABF"),
        ("item2", "engelska"),
        ("item2", "släktforskning"),
        ("item1", "Resa"),
        ("item1", "Vårfest"),
        ("item2", "dans"),
        ("item2", "mat"),
        ("item1", "Se a) och b)"),
    ]


@pytest.mark.parametrize("text", ["- Fråga\n  a) ensam\n", "Vi vill  \na) mer  \nb) nytt\n", "- X\n  b) ej\n  c) a\n"])
def test_letters_in_words_stay_words(text: str) -> None:
    """One alone, lines that a hard break holds together, and a list that does not begin with a."""
    assert "item2" not in str([shape(each) for each in read(text).blocks])
    assert ") " in str([shape(each) for each in read(text).blocks])
