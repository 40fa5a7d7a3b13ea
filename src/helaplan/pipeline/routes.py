"""By what a finding is known again: the way to it by keys and ids, which neither lines nor places in lists change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from helaplan.findings import Finding, Path


def route(path: Path, data: Any) -> Path:
    """The path with, for each place in a list, the id of the item there; without it where the item has none.

    So `("areas", 0, "activities", 3, "text")` is `("areas", "bygd", "activities", "nyhetsbrev", "text")` whatever comes
    to stand above.
    """
    made: list[str | int] = []
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            data = None
        if isinstance(step, str):
            made.append(step)
        elif isinstance(data, dict) and isinstance(data.get("id"), str):
            made.append(data["id"])
    return tuple(made)


def with_routes(findings: Iterable[Finding], data: Any) -> tuple[Finding, ...]:
    """The findings of a file with this data, each with its route."""
    return tuple(evolve(each, route=route(each.path, data)) for each in findings)
