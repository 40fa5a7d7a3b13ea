"""The receipt of the trusted way: every block in one state, every path leading to its words."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import HealthCheck, given, settings

from helaplan.compose import compose_plan
from helaplan.document import Document
from helaplan.planfile.structure import unstructure
from helaplan.recognise.roles import from_roles
from helaplan.testing.strategies import areas, documents, plans

SLOW = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])


def words(text: Any) -> list[str]:
    """The words of a text."""
    return re.findall(r"\w+", str(text).casefold())


def value_at(data: Any, pointer: str) -> Any:
    """The value that a JSON Pointer leads to."""
    for step in pointer.split("/")[1:]:
        data = data[int(step)] if isinstance(data, list) else data[step]
    return data


def texts(data: Any) -> str:
    """All texts below a value."""
    if isinstance(data, dict):
        return " ".join(map(texts, data.values()))
    return " ".join(map(texts, data)) if isinstance(data, list) else str(data)


@SLOW
@given(documents())
def test_one_state_and_no_word_lost(document: Document) -> None:
    """Law: whatever blocks and roles a document has, each block is in one state and its words stand where it says."""
    made = from_roles(document)
    data = unstructure(made.plan)
    for block in made.receipt.to_json()["blocks"]:
        states = [key for key in ("used", "ignored", "unplaced") if block.get(key)]
        assert len(states) == 1, block
        there = words(" ".join(texts(value_at(data, use["path"])) for use in block.get("used", ())))
        if states == ["used"] and ": " not in block["text"]:
            assert set(words(block["text"])) <= set(there), block


@SLOW
@given(plans(areas=areas()))
def test_paths_lead_somewhere(plan: Any) -> None:
    """Law: every path in the receipt of a composed plan leads to a value of the plan."""
    made = from_roles(compose_plan(plan, "sv"))
    data = unstructure(made.plan)
    for n, block in enumerate(made.receipt.to_json()["blocks"], start=1):
        assert block["n"] == n
        for use in block.get("used", ()):
            assert value_at(data, use["path"]) not in ("", [], {})
