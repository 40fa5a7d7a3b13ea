"""What every format of a report gets beside the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Protocol, TypeAlias

from attrs import frozen

from helaplan.findings import Finding, Report
from helaplan.text import word
from helaplan.text.message import Message

#: Sentences of plugins: language, then code.
Texts: TypeAlias = Mapping[str, Mapping[str, Message]]

#: `full` and `concise` list this many findings of one code in a file and count the rest.
LISTED = 20


class Say(Protocol):
    """Puts findings into words."""

    def __call__(self, finding: Finding) -> Message:
        """Message and hint of a finding, filled in, in the reader's language."""


@frozen(kw_only=True, eq=False, repr=False)
class Context:
    """The reader's language, whether colours may be used, and how a finding is put into words."""

    language: str
    color: bool
    say: Say

    def word(self, key: str, **values: object) -> str:
        """A short name in the reader's language, with its values."""
        return word(key, self.language).format(**values)


def listed(report: Report) -> Iterator[tuple[Finding | None, str, int]]:
    """The findings that are shown one by one, each as (finding, code, 1), in order.

    After the last finding of a file follows (None, code, how many) for each code of which more were found.
    """
    shown: Counter[str] = Counter()
    file = ""
    for finding in report:
        if finding.file != file:
            yield from _rest(shown)
            shown, file = Counter(), finding.file
        shown[finding.code] += 1
        if shown[finding.code] <= LISTED:
            yield finding, finding.code, 1
    yield from _rest(shown)


def _rest(shown: Counter[str]) -> Iterator[tuple[Finding | None, str, int]]:
    for code, count in shown.items():
        if count > LISTED:
            yield None, code, count - LISTED
