"""The bytes of text files: encodings, other kinds of files, pages and tabs."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan.document import Paragraph, Table
from helaplan.errors import UnreadableSource
from helaplan.formats.text import read_text
from helaplan.plugins.declarations import Source

SENTENCE = "Å, ä och ö står kvar."


@pytest.mark.parametrize("encoding, findings", [("utf-8", 0), ("utf-8-sig", 0), ("utf-16", 0), ("cp1252", 1)])
def test_encodings(encoding: str, findings: int) -> None:
    """Every encoding that text files are met in is read; a guessed one is told of."""
    reading = read_text(SENTENCE.encode(encoding), Source())
    assert [block.text for block in reading.document.blocks if isinstance(block, Paragraph)] == [SENTENCE]
    assert len(reading.findings) == findings


@pytest.mark.parametrize(
    "data", [b"", b" \n\f\n", b"%PDF-1.7 x", b"PK\x03\x04 x", b"\xd0\xcf\x11\xe0 x", b"\xff\x00\x81a"]
)
def test_no_text(data: bytes) -> None:
    """Nothing to read and other kinds of files are refused before anything is made of them."""
    with pytest.raises(UnreadableSource):
        read_text(data, Source(name="plan.txt"))


def test_line_ends_count_alike() -> None:
    """LF, CRLF and CR give the same blocks at the same lines."""
    text = "Rubrik\n\n• Ett\n• Två\n"
    made = [
        [(block, block.place) for block in read_text(text.replace("\n", end).encode(), Source()).document.blocks]
        for end in ("\n", "\r\n", "\r")
    ]
    assert made[0] == made[1] == made[2]


def test_single_tabs_divide_cells() -> None:
    """Cells between single tabs make columns, however long the cells are."""
    made = read_text("Aktivitet\tAnsvarig\nLoppis på torget\tEva\nFest\tStyrelsen\n".encode(), Source()).document.blocks
    assert isinstance(made[0], Table)
    assert made[0].rows[1] == ("Loppis på torget", "Eva")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Any bytes are a document or a clean refusal."""
    with suppress(UnreadableSource):
        assert read_text(data, Source(name="x.txt")).document.blocks
