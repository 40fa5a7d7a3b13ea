"""Findings that are known and lived with for now, in a file of their own, so that only new ones count.

A known finding is told by file, code and route (keys and ids), not by line: a plan may grow around it. Baseline file,
form 1: `{"version": 1, "entries": [{"file": …, "code": …, "path": …, "count": …}]}`, in order.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from helaplan.errors import UnreadableSource
from helaplan.findings import Arg, Finding, Report, Severity, pointer
from helaplan.registers.personal import mask

#: The version of the file's form.
VERSION = 1

#: File with `/`, code, route as a JSON Pointer.
Key: TypeAlias = tuple[str, str, str]
#: The name of a file in the baseline for its name in a finding.
Naming: TypeAlias = Callable[[str], str]


def _as_is(name: str) -> str:
    return name


@frozen(kw_only=True)
class Baseline:
    """How often each known finding is there."""

    counts: Mapping[Key, int] = field(factory=dict)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that have known findings."""
        return tuple(dict.fromkeys(file for file, _, _ in self.counts))

    def sift(self, report: Report, *, looked_at: Collection[str], naming: Naming = _as_is) -> tuple[Report, Report]:
        """The report without what is known, and a report of what was known and is gone from the files looked at.

        `looked_at` are names as the baseline has them. Of more findings alike than are known the last ones are new.
        """
        left = Counter(self.counts)
        new = []
        for finding in report:
            key = key_of(finding, naming)
            if left[key] > 0:
                left[key] -= 1
            else:
                new.append(finding)
        gone = [_stale(key, count) for key, count in sorted(left.items()) if count > 0 and key[0] in looked_at]
        return evolve(report, findings=new), Report(findings=gone, files=0)


def key_of(finding: Finding, naming: Naming = _as_is) -> Key:
    """By what a finding is known again."""
    return naming(finding.file), finding.code, mask(pointer(finding.route))


def _stale(key: Key, count: int) -> Finding:
    file, code, where = key
    args: dict[str, Arg] = {"name": file, "known": code, "where": where or "/"}
    if count > 1:
        args["count"] = count
    return Finding(code="baseline-stale", args=args, severity=Severity.NOTE)


def baseline_of(findings: Iterable[Finding], naming: Naming = _as_is) -> Baseline:
    """A baseline that knows these findings."""
    return Baseline(counts=Counter(key_of(each, naming) for each in findings))


def write_baseline(baseline: Baseline) -> bytes:
    """The bytes of a baseline file. Equal baselines give equal bytes."""
    entries = [
        {"file": file, "code": code, "path": where, "count": count}
        for (file, code, where), count in sorted(baseline.counts.items())
    ]
    made = {"version": VERSION, "entries": entries}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def read_baseline(data: bytes, *, name: str = "") -> Baseline:
    """The baseline in a file's bytes. Raises UnreadableSource (`baseline-unreadable`) where it is none."""
    try:
        made = json.loads(data.decode("utf-8-sig"))
        if not isinstance(made, dict) or made.get("version") != VERSION:
            raise ValueError(f"version {VERSION}")
        counts: Counter[Key] = Counter()
        for entry in made["entries"]:
            counts[_key(entry)] += _count(entry)
    except json.JSONDecodeError as error:
        raise UnreadableSource(Finding(code="baseline-unreadable", file=name, args={"line": error.lineno})) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        # Some other file: what of a baseline it lacks helps nobody.
        raise UnreadableSource(Finding(code="baseline-unreadable", file=name)) from None
    return Baseline(counts=counts)


def _key(entry: Any) -> Key:
    file, code, where = (entry[each] for each in ("file", "code", "path"))
    if not all(isinstance(each, str) for each in (file, code, where)):
        raise ValueError("entries")
    return file, code, where


def _count(entry: Any) -> int:
    count = entry.get("count", 1)
    if type(count) is not int or count < 1:
        raise ValueError("count")
    return count
