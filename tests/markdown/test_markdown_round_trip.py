"""Markdown gives back the document that was written, and a plain CommonMark reader shows its words."""

from __future__ import annotations

import html
import re

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from helaplan.document import Document, Heading, LabelLine, ListItem, Paragraph, Table
from helaplan.formats.markdown import read_markdown, write_markdown
from helaplan.plugins.declarations import NoOptions, Source, WriteContext
from helaplan.testing.strategies import documents

SLOW = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])


def written(document: Document) -> str:
    """The document as Markdown text."""
    return write_markdown(document, NoOptions(), WriteContext()).decode("utf-8")


def read(text: str) -> Document:
    """The document in Markdown text."""
    return read_markdown(text.encode("utf-8"), Source(name="a.md")).document


def has_words(document: Document) -> bool:
    """Whether there is anything to read: a file of signs alone is refused."""
    return any(letter.isalnum() for letter in written(document))


@SLOW
@given(documents().filter(has_words))
def test_document_comes_back(document: Document) -> None:
    """Law: blocks with their ids, roles and depths, title, subtitle and language come back from Markdown."""
    assert read(written(document)) == document


def shown(text: str) -> list[str]:
    """The words of each paragraph, item, heading and cell that a CommonMark reader shows."""
    markdown_it = pytest.importorskip("markdown_it")
    page = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    page = re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL)
    page = re.sub(r"</?(?:p|li|ul|ol|h\d|table|thead|tbody|tr|th|td|hr|blockquote|pre|code)\b[^>]*>", "\n", page)
    page = page.replace("<strong>", "").replace("</strong>", "")
    return [" ".join(html.unescape(line).split()) for line in page.split("\n") if line.strip()]


def words(document: Document) -> list[str]:
    """What a reader should see, block for block."""
    made = [document.title, document.subtitle]
    for block in document.blocks:
        if isinstance(block, LabelLine):
            made.append(f"{block.label}: {'; '.join(block.texts)}")
        elif isinstance(block, Table):
            made += [block.caption, *(cell for row in block.rows for cell in row)]
        elif isinstance(block, (Heading, ListItem, Paragraph)):
            made.append(block.text)
    return [each for each in made if each]


@SLOW
@given(documents())
def test_rendered_words_are_the_words(document: Document) -> None:
    """Law: what another CommonMark reader shows is the document's words, block for block, whatever the words are."""
    assert shown(written(document)) == words(document)


@settings(max_examples=50)
@given(documents())
def test_same_bytes(document: Document) -> None:
    """Law: a document gives the same bytes each time, and they end with one line end."""
    assert written(document) == written(evolve(document))
    assert not written(document).endswith("\n\n")
