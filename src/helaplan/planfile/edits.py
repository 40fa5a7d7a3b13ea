"""Changes of a plan file that touch nothing but what they change.

Edits are in characters of the decoded text. A byte order mark and every line end outside an edit stay as they are.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from helaplan.findings import Edit
from helaplan.planfile.lines import LINE_END
from helaplan.planfile.scalars import FORBIDDEN, meaning

#: A text that needs no quotes wherever it stands: no reader of any version sees a sign or word of its own in it.
_BARE = re.compile(r"[^\W\d_][^\n:#,\[\]{}&*!|>'\"%@`~=<\\]*|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", re.UNICODE)
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_WORDS = frozenset("null true false yes no on off y n".split())


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. ValueError where two of them touch the same place, or one lies outside."""
    made, done = [], 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if not done <= edit.start <= edit.end <= len(text):
            raise ValueError(f"edit at {edit.start} overlaps another or lies outside the text")
        made += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join((*made, text[done:]))


def select_edits(groups: Iterable[Sequence[Edit]]) -> tuple[list[Edit], list[int]]:
    """As many groups of edits as can be made together, the first ones first, each whole or not at all.

    Returns their edits and the indexes of the groups. Two edits clash where they share a character or begin at the
    same place, since then their order would matter.
    """
    taken: list[Edit] = []
    chosen = []
    starts: list[tuple[int, int]] = []
    for index, group in enumerate(groups):
        if any(_clashes(edit, starts) for edit in group):
            continue
        chosen.append(index)
        taken += group
        for edit in group:
            starts.insert(bisect_right(starts, (edit.start, edit.end)), (edit.start, edit.end))
    return taken, chosen


def _clashes(edit: Edit, taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(taken, (edit.start, edit.end))
    if at < len(taken) and (taken[at][0] < edit.end or taken[at][0] == edit.start):
        return True
    return at > 0 and (taken[at - 1][1] > edit.start or taken[at - 1][0] == edit.start)


def encoded(text: str, like: bytes | str) -> bytes:
    """The text as bytes of a file, with a byte order mark where `like` has one."""
    data = text.encode("utf-8", "surrogatepass")
    marked = like.startswith("\ufeff") if isinstance(like, str) else like.startswith(codecs.BOM_UTF8)
    return codecs.BOM_UTF8 + data if marked else data


def line_end_of(text: str) -> str:
    """The line end that the text uses most; the first one where two are even, LF where there is none."""
    ends = LINE_END.findall(text)
    return max(dict.fromkeys(ends), key=ends.count) if ends else "\n"


def scalar(value: str, style: str | None = None) -> str:
    """The text as a YAML scalar on one line, in the quotes of `style`; without it bare where that is sure to be read.

    Single quotes can't hold a control character; such a text is put in double quotes whatever the style.
    """
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return value if style not in ("'", '"') and _is_bare(value) else quoted(value)


def _is_bare(value: str) -> bool:
    """True for a text that every reader takes for this text without quotes."""
    bare = _BARE.fullmatch(value) is not None and value == value.strip()
    return bare and value.casefold() not in _WORDS and meaning(value) == value


def quoted(value: str) -> str:
    """The text in double quotes; in single ones where it has double quotes or backslashes of its own."""
    if ('"' in value or "\\" in value) and "'" not in value and not FORBIDDEN(value) and "\n" not in value:
        return f"'{value}'"
    return '"' + value.translate(_ESCAPES) + '"'


class Origins:
    """Where the characters of an edited text stood before."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._starts = [0]
        self._moves = [(0, 0, False)]
        shift = 0
        for edit in sorted(edits, key=lambda each: (each.start, each.end)):
            start = edit.start + shift
            self._starts.append(start)
            self._moves.append((edit.start, edit.end, True))
            shift += len(edit.text) - (edit.end - edit.start)
            self._starts.append(start + len(edit.text))
            self._moves.append((edit.end, edit.end, False))

    def before(self, offset: int) -> int:
        """The index in the old text of an index in the new one. What came new stands where it was put."""
        place = bisect_right(self._starts, offset) - 1
        start, end, new = self._moves[place]
        moved = start + offset - self._starts[place]
        return min(moved, end) if new else moved
