"""Writes the titles of a plan's areas."""

from helaplan import Exporter, NoOptions, Plan, WriteContext, hookimpl


def export(plan: Plan, options: NoOptions, context: WriteContext) -> bytes:
    """A line for each area."""
    return "".join(f"{area.name}\n" for area in plan.areas).encode()


@hookimpl
def helaplan_exporters() -> list[Exporter]:
    """`helaplan export plan.yaml -o plan.omraden`."""
    title = {"sv": "Områden", "en": "Areas"}
    return [Exporter(name="omraden", suffixes=(".omraden",), media_type="text/plain", title=title, export=export)]
