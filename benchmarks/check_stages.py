"""Where the time of a check goes: each stage of the quick way over one plan after the other, against bare loading.

    .venv/bin/python benchmarks/check_stages.py [--files 100] [--rounds 20]

In one process, the stages of a file taking turns, so that all meet the same cold caches. Medians.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import yaml
from many_plans import make

from helaplan.model import Plan
from helaplan.pipeline.quick import findings_of, without_findings
from helaplan.planfile import straight
from helaplan.planfile.compose import events_of
from helaplan.planfile.decode import decode
from helaplan.planfile.rows import everyday_data
from helaplan.registers.personal import surely_free
from helaplan.rules import RULES, personal

IMPERSONAL = tuple(each for each in RULES if each not in personal.RULES)


def all_events(data: bytes) -> None:
    """Go through the events of PyYAML's C parser and do nothing with them."""
    get = events_of("", data, pure=False)
    while not isinstance(get(), yaml.StreamEndEvent):
        pass


def stages(data: bytes) -> dict[str, Callable[[], Any]]:
    """Each stage over one file, what it needs made before."""
    text = data.decode()
    tables = straight._table(Plan)
    made = everyday_data(text)
    plan = tables(made)
    return {
        "load only (PyYAML's CSafeLoader)": lambda: yaml.load(data, Loader=yaml.CSafeLoader),
        "PyYAML's events, which this way spares": lambda: all_events(data),
        "decode": lambda: decode(data),
        "odd characters, anchors, tags": lambda: straight._is_tame(text),
        "rows to data": lambda: everyday_data(text),
        "data to objects": lambda: tables(made),
        "personal data": lambda: surely_free(text),
        "rules": lambda: list(findings_of(IMPERSONAL, plan)),
        "the whole check": lambda: without_findings(data),
    }


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description="Measure the stages of a check.")
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), asked.files)
        files = [stages(path.read_bytes()) for path in sorted(Path(folder).glob("*.yaml"))]
    times: dict[str, list[float]] = {name: [] for name in files[0]}
    gc.freeze()
    for _ in range(asked.rounds):
        for each in files:
            for name, stage in each.items():
                start = perf_counter()
                stage()
                times[name].append(perf_counter() - start)
    whole = median(next(iter(times.values())))
    print("| stage | µs per file | × load |\n| --- | --: | --: |")
    for name, taken in times.items():
        print(f"| {name} | {median(taken) * 1e6:,.0f} | {median(taken) / whole:.2f} |")


if __name__ == "__main__":
    main()
