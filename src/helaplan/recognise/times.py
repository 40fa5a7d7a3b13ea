"""The time of a plan that is read beside a known one: what the document says, or what the known plan has settled."""

from __future__ import annotations

import datetime as dt

from attrs import evolve, frozen

from helaplan.model import Period
from helaplan.recognise.receipt import Recognised
from helaplan.registers.slug import MAX_LENGTH


@frozen(kw_only=True)
class Time:
    """The period of the joined plan, and whether the known plan answers what the document leaves open of it."""

    period: Period | None
    settled: bool


def time_of(made: Recognised, known: Period | None, *, whole: bool, year: bool) -> Time:
    """The time of what was read (`made`). `whole`: the document prints every value; `year`: the caller said the year.

    A year that only stands somewhere in the text is a guess, and the known time wins; a later one is asked about,
    since the document may be last year's with another year put in. That the days of a broken year are not written
    makes its years no guess: it begins as the known one did.
    """
    fresh = made.plan.period
    codes = {each.code for each in made.doubts if each.about == "period"}
    if whole or known is None:
        return Time(period=fresh if whole or fresh is not None else known, settled=False)
    if fresh is None or ("period-guessed" in codes and not year):
        return Time(period=known, settled=fresh is None or fresh.start <= known.end)
    if "period-broken" not in codes or not _is_broken(known):
        return Time(period=fresh, settled=fresh == known)
    return Time(period=_as_known(fresh, known), settled=True)


def _is_broken(period: Period) -> bool:
    """Whether a period is a year that begins on another day than 1 January."""
    return period.start.month > 1 and _later(period.start, 1) == period.end + dt.timedelta(days=1)


def _as_known(fresh: Period, known: Period) -> Period:
    years = fresh.start.year - known.start.year
    return evolve(fresh, start=_later(known.start, years), end=_later(known.end, years)) if years else known


def _later(day: dt.date, years: int) -> dt.date:
    """The same day of another year; of 29 February the day before where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=min(max(day.year + years, dt.MINYEAR), dt.MAXYEAR), day=28)


def id_of_time(ident: str, before: Period | None, now: Period | None) -> str:
    """The known plan's id; for another year one with that year in it."""
    if now is None or before is None or now.start.year == before.start.year:
        return ident
    year = str(now.start.year)
    words = ident.split("-")
    if str(before.start.year) in words:
        return "-".join(year if word == str(before.start.year) else word for word in words)
    return f"{ident[: MAX_LENGTH - len(year) - 1].rstrip('-')}-{year}"
