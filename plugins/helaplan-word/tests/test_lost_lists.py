"""Lists whose definition a file lacks, as programs leave them that write only half of the format."""

from __future__ import annotations

import io
from typing import Any

import docx  # type: ignore[import-not-found,import-untyped,unused-ignore]
import pytest
from helaplan_word.odt import read_odt
from helaplan_word.reader import read_word
from test_odt_features import flat
from word_files import W, word_file

from helaplan import Block, Heading, ListItem, Paragraph, Source


def shapes(blocks: Any) -> list[tuple[str, str]]:
    """Blocks in short."""
    said = {ListItem: "item", Heading: "heading", Paragraph: "text"}
    return [(said[type(each)] + (str(each.depth) if isinstance(each, ListItem) else ""), each.text) for each in blocks]


def odt(body: str) -> list[tuple[str, str]]:
    """The blocks of an OpenDocument text."""
    blocks: tuple[Block, ...] = read_odt(flat(body), Source(name="plan.fodt")).document.blocks
    return shapes(blocks)


def listed(*items: str, style: str = "") -> str:
    """A list of the names of its style, if any."""
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:list{named}>{''.join(f'<text:list-item>{each}</text:list-item>' for each in items)}</text:list>"


def p(words: str) -> str:
    """A paragraph."""
    return f'<text:p text:style-name="Standard">{words}</text:p>'


@pytest.mark.parametrize("style", ["", "Saknas"])
def test_lists_without_a_style_are_lists(style: str) -> None:
    """A list of an OpenDocument text is one though it names no style, or one that isn't there."""
    body = (
        p("Under året ordnar vi det här.")
        + listed(p("ordna fest") + listed(p("boka lokal")), p("städa"), style=style)
        + p("Slut.")
    )
    assert odt(body) == [
        ("text", "Under året ordnar vi det här."), ("item1", "ordna fest"), ("item2", "boka lokal"),
        ("item1", "städa"), ("text", "Slut."),
    ]  # fmt: skip


def test_a_heading_in_such_a_list_is_a_heading() -> None:
    """LibreOffice puts numbered headings into lists; without their style they are no items."""
    assert odt(listed('<text:h text:outline-level="1">Ungdom</text:h>') + p("Fest.")) == [
        ("heading", "Ungdom"),
        ("text", "Fest."),
    ]


def numbered(words: str, num: int, level: int = 0) -> str:
    """A paragraph of a list of a Word file."""
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p>"
    )


def word(body: str) -> list[tuple[str, str]]:
    """The blocks of a Word file."""
    return shapes(read_word(word_file(body), Source(name="plan.docx")).document.blocks)


def test_word_lists_without_a_definition_are_lists() -> None:
    """A paragraph that belongs to a list which the file doesn't hold is an item at its level."""
    assert W  # the namespace that the files are written in
    body = numbered("ordna fest", 77) + numbered("boka lokal", 77, 1) + numbered("städa", 77)
    assert word(body) == [("item1", "ordna fest"), ("item2", "boka lokal"), ("item1", "städa")]


def test_a_list_that_was_taken_away_is_none() -> None:
    """List 0 says that the paragraph belongs to none."""
    assert [kind for kind, _ in word(numbered("Vi ordnar fest och dans.", 0))] == ["text"]


def test_styles_of_lists_are_enough() -> None:
    """A paragraph in Word's own style for lists is an item, though the style lost its numbering."""
    made = docx.Document()
    for style, words in (("List Bullet", "fest"), ("List Bullet 2", "boka"), ("Normal", "Vi ordnar fest och dans.")):
        made.add_paragraph(words, style=style)
    for style in ("List Bullet", "List Bullet 2"):
        properties = made.styles[style].element.pPr
        properties.remove(properties.numPr)
    out = io.BytesIO()
    made.save(out)
    blocks = read_word(out.getvalue(), Source(name="plan.docx")).document.blocks
    assert shapes(blocks) == [("item1", "fest"), ("item2", "boka"), ("text", "Vi ordnar fest och dans.")]


def test_wide_letters_of_a_title_are_words() -> None:
    """A title with a blank between its letters is the words that it shows."""
    made = docx.Document()
    made.add_paragraph("V E R K S A M H E T S P L A N  2 0 2 5")
    made.add_paragraph("Å R S  P L A N", style="Heading 1")
    out = io.BytesIO()
    made.save(out)
    texts = [each.text for each in read_word(out.getvalue(), Source(name="plan.docx")).document.blocks]  # type: ignore[attr-defined]
    assert texts == ["VERKSAMHETSPLAN 2025", "ÅRS PLAN"]
