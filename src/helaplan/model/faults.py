"""How a wrong value is told while a value is being made: an exception that carries what could be saved."""

from __future__ import annotations

from collections.abc import Collection

from attrs import evolve

from helaplan.findings import Finding, Path


class _Nothing:
    """Stands for "no value could be made of it"."""

    def __repr__(self) -> str:
        return "NOTHING"


NOTHING = _Nothing()


class Faults(Exception):
    """All that is wrong with one value, with paths that begin at that value.

    `partial` is the value without its faulty parts, or NOTHING. The caller puts its own step before each path and
    keeps or drops the partial value, so one pass yields every fault and whatever can still be used. `dropped` are the
    paths of list items that the partial value lacks.
    """

    def __init__(
        self, findings: list[Finding], partial: object = NOTHING, dropped: Collection[Path] = frozenset()
    ) -> None:
        super().__init__(findings)
        self.findings = findings
        self.partial = partial
        self.dropped = dropped

    def under(self, step: str | int) -> list[Finding]:
        """The findings as seen from one step further out."""
        return [evolve(each, path=(step, *each.path)) for each in self.findings]


def fault(code: str, **args: str | int | float | tuple[str, ...]) -> Faults:
    """A single fault at the value itself."""
    return Faults([Finding(code=code, args=args)])
