"""Days are read in the notations people write, and nothing else is."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from helaplan.registers.days import likely_day, read_day
from helaplan.registers.months import MONTHS


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)), st.sampled_from(sorted(MONTHS)))
def test_every_day_is_read_in_every_notation(day: dt.date, name: str) -> None:
    """Figures in five notations, and each name of the month; order and padding don't matter."""
    for written in (
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day.year}-{day.month}-{day.day}",
        f"{day.year}/{day.month}/{day.day}",
    ):
        assert read_day(written) == day
    for written in (f"{day.day}/{day.month} {day.year}", f"{day.day}.{day.month}.{day.year}"):
        assert read_day(written) is None
        assert likely_day(written) == day
    if MONTHS[name] == day.month:
        assert read_day(f"{day.day} {name} {day.year}") == day
        assert read_day(f"  Den {day.day}:e {name.upper()}. {day.year} ") == day


@given(st.text(max_size=70))
def test_any_text_is_a_day_or_none(text: str) -> None:
    """Never an error; and what is sure is likely too."""
    sure = read_day(text)
    assert sure is None or likely_day(text) == sure
