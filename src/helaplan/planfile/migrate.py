"""Files of older format versions, brought to the present one step by step.

A migration says which characters of an old file to change; so one description serves both reading an old file and
rewriting it, and comments and layout live on. Format 1 is the first, so the table is empty as yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from attrs import evolve, frozen

from helaplan.findings import Edit, Finding, Fix, Related, Severity, Span
from helaplan.planfile.edits import Origins, apply_edits
from helaplan.planfile.lines import Lines
from helaplan.planfile.reader import Raw, read_raw

#: What to change in a file of one version so that it is one of the next, the number at `helaplan` aside. `Raw` has
#: the data, the text, and the place of everything.
Migration: TypeAlias = Callable[[Raw], Iterable[Edit]]

#: Version → the migration from it to the next.
MIGRATIONS: Mapping[int, Migration] = MappingProxyType({})

_VERSION = ("helaplan",)


@frozen(kw_only=True)
class Step:
    """One version further: the lines before and after, and where each character came from."""

    before: Lines
    after: Lines
    origins: Origins


@frozen(kw_only=True)
class Migrated:
    """An old file as if it were of the present version.

    `text` is the old file's, `raw` what it then holds. `finding` says how old it is; its fix rewrites the file to the
    version after its own.
    """

    text: str
    raw: Raw
    finding: Finding
    steps: tuple[Step, ...]

    def in_file(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """How old the file is, and the findings about `raw` with their places in the old file.

        Their own fixes would not fit there; they come when the file has been rewritten.
        """
        return (self.finding, *(self._placed(each) for each in findings))

    def _placed(self, finding: Finding) -> Finding:
        args = {
            key: evolve(arg, span=self._span(arg.span)) if isinstance(arg, Related) and arg.span else arg
            for key, arg in finding.args.items()
        }
        return evolve(finding, span=self._span(finding.span), args=args, fix=None)

    def _span(self, span: Span | None) -> Span | None:
        if span is None:
            return None
        for step in reversed(self.steps):
            start, end = (step.after.offset(each.line - 1, each.column - 1) for each in (span.start, span.end))
            span = step.before.span(step.origins.before(start), step.origins.before(end))
        return span


def migrate(raw: Raw, *, known: int, migrations: Mapping[int, Migration] = MIGRATIONS) -> Migrated | None:
    """The file brought from its own version to `known`; None where it is of that version already, or nobody knows how.

    A migration that raises is a bug and is let through.
    """
    version = _version(raw)
    if version is None or any(step not in migrations for step in range(version, known)) or version >= known:
        return None
    finding: Finding | None = None
    steps = []
    text = raw.text
    for step in range(version, known):
        edits = [*migrations[step](raw), *_renumber(raw, step)]
        if finding is None:
            finding = Finding(
                code="old-format",
                path=_VERSION,
                args={"number": version, "known": known},
                severity=Severity.NOTE,
                span=raw.places.span(_VERSION),
                fix=Fix(edits=edits),
            )
        after = read_raw(apply_edits(raw.text, edits))
        steps.append(Step(before=raw.places.lines, after=after.places.lines, origins=Origins(edits)))
        raw = after
    assert finding is not None
    return Migrated(text=text, raw=raw, finding=finding, steps=tuple(steps))


def _version(raw: Raw) -> int | None:
    version = raw.data.get("helaplan") if isinstance(raw.data, dict) else None
    if type(version) is float and version.is_integer():
        return int(version)
    return version if type(version) is int else None


def _renumber(raw: Raw, version: int) -> Iterable[Edit]:
    span = raw.places.span(_VERSION)
    if span is not None:
        start, end = (raw.places.lines.offset(each.line - 1, each.column - 1) for each in (span.start, span.end))
        yield Edit(start, end, str(version + 1))
