"""Rules that hold an opinion on what a good plan has. They give notes, and run only where the profile is selected."""

from __future__ import annotations

from helaplan.rules.careful import copied, links, wording
from helaplan.rules.rule import Rule

RULES: tuple[Rule, ...] = (*links.RULES, *wording.RULES, *copied.RULES)

__all__ = ["RULES"]
