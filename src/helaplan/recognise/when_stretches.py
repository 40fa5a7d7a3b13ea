"""Months, weeks, quarters, seasons, years and events: `mitten av maj`, `v. 12 och v. 40`, `kring midsommar`."""

from __future__ import annotations

import datetime as dt
import re

from attrs import evolve

from helaplan.model import Period, Schedule
from helaplan.recognise.dates import MONTH_WORDS, WEEKDAY, YEAR, whole_year
from helaplan.recognise.timewords import (
    AND,
    CLOCK,
    DASH,
    EVENTS,
    HOLIDAYS,
    LEAD,
    MONTH_LIST,
    NEEDED,
    ORDINALS,
    PART,
    SEASON_WORDS,
    either,
)
from helaplan.recognise.way import Made, Way, unsure, way, words_of
from helaplan.registers.months import DOUBTFUL_MONTHS, DOUBTFUL_SEASONS, MONTHS, SEASONS, WEEKDAYS

_MONTH = re.compile(rf"\b(?:{MONTH_WORDS})\b", re.IGNORECASE)
_THROUGH = re.compile(DASH, re.IGNORECASE)
#: English months that are other words too count with a capital after "in".
_ENGLISH = re.compile(r"\A(?i:in|during|early|late|mid|(?:.*\s)?(?:of|in|early|late|mid))[\s-]+(?:May|March)\b")
_SHORT = re.compile(r"\A(?i:i|under)\s+(?i:dec|jun)\b")


def months_in(text: str) -> list[int]:
    """The months that a list of them names, those between the ends of a stretch included."""
    found: list[int] = []
    end = 0
    for match in _MONTH.finditer(text):
        month = MONTHS[match.group().casefold()]
        if found and _THROUGH.fullmatch(text[end : match.start()].lstrip(".")):
            found += [(found[-1] + step) % 12 + 1 for step in range((month - found[-1] - 1) % 12)]
        found.append(month)
        end = match.end()
    return list(dict.fromkeys(found))


#: "Maj och Nils", "Maj Svensson".
_NAMED_MAJ = re.compile(
    r"Maj(?:\s+(?:och|&)\s+(?!jun)[A-ZÅÄÖ]|\s+[A-ZÅÄÖ]\w*(?:sson|berg|ström|gren|[kq]vist|lund|man)\b|-[A-ZÅÄÖ])"
)


def _months(match: re.Match[str], period: Period | None) -> Made:
    if _NAMED_MAJ.match(match.string, match.start()):
        return ()
    written = [each.casefold() for each in _MONTH.findall(match["list"])]
    joined = len(written) > 1 and re.search(r"[/–—-]", match["list"])
    sure = joined or _ENGLISH.match(match.group()) or _SHORT.match(match.group())
    if not sure and all(each in DOUBTFUL_MONTHS for each in written):
        return ()
    numbers = months_in(match["list"])
    if match["between"] and len(numbers) == 2:
        numbers = months_in("–".join(written))
    kind = "month" if len(numbers) == 1 else "months"
    year = int(match["year"]) if match["year"] else None
    return (Schedule(kind=kind, words=words_of(match), months=tuple(numbers), year=year),)


def _weeks(match: re.Match[str], period: Period | None) -> Made:
    weeks: list[int] = []
    for first, last in re.findall(r"(\d{1,2})(?:\s*(?:[–—-]|till|t\.?o\.?m\.?)\s*(\d{1,2}))?", match["weeks"]):
        start, end = int(first), int(last or first)
        # A stretch of weeks may run over a new year.
        weeks += range(start, end + 1) if start <= end else [*range(start, 53), *range(1, end + 1)]
    if not all(1 <= each <= 53 for each in weeks):
        return ()
    year = int(match["year"]) if match["year"] else None
    made = Schedule(kind="week", words=words_of(match), weeks=tuple(dict.fromkeys(weeks)), year=year)
    lies = year or (period.start.year if period and period.start.year == period.end.year else None)
    if not match["wd"] or len(weeks) > 1 or lies is None:
        return (made,)
    number = next(n % 7 for n, name in enumerate(WEEKDAYS) if name.startswith(match["wd"].casefold()[:3]))
    try:
        return (Schedule(kind="date", words=made.words, date=dt.date.fromisocalendar(lies, weeks[0], number + 1)),)
    except ValueError:
        return (made,)


def _quarters(match: re.Match[str], period: Period | None) -> Made:
    written = re.findall(rf"[1-4]|{either(ORDINALS)}|sista|last", match["list"].casefold())
    numbers = [int(each) if each.isdigit() else ORDINALS.get(each, 4) for each in written]
    if len(numbers) == 2 and re.search(r"[–—-]|\btill\b|\bto\b", match["list"]) and numbers[0] < numbers[1]:
        numbers = list(range(numbers[0], numbers[1] + 1))
    year = int(match["year"]) if match["year"] else None
    return (Schedule(kind="quarter", words=words_of(match), quarters=tuple(dict.fromkeys(numbers)), year=year),)


def _part_of_year(match: re.Match[str], period: Period | None) -> Made:
    """`första halvåret` is two quarters and `tertial 2` four months, where the plan's year is a calendar year."""
    year = int(match["year"]) if match["year"] else None
    if period is not None and year is None and period.start.month != 1:
        return unsure(match)
    written = re.search(rf"[1-3]|{either(ORDINALS)}", match.group().casefold())
    number = 1 if written is None else int(written.group()) if written.group().isdigit() else ORDINALS[written.group()]
    if "tertial" in match.group().casefold():
        months = tuple(range(number * 4 - 3, number * 4 + 1))
        return (Schedule(kind="months", words=words_of(match), months=months, year=year),) if number <= 3 else ()
    if number > 2:
        return ()
    return (Schedule(kind="quarter", words=words_of(match), quarters=(number * 2 - 1, number * 2), year=year),)


_OTHER_YEAR = re.compile(r"(?:nästa|förra|föregående|fjolårets|senaste|next|last)\s+$", re.IGNORECASE)
_CLAUSE_BEFORE = re.compile(r"(?:\A|[,;:(\[–—/-])\s*$")
_CLAUSE_AFTER = re.compile(r"\s*(?:[.,;:!?)\]–—]|\Z|-\s)")
_IN_SEASON = re.compile(r"(?:i|in|during|over|till)\s+(?:the\s+)?$", re.IGNORECASE)


def _season(match: re.Match[str], period: Period | None) -> Made:
    word, text = match["season"].casefold(), match.string
    year = int(match["year"]) if match["year"] else 2000 + int(match["yy"]) if match["yy"] else None
    if _OTHER_YEAR.search(text[max(0, match.start() - 15) : match.start()]):
        return ()
    if word in DOUBTFUL_SEASONS and year is None and not _said(match, word):
        return ()
    return (Schedule(kind="season", words=words_of(match), season=SEASONS[word], year=year),)


def _said(match: re.Match[str], word: str) -> bool:
    """Whether a word that may be something else means the season where it stands: "i höst", "städdag, vår."."""
    text = match.string
    after = _CLAUSE_AFTER.match(text, match.end()) is not None
    if match["part"]:
        return word != "vår" or after
    if match["prep"]:
        return bool(_IN_SEASON.fullmatch(match["prep"])) and (word != "vår" or after)
    return after and _CLAUSE_BEFORE.search(text[max(0, match.start() - 3) : match.start()]) is not None


def _seasons(match: re.Match[str], period: Period | None) -> Made:
    """Each season of `vår och höst` is a time of its own, since a schedule holds one."""
    found = list(re.finditer(rf"\b(?:{SEASON_WORDS})\b", match["list"], re.IGNORECASE))
    year = int(match["year"]) if match["year"] else None
    made = [Schedule(kind="season", words=each.group(), season=SEASONS[each.group().casefold()]) for each in found]
    if len({each.season for each in made}) < len(made):
        return ()
    last = f"{made[-1].words} {year}" if year else made[-1].words
    return tuple(evolve(each, year=year, words=last if each is made[-1] else each.words) for each in made)


_BESIDE = re.compile(r"(?<!\S)(?:efter|inför|omkring|kring|runt|after|around)\Z", re.IGNORECASE)


def _event(match: re.Match[str], period: Period | None) -> Made:
    """What happens after the annual meeting is not at it, so the event says so."""
    event = " ".join(match["event"].split())
    if _BESIDE.search(match["prep"]):
        event = f"{match['prep'].casefold().split()[-1]} {event}"
    return (Schedule(kind="event", words=words_of(match), event=event),)


def _holiday(match: re.Match[str], period: Period | None) -> Made:
    return (Schedule(kind="event", words=words_of(match), event=" ".join(match["event"].split())),)


def _ongoing(match: re.Match[str], period: Period | None) -> Made:
    return (Schedule(kind="ongoing", words=words_of(match)),)


def _year(match: re.Match[str], period: Period | None) -> Made:
    return (Schedule(kind="year", words=words_of(match), year=int(match["only"] or match["all"])),)


def _years(match: re.Match[str], period: Period | None) -> Made:
    first, last = int(match["y1"]), int(match["y2"])
    if not first < last:
        return ()
    made = Schedule(kind="period", words=words_of(match), start=whole_year(first).start, end=whole_year(last).end)
    return (made,)


def _unknown(match: re.Match[str], period: Period | None) -> Made:
    return unsure(match)


_WEEK = r"\d{1,2}(?:\s*(?:[–—-]|till|t\.?o\.?m\.?)\s*\d{1,2})?"
#: After these, a number that follows "och" is a week as well, and in "vecka 5 och 3 träffar" it is none.
_WEEK_ENDS = r"(?=\s*(?:[,.;:)\]&/]|\Z|(?:och|samt|i|på|under|kl|med|and)\b))"
_QUARTER = r"(?:Q\s?[1-4]|kv(?:artal(?:et)?|\.)?\s?[1-4]|[1-4]:?[ae]\s+kvartalet)"
_NTH_QUARTER = (
    rf"(?:(?:{either(ORDINALS)}|sista|last)(?:\s*(?:och|samt|and|–|-"
    rf"|till)\s*(?:{either(ORDINALS)})){{0,3}}\s+(?:kvartale[tn]|quarters?))"
)
_AT = (
    r"vid|på|under|inför|efter|i\s+samband\s+med|i\s+anslutning\s+till|lagom\s+till|till|omkring|kring|runt|at|after"
    r"|around|during|by|before"
)
_SEASON_HINT = r"vår|sommar|höst|vint|spring|summer|autumn|winter|vt|ht"

#: In the order in which they claim characters, the longest meanings first.
WAYS: tuple[Way, ...] = (
    way(
        rf"(?P<prep>(?:{LEAD})?(?:efter|inför|omkring|kring|runt|after|around))\s+(?:the\s+)?"
        rf"(?P<event>(?:sommaren|hösten|vintern|våren|summer)(?:\s+{YEAR})?)\b(?!-)",
        _event,
        r"efter|inför|kring|runt|after|around",
    ),
    way(
        rf"(?:{PART}|(?:i|under|från|till|mot|in|during|from)\s+(?:perioden\s+|månaderna\s+)?)?(?P<between>(?:mellan"
        rf"|between)\s+)?(?P<list>{MONTH_LIST})"
        rf"(?:\s+månad(?:er)?\b)?(?:\s+(?P<year>{YEAR})\b(?!-\d))?",
        _months,
        r"jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec",
    ),
    way(
        rf"(?:(?P<wd>{WEEKDAY})(?:i\s+)?)?(?:(?:under|i)\s+)?(?:veckorna|veckor|vecka|v\.?|weeks?)\s*"
        rf"(?P<weeks>{_WEEK}(?:(?:\s*[,/&]\s*|(?:\s*,)?\s+(?:och|samt|and|eller)\s+)"
        rf"(?:(?:vecka|v\.?|week)\s*{_WEEK}|{_WEEK}{_WEEK_ENDS})){{0,20}})\b(?![/:]\d)(?:\s+(?P<year>{YEAR})\b)?",
        _weeks,
        r"v|week",
    ),
    way(
        rf"(?:(?:under|i|in)\s+)?(?P<list>{_QUARTER}(?:(?:{DASH}|{AND})(?:{_QUARTER}|[1-4](?!\d))){{0,3}}"
        rf"|{_NTH_QUARTER})(?!\w)"
        rf"(?:\s+(?P<year>{YEAR})\b)?",
        _quarters,
        r"q|kv|quarter",
    ),
    way(
        rf"(?:(?:under|i|in)\s+)?(?:(?:{either(ORDINALS)}|[12]:?a)\s+(?:halvåret|half\s+of\s+the\s+year|tertialet)"
        rf"|tertial\s?[1-3])\b"
        rf"(?:\s+(?P<year>{YEAR})\b)?",
        _part_of_year,
        r"halv|half|tertial",
    ),
    way(
        rf"(?:(?:både|under|på|i|till|each|every)\s+){{0,3}}(?P<list>\b(?:{SEASON_WORDS})\b(?:(?:{DASH}"
        rf"|{AND})(?:(?:under"
        rf"|på|i|the)\s+)?\b(?:{SEASON_WORDS})\b){{1,4}})(?!-)"
        rf"(?:\s+(?P<year>{YEAR})\b)?",
        _seasons,
        _SEASON_HINT,
    ),
    way(
        rf"(?P<part>{PART})?(?P<prep>(?:(?:under|i|till|på|in|during|over|mot|framåt|fr\.?o\.?m\.?"
        rf"|från(?:\s+och\s+med)?)\s+)?(?:the\s+)?)(?:(?:hela|tidiga|sena|kommande)\s+)?"
        rf"(?P<season>{SEASON_WORDS})(?![^\W\d])(?!-\D)(?:(?:\s+|-|\s-)(?P<year>{YEAR})\b|(?:(?<=[vh]t)|\s?-"
        rf"|(?<=[vh]t)\s)(?P<yy>[1-4]\d)\b)?",
        _season,
        _SEASON_HINT,
    ),
    way(
        rf"(?P<prep>(?:{LEAD}(?=efter|after))?(?:{_AT}))\s+(?:(?:the|nästa|kommande|varje)\s+)?(?P<event>{EVENTS}"
        rf"|{HOLIDAYS}|lucia)\b(?!-)",
        _event,
        r"vid|på|under|inför|efter|samband|anslut|till|kring|runt|at|around|during|by|before",
    ),
    way(
        rf"(?P<event>mellan\s+(?:{EVENTS}|{HOLIDAYS})\s+och\s+(?:{EVENTS}|{HOLIDAYS}))\b(?!-)",
        _holiday,
        r"mellan",
    ),
    way(
        r"(?:under\s+)?(?P<event>(?:läsåret|skolåret|verksamhetsåret)\s+\d{2,4}\s?[/–-]\s?\d{2,4})\b",
        _holiday,
        r"året",
    ),
    way(
        r"(?P<prep>i|över|in|over)\s+(?P<event>advent|jul(?:helgen)?|påsk(?:helgen|veckan)?|midsommar(?:veckan)?"
        r"|pingst)\b(?!-)",
        _event,
        r"i|över|over",
    ),
    way(
        rf"(?:i\s+)?(?P<event>{HOLIDAYS})\b(?!-)",
        _holiday,
        r"advent|valborg|dag|midsom|helg|afton|mors|fars|kristi|skiftet|summer|eve",
    ),
    way(
        r"(?P<event>(?:i|på|under|vid|mot)\s+(?:början|mitten|slutet)\s+av\s+(?:verksamhets)?året"
        r"|(?:verksamhets)?årets\s+slut)\b",
        _holiday,
        r"året",
    ),
    way(
        r"(?:fort)?löpande(?:\s+under\s+(?:hela\s+)?(?:verksamhets)?året)?\b|(?:kontinuerligt"
        r"|fortlöpande)(?:\s+under\s+(?:hela\s+)?(?:verksamhets)?året)?\b"
        r"|(?:under\s+)?hela\s+(?:verksamhets)?året\b|året\s+(?:runt|om)\b|året\s+igenom\b|tills\s+vidare\b"
        r"|all\s+year(?:\s+round)?\b"
        r"|throughout\s+the\s+year\b|continuously\b|(?:on\s+an\s+)?ongoing(?:\s+basis)?\b(?!\s+\w)",
        _ongoing,
        r"löpande|kontin|året|tills|year|ongoing",
    ),
    way(
        rf"(?:(?:under|during|in)\s+(?:åren\s+|the\s+years\s+)?|åren\s+)(?P<y1>{YEAR})\s*(?:[–—-]|och|till|and"
        rf"|to)\s*(?P<y2>{YEAR})(?![\d/-])",
        _years,
        r"(?:under|åren|during|in|years) \d",
    ),
    way(
        rf"(?:{PART}|(?:under|år|in|during)\s+)(?:hela\s+|all\s+of\s+)?(?P<only>{YEAR})(?![\d/–-])"
        rf"|hela\s+(?P<all>{YEAR})(?![\d/–-])",
        _year,
        r"\d{4}",
    ),
)

#: Words that leave the time open. They count where nothing else says when.
OPEN: tuple[Way, ...] = (
    way(NEEDED, _unknown, r"behov|needed"),
    way(CLOCK, _unknown, r"kl|at"),
)
