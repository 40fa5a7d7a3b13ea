"""What a check says: findings, where they stand, and the report that holds them.

A finding is data. It names a code, a path into the plan and the values its sentence needs; the sentence itself is
made by `helaplan.reports` from `helaplan.text` in the reader's language. So a rule never knows lines or prose, and
the same findings serve a terminal, a CI log and an editor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import TypeAlias

from attrs import field, frozen

from helaplan.values import Value

#: Steps from the top of a plan to a value: keys as text, places in lists as whole numbers from 0.
Path: TypeAlias = tuple[str | int, ...]


class Severity(Enum):
    """How bad a finding is. Only errors fail a check, unless `--fail-on` says otherwise."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note: the lower, the worse."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Anchor(Enum):
    """Which characters of the file a finding's path stands for."""

    VALUE = "value"
    """The value at the path: a wrong type, an unknown id."""
    KEY = "key"
    """The key at the path: unknown, given twice, empty."""
    MISSING = "missing"
    """The path's last key is not there: the key (or first character) of the mapping that lacks it."""


@frozen(eq=False, repr=False)
class Position(Value):
    """A place between two characters: line and column, both from 1, columns in Unicode characters."""

    line: int
    column: int


@frozen(eq=False, repr=False)
class Span(Value):
    """The characters from `start` up to, not including, `end`."""

    start: Position
    end: Position


@frozen(kw_only=True, eq=False, repr=False)
class Place(Value):
    """Where something stands in a document that is no plan file. What a format doesn't know is None.

    All numbers count from 1. `line` counts within the page where there is a page, else within the file.
    """

    page: int | None = None
    line: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    cell: str | None = None


@frozen(eq=False, repr=False)
class Related(Value):
    """A second place that a finding speaks of ("first on line 12"). The pipeline fills in the span."""

    path: Path
    span: Span | None = None
    anchor: Anchor = Anchor.VALUE


#: What a sentence may need: words, numbers, a list of words, or a second place.
Arg: TypeAlias = str | int | float | tuple[str, ...] | Related

#: Argument name whose value is replaced by the characters that stand in the file (`8.10`, not `8.1`).
WRITTEN = "written"


@frozen(eq=False, repr=False)
class Edit(Value):
    """One change of a file: the characters from `start` up to, not including, `end` are replaced by `text`.

    Both are indexes into the file's decoded text (UTF-8, without a byte order mark), so `text[start:end]` is what goes.
    With `start == end` nothing goes and `text` comes in between.
    """

    start: int
    end: int
    text: str


def _in_place(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    return tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))


@frozen(kw_only=True, eq=False, repr=False)
class Fix(Value):
    """How a finding can be mended: edits that belong together, in order of place, none touching another.

    `safe` means that the file then says what it was plainly meant to say. Another fix is a good guess that somebody
    should look at.
    """

    edits: tuple[Edit, ...] = field(converter=_in_place)
    safe: bool = True


@frozen(kw_only=True, eq=False, repr=False)
class Finding(Value):
    """One fault, doubt or remark about one place.

    `code` is a kebab-case name that is never reused (a plugin's begins with its name and a slash). `path` leads from
    the top of the plan. `file` and `span` are filled in by the pipeline, never by a rule. `place` is for documents
    that are imported, where lines and columns of a plan file mean nothing.

    `fix` is how the file can be mended. `route` is the path with the ids of items for their places in lists, by which
    a finding is known again in a file that has grown. The pipeline adds both.
    """

    code: str
    path: Path = ()
    args: Mapping[str, Arg] = field(factory=dict)
    severity: Severity = Severity.ERROR
    anchor: Anchor = Anchor.VALUE
    file: str = ""
    span: Span | None = None
    place: Place | None = None
    fix: Fix | None = None
    route: Path = field(default=(), eq=False, repr=False)


def pointer(path: Path) -> str:
    """The path as a JSON Pointer (RFC 6901): `("areas", 0)` is `/areas/0`, the top is the empty text."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def sort_key(finding: Finding) -> tuple[object, ...]:
    """Order of a report: by file, then place, then the worst first, then code and path, so runs can be compared."""
    start = finding.span.start if finding.span else Position(0, 0)
    place = finding.place or Place()
    return (
        finding.file,
        start.line,
        start.column,
        place.page or 0,
        place.line or 0,
        place.paragraph or 0,
        finding.severity.rank,
        finding.code,
        pointer(finding.path),
    )


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=sort_key))


@frozen(kw_only=True, eq=False, repr=False)
class Report(Value):
    """All findings of one run, in order of file and place.

    `files` counts the files that were looked at, clean ones included. `sources` holds the decoded text of the files
    that have findings, for excerpts; it is no part of what makes two reports equal.
    """

    findings: tuple[Finding, ...] = field(default=(), converter=_ordered)
    files: int = 1
    sources: Mapping[str, str] = field(factory=dict, eq=False, repr=False)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    @property
    def ok(self) -> bool:
        """True where no finding is an error."""
        return not self.count(Severity.ERROR)

    def fails(self, fail_on: Severity = Severity.ERROR) -> bool:
        """True where a finding is at least as bad as `fail_on`."""
        return any(finding.severity.rank <= fail_on.rank for finding in self.findings)
