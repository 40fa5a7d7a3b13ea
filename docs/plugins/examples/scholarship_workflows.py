"""Provisional: a scholarship programme, with its steps by name."""

from helaplan import ScholarshipWorkflow, hookimpl


@hookimpl
def helaplan_scholarship_workflows() -> list[ScholarshipWorkflow]:
    """What each step does comes with the first real plugin."""
    title = {"sv": "Byutvecklare", "en": "Village developers"}
    return [ScholarshipWorkflow(name="byutvecklare", title=title, steps=("utlysning", "urval", "besked", "rapport"))]
