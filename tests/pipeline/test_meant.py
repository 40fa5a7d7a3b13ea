"""Names in the place of codes: the code that was meant is told beside the fault."""

from __future__ import annotations

import pytest

import helaplan
from helaplan import Severity
from helaplan.pipeline.check import examine
from helaplan.registers.sdg import GOALS, meant
from helaplan.reports import message_of

HEAD = "helaplan: 1\nkind: plan\nid: p\ntitle: Plan\nperiod: {start: 2023-01-01, end: 2023-12-31}\n"


@pytest.mark.parametrize(
    "line, code, suggestion, name",
    [
        ("organisation: {name: F, county: Örebro}", "bad-county-code", "18", "Örebro län"),
        ("organisation: {name: F, county: dalarna}", "bad-county-code", "20", "Dalarnas län"),
        ("organisation: {name: F, county: Västra götalands län}", "bad-county-code", "14", "Västra Götalands län"),
        ("organisation: {name: F, municipality: Hällefors kommun}", "bad-municipality-code", "1863", "Hällefors"),
        ("organisation: {name: F, municipality: Borås}", "bad-municipality-code", "1490", "Borås"),
        ('organisation: {name: F, municipality: "117"}', "bad-municipality-code", "0117", "Österåker"),
    ],
)
def test_the_code_that_was_meant(line: str, code: str, suggestion: str, name: str) -> None:
    """By name, with or without its ending, and with a zero left off."""
    (found,) = examine(HEAD + line + "\n", name="plan.yaml").report
    assert (found.code, found.args["suggestion"], found.args["name"]) == (code, suggestion, name)


@pytest.mark.parametrize("line", ["county: Småland", "municipality: Bygden", 'county: ""'])
def test_nothing_near_gives_no_suggestion(line: str) -> None:
    """A name that no code has is told without a guess."""
    (found,) = examine(f"{HEAD}organisation: {{name: F, {line}}}\n", name="plan.yaml").report
    assert "suggestion" not in found.args


@pytest.mark.parametrize(
    "written, code",
    [
        ("mål 11", "11"),
        ("Jämställdhet", "5"),
        ("jamstalldhet", "5"),
        ("Hav och marina resurser", "14"),
        ("Climate action", "13"),
        ("Hållbara städer", "11"),
        ("mål 18", None),
        ("mål 3 och 4", None),
        ("Hållbar", None),
        ("", None),
    ],
)
def test_goals_by_number_and_name(written: str, code: str | None) -> None:
    """One number or one name is enough; two numbers, or the beginning of several names, are not."""
    assert meant(written) == code


def test_every_goal_is_found_by_its_names() -> None:
    """Each of the 17, in both languages."""
    for code, names in GOALS.items():
        assert {meant(name) for name in names.values()} == {code}


@pytest.mark.parametrize(
    "written, day",
    [
        ("1 januari 2026", "2026-01-01"),
        ("den 1:a januari 2026", "2026-01-01"),
        ("torsdag 1 jan. 2026", "2026-01-01"),
        ("1 January 2026", "2026-01-01"),
        ("January 1st, 2026", "2026-01-01"),
        ("1/1 2026", "2026-01-01"),
        ("1/1-2026", "2026-01-01"),
        ("2026-1-1", "2026-01-01"),
        ("2026–01–01", "2026-01-01"),
        ("2026/01/01", "2026-01-01"),
        ("20260101", "2026-01-01"),
        ('"20260101"', "2026-01-01"),
        ("1.1.2026", "2026-01-01"),
        ("2026-01-01T00:00:00", "2026-01-01"),
    ],
)
@pytest.mark.parametrize("language, write", [("sv", "Skriv"), ("en", "Write")])
def test_a_day_in_another_notation_is_told_how_to_be_written(written: str, day: str, language: str, write: str) -> None:
    """Swedish and English, with words and with figures: the day itself in the notation of plan files."""
    period = f"period:\n  start: {written}\n  end: 2026-12-31\n"
    text = HEAD.replace("period: {start: 2023-01-01, end: 2023-12-31}\n", period) + "organisation: {name: F}\n"
    (found,) = examine(text, name="plan.yaml").report
    assert (found.code, found.path, found.args["suggestion"]) == ("bad-date", ("period", "start"), day)
    assert message_of(found, language).hint == f"{write} {day}"


@pytest.mark.parametrize(
    "written", ["2026-02-30", "31 april 2026", "våren 2026", "2026", "31/2 2026", "1 januari", "1" * 200]
)
def test_what_is_no_day_is_told_how_days_are_written(written: str) -> None:
    """A day that isn't in the calendar, a season, a year: one finding that shows the notation."""
    text = HEAD.replace("2023-12-31", f"'{written}'") + "organisation: {name: F}\n"
    (found,) = examine(text, name="plan.yaml").report
    assert found.code == "bad-date"
    assert "suggestion" not in found.args
    assert message_of(found, "sv").hint == "Skriv år, månad och dag, en dag som finns: 2026-12-31"


def test_a_year_as_a_day_is_not_told_to_be_quoted() -> None:
    """Quotes don't make a day of a number; a number in another field is told as before."""
    (found,) = examine(HEAD.replace("2023-12-31", "2023") + "organisation: {name: F}\n", name="plan.yaml").report
    assert found.code == "bad-date"
    (found,) = examine(HEAD.replace("title: Plan", "title: 20260101") + "organisation: {name: F}\n", name="p").report
    assert found.code == "number-for-text"


AREA = "areas:\n  - id: moten\n    name: Möten\n    activities:\n      - id: kurs\n        text: Kurs\n"


@pytest.mark.parametrize(
    "line, example",
    [
        ("organisation: Tallmo byalag", "organisation: {name: Tallmo byalag}"),
        ("organisation: {name: F}\ngoals: Fler medlemmar", "goals: [{text: Fler medlemmar}]"),
        ("organisation: {name: F}\ngoals: [Fler medlemmar]", "{text: Fler medlemmar}"),
        ("organisation: {name: F}\ntarget_groups: [barn]", "{text: barn}"),
        ("organisation: {name: F}\nvisions: En levande bygd", "visions: [{text: En levande bygd}]"),
        ("organisation: {name: F}\nstatus: antagen", "status: {state: draft, words: antagen}"),
        ("organisation: {name: F}\ngoals: [{id: a, text: A, sdg: 11}]", 'sdg: ["11"]'),
        ("organisation: {name: F}\n" + AREA + "        responsible: Anna", "responsible: [Anna]"),
        ("organisation: {name: F}\n" + AREA + "        responsible: Ring 070-174 06 05", "responsible: […]"),
        ("organisation: {name: F}\n" + AREA + "        responsible: styrelsen, Anna", "responsible: [styrelsen, Anna]"),
        ("organisation: {name: F}\nvalues: [{items: • mångfald • hållbarhet}]", "items: [mångfald, hållbarhet]"),
        ("organisation: {name: F}\nvalues: [{items: 1. mångfald 2. jämlikhet}]", "items: [mångfald, jämlikhet]"),
        ("organisation: {name: F}\nvalues: [{items: -mångfald -jämlikhet}]", "items: [mångfald, jämlikhet]"),
        ("organisation: {name: F}\n" + AREA + "        responsible: 'a, [b]'", "responsible: […]"),
        ("organisation: {name: F}\n" + AREA + "        targets: [{at_least: tre}]", "at_least: 3"),
        ("organisation: {name: F}\n" + AREA + "        targets: [{at_least: sex}]", "at_least: 6"),
        ("organisation: {name: F}\n" + AREA + "        schedule: [{kind: months, words: x, months: [maj]}]", "5"),
        ("organisation: {name: F}\n" + AREA + "        budget: 5000", 'budget: {amount: "5000"}'),
        (
            "organisation: {name: F}\n" + AREA + "        schedule: i mars",
            "schedule: [{kind: month, months: [3], words: i mars}]",
        ),
        ("organisation: {name: F}\n" + AREA + "        schedule: [när det går]", "{kind: unknown, words: när det går}"),
    ],
)
def test_a_value_of_another_shape_is_shown_as_it_should_be(line: str, example: str) -> None:
    """The key with its value in the brackets, braces or quotes that are wanted; never with personal data."""
    report = examine(HEAD + line + "\n", name="plan.yaml").report
    (found,) = [each for each in report if each.code == "wrong-type"]
    assert found.args["example"] == example
    assert message_of(found, "sv").hint == f"Skriv till exempel {example}"
    assert message_of(found, "en").hint == f"Write, for example, {example}"


@pytest.mark.parametrize(
    "period, example", [("2027", "{start: 2027-01-01, end: 2027-12-31}"), ("[1]", "{start: 2026-01-01")]
)
def test_a_year_for_a_period_is_shown_as_two_days(period: str, example: str) -> None:
    """The short form that everybody tries."""
    text = HEAD.replace("{start: 2023-01-01, end: 2023-12-31}", period) + "organisation: {name: F}\n"
    (found,) = examine(text, name="plan.yaml").report
    assert str(found.args["example"]).startswith(f"period: {example}")


@pytest.mark.parametrize(
    "line, code, hint",
    [
        ("budget: {amount: 5 000 kr}", "bad-amount", 'Skriv "5000". '),
        ("budget: {amount: '1 250,50'}", "bad-amount", 'Skriv "1250.50". '),
        ("budget: {amount: många}", "bad-amount", "Ett belopp är bara siffror"),
        ("goals: [Fler Möten]", "bad-id", "Skriv fler-moten. "),
    ],
)
def test_sums_and_ids_are_told_how_to_be_written(line: str, code: str, hint: str) -> None:
    """What to write instead, where the text leaves no doubt."""
    report = examine(f"{HEAD}organisation: {{name: F}}\n{AREA}        {line}\n", name="plan.yaml").report
    (found,) = [each for each in report if each.code == code]
    assert message_of(found, "sv").hint.startswith(hint)


@pytest.mark.parametrize(
    "line, hint",
    [
        ("helaplan: 1\n", "Lägg till raden ”helaplan: 1” här"),
        ("kind: plan\n", "Lägg till raden ”kind: plan” här"),
        ("title: Plan\n", "Lägg till raden ”title: …” här"),
        (", end: 2023-12-31", "Lägg till raden ”end: 2026-12-31” här"),
    ],
)
def test_a_missing_key_is_shown_with_what_it_could_hold(line: str, hint: str) -> None:
    """Where there is one thing that it must hold, or one way to write it."""
    text = HEAD.replace(line, "") + "organisation: {name: F}\n"
    (found,) = [each for each in examine(text, name="plan.yaml").report if each.code == "missing-key"]
    assert message_of(found, "sv").hint == hint


@pytest.mark.parametrize("item", ["text:Bygden", "text:Bygden lever  # så", "text:17"])
def test_an_item_whose_key_lacks_its_space_is_told_as_that(item: str) -> None:
    """`- text:Bygden` is one text for YAML; what is wrong is the space, and `--fix` puts it there."""
    text = f"{HEAD}organisation: {{name: F}}\npurposes:\n  - {item}\n"
    (found,) = examine(text).report
    assert (found.code, found.args["key"], found.path) == ("missing-space", "text", ("purposes", 0))
    assert found.fix is not None
    at = text.index("text:") + len("text:")
    assert [(each.start, each.end, each.text) for each in found.fix.edits] == [(at, at, " ")]


@pytest.mark.parametrize("item", ["hej:Bygden", "Bygden lever", "http://bygden.se"])
def test_an_item_without_a_known_key_is_of_the_wrong_shape(item: str) -> None:
    """Only a key that the item may have was surely meant as one."""
    (found,) = examine(f"{HEAD}organisation: {{name: F}}\npurposes:\n  - {item}\n").report
    assert found.code == "wrong-type"


LISTS = [
    ("goals:\n  – Mer folk\n", (7, 3), "–"),
    ("goals:\n  – id: a\n", (7, 3), "–"),
    ("goals:\n  – id: a\n    text: Mer folk\n", (7, 3), "–"),
    ("goals:\n  • text: a\n  • text: b\n", (7, 3), "•"),
    ("goals:\n  * text: a\n", (7, 3), "*"),
    ("goals:\n  -text: a\n", (7, 3), "-"),
    ("goals:\n  -text: a\n   number: b\n", (7, 3), "-"),
    ("goals:\n  - text: a\n    sdg:\n    · 11\n", (9, 5), "·"),
]


@pytest.mark.parametrize("rest, place, mark", LISTS)
def test_another_sign_for_a_hyphen_is_one_finding(rest: str, place: tuple[int, int], mark: str) -> None:
    """What a word processor makes of `- `, and a hyphen without its space: told as that, once, at the sign."""
    text = "helaplan: 1\nkind: plan\nid: x\ntitle: Plan\norganisation: {name: Bygd}\n" + rest
    found = [each for each in helaplan.check(text) if each.severity is Severity.ERROR]
    told = [
        (each.code, each.args.get("mark"), each.span and (each.span.start.line, each.span.start.column))
        for each in found
    ]
    assert told == [("list-mark", mark, place)]


@pytest.mark.parametrize("value", ["– ", "Bygden – vår", "-5", "'– Bygden'", "|\n  – Bygden"])
def test_a_dash_in_a_text_is_a_text(value: str) -> None:
    """Where no list belongs, and in the middle of a text, any sign may stand."""
    text = f"helaplan: 1\nkind: plan\nid: x\norganisation: {{name: Bygd}}\ntitle: {value}\n"
    assert "list-mark" not in {each.code for each in helaplan.check(text)}
