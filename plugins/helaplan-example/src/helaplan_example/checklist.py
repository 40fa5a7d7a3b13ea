"""A plan as a checklist: one row for each activity, for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from helaplan import Finding, Plan, UnknownFormat

_HEADS = {
    "sv": ("Område", "Id", "Aktivitet", "När", "Ansvarig", "Klart"),
    "en": ("Area", "Id", "Activity", "When", "Responsible", "Done"),
}
_DONE = {"sv": "ja", "en": "yes"}
#: A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def checklist(plan: Plan, *, delimiter: str, bom: bool) -> bytes:
    """The rows in CSV, UTF-8, lines ended by CRLF (RFC 4180). Raises UnknownFormat for a delimiter that is none."""
    sign = "\t" if delimiter == "tab" else delimiter
    if len(sign) != 1 or sign in '"\r\n':
        raise UnknownFormat(Finding(code="example/bad-delimiter", args={"delimiter": delimiter[:20]}))
    language = "en" if plan.language.startswith("en") else "sv"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=sign, lineterminator="\r\n")
    writer.writerow(_HEADS[language])
    writer.writerows([_harmless(cell) for cell in row] for row in _rows(plan, language))
    return out.getvalue().encode("utf-8-sig" if bom else "utf-8")


def _rows(plan: Plan, language: str) -> Iterator[tuple[str, ...]]:
    for area in plan.areas:
        for each in area.activities:
            for part in (each, *each.activities):
                when = ", ".join(schedule.words for schedule in part.schedule)
                done = _DONE[language] if part.progress == "done" else ""
                words = part.title or " ".join(part.text.split())
                yield area.name, part.id, words, when, ", ".join(part.responsible), done


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
