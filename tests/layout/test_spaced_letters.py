"""Titles set with a blank between every two letters are words; other single letters stay as they are."""

from __future__ import annotations

import pytest

from helaplan.document import Heading
from helaplan.formats.html import read_html
from helaplan.formats.markdown import read_markdown
from helaplan.layout import Line, blocks, join_letters
from helaplan.plugins.declarations import Source


@pytest.mark.parametrize(
    "spaced, words",
    [
        ("V E R K S A M H E T S P L A N  2 0 2 5", "VERKSAMHETSPLAN 2025"),
        ("V E R K S A M H E T S P L A N 2 0 2 5", "VERKSAMHETSPLAN 2025"),
        ("V E R K S A M H E T S P L A N 2025", "VERKSAMHETSPLAN 2025"),
        ("P L A N  2 0 2 4", "PLAN 2024"),
        ("P L A N  2 0 2 4 / 2 0 2 5", "PLAN 2024/2025"),
        ("Å R S P L A N \u00a0 F Ö R \u00a0 E K B Y N", "ÅRSPLAN FÖR EKBYN"),
        ("V i s i o n", "Vision"),
        ("V\u2009I\u2009S\u2009I\u2009O\u2009N", "VISION"),
        ("V  I  S  I  O  N", "VISION"),
        ("M Å L", "MÅL"),
        ("M Å L :", "MÅL:"),
        ("S Y F T E", "SYFTE"),
        ("V E R K S A M H E T S P L A N för Ekbyn", "VERKSAMHETSPLAN för Ekbyn"),
    ],
)
def test_wide_letters_are_words(spaced: str, words: str) -> None:
    """A wider blank, or the change to figures, parts words; a short word counts where it is a known heading."""
    assert join_letters(spaced) == words


@pytest.mark.parametrize(
    "text",
    [
        "Vi är 5 i A", "A B C", "1 2 3 4 5 6", "0 a | b | c A", "a b C d E", "Grupp A B C D och E", "X X X", "", "A",
        "Möte  i  maj", "å ö", "- - - - - -", "2 0 2 4",
    ],
)  # fmt: skip
def test_other_single_letters_stay(text: str) -> None:
    """Few letters, figures, letters and signs of all kinds are no word; every blank stays where it is."""
    assert join_letters(text) == text


def test_every_reader_knows_wide_letters() -> None:
    """Lines, HTML and Markdown give the same words."""
    spaced, words = "V E R K S A M H E T S P L A N  2 0 2 5", "VERKSAMHETSPLAN 2025"
    (line,) = blocks([Line(text=spaced, number=1)])
    assert isinstance(line, Heading)
    assert line.text == words
    page = read_html(f"<h1>{spaced.replace('  ', ' &nbsp; ')}</h1><p>Fest</p>".encode(), Source(name="a.html"))
    assert page.document.title == words
    assert read_markdown(f"# {spaced}\n\nFest".encode(), Source(name="a.md")).document.title == words
