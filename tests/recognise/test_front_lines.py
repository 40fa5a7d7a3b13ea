"""The lines at the top of a document: title, whose plan it is, for when, and how far it has come."""

from __future__ import annotations

import pytest

from helaplan.formats.text import read_text
from helaplan.model import Plan
from helaplan.plugins.declarations import Source
from helaplan.recognise import recognise
from helaplan.recognise.years import years_in


def headed(*lines: str) -> Plan:
    """The plan with these lines above its only area."""
    text = "\n".join(lines) + "\n\nTrafik\n• Skriva till regionen\n• Mäta farten\n"
    return recognise(read_text(text.encode(), Source(name="plan.txt")).document).plan


@pytest.mark.parametrize(
    "words, start, end",
    [
        ("Verksamhetsplan 2025/26", "2025-07-01", "2026-06-30"),
        ("Verksamhetsplan 2025/2026", "2025-07-01", "2026-06-30"),
        ("Verksamhetsplan 2025–26", "2025-07-01", "2026-06-30"),
        ("Verksamhetsplan för verksamhetsåret 2025–2026", "2025-07-01", "2026-06-30"),
        ("Verksamhetsplan för verksamhetsåret 2025", "2025-01-01", "2025-12-31"),
        ("Verksamhetsplan 2025-2027", "2025-01-01", "2027-12-31"),
        ("Verksamhetsplan 2025 och 2026", "2025-01-01", "2026-12-31"),
        ("hösten 2007 och 2008", "2007-07-01", "2008-12-31"),
        ("hösten 2025 och våren 2026", "2025-07-01", "2026-06-30"),
        ("juli 2025 – juni 2026", "2025-07-01", "2026-06-30"),
        ("mars 2025 till och med februari 2026", "2025-03-01", "2026-02-28"),
        ("Program våren 2025", "2025-01-01", "2025-06-30"),
        ("2025-07 – 2026-06", "2025-07-01", "2026-06-30"),
        # Negatives: a day or a month is when something was said, and a date has no years beside each other.
        ("Tryckt i maj 2025", "2025-01-01", "2025-12-31"),
        ("15 mars 2025 och 2026", "2025-01-01", "2026-12-31"),
    ],
)
def test_years_of_a_line(words: str, start: str, end: str) -> None:
    """The time that years, halves and months of a line mean."""
    found = years_in(words)
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize("words", ["2025-03-15", "Dnr 2025/117", "Tel 2025-117", "Mål för 30 byar"])
def test_no_years(words: str) -> None:
    """A day and a number of a register are no time of a plan."""
    assert years_in(words) is None


@pytest.mark.parametrize(
    "lines, organisation",
    [
        (("Verksamhetsplan 2025", "Byalaget i Ed"), "Byalaget i Ed"),
        (("Byalaget i Ed", "Verksamhetsplan", "verksamhetsåret 2025"), "Byalaget i Ed"),
        (
            ("Verksamhetsplan", "1 juli 2025–30 juni 2026", "Länsbygderådet i Västmanland"),
            "Länsbygderådet i Västmanland",
        ),
        (("Verksamhetsplan för år 2025", "Hela Sverige ska leva Dalarna", "Förslag"), "Hela Sverige ska leva Dalarna"),
        (("Byalaget i Ed – Verksamhetsplan 2025",), "Byalaget i Ed"),
        (("Verksamhetsplan 2025 – Byalaget i Ed",), "Byalaget i Ed"),
        (("Verksamhetsplan 2025, Byalaget i Ed",), "Byalaget i Ed"),
        (("Byalaget i Eds verksamhetsplan 2025",), "Byalaget i Ed"),
        (("Verksamhetsplan för Byalaget i Ed 2025",), "Byalaget i Ed"),
        (("Verksamhetsplan 2025 – förslag", "Edsbygdens intresseförening"), "Edsbygdens intresseförening"),
        (("Organisation: Ås hembygdsförening", "Period: 2025", "Verksamhetsplan"), "Ås hembygdsförening"),
        # Negatives: what stands after the dash names nobody.
        (("Verksamhetsplan 2025 – en levande bygd",), ""),
        (("Verksamhetsplan 2025, antagen i mars",), ""),
    ],
)
def test_whose_plan_it_is(lines: tuple[str, ...], organisation: str) -> None:
    """Each line of the front is one of its own, and a title may name the body on either side of a dash."""
    made = headed(*lines)
    assert made.organisation.name == organisation
    assert [area.name for area in made.areas] == ["Trafik"]
    assert made.sections == ()


@pytest.mark.parametrize(
    "lines, status",
    [
        (("Verksamhetsplan 2025", "Förslag"), ("proposed", "", None)),
        (("UTKAST", "Verksamhetsplan 2025"), ("draft", "", None)),
        (("Verksamhetsplan 2025 (utkast)",), ("draft", "", None)),
        (("Verksamhetsplan 2025 – förslag",), ("proposed", "", None)),
        (("Styrelsens förslag till verksamhetsplan 2025",), ("proposed", "", None)),
        (("Verksamhetsplan 2025", "Status: utkast"), ("draft", "", None)),
        (("Verksamhetsplan 2025", "Antagen av årsmötet 2025-03-15"), ("adopted", "årsmötet", "2025-03-15")),
        (("Verksamhetsplan 2025", "Fastställd vid årsmöte den 15 mars 2025"), ("adopted", "årsmöte", "2025-03-15")),
        (("Verksamhetsplan 2025", "Antagen på årsmötet 15/3 2025"), ("adopted", "årsmötet", "2025-03-15")),
        (("Verksamhetsplan 2025", "Beslutad av styrelsen 2025-03-15"), ("adopted", "styrelsen", "2025-03-15")),
        (("Verksamhetsplan 2025", "Beslutades av representantskapet"), ("adopted", "representantskapet", None)),
        (("Verksamhetsplan 2025", "Enligt beslut på årsmötet"), ("adopted", "årsmötet", None)),
        (
            ("Annual plan 2025", "Adopted by the annual general meeting on 15 March 2025"),
            ("adopted", "annual general meeting", "2025-03-15"),
        ),
        (("Annual plan 2025", "Adopted at the AGM, 15 March 2025"), ("adopted", "AGM", "2025-03-15")),
        (("Verksamhetsplan 2025", "Tagen på årsmötet 2025-03-15"), ("adopted", "årsmötet", "2025-03-15")),
        (("Verksamhetsplan 2025", "Version 2, reviderad 2025-05-01"), ("revised", "", "2025-05-01")),
        (("Verksamhetsplan 2025", "Föreslagen av styrelsen"), ("proposed", "styrelsen", None)),
        # What is still to be decided, and where.
        (("Verksamhetsplan 2025", "Behandlas vid årsmötet den 15 mars 2025"), ("proposed", "årsmötet", "2025-03-15")),
        (
            ("Annual plan 2025", "To be adopted by the annual meeting on 15 March 2025"),
            ("proposed", "annual meeting", "2025-03-15"),
        ),
    ],
)
def test_how_far_it_has_come(lines: tuple[str, ...], status: tuple[str, str, str | None]) -> None:
    """The status stands in a line of its own, behind a label, or at either end of the title."""
    made = headed(*lines, "Byalaget i Ed").status
    assert made is not None
    assert (made.state, made.by, str(made.date) if made.date else None) == status


@pytest.mark.parametrize(
    "line",
    [
        "1 May 2025 – 30 April 2026",
        "1.5.2025-30.4.2026",
        "from 1 May 2025 to 30 April 2026",
        "1st May 2025 to 30th April 2026",
        "the 1st of May 2025 – the 30th of April 2026",
        "1 maj 2025 t.o.m. 30 april 2026",
        "maj 2025–april 2026",
        "1 maj – 30 april 2026",
    ],
)
@pytest.mark.parametrize("title", ["Annual plan", "Annual plan 2025/2026"])
def test_days_on_a_line_of_their_own(title: str, line: str) -> None:
    """The days win over the years of the title, and a line that begins with a number opens no part."""
    made = headed(title, "Harbour Villages Network", line)
    assert made.period is not None
    assert (str(made.period.start), str(made.period.end)) == ("2025-05-01", "2026-04-30")
    assert made.sections == ()


@pytest.mark.parametrize("title", ["Verksamhetsplan 2025", "Verksamhetsplan 2025 – en levande bygd"])
def test_no_status(title: str) -> None:
    """A title that says nothing of it gives none."""
    assert headed(title, "Byalaget i Ed").status is None


def test_a_proposal_that_was_adopted() -> None:
    """A title that still says proposal is older than the line at the end that says when it was adopted, and by whom."""
    text = "Förslag till verksamhetsplan 2025\nByalaget i Ed\n\nTrafik\n• Skylta om\n• Mäta\n\n{line}\n"
    found = []
    for line in ("Antagen av årsmötet den 14 mars 2025", "Fastställd.", "Förslag av styrelsen 2025-01-02"):
        source = Source(name="plan.txt")
        made = recognise(read_text(text.format(line=line).encode(), source).document).plan.status
        found.append(made and (made.state, str(made.date)))
    assert found == [("adopted", "2025-03-14"), ("proposed", "None"), ("proposed", "None")]
