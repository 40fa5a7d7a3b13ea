"""The year of a plan: what happens when, as points and stretches on a circle of twelve months."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import field, frozen

from helaplan.compose.printed import day, is_plain_day, listed, month, stretch, when
from helaplan.model import Area, Plan, Schedule, SubActivity
from helaplan.text import labels
from helaplan.text.documents import words

#: A stretch of so many months is the whole year to people, and stands among what is ongoing.
WHOLE_YEAR = 10
#: What a thing without a day is, in the order in which they are counted.
KINDS = ("dated", "recurring", "ongoing", "undated")
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
    def is_long(self) -> bool:
        """Whether it is a stretch that shows: an arc of a week or less is no longer than a badge."""
        return self.end - self.start > 0.25

    @property
    def is_whole_year(self) -> bool:
        """Whether it is so long that it stands among what is ongoing."""
        return round(self.end - self.start, 1) >= WHOLE_YEAR

    @property
    def months(self) -> tuple[int, ...]:
        """The months it touches, counted from the wheel's top (0 to 11)."""
        last = max(self.start, self.end - 1e-9)
        return tuple(n % 12 for n in range(int(self.start), int(last) + 1))


def _tuple(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda each: (each.start, each.end)))


@frozen(kw_only=True)
class Entry:
    """An activity (or a part with a time of its own) with its times; without marks its `kind` says why.

    `name` is its title or its first paragraph, `area` and `activity` the places of its area in the plan and
    of its activity there, `when` what the plan says of its time, in people's words. `kind` is one of `KINDS`: with a
    time, returning (four times a year), going on all the time, or without a known day (an event, or nothing said).
    """

    id: str
    name: str
    area: int
    activity: int
    when: str = ""
    marks: tuple[Mark, ...] = field(default=(), converter=_tuple)
    progress: str = ""
    kind: str = "undated"


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
        """Those without, in the plan's order: recurring, ongoing and undated."""
        return tuple(each for each in self.entries if not each.marks)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each of `KINDS`, in that order; those of which there is none are left out."""
        found = Counter(each.kind for each in self.entries)
        return {kind: found[kind] for kind in KINDS if found[kind]}

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
        found = [mark for each in schedule for mark in self.marks(each)]
        marks = tuple(mark for mark in found if not mark.is_whole_year)
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
            kind="dated" if marks else _kind(schedule, found),
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
            if each.start == each.end:
                yield self.point(self.place(each.start), self.day(each.start), exact=True)
            else:
                text = stretch(each.start, each.end, self.language, year=not self.is_clear(each.end))
                yield self.days(each.start, each.end, text)
        elif each.kind in ("month", "months"):
            yield from self.months(each)
        elif each.kind == "week":
            yield from self.weeks(each)
        elif each.kind == "quarter":
            for n in dict.fromkeys(each.quarters):
                name = labels.choice("schedule.kind", "quarter", self.language)
                yield self.three_months(3 * n - 2, f"{name} {n}{self.year(each)}")
        elif each.kind == "season" and each.season:
            name = labels.choice("season", each.season, self.language)
            yield self.three_months(_SEASONS[each.season], name + self.year(each))

    def months(self, each: Schedule) -> Iterator[Mark]:
        for run in _runs([((n - self.first) % 12, n) for n in each.months], last=12):
            (start, first), (_, last) = run[0], run[-1]
            if len(run) == 1:
                yield self.point(start + 0.5, month(first, self.language) + self.year(each))
            else:
                text = f"{month(first, self.language)}–{month(last, self.language)}{self.year(each)}"
                yield Mark(start=float(start), end=float(start + len(run)), when=text)

    def weeks(self, each: Schedule) -> Iterator[Mark]:
        # Thursdays lie seven days apart, so that their ordinals by sevens are places that follow one another.
        thursdays = [(self.week(n, each.year), n) for n in each.weeks]
        for run in _runs([(found.toordinal() // 7, n) for found, n in thursdays], last=52):
            first, last = run[0][1], run[-1][1]
            thursday = next(found for found, n in thursdays if n == first)
            if len(run) == 1:
                text = words("week", self.language, n=first) + self.year(each)
                yield self.point(self.place(thursday), text, exact=True)
            else:
                text = words("weeks", self.language, first=first, last=last) + self.year(each)
                monday = thursday - dt.timedelta(days=3)
                yield self.days(monday, monday + dt.timedelta(days=7 * len(run) - 1), text)

    def days(self, start: dt.date, end: dt.date, when: str) -> Mark:
        """A stretch from one day to another."""
        place = self.place(start)
        months = (end.year - start.year) * 12 + end.month - start.month
        return Mark(start=place, end=int(place) + months + self.place(end) % 1, when=when, exact=True)

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


def _kind(schedule: Sequence[Schedule], found: Sequence[Mark]) -> str:
    """Which of `KINDS` something without marks is: what its first time of a kind says, else what was no mark."""
    said = next((each.kind for each in schedule if each.kind in ("recurring", "ongoing")), "")
    if said or not found:
        return said or "undated"
    return "ongoing" if any(mark.is_whole_year for mark in found) else "recurring"


def _runs(slots: Sequence[tuple[int, int]], *, last: int) -> list[list[tuple[int, int]]]:
    """Places with their numbers as runs of places in a row, in the order of the year.

    What the plan names in a row goes on over the end of the year, where numbers begin anew after `last` or later.
    """
    numbers: dict[int, int] = {}
    for place, n in slots:
        numbers.setdefault(place, n)
    made: list[list[tuple[int, int]]] = []
    for place in sorted(numbers):
        if not made or made[-1][-1][0] != place - 1:
            made.append([])
        made[-1].append((place, numbers[place]))
    if len(made) > 1:
        end, begin = made[-1][-1][1], made[0][0][1]
        follows = begin == end + 1 or (begin == 1 and end >= last)
        if follows and (end, begin) in pairwise(numbers.values()):
            made[-1] += made.pop(0)
    return made


def _thursday(year: int, week: int) -> dt.date:
    try:
        return dt.date.fromisocalendar(year, week, 4)
    except ValueError:  # there is a week 53 in some years only
        return dt.date.fromisocalendar(year, 52, 4)
