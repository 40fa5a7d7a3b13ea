"""The words of a year wheel that are no list: above a poster what it is, in the hub the year and how much there is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from helaplan.compose import svg
from helaplan.compose.colours import INK, MUTED
from helaplan.compose.wheel_list import LIST_WIDTH

_ROOM = LIST_WIDTH - 48
_BELOW, _TOP = 19, 22


@frozen(kw_only=True)
class PosterHeading:
    """What stands above the wheel of a poster: its title in one line or two, and below it whose it is, if anybody's."""

    title: str
    below: str = ""
    size: int = field(init=False)
    lines: tuple[str, ...] = field(init=False)

    @size.default
    def _size(self) -> int:
        """The biggest that needs one line only, else one for two lines."""
        return next((each for each in range(32, 23, -1) if svg.width(self.title, each, bold=True) <= _ROOM), 28)

    @lines.default
    def _lines(self) -> tuple[str, ...]:
        made = svg.wrap(self.title, self.size, _ROOM, 2, bold=True)
        room = _ROOM
        # Two lines of nearly the same length look better than one with a single word below it.
        while len(made) == 2 and room > _ROOM / 2 and not made[1].endswith("…"):
            room -= 20
            narrower = svg.wrap(self.title, self.size, room, 3, bold=True)
            if len(narrower) > 2:
                break
            made = narrower
        return tuple(made)

    @property
    def line(self) -> float:
        """How high a line of the title is."""
        return self.size * 1.25

    @property
    def height(self) -> float:
        """How far down the wheel is moved."""
        return _TOP + self.line * len(self.lines) + (30 if self.below else 0)

    def draw(self) -> Iterator[str]:
        """The texts, centred."""
        x = LIST_WIDTH / 2
        spans = (
            f'<tspan x="{svg.num(x)}" y="{svg.num(_TOP + self.line * (n + 0.75))}">{svg.text(line)}</tspan>'
            for n, line in enumerate(self.lines)
        )
        yield (
            f'<text class="ink" data-label="title" text-anchor="middle" fill="{INK}" font-size="{self.size}" '
            f'font-weight="700">{" ".join(spans)}</text>'
        )
        if self.below:
            below = svg.fit(self.below, _BELOW, _ROOM)
            yield (
                f'<text class="muted" data-label="title" x="{svg.num(x)}" y="{svg.num(self.height - 10)}" '
                f'text-anchor="middle" fill="{MUTED}" font-size="{_BELOW}">{svg.text(below)}</text>'
            )


def draw_hub(x: float, y: float, radius: float, labels: Sequence[str], below: Sequence[str]) -> Iterator[str]:
    """The first label, where it is too long the last, in a circle around (x, y), with smaller lines below it."""
    small = 17.0 if radius > 75 else 14.0
    size = 30.0 - 2 * max(0, len(below) - 2)
    while small > 9 and not all(_fits(at, small, radius, text) for at, text in _lines(size, small, below)):
        small -= 0.5
    label = labels[-1] if svg.width(labels[0], 15, bold=True) > 2 * radius - 16 else labels[0]
    while size > 10 and not _fits(_baseline(size, small, len(below)), size * 1.1, radius, label):
        size -= 1
    top = _baseline(size, small, len(below))
    if not _fits(top, size * 1.1, radius, label):
        label = svg.fit(label, size, 2 * radius - 16, bold=True)
    yield (
        f'<text class="ink" data-label="hub" x="{x:g}" y="{svg.num(y + top)}" text-anchor="middle" '
        f'fill="{INK}" font-size="{size:g}" font-weight="700">{svg.text(label)}</text>'
    )
    for at, text in _lines(size, small, below, top):
        yield (
            f'<text class="muted" data-label="hub" x="{x:g}" y="{svg.num(y + at)}" '
            f'text-anchor="middle" fill="{MUTED}" font-size="{small:g}">{svg.text(text)}</text>'
        )


def _baseline(size: float, small: float, lines: int) -> float:
    """Where the label stands, so that it and what is below it are in the middle together."""
    return 0.75 * size - (0.75 * size + 1.25 * small * lines + (4 if lines else 0)) / 2


def _lines(size: float, small: float, below: Sequence[str], top: float | None = None) -> Iterator[tuple[float, str]]:
    top = _baseline(size, small, len(below)) if top is None else top
    for n, text in enumerate(below, start=1):
        yield top + 4 + 1.25 * small * n, text


def _fits(at: float, size: float, radius: float, text: str) -> bool:
    """Whether a line of text lies within the circle, its corners too."""
    far = max(abs(at + 0.2 * size), abs(at - 0.75 * size))
    return far < radius and svg.width(text, size) <= 2 * math.sqrt(radius**2 - far**2)
