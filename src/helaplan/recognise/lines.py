"""Single lines that say what they hold: goals, Agenda 2030, who is responsible, the status of the plan."""

from __future__ import annotations

import re

from attrs import frozen

from helaplan.model import Period, Status
from helaplan.recognise.dates import MONTH_WORDS, read_day
from helaplan.registers.sdg import is_known

_GOAL = re.compile(
    r"(?:(?:del|effekt|resultat|inriktnings)?mål|goal|objective)\s*(?P<n>[A-Z]?\.?\d+(?:\.\d+)*|(?<=\s)[A-Z])?\s*[:.–—-]+\s+"
    r"(?P<text>\S.*)",
    re.IGNORECASE,
)
_GOAL_START = re.compile(
    r"(?:\A|(?<=[.!?;] ))(?:(?:del|effekt|resultat|inriktnings)?mål|goal)(?:\s*[A-Z]?\.?\d+(?:\.\d+)*)?\s*:",
    re.IGNORECASE,
)
_CODED = re.compile(r"(?P<n>[A-Z]{1,2}\.?\d+(?:\.\d+)*|\d+(?:\.\d+)+)[.:)]?\s+(?P<text>\S.*)")
_NUMBERED_GOAL = re.compile(
    r"(?:(?:del|effekt)?mål|goal)\s+(?P<n>[A-Z]?\.?\d+(?:\.\d+)*)\s*[:.–—-]?\s+(?P<text>\S.*)", re.IGNORECASE
)
_SDG_WORDS = r"(?:agenda\s*2030|globala\s+mål(?:en)?|fn:s\s+(?:globala\s+)?mål|sdgs?|sdg:s|global\s+goals?)"
_SDG_LINE = re.compile(
    rf"{_SDG_WORDS}[^\d\n]*(?P<codes>\d[\d\s.,&a-h]*(?:(?:och|and|samt)\s*\d[\d\s.,a-h]*)*)\.?", re.IGNORECASE
)
_SDG_AFTER = re.compile(
    rf"\bmål(?:en)?\s+(?P<codes>\d[\d\s.,]*(?:(?:och|samt)\s*\d[\d.]*)?)\s*(?:i|inom|av)\s+{_SDG_WORDS}", re.IGNORECASE
)
_CODE = re.compile(r"(?<![\d.])\d{1,2}(?:\.(?:\d{1,2}|[a-h]\b))?(?![\d])")
_ACTIVITY = re.compile(
    r"(?:aktivitet|insats|åtgärd|uppgift|activity|action)\s*(?P<n>\d+(?:\.\d+)*)?\s*:\s+(?P<text>\S.*)", re.IGNORECASE
)
_RESPONSIBLE = re.compile(
    r"(?:ansv\.?|ansvarig(?:a|t)?|sammankallande|områdesansvarig(?:a)?|responsible|arbetsgrupp)\s*[:–]\s*(?P<who>\S.*)",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:när|tid|tidpunkt|tidplan|klart|datum|when|period)\s*:\s*(?P<when>\S.*)", re.IGNORECASE)
_BUDGET = re.compile(r"(?:budget|kostnad(?:er)?|cost)\s*:\s*(?P<sum>\S.*)", re.IGNORECASE)

_STATES = (
    ("revised", r"reviderad|revised|ändrad"),
    (
        "adopted",
        r"antagen|antagits|antogs|fastställd|fastställdes|fastställts|beslutad|beslutades|beslutats|fastlagd|godkänd|godkändes"
        r"|tagen(?=\s+(?:av|vid|på)\s)|enligt\s+beslut(?=\s+(?:av|vid|på|i)\s)|adopted|approved",
    ),
    (
        "proposed",
        # Who is to decide has not decided yet, so the body after these is where the plan is laid before.
        r"(?:att\s+|ska\s+|skall\s+|för\s+)?(?:behandlas|behandling|beslutas|fastställs|antas|föreläggs)"
        r"(?=\s+(?:(?:vid|på|av)\s+)?(?:[\w-]{1,30}\s+){0,3}[\w-]{0,30}(?:möte|mötet|stämma|stämman|kongress|kongressen|fullmäktige)\b)"
        r"|to\s+be\s+(?:adopted|approved|decided)(?=\s+(?:by|at)\s)|föreslagen|(?:styrelsens\s+)?förslag(?:et)?(?:\s+till\b)?|förslag|proposed|proposal",
    ),
    ("draft", r"preliminär(?:t)?|utkast|arbetsmaterial|draft|ej\s+fastställd"),
)
_STATUS = re.compile(
    r"\W*+(?:version\s+[\d.]{1,6}\s*[,:–-]\s*)?+(?:verksamhetsplanen|planen|handlingsplanen|the\s+plan)?\s*+(?:är|har|is|was)?\s*+(?:"
    + "|".join(f"(?P<{state}>{words})" for state, words in _STATES)
    + r")\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BY = re.compile(
    r"\b(?:av|vid|på|by|at)\s+(?:the\s+)?(?:(?:föreningens|förbundets|distriktets|ordinarie|extra)\s+)*"
    r"(?P<by>(?:(?:annual|extraordinary|regular|special|general|members['’]?|board)\s+){0,3}(?:AGM|meeting|assembly|congress)"
    r"|(?:[^\W\d_][\w-]*)?(?:möte|mötet|stämma|stämman|styrelse|styrelsen|kongress|kongressen|fullmäktige|ombudsmöte|representantskap"
    r"|representantskapet|utskottet|board|council|committee|members))\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:i|in)\s+(?P<place>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)*)")

#: A day at the beginning makes an entry of a calendar, never a heading.
DATED = re.compile(
    rf"\d{{1,2}}(?:\s*[–-]\s*\d{{1,2}})?(?:/\d|:[ea]\b|\.?\s+(?:{MONTH_WORDS})\b)|(?:vecka|week|v\.)\s*\d{{1,2}}\b",
    re.IGNORECASE,
)


@frozen
class GoalLine:
    """A goal or activity with its number as printed, "" where it has none."""

    number: str
    text: str


def goal_line(text: str) -> GoalLine | None:
    """The goal of a line such as "Mål 3.1.1: Alla orter har …"; None for any other line."""
    match = _GOAL.fullmatch(text.strip()) or _NUMBERED_GOAL.fullmatch(text.strip())
    return GoalLine(match["n"] or "", match["text"].strip()) if match else None


def goals_of(text: str) -> list[GoalLine]:
    """The goals of a paragraph that begins as one: "Mål: … Delmål: …" are two. None for any other paragraph."""
    first = goal_line(text)
    if first is None:
        return []
    starts = [match.start() for match in _GOAL_START.finditer(text)]
    if not starts:
        return [first]
    parts = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    found = [made for part in parts if (made := goal_line(part)) is not None]
    return found if len(found) == len(parts) > 1 else [first]


def coded(text: str) -> GoalLine:
    """A goal as it stands in a list of goals, with the code before it ("G.1 Fler medlemmar") as its number."""
    if made := goal_line(text):
        return made
    match = _CODED.fullmatch(text.strip())
    return GoalLine(match["n"], match["text"]) if match else GoalLine("", text)


def activity_line(text: str) -> GoalLine | None:
    """Number and words of a line such as "Aktivitet 2: Måla lokalen"; None for any other line."""
    match = _ACTIVITY.fullmatch(text.strip())
    return GoalLine(match["n"] or "", match["text"].strip()) if match else None


def sdg_line(text: str) -> tuple[str, ...]:
    """The goals of a line that says nothing else ("Agenda 2030: mål 9 och 11"); none for any other line."""
    match = _SDG_LINE.fullmatch(text.strip(" ()"))
    return _codes(match["codes"]) if match else ()


def find_sdg(text: str) -> tuple[str, ...]:
    """Goals and targets of Agenda 2030 that a running text names."""
    found: list[str] = []
    for pattern in (_SDG_LINE, _SDG_AFTER):
        for match in pattern.finditer(text):
            found += _codes(match["codes"])
    return tuple(dict.fromkeys(found))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in _CODE.findall(text) if is_known(code)))


def responsible_line(text: str) -> str:
    """Who a line such as "Ansvarig: styrelsen" names; "" for any other line."""
    match = _RESPONSIBLE.fullmatch(text.strip())
    return match["who"].strip(" .") if match else ""


def when_line(text: str) -> str:
    """The time that a line such as "När: i mars" gives; "" for any other line."""
    match = _WHEN.fullmatch(text.strip())
    return match["when"].strip() if match else ""


def budget_line(text: str) -> str:
    """The sum that a line such as "Budget: 5 000 kr" gives, as words; "" for any other line."""
    match = _BUDGET.fullmatch(text.strip())
    return match["sum"].strip() if match else ""


def is_labelled(text: str) -> bool:
    """True for a line of one of these kinds, which is therefore no heading."""
    readers = (activity_line, goal_line, sdg_line, responsible_line, when_line, budget_line)
    return any(reader(text) for reader in readers)


def status_line(text: str, period: Period | None = None) -> Status | None:
    """The status that a line gives ("Antagen vid årsmötet i Tallåsen den 22 mars 2025"); None for any other line."""
    match = _STATUS.fullmatch(text.strip())
    if match is None or len(text) > 160:
        return None
    state = next(name for name, _ in _STATES if match[name])
    rest = match["rest"]
    by, place = _BY.search(rest), _PLACE.search(rest)
    return Status(
        state=state,
        by=by["by"] if by else "",
        date=read_day(rest, period),
        place=place["place"] if place else "",
        words=text,
    )
