"""Damage plan files at random and hold the laws that no input may break.

    .venv/bin/python tools/fuzz.py [--count N] [--seconds S] [--seed N] [--jobs N] [FILE…]

For each input: `check` gives a report and raises nothing; no step takes over two seconds; the parser in Python and
libyaml's give the same data, findings and places; every format of a report is whole; a plan without errors can be
written and read again as the same plan. An input that breaks a law is kept under build/fuzz/. With FILEs those are
tried instead, one by one. The same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any
from xml.etree import ElementTree

import helaplan
from helaplan.model import Plan
from helaplan.planfile.reader import read_raw
from helaplan.planfile.straight import read_straight
from helaplan.planfile.structure import structure
from helaplan.reports import FORMATS, render

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "build" / "fuzz"
#: No step on one input may take longer, in seconds of the processor, since the machine may be busy. Inputs are small.
LIMIT = 2.0

#: What breaks readers: YAML's own signs, what YAML 1.1 makes of words, invisible and foreign characters, broken bytes.
TOKENS: tuple[bytes, ...] = tuple(
    each if isinstance(each, bytes) else each.encode("utf-8", "surrogatepass")
    for each in (
        *":,-?[]{}#&*!|>'\"%@`~=\\<",
        *(
            ": ",
            "- ",
            "? ",
            " #",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "  ",
            "\n  ",
            "\n- ",
            "---\n",
            "...\n",
            "--- ",
            "%YAML 1.1\n",
        ),
        *("<<: *a", "&a ", "*a", "!!binary ", "!x ", "!!python/name:os.system ", "|", ">-", "|2", "|+", "null", "~"),
        *("no", "yes", "on", "0117", "18:30", "1_000", "0x1f", "0o7", ".inf", ".nan", "1e400", "1e5", "-0", "3.0"),
        *("9" * 40, "2023-02-30", "2023-13-45", "true", "''", '""', '"\\', '"\\U00110000"', '"\\x00"', "''x", '"x" y'),
        *("[[[[", "{{{{", "{{ namn }}", "[" * 70, "- " * 70, "a: {" * 20, "x" * 1100, "“x”: y", "”a: b”"),
        *("\ufeff", "\u2028", "\u0085", "\u00a0", "\u200b", "\u202e", "\ud800", "\x00", "\x07", "\x7f", "\x9f"),
        *("å", "ö", "a\u030a", "🌍", "👩\u200d🌾", "\U000fffff"),
        *("titel: x", "helaplan: 2", "kind: followup", "id: A B", "extensions: {x: 1}", "areas: {}", "goals: [null]"),
        *("850101-1234", "070-123 45 67", "anna@example.se", "Storgatan 5, 701 12 Örebro", "::error::x", "]]>", "</a>"),
        *(b"\xff", b"\xc3", b"\xe5", b"\x80\x80", b"%PDF-1.4", b"PK\x03\x04", b"\xff\xfe", b"\xed\xa0\x80"),
    )
)


def corpus() -> list[bytes]:
    """Plan files of tests and docs, good and bad; the large ones in pieces, since time goes by size."""
    files = sorted([*ROOT.glob("tests/cases/*/*.yaml"), *ROOT.glob("tests/recognise/cases/*.yaml")])
    found = [path.read_bytes() for path in files if path.name != "index.yaml"]
    example = (ROOT / "examples" / "orebro-2023" / "plan.yaml").read_bytes()
    page = (ROOT / "docs" / "plan-format.md").read_bytes()
    format_example = page.split(b"```yaml\n", 1)[1].split(b"```", 1)[0]
    parts = example.split(b"\n\n")
    return [*found, example, format_example, *(b"\n\n".join([*parts[:1], each]) for each in parts[1:])]


def damaged(rng: random.Random, seeds: Sequence[bytes]) -> bytes:
    """One of the seeds with one to six kinds of damage."""
    data = rng.choice(seeds)
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 6))):
        data = rng.choice(DAMAGES)(rng, data, seeds)
    return data[:40_000]


def _insert(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.choice(TOKENS) + data[at:]


def _value(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Another value behind a colon or a dash."""
    lines = data.split(b"\n")
    at = rng.randrange(len(lines))
    for sign in (b": ", b"- "):
        head, found, _rest = lines[at].partition(sign)
        if found:
            lines[at] = head + sign + rng.choice(TOKENS)
            break
    return b"\n".join(lines)


def _delete(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + data[at + rng.choice((1, 1, 1, 2, 5, 40)) :]


def _flip(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    if not data:
        return data
    at = rng.randrange(len(data))
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _repeat(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at = rng.randint(0, len(data))
    piece = data[at : at + rng.choice((1, 3, 20, 200))]
    return data[:at] + piece * rng.choice((2, 2, 3, 30)) + data[at:]


def _splice(rng: random.Random, data: bytes, seeds: Sequence[bytes]) -> bytes:
    other = rng.choice(seeds)
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :][:4_000]


def _line(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """A line goes elsewhere, comes twice, or is indented otherwise."""
    lines = data.split(b"\n")
    at, to = rng.randrange(len(lines)), rng.randrange(len(lines))
    how = rng.randrange(4)
    if how == 0:
        lines[at], lines[to] = lines[to], lines[at]
    elif how == 1:
        lines.insert(to, lines[at])
    elif how == 2:
        lines[at] = b" " * rng.randint(1, 5) + lines[at]
    else:
        lines[at] = lines[at].lstrip()
    return b"\n".join(lines)


def _whole(rng: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """The file in another shape: cut off, other line ends, another encoding, a BOM."""
    how = rng.randrange(6)
    if how == 0:
        return data[: rng.randint(0, len(data))]
    if how == 1:
        return data.replace(b"\n", rng.choice((b"\r\n", b"\r", b"\n\n", b"\xe2\x80\xa8")))
    if how == 2:
        return b"\xef\xbb\xbf" + data
    text = data.decode("utf-8", "replace")
    return text.encode(("utf-16", "cp1252", "utf-8-sig")[how - 3], "replace")


Damage = Callable[[random.Random, bytes, Sequence[bytes]], bytes]
DAMAGES: tuple[Damage, ...] = (*[_insert] * 4, *[_value] * 4, _delete, _delete, _flip, _repeat, _splice, _line, _whole)


class TooSlow(Exception):
    """A step took longer than LIMIT."""


def _alarm(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow(f"over {LIMIT} s")


def broken_law(data: bytes, name: str = "plan.yaml") -> str:
    """What law this input breaks, with the traceback where there is one; "" where none."""
    signal.signal(signal.SIGPROF, _alarm)
    step = ""
    try:
        for name_of_law, law in LAWS:
            step = name_of_law
            signal.setitimer(signal.ITIMER_PROF, LIMIT)
            law(data, name)
            signal.setitimer(signal.ITIMER_PROF, 0)
    except Exception:
        return f"{step}: {traceback.format_exc(limit=-8)}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def _parsers_agree(data: bytes, _: str) -> None:
    fast, pure = read_raw(data), read_raw(data, pure=True)
    assert fast.data == pure.data, "other data from the parser in Python"
    assert fast.findings == pure.findings, f"{fast.findings}\n{pure.findings}"
    if not fast.findings and isinstance(fast.data, dict):
        for path in _paths(fast.data):
            assert fast.places.span(path) == pure.places.span(path), f"{path}: another place in the parser in Python"
    straight = read_straight(data, Plan)
    made = structure(Plan, fast.data) if isinstance(fast.data, dict) else None
    if straight is not None:
        assert made is not None, "the straight way reads what the other refuses"
        assert not fast.findings, fast.findings
        assert not made.findings, made.findings
        assert made.value == straight.value, "the straight way reads another plan"
        pure_straight = read_straight(data, Plan, pure=True)
        assert pure_straight is not None, "only libyaml goes the straight way"
        assert pure_straight.value == straight.value, "another plan on the straight way in Python"


def _paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in below:
        yield from _paths(value, (*path, step))


def _reports_whole(data: bytes, name: str) -> None:
    report = helaplan.check(data, name=name)
    for each in report:
        assert each.file == name
        assert each.span is not None, each
        assert each.span.start.line >= 1
        assert each.span.start.column >= 1
        assert (each.span.end.line, each.span.end.column) >= (each.span.start.line, each.span.start.column), each
    language = "sv" if len(data) % 2 else "en"
    for form in FORMATS:
        text = render(report, form, language)
        text.encode("utf-8")
        assert text.endswith("\n") or (not text and not report.findings), form
        _whole_form(form, text, len(report))


def _whole_form(form: str, text: str, count: int) -> None:
    """The text can be read by whoever reads that format, and holds every finding once."""
    lines = text.split("\n")[:-1]
    if form == "json":
        assert len(json.loads(text)["findings"]) == count
    elif form == "jsonl":
        assert len([json.loads(each) for each in lines]) == count + 1
    elif form == "sarif":
        assert len(json.loads(text)["runs"][0]["results"]) == count
    elif form == "gitlab":
        fingerprints = {each["fingerprint"] for each in json.loads(text)}
        assert len(fingerprints) == count
    elif form == "junit":
        assert len(ElementTree.fromstring(text).findall(".//failure")) == count
    elif form == "github":
        assert len(lines) == count
        assert all(each.startswith(("::error ", "::warning ", "::notice ")) for each in lines)
    elif form == "markdown":
        assert len([each for each in lines if each.startswith("| ")]) == (count + 2 if count else 0)


def _written_plan_reads_back(data: bytes, _: str) -> None:
    try:
        plan = helaplan.read_plan(data)
    except helaplan.InvalidPlan:
        return
    # Not by read_plan: comments that ignore an error are not the plan's.
    assert structure(Plan, read_raw(helaplan.write_plan(plan)).data).value == plan


LAWS: tuple[tuple[str, Callable[[bytes, str], None]], ...] = (
    ("parsers", _parsers_agree),
    ("reports", _reports_whole),
    ("writing", _written_plan_reads_back),
)


def batch(seed: int, count: int, until: float) -> tuple[int, list[tuple[bytes, str]]]:
    """Try so many inputs of a seed, or as many as there is time for; how many, and those that broke a law."""
    rng = random.Random(seed)
    seeds = corpus()
    wrong: list[tuple[bytes, str]] = []
    for done in range(count):
        if time.monotonic() > until:
            return done, wrong
        data = damaged(rng, seeds)
        told = broken_law(data)
        if told:
            wrong.append((data, told))
    return count, wrong


def _warm_up() -> None:
    """Load and make what is made when first needed: the time for it is no input's fault."""
    for data in corpus():
        _reports_whole(data, "plan.yaml")


def _run(job: tuple[int, int, float]) -> tuple[int, list[tuple[bytes, str]]]:
    return batch(*job)


def main(argv: Sequence[str]) -> int:
    """0 where every input kept the laws, 1 otherwise."""
    parser = argparse.ArgumentParser(description="Damage plan files at random and hold the laws.")
    parser.add_argument("--count", type=int, default=200_000, help="how many inputs")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after so long")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="inputs to try instead")
    asked = parser.parse_args(argv)
    if asked.files:
        laws = [broken_law(path.read_bytes()) for path in asked.files]
        for path, law in zip(asked.files, laws, strict=True):
            print(f"{path}: {law or 'fine'}")
        return int(any(laws))
    began = time.monotonic()
    size = 1_000
    jobs = [
        (asked.seed * 1_000_003 + number, min(size, asked.count - at), began + asked.seconds)
        for number, at in enumerate(range(0, asked.count, size))
    ]
    total, kept = 0, 0
    with multiprocessing.get_context("spawn").Pool(asked.jobs, _warm_up) as pool:
        for done, wrong in pool.imap_unordered(_run, jobs):
            total += done
            for data, told in wrong:
                kept += 1
                KEPT.mkdir(parents=True, exist_ok=True)
                path = KEPT / f"{hashlib.sha256(data).hexdigest()[:16]}.yaml"
                path.write_bytes(data)
                if kept <= 20:
                    print(f"{path.relative_to(ROOT)}: {told}", flush=True)
    print(f"{total} inputs in {time.monotonic() - began:.0f} s, seed {asked.seed}: {kept or 'none'} broke a law")
    return int(kept > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
