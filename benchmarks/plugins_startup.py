"""What installed plugins cost at start: `check` and `formats` without plugins and with many.

    .venv/bin/python benchmarks/plugins_startup.py [--plugins 30] [--runs 10]

Makes distributions of one small exporter each in a folder of their own, and times the whole command from outside, the
best of some runs. `check` is to cost the same with and without, since it looks for no plugins.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from helaplan.plugins.discovery import candidates

CODE = """
from helaplan import Exporter, hookimpl

def export(plan, options, context):
    return plan.title.encode()

@hookimpl
def helaplan_exporters():
    title = {{"sv": "Nr {n}", "en": "No {n}"}}
    return [Exporter(name="nr{n}", suffixes=(".nr{n}",), media_type="text/plain", title=title, export=export)]
"""
PLAN = """helaplan: 1
kind: plan
id: bygd-2024
title: Verksamhetsplan 2024
organisation: {name: Bygd}
period: {start: 2024-01-01, end: 2024-12-31}
"""


def install(site: Path, count: int) -> None:
    """Leave that many distributions in a folder, as an installer would."""
    for n in range(count):
        (site / f"helaplan_nr{n}.py").write_text(CODE.format(n=n), encoding="utf-8")
        info = site / f"helaplan_nr{n}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: helaplan-nr{n}\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[helaplan.v1]\nnr{n} = helaplan_nr{n}\n", encoding="utf-8")


def best(command: list[str], site: Path, cwd: Path, runs: int) -> float:
    """Milliseconds of the fastest run; the first one, which compiles the modules, doesn't count."""
    environment = {**os.environ, "PYTHONPATH": str(site)}
    times = []
    for _ in range(runs + 1):
        start = perf_counter()
        subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True)
        times.append((perf_counter() - start) * 1000)
    return min(times[1:])


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description="What installed plugins cost at start.")
    parser.add_argument("--plugins", type=int, default=30)
    parser.add_argument("--runs", type=int, default=10)
    given = parser.parse_args()
    # What is installed here anyway is switched off in both columns.
    others = [flag for each in candidates() for flag in ("--disable-plugin", each.name)]
    program = [sys.executable, "-m", "helaplan", *others]
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "plan.yaml").write_text(PLAN, encoding="utf-8")
        print(f"{'':12}{'0 plugins':>12}{f'{given.plugins} plugins':>12}   each")
        empty, full = here / "empty", here / "full"
        empty.mkdir()
        full.mkdir()
        install(full, given.plugins)
        for name, arguments in (("check", ["check", "plan.yaml"]), ("formats", ["formats"])):
            without, with_all = (best([*program, *arguments], site, here, given.runs) for site in (empty, full))
            each = (with_all - without) / given.plugins
            print(f"{name:12}{without:9.0f} ms{with_all:9.0f} ms{each:7.2f} ms")


if __name__ == "__main__":
    main()
