"""Laws of reading words: whatever stands there, what is found lies in the text and may stand in a plan."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from helaplan.model import Activity, Area, Organisation, Period, Plan
from helaplan.planfile.structure import structure, unstructure
from helaplan.recognise.money import find_money
from helaplan.recognise.partners import find_partners
from helaplan.recognise.people import find_roles
from helaplan.recognise.schedules import cell_schedules, find_schedules
from helaplan.registers import notation

YEAR = Period(start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31))
BROKEN = Period(start=dt.date(2025, 7, 1), end=dt.date(2026, 6, 30))
#: Pieces that mean something beside each other; joined at random they make days that don't exist, and worse.
PIECES = """
    31 32 0 99 2025 1/2 31/2 22-24/5 24/7 15.3.2025 2025-02-30 – - till och , ( ) [ ] / . : den första sista måndag lör
    dagen i mars maj februari juli våren höst vår vecka v. 12 53 54 Q1 kvartal varje varannan var tredje gång gånger per
    år månad termin senast före efter kring midsommar årsmötet Valborg fr.o.m. t.o.m. kl 18 10–14 utom juli Karin Lund
    KL styrelsen ansv. ansvarar & Kils kommun IF tillsammans med Leader 5 000 kr tkr :- × à /deltagare mnkr SEK + en
    fem tusen vardera början av mitten slutet hela under 2024–2026 av tisdagar jämna veckor
""".split()
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), st.text(max_size=60))


@settings(max_examples=200)
@given(TEXTS, st.sampled_from([None, YEAR, BROKEN]))
def test_what_is_found_lies_in_the_text(text: str, period: Period | None) -> None:
    """Every value has its characters in the text, and no two readings of time claim the same ones but lists."""
    found = find_schedules(text, period)
    spans = sorted({(each.start, each.end) for each in found})
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(0 <= each.start < each.end <= len(text) and each.name for each in find_roles(text))
    assert all(0 <= each.start < len(text) and each.name for each in find_partners(text))
    assert all(0 <= each.start <= each.counted < each.end <= len(text) and each.count > 0 for each in find_money(text))


@settings(max_examples=200)
@given(TEXTS, st.sampled_from([None, YEAR, BROKEN]))
def test_what_is_found_may_stand_in_a_plan(text: str, period: Period | None) -> None:
    """No reading makes a value that a plan file cannot hold or the notation cannot carry."""
    words = " ".join(text.split())
    times = tuple(cell_schedules(words, 5, period))
    money = find_money(words)
    activity = Activity(text="x", schedule=times, budget=money[0].budget if money else None)
    plan = Plan(
        id="p", title="P", organisation=Organisation(name="K"), areas=(Area(id="a", name="A", activities=(activity,)),)
    )
    assert structure(Plan, unstructure(plan)).findings == ()
    for each in times:
        assert notation.read_schedule(notation.write_schedule(each, "sv")) == each
