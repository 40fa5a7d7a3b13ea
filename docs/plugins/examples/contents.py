"""Composes the goals of a plan, for every format that can be written."""

from helaplan import Content, Document, ListItem, Plan, hookimpl


def compose(plan: Plan, language: str) -> Document:
    """The plan's own words, and a title in the language that is asked for."""
    title = "Mål" if language == "sv" else "Goals"
    goals = [ListItem(text=" ".join(goal.text.split())) for goal in plan.goals]
    return Document(title=f"{title}: {plan.title}", language=language, blocks=goals)


@hookimpl
def helaplan_contents() -> list[Content]:
    """`helaplan export plan.yaml --content malen -o mal.md`."""
    return [Content(name="malen", title={"sv": "Målen", "en": "The goals"}, compose=compose)]
