"""From paths to characters: where the parts of a plan file stand."""

from __future__ import annotations

import pytest

from helaplan.findings import Anchor, Path, Position, Span
from helaplan.planfile.reader import read_raw

TEXT = """\
title: "Plan 2023"   # namn
organisation:
  name: Bygd A
  county: 0117
areas:
- name: Väg
  text: |
    En rad
    två rader

- name: [a, b]
- {name: x, id: 8.10}
-
empty:
"""


def span(path: Path, anchor: Anchor = Anchor.VALUE, *, pure: bool = False) -> tuple[int, int, int, int]:
    """Start and end of a span in TEXT as four numbers."""
    found = read_raw(TEXT, pure=pure).places.span(path, anchor)
    assert found is not None
    return found.start.line, found.start.column, found.end.line, found.end.column


@pytest.mark.parametrize("pure", [False, True])
@pytest.mark.parametrize(
    "path, anchor, expected",
    [
        (("title",), Anchor.VALUE, (1, 8, 1, 19)),
        (("title",), Anchor.KEY, (1, 1, 1, 6)),
        (("organisation",), Anchor.VALUE, (3, 3, 4, 15)),
        (("organisation", "level"), Anchor.MISSING, (2, 1, 2, 13)),
        (("helaplan",), Anchor.MISSING, (1, 1, 1, 2)),
        (("areas", 0, "id"), Anchor.MISSING, (6, 3, 6, 4)),
        (("areas", 0, "text"), Anchor.VALUE, (7, 9, 9, 14)),
        (("areas", 1), Anchor.KEY, (11, 3, 11, 15)),
        (("areas", 2), Anchor.VALUE, (12, 3, 12, 22)),
        (("areas", 3), Anchor.VALUE, (13, 1, 13, 2)),
        (("empty",), Anchor.VALUE, (14, 1, 14, 6)),
        (("organisation", "name", "more", 3), Anchor.VALUE, (3, 9, 3, 15)),
        (("nowhere",), Anchor.KEY, (1, 1, 14, 6)),
        (("areas", 9), Anchor.VALUE, (6, 1, 13, 2)),
        ((), Anchor.VALUE, (1, 1, 14, 6)),
    ],
)
def test_span(path: Path, anchor: Anchor, expected: tuple[int, int, int, int], pure: bool) -> None:
    """A path stands for the characters of its value, its key, or the key of the mapping that lacks it."""
    assert span(path, anchor, pure=pure) == expected


def test_written() -> None:
    """The characters of a scalar as they stand in the file, which its value may have lost."""
    places = read_raw(TEXT).places
    assert places.written(("title",)) == '"Plan 2023"'
    assert places.written(("organisation", "county")) == "0117"
    assert places.written(("areas", 2, "id")) == "8.10"
    assert places.written(("areas",)) is None
    assert places.written(("nowhere",)) is None


def test_columns_count_characters() -> None:
    """A letter outside the first plane and a letter with its ring apart count as editors count code points."""
    places = read_raw("\ufeff{🌻: a, å: b}\r\nx: c".partition("\r")[0]).places
    assert places.span(("å",), Anchor.KEY) == Span(Position(1, 8), Position(1, 9))


def test_decomposed_keys_are_found_whole() -> None:
    """A key typed with its ring apart is found by the whole letter, which is also what the data has."""
    raw = read_raw("a\u030ar: 1\n")
    assert raw.data == {"år": 1}
    assert raw.places.span(("år",), Anchor.KEY) == Span(Position(1, 1), Position(1, 4))


def test_path_at() -> None:
    """A place leads back to the innermost part that holds it."""
    places = read_raw(TEXT).places
    assert places.path_at(2, 10) == ("organisation", "name")
    assert places.path_at(8, 6) == ("areas", 0, "text")
    assert places.path_at(11, 12) == ("areas", 2, "id")
