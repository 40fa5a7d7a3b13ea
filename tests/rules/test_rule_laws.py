"""Laws that hold for all rules on any plan: pure, never raising, pointing at what is there, never quoting people."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import given, settings

from helaplan.findings import Anchor, Arg, Finding, Path, Related, Severity
from helaplan.model import Activity, Area, Organisation, Plan, Schedule, Section, Statement
from helaplan.model.fields import key_of
from helaplan.model.parts import SCHEDULE_KINDS
from helaplan.registers.personal import find
from helaplan.rules import RULES
from helaplan.rules.careful import RULES as CAREFUL
from helaplan.rules.parts import Parts
from helaplan.rules.schedule import schedule_incomplete
from helaplan.testing.strategies import plans, values_of
from helaplan.text import codes


def _all(plan: Plan) -> list[Finding]:
    return [finding for rule in (*RULES, *CAREFUL) for finding in rule.check(plan)]


def _at(value: Any, path: Path) -> Any:
    """What stands at a path of a plan, by the keys of its file. LookupError where nothing can."""
    for step in path:
        if attrs.has(type(value)):
            names = {key_of(attribute): attribute.name for attribute in attrs.fields(type(value))}
            value = getattr(value, names[str(step)])
        else:
            value = value[step]
    return value


def _texts(arg: Arg) -> list[str]:
    if isinstance(arg, Related):
        return []
    return [str(each) for each in (arg if isinstance(arg, tuple) else (arg,))]


@settings(max_examples=100, deadline=None)
@given(values_of(Plan))
def test_rules_speak_of_what_is_there(plan: Plan) -> None:
    """On any plan no rule raises, twice gives the same, and each finding's path leads to a value or its mapping."""
    found = _all(plan)
    assert found == _all(plan)
    for finding in found:
        assert finding.code in codes()
        assert finding.span is None
        value = _at(plan, finding.path)
        if finding.anchor is Anchor.MISSING:
            assert value in (None, "", (), {})
        for arg in finding.args.values():
            if isinstance(arg, Related):
                _at(plan, arg.path)


@settings(max_examples=60, deadline=None)
@given(plans())
def test_a_plan_taken_apart_beforehand_is_told_the_same(plan: Plan) -> None:
    """A rule by itself, as a plugin's profile would run it, says what it says among all that share one set of parts."""
    parts = Parts(plan)
    for rule in (*RULES, *CAREFUL):
        assert rule.look is None or list(rule.look(parts)) == list(rule.check(plan))
        assert {each.code for each in rule.check(plan)} <= set(rule.codes)


@settings(max_examples=60, deadline=None)
@given(plans())
def test_sound_plans_have_no_structural_errors(plan: Plan) -> None:
    """Sound references, numbers and days give no error; made-up codes and digits in hostile text may."""
    chance = {"unknown-county", "unknown-municipality", "municipality-outside-county", "unknown-sdg"}
    errors = {each.code for each in _all(plan) if each.severity is Severity.ERROR}
    assert errors <= chance | {"personnummer-in-text", "organisation-unknown"}


def test_findings_of_personal_data_never_hold_it() -> None:
    """The characters of a personnummer are in no value of its finding."""
    plan = Plan(id="p", title="t", organisation=Organisation(name="Anna 811218-9876, 070-174 06 05, a@example.org"))
    found = [each for each in _all(plan) if each.code.endswith("-in-text")]
    assert {each.code for each in found} == {"personnummer-in-text", "phone-in-text", "email-in-text"}
    for each in found:
        assert not [text for arg in each.args.values() for text in _texts(arg) if find(text)]


def test_every_kind_of_schedule_is_weighed() -> None:
    """Each kind either needs a value, and its lack is told, or is known to need none."""
    free = {"ongoing", "unknown"}
    for kind in SCHEDULE_KINDS:
        area = Area(name="A", schedule=(Schedule(kind=kind, words="då"),))
        plan = Plan(id="p", title="t", organisation=Organisation(name="F"), areas=(area,))
        assert bool(list(schedule_incomplete(Parts(plan)))) == (kind not in free)


def test_a_reference_may_name_what_is_missing_its_id() -> None:
    """Parts without ids are no targets, and an empty id is never taken for a match."""
    area = Area(name="A", activities=(Activity(text="x", goals=("mal",)),))
    plan = Plan(
        id="p",
        title="t",
        organisation=Organisation(name="F"),
        areas=(area,),
        visions=(Statement(text="v"),),
        sections=(Section(heading="h"), Section(heading="i")),
    )
    assert [each.code for each in _all(plan) if each.severity is Severity.ERROR] == ["unknown-reference"]
