"""Next year's document read beside this year's plan: nothing of the old year comes along unsaid."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from helaplan.compose import compose_plan
from helaplan.formats.markdown import read_markdown, write_markdown
from helaplan.formats.text import read_text
from helaplan.model import Activity, Area, Budget, Organisation, Period, Plan, Schedule, Status, Target
from helaplan.plugins.declarations import NoOptions, Source, WriteContext
from helaplan.recognise import Recognised, recognise
from helaplan.registers.personal import find
from helaplan.testing.strategies import areas, plans, texts_of

YEAR = Period(start=dt.date(2025, 1, 1), end=dt.date(2025, 12, 31), label="2025")
OTHER = "Ordna bokcirkel"
WEEKS = Schedule(kind="week", weeks=(10, 11), words="v. 10–11")


def of_text(year: int, *lines: str, known: Plan | None = None, given: int | None = None) -> Recognised:
    """A small plan for a year in plain text, with these activities and one more."""
    words = f"Verksamhetsplan {year}\nNorrbygds bygderåd\n\nMöten\n" + "".join(
        f"- {line}\n" for line in (*lines, OTHER)
    )
    return recognise(read_text(words.encode(), Source(name="plan.txt")).document, known=known, year=given)


def a_plan(*activities: Activity, **more: Any) -> Plan:
    """The plan of 2025 with these activities."""
    held: dict[str, Any] = {
        "id": "norrbygd-2025",
        "title": "Verksamhetsplan 2025",
        "organisation": Organisation(name="Norrbygds bygderåd"),
        "period": YEAR,
        "areas": (Area(id="moten", name="Möten", activities=activities),),
    }
    return Plan(**held | more)


def of_own(known: Plan, change: tuple[str, str] = ("", ""), year: int | None = None) -> Recognised:
    """The document that helaplan writes of the plan, with one thing changed, read beside the plan."""
    text = write_markdown(compose_plan(known, "sv"), NoOptions(), WriteContext()).decode()
    assert change[0] in text
    document = read_markdown(text.replace(*change).encode(), Source(name="plan.md")).document
    return recognise(document, known=known, year=year)


def the_activity(made: Recognised) -> Any:
    """The first activity."""
    return made.plan.areas[0].activities[0]


def asked(made: Recognised) -> list[tuple[str, str]]:
    """What each question is about, and its words."""
    return [(each.about, each.text) for each in made.plan.questions]


@pytest.mark.parametrize(
    "before, now, day",
    [
        ("Årsmöte den 22 mars i Östersund", "Årsmöte den 21 mars i Östersund", dt.date(2026, 3, 21)),
        ("Årsmöte den 22 mars i Östersund", "Årsmöte 22 mars i Östersund", dt.date(2026, 3, 22)),
        ("Årsmöte den 22 mars i Östersund", "Årsmöte den 22 mars i Östersund", dt.date(2026, 3, 22)),
        ("Årsmöte den 22 mars i Östersund", "Årsmöte den 21 mars i Östersund för 22 byar", dt.date(2026, 3, 21)),
        ("Årsmöte 21–22 mars i Östersund", "Årsmöte 21 mars i Östersund", dt.date(2026, 3, 21)),
    ],
)
def test_a_day_that_is_said_anew_takes_the_place_of_the_old(before: str, now: str, day: dt.date) -> None:
    """Words of the old day that no longer stand in the text leave nothing behind, and nobody is asked."""
    known = of_text(2025, before).plan
    made = of_text(2026, now, known=known)
    assert [each.date for each in the_activity(made).schedule] == [day]
    assert asked(made) == []


def test_days_that_are_said_anew_in_the_same_year() -> None:
    """A stretch that became one of its days is that day."""
    known = of_text(2025, "Årsmöte 21–22 mars i Östersund").plan
    made = of_text(2025, "Årsmöte 21 mars i Östersund", known=known)
    assert [each.date for each in the_activity(made).schedule] == [dt.date(2025, 3, 21)]


@pytest.mark.parametrize("now", ["Årsmöte 22 mars i Östersund", "Hålla årsmöte den 22 mars i Östersund"])
def test_a_corrected_day_stays_where_its_words_do(now: str) -> None:
    """The known plan has another day than the words say; other words around them, or one word less, change nothing."""
    known = of_text(2025, "Årsmöte den 22 mars i Östersund").plan
    held = known.areas[0].activities
    day = attrs.evolve(held[0].schedule[0], date=dt.date(2025, 3, 23))
    area = attrs.evolve(known.areas[0], activities=(attrs.evolve(held[0], schedule=(day,)), *held[1:]))
    known = attrs.evolve(known, areas=(area,))
    assert the_activity(of_text(2025, now, known=known)).schedule == (day,)


def test_a_day_that_is_not_said_any_more_is_gone() -> None:
    """The text says no day: neither does the plan."""
    known = of_text(2025, "Årsmöte den 22 mars i Östersund").plan
    made = of_text(2026, "Årsmöte i Östersund", known=known)
    assert the_activity(made).schedule == ()
    assert asked(made) == []


def test_a_day_beside_the_text_is_asked_about_unless_the_text_says_one() -> None:
    """A day that stood in a column: new words that say a day answer it, words without one leave the question."""
    day = Schedule(kind="date", date=dt.date(2025, 3, 22), words="22 mars")
    known = a_plan(Activity(id="arsmote", text="Hålla årsmöte i Östersund", schedule=(day,)))
    made = of_text(2026, "Hålla årsmöte i Östersund den 21 mars", known=known)
    assert [each.date for each in the_activity(made).schedule] == [dt.date(2026, 3, 21)]
    assert asked(made) == []
    made = of_text(2026, "Hålla årsmöte i Östersund", known=known)
    assert [(each.kind, each.words) for each in the_activity(made).schedule] == [("unknown", "22 mars")]
    assert [about for about, _ in asked(made)] == ["arsmote"]


def busy(**more: Any) -> Activity:
    """An activity whose values stood in a table beside its words."""
    return Activity(
        id="kartlaggning",
        text="Kartlägga byarnas butiker och mackar",
        schedule=(WEEKS,),
        responsible=("Servicegruppen",),
        budget=Budget(amount=Decimal(5000), words="5 000 kr"),
        follow_up="Rapport till styrelsen",
        **more,
    )


def test_values_that_only_last_year_says_are_asked_about() -> None:
    """They are taken over, once asked about together, and not without a word."""
    known = a_plan(busy(sdg=("11",), condition="om pengarna räcker"))
    made = of_text(2026, "Kartlägga byarnas butiker och mackar", known=known)
    assert the_activity(made) == known.areas[0].activities[0]
    ((about, text),) = asked(made)
    assert about == "kartlaggning"
    for words in ("5 000 kr", "v. 10–11", "Servicegruppen", "Rapport till styrelsen", "om pengarna räcker"):
        assert f"”{words}”" in text


def test_values_of_the_same_year_are_kept_without_a_question() -> None:
    """A text of the same year can't tell that a value it never printed is gone."""
    known = a_plan(busy())
    made = of_text(2025, "Kartlägga byarnas butiker och mackar", known=known)
    assert the_activity(made) == known.areas[0].activities[0]
    assert asked(made) == []


def test_values_that_the_new_words_say_are_no_question() -> None:
    """What still stands in the words needs no answer, also where the known plan has it in a form of its own."""
    target = Target(at_least=3, unit="nyhetsbrev")
    line = "Ge ut minst tre nyhetsbrev under våren"
    known = of_text(2025, line).plan
    held = attrs.evolve(known.areas[0].activities[0], targets=(target,))
    known = attrs.evolve(known, areas=(attrs.evolve(known.areas[0], activities=(held,)),))
    made = of_text(2026, line, known=known)
    assert the_activity(made) == held
    assert asked(made) == []


def test_values_that_the_new_document_prints_are_no_question() -> None:
    """A line below the activity counts, and only the rest is asked about."""
    known = a_plan(attrs.evolve(busy(), follow_up=""))
    words = "Kartlägga byarnas butiker och mackar\n  Ansvarig: Landsbygdsgruppen\n  Budget: 7 000 kr"
    made = of_text(2026, words, known=known)
    one = the_activity(made)
    assert one.budget.amount == Decimal(7000)
    assert one.responsible == ("Landsbygdsgruppen",)
    ((_, text),) = asked(made)
    assert "v. 10–11" in text
    assert "5 000" not in text
    assert "gruppen" not in text


def test_a_new_time_or_name_in_the_words_answers_for_the_old_one_beside_them() -> None:
    """Last year's column said a week and a group; this year's words say others, and those alone hold."""
    known = a_plan(attrs.evolve(busy(), budget=None, follow_up=""))
    made = of_text(2026, "Kartlägga byarnas butiker och mackar v. 12, Landsbygdsgruppen ansvarar", known=known)
    one = the_activity(made)
    assert (one.id, [each.weeks for each in one.schedule]) == ("kartlaggning", [(12,)])
    assert one.responsible == ("Landsbygdsgruppen",)
    assert asked(made) == []


DATED = Activity(
    id="arsmote",
    text="Hålla årsmöte.",
    schedule=(Schedule(kind="date", date=dt.date(2025, 3, 22), words="22 mars 2025"),),
    targets=(Target(at_least=3, unit="byar", by=dt.date(2025, 12, 1)),),
)


def test_our_own_document_for_another_year_asks_for_its_title_and_days() -> None:
    """The caller's year counts; title and days of the old one stand as printed, and each is asked about."""
    status = Status(state="adopted", by="årsmötet", date=dt.date(2025, 3, 22))
    known = a_plan(DATED, busy(), status=status)
    made = of_own(known, year=2026)
    assert made.plan.id == "norrbygd-2026"
    assert made.plan.areas == known.areas
    assert made.plan.status is None
    assert [about for about, _ in asked(made)] == ["title", "arsmote", "arsmote"]
    said = " ".join(text for _, text in asked(made))
    for words in ("Verksamhetsplan 2025", "22 mars 2025", "2025-12-01"):
        assert words in said


def test_what_somebody_changed_to_the_new_year_is_not_asked_about() -> None:
    """A title and a day of the new year answer their questions."""
    known = a_plan(attrs.evolve(DATED, targets=()))
    made = of_own(known, ("22 mars 2025", "21 mars 2026"), year=2026)
    assert the_activity(made).schedule[0].date == dt.date(2026, 3, 21)
    assert [about for about, _ in asked(made)] == ["title"]
    made = of_own(known, ("Verksamhetsplan 2025", "Verksamhetsplan 2026"), year=2026)
    assert [about for about, _ in asked(made)] == ["arsmote"]


def test_a_title_without_a_year_is_not_asked_about() -> None:
    """It holds for any year, and so does a name of the period alone."""
    known = a_plan(busy(), title="Vår plan", status=Status(state="adopted", by="årsmötet"))
    assert asked(of_own(known, year=2026)) == []
    renamed = attrs.evolve(known, period=attrs.evolve(YEAR, label="året"))
    made = of_own(renamed, year=2025)
    assert asked(made) == []
    assert made.plan.status == known.status


def test_the_title_of_a_text_may_be_last_years_too() -> None:
    """Last year's text with another year from the caller."""
    known = of_text(2025, "Hålla möten").plan
    made = of_text(2025, "Hålla möten", known=known, given=2026)
    assert [about for about, _ in asked(made)] == ["title"]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(plans(areas=areas()).filter(lambda plan: not any(find(text) for text in texts_of(plan))))
def test_another_year_changes_nothing_that_our_document_prints(plan: Plan) -> None:
    """Law: read for another year, the plan has another id, time and status and more questions, and is else the same."""
    made = of_own(plan, year=2150).plan
    same = {each: getattr(plan, each) for each in ("id", "period", "status", "questions")}
    assert attrs.evolve(made, **same) == plan
    assert set(made.questions) >= {each for each in plan.questions if each.about not in ("period", "status")}
