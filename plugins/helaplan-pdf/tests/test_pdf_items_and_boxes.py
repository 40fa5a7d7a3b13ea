"""Items without a written mark, and framed texts beside the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from helaplan_pdf.reader import read_pdf
from make_pdf import both, drawn, text
from PIL import Image
from reportlab.lib.utils import ImageReader

from helaplan import Block, ListItem, Paragraph, Source

LEFT, IN, PITCH = 70.0, 86.0, 15.0
ITEMS = [
    ("Ordna läger i juli för alla unga i bygden mellan", "tio och femton år, med bad vid sjön"),
    ("Städdag i maj",),
    ("Bygga en skatepark bakom skolan tillsammans med", "kommunen och ungdomarna själva"),
]
WORDS = [" ".join(lines) for lines in ITEMS]


def set_out(items: Sequence[Sequence[str]], *, deeper: float = IN, begin: str = "") -> list[tuple[float, float, str]]:
    """The lines of items, the first of each further out than its others."""
    lines = [(LEFT if n == 0 else deeper, begin * (n == 0) + words) for each in items for n, words in enumerate(each)]
    return [(x, 700.0 - PITCH * n, words) for n, (x, words) in enumerate(lines)]


def read(*draws: Any) -> tuple[Block, ...]:
    """The blocks of one page."""
    return read_pdf(drawn(both(*draws)), Source(name="plan.pdf")).document.blocks


def items(blocks: Sequence[Block]) -> list[str]:
    """The words of the items."""
    return [each.text for each in blocks if isinstance(each, ListItem)]


def test_lines_that_hang_out_begin_items() -> None:
    """A list without marks is told by its first lines; items of one line between the others are items, too."""
    assert items(read(text(*set_out(ITEMS)))) == WORDS


@pytest.mark.parametrize(
    "lines, deeper",
    [
        (ITEMS, LEFT),
        (ITEMS[:2], IN),
        (ITEMS, 200.0),
        (
            [
                ("Ansvarig: Eva Ek och Nils Nilsson i styrelsen", "som nås per brev"),
                ("När: varje vår och höst", "om vädret är bra"),
            ],
            IN,
        ),
    ],
)
def test_other_lines_begin_no_items(lines: Any, deeper: float) -> None:
    """Prose set flush, one line that hangs out, a far indent, labels with their values: no list."""
    assert items(read(text(*set_out(lines, deeper=deeper)))) == []


def test_written_marks_stay_what_they_are() -> None:
    """Where items have marks, nothing is put before them."""
    blocks = read(text(*set_out(ITEMS, begin="- ")))
    assert items(blocks) == WORDS
    assert [each.look.marker for each in blocks if isinstance(each, ListItem) and each.look] == ["-"] * 3


def test_a_line_before_items_with_marks_is_no_item() -> None:
    """Where some lines have marks, a line without one that stands as far out leads in, or ends, the list."""
    marked = [(f"• {first}", *more) for first, *more in ITEMS]
    blocks = read(text(*set_out([("Under året ska vi:",), *marked])))
    assert items(blocks) == WORDS


def pictures(*places: tuple[float, float], side: float = 6.0) -> Any:
    """Draws small pictures."""

    def draw(canvas: Any) -> None:
        picture = ImageReader(Image.new("RGB", (8, 8), "red"))
        for x, y in places:
            canvas.drawImage(picture, x, y, side, side)

    return draw


def test_pictures_may_be_bullets() -> None:
    """A small picture before each of several lines is a bullet; one alone, or a large one, is an ornament."""
    lines = [(IN, 700.0 - PITCH * n, words) for n, words in enumerate(("Läger i juli", "Städdag i maj", "Fest"))]
    places = [(LEFT, y) for _, y, _ in lines]
    assert items(read(text(*lines), pictures(*places))) == ["Läger i juli", "Städdag i maj", "Fest"]
    assert items(read(text(*lines), pictures(places[0]))) == []
    assert items(read(text(*lines), pictures((400.0, 500.0), side=90.0))) == []


BOX = ["Kontakta oss gärna! Styrelsen", "svarar på frågor om planen och", "tar emot förslag hela året."]


def framed(x: float, y: float, width: float, height: float) -> Any:
    """Draws a frame."""
    return lambda canvas: canvas.rect(x, y, width, height)


def test_a_framed_text_beside_the_text_is_read_by_itself() -> None:
    """The lines of a box don't run into those beside it; its words come once, after the page's own."""
    body = [
        (LEFT, 700.0 - PITCH * n, words)
        for n, words in enumerate(
            ("• Ordna läger i juli för alla unga", "• Städdag i maj", "• Bygga en skatepark", "• Fest")
        )
    ]
    box = [(350.0, 698.0 - 13.0 * n, words) for n, words in enumerate(BOX)]
    blocks = read(text(*body), text(*box, size=10), framed(340, 660, 200, 60))
    assert items(blocks) == ["Ordna läger i juli för alla unga", "Städdag i maj", "Bygga en skatepark", "Fest"]
    assert [each.text for each in blocks if isinstance(each, Paragraph)] == [" ".join(BOX)]


def test_a_frame_around_the_text_itself_is_none() -> None:
    """A frame with nothing beside it only sets its text off: the order of reading stays."""
    above, inside, below = "Före ramen står en rad för sig.", BOX, "Efter ramen står en rad till."
    lines = [
        (LEFT, 740.0, above),
        *((LEFT, 700.0 - 15.0 * n, words) for n, words in enumerate(inside)),
        (LEFT, 600.0, below),
    ]
    blocks = read(text(*lines), framed(60, 640, 250, 80))
    assert [each.text for each in blocks if isinstance(each, Paragraph)] == [above, " ".join(inside), below]
