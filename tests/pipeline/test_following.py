"""One mistake is one finding: what a rule says only for want of a faulty part is not said."""

from __future__ import annotations

import pytest

from helaplan import check

HEAD = """helaplan: 1
kind: plan
id: p
title: Plan
organisation: {name: Föreningen}
period: {start: 2026-01-01, end: 2026-12-31}
goals: [{id: levande-bygder, text: Levande bygder}]
target_groups: [{id: unga, text: Unga}]
partners: [{id: ros, name: ROS}]
"""
PLAN = (
    HEAD
    + """areas:
  - id: moten
    name: Möten
    responsible: [styrelsen]
    activities:
      - id: brev
        text: Nyhetsbrev
        targets: [{at_least: 3, unit: nyhetsbrev, by: 2026-12-31}]
        schedule: [{kind: months, months: [3, 6, 10], words: "mars, juni och oktober"}]
        goals: [levande-bygder]
        target_groups: [unga]
        partners: [ros]
"""
)


def codes(text: str) -> list[str]:
    """The codes that check tells, opinions too."""
    return [each.code for each in check(text, profiles=["careful"])]


def test_the_plan_is_sound() -> None:
    """What follows breaks one thing at a time."""
    assert codes(PLAN) == []


@pytest.mark.parametrize(
    "right, wrong, code",
    [
        ("[3, 6, 10]", "[3, 6, 13]", "number-out-of-range"),
        ("[3, 6, 10]", "[3, 6, oktober]", "wrong-type"),
        ("kind: months, months: [3, 6, 10]", "kind: month, manader: [3]", "unknown-key"),
        ("goals: [levande-bygder]", "goals: [levande-bygd]", "unknown-reference"),
        ("goals: [levande-bygder]", "goals: [Levande bygder]", "bad-id"),
        ("goals: [levande-bygder]", "goals: levande-bygder", "wrong-type"),
        ("goals: [levande-bygder]", "mål: [levande-bygder]", "unknown-key"),
        ("target_groups: [unga]\n        partners", "target_groups: [ungdomar]\n        partners", "unknown-reference"),
        ("partners: [ros]", "partners: [rosen]", "unknown-reference"),
        ("partners: [ros]", "partner: [ros]", "unknown-key"),
    ],
)
def test_one_mistake_is_one_finding(right: str, wrong: str, code: str) -> None:
    """A month that isn't one is no target that can't be met; a misspelt reference is no goal that nobody serves."""
    assert PLAN.count(right) == 1
    assert codes(PLAN.replace(right, wrong)) == [code]


def test_two_mistakes_are_two_findings() -> None:
    """Where the times have no fault, too few of them are told; and so is a goal that no activity ever named."""
    assert codes(PLAN.replace("[3, 6, 10]", "[3, 6]")) == ["target-unreachable"]
    assert codes(PLAN.replace("        goals: [levande-bygder]\n", "")) == ["goal-unserved"]
