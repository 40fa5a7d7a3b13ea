"""Reads a plan from CSV: a line for each activity, area and text."""

import csv
import io

from helaplan import Activity, Area, Finding, Importer, Loading, Organisation, Plan, Source, UnreadableSource, hookimpl


def load(data: bytes, source: Source) -> Loading:
    """Refuses what is no CSV in UTF-8."""
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    except (UnicodeDecodeError, csv.Error):
        raise UnreadableSource(Finding(code="not-text")) from None
    areas: dict[str, list[Activity]] = {}
    for row in rows:
        if len(row) > 1 and row[0].strip() and row[1].strip():
            areas.setdefault(row[0].strip(), []).append(Activity(text=row[1]))
    made = tuple(Area(name=name, activities=tuple(held)) for name, held in areas.items())
    return Loading(plan=Plan(id="plan", title="Plan", organisation=Organisation(name=""), areas=made))


@hookimpl
def helaplan_importers() -> list[Importer]:
    """`helaplan import aktiviteter.lista --organisation Bygd`."""
    title = {"sv": "Lista (CSV)", "en": "List (CSV)"}
    return [Importer(name="lista", suffixes=(".lista",), title=title, load=load)]
