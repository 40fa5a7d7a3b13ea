"""`helaplan example PLAN [--responsible WORD]`: who does what."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from helaplan import CommandContext, Plan, read_plan

_NOBODY = {"sv": "(ingen)", "en": "(nobody)"}
_HELP = {
    "sv": ("Vem gör vad i en plan.", "planfilen", "bara ansvariga vars namn har ordet i sig"),
    "en": ("Who does what in a plan.", "the plan file", "only those whose name holds this word"),
}


def run(arguments: Sequence[str], context: CommandContext) -> int:
    """Write the list. 0 where somebody was found, 1 where nobody was; InvalidPlan passes to helaplan."""
    language = context.language if context.language in _HELP else "sv"
    about, plan_help, word_help = _HELP[language]
    parser = argparse.ArgumentParser(prog="helaplan example", description=about)
    parser.add_argument("plan", type=Path, help=plan_help)
    parser.add_argument("--responsible", default="", metavar="WORD", help=word_help)
    given = parser.parse_args(arguments)
    found = worklist(read_plan(given.plan, host=context.host), nobody=_NOBODY[language])
    chosen = {name: tasks for name, tasks in found.items() if given.responsible.casefold() in name.casefold()}
    for name, tasks in chosen.items():
        context.write(f"{name}\n" + "".join(f"  - {task}\n" for task in tasks))
    return 0 if chosen else 1


def worklist(plan: Plan, *, nobody: str) -> Mapping[str, Sequence[str]]:
    """Activities by who is responsible, in the plan's order. Those without fall to their area's, else to `nobody`."""
    found: dict[str, list[str]] = {}
    for area in plan.areas:
        for each in area.activities:
            for part in (each, *each.activities):
                for name in part.responsible or area.responsible or (nobody,):
                    found.setdefault(name, []).append(part.title or " ".join(part.text.split()))
    return found
