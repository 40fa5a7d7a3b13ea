"""`helaplan check --baseline`: where the file lies, and how plans are named in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from unicodedata import normalize

from attrs import evolve

from helaplan import io
from helaplan.cli.shell import UNREADABLE_CODES
from helaplan.findings import Report
from helaplan.pipeline.baseline import Baseline, baseline_of, read_baseline, write_baseline


def naming(baseline: str) -> Callable[[str], str]:
    """Names plans as seen from the baseline's folder, with `/`, so that it holds wherever it is checked from."""
    folder = Path(baseline).resolve().parent

    def named(name: str) -> str:
        path = Path(name)
        if not path.exists():
            return name  # standard input
        try:
            seen = os.path.relpath(path.resolve(), folder)
        except ValueError:  # another drive
            seen = str(path.resolve())
        return normalize("NFC", Path(seen).as_posix())

    return named


def apply(report: Report, baseline: str, looked_at: Iterable[str]) -> Report:
    """The report without the known findings, and with a note for each that is gone."""
    known = read_baseline(io.read_bytes(baseline), name=baseline)
    names = naming(baseline)
    folder = Path(baseline).resolve().parent
    # A plan that is gone has taken its findings along.
    gone = {each for each in known.files if not (folder / each).exists()}
    left, stale = known.sift(report, looked_at={*map(names, looked_at), *gone}, naming=names)
    notes = [evolve(each, file=baseline) for each in stale]
    return evolve(left, findings=[*left, *notes])


def write(report: Report, baseline: str) -> Report:
    """Write all findings of plans as known ones; the report without them."""
    kept = [each for each in report if each.code in UNREADABLE_CODES]
    known: Baseline = baseline_of((each for each in report if each.code not in UNREADABLE_CODES), naming(baseline))
    io.write_bytes(baseline, write_baseline(known), replace=True)
    return evolve(report, findings=kept)
