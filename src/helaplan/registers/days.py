"""Days in whatever notation people write them, as `datetime.date`."""

from __future__ import annotations

import datetime as dt
import re

from helaplan.registers.months import MONTHS, WEEKDAYS, month_of

_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)})(?:en)?,? )?"
_MONTH = rf"(?P<w>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_MIDNIGHT = r"(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?"
#: Days in notations that can mean only one day.
_SURE = (
    # With the dashes that programs for text put in the place of hyphens.
    re.compile(rf"(?P<y>[0-9]{{4}})(?P<sign>[-/.–‑−])(?P<m>[0-9]{{1,2}})(?P=sign)(?P<d>[0-9]{{1,2}}){_MIDNIGHT}"),
    re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),
    re.compile(
        rf"{_WEEKDAY}(?:den |the )?(?P<d>[0-9]{{1,2}})(?:\.|:?[ae]|st|nd|rd|th)? {_MONTH},? (?P<y>[0-9]{{4}})",
        re.IGNORECASE,
    ),
    re.compile(rf"{_WEEKDAY}{_MONTH} (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<y>[0-9]{{4}})", re.IGNORECASE),
)
#: `5/1 2023` is the fifth of January in Sweden and not everywhere.
_SLASHED = re.compile(r"(?P<d>[0-9]{1,2})\s*[/.]\s*(?P<m>[0-9]{1,2})[\s/.-]+(?P<y>(?:19|20)[0-9]{2})")
#: No day is written with more characters.
_LONGEST = 60


def read_day(text: str) -> dt.date | None:
    """The day that a text is, in whatever plain notation; None where it is none, or could be two."""
    return _first(text, _SURE)


def likely_day(text: str) -> dt.date | None:
    """As `read_day`, and `5/1 2023` is read as in Sweden: the fifth of January."""
    return _first(text, (*_SURE, _SLASHED))


def _first(text: str, patterns: tuple[re.Pattern[str], ...]) -> dt.date | None:
    text = " ".join(text.split()) if len(text) <= _LONGEST else ""
    for pattern in patterns:
        if match := pattern.fullmatch(text):
            return _day(match)
    return None


def _day(match: re.Match[str]) -> dt.date | None:
    named = match.groupdict()
    month = month_of(named["w"]) if named.get("w") else int(named["m"])
    try:
        return dt.date(int(named["y"]), month or 0, int(named["d"]))
    except ValueError:
        return None
