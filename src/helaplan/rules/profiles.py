"""The profiles of the core: rules that run where somebody selects them by name, known without asking any plugin."""

from __future__ import annotations

from collections.abc import Mapping

from helaplan.rules.rule import Rule

#: Name and title of each, by language.
TITLES: Mapping[str, Mapping[str, str]] = {"careful": {"sv": "Noggrann", "en": "Careful"}}


def core_profile(name: str) -> tuple[Rule, ...] | None:
    """The rules of a profile of the core; None for a name that it doesn't have."""
    if name != "careful":
        return None
    # Imported here: most checks select no profile.
    from helaplan.rules.careful import RULES

    return RULES
