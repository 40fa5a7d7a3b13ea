"""Provisional: a system of a partner that plans can be connected to."""

from helaplan import PartnerIntegration, hookimpl


@hookimpl
def helaplan_partner_integrations() -> list[PartnerIntegration]:
    """What is exchanged comes with the first real plugin."""
    title = {"sv": "Studieförbundets rapporter", "en": "Reports to the study association"}
    return [PartnerIntegration(name="studieforbund", title=title, partner="Studieförbundet")]
