"""When something happens, read from what people wrote. The words are always kept beside the meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from helaplan.model import Period, Schedule
from helaplan.recognise import when_days, when_recurring, when_stretches
from helaplan.recognise.dates import in_period, read_day
from helaplan.recognise.joining import joined
from helaplan.recognise.timewords import CLOCK, EVENTS, HOLIDAYS
from helaplan.recognise.way import Way, words_of
from helaplan.registers.months import SEASONS, month_of


@frozen
class Found:
    """A schedule and the characters of the text it was read from."""

    start: int
    end: int
    schedule: Schedule


#: In the order in which they claim characters: `senast 31 mars` before `31 mars`, that before `mars`.
_WAYS = (*when_days.WAYS, *when_recurring.WAYS, *when_stretches.WAYS)
#: The time of day belongs to the day before it.
_CLOCK = re.compile(
    rf"(?:\s*,)?\s*{CLOCK}|\s+\d{{1,2}}[.:]\d\d\s?[–-]\s?\d{{1,2}}(?:[.:]\d\d)?(?!\d)"
    rf"|\s+\d{{1,2}}(?:[.:]\d\d)?\s?[–-]\s?\d{{1,2}}(?:[.:]\d\d(?!\d)|(?=\s*(?:[,;)]|\.?\Z)))",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(rf"(?<!\w){CLOCK},?\s+\Z", re.IGNORECASE)
#: "Varje månad utom juli": what follows is when it does not happen.
_EXCEPT = re.compile(
    r"(?:utom|förutom|undantaget|dock\s+(?:ej|inte)|ej|inte|except|not)\s+(?:i\s+|under\s+|for\s+)?\Z", re.IGNORECASE
)
#: How many characters beside a schedule may belong to it.
_NEAR = 40


def find_schedules(text: str, period: Period | None) -> list[Found]:
    """All schedules in a text, in its order. Days without a year lie in the plan's time.

    None overlaps another, but those of one list ("3 och 10 maj") have the characters of the list together. One time
    told twice ("nationaldagen den 6 juni", "varje vecka under hösten") is one schedule. Words that leave the time open
    ("vid behov", "kl 18") are of the kind unknown, and found only where nothing else says when.
    """
    small = text.lower()
    found = _found(_WAYS, text, small, period) or _found(when_stretches.OPEN, text, small, period)[:1]
    return _joined(found, text)


def _found(ways: Sequence[Way], text: str, small: str, period: Period | None) -> list[Found]:
    found: list[Found] = []
    taken: list[tuple[int, int]] = []
    for each in ways:
        if each.hints.search(small) is None:
            continue
        for match in each.pattern.finditer(text):
            start, end = match.span()
            if any(start < other and begin < end for begin, other in taken):
                continue
            made = each.make(match, period)
            if made:
                taken.append((start, end))
                found += [Found(start, end, schedule) for schedule in made]
    return sorted(found, key=lambda each: each.start)


def _joined(found: list[Found], text: str) -> list[Found]:
    """The same with the time of day in the words of its day, and with one schedule for one time told twice."""
    groups: list[list[Found]] = []
    for each in found:
        if groups and groups[-1][0].start == each.start:
            groups[-1].append(each)
        elif not _EXCEPT.search(text[max(0, each.start - _NEAR) : each.start]):
            groups.append([each])
        elif groups and len(groups[-1]) == 1 and each.start - groups[-1][0].end < _NEAR:
            groups[-1] = [_over(groups[-1][0], each, groups[-1][0].schedule, text)]
    made: list[list[Found]] = []
    for group in groups:
        last = made[-1] if made else []
        if len(group) == 1:
            group = [_with_clock(group[0], text, made[-1][-1].end if made else 0)]
        schedule = _one(last, group, text)
        if schedule is None:
            made.append(group)
        else:
            made[-1] = [_over(last[0], group[-1], schedule, text)]
    # Once more, for what was joined since: "varje tisdag jan–mars kl 13".
    ends = [0, *(group[-1].end for group in made)]
    clocked = [
        [_with_clock(group[0], text, end)] if len(group) == 1 else group for group, end in zip(made, ends, strict=False)
    ]
    return _without_names([each for group in clocked for each in group])


def _without_names(found: list[Found]) -> list[Found]:
    """The same without a holiday that only says what is celebrated: "Valborg firas på ängen 30/4"."""
    dated = any(each.schedule.kind in ("date", "period", "before") for each in found)
    return [each for each in found if not (dated and each.schedule.words == each.schedule.event)]


def _one(last: list[Found], group: list[Found], text: str) -> Schedule | None:
    """The one schedule that two neighbours are; None where they are several."""
    if len(last) != 1:
        return None
    first, second = last[0].schedule, group[0].schedule
    if len(group) > 1 and not (first.kind == "recurring" and second.kind == "season"):
        return None
    schedule = joined(first, second, text[last[0].end : group[0].start])
    # "Två gånger per år, vår och höst": a schedule holds one season only, its words hold both.
    return schedule if schedule is None or len(group) == 1 else first


def _over(first: Found, second: Found, schedule: Schedule, text: str) -> Found:
    """The schedule with all words from the first to the second."""
    closed = second.end + ("(" in text[first.end : second.start] and text[second.end : second.end + 1] == ")")
    return Found(first.start, closed, evolve(schedule, words=_words(text[first.start : closed])))


def _with_clock(found: Found, text: str, free: int) -> Found:
    """The schedule with the time of day beside it, which must not be the one of the schedule that ends at `free`."""
    if found.schedule.kind not in ("date", "period", "recurring", "week", "event"):
        return found
    after = _CLOCK.match(text, found.end)
    begin = max(free, found.start - _NEAR)
    before = None if after else _CLOCK_BEFORE.search(text[begin : found.start])
    start = begin + before.start() if before else found.start
    end = after.end() if after else found.end
    if not before and not after:
        return found
    return Found(start, end, evolve(found.schedule, words=_words(text[start:end])))


def _words(text: str) -> str:
    return " ".join(text.split()).rstrip(" .,")


_MONTH_DAY = re.compile(r"\bden\s+(\d{1,2})(?::?[ae])?(?![\d/:.-])", re.IGNORECASE)


def day_in_month(text: str, month: int, period: Period | None) -> Schedule | None:
    """The day that "den 20:e" means below the heading of a month."""
    match = _MONTH_DAY.search(text)
    found = in_period(month, int(match[1]), period) if match else None
    return Schedule(kind="date", words=words_of(match), date=found) if match and found else None


_CELL_RANGE = re.compile(r"(\d{1,2})\s*(?:[–—-]|och)\s*(\d{1,2})\.?")
_CELL_DAY = re.compile(r"(?:den\s+)?(\d{1,2})(?::?[ae])?\.?")
_CELL_EVENT = re.compile(rf"(?:{EVENTS}|{HOLIDAYS}|lucia|\w*möte)", re.IGNORECASE)


def cell_schedule(cell: str, month: int | None, period: Period | None) -> Schedule | None:
    """The schedule of a table cell such as `14`, `14-16`, `?`, `senast 3 maj`; None for an empty one.

    A bare day lies in `month`, which the row or the area names. What cannot be read is `unknown`. A cell with several
    times gives the first; `cell_schedules` gives all.
    """
    return next(iter(cell_schedules(cell, month, period)), None)


def cell_schedules(cell: str, month: int | None, period: Period | None) -> list[Schedule]:
    """All schedules of a table cell. A single one has the words of the whole cell."""
    words = " ".join(cell.split())
    if not words:
        return []
    span, single = _CELL_RANGE.fullmatch(words), _CELL_DAY.fullmatch(words)
    if month and span:
        start, end = (in_period(month, int(number), period) for number in span.groups())
        if start and end and start <= end:
            return [Schedule(kind="period", words=words, start=start, end=end)]
    if month and single:
        found = in_period(month, int(single[1]), period)
        if found is not None:
            return [Schedule(kind="date", words=words, date=found)]
    return _whole(words, period) or [Schedule(kind="unknown", words=words)]


def _whole(words: str, period: Period | None) -> list[Schedule]:
    """Readings of a cell that is more than a bare day. Alone in a cell, any month, season, year or event is one."""
    found = [each.schedule for each in find_schedules(words, period)]
    if len(found) > 1:
        return found
    if found and found[0].kind != "unknown":
        return [evolve(found[0], words=words)]
    plain = words.strip(" .").casefold()
    if _CELL_EVENT.fullmatch(words):
        return [Schedule(kind="event", words=words, event=words)]
    if month := month_of(plain):
        return [Schedule(kind="month", words=words, months=(month,))]
    if plain in SEASONS:
        return [Schedule(kind="season", words=words, season=SEASONS[plain])]
    if re.fullmatch(r"(?:19|20)\d\d", plain):
        return [Schedule(kind="year", words=words, year=int(plain))]
    slashed = read_day(words, period)
    return [Schedule(kind="date", words=words, date=slashed)] if slashed is not None else []


def without_recurring(found: list[Found]) -> Iterator[Found]:
    """The schedules whose numbers are days and years, not counts."""
    return (each for each in found if each.schedule.kind != "recurring")
