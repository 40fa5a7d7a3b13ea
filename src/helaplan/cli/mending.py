"""`helaplan check --fix`: one file mended, or shown as it would be. Imports little: every check loads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from helaplan.findings import Report

if TYPE_CHECKING:
    from helaplan.pipeline.fixing import Fixed


@frozen(kw_only=True, eq=False, repr=False)
class Mending:
    """What is to be mended, and how. `select` and `ignore` are codes; an empty `select` means all."""

    unsafe: bool = False
    dry_run: bool = False
    ignore_remaining: bool = False
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    def wanted(self, report: Report) -> Report:
        """The report without the codes that are left alone."""
        return without(report, self.select, self.ignore)


@frozen(kw_only=True, eq=False, repr=False)
class Mended:
    """What was done to one file: how many findings were mended, how many got a comment, and the difference if asked."""

    name: str
    count: int
    silenced: int = 0
    diff: bytes = b""


def without(report: Report, select: frozenset[str], ignore: frozenset[str]) -> Report:
    """The report with the selected codes only, all if none is, and without the ignored ones."""
    if not select and not ignore:
        return report
    kept = [each for each in report if (not select or each.code in select) and each.code not in ignore]
    return evolve(report, findings=kept)


def mend(data: bytes, look: Callable[[bytes | str], Report], mending: Mending) -> tuple[Fixed, int]:
    """The file mended as the command line wants it, and how many findings got a comment."""
    from helaplan.pipeline.fixing import fix_source

    def wanted(source: bytes | str) -> Report:
        return mending.wanted(look(source))

    fixed = fix_source(data, wanted, unsafe=mending.unsafe)
    if not mending.ignore_remaining:
        return fixed, 0
    from helaplan.pipeline.silencing import silence

    silenced = silence(fixed, data, wanted)
    return silenced, len(fixed.report) - len(silenced.report)


def diff_of(name: str, old: bytes, new: bytes) -> bytes:
    """A unified diff as `git apply` and `patch -p1` take it. Lines end at LF, as they do for these.

    Personal data is masked, for a diff ends up in a CI log. One that shows such data can't be applied, and is not
    meant to be: `--fix` writes the file.
    """
    from difflib import unified_diff

    shown = PurePath(name).as_posix().lstrip("/")
    made = unified_diff(_lines(_masked(old)), _lines(_masked(new)), f"a/{shown}", f"b/{shown}")
    return "".join(_ended(line) for line in made).encode("utf-8", "surrogateescape")


def _masked(data: bytes) -> str:
    """The file's text with a dot for each letter of personal data: as long as before, line by line."""
    from helaplan.registers.personal import mask

    return mask(data.decode("utf-8", "surrogateescape"))


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+\Z", text)


def _ended(line: str) -> str:
    return line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"
