"""The year wheel as SVG: twelve months, a ring for each area's ongoing work, a badge for each thing with a date.

Few things have their name beside the wheel at the end of a line; many have a number that the list below explains.
A poster carries that list; without it the picture is the wheel and what its colours and letters mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from helaplan.compose import svg
from helaplan.compose.colours import BAND, INK, MUTED, PAPER, RULE, SHADE, TONES, tone
from helaplan.compose.heading import PosterHeading, draw_hub
from helaplan.compose.marks import Label, Marked, Placed, Zone, column, lanes, spread
from helaplan.compose.wheel_list import LIST_WIDTH, ItemRow, Row, badge, draw_list, list_height, unsaid
from helaplan.compose.year import Year
from helaplan.text.documents import activities, short_month, words

WIDTH = LIST_WIDTH
_SEASON_SHADE = {12: 0, 1: 0, 2: 0, 3: 1, 4: 1, 5: 1, 6: 0, 7: 0, 8: 0, 9: 1, 10: 1, 11: 1}
_LABEL, _LINE, _GAP = 15, 18.5, 10
#: So many names at most stand beside a wheel: two columns of twelve, a line for the time and one for the name each.
_NAMED, _CROWDED = 24, 600


def letter(area: int) -> str:
    """The letter of an area: A … Z, AA, AB …"""
    made = ""
    n = area + 1
    while n:
        n, rest = divmod(n - 1, 26)
        made = chr(65 + rest) + made
    return made


#: How many lines a name may take, lanes for stretches and badge sizes that a wheel with names tries, the best first.
_NAMES = tuple((lines, lanes_, size) for size in (10, 8) for lanes_ in (4, 3) for lines in (3, 2, 1))
#: The same where not every stretch can have its arc.
_CROWDED_NAMES = ((3, 3, 8), (2, 3, 8), (3, 2, 10), (2, 2, 10), (1, 2, 10), (1, 1, 10), (1, 0, 10))
#: Badge sizes and lanes for stretches that a wheel with numbers tries, until every badge has room.
_DENSITIES = ((15, 4), (15, 2), (15, 1), (13, 1), (13, 0), (11, 0))


def lay_out(year: Year, language: str) -> Wheel:
    """The roomiest wheel that has a place for everything: with long names, short names, numbers, smaller numbers."""
    if sum(len(entry.marks) for entry in year.dated) <= _NAMED:
        for n, (lines, lanes_, size) in enumerate((*_NAMES, *_CROWDED_NAMES)):
            named = Wheel(year=year, language=language, lines=lines, size=size, most_lanes=lanes_)
            if named.columns is not None and (named.has_all_arcs or n >= len(_NAMES)):
                return named
    # So many marks need the smallest badges anyhow.
    crowded = sum(len(entry.marks) for entry in year.dated) > _CROWDED
    for size, lanes_ in _DENSITIES[-1:] if crowded else _DENSITIES:
        numbered = Wheel(year=year, language=language, lines=0, size=size, most_lanes=lanes_)
        if not numbered.left:
            break
    return numbered


@frozen(kw_only=True)
class Wheel:
    """A wheel with a place for everything in it.

    `lines` is how many lines a name beside the wheel may take; 0: numbers instead of names, and a bigger wheel.
    """

    year: Year
    language: str
    lines: int
    size: float
    most_lanes: int
    stretches: tuple[tuple[Placed, ...], ...] = field(init=False)
    spread: tuple[tuple[Placed, ...], tuple[Marked, ...]] = field(init=False)
    columns: tuple[tuple[Label, float, bool], ...] | None = field(init=False)

    # ---- measures

    @property
    def x(self) -> float:
        return WIDTH / 2

    @property
    def outer(self) -> float:
        return 250 if self.lines else 470

    @property
    def y(self) -> float:
        return self.outer + (46 if self.lines else 24)

    @property
    def band(self) -> float:
        """The inner radius of the ring with the months' names."""
        return self.outer - (46 if self.lines else 60)

    @property
    def centre(self) -> float:
        kinds = len(self.year.counts)
        return min(66 + 8 * max(0, kinds - 2), 74) if self.lines else 84 + 8 * max(0, kinds - 2)

    @property
    def bottom(self) -> float:
        return self.y + self.outer + (44 if self.lines else 24)

    # ---- what stands where

    @property
    def rings(self) -> tuple[int, ...]:
        """The areas that have something ongoing."""
        return tuple(sorted({entry.area for entry in self.year.ongoing}))

    @property
    def ring_pitch(self) -> float:
        room = self.band - self.centre - 16
        if self.year.dated:
            room *= 0.36 if self.lines else 0.22
        return min(room / max(len(self.rings), 1), 18 if self.year.dated else 26)

    @property
    def ring_edge(self) -> float:
        """Where the rings of ongoing work end and the badges begin."""
        return self.centre + 8 + self.ring_pitch * len(self.rings)

    @property
    def marked(self) -> Iterator[Marked]:
        for n, entry in enumerate(self.year.dated, start=1):
            for mark in entry.marks:
                text = letter(entry.area) if self.lines else str(n)
                yield Marked(entry=entry, mark=mark, badge=text, number=n)

    @stretches.default
    def _stretches(self) -> tuple[tuple[Placed, ...], ...]:
        made, _ = lanes([each for each in self.marked if each.mark.is_long], self.most_lanes)
        placed = []
        for n, lane in enumerate(made):
            radius = self.ring_edge + 6 + self.size + n * (2 * self.size + 3)
            placed.append(tuple(self._at(each, radius, each.mark.start + 0.12) for each in lane))
        return tuple(placed)

    def _at(self, each: Marked, radius: float, place: float) -> Placed:
        x, y = svg.polar(self.x, self.y, radius, place)
        return Placed(marked=each, x=x, y=y, radius=radius, place=place, order=each.mark.start)

    @spread.default
    def _spread(self) -> tuple[tuple[Placed, ...], tuple[Marked, ...]]:
        on_lanes = {id(placed.marked.mark) for lane in self.stretches for placed in lane}
        inner = self.ring_edge + 6 + len(self.stretches) * (2 * self.size + 3)
        zone = Zone(x=self.x, y=self.y, inner=inner, outer=self.band - 4, size=self.size)
        placed, left = spread([each for each in self.marked if id(each.mark) not in on_lanes], zone)
        return tuple(placed), tuple(left)

    @property
    def has_all_arcs(self) -> bool:
        """Whether each stretch lies on a lane."""
        return not any(each.marked.mark.is_long for each in self.placed)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The badges of what stands on no lane."""
        return self.spread[0]

    @property
    def left(self) -> tuple[Marked, ...]:
        """What there was no room for."""
        return self.spread[1]

    @columns.default
    def _columns(self) -> tuple[tuple[Label, float, bool], ...] | None:
        """The labels with their upper edges and whether they stand at the right; None where there is no room."""
        if not self.lines:
            return ()
        if self.left:
            return None
        made: list[tuple[Label, float, bool]] = []
        for right in (True, False):
            mine = sorted(
                (each for each in self.badges if (each.order < 6) is right),
                key=lambda each: (each.order, each.marked.number),
            )
            # The lines leave the wheel in the order of the year too, so that they cross no other on their way out.
            places = sorted(each.place for each in mine)
            wanted = [self.label(each, place) for each, place in zip(mine, places, strict=True)]
            wanted = wanted if right else wanted[::-1]
            side = column(wanted, 12, self.bottom - 8, _GAP)
            if side is None:
                return None
            made += [(label, edge, right) for label, edge in side]
        return tuple(made)

    @property
    def badges(self) -> tuple[Placed, ...]:
        return (*self.placed, *(placed for lane in self.stretches for placed in lane))

    @property
    def label_room(self) -> float:
        return self.x - self.outer - 34 - 12

    def label(self, each: Placed, place: float) -> Label:
        """What stands beside the wheel for a badge; its line leaves the wheel at a place of the year."""
        room = self.label_room
        name = each.marked.entry.name
        if each.marked.entry.progress:
            name = f"{name} ({each.marked.entry.progress})"
        lines = (svg.fit(each.marked.mark.when, _LABEL, room, bold=True), *svg.wrap(name, _LABEL, room, self.lines))
        height = _LINE * len(lines)
        _, y = svg.polar(self.x, self.y, self.outer + 14, place)
        return Label(placed=each, lines=lines, height=height, wanted=y - height / 2, place=place)

    # ---- drawing

    @property
    def is_numbered(self) -> bool:
        """Whether it shows numbers, which need the list or a table to be understood."""
        return not self.lines

    def height(self, *, poster: bool) -> float:
        """How high the drawing is, 1000 wide."""
        rows = self.rows(poster)
        return self.bottom + (list_height(rows) + 24 if rows else 0)

    def draw(self, title: str, *, poster: bool, heading: PosterHeading | None = None) -> str:
        """A complete SVG document. `poster` adds the list of everything it shows, `heading` stands above."""
        rows = self.rows(poster)
        height = self.height(poster=poster) + (heading.height if heading else 0)
        moved = [*heading.draw(), f'<g transform="translate(0 {svg.num(heading.height)})">'] if heading else []
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {svg.num(height)}" width="{WIDTH}" '
            f'height="{svg.num(height)}" font-family={svg.attribute(svg.FONT)} font-size="{_LABEL}">',
            f"<title>{svg.text(title)}</title>",
            f'<rect class="paper" width="{WIDTH}" height="{svg.num(height)}" fill="{PAPER}"/>',
            *moved,
            *self.ground(),
            *self.ongoing(),
            *self.leaders(),
            *self.months(),
            *self.hub(),
            *self.dated(),
            *self.names(),
            *draw_list(rows, self.bottom + 4),
            *(["</g>"] if heading else []),
            "</svg>",
        ]
        return "\n".join(parts) + "\n"

    def ground(self) -> Iterator[str]:
        """A sector for each month, the seasons told apart by a shade, and lines between them."""
        yield f'<circle class="shade" cx="{self.x:g}" cy="{self.y:g}" r="{self.band:g}" fill="{SHADE}"/>'
        for n in range(12):
            if _SEASON_SHADE[self.year.month(n)]:
                path = svg.sector(self.x, self.y, self.centre, self.band, n, n + 1)
                yield f'<path class="paper" d="{path}" fill="{PAPER}" fill-opacity="0.75"/>'
        for n in range(12):
            (ax, ay), (bx, by) = (svg.polar(self.x, self.y, r, n) for r in (self.centre, self.band))
            line = f'x1="{svg.num(ax)}" y1="{svg.num(ay)}" x2="{svg.num(bx)}" y2="{svg.num(by)}"'
            yield f'<line class="rule" {line} stroke="{RULE}"/>'

    def months(self) -> Iterator[str]:
        """The ring with the months' names, written short and level: each is read without turning one's head."""
        middle, size = (self.outer + self.band) / 2, 16 if self.lines else 21
        for n in range(12):
            path = svg.sector(self.x, self.y, self.band, self.outer, n, n + 1)
            yield f'<path class="month" d="{path}" fill="{BAND}" stroke="{PAPER}" stroke-width="1.5"/>'
        for n in range(12):
            x, y = svg.polar(self.x, self.y, middle, n + 0.5)
            yield (
                f'<text class="month-name" data-label="month" x="{svg.num(x)}" y="{svg.num(y)}" dy="0.35em" '
                f'text-anchor="middle" fill="#ffffff" font-size="{size}" font-weight="600">'
                f"{svg.text(short_month(self.year.month(n), self.language))}</text>"
            )

    def ongoing(self) -> Iterator[str]:
        """A ring for each area that has something going on all year, with its letter."""
        for n, area in enumerate(self.rings):
            radius = self.centre + 8 + self.ring_pitch * (n + 0.5)
            yield (
                f'<circle class="tone-line-{tone(area)}" cx="{self.x:g}" cy="{self.y:g}" r="{svg.num(radius)}" '
                f'fill="none" stroke="{TONES[tone(area) - 1]}" stroke-width="{svg.num(self.ring_pitch * 0.5)}"/>'
            )
        if self.ring_pitch < 6:
            return
        for n, area in enumerate(self.rings):
            # Turned by the golden angle, so that the letters of neighbours stand far apart.
            radius = self.centre + 8 + self.ring_pitch * (n + 0.5)
            x, y = svg.polar(self.x, self.y, radius, (n * 12 * 0.381966 + 0.5) % 12)
            yield from badge(x, y, min(10, self.ring_pitch * 0.75 + 1), letter(area), tone(area))

    def hub(self) -> Iterator[str]:
        """What the year is called, and how many things there are of each kind."""
        yield f'<circle class="paper" cx="{self.x:g}" cy="{self.y:g}" r="{self.centre - 4:g}" fill="{PAPER}"/>'
        label = self.year.label or words("year-wheel.year", self.language)
        below = [words(f"year-wheel.count-{kind}", self.language, n=n) for kind, n in self.year.counts.items()]
        yield from draw_hub(self.x, self.y, self.centre - 6, (label, self.year.years or label), below)

    def leaders(self) -> Iterator[str]:
        """A line from each badge out to its label, below the months' ring."""
        for label, edge, right in self.columns or ():
            placed = label.placed
            elbow = svg.polar(self.x, self.y, self.outer + 12, label.place)
            end = (self.x + (1 if right else -1) * (self.outer + 30), edge + label.height / 2)
            points = " ".join(f"{svg.num(px)},{svg.num(py)}" for px, py in ((placed.x, placed.y), elbow, end))
            hue = tone(placed.marked.entry.area)
            yield (
                f'<polyline class="tone-line-{hue}" points="{points}" fill="none" stroke="{TONES[hue - 1]}" '
                f'stroke-width="1.3" stroke-linejoin="round"/>'
            )

    def dated(self) -> Iterator[str]:
        """Stretches with their badges, then the badges of single days and months."""
        for lane in self.stretches:
            for each in lane:
                hue = tone(each.marked.entry.area)
                path = svg.arc(
                    self.x, self.y, each.radius, each.place, max(each.marked.mark.end - 0.1, each.place + 0.1)
                )
                yield (
                    f'<path class="tone-line-{hue}" d="{path}" fill="none" stroke="{TONES[hue - 1]}" '
                    f'stroke-width="{svg.num(self.size * 0.7)}" stroke-linecap="round" stroke-opacity="0.75"/>'
                )
        for each in self.badges:
            yield from badge(each.x, each.y, self.size, each.marked.badge, tone(each.marked.entry.area))
        yield from self.rest()

    def rest(self) -> Iterator[str]:
        """How many more there are in a month than there is room for; the list has them all."""
        counts: dict[int, int] = {}
        for each in self.left:
            counts[each.mark.months[0]] = counts.get(each.mark.months[0], 0) + 1
        for n, count in counts.items():
            x, y = svg.polar(self.x, self.y, self.ring_edge - 8, n + 0.5)
            text = words("year-wheel.more", self.language, n=count)
            room = svg.width(text, 15, bold=True) + 12
            yield (
                f'<rect class="paper" x="{svg.num(x - room / 2)}" y="{svg.num(y - 12)}" width="{svg.num(room)}" '
                f'height="24" rx="12" fill="{PAPER}" stroke="{MUTED}"/>'
                f'<text class="ink" x="{svg.num(x)}" y="{svg.num(y + 5)}" text-anchor="middle" fill="{INK}" '
                f'font-size="15" font-weight="700">{text}</text>'
            )

    def names(self) -> Iterator[str]:
        """The labels in their two columns: the time in bold, the name below."""
        for label, edge, right in self.columns or ():
            x = self.x + (1 if right else -1) * (self.outer + 34)
            anchor = "start" if right else "end"
            spans = []
            for n, line in enumerate(label.lines):
                weight = ' font-weight="700"' if n == 0 else ""
                y = edge + _LINE * (n + 0.78)
                spans.append(f'<tspan x="{svg.num(x)}" y="{svg.num(y)}"{weight}>{svg.text(line)}</tspan>')
            yield (
                f'<text class="ink" data-label="name" text-anchor="{anchor}" fill="{INK}" '
                f'font-size="{_LABEL}">{"".join(spans)}</text>'
            )

    # ---- the list

    def rows(self, poster: bool) -> tuple[Row, ...]:
        """What stands below the wheel: what each number is, what goes on all year, what the letters mean."""
        made: list[Row] = []
        if poster and not self.lines:
            made.append(Row(words("year-wheel.dated", self.language)))
            for n, entry in enumerate(self.year.dated, start=1):
                name = f"{entry.name} ({entry.progress})" if entry.progress else entry.name
                made.append(ItemRow(name, badge=str(n), tone=tone(entry.area), lead=entry.when))
        made += self.listed_rows() if poster else ()
        # An area of which nothing is listed is no heading, but its letter has to be explained.
        others = sorted({entry.area for entry in self.year.entries} - (set(self.rings) if poster else set()))
        if others and poster:
            made.append(Row(words("year-wheel.other-areas" if self.rings else "year-wheel.areas", self.language)))
        for area in others:
            name = self.year.areas[area]
            count = sum(entry.area == area for entry in self.year.entries)
            text = name if poster else f"{name} – {activities(count, self.language)}"
            made.append(ItemRow(text, badge=letter(area), tone=tone(area), bold=True))
        return tuple(made)

    def listed_rows(self) -> Iterator[Row]:
        """What has no day, below its area."""
        if self.rings:
            yield Row(words("year-wheel.ongoing", self.language))
        for area in self.rings:
            yield ItemRow(self.year.areas[area], badge=letter(area), tone=tone(area), bold=True, keep=True)
            for entry in self.year.ongoing:
                if entry.area == area:
                    yield ItemRow(entry.name, note=unsaid((*entry.when.split("; "), entry.progress), entry.name))
