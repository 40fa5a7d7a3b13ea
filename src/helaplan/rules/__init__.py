"""The rules of plan files: what no shape can say, one small pure function each."""

from __future__ import annotations

from helaplan.rules import content, identity, personal, register, time
from helaplan.rules.rule import CheckPlan, Rule

#: All rules of the core, in the order in which they run.
RULES: tuple[Rule, ...] = (*content.RULES, *time.RULES, *identity.RULES, *register.RULES, *personal.RULES)

__all__ = ["RULES", "CheckPlan", "Rule"]
