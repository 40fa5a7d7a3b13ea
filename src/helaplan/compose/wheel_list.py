"""The list below a year wheel: rows in two columns, cut to the room there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from helaplan.compose import svg
from helaplan.compose.colours import INK, MUTED, RULE, TONES

LIST_WIDTH = 1000
_MARGIN, _GUTTER, _SIZE, _LINE = 24, 36, 15, 20
_COLUMN = (LIST_WIDTH - 2 * _MARGIN - _GUTTER) / 2
_INDENT = 34.0


@frozen
class Row:
    """A heading over both columns."""

    text: str


@frozen
class ItemRow(Row):
    """A row of a column: a badge or bullet, `lead` in bold, the text, a note after it. `keep` with the next one."""

    badge: str = ""
    tone: int = 0
    lead: str = ""
    note: str = ""
    bold: bool = False
    keep: bool = False


@frozen(kw_only=True)
class _Drawn:
    row: ItemRow
    lines: tuple[str, ...]
    lead: str
    height: float


def unsaid(notes: Iterable[str], name: str) -> str:
    """The notes on something that its name doesn't say already, word for word: `löpande`; "" for none."""
    said = name.casefold()
    words = (each for each in notes if not re.search(rf"(?<!\w){re.escape(each.casefold())}(?!\w)", said))
    return "; ".join(each for each in words if each)


def badge(x: float, y: float, size: float, text: str, tone: int) -> Iterator[str]:
    """A filled circle with a letter or number in it."""
    letters = min(size * 1.15, 1.75 * size / max(svg.width(text, 1, bold=True), 0.1))
    yield (
        f'<circle class="tone-{tone}" data-label="badge" cx="{svg.num(x)}" cy="{svg.num(y)}" r="{svg.num(size)}" '
        f'fill="{TONES[tone - 1]}"/>'
        f'<text class="on-tone" x="{svg.num(x)}" y="{svg.num(y)}" dy="0.36em" text-anchor="middle" fill="#ffffff" '
        f'font-size="{svg.num(letters)}" font-weight="700">{svg.text(text)}</text>'
    )


def _groups(rows: Sequence[Row]) -> Iterator[tuple[str, list[ItemRow]]]:
    """Items by the heading they stand below."""
    heading, items = "", list[ItemRow]()
    for row in rows:
        if isinstance(row, ItemRow):
            items.append(row)
            continue
        if items:
            yield heading, items
        heading, items = row.text, []
    if items:
        yield heading, items


def _drawn(row: ItemRow) -> _Drawn:
    room = _COLUMN - _INDENT
    lead = svg.fit(row.lead, _SIZE, room * 0.6, bold=True) if row.lead else ""
    used = svg.width(f"{lead}  ", _SIZE, bold=True) if lead else 0.0
    words = f"{row.text} ({row.note})" if row.note else row.text
    lines = tuple(svg.wrap(words, _SIZE, room, 2, bold=row.bold, used=used)) or ("",)
    height = _LINE * len(lines) + 7 + (8 if row.bold else 0)
    return _Drawn(row=row, lines=lines, lead=lead, height=height)


def _halves(items: Sequence[ItemRow]) -> tuple[list[_Drawn], list[_Drawn]]:
    """Two columns of nearly the same height, in reading order, no heading left alone at the end of the first."""
    drawn = [_drawn(item) for item in items]
    total, so_far, cut = sum(each.height for each in drawn), 0.0, 0
    while cut < len(drawn) and so_far + drawn[cut].height / 2 < total / 2:
        so_far += drawn[cut].height
        cut += 1
    cut = max(cut, 1)
    while cut > 1 and drawn[cut - 1].row.keep:
        cut -= 1
    # A first row that is a heading takes what follows it along.
    while cut < len(drawn) and drawn[cut - 1].row.keep:
        cut += 1
    return drawn[:cut], drawn[cut:]


def _height(column: Sequence[_Drawn]) -> float:
    return sum(each.height for each in column)


def list_height(rows: Sequence[Row]) -> float:
    """How high the list is; 0 for none."""
    made = 0.0
    for heading, items in _groups(rows):
        made += (46 if heading else 14) + max(map(_height, _halves(items)))
    return made


def draw_list(rows: Sequence[Row], top: float) -> Iterator[str]:
    """The list, its upper edge at `top`."""
    for heading, items in _groups(rows):
        if heading:
            yield (
                f'<line class="rule" x1="{_MARGIN}" x2="{LIST_WIDTH - _MARGIN}" y1="{svg.num(top + 6)}" '
                f'y2="{svg.num(top + 6)}" stroke="{RULE}"/>'
                f'<text class="ink" data-label="heading" x="{_MARGIN}" y="{svg.num(top + 32)}" fill="{INK}" '
                f'font-size="19" font-weight="700">{svg.text(heading)}</text>'
            )
        top += 46 if heading else 14
        halves = _halves(items)
        for n, half in enumerate(halves):
            y = top
            for each in half:
                yield from _draw(each, _MARGIN + n * (_COLUMN + _GUTTER), y)
                y += each.height
        top += max(map(_height, halves))


def _draw(each: _Drawn, x: float, y: float) -> Iterator[str]:
    row = each.row
    y += 8 if row.bold else 0
    middle = y + _LINE / 2 + 1
    if row.badge:
        yield from badge(x + 13, middle, 12, row.badge, row.tone)
    else:
        yield f'<circle class="muted" cx="{svg.num(x + 25)}" cy="{svg.num(middle)}" r="2.5" fill="{MUTED}"/>'
    spans = []
    for n, line in enumerate(each.lines):
        at = f'x="{svg.num(x + _INDENT)}" y="{svg.num(y + _LINE * (n + 0.8))}"'
        lead = svg.text(each.lead) if n == 0 else ""
        if lead:
            spans.append(f'<tspan {at} font-weight="700">{lead}</tspan><tspan dx="8">{svg.text(line)}</tspan>')
        else:
            weight = ' font-weight="700"' if row.bold else ""
            spans.append(f"<tspan {at}{weight}>{svg.text(line)}</tspan>")
    yield f'<text class="ink" data-label="row" fill="{INK}" font-size="{_SIZE}">{"".join(spans)}</text>'
