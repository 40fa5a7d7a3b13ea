"""The year of a plan: what happens when, as points and stretches on a circle of twelve months."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from attrs import field, frozen

from helaplan.compose.printed import day, is_plain_day, listed, month, stretch, when
from helaplan.model import Area, Plan, Schedule, SubActivity
from helaplan.text import labels
from helaplan.text.documents import words

#: A stretch of so many months is the whole year to people, and stands among what is ongoing.
WHOLE_YEAR = 10
_SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}


@frozen(kw_only=True)
class Mark:
    """One time of an activity. `start` and `end` are months from the wheel's top, 0 ≤ start < 12; equal for a point.

    `exact` says that the day is known, not only the month. `when` is the time in words.
    """

    start: float
    end: float
    when: str
    exact: bool = False

    @property
    def months(self) -> tuple[int, ...]:
        """The months it touches, counted from the wheel's top (0 to 11)."""
        last = max(self.start, self.end - 1e-9)
        return tuple(n % 12 for n in range(int(self.start), int(last) + 1))


def _tuple(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda each: (each.start, each.end)))


@frozen(kw_only=True)
class Entry:
    """An activity (or a part with a time of its own) with its times; without marks it is ongoing or undated.

    `name` is its title or its first paragraph, `area` and `activity` the places of its area in the plan and
    of its activity there, `when` what the plan says of its time, in people's words. `undated` is one of which the
    plan says nothing of that kind, which is not to be called ongoing.
    """

    id: str
    name: str
    area: int
    activity: int
    when: str = ""
    marks: tuple[Mark, ...] = field(default=(), converter=_tuple)
    progress: str = ""
    undated: bool = False


@frozen(kw_only=True)
class Year:
    """All activities of a plan around the year, which begins with month `first` (1 to 12).

    `label` is what the period is called, `years` the years in figures; both "" where the plan has no period.
    """

    first: int
    label: str
    years: str
    areas: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def dated(self) -> tuple[Entry, ...]:
        """Those with a time, in the order of the year."""
        return tuple(sorted((each for each in self.entries if each.marks), key=lambda each: each.marks[0].start))

    @property
    def ongoing(self) -> tuple[Entry, ...]:
        """Those without, in the plan's order, the undated among them."""
        return tuple(each for each in self.entries if not each.marks)

    def counts(self, language: str) -> tuple[str, ...]:
        """How many are ongoing and how many undated, in words; nothing for none."""
        undated = sum(each.undated for each in self.ongoing)
        found = {"ongoing": len(self.ongoing) - undated, "undated": undated}
        return tuple(words(f"year-wheel.count-{key}", language, n=n) for key, n in found.items() if n)

    def month(self, place: int) -> int:
        """The calendar month (1 to 12) of a place from the wheel's top (0 to 11)."""
        return (self.first - 1 + place) % 12 + 1


def year_of(plan: Plan, language: str) -> Year:
    """The plan's year: months from the first of its period (January where it has none)."""
    period = plan.period
    first = period.start.month if period else 1
    years = dict.fromkeys((period.start.year, period.end.year)) if period else {}
    figures = "–".join(map(str, years))
    reader = _Times(plan=plan, language=language, first=first)
    return Year(
        first=first,
        label=(period.label if period else "") or figures,
        years=figures,
        areas=tuple(area.name for area in plan.areas),
        entries=tuple(entry for n, area in enumerate(plan.areas) for entry in reader.entries(n, area)),
    )


@frozen(kw_only=True)
class _Times:
    plan: Plan
    language: str
    first: int

    def entries(self, n: int, area: Area) -> Iterator[Entry]:
        for m, activity in enumerate(area.activities):
            yield self.entry(n, m, activity, activity.schedule or area.schedule)
            for part in activity.activities:
                made = self.entry(n, m, part, part.schedule)
                # A part without a time of its own happens when the activity does.
                if made.marks:
                    yield made

    def entry(self, n: int, m: int, activity: SubActivity, schedule: tuple[Schedule, ...]) -> Entry:
        marks = tuple(mark for each in schedule for mark in self.marks(each))
        if len({mark.months[0] for mark in marks}) >= WHOLE_YEAR:
            marks = ()
        said = "; ".join(dict.fromkeys(text for each in schedule if (text := self.told(each))))
        if not said:
            said = listed([mark.when for mark in marks], self.language)
        progress = activity.progress if activity.progress in ("cancelled", "postponed") else ""
        return Entry(
            id=activity.id,
            name=activity.title or activity.text.partition("\n\n")[0],
            area=n,
            activity=m,
            when=said,
            marks=marks,
            progress=labels.choice("progress", progress, self.language) if progress else "",
            undated=all(each.kind == "unknown" and not each.words for each in schedule),
        )

    def told(self, each: Schedule) -> str:
        """The plan's own words; of days in figures those of the wheel."""
        if is_plain_day(each):
            return listed([mark.when for mark in self.marks(each)], self.language) or when(each, self.language)
        return each.words

    def marks(self, each: Schedule) -> Iterator[Mark]:
        """The times that one schedule gives; none where it names no day, week or month."""
        if each.kind in ("date", "before") and each.date:
            text = self.day(each.date)
            text = text if each.kind == "date" else words("by", self.language, day=text)
            yield self.point(self.place(each.date), text, exact=True)
        elif each.kind == "period" and each.start and each.end and each.start <= each.end:
            if (each.end - each.start).days < 30 * WHOLE_YEAR:
                start = self.place(each.start)
                length = (each.end - each.start).days / 30.44 + 0.03
                text = stretch(each.start, each.end, self.language, year=not self.is_clear(each.end))
                yield Mark(start=start, end=start + length, when=text, exact=True)
        elif each.kind in ("month", "months"):
            for n in dict.fromkeys(each.months):
                yield self.point((n - self.first) % 12 + 0.5, month(n, self.language) + self.year(each))
        elif each.kind == "week":
            for n in dict.fromkeys(each.weeks):
                text = words("week", self.language, n=n) + self.year(each)
                yield self.point(self.place(self.week(n, each.year)), text, exact=True)
        elif each.kind == "quarter":
            for n in dict.fromkeys(each.quarters):
                name = labels.choice("schedule.kind", "quarter", self.language)
                yield self.three_months(3 * n - 2, f"{name} {n}{self.year(each)}")
        elif each.kind == "season" and each.season:
            name = labels.choice("season", each.season, self.language)
            yield self.three_months(_SEASONS[each.season], name + self.year(each))

    def point(self, place: float, when: str, *, exact: bool = False) -> Mark:
        return Mark(start=place, end=place, when=when, exact=exact)

    def three_months(self, first: int, when: str) -> Mark:
        start = float((first - self.first) % 12)
        return Mark(start=start, end=start + 3, when=when)

    def place(self, value: dt.date) -> float:
        """Months from the wheel's top: the middle of the day in its month."""
        days = calendar.monthrange(value.year, value.month)[1]
        return (value.month - self.first) % 12 + (value.day - 0.5) / days

    def week(self, n: int, year: int | None) -> dt.date:
        """The Thursday of an ISO week: in the year that is named, else in that of the plan's period it falls in."""
        period = self.plan.period
        years = [year] if year else [period.start.year, period.end.year] if period else [2000]
        days = [_thursday(each, n) for each in years]
        inside = [each for each in days if period and period.start <= each <= period.end]
        return (inside or days)[0]

    def day(self, value: dt.date) -> str:
        return day(value, self.language, year=not self.is_clear(value))

    def is_clear(self, value: dt.date) -> bool:
        """Whether the plan leaves no doubt of the year of a day."""
        period = self.plan.period
        return period is not None and period.start <= value <= period.end and self.is_one_year

    def year(self, each: Schedule) -> str:
        """The year beside a month where the plan is for several."""
        return f" {each.year}" if each.year is not None and not self.is_one_year else ""

    @property
    def is_one_year(self) -> bool:
        period = self.plan.period
        return period is not None and (period.end - period.start).days < 366


def _thursday(year: int, week: int) -> dt.date:
    try:
        return dt.date.fromisocalendar(year, week, 4)
    except ValueError:  # there is a week 53 in some years only
        return dt.date.fromisocalendar(year, 52, 4)
