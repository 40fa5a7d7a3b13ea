"""Small documents of many shapes, and the plans they are. `UPDATE_GOLDEN=1` writes the files anew, for review."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from helaplan.findings import pointer
from helaplan.formats.text import read_text
from helaplan.planfile.writer import write_plan
from helaplan.plugins.declarations import Source
from helaplan.recognise import Recognised, recognise

CASES = Path(__file__).parent / "cases"
SHARED = Path(__file__).parents[2].parent / "shared" / "cases" / "plans"
SEED = Path(__file__).parents[2] / "examples" / "orebro-2023" / "verksamhetsplan-2023.txt"
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"


def imported(path: Path, **given: Any) -> Recognised:
    """The plan in a text file."""
    document = read_text(path.read_bytes(), Source(name=path.name)).document
    return recognise(document, source=path.name, reader="text", **given)


def told(made: Recognised) -> str:
    """The receipt, one line a block: where its words went, and how they begin."""
    lines = []
    for block in made.receipt.blocks:
        places = [f"{pointer(use.path)} {use.concept}" for use in block.used]
        state = "; ".join(places) or block.ignored or f"unplaced {pointer(block.unplaced or ())}"
        lines.append(f"{block.n} [{state}] {block.text[:60]}")
    removed = [f"removed {kind}: {count}" for kind, count in made.receipt.removed.items() if count]
    return "\n".join([*lines, *removed]) + "\n"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    """The plan and the receipt of a document are what a careful reader would write."""
    made = imported(path)
    for suffix, text in ((".plan.yaml", write_plan(made.plan)), (".receipt", told(made))):
        golden = path.with_suffix(suffix)
        if UPDATE:
            golden.write_text(text, encoding="utf-8")
        assert text == golden.read_text(encoding="utf-8")


def expectations() -> list[Path]:
    """The shared cases, where they lie beside this checkout."""
    return sorted(each for each in SHARED.glob("*.expected.yaml") if each.name.count(".") == 2)


@pytest.mark.skipif(not expectations(), reason="the shared cases are not here")
@pytest.mark.parametrize("expected", expectations(), ids=lambda path: path.name.split(".")[0])
def test_shared_case(expected: Path) -> None:
    """Areas, activities, title and time of the shared cases come out whole."""
    wanted = yaml.safe_load(expected.read_text(encoding="utf-8"))
    plan = imported(expected.with_name(wanted["file"])).plan
    assert plan.title == wanted["title"]
    assert plan.period is not None
    assert [plan.period.start.isoformat(), plan.period.end.isoformat()] == [
        wanted["period"]["start"],
        wanted["period"]["end"],
    ]
    assert plan.organisation.name.casefold() == wanted["organisation"]["name"].casefold()
    got = [(area.name, [activity.text for activity in area.activities]) for area in plan.areas]
    assert got == [(area["name"], [each["text"] for each in area["activities"]]) for area in wanted["areas"]]


def test_seed() -> None:
    """The first real plan: 26 activities in three areas, the national quote apart, values listed, one target."""
    made = imported(SEED, organisation="Hela Sverige ska leva Örebro län")
    plan = made.plan
    assert [len(area.activities) for area in plan.areas] == [11, 7, 8]
    assert plan.id == "orebro-2023"
    assert [statement.source for statement in plan.visions] == ["", "national"]
    assert plan.values[0].items == ("demokrati", "mångfald", "hållbarhet", "jämställdhet")
    assert len(plan.target_groups) == 2
    assert plan.areas[1].activities[-1].text.endswith("utdelning av barn- och ungdomsstipendium.")
    targets = [(target.at_least, target.per) for area in plan.areas for a in area.activities for target in a.targets]
    assert targets == [(3, "år")]
    assert not made.plan.questions


def test_an_organisation_that_is_not_named_is_asked_for() -> None:
    """Without a name in the text or from the caller the name is empty and a question says so."""
    plan = imported(SEED).plan
    assert plan.organisation.name == ""
    assert [question.about for question in plan.questions] == ["organisation"]
