"""A document read beside the plan that is known: ids stay, and so does all that prose can't carry."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from helaplan.api import read_plan
from helaplan.compose import compose_plan
from helaplan.formats.markdown import read_markdown, write_markdown
from helaplan.formats.text import read_text as text_document
from helaplan.model import Activity, Area, Budget, Organisation, Period, Plan, Question, Status, Target
from helaplan.planfile.structure import unstructure
from helaplan.plugins.declarations import NoOptions, Source, WriteContext
from helaplan.recognise import Recognised, recognise
from helaplan.recognise.matching import ids_of, items_of, tokens
from helaplan.registers.personal import find
from helaplan.testing.strategies import areas, plans, texts_of

BUSY = st.one_of(plans(), plans(areas=areas()))
SLOW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def markdown(plan: Plan) -> str:
    """The Markdown file of a plan."""
    return write_markdown(compose_plan(plan, "sv"), NoOptions(), WriteContext()).decode()


def read(text: str, known: Plan | None, **given: Any) -> Recognised:
    """The plan in a Markdown file, beside a known one."""
    return recognise(read_markdown(text.encode(), Source(name="plan.md")).document, known=known, **given)


def clean(plan: Plan) -> bool:
    """Whether no text of the plan looks like personal data, which never comes back."""
    return not any(find(text) for text in texts_of(plan))


@SLOW
@given(BUSY.filter(clean))
def test_nothing_changes(plan: Plan) -> None:
    """Law: import(export(p), known=p) is p, with its questions and the data of plugins; no change is told."""
    made = read(markdown(plan), plan)
    assert made.plan == plan
    assert made.changes is not None
    assert list(made.changes) == []


def without_ids(text: str) -> str:
    """The file as a program leaves it that keeps roles and loses ids."""
    return re.sub(r"<!-- #[\w-]* ", "<!-- # ", text)


def activities(plan: Plan) -> list[tuple[int, int]]:
    """The places of all activities: area and number in it."""
    return [(a, n) for a, area in enumerate(plan.areas) for n in range(len(area.activities))]


def with_activities(plan: Plan, area: int, changed: tuple[Any, ...]) -> Plan:
    """The plan with other activities in one area."""
    made = tuple(attrs.evolve(each, activities=changed) if n == area else each for n, each in enumerate(plan.areas))
    return attrs.evolve(plan, areas=made)


def same_but_questions(made: Plan, wanted: Plan) -> None:
    """Assert that the plans are equal apart from questions, which a change may answer or raise."""
    assert attrs.evolve(made, questions=()) == attrs.evolve(wanted, questions=())


@SLOW
@given(plans(areas=areas()).filter(clean), st.data())
def test_removing_one_item_changes_only_that(plan: Plan, data: st.DataObject) -> None:
    """Law: without one activity in the document the plan is the known one without it.

    Which of two that say the same is gone, only their ids can tell.
    """
    assume(activities(plan))
    area, place = data.draw(st.sampled_from(activities(plan)))
    held = plan.areas[area].activities
    every = [each for one in plan.areas for top in one.activities for each in (top, *top.activities)]
    same = [each for each in every if tokens(each.text) == tokens(held[place].text)]
    assume(len(same) == 1 or all(each.id for each in same))
    wanted = with_activities(plan, area, held[:place] + held[place + 1 :])
    made = read(markdown(wanted), plan)
    same_but_questions(made.plan, wanted)
    assert made.changes is not None
    assert {each.kind for each in made.changes} == {"removed"}
    gone = held[place]
    assert len(made.changes.removed) == 1 + len(gone.activities)


@SLOW
@given(plans(areas=areas()).filter(clean), st.data())
def test_rewording_one_item_changes_only_that(plan: Plan, data: st.DataObject) -> None:
    """Law: an activity that says something else in the document keeps its id, and nothing else changes."""
    places = [(a, n) for a, n in activities(plan) if plan.areas[a].activities[n].id]
    assume(places)
    area, place = data.draw(st.sampled_from(places))
    held = plan.areas[area].activities
    new = attrs.evolve(held[place], text="Bygga en bastu vid sjön.")
    wanted = with_activities(plan, area, (*held[:place], new, *held[place + 1 :]))
    made = read(markdown(wanted), plan)
    same_but_questions(made.plan, wanted)
    assert made.changes is not None
    assert [(each.kind, each.id) for each in made.changes] == [("reworded", new.id)]


@SLOW
@given(plans(areas=areas()).filter(clean), plans(areas=areas()).filter(clean))
def test_ids_go_to_nothing_else(plan: Plan, other: Plan) -> None:
    """Law: beside any other plan an item has a known id only where it is that item, and ids stay unique."""
    made = read(without_ids(markdown(other)), plan)
    items = items_of(made.plan)
    ids = [each.id for each in items if each.id]
    assert len(ids) == len(set(ids))
    assert made.changes is not None
    new = {each.id for each in made.changes.added if each.id}
    assert not new & ids_of(plan)


ROOT = Path(__file__).parents[2]
OREBRO = read_plan(ROOT / "examples" / "orebro-2023" / "plan.yaml")
TEXT = (ROOT / "examples" / "orebro-2023" / "verksamhetsplan-2023.txt").read_text(encoding="utf-8")
WORDS = "Vi ska ge ut digitalt nyhetsbrev vid minst tre tillfällen per år."


def read_text_file(text: str, **given: Any) -> Recognised:
    """The plan in a text file, beside the example plan."""
    return recognise(text_document(text.encode(), Source(name="plan.txt")).document, known=OREBRO, **given)


def told(made: Recognised) -> list[tuple[str, str, str]]:
    """Kind, sort of item and id of every change."""
    assert made.changes is not None
    return [(each.kind, each.what, each.id) for each in made.changes]


def activity(plan: Plan, ident: str) -> Any:
    """The activity with this id."""
    return next(each for area in plan.areas for each in area.activities if each.id == ident)


def test_ids_come_back_to_the_same_words() -> None:
    """A document that lost all its ids gets them back, and nothing else changes."""
    assert read(without_ids(markdown(OREBRO)), OREBRO).plan == OREBRO


def test_the_text_of_the_example_keeps_what_prose_cannot_carry() -> None:
    """From plain text come the words; ids, values, indicators and parts come from the known plan."""
    made = read_text_file(TEXT)
    assert told(made) == []
    assert attrs.evolve(made.plan, questions=()) == attrs.evolve(OREBRO, questions=())
    assert [each.about for each in made.plan.questions] == ["ros-seminarier"]


def test_a_reworded_and_moved_activity_is_the_same() -> None:
    """New words and another area: the id stays, the value that was read from the old words is read anew."""
    line = "Möjliggöra tvärpolitiska dialoger."
    text = TEXT.replace("• " + line, "").replace("vid minst tre tillfällen per år", "vid minst fyra tillfällen per år")
    text = text.replace("• Ha en aktiv roll", f"• {line}\n\n• Ha en aktiv roll")
    made = read_text_file(text)
    assert told(made) == [
        ("reworded", "activity", "nyhetsbrev"),
        ("changed", "activity", "nyhetsbrev"),
        ("moved", "activity", "dialoger"),
    ]
    letter, before = activity(made.plan, "nyhetsbrev"), activity(OREBRO, "nyhetsbrev")
    assert [each.at_least for each in letter.targets] == [4]
    assert (letter.schedule, letter.responsible) == (before.schedule, before.responsible)


def test_something_else_in_the_place_of_an_item_is_new() -> None:
    """A line that is replaced by another is no rewording: the old id is gone, the new item has its own."""
    text = TEXT.replace("Möjliggöra tvärpolitiska dialoger.", "Bygga en bastu vid sjön.")
    made = read_text_file(text)
    assert told(made) == [("added", "activity", "bygga-bastu-sjon"), ("removed", "activity", "dialoger")]


def test_a_year_later() -> None:
    """Next year's copy: ids stay, the plan has a new id, days of the old year are asked for."""
    made = read_text_file(TEXT, year=2024)
    assert made.plan.id == "orebro-2024"
    assert made.plan.period is not None
    assert made.plan.period.start.year == 2024
    assert ids_of(made.plan) == ids_of(OREBRO)
    assert made.plan.status is None
    assert {each.about for each in made.plan.questions} >= {"stipendium", "nya-grupper"}


def test_an_answered_question_stays_answered() -> None:
    """What the rules doubt about words that the known plan has as well was settled there."""
    known = attrs.evolve(OREBRO, questions=(Question(about="nyhetsbrev", text="Kvar?"),))
    document = text_document(TEXT.encode(), Source(name="plan.txt")).document
    made = recognise(document, known=known)
    assert [each.about for each in made.plan.questions] == ["nyhetsbrev", "ros-seminarier"]


def test_a_question_about_something_that_is_gone_goes_too() -> None:
    """A known question is dropped with its item."""
    known = attrs.evolve(OREBRO, questions=(Question(about="dialoger", text="Kvar?"),))
    held = tuple(each for each in known.areas[0].activities if each.id != "dialoger")
    made = read(markdown(with_activities(known, 0, held)), known)
    assert told(made) == [("removed", "activity", "dialoger")]
    assert made.plan.questions == ()


def test_the_receipt_leads_to_the_joined_plan() -> None:
    """Every path of the receipt names something in the plan that was written."""
    made = read_text_file(TEXT.replace("nätverket ROS", "nätverket ROS och Bygderådet Kil"))
    data = unstructure(made.plan)
    for block in made.receipt.blocks:
        for use in block.used:
            value: Any = data
            for step in use.path:
                value = value[step]
            assert value
    assert made.receipt.to_json()["changes"]


def test_given_organisation_and_year_count_for_documents_with_roles() -> None:
    """What the caller says wins over what helaplan printed, and ids stay."""
    made = read(markdown(OREBRO), OREBRO, organisation="Hela Sverige ska leva Skåne", year=2025).plan
    assert (made.organisation.name, made.organisation.county) == ("Hela Sverige ska leva Skåne", "")
    assert made.period is not None
    assert made.period.start.year == 2025
    assert made.areas == OREBRO.areas


KIL = """Verksamhetsplan {title}

Kils byalag

{first}Möten

• Hålla årsmöte.
• Ordna dansbana.
"""


def of_kil(title: str, known: Plan | None = None, first: str = "", year: int | None = None) -> Recognised:
    """A small plan in text, with this in its title."""
    words = KIL.format(title=title, first=f"{first}\n\n" if first else "")
    return recognise(text_document(words.encode(), Source(name="plan.txt")).document, known=known, year=year)


@pytest.mark.parametrize(
    "before, now, start, end",
    [
        ("2026", "2026/2027", "2026-07-01", "2027-06-30"),
        ("2025/2026", "2026/2027", "2026-07-01", "2027-06-30"),
        ("2025/26", "2026/27", "2026-07-01", "2027-06-30"),
        ("2025/26", "2027", "2027-01-01", "2027-12-31"),
        ("2025/26", "2025–2026", "2025-01-01", "2026-12-31"),
    ],
)
def test_the_years_of_the_title_are_those_of_the_plan(before: str, now: str, start: str, end: str) -> None:
    """That the days of a broken year are not written makes its years no guess."""
    made = of_kil(now, of_kil(before).plan).plan
    assert made.period is not None
    assert (str(made.period.start), str(made.period.end)) == (start, end)
    assert start[:4] in made.id or before.startswith(start[:4])


def test_a_broken_year_begins_as_the_known_one_did() -> None:
    """Its first day was settled there, so nobody is asked again; the same years change nothing."""
    known = of_kil("2025/26").plan
    assert known.period is not None
    september = attrs.evolve(known.period, start=dt.date(2025, 9, 1), end=dt.date(2026, 8, 31))
    known = attrs.evolve(known, period=september, questions=())
    same = of_kil("2025/26", known)
    assert (same.plan.period, same.plan.questions, same.doubts) == (september, (), ())
    made = of_kil("2026/27", known)
    assert made.plan.period == Period(start=dt.date(2026, 9, 1), end=dt.date(2027, 8, 31), label="2026/27")
    assert (made.plan.questions, made.doubts) == ((), ())


def test_a_later_year_in_the_text_is_asked_about() -> None:
    """Last year's copy without a year in its title: the known year stands, and a person is asked."""
    known = of_kil("2025").plan
    made = of_kil("", known, "Under 2026 vill vi växa.")
    assert made.plan.period == known.period
    assert [each.about for each in made.plan.questions] == ["period"]
    assert [each.code for each in made.doubts] == ["period-guessed"]
    assert of_kil("", known, "Under 2026 vill vi växa.", year=2026).plan.id == "kils-byalag-2026"
    assert of_kil("", known, "Sedan 2019 växer vi.").plan.questions == ()


def edited(old: str, new: str) -> Recognised:
    """The example as Markdown with one change, read beside it."""
    text = markdown(OREBRO)
    assert text.count(old) == 1
    return read(text.replace(old, new), OREBRO)


@pytest.mark.parametrize(
    "old, new, field, wanted",
    [
        ("högst 10 000 kr (= ", "högst 12 500 kr (= ", "amount", "12500"),
        ("minst tre tillfällen per år (= ", "minst fyra tillfällen per år (= ", "at_least", "4"),
        ("en gång i kvartalet (= ", "en gång i månaden (= ", "every", "month"),
        ("21 oktober (= ", "28 oktober (= ", "date", "2023-10-28"),
    ],
)
def test_new_words_beside_an_old_meaning_count(old: str, new: str, field: str, wanted: str) -> None:
    """Who changes the words of a value and passes the parenthesis by has changed the value; the rest of it stays."""
    made = edited(old, new)
    ((kind, what, name),) = told(made)
    assert (kind, what) == ("changed", "activity")
    value = next(each.value for each in items_of(made.plan) if each.id == name)
    holder = value.budget if field == "amount" else value.targets[0] if field == "at_least" else value.schedule[0]
    assert str(getattr(holder, field)) == wanted
    if field == "at_least":
        assert value.targets[0].unit == "nyhetsbrev"
    assert len(made.receipt.proposals) == 1
    assert made.plan.questions == OREBRO.questions


@pytest.mark.parametrize(
    "old, new, field, wanted",
    [("under hösten", "under våren", "season", "spring"), ("fortlöpande", "vecka 7", "weeks", "(7,)")],
)
def test_words_that_stand_alone_count(old: str, new: str, field: str, wanted: str) -> None:
    """Where no meaning stands beside the words, they are all there is to change."""
    made = edited(f"**När:** {old}\n", f"**När:** {new}\n")
    ((kind, what, name),) = told(made)
    assert (kind, what) == ("changed", "activity")
    value = next(each.value for each in items_of(made.plan) if each.id == name)
    assert str(getattr(value.schedule[0], field)) == wanted
    assert value.schedule[0].words == new


def test_words_that_are_just_what_is_printed_are_kept() -> None:
    """A document can't tell `8 000 kr` as words from the sum alone. The known plan knows, and nothing has changed."""
    budget = Budget(amount=Decimal(8000), words="8 000 kr")
    target = Target(at_least=3, unit="träffar", words="minst 3 träffar")
    activity = Activity(id="a", text="Läger", budget=budget, targets=(target,))
    status = Status(state="adopted", by="årsmötet", words="antagen av årsmötet")
    known = Plan(
        id="p",
        title="Plan",
        organisation=Organisation(name="Bygden"),
        status=status,
        areas=(Area(name="Unga", activities=(activity,)),),
    )
    text = markdown(known)
    assert "(=" not in text
    made = read(text, known)
    assert made.plan == known
    assert not made.changes
    cheaper = read(text.replace("8 000 kr", "7 000 kr"), known).plan.areas[0].activities[0].budget
    assert cheaper == Budget(amount=Decimal(7000))


def test_words_that_were_taken_out_are_gone() -> None:
    """Who leaves the sum alone of `högst 10 000 kr (= 10 000 kr)` means the sum."""
    made = edited("högst 10 000 kr (= 10 000 kr)", "10 000 kr")
    assert made.changes is not None
    (change,) = made.changes
    value = next(each.value for each in items_of(made.plan) if each.id == change.id)
    assert value.budget == Budget(amount=Decimal(10000))


def test_a_new_meaning_counts_as_it_stands() -> None:
    """Who changes the parenthesis means that."""
    made = edited("21 oktober (= 2023-10-21)", "21 oktober (= 2023-10-28)")
    assert made.changes is not None
    (change,) = made.changes
    value = next(each.value for each in items_of(made.plan) if each.id == change.id)
    assert value.schedule[0].date == dt.date(2023, 10, 28)


def test_words_that_nobody_can_read_leave_the_meaning_and_a_question() -> None:
    """What a value means is not guessed at."""
    made = edited("21 oktober (= 2023-10-21)", "när alla kan (= 2023-10-21)")
    assert made.changes is not None
    (change,) = made.changes
    value = next(each.value for each in items_of(made.plan) if each.id == change.id)
    assert value.schedule[0].date == dt.date(2023, 10, 21)
    assert any(each.about == change.id and "när alla kan" in each.text for each in made.plan.questions)


def test_what_is_gone_is_named_by_nothing() -> None:
    """Goals and groups that the document has taken out are no goals of any activity either."""
    goal = "Livskraftiga, klimatsmarta, hållbara bygder"
    words = re.sub(rf"{goal}.*?\n\s*\n", "", TEXT, flags=re.DOTALL)
    words = words.replace(
        "Vi ska ge ut digitalt nyhetsbrev vid minst tre", "Vi ska ge ut digitalt nyhetsbrev vid fler än tre"
    )
    made = read_text_file(words).plan
    assert "livskraftiga-bygder" not in ids_of(made)
    named = {ident for area in made.areas for each in area.activities for ident in (*each.goals, *each.target_groups)}
    assert named <= ids_of(made)


def test_a_use_may_lead_to_a_whole_list() -> None:
    """A line that names several partners below an activity is used at their list, at no partner of its own."""
    together = "Tillsammans med: Länsstyrelsen; Region Örebro län"
    words = f"# Verksamhetsplan 2023\n\n## Möten\n\n- Hålla årsmöte.\n\n  {together}\n"
    first = read(words, None)
    assert first.plan.areas[0].activities[0].partners
    assert read(words, first.plan).plan == first.plan
