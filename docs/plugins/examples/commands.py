"""A command of its own: `helaplan antal plan.yaml`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from helaplan import Command, CommandContext, hookimpl, read_plan


def run(arguments: Sequence[str], context: CommandContext) -> int:
    """Results go through `context.write`; the number that is returned is the exit code."""
    parser = argparse.ArgumentParser(prog="helaplan antal")
    parser.add_argument("plan", type=Path)
    given = parser.parse_args(arguments)
    context.write(f"{sum(len(area.activities) for area in read_plan(given.plan, host=context.host).areas)}\n")
    return 0


@hookimpl
def helaplan_commands() -> list[Command]:
    """The core's own commands are found first, so no plugin can take their names."""
    return [Command(name="antal", title={"sv": "Antal aktiviteter", "en": "Number of activities"}, run=run)]
