"""Headings and phrases of what is composed from a plan beside its own words: year wheel, summary, meeting table."""

from __future__ import annotations

from collections.abc import Mapping

from helaplan.text.labels import base_language

#: Key to the words in Swedish and English; `{name}` stands for what the caller fills in.
PHRASES: Mapping[str, tuple[str, str]] = {
    "year-wheel": ("Årshjul", "Year wheel"),
    "year-wheel.of": ("Årshjul för {title}", "Year wheel of {title}"),
    "year-wheel.ongoing": ("Utan bestämt datum", "Without a set date"),
    "year-wheel.dated": ("Under året", "During the year"),
    "year-wheel.areas": ("Områden", "Areas"),
    "year-wheel.other-areas": ("Övriga områden", "Other areas"),
    "year-wheel.count-dated": ("{n} med datum", "{n} dated"),
    "year-wheel.count-recurring": ("{n} återkommande", "{n} recurring"),
    "year-wheel.count-ongoing": ("{n} löpande", "{n} ongoing"),
    "year-wheel.count-undated": ("{n} utan datum", "{n} undated"),
    "year-wheel.year": ("Året", "The year"),
    "year-wheel.more": ("+{n}", "+{n}"),
    "year-wheel.alt": (
        "Årshjul med tolv månader från {first} till {last}: {what}.",
        "Year wheel of twelve months from {first} to {last}: {what}.",
    ),
    "year-wheel.dated-activities": ("{activities} med datum", "{activities} with a date"),
    "year-wheel.most": ("Mest händer i {months}.", "Most happens in {months}."),
    "activity.one": ("1 aktivitet", "1 activity"),
    "activity.many": ("{n} aktiviteter", "{n} activities"),
    "summary": ("Sammanfattning", "Summary"),
    "summary.of": ("{title} – sammanfattning", "{title} – summary"),
    "summary.vision": ("Vi vill", "What we want"),
    "summary.goals": ("Mål", "Goals"),
    "summary.areas": ("Det här gör vi", "What we do"),
    "summary.dates": ("När", "When"),
    "summary.money": ("Budget", "Budget"),
    "summary.more": ("och {n} till", "and {n} more"),
    "summary.empty": ("Planen har inget innehåll än.", "The plan has no content yet."),
    "table": ("Aktiviteter", "Activities"),
    "table.of": ("{title} – aktiviteter", "{title} – activities"),
    "table.number": ("Nr", "No"),
    "table.activity": ("Aktivitet", "Activity"),
    "table.area": ("Område", "Area"),
    "table.responsible": ("Ansvarig", "Responsible"),
    "table.when": ("När", "When"),
    "table.budget": ("Budget", "Budget"),
    "table.follow-up": ("Uppföljning", "Follow-up"),
    "table.total": ("Summa", "Total"),
    "table.empty": ("Planen har inga aktiviteter än.", "The plan has no activities yet."),
    "facet.area": ("Område", "Area"),
    "facet.month": ("Månad", "Month"),
    "facet.ongoing": ("löpande", "ongoing"),
    "facet.recurring": ("återkommande", "recurring"),
    "facet.undated": ("utan datum", "undated"),
    "facet.responsible": ("Ansvarig", "Responsible"),
    "facet.target-group": ("Målgrupp", "Target group"),
    "facet.partner": ("Samarbetspartner", "Partner"),
    "facet.sdg": ("Globalt mål", "Global goal"),
    "by": ("senast {day}", "by {day}"),
    "week": ("vecka {n}", "week {n}"),
    "weeks": ("v. {first}–{last}", "weeks {first}–{last}"),
    "attachment.plan": ("Planen som data (planfil)", "The plan as data (plan file)"),
    "attachment.linked": ("Planen som länkade data (schema.org)", "The plan as linked data (schema.org)"),
}


def words(key: str, language: str, **args: object) -> str:
    """The phrase in the language of the document, with its arguments in place."""
    made = PHRASES[key][0 if base_language(language) == "sv" else 1]
    return made.format(**args) if args else made


def activities(n: int, language: str) -> str:
    """`1 aktivitet`, `5 aktiviteter`."""
    return words("activity.one", language) if n == 1 else words("activity.many", language, n=n)


_SHORT_MONTHS: Mapping[str, tuple[str, ...]] = {
    "sv": tuple("jan feb mars apr maj juni juli aug sep okt nov dec".split()),
    "en": tuple("Jan Feb Mar Apr May June July Aug Sep Oct Nov Dec".split()),
}


def short_month(n: int, language: str) -> str:
    """The name of a month (1 to 12) where there is little room."""
    return _SHORT_MONTHS[base_language(language)][n - 1]
