"""The published schema and the structuring that decides accept the same data and point at the same places."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from helaplan.findings import Report
from helaplan.model import Plan
from helaplan.pipeline.check import check_data
from helaplan.planfile.structure import structure, unstructure
from helaplan.schema import plan_schema
from helaplan.testing.strategies import plans

COMMITTED = Path(__file__).parents[2] / "schemas" / "plan-1.schema.json"

Step = str | int

#: Values that people, converters and other programs put where something else belongs.
ODD: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e14, max_value=1e14),
    st.sampled_from(
        ["", " ", "x", "2023-02-29", "2024-02-29", "2023-1-1", "11", "17.10", "0117", "SEK", "plan", "år\n"]
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12),
    st.just([]),
    st.just({}),
    st.lists(st.sampled_from(["a", 1, None]), max_size=2),
    st.dictionaries(st.sampled_from(["id", "text", "name", "okänd"]), st.sampled_from(["a", 1, None]), max_size=2),
)
KEYS = st.sampled_from(["titel", "mål", "text", "id", "okänd", "kind", "activities", "at_leest"])


def places(data: Any, path: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    """Paths of all values in plain data."""
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(each for step, value in below for each in places(value, (*path, step)))]


def inside_extensions(path: tuple[Step, ...]) -> bool:
    """Whether a path leads to a plugin's data, which only the plugin judges."""
    return path[:1] == ("extensions",) and len(path) > 1


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A plan's data with up to four mistakes in it."""
    data: Any = copy.deepcopy(unstructure(draw(plans())))
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from([each for each in places(data) if not inside_extensions(each)]))
        holder: Any = data
        for step in path[:-1]:
            holder = holder[step]
        target = holder[path[-1]] if path else data
        if isinstance(target, dict) and draw(st.booleans()):
            key = draw(KEYS)
            target[key] = draw(ODD)
        elif path and isinstance(holder, dict) and draw(st.booleans()):
            del holder[path[-1]]
        elif path:
            holder[path[-1]] = draw(ODD)
    return data


def told(data: Any) -> set[tuple[Step, ...]]:
    """The paths that structuring points at, a joined mistake counted at both of its keys."""
    paths: set[tuple[Step, ...]] = set()
    for finding in structure(Plan, data).findings:
        paths.add(finding.path)
        suggestion = finding.args.get("suggestion")
        if finding.code == "unknown-key" and isinstance(suggestion, str):
            paths.add((*finding.path[:-1], suggestion))
    return paths


def judged(data: Any) -> set[tuple[Step, ...]]:
    """The paths that jsonschema points at."""
    report: Report = check_data(data)
    return {each.path for each in report}


@given(plans())
def test_every_plan_fits_the_schema(plan: Plan) -> None:
    """Whatever the model can hold, an editor finds nothing to complain of."""
    assert judged(unstructure(plan)) == set()


@settings(max_examples=300)
@given(mutated())
def test_schema_and_structuring_say_the_same(data: Any) -> None:
    """The same verdict, and the same places: jsonschema is the judge."""
    ours, theirs = told(data), judged(data)
    assert bool(structure(Plan, data).findings) == bool(theirs)
    # A joined finding names a key that may be there after all (then jsonschema has nothing to say of it).
    assert theirs <= ours
    assert {path for path in ours if path in {each.path for each in structure(Plan, data).findings}} <= theirs


def test_the_committed_schema_is_the_one_the_model_makes() -> None:
    """`schemas/` is what the build ships; it is made, never edited: `python -m tests.update_schemas` is not needed."""
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == plan_schema()


def test_the_schema_is_a_schema_without_unions() -> None:
    """Valid 2020-12; no `oneOf`, `anyOf`, or list of types, so that each mistake has one message; Swedish on hover."""
    schema = plan_schema()
    Draft202012Validator.check_schema(schema)

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            assert not {"oneOf", "anyOf", "allOf", "not"} & set(node)
            assert not isinstance(node.get("type"), list)
            for key, each in node.get("properties", {}).items():
                assert each.get("title"), key
                assert each.get("description"), key
            for each in node.values():
                walk(each)
        elif isinstance(node, list):
            for each in node:
                walk(each)

    walk(schema)
