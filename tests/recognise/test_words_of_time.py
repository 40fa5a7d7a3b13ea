"""The many ways of saying when, in tables: what each means, and what says nothing of time."""

from __future__ import annotations

import datetime as dt

import pytest

from helaplan.model import Period, Schedule
from helaplan.recognise.schedules import cell_schedules, find_schedules
from helaplan.registers import notation

YEAR = Period(start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31))
BROKEN = Period(start=dt.date(2025, 7, 1), end=dt.date(2026, 6, 30))


def short(schedule: Schedule) -> str:
    """A schedule without its words, on one line: `period 05-22..05-24`, `recurring month×2 autumn`."""
    parts = [schedule.kind]
    if schedule.every:
        parts.append(schedule.every + (f"×{schedule.times}" if schedule.times else ""))
    parts += [f"{each:%m-%d}" for each in (schedule.date,) if each]
    if schedule.start:
        parts.append(f"{schedule.start:%m-%d}.." + (f"{schedule.end:%m-%d}" if schedule.end else ""))
    for values in (schedule.months, schedule.weeks, schedule.quarters):
        parts += [",".join(map(str, values))] if values else []
    parts += [each for each in (schedule.season, schedule.event) if each]
    return " ".join([*parts, *([str(schedule.year)] if schedule.year else [])])


def read(text: str, period: Period | None = YEAR) -> list[str]:
    """What the text says of time."""
    return [short(each.schedule) for each in find_schedules(text, period)]


#: The words of time, which stand in a sentence of their own, and what they mean.
MEANINGS = {
    # English: what goes on, what ends with a month that is another word too, what comes at so many stretches
    "on an ongoing basis": "ongoing",
    "on a weekly basis": "recurring week",
    "by the end of May": "before 05-31",
    "before the end of March": "before 03-31",
    "once every two months": "recurring year×6",
    "every two weeks": "recurring year×26",
    "in the autumn": "season autumn",
    "over the summer": "season summer",
    "from September to May": "months 9,10,11,12,1,2,3,4,5",
    "twice a month from September to June": "recurring month×2 9,10,11,12,1,2,3,4,5,6",
    "from August": "ongoing 08-01..",
    "the 1st of June": "date 06-01",
    "alla dagar": "recurring day",
    "varje månad utom i juli": "recurring month",
    # days
    "2025-03-15": "date 03-15",
    "15/3": "date 03-15",
    "den 15/3": "date 03-15",
    "15/3 2025": "date 03-15",
    "15/3-25": "date 03-15",
    "15.3.2025": "date 03-15",
    "lördagen den 5 april": "date 04-05",
    "tors 3 april": "date 04-03",
    "lör 5/4 kl. 10–14": "date 04-05",
    "15 mars 2025 kl 18.00-20.00": "date 03-15",
    "kl. 18.30 den 3 april": "date 04-03",
    "den sista mars": "date 03-31",
    "första maj": "date 05-01",
    "måndag v. 12": "date 03-17",
    "kring den 1 juni": "date 06-01",
    "Valborg 30/4": "date 04-30",
    "mån 10 mars 18.30-21": "date 03-10",
    "årligen återkommande den sista torsdagen i augusti": "date 08-28",
    # several days
    "16/11, 23/11 och 30/11": "date 11-16 | date 11-23 | date 11-30",
    "3, 10 och 17 maj": "date 05-03 | date 05-10 | date 05-17",
    "5 och 12 april": "date 04-05 | date 04-12",
    "sista söndagen i maj och augusti": "date 05-25 | date 08-31",
    "1 maj kl. 10.00, 2 maj kl. 11.00": "date 05-01 | date 05-02",
    # stretches
    "22–24 maj": "period 05-22..05-24",
    "22-24/5": "period 05-22..05-24",
    "22/5–24/5": "period 05-22..05-24",
    "22/5 till 24/5 2025": "period 05-22..05-24",
    "31 maj–2 juni": "period 05-31..06-02",
    "lör 5 - sön 6 april": "period 04-05..04-06",
    "lördag–söndag 5–6 april": "period 04-05..04-06",
    "mellan den 1 och 15 mars": "period 03-01..03-15",
    "30 december–2 januari": "period 12-30..01-02",
    "fr.o.m. 1 mars t.o.m. 30 april": "period 03-01..04-30",
    "under 2025–2026": "period 01-01..12-31",
    "22–24 May": "period 05-22..05-24",
    "May 22–24": "period 05-22..05-24",
    "fr.o.m. 1 mars": "ongoing 03-01..",
    "från och med mars": "ongoing 03-01..",
    # terms
    "senast 1/4": "before 04-01",
    "före den 1/4": "before 04-01",
    "senast vid årsmötet": "before årsmötet",
    "före sommaren": "before sommaren",
    "före jul": "before jul",
    "senast vecka 12": "before 03-23",
    "före v. 40": "before 09-29",
    "senast Q2": "before 06-30",
    "senast i slutet av maj": "before 05-31",
    "senast mitten av maj": "before mitten av maj",
    "klart till halvårsskiftet": "before halvårsskiftet",
    "två veckor före årsmötet": "before årsmötet",
    "deadline 1 mars": "before 03-01",
    "minst tre veckor före mötet": "before mötet",
    "14 dagar före valmötet": "before valmötet",
    "före mars månads utgång": "before 03-31",
    # months
    "mars och oktober": "months 3,10",
    "maj–juni": "months 5,6",
    "mars–maj och september": "months 3,4,5,9",
    "mellan mars och maj": "months 3,4,5",
    "januari t.o.m. mars": "months 1,2,3",
    "jun–jul": "months 6,7",
    "i månadsskiftet april/maj": "months 4,5",
    "i början av mars": "month 3",
    "mitten av maj": "month 5",
    "slutet av augusti": "month 8",
    "sista veckan i maj": "month 5",
    "någon gång i maj": "month 5",
    "i maj månad": "month 5",
    "early March": "month 3",
    # weeks, quarters, halves
    "v. 12 och v. 40": "week 12,40",
    "vecka 12, 14 och 16": "week 12,14,16",
    "v. 12 till 14": "week 12,13,14",
    "v. 51–2": "week 51,52,1,2",
    "Q1": "quarter 1",
    "kvartal 2": "quarter 2",
    "första och tredje kvartalet": "quarter 1,3",
    "Q1–Q2": "quarter 1,2",
    "andra halvåret 2025": "quarter 3,4 2025",
    "tertial 2": "months 5,6,7,8",
    # seasons
    "höst och vår": "season autumn | season spring",
    "vår/höst": "season spring | season autumn",
    "under våren och hösten 2025": "season spring 2025 | season autumn 2025",
    "tidigt i vår": "season spring",
    "i början av hösten": "season autumn",
    "sen höst": "season autumn",
    "i höst": "season autumn",
    "under senvåren": "season spring",
    "HT25": "season autumn 2025",
    # what comes back
    "varannan torsdag under hösten": "recurring month×2 autumn",
    "varannan vecka": "recurring year×26",
    "jämna veckor": "recurring year×26",
    "varannan månad": "recurring year×6",
    "var tredje månad": "recurring quarter",
    "var 3:e månad": "recurring quarter",
    "första tisdagen i månaden (ej juli)": "recurring month",
    "varje månad": "recurring month",
    "varje månad utom juli": "recurring month",
    "första måndagen i varje månad": "recurring month",
    "sista torsdagen i månaden": "recurring month",
    "den 5:e i varje månad": "recurring month",
    "en gång i kvartalet": "recurring quarter×1",
    "två gånger per år": "recurring year×2",
    "4 ggr/år": "recurring year×4",
    "1–2 ggr/månad": "recurring month",
    "två gånger per år, vår och höst": "recurring year×2",
    "varje vecka under sommaren": "recurring week summer",
    "en gång i veckan under sommarlovet": "recurring week×1",
    "tisdagar och torsdagar": "recurring week×2",
    "onsdagskvällar": "recurring week",
    "på söndagar kl 15-17": "recurring week",
    "måndag-fredag kl 9-15": "recurring week×5",
    "varje tisdag jan-mars kl 13": "recurring week 1,2,3",
    "före den 10:e varje månad": "recurring month",
    "tisdagar 17-18.30": "recurring week",
    "onsdagar jämna veckor": "recurring year×26",
    "fyra gånger per år: mars, juni, september och december": "recurring year×4 3,6,9,12",
    "every other Thursday during autumn": "recurring month×2 autumn",
    # events
    "kring midsommar": "event kring midsommar",
    "till påsk": "event påsk",
    "i advent": "event advent",
    "första advent": "event första advent",
    "Valborg": "event Valborg",
    "efter sommaren": "event efter sommaren",
    "efter årsmötet": "event efter årsmötet",
    "under sportlovet": "event sportlovet",
    "alla helgons dag": "event alla helgons dag",
    "mellan påsk och pingst": "event mellan påsk och pingst",
    "läsåret 2025/2026": "event läsåret 2025/2026",
    "i slutet av året": "event i slutet av året",
    # one time told twice
    "nationaldagen den 6 juni": "date 06-06",
    "Valborg (30 april)": "date 04-30",
    "vid årsmötet i mars": "event 3 årsmötet",
    "vecka 10 (3–9 mars)": "period 03-03..03-09",
    "under vintern, januari–mars": "months 1,2,3",
    "sista helgen i maj, den 31 maj": "date 05-31",
    # the rest
    "under 2025": "year 2025",
    "i slutet av 2025": "year 2025",
    "hela året": "ongoing",
    "kontinuerligt under året": "ongoing",
    # what no field holds stays words
    "vid behov": "unknown",
    "kl 18": "unknown",
    "vartannat år": "unknown",
    "var tredje vecka": "unknown",
}


@pytest.mark.parametrize("words", MEANINGS)
def test_words_say_when(words: str) -> None:
    """Each way has its meaning, never two for one nor half of one, and keeps all of its words beside it."""
    text = f"Träffas {words}."
    found = find_schedules(text, YEAR)
    assert " | ".join(short(each.schedule) for each in found) == MEANINGS[words]
    printed = text[found[0].start : found[-1].end]
    assert words.casefold() in printed.casefold() or found[0].schedule.kind == "season"
    assert all(each.schedule.words in text for each in found)


@pytest.mark.parametrize("words", MEANINGS)
def test_words_alone_in_a_cell_say_the_same(words: str) -> None:
    """A column of times is read by the same rules as a sentence, and holds several times where it says several."""
    assert " | ".join(short(each) for each in cell_schedules(words, None, YEAR)) == MEANINGS[words]


@pytest.mark.parametrize("words", MEANINGS)
def test_what_is_read_can_be_written_and_read_again(words: str) -> None:
    """The plan's own notation carries every meaning, in words a person can read."""
    for each in cell_schedules(words, None, YEAR):
        assert notation.read_schedule(notation.write_schedule(each, "sv")) == each


@pytest.mark.parametrize(
    "text",
    [
        "Fördela 1/3 av medlen till unga.",
        "Beslut kräver 2/3.",
        "Fika 10/12 platser",
        "Arbeta med mål 15.3 och 15.5",
        "Vi värnar vår bygd och höst",
        "I vår förening är alla välkomna.",
        "Anordna vår- och höstmöte",
        "Nästa vår blir det fest",
        "Fira jul tillsammans",
        "Ta emot måndagsgruppen",
        "Anordna dagar för unga",
        "Maj och Nils håller i det",
        "Klippning (Jan-Olof)",
        "Öppet 24/7",
        "Ta fram 3-4 texter",
        "Samla 5 till 10 personer",
        "Delta i projektet 2025-2027.",
        "Rusta 3 stugor till 2026",
        "Laga bron på väg 26",
        "Möten minst fyra gånger per år",
        "Ordna en sommarvägskurs",
        "Sätta upp 2 vinterbord",
    ],
)
def test_nothing_of_time(text: str) -> None:
    """Words and numbers that only look like time say nothing, and a bound is left to the target that holds it."""
    assert read(text) == []


def test_a_number_after_a_week_is_a_week_only_where_it_stands_alone() -> None:
    """The words "vecka 5 och 3 träffar" name one week."""
    assert read("Kurs vecka 5 och 3 träffar") == ["week 5"]
    assert read("Kurs vecka 5 och 7.") == ["week 5,7"]


def test_a_holiday_that_is_only_celebrated_is_no_second_time() -> None:
    """Where the day stands in the text too, the name of the holiday is what is done."""
    assert read("Valborg firas på ängen 30/4") == ["date 04-30"]
    assert read("Fira Valborg och nationaldagen") == ["event Valborg", "event nationaldagen"]


def test_a_broken_year() -> None:
    """Days and months lie in the plan's time; the half of a broken year is nobody's to guess."""
    assert [each.schedule.date for each in find_schedules("15/3 och 20/9", BROKEN)] == [
        dt.date(2026, 3, 15),
        dt.date(2025, 9, 20),
    ]
    assert [each.schedule.date for each in find_schedules("senast sista mars", BROKEN)] == [dt.date(2026, 3, 31)]
    assert [each.schedule.date for each in find_schedules("senast v. 12", BROKEN)] == [dt.date(2026, 3, 22)]
    assert read("under första halvåret", BROKEN) == ["unknown"]


def test_a_time_without_a_plan_has_no_day() -> None:
    """A day without a year in a plan without a time keeps its words and gets no year of our own."""
    assert read("Fest 22–24 maj", None) == ["unknown"]
    assert read("Fest sista söndagen i maj", None) == ["month 5"]
    assert read("Klart senast v. 12", None) == ["before vecka 12"]


@pytest.mark.parametrize(
    "cell, wanted",
    [
        ("Dec", "month 12"),
        ("Mar", "month 3"),
        ("höst", "season autumn"),
        ("Jul", "event Jul"),
        ("2025", "year 2025"),
        ("15 mars, 20 april", "date 03-15 | date 04-20"),
        ("mars (om vädret tillåter)", "month 3"),
        ("Medlemsmöte", "event Medlemsmöte"),
        ("när det passar", "unknown"),
    ],
)
def test_cells(cell: str, wanted: str) -> None:
    """Alone in a cell a short word is sure, and a cell with two times gives both."""
    assert " | ".join(short(each) for each in cell_schedules(cell, None, YEAR)) == wanted


def test_what_is_not_at_an_event_says_so_itself() -> None:
    """The words "efter årsmötet" are written as they stand: the event has its preposition, no "vid" before it."""
    (found,) = find_schedules("Skicka brev efter årsmötet", YEAR)
    assert notation.write_schedule(found.schedule, "sv") == "efter årsmötet"
