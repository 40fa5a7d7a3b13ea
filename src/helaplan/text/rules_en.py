"""Sentences and pages in English for contradictions in a plan, for comments that silence, and for the careful profile.

`MESSAGES` and `PAGES` are parts of the tables in `messages_en` and `pages_en`, which hold the oldest codes.
"""

from __future__ import annotations

from collections.abc import Mapping

_CAREFUL = "Belongs to the profile careful, which runs where it is selected: "

MESSAGES: Mapping[str, tuple[str, str]] = {
    # comments
    "ignore-unused": ("There is no “{written}” to ignore here", "Remove the code from the comment"),
    "ignore-unknown-code": ("There is no code “{written}”", "[Did you mean “{suggestion}”?]"),
    "ignore-without-code": (
        "The comment doesn't say what to ignore",
        "Write the codes in brackets after ignore, divided by commas",
    ),
    "list-in-text": (
        "The line is read as part of the text above, not as an item of a list",
        "Write each item on a line of its own below the key, or quote it if it is to be text",
    ),
    # contradictions
    "period-label-differs": (
        "The period's name {written} has no year from {start} to {end}",
        "Change the name (label) or the days",
    ),
    "time-outside-period": (
        "{thing} {written} lies outside the plan's period, {start} to {end}",
        "Change the time or the period",
    ),
    "week-not-in-year": ("There is no week {written} in {year}", "The last week is 52"),
    "schedule-value-repeated": ("{written} stands twice", "Remove one, or write what was to stand there"),
    "adopted-without-date": ("The plan is adopted, but not when", "Add date: …, the day of the decision"),
    "adopted-without-body": ("The plan is adopted, but not by whom", "Add by: …, for example by: the annual meeting"),
    "adopted-after-period": (
        "The plan was adopted on {written}, when its period was over already ({end})",
        "Look at the years of the decision and the period",
    ),
    "target-unreachable": (
        "The target is {written}[ {unit}], but the schedule has room for {most} at most",
        "Change the target or add to the schedule",
    ),
    "target-before-schedule": (
        "The target is due on {written}, before anything happens ({first_day})",
        "Change the day (by) or the schedule",
    ),
    "currencies-mixed": (
        "The currency here is {written}, but {usual}[ on {first}]",
        "Convert to one currency, so that the budget can be added up",
    ),
    "budget-exceeded": (
        "The parts cost {sum} {currency} together, more than the budget of {written}",
        "Raise the budget or change the parts",
    ),
    "reference-repeated": ("“{written}” is in the list already[, on {first}]", "Remove one of them"),
    "county-differs-from-name": (
        "The code {written} is {county}, but the association's name says {right}",
        'Write county: "{suggestion}", or change the name',
    ),
    # careful
    "activity-without-responsible": (
        "Nobody is responsible for the activity",
        "Add responsible, here or at the area",
    ),
    "activity-without-measure": (
        "Nothing says when the activity is done",
        "Add a target (targets), follow-up (follow_up) or a goal that has indicators",
    ),
    "goal-unserved": ("No activity serves the goal", "Add the goal's id under goals of an activity"),
    "target-group-unserved": (
        "No activity turns to the target group",
        "Add the target group's id under target_groups of an activity",
    ),
    "partner-unused": (
        "No activity is done with the partner",
        "Add the id under partners of an activity, or remove the partner",
    ),
    "area-empty": ("The area has neither text, goals nor activities", "Fill it or remove it"),
    "target-met-already": (
        "The target {written} is met already: it begins at {start}",
        "Raise the target or mend where it begins",
    ),
    "dead-wording": ("“{words}” says nothing that can be done or followed up", "Write out what is meant, or strike it"),
    "quotes-kept": (
        "The quotes {quote} belong to the text and are printed",
        "Remove them, or let them stand if they are to be seen",
    ),
    "budget-words-differ": ("The words say {number}, the amount {amount}", "Mend one of them"),
    "schedule-words-differ": (
        "The words don't name the same months as months does: {found_words} and {listed}",
        "Mend one of them",
    ),
    "activity-repeated": ("The activity stands in another area too[, on {first}]", "Keep it in one place"),
    "name-repeated": ("The name is there already[, on {first}]", "Join them, or give them different names"),
    "event-on-two-days": (
        "The same event has another day[ on {first}] than {written}",
        "Mend one of the days, or give the events different names",
    ),
    "year-outside-plan": (
        "The text speaks of {year}, which lies outside the plan's period, {start} to {end}",
        "Was the year left from an older plan?",
    ),
    "other-branch": ("The text speaks of {name}, another branch", "Was the name left from a plan that was copied?"),
}

PAGES: Mapping[str, str] = {
    "ignore-unused": "A comment that does nothing any more hides the next fault of its kind on the line.",
    "ignore-unknown-code": "A misspelt code in a comment silently does nothing.",
    "ignore-without-code": "What ignores all ignores faults too that nobody has seen yet. So the codes are written.",
    "list-in-text": "YAML joins the lines to one text, “ros - leader”, without a word about it.",
    "period-label-differs": "Where a plan is copied from last year's, the name or the days are often left.",
    "time-outside-period": "March doesn't fit into a plan for the autumn. Mostly the period is too short, or a time "
    "came along from another plan.",
    "week-not-in-year": "Only every fifth or sixth year has a week 53. No calendar can show a week that isn't there.",
    "schedule-value-repeated": "The same month twice is mostly a slip for another month.",
    "adopted-without-date": "Members and funders ask when the plan was adopted.",
    "adopted-without-body": "Members and funders ask who adopted the plan.",
    "adopted-after-period": "A plan that is adopted when its time is over has a wrong year in decision or period.",
    "target-unreachable": "A meeting each quarter is four a year, so six can't be reached. Units that count occasions, "
    "meetings, newsletters and the like are held against the activity's own schedule.",
    "target-before-schedule": "What is to be reached in March can't begin in September.",
    "currencies-mixed": "Amounts in several currencies can't be added up.",
    "budget-exceeded": "An area has money for its activities. Where they cost more, some amount is wrong.",
    "reference-repeated": "The same thing twice in a list is mostly a slip for another.",
    "county-differs-from-name": "The code often comes along where another branch's plan is used as a template.",
    "activity-without-responsible": _CAREFUL + "what nobody is responsible for is seldom done. Who is responsible for "
    "the area or for all parts counts.",
    "activity-without-measure": _CAREFUL + "without target, follow-up or a goal with indicators the annual report "
    "can't tell how it went.",
    "goal-unserved": _CAREFUL + "a goal without activities is a wish.",
    "target-group-unserved": _CAREFUL + "a target group that no activity reaches is there in name only.",
    "partner-unused": _CAREFUL + "a partner without an activity was often left from an older plan.",
    "area-empty": _CAREFUL + "a heading without content says nothing to a reader.",
    "target-met-already": _CAREFUL + "a target that is met already is nothing to work for.",
    "dead-wording": _CAREFUL + "“etc.”, “as needed” and the like can neither be done nor followed up.",
    "quotes-kept": _CAREFUL + "typographic quotes are ordinary characters in YAML. Around a whole name they were "
    "mostly meant as straight ones, which are not printed.",
    "budget-words-differ": _CAREFUL
    + "the words are printed and the amount is counted. Where they differ the reader is "
    "misled.",
    "schedule-words-differ": _CAREFUL + "the words are printed and the months make the calendar. Where they differ "
    "people come in the wrong month.",
    "activity-repeated": _CAREFUL + "the same activity in two places is followed up twice, or not at all.",
    "name-repeated": _CAREFUL + "two areas or partners of one name are mostly one and the same.",
    "event-on-two-days": _CAREFUL + "where the annual meeting is moved in one place, its old day easily stays in "
    "another.",
    "year-outside-plan": _CAREFUL + "an old year is what is most often left when a plan is copied. Spans such as "
    "2021–2027, laws, Agenda 2030 and “until 2030” don't count.",
    "other-branch": _CAREFUL + "whoever borrows another branch's plan easily misses a name. Partners of the same name "
    "don't count.",
}
