"""Documents of other shapes, with what a careful reader gets from them written by hand before any import was made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from helaplan.api import import_document
from helaplan.model import Activity, Plan, SubActivity
from helaplan.planfile.structure import unstructure
from helaplan.recognise.matching import tokens
from helaplan.testing.strategies import texts_of

HAND = Path(__file__).parent / "hand"
CASES = pytest.mark.parametrize("path", sorted(HAND.glob("*.txt")), ids=lambda path: path.stem)
#: Keys of an expectation about single activities, by how their text begins → the attribute that holds it.
DETAILS = ("targets", "schedule", "responsible", "partners", "budget", "condition", "numbers")


def load(path: Path) -> tuple[Plan, dict[str, Any]]:
    """The plan made of a document, and what it should be."""
    wanted: dict[str, Any] = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
    return import_document(path).plan, wanted


def activities(plan: Plan) -> Iterator[Activity | SubActivity]:
    """All activities with their parts."""
    for area in plan.areas:
        for each in area.activities:
            yield each
            yield from each.activities


@CASES
def test_head(path: Path) -> None:
    """Title, language, organisation, time and status."""
    plan, wanted = load(path)
    assert plan.title == wanted["title"]
    assert plan.language == wanted.get("language", "sv")
    assert plan.organisation.name == wanted["organisation"]
    assert plan.period is not None
    assert [plan.period.start, plan.period.end] == wanted["period"]
    for key, value in wanted.get("status", {}).items():
        assert getattr(plan.status, key) == value


@CASES
def test_front_matter(path: Path) -> None:
    """Each statement in its field, paragraph by paragraph; headings without a field as sections."""
    plan, wanted = load(path)
    for key in ("visions", "values", "mission", "purposes", "goals", "target_groups"):
        got = [paragraph for item in getattr(plan, key) for paragraph in item.text.split("\n\n")]
        assert got == wanted.get(key, []), key
    if "sections" in wanted:
        assert [section.heading for section in plan.sections] == wanted["sections"]


@CASES
def test_areas_and_activities(path: Path) -> None:
    """Every area by its name, every activity by its text, in order and no other."""
    plan, wanted = load(path)
    if "areas" in wanted:
        got = {area.name: [each.text for each in area.activities] for area in plan.areas}
        assert got == wanted["areas"]
    if "activities" in wanted:
        assert sum(1 for _ in activities(plan)) == wanted["activities"]
    for area, names in wanted.get("area_responsible", {}).items():
        assert [list(each.responsible) for each in plan.areas if each.name == area] == [names]


@CASES
def test_details(path: Path) -> None:
    """Targets, days, names, money and conditions of single activities; what is not named is not looked at."""
    plan, wanted = load(path)
    names = {partner.id: partner.name for partner in plan.partners}
    for key in DETAILS:
        for begins, values in wanted.get(key, {}).items():
            (activity,) = [each for each in activities(plan) if each.text.startswith(begins)]
            if key == "partners":
                got: Any = [names[each] for each in activity.partners]
                assert set(values) <= set(got), begins
            elif key in ("targets", "schedule"):
                data = unstructure(plan_of(activity))["areas"][0]["activities"][0].get(key, [])
                assert [{k: plain(row.get(k)) for k in one} for row, one in zip(data, values, strict=False)] == [
                    {k: plain(v) for k, v in one.items()} for one in values
                ], begins
            else:
                assert simple(activity, key) == values, begins


def plain(value: Any) -> Any:
    """A value as YAML or as the file has it: days as text."""
    return str(value) if hasattr(value, "isoformat") else value


def simple(activity: Activity | SubActivity, key: str) -> Any:
    """A detail as it stands in an expectation."""
    if key == "budget":
        return str(activity.budget.amount) if activity.budget else None
    if key == "numbers":
        return activity.number
    held = getattr(activity, key)
    return list(held) if isinstance(held, tuple) else held


def plan_of(activity: Activity | SubActivity) -> Plan:
    """A plan with this activity alone, to be written as data."""
    from helaplan.model import Area, Organisation

    area = Area(name="x", activities=(activity,))  # type: ignore[arg-type]  # parts are written as activities are
    return Plan(id="x", title="x", organisation=Organisation(name="x"), areas=(area,))


@CASES
def test_words_that_have_no_field_are_kept(path: Path) -> None:
    """Introductions, lead-ins and sentences between lists stand somewhere in the plan; names of signers nowhere."""
    plan, wanted = load(path)
    every = [" ".join(tokens(text)) for text in texts_of(plan)]
    for words in wanted.get("words_kept", []):
        assert any(" ".join(tokens(words)) in text for text in every), words
    for words in wanted.get("never", []):
        assert not any(" ".join(tokens(words)) in text for text in every), words
