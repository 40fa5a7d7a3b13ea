"""What `helaplan check` costs, against bare loading and the checkers that others use, in one run.

    .venv/bin/python benchmarks/check_speed.py [--files 2000] [--rounds 5] [--peers PYTHON] [--node-modules FOLDER]

Everything is a whole process from start to end, the commands of a round taking turns; times are medians, ratios
medians of the ratios within each round. `load` is a process that does nothing but load the same files with PyYAML's C
loader. Peers are measured where they are: `--peers` is a Python that has check-jsonschema and yamale, `--node-modules`
a folder that npm has put ajv and yaml into. Slow peers get one round at the largest number of files.
Prints tables in Markdown; those of one run stand in docs/performance.md.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import which
from statistics import median
from time import perf_counter
from typing import Any

from many_plans import make

HERE = Path(__file__).resolve().parent
LOAD = (
    "import sys, yaml, pathlib\n"
    "for path in sorted(pathlib.Path(sys.argv[1]).glob('*.yaml')):\n"
    "    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)"
)
#: More files than these are too many to go through several times with the slow ones.
FEW = 100
FAT = 5000
USUAL = 26

Command = Sequence[str]


def timed(command: Command, environment: Mapping[str, str], codes: tuple[int, ...]) -> float:
    """Seconds of one run. Raises RuntimeError where it doesn't end as it should."""
    start = perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, check=False)
    seconds = perf_counter() - start
    if done.returncode not in codes:
        raise RuntimeError(f"{' '.join(command)[:200]} ended with {done.returncode}: {done.stdout[-300:]!r}")
    return seconds


#: Runs a command and prints its peak in KiB. A process of its own, which has imported next to nothing: until it has
#: loaded another program, a child counts as large as its parent.
PEAK = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
print(os.wait4(pid, 0)[2].ru_maxrss)
"""


def peak(command: Command, environment: Mapping[str, str]) -> float:
    """MiB at the peak of one run."""
    program = which(command[0]) or command[0]
    wrapped = [sys.executable, "-I", "-S", "-c", PEAK, program, *command[1:]]
    return int(subprocess.run(wrapped, check=True, capture_output=True, env=environment).stdout) / 1024


class Bench:
    """The commands of one run and what they took."""

    def __init__(self, folder: Path, peers: str | None, modules: Path | None) -> None:
        self.folder = folder
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
        self.peers = Path(peers).parent if peers else None
        self.modules = modules
        bin_folder = Path(sys.executable).parent
        self.helaplan = str(bin_folder / "helaplan")
        schema = subprocess.run([self.helaplan, "schema", "plan"], check=True, capture_output=True).stdout
        (folder / "plan.schema.json").write_bytes(schema)
        (folder / "plan.yamale.yaml").write_text(yamale_of(json.loads(schema)), encoding="utf-8")

    def data(self, name: str, **wanted: Any) -> str:
        """A folder of plan files, made once."""
        place = self.folder / name
        if not place.exists():
            make(place, **wanted)
        return str(place)

    def check(self, place: str, *options: str) -> Command:
        """Our command over a folder."""
        return [self.helaplan, "check", "--format", "json", "--no-cache", "--jobs", "1", *options, place]

    def ours(self, size: int) -> dict[str, Command]:
        """Our commands over so many good files, and those they are held against."""
        place = self.data(f"good-{size}", files=size)
        made: dict[str, Command] = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "load only": [sys.executable, "-c", LOAD, place],
            "helaplan": self.check(place),
        }
        if size > 1:
            made["helaplan, 2 processes"] = [*self.check(place), "--jobs", "2"]
        return made

    def others(self, size: int) -> dict[str, Command]:
        """The peers' commands over the same files."""
        made: dict[str, Command] = {}
        place = self.data(f"good-{size}", files=size)
        schema = str(self.folder / "plan.schema.json")
        files = sorted(str(each) for each in Path(place).glob("*.yaml"))
        if self.peers:
            made["check-jsonschema"] = [str(self.peers / "check-jsonschema"), "--schemafile", schema, *files]
            yamale = str(self.folder / "plan.yamale.yaml")
            made["yamale, 1 process"] = [str(self.peers / "yamale"), "-n", "1", "-s", yamale, place]
        node = which("node")
        if self.modules and node:
            made["ajv + yaml (node)"] = [node, str(HERE / "ajv_check.mjs"), str(self.modules), schema, *files]
        return made

    def peak(self, name: str, size: int) -> float:
        """MiB at the peak of one of these commands."""
        return peak((self.ours(size) | self.others(size))[name], self.environment)

    def turns(
        self, commands: Mapping[str, Command], rounds: int, codes: tuple[int, ...] = (0,)
    ) -> dict[str, list[float]]:
        """Each command once a round, after one run of each that doesn't count where they are short."""
        made: dict[str, list[float]] = {name: [] for name in commands}
        for at in range(-1 if rounds > 1 or len(commands) == 1 else 0, rounds):
            for name, command in commands.items():
                seconds = timed(command, self.environment, codes if "helaplan" in name else (0, *codes))
                if at >= 0:
                    made[name].append(seconds)
        return made


def yamale_of(schema: Mapping[str, Any]) -> str:
    """The same shape as a schema for yamale, as far as it can say it: types, required keys, words, patterns."""
    parts = {name: each["properties"] for name, each in schema["$defs"].items() if "properties" in each}
    lines = _fields(schema)
    for name in parts:
        lines += ["---", f"{name}:", *(f"  {line}" for line in _fields(schema["$defs"][name]))]
    return "\n".join([*lines, ""])


def _fields(shape: Mapping[str, Any]) -> list[str]:
    required = shape.get("required", ())
    return [f"{key}: {_yamale(each, key in required)}" for key, each in shape["properties"].items()]


def _yamale(shape: Mapping[str, Any], required: bool) -> str:
    rest = "" if required else "required=False"
    if "$ref" in shape:
        return _call("include", f"'{shape['$ref'].rpartition('/')[2]}'", rest)
    if "const" in shape:
        return _call("enum", repr(shape["const"]), rest)
    if "enum" in shape:
        return _call("enum", *map(repr, shape["enum"]), rest)
    kind = shape.get("type")
    if kind == "array":
        return _call("list", _yamale(shape["items"], True), rest)
    if kind == "object":
        return _call("map", rest)
    if kind in ("integer", "number"):
        return _call("int" if kind == "integer" else "num", rest)
    pattern = shape.get("pattern", "")
    # PyYAML makes dates of days before yamale sees them.
    return _call("day" if "02-29" in pattern else "str", rest)


def _call(name: str, *arguments: str) -> str:
    return f"{name}({', '.join(each for each in arguments if each)})"


def ratio(one: Sequence[float], other: Sequence[float]) -> float:
    """The median of the ratios, round by round."""
    return median(a / b for a, b in zip(one, other, strict=False))


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table in Markdown, all columns but the first to the right."""
    rule = ["---", *("--:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rows))


def whole_processes(bench: Bench, sizes: Sequence[int], rounds: int) -> dict[tuple[str, int], list[float]]:
    """Ours and all others over folders of growing size."""
    made: dict[tuple[str, int], list[float]] = {}
    for size in sizes:
        ours, others = bench.ours(size), bench.others(size)
        together = ours | others if size <= FEW else ours
        results = bench.turns(together, rounds * (3 if size == 1 else 1))
        if together is ours:
            results |= bench.turns(others, 1)
        made |= {(name, size): each for name, each in results.items()}
    return made


def print_processes(bench: Bench, results: Mapping[tuple[str, int], list[float]], sizes: Sequence[int]) -> None:
    """The table of whole processes: milliseconds, against load, peak memory."""
    head = ["whole process", *(f"{size} {what}" for size in sizes for what in ("ms", "× load")), "peak MiB"]
    rows = []
    for name in dict.fromkeys(name for name, _ in results):
        row = [name]
        for size in sizes:
            found = results.get((name, size))
            row += (
                [f"{median(found) * 1000:,.0f}", f"{ratio(found, results['load only', size]):.2f}"]
                if found
                else ["", ""]
            )
        rows.append([*row, f"{bench.peak(name, sizes[-1]):.0f}"])
    print(table(head, rows), "\n")


def other_rows(bench: Bench, files: int, rounds: int) -> dict[str, list[float]]:
    """What the first table has not: broken files, a second run, one fat file."""
    good, mixed = bench.data(f"good-{files}", files=files), bench.data("mixed", files=files, share_broken=0.01)
    fat, usual = bench.data("fat", files=1, activities=FAT), bench.data("usual", files=1, activities=USUAL)
    load = [sys.executable, "-c", LOAD]
    known = [each for each in bench.check(good) if each != "--no-cache"]
    made = bench.turns({"load only": [*load, good], "helaplan, all good": bench.check(good)}, rounds)
    made |= bench.turns({"helaplan, 1 % broken": bench.check(mixed)}, rounds, codes=(1,))
    made |= bench.turns({"helaplan, nothing changed": known}, rounds)
    commands = {
        "load only, fat": [*load, fat],
        "helaplan, fat": bench.check(fat),
        "helaplan, usual": bench.check(usual),
    }
    return made | bench.turns(commands, rounds)


def per_activity() -> Callable[[str], float]:
    """Microseconds of a check in a running process for each activity of a file."""
    from helaplan import Checker

    checker = Checker()

    def measure(place: str) -> float:
        path = next(iter(Path(place).glob("*.yaml")))
        data = path.read_bytes()
        count = data.count(b"id: aktivitet-")
        times = []
        for _ in range(max(5, 2000 // count)):
            start = perf_counter()
            report = checker.check(data)
            times.append(perf_counter() - start)
            assert report.ok, list(report)[:3]
        return median(times) / count * 1e6

    return measure


def targets(
    bench: Bench, processes: Mapping[tuple[str, int], list[float]], others: Mapping[str, list[float]], files: int
) -> list[list[str]]:
    """Each row: what, must, aim, reached."""
    ours, load = processes["helaplan", files], processes["load only", files]
    measure = per_activity()
    fat, usual = measure(bench.data("fat")), measure(bench.data("usual"))
    rows = [
        (f"{files} files, one process, against load", "≤ 0.75", "≤ 0.30", ratio(ours, load)),
        ("the same on 2 cores", "≤ 0.45", "≤ 0.20", ratio(processes["helaplan, 2 processes", files], load)),
    ]
    if ("check-jsonschema", files) in processes:
        peer, cold = processes["check-jsonschema", files], processes["check-jsonschema", 1]
        rows += [
            ("the same in one process against check-jsonschema", "≤ 0.125", "≤ 0.04", ratio(ours, peer)),
            (
                "one good file, cold, against check-jsonschema",
                "≤ 0.60",
                "≤ 0.35",
                ratio(processes["helaplan", 1], cold),
            ),
        ]
    everything = others["load only"], others["helaplan, all good"]
    rows += [
        (
            "one good file, cold, against `python -c pass`",
            "≤ 13",
            "≤ 8",
            ratio(processes["helaplan", 1], processes["python -c pass", 1]),
        ),
        (
            f"{FAT} activities in one file, against load",
            "≤ 0.50",
            "≤ 0.30",
            ratio(others["helaplan, fat"], others["load only, fat"]),
        ),
        ("1 % broken files against all good", "≤ 1.15", "≤ 1.05", ratio(others["helaplan, 1 % broken"], everything[1])),
        (
            "second run, nothing changed, against load",
            "≤ 0.10",
            "≤ 0.03",
            ratio(others["helaplan, nothing changed"], everything[0]),
        ),
        (
            f"peak memory at {files} files against 100",
            "≤ 1.3",
            "1.0",
            bench.peak("helaplan", files) / bench.peak("helaplan", 100),
        ),
        (f"time per activity at {FAT} against {USUAL}", "≤ 1.3", "1.1", fat / usual),
    ]
    return [[what, must, aim, f"{reached:.2f}"] for what, must, aim, reached in rows]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure helaplan check.")
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", help="a Python that has check-jsonschema and yamale")
    parser.add_argument("--node-modules", type=Path, help="a folder that has ajv and yaml")
    asked = parser.parse_args()
    sizes = sorted({1, 100, asked.files})
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), asked.peers, asked.node_modules)
        processes = whole_processes(bench, sizes, asked.rounds)
        print_processes(bench, processes, sizes)
        others = other_rows(bench, asked.files, asked.rounds)
        rows = [[name, f"{median(found) * 1000:,.0f}"] for name, found in others.items()]
        print(table(["whole process", "ms"], rows), "\n")
        print(table(["what", "must", "aim", "reached"], targets(bench, processes, others, asked.files)), "\n")
    cores, limit = os.cpu_count(), resource.getpagesize()
    print(f"Python {sys.version.split()[0]}, {cores} cores, pages of {limit} bytes.")


if __name__ == "__main__":
    main()
