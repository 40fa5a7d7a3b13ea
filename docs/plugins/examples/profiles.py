"""Rules that run where the settings select the profile: `profiles = ["profiles"]`."""

from collections.abc import Iterator

from helaplan import Finding, Message, Plan, Profile, Rule, Severity, Texts, hookimpl


def has_goals(plan: Plan) -> Iterator[Finding]:
    """A plan says what it wants to reach."""
    if not plan.goals:
        yield Finding(code="profiles/no-goals", path=("goals",), severity=Severity.WARNING)


@hookimpl
def helaplan_profiles() -> list[Profile]:
    """Codes begin with the plugin's name, here that of the file."""
    rules = (Rule(code="profiles/no-goals", check=has_goals),)
    return [Profile(name="profiles", title={"sv": "Mål krävs", "en": "Goals wanted"}, rules=rules)]


@hookimpl
def helaplan_texts() -> list[Texts]:
    """Each code has a sentence in both languages."""
    return [
        Texts(language="sv", messages={"profiles/no-goals": Message(message="planen har inga mål")}),
        Texts(language="en", messages={"profiles/no-goals": Message(message="the plan has no goals")}),
    ]
