"""Pieces of plan files that are wrong and right, by code. They need no language and are run by the tests.

Only the lines that matter stand here. Required keys at the top that a piece leaves out are thought to be there.
"""

from __future__ import annotations

from collections.abc import Mapping

from helaplan.text.reader_examples import EXAMPLES as OF_FILES
from helaplan.text.rule_examples import CAREFUL
from helaplan.text.rule_examples import EXAMPLES as OF_RULES

#: Code → (wrong, right).
EXAMPLES: Mapping[str, tuple[str, str]] = {
    # keys and values
    "unknown-key": ("titel: Verksamhetsplan 2023\n", "title: Verksamhetsplan 2023\n"),
    "missing-key": ("areas:\n  - id: bygd\n", "areas:\n  - id: bygd\n    name: Bygdeutveckling\n"),
    "empty-value": ("purposes:\n", "purposes: []\n"),
    "number-for-text": ("title: 2023\n", 'title: "2023"\n'),
    "boolean-for-text": ("title: true\n", 'title: "true"\n'),
    "wrong-type": ("areas: Opinionsbildning\n", "areas:\n  - id: opinion\n    name: Opinionsbildning\n"),
    "bad-id": ("id: Örebro 2023\n", "id: orebro-2023\n"),
    "bad-date": (
        "period: {start: 2023-02-30, end: 2023-12-31}\n",
        "period: {start: 2023-02-28, end: 2023-12-31}\n",
    ),
    "bad-amount": (
        'areas:\n  - id: bygd\n    name: Bygd\n    budget: {amount: "5 000 kr"}\n',
        'areas:\n  - id: bygd\n    name: Bygd\n    budget: {amount: "5000"}\n',
    ),
    "number-out-of-range": (
        "areas:\n  - id: bygd\n    name: Bygd\n    schedule: [{kind: month, months: [13], words: januari}]\n",
        "areas:\n  - id: bygd\n    name: Bygd\n    schedule: [{kind: month, months: [1], words: januari}]\n",
    ),
    "newer-format": ("helaplan: 99\n", "helaplan: 1\n"),
    "bad-format-version": ("helaplan: 0\n", "helaplan: 1\n"),
    "unknown-kind": ("kind: plann\n", "kind: plan\n"),
    "unknown-choice": ("status: {state: antagen}\n", "status: {state: adopted}\n"),
    "bad-county-code": (
        'organisation: {name: Byaföreningen, county: "T"}\n',
        'organisation: {name: Byaföreningen, county: "18"}\n',
    ),
    "bad-municipality-code": (
        "organisation: {name: Byaföreningen, municipality: Örebro}\n",
        'organisation: {name: Byaföreningen, municipality: "1880"}\n',
    ),
    "bad-sdg-code": (
        'goals:\n  - {id: bygd, text: Levande bygder, sdg: ["mål 11"]}\n',
        'goals:\n  - {id: bygd, text: Levande bygder, sdg: ["11"]}\n',
    ),
    "bad-address": (
        "organisation: {name: Byaföreningen, website: www.example.org}\n",
        "organisation: {name: Byaföreningen, website: https://www.example.org}\n",
    ),
    "bad-currency": (
        'areas:\n  - id: bygd\n    name: Bygd\n    budget: {amount: "5000", currency: kr}\n',
        'areas:\n  - id: bygd\n    name: Bygd\n    budget: {amount: "5000", currency: SEK}\n',
    ),
    "bad-language": ("language: Svenska\n", "language: sv\n"),
    # the file as YAML
    "empty-file": ("# bara en kommentar\n", ""),
    "top-not-mapping": ("- Opinionsbildning\n- Landsbygd\n", ""),
    "duplicate-key": ("title: Plan\ntitle: Verksamhetsplan\n", "title: Verksamhetsplan\n"),
    "anchor": ("title: &plan Verksamhetsplan\n", "title: Verksamhetsplan\n"),
    "alias": (
        "values:\n  - text: &ord Demokrati\nmission:\n  - text: *ord\n",
        "values:\n  - text: Demokrati\nmission:\n  - text: Demokrati\n",
    ),
    "tag": ("title: !!str Verksamhetsplan\n", "title: Verksamhetsplan\n"),
    "merge-key": (
        "period:\n  <<: {start: 2023-01-01}\n  end: 2023-12-31\n",
        "period:\n  start: 2023-01-01\n  end: 2023-12-31\n",
    ),
    "key-not-text": ("2023: Verksamhetsplan\n", "title: Verksamhetsplan 2023\n"),
    "number-too-long": ("title: 1234567890123456\n", 'title: "1234567890123456"\n'),
    "not-finite": ("title: .inf\n", 'title: ".inf"\n'),
    "unfilled-template": ("title: {{ titel }}\n", "title: Verksamhetsplan\n"),
    "unquoted-colon": ("title: Plan: 2023\n", 'title: "Plan: 2023"\n'),
    "unquoted-start": ("title: @bygden\n", 'title: "@bygden"\n'),
    "unclosed-quote": ('title: "Verksamhetsplan\n', 'title: "Verksamhetsplan"\n'),
    "text-after-quote": ('title: "Vår" plan\n', "title: '\"Vår\" plan'\n"),
    "tab-indent": (
        "period:\n\tstart: 2023-01-01\n\tend: 2023-12-31\n",
        "period:\n  start: 2023-01-01\n  end: 2023-12-31\n",
    ),
    "several-documents": ("title: Plan\n---\ntitle: En till\n", "title: Plan\n"),
    "merge-conflict": (
        "<<<<<<< HEAD\ntitle: Plan\n=======\ntitle: Vår plan\n>>>>>>> andra\n",
        "title: Vår plan\n",
    ),
    # rules
    "organisation-unknown": ('organisation: {name: ""}\n', "organisation: {name: Byaföreningen}\n"),
    "statement-empty": (
        "visions:\n  - source: national\n",
        "visions:\n  - source: national\n    text: Hela Sverige ska leva!\n",
    ),
    "target-empty": (
        "goals:\n  - id: medlemmar\n    text: Fler medlemmar\n    targets: [{unit: medlemmar}]\n",
        "goals:\n  - id: medlemmar\n    text: Fler medlemmar\n    targets: [{at_least: 40, unit: medlemmar}]\n",
    ),
    "target-conflict": (
        "goals:\n  - id: medlemmar\n    text: Fler medlemmar\n    targets: [{exactly: 40, at_least: 30}]\n",
        "goals:\n  - id: medlemmar\n    text: Fler medlemmar\n    targets: [{at_least: 30, at_most: 40}]\n",
    ),
    "target-reversed": (
        "goals:\n  - id: traffar\n    text: Träffar\n    targets: [{at_least: 5, at_most: 3}]\n",
        "goals:\n  - id: traffar\n    text: Träffar\n    targets: [{at_least: 3, at_most: 5}]\n",
    ),
    "question-open": ("questions:\n  - {about: period, text: Gäller planen 2023 eller 2024?}\n", "questions: []\n"),
    "period-missing": ("title: Verksamhetsplan\n", "period: {start: 2023-01-01, end: 2023-12-31}\n"),
    "period-reversed": (
        "period: {start: 2023-12-31, end: 2023-01-01}\n",
        "period: {start: 2023-01-01, end: 2023-12-31}\n",
    ),
    "schedule-reversed": (
        "areas:\n  - id: lager\n    name: Läger\n    schedule:\n"
        "      - {kind: period, start: 2023-07-09, end: 2023-07-03, words: 3–9 juli}\n",
        "areas:\n  - id: lager\n    name: Läger\n    schedule:\n"
        "      - {kind: period, start: 2023-07-03, end: 2023-07-09, words: 3–9 juli}\n",
    ),
    "due-outside-period": (
        "period: {start: 2023-01-01, end: 2023-12-31}\n"
        "areas:\n  - id: bygd\n    name: Bygd\n    activities:\n"
        "      - {id: kurs, text: Kurser, targets: [{at_least: 3, by: 2032-06-30}]}\n",
        "period: {start: 2023-01-01, end: 2023-12-31}\n"
        "areas:\n  - id: bygd\n    name: Bygd\n    activities:\n"
        "      - {id: kurs, text: Kurser, targets: [{at_least: 3, by: 2023-06-30}]}\n",
    ),
    "date-outside-period": (
        "period: {start: 2023-01-01, end: 2023-12-31}\n"
        "areas:\n  - id: mote\n    name: Årsmöte\n    schedule: [{kind: date, date: 2022-03-18, words: 18 mars}]\n",
        "period: {start: 2023-01-01, end: 2023-12-31}\n"
        "areas:\n  - id: mote\n    name: Årsmöte\n    schedule: [{kind: date, date: 2023-03-18, words: 18 mars}]\n",
    ),
    "schedule-incomplete": (
        "areas:\n  - id: mote\n    name: Årsmöte\n    schedule: [{kind: date, words: 18 mars}]\n",
        "areas:\n  - id: mote\n    name: Årsmöte\n    schedule: [{kind: date, date: 2023-03-18, words: 18 mars}]\n",
    ),
    "schedule-value-unused": (
        "areas:\n  - id: mote\n    name: Årsmöte\n"
        "    schedule: [{kind: season, season: spring, weeks: [12], words: våren}]\n",
        "areas:\n  - id: mote\n    name: Årsmöte\n    schedule: [{kind: season, season: spring, words: våren}]\n",
    ),
    "duplicate-id": (
        "areas:\n  - {id: bygd, name: Bygdeutveckling}\n  - {id: bygd, name: Service}\n",
        "areas:\n  - {id: bygd, name: Bygdeutveckling}\n  - {id: service, name: Service}\n",
    ),
    "id-missing": (
        "target_groups:\n  - text: Lokala grupper\n",
        "target_groups:\n  - id: lokala\n    text: Lokala grupper\n",
    ),
    "unknown-reference": (
        "partners:\n  - {id: ros, name: Nätverket ROS}\nareas:\n  - id: bygd\n    name: Bygd\n    activities:\n"
        "      - {id: kurs, text: Kurser, partners: [rosen]}\n",
        "partners:\n  - {id: ros, name: Nätverket ROS}\nareas:\n  - id: bygd\n    name: Bygd\n    activities:\n"
        "      - {id: kurs, text: Kurser, partners: [ros]}\n",
    ),
    "section-after-unknown": (
        "sections:\n  - {heading: Inledning, text: Välkommen., after: titeln}\n",
        "sections:\n  - {heading: Inledning, text: Välkommen., after: title}\n",
    ),
    "question-about-unknown": (
        "questions:\n  - {about: ekonomin, text: Finns det en budget?}\n",
        "questions:\n  - {about: areas, text: Finns det en budget?}\n",
    ),
    "unknown-county": (
        'organisation: {name: Byaföreningen, county: "02"}\n',
        'organisation: {name: Byaföreningen, county: "01"}\n',
    ),
    "unknown-municipality": (
        'organisation: {name: Byaföreningen, municipality: "1899"}\n',
        'organisation: {name: Byaföreningen, municipality: "1880"}\n',
    ),
    "municipality-outside-county": (
        'organisation: {name: Byaföreningen, county: "20", municipality: "1880"}\n',
        'organisation: {name: Byaföreningen, county: "18", municipality: "1880"}\n',
    ),
    "unknown-sdg": (
        'goals:\n  - {id: bygd, text: Levande bygder, sdg: ["11.9"]}\n',
        'goals:\n  - {id: bygd, text: Levande bygder, sdg: ["11.7"]}\n',
    ),
    # 811218-9876 is the number that the tax agency uses in its own examples; it is nobody's.
    "personnummer-in-text": (
        "purposes:\n  - text: Frågor besvaras av Anna, 811218-9876.\n",
        "purposes:\n  - text: Frågor besvaras av Anna.\n",
    ),
    "phone-in-text": (
        "purposes:\n  - text: Ring Anna på 070-174 06 05.\n",
        "purposes:\n  - text: Ring Anna.\n",
    ),
    "email-in-text": (
        "purposes:\n  - text: Skriv till anna@example.org.\n",
        "purposes:\n  - text: Skriv till Anna.\n",
    ),
    "address-in-text": (
        "purposes:\n  - text: Vi träffas hos Anna på Byvägen 12.\n",
        "purposes:\n  - text: Vi träffas hos Anna.\n",
    ),
    "extension-unknown": ("extensions:\n  okand-modul: {antal: 3}\n", "extensions: {}\n"),
    **OF_FILES,
    **OF_RULES,
    **CAREFUL,
}
