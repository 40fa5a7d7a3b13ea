"""Pieces of plan files, wrong and right, for the codes whose words stand in `rules_sv` and `rules_en`."""

from __future__ import annotations

from collections.abc import Mapping

_PERIOD = "period: {start: 2023-01-01, end: 2023-12-31}\n"


def _area(*activities: str, more: str = "") -> str:
    """An area with these activities, each the inside of a mapping in one line."""
    head = f"areas:\n  - id: bygd\n    name: Bygd\n{more}"
    return head + "    activities:\n" * bool(activities) + "".join(f"      - {{{each}}}\n" for each in activities)


def _scheduled(entry: str) -> str:
    return f"{_PERIOD}areas:\n  - id: bygd\n    name: Bygd\n    schedule: [{{{entry}}}]\n"


#: Code → (wrong, right), of the rules and comments that are always at work.
EXAMPLES: Mapping[str, tuple[str, str]] = {
    "ignore-unused": (
        _PERIOD + "purposes:\n  - text: Levande bygder  # helaplan: ignore[statement-empty]\n",
        _PERIOD + "purposes:\n  - text: Levande bygder\n",
    ),
    "ignore-unknown-code": (
        "title: Verksamhetsplan  # helaplan: ignore[titel-fel]\n",
        "title: Verksamhetsplan\n",
    ),
    "ignore-without-code": (
        "areas:\n  - name: Bygd  # helaplan: ignore\n",
        "areas:\n  - name: Bygd  # helaplan: ignore[id-missing]\n",
    ),
    "list-in-text": (
        "values:\n  - items:\n    - demokrati\n      - mångfald\n",
        "values:\n  - items:\n    - demokrati\n    - mångfald\n",
    ),
    "period-label-differs": (
        'period: {start: 2024-01-01, end: 2024-12-31, label: "2023"}\n',
        'period: {start: 2024-01-01, end: 2024-12-31, label: "2024"}\n',
    ),
    "time-outside-period": (
        "period: {start: 2023-07-01, end: 2023-12-31}\nareas:\n  - id: bygd\n    name: Bygd\n"
        "    schedule: [{kind: month, months: [3], words: mars}]\n",
        "period: {start: 2023-07-01, end: 2023-12-31}\nareas:\n  - id: bygd\n    name: Bygd\n"
        "    schedule: [{kind: month, months: [9], words: september}]\n",
    ),
    "week-not-in-year": (
        _scheduled("kind: week, weeks: [53], words: vecka 53"),
        _scheduled("kind: week, weeks: [52], words: vecka 52"),
    ),
    "schedule-value-repeated": (
        _scheduled('kind: months, months: [3, 3], words: "mars, april"'),
        _scheduled('kind: months, months: [3, 4], words: "mars, april"'),
    ),
    "county-differs-from-name": (
        'organisation: {name: Hela Sverige ska leva Örebro län, county: "20"}\n',
        'organisation: {name: Hela Sverige ska leva Örebro län, county: "18"}\n',
    ),
    "adopted-without-date": (
        "status: {state: adopted, by: årsmötet}\n",
        "status: {state: adopted, by: årsmötet, date: 2023-03-18}\n",
    ),
    "adopted-without-body": (
        "status: {state: adopted, date: 2023-03-18}\n",
        "status: {state: adopted, by: årsmötet, date: 2023-03-18}\n",
    ),
    "adopted-after-period": (
        _PERIOD + "status: {state: adopted, by: årsmötet, date: 2024-03-18}\n",
        _PERIOD + "status: {state: adopted, by: årsmötet, date: 2023-03-18}\n",
    ),
    "target-unreachable": (
        _area(
            "id: traffar, text: Träffar, targets: [{at_least: 6, unit: träffar, per: år}], "
            "schedule: [{kind: recurring, every: quarter, words: varje kvartal}]"
        ),
        _area(
            "id: traffar, text: Träffar, targets: [{at_least: 4, unit: träffar, per: år}], "
            "schedule: [{kind: recurring, every: quarter, words: varje kvartal}]"
        ),
    ),
    "target-before-schedule": (
        _area(
            "id: kurs, text: Kurser, targets: [{at_least: 20, by: 2023-03-01}], "
            "schedule: [{kind: date, date: 2023-09-09, words: 9 september}]"
        ),
        _area(
            "id: kurs, text: Kurser, targets: [{at_least: 20, by: 2023-10-01}], "
            "schedule: [{kind: date, date: 2023-09-09, words: 9 september}]"
        ),
    ),
    "currencies-mixed": (
        _area(
            'id: kurs, text: Kurser, budget: {amount: "5000"}',
            'id: resa, text: Resa, budget: {amount: "300", currency: EUR}',
        ),
        _area(
            'id: kurs, text: Kurser, budget: {amount: "5000"}',
            'id: resa, text: Resa, budget: {amount: "3400"}',
        ),
    ),
    "budget-exceeded": (
        _area('id: kurs, text: Kurser, budget: {amount: "5000"}', more='    budget: {amount: "4000"}\n'),
        _area('id: kurs, text: Kurser, budget: {amount: "4000"}', more='    budget: {amount: "4000"}\n'),
    ),
    "reference-repeated": (
        "partners:\n  - {id: ros, name: Nätverket ROS}\n" + _area("id: kurs, text: Kurser, partners: [ros, ros]"),
        "partners:\n  - {id: ros, name: Nätverket ROS}\n" + _area("id: kurs, text: Kurser, partners: [ros]"),
    ),
}

#: The same for the rules of the careful profile.
CAREFUL: Mapping[str, tuple[str, str]] = {
    "activity-without-responsible": (
        _area("id: kurs, text: Kurser"),
        _area("id: kurs, text: Kurser, responsible: [styrelsen]"),
    ),
    "activity-without-measure": (
        _area("id: kurs, text: Kurser"),
        _area("id: kurs, text: Kurser, targets: [{at_least: 3, unit: kurser}]"),
    ),
    "goal-unserved": (
        "goals:\n  - {id: levande, text: Levande bygder}\n" + _area("id: kurs, text: Kurser"),
        "goals:\n  - {id: levande, text: Levande bygder}\n" + _area("id: kurs, text: Kurser, goals: [levande]"),
    ),
    "target-group-unserved": (
        "target_groups:\n  - {id: unga, text: Unga}\n" + _area("id: kurs, text: Kurser"),
        "target_groups:\n  - {id: unga, text: Unga}\n" + _area("id: kurs, text: Kurser, target_groups: [unga]"),
    ),
    "partner-unused": (
        "partners:\n  - {id: ros, name: Nätverket ROS}\n" + _area("id: kurs, text: Kurser"),
        "partners:\n  - {id: ros, name: Nätverket ROS}\n" + _area("id: kurs, text: Kurser, partners: [ros]"),
    ),
    "area-empty": (_area(), _area("id: kurs, text: Kurser")),
    "target-met-already": (
        _area("id: medlemmar, text: Värva, targets: [{from: 40, at_least: 34, unit: medlemmar}]"),
        _area("id: medlemmar, text: Värva, targets: [{from: 34, at_least: 40, unit: medlemmar}]"),
    ),
    "dead-wording": (
        _area("id: kurs, text: Ordna kurser m.m."),
        _area("id: kurs, text: Ordna kurser i lokal mat"),
    ),
    "quotes-kept": ("title: ”Verksamhetsplan”\n", "title: Verksamhetsplan\n"),
    "budget-words-differ": (
        _area('id: kurs, text: Kurser, budget: {amount: "1000", words: "högst 10 000 kr"}'),
        _area('id: kurs, text: Kurser, budget: {amount: "10000", words: "högst 10 000 kr"}'),
    ),
    "schedule-words-differ": (
        _scheduled("kind: month, months: [4], words: i mars"),
        _scheduled("kind: month, months: [3], words: i mars"),
    ),
    "activity-repeated": (
        _area("id: nyhetsbrev, text: Ge ut nyhetsbrev.")
        + "  - id: info\n    name: Information\n    activities:\n      - {id: brev, text: Ge ut nyhetsbrev}\n",
        _area("id: nyhetsbrev, text: Ge ut nyhetsbrev.")
        + "  - id: info\n    name: Information\n    activities:\n      - {id: brev, text: Skriva brev}\n",
    ),
    "name-repeated": (
        "areas:\n  - {id: bygd, name: Bygdeutveckling}\n  - {id: bygden, name: bygdeutveckling}\n",
        "areas:\n  - {id: bygd, name: Bygdeutveckling}\n  - {id: service, name: Service}\n",
    ),
    "event-on-two-days": (
        _area(
            "id: mote, text: Årsmöte, schedule: [{kind: event, event: årsmötet, date: 2023-03-18, words: årsmötet}]",
            "id: tal, text: Tal, schedule: [{kind: event, event: årsmötet, date: 2023-03-25, words: årsmötet}]",
        ),
        _area(
            "id: mote, text: Årsmöte, schedule: [{kind: event, event: årsmötet, date: 2023-03-18, words: årsmötet}]",
            "id: tal, text: Tal, schedule: [{kind: event, event: årsmötet, words: årsmötet}]",
        ),
    ),
    "year-outside-plan": (
        _PERIOD + "purposes:\n  - text: Under 2022 fortsätter vi.\n",
        _PERIOD + "purposes:\n  - text: Under 2023 fortsätter vi.\n",
    ),
    "other-branch": (
        'organisation: {name: Hela Sverige ska leva Örebro län, county: "18"}\n'
        "purposes:\n  - text: Hela Sverige ska leva Dalarna vill stärka bygden.\n",
        'organisation: {name: Hela Sverige ska leva Örebro län, county: "18"}\n'
        "purposes:\n  - text: Hela Sverige ska leva Örebro län vill stärka bygden.\n",
    ),
}
