"""What is composed from a plan leads back to the same plan."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helaplan.compose import compose_plan
from helaplan.formats.markdown import read_markdown, write_markdown
from helaplan.model import Organisation, Plan
from helaplan.plugins.declarations import NoOptions, Source, WriteContext
from helaplan.recognise import recognise
from helaplan.recognise.roles import from_roles
from helaplan.registers.personal import find
from helaplan.testing.strategies import areas, plans, texts_of

LANGUAGES = st.sampled_from(("sv", "en"))
BUSY = st.one_of(plans(), plans(areas=areas()))
SLOW = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def printed(plan: Plan) -> Plan:
    """The plan without what no document carries: questions and the data of plugins; sections in reading order."""
    return attrs.evolve(plan, questions=(), extensions={}, sections=_sorted(plan))


def _sorted(plan: Plan) -> Any:
    return tuple(sorted(plan.sections, key=lambda each: (each.heading, each.text, each.id, each.after)))


def like(back: Any, plan: Any) -> Any:
    """The value that came back, without the ids that were made for items that had none."""
    if attrs.has(type(back)) and type(back) is type(plan):
        changes = {a.name: like(getattr(back, a.name), getattr(plan, a.name)) for a in attrs.fields(type(back))}
        if changes.get("id") and not plan.id:
            changes["id"] = ""
        return attrs.evolve(back, **changes)
    if isinstance(back, tuple) and isinstance(plan, tuple) and len(back) == len(plan):
        return tuple(map(like, back, plan))
    return back


def same(back: Plan, plan: Plan) -> None:
    """Assert that the plan came back, apart from the listed exceptions."""
    made = {each.id for each in back.sections} - {each.id for each in plan.sections}
    bare = tuple(attrs.evolve(each, id="") if each.id in made else each for each in back.sections)
    back = attrs.evolve(back, sections=bare)
    assert like(printed(back), printed(plan)) == printed(plan)


def clean(plan: Plan) -> bool:
    """Whether no text of the plan looks like personal data, which never comes back."""
    return not any(find(text) for text in texts_of(plan))


@SLOW
@given(BUSY.filter(clean), LANGUAGES)
def test_plan_comes_back(plan: Plan, language: str) -> None:
    """Law: any plan, whatever the words in it, is the same after compose and from_roles."""
    same(from_roles(compose_plan(plan, language)).plan, plan)


@SLOW
@given(BUSY.filter(clean), LANGUAGES)
def test_plan_comes_back_from_markdown(plan: Plan, language: str) -> None:
    """Law: the same through the bytes of a Markdown file."""
    data = write_markdown(compose_plan(plan, language), NoOptions(), WriteContext())
    same(from_roles(read_markdown(data, Source(name="plan.md")).document).plan, plan)


def test_plan_of_a_title_alone() -> None:
    """A plan that prints no block with a role is still known as ours: the document says so itself."""
    plan = Plan(id="plan", title="Plan 2023", organisation=Organisation(name="", level="local"))
    data = write_markdown(compose_plan(plan, "sv"), NoOptions(), WriteContext())
    assert recognise(read_markdown(data, Source(name="plan.md")).document).plan == plan
