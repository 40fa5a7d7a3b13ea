"""An edit in the Markdown counts: values come from what people see, ids stay with their items."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from helaplan.compose import compose_plan
from helaplan.formats.markdown import read_markdown, write_markdown
from helaplan.model import (
    Activity,
    Area,
    Budget,
    Goal,
    Organisation,
    Partner,
    Period,
    Plan,
    Schedule,
    Section,
    Statement,
    SubActivity,
    Target,
)
from helaplan.plugins.declarations import NoOptions, Source, WriteContext
from helaplan.recognise.receipt import Recognised
from helaplan.recognise.roles import from_roles

PLAN = Plan(
    id="orebro-2023",
    title="Verksamhetsplan 2023",
    organisation=Organisation(name="Hela Sverige ska leva Örebro län"),
    period=Period(start=dt.date(2023, 1, 1), end=dt.date(2023, 12, 31), label="2023"),
    visions=(Statement(text="Hela Sverige ska leva!"),),
    values=(Statement(items=("demokrati", "mångfald")),),
    goals=(Goal(id="bygder", text="Livskraftiga bygder"),),
    areas=(
        Area(
            id="opinion",
            name="Opinionsbildning",
            activities=(
                Activity(
                    id="nyhetsbrev",
                    text="Ge ut nyhetsbrev",
                    schedule=(Schedule(kind="months", words="mars och juni", months=(3, 6)),),
                    partners=("ros",),
                    activities=(SubActivity(id="mall", text="Ta fram en mall"),),
                ),
                Activity(id="hemsida", text="Hålla hemsidan aktuell"),
            ),
        ),
        Area(id="stod", name="Rådgivning", activities=(Activity(id="besok", text="Besöka byar"),)),
    ),
    partners=(Partner(id="ros", name="Nätverket ROS"),),
    sections=(Section(id="inledning", heading="Inledning", text="Detta är planen.", after="title"),),
)


def markdown(plan: Plan = PLAN) -> str:
    """The plan as Markdown text."""
    return write_markdown(compose_plan(plan, "sv"), NoOptions(), WriteContext()).decode("utf-8")


def back(text: str) -> Recognised:
    """What is recognised in Markdown text."""
    return from_roles(read_markdown(text.encode("utf-8"), Source(name="plan.md")).document)


def edited(old: str, new: str) -> Plan:
    """The plan after one edit in its Markdown."""
    text = markdown()
    assert text.count(old) == 1
    return back(text.replace(old, new)).plan


def ids(plan: Plan) -> list[list[str]]:
    """The activity ids, by area."""
    return [[activity.id for activity in area.activities] for area in plan.areas]


def test_nothing_edited() -> None:
    """The plan of these tests comes back whole."""
    assert back(markdown()).plan == PLAN


def test_changed_words() -> None:
    """New words of an activity count, and its id stays."""
    plan = edited("Hålla hemsidan aktuell", "Göra om hemsidan")
    assert plan.areas[0].activities[1] == Activity(id="hemsida", text="Göra om hemsidan")
    assert ids(plan) == ids(PLAN)


def test_new_bullet() -> None:
    """A bullet typed by hand becomes an activity of its area with a readable id; no other id changes."""
    plan = edited("- Hålla hemsidan", "- Ordna en träff för byarna\n- Hålla hemsidan")
    assert ids(plan) == [["nyhetsbrev", "ordna-traff-byarna", "hemsida"], ["besok"]]


def test_new_part() -> None:
    """A bullet typed below an activity becomes a part of it."""
    plan = edited("  - Ta fram en mall", "  - Fråga runt\n  - Ta fram en mall")
    assert [part.text for part in plan.areas[0].activities[0].activities] == ["Fråga runt", "Ta fram en mall"]


def test_deleted_activity() -> None:
    """A deleted line is a deleted activity."""
    assert ids(edited("- Hålla hemsidan aktuell <!-- #hemsida activity -->\n", "")) == [["nyhetsbrev"], ["besok"]]


def test_moved_activity() -> None:
    """An activity belongs to the area it stands in, whatever area it came from."""
    line = "- Hålla hemsidan aktuell <!-- #hemsida activity -->\n"
    text = markdown().replace(line, "").replace("- Besöka byar", line + "- Besöka byar")
    assert ids(back(text).plan) == [["nyhetsbrev"], ["hemsida", "besok"]]


def test_indented_activity() -> None:
    """An activity moved in below another one becomes a part of it, with its id."""
    plan = edited("- Hålla hemsidan", "  - Hålla hemsidan")
    assert [part.id for part in plan.areas[0].activities[0].activities] == ["mall", "hemsida"]


def test_changed_value() -> None:
    """A label line's new value counts, and nothing hidden brings back the old one."""
    plan = edited("mars och juni", "hösten")
    assert plan.areas[0].activities[0].schedule == (Schedule(kind="season", words="hösten", season="autumn"),)


@pytest.mark.parametrize(
    "line, field, value",
    [
        ("**När:** 18 mars", "schedule", (Schedule(kind="date", words="18 mars", date=dt.date(2023, 3, 18)),)),
        ("**När:** våren", "schedule", (Schedule(kind="season", words="våren", season="spring"),)),
        ("**Tid**: när det passar", "schedule", (Schedule(kind="unknown", words="när det passar"),)),
        ("**Ansvariga:** styrelsen; Kim", "responsible", ("styrelsen", "Kim")),
        ("**Mått:** minst 3 träffar per år", "targets", (Target(at_least=3, unit="träffar", per="år"),)),
        ("**Budget:** 5 000 kr", "budget", Budget(amount=Decimal("5000"))),
        ("**Where:** Örebro", "place", "Örebro"),
        ("**Läge:** klart", "progress", "done"),
        ("**Bidrar till:** Livskraftiga bygder", "goals", ("bygder",)),
        ("**Globala mål:** Jämställdhet; 11", "sdg", ("5", "11")),
    ],
)
def test_label_line_by_hand(line: str, field: str, value: object) -> None:
    """A label line typed by hand, in either language, sets its field."""
    plan = edited(
        "- Hålla hemsidan aktuell <!-- #hemsida activity -->",
        f"- Hålla hemsidan <!-- #hemsida activity -->\n  - {line}",
    )
    assert getattr(plan.areas[0].activities[1], field) == value


def test_unknown_partner() -> None:
    """A partner that nobody has heard of is added, and a question asks about it."""
    plan = edited("**Tillsammans med:** Nätverket ROS", "**Tillsammans med:** Nätverket ROS; Bygdegårdarna")
    assert [partner.name for partner in plan.partners] == ["Nätverket ROS", "Bygdegårdarna"]
    assert plan.areas[0].activities[0].partners == ("ros", "bygdegardarna")
    assert [question.about for question in plan.questions] == ["bygdegardarna"]


def test_value_that_says_nothing() -> None:
    """A value that can't be understood stays as words of its item, and a question asks about it."""
    item = "- Besöka byar <!-- #besok activity -->"
    plan = edited(item, item + "\n  - **Budget:** ungefär femtusen\n  - **Obs:** ta med kaffe")
    assert plan.areas[1].activities[0].text == "Besöka byar\n\nBudget: ungefär femtusen\n\nObs: ta med kaffe"
    assert [question.about for question in plan.questions] == ["besok"]


def test_id_met_twice() -> None:
    """A copied line keeps its words; the id stays with the first, the second gets its own and a question."""
    item = "- Besöka byar <!-- #besok activity -->"
    plan = edited(item, f"{item}\n- Besöka städer <!-- #besok activity -->")
    assert ids(plan)[1] == ["besok", "besoka-stader"]
    assert [question.about for question in plan.questions] == ["besoka-stader"]


def test_new_headings() -> None:
    """A heading typed among the areas is an area; one that says nothing to us is a section at its place."""
    text = markdown().replace(
        "## Samarbetspartner", "### Ungdomar\n\n- Lansera en app\n\n## Ekonomi\n\nVi har pengar.\n\n## Samarbetspartner"
    )
    plan = back(text).plan
    assert [(area.id, area.name) for area in plan.areas][2] == ("ungdomar", "Ungdomar")
    assert plan.areas[2].activities[0].text == "Lansera en app"
    assert plan.sections[1] == Section(id="ekonomi", heading="Ekonomi", text="Vi har pengar.", after="areas")


def test_new_known_heading() -> None:
    """A heading typed by hand that names a part of the plan opens that part."""
    plan = edited("## Övergripande mål", "## Målgrupper\n\n- Unga\n\n## Syfte\n\nStärka bygden.\n\n## Övergripande mål")
    assert [group.text for group in plan.target_groups] == ["Unga"]
    assert plan.purposes == (Statement(text="Stärka bygden."),)


def test_words_where_no_field_is() -> None:
    """Words typed at the top, where the plan has no field, are kept in a section."""
    plan = edited("## Inledning", "Välkommen!\n\n## Inledning")
    assert [section.text for section in plan.sections] == ["Välkommen!", "Detta är planen."]


def test_personal_data_stays_out() -> None:
    """A telephone number typed into the document doesn't enter the plan, and the receipt counts it."""
    recognised = back(markdown().replace("Besöka byar", "Besöka byar, ring 070-174 06 05"))
    assert "070" not in recognised.plan.areas[1].activities[0].text
    assert recognised.receipt.removed["phone"] == 1
    assert "174" not in str(recognised.receipt.to_json())


def test_labels_of_each_language() -> None:
    """A document composed in English leads to the same plan."""
    assert from_roles(compose_plan(PLAN, "en")).plan == PLAN
