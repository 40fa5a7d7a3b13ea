"""Paragraphs as pieces: a paragraph with line breaks may be several, each with its look and its typed mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from attrs import define, evolve

from helaplan import join_letters
from helaplan_word.raw import BREAK, TAB, RawParagraph, Span, plain

_LETTERS = re.compile(r"[^\W\d_]")
_SURE = re.compile(r"(?P<mark>[•●○◦▪■□▫❑➢➤►▶✓✔❖◆◇·∙‣⁃☐☑☒\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e])\s*(?=\S)")
_WEAK = re.compile(r"(?P<mark>[-–—*o])(?P<blank>[\s\u00a0]+)(?=\S)")
_NUMBER = re.compile(r"(?P<mark>\(?(?P<count>\d{1,2}|[a-zåäö])(?P<end>[.)]))(?P<blank>[\s\u00a0]+)(?=\S)")
_LABEL = re.compile(r"[^\W\d_][\w/ -]{1,28}:\s+\S")
_ENDS = (".", ":", "!", "?", ";")
#: What a tab is wide where nobody has set one, in points.
_TAB = 36.0


@define(eq=False, kw_only=True)
class Piece:
    """A line or several of one paragraph that say one thing. `mark` is a mark that somebody typed, or ""."""

    paragraph: RawParagraph
    text: str
    cells: tuple[str, ...]
    start: float
    bold: bool = False
    caps: bool = False
    underline: bool = False
    size: float = 0.0
    mark: str = ""
    rest: str = ""
    sure: bool = False
    number: bool = False
    first: bool = True


def pieces_of(paragraph: RawParagraph) -> list[Piece]:
    """The pieces of a paragraph that has words, in order."""
    groups: list[list[Piece]] = []
    for line in _lines(paragraph.spans):
        if not plain(line):
            continue
        piece = _piece(paragraph, line)
        if groups and not _begins(groups[-1][0], groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            piece.first = not groups
            groups.append([piece])
    return [_joined(group) for group in groups]


def _lines(spans: Sequence[Span]) -> list[list[Span]]:
    """The spans of each line: cut at line breaks."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        if BREAK not in span.text:
            lines[-1].append(span)
            continue
        first, *others = span.text.split(BREAK)
        lines[-1].append(evolve(span, text=first))
        lines += [[evolve(span, text=each)] for each in others]
    return lines


def _begins(head: Piece, before: Piece, piece: Piece) -> bool:
    """Whether a line after a break says something of its own rather than going on with `head`, of which the last line
    is `before`.
    """
    if piece.mark and (piece.sure or piece.number or head.mark or before.text.endswith(":")):
        return True
    if piece.bold != head.bold or is_labelled(piece.text):
        return True
    if head.mark:
        return not piece.text[:1].islower() and piece.start <= head.start
    return before.text.endswith(_ENDS) and not piece.text[:1].islower()


def _joined(group: Sequence[Piece]) -> Piece:
    """The first line of several with the words of all."""
    head, *others = group
    if others:
        head.text = " ".join(piece.text for piece in group)
        if head.mark:
            head.rest = " ".join((head.rest, *(piece.text for piece in others)))
        # The cells of the lines that go on are words of the last cell.
        last = " ".join((*head.cells[-1:], *(cell for piece in others for cell in piece.cells)))
        head.cells = (*head.cells[:-1], last)
    return head


def _piece(paragraph: RawParagraph, line: Sequence[Span]) -> Piece:
    raw = "".join(span.text for span in line)
    tabs = len(raw) - len(raw.lstrip(" \u00a0" + TAB).lstrip()) if raw[:1].isspace() else 0
    leading = raw[:tabs].count(TAB)
    text = " ".join(join_letters(raw).split())
    cells = tuple(cell for each in raw.split(TAB) if (cell := " ".join(each.split())))
    letters = [(len(_LETTERS.findall(span.text)), span.look) for span in line]
    total = sum(count for count, _ in letters)
    sizes: Counter[float] = Counter()
    for count, look in letters:
        sizes[look.size or 0.0] += count
    made = Piece(
        paragraph=paragraph,
        text=text,
        cells=cells,
        start=paragraph.start + leading * _TAB,
        bold=total > 0 and all(look.bold for count, look in letters if count),
        caps=is_caps(text) or (total > 0 and all(look.caps for count, look in letters if count)),
        underline=total > 0 and all(look.underline for count, look in letters if count),
        size=max(sizes, key=lambda size: (sizes[size], -size), default=0.0),
    )
    _mark(made, raw.lstrip())
    return made


def _mark(piece: Piece, raw: str) -> None:
    """Find a mark that somebody typed; whether a doubtful one counts is decided by `settle`."""
    if found := _SURE.match(raw):
        piece.mark, piece.sure = found["mark"], True
    elif found := _WEAK.match(raw):
        piece.mark, piece.sure = found["mark"], TAB in found["blank"]
    elif found := _NUMBER.match(raw):
        piece.mark, piece.number, piece.sure = found["mark"], True, False
    else:
        return
    piece.rest = " ".join(raw[found.end() :].split())
    piece.cells = tuple(cell for each in raw[found.end() :].split(TAB) if (cell := " ".join(each.split())))


def is_caps(text: str) -> bool:
    """Whether a text has at least three letters and all of them are capitals."""
    letters = _LETTERS.findall(text)
    return len(letters) >= 3 and all(letter.isupper() for letter in letters)


def is_labelled(text: str) -> bool:
    """Whether a line says at its beginning what it holds: `När: i maj`."""
    return _LABEL.match(text) is not None


def settle(pieces: Iterable[Piece]) -> None:
    """Take away the typed marks that are none: a dash counts in company, a number as 1 or with one before it."""
    found = [piece for piece in pieces if piece.mark]
    weak = Counter(piece.mark for piece in found if not piece.number)
    numbers = {piece.mark for piece in found if piece.number}
    for piece in found:
        keeps = _follows(piece.mark, numbers) if piece.number else piece.sure or weak[piece.mark] > 1
        if not keeps:
            piece.mark, piece.rest, piece.number = "", "", False


def _follows(mark: str, numbers: set[str]) -> bool:
    count, end = mark.strip("().") or mark, mark[-1]
    start = "(" if mark.startswith("(") else ""
    if count.isdigit():
        return int(count) == 1 or f"{start}{int(count) - 1}{end}" in numbers
    return end == ")" and (count == "a" or f"{start}{chr(ord(count) - 1)}{end}" in numbers)


def usual_size(pieces: Iterable[Piece]) -> float:
    """The size in which most letters are set."""
    letters: Counter[float] = Counter()
    for piece in pieces:
        letters[piece.size] += len(piece.text)
    return max(letters, key=lambda size: (letters[size], -size), default=0.0)


def runs_of_rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces in groups: neighbours that are rows of a table set with tabs stand together."""
    groups: list[list[Piece]] = []
    for is_row, each in groupby(pieces, key=lambda piece: len(piece.cells) if is_row_of_tabs(piece) else 0):
        members = list(each)
        groups += [members] if is_row and len(members) > 1 else [[piece] for piece in members]
    return groups


def is_row_of_tabs(piece: Piece) -> bool:
    """Whether a piece has cells set apart by tabs, and isn't `När:` with its value."""
    return len(piece.cells) > 1 and not piece.mark and piece.paragraph.mark is None and not piece.cells[0].endswith(":")
