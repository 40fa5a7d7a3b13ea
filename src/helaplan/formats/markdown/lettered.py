"""Lists whose items begin with `a)`, `b)`: words for CommonMark, a list for whoever typed it below a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from helaplan.formats.markdown.structure import Line

_LETTER = re.compile(r"(?P<indent>[ ]*)(?P<letter>[a-zåäö])(?P<sign>[).])(?P<space>[ ]+)(?=\S)")
_ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"


def with_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines with numbers for the letters of each such list: two items at least, from `a` on, none left out.

    A line that ends in a hard break is a text whose lines somebody wanted to stand below each other, as it is.
    """
    made = list(lines)
    place = 0
    while place < len(made):
        run = _run(made, place)
        for number, at in enumerate(run, start=1):
            match = _LETTER.match(made[at].text)
            assert match is not None  # that is what the run was made of
            words = made[at].text[match.end() :]
            made[at] = evolve(made[at], text=f"{match['indent']}{number}{match['sign']}{match['space']}{words}")
        place = run[-1] + 1 if run else place + 1
    return made


def _run(lines: Sequence[Line], start: int) -> list[int]:
    """The places of a list's items from this line on; none where no list begins here."""
    first = _LETTER.match(lines[start].text)
    if first is None or first["letter"] != "a":
        return []
    found = [start]
    for at in range(start + 1, len(lines)):
        line = lines[at]
        if _breaks(lines[at - 1].text):
            return []
        match = _LETTER.match(line.text)
        if match is not None and match["indent"] == first["indent"] and match["sign"] == first["sign"]:
            if match["letter"] != _ALPHABET[len(found) : len(found) + 1]:
                break
            found.append(at)
        elif line.blank or line.indent <= len(first["indent"]):
            break
    return found if len(found) > 1 else []


def _breaks(text: str) -> bool:
    return text.endswith(("  ", "\\"))
