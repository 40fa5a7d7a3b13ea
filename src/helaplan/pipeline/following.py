"""Findings that only follow from a fault in another place: one mistake of a person is one finding."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from helaplan.findings import Finding, Path

#: Rules that weigh a target against the times of its activity or area.
_BY_TIME: Final = frozenset({"target-unreachable", "target-before-schedule"})
#: Rules about what no activity names → the key under which activities name it.
_BY_NAME: Final = {"goal-unserved": "goals", "target-group-unserved": "target_groups", "partner-unused": "partners"}


def follows(finding: Finding, faulty: Collection[Path]) -> bool:
    """True where a fault elsewhere is why the rule had too little to go by.

    A month 13 is left out of the plan that rules see, and then two months are too few for three newsletters; a
    misspelt reference leaves its goal without an activity.
    """
    if finding.code in _BY_TIME:
        owner, area = finding.path[:-3], (*finding.path[:2], "schedule")
        return any("schedule" in each and (each[: len(owner)] == owner or each[:3] == area) for each in faulty)
    key = _BY_NAME.get(finding.code)
    return key is not None and any(each[:1] == ("areas",) and key in each for each in faulty)
