"""Counties, municipalities, goals of Agenda 2030, and the words people use for keys."""

from __future__ import annotations

import csv
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helaplan.model import Activity, Area, Organisation, Period, Plan, Schedule, Statement, Target, fields
from helaplan.model.parts import PARTNER_KINDS, PROGRESS, SCHEDULE_KINDS, SEASONS, STATES
from helaplan.registers import counties, municipalities, sdg
from helaplan.registers.keys import suggest_choice, suggest_id, suggest_key
from helaplan.registers.names import Register

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data" / "sweden"


def test_registers_are_whole() -> None:
    """21 counties, 290 municipalities, each in a county that exists, 17 goals and 169 targets."""
    assert len(counties.COUNTIES) == len(counties.NUTS3) == 21
    assert len(municipalities.MUNICIPALITIES) == 290
    assert {municipalities.county_of(code) for code in municipalities.MUNICIPALITIES} == set(counties.COUNTIES)
    assert len(sdg.GOALS) == 17
    assert len(sdg.TARGETS) == 169


@pytest.mark.skipif(not SHARED.exists(), reason="the source tables are not here")
def test_registers_are_those_of_the_source() -> None:
    """Codes and names are those of the source tables, row for row."""
    for name, held in (("counties", counties.COUNTIES), ("municipalities", municipalities.MUNICIPALITIES)):
        with (SHARED / f"{name}.csv").open(encoding="utf-8") as file:
            assert {row["code"]: row["name"] for row in csv.DictReader(file)} == dict(held)


@pytest.mark.parametrize("register", [counties.REGISTER, municipalities.REGISTER], ids=["county", "municipality"])
def test_every_name_finds_its_code(register: Register) -> None:
    """A name leads back to its code, in capitals and with an ending too (Håbo and Habo, Borås stad)."""
    for code, name in register.names.items():
        assert register.name(code) == name
        for written in (name, name.upper(), f"{name} kommun" if len(code) == 4 else name.removesuffix(" län")):
            assert register.code(written) == code


def test_codes_are_suggested() -> None:
    """A name, a near name or a code without its zero leads to the code; nonsense leads nowhere."""
    assert municipalities.REGISTER.suggest("Örebro kommun") == "1880"
    assert municipalities.REGISTER.suggest("Örebo") == "1880"
    assert municipalities.REGISTER.suggest("117") == "0117"
    assert counties.REGISTER.suggest("1") == "01"
    assert counties.REGISTER.suggest("Örebro") == "18"
    assert counties.REGISTER.suggest("Atlantis") is None
    assert counties.REGISTER.suggest("") is None


def _keys(cls: type) -> list[str]:
    return [fields.key_of(attribute) for attribute in attrs.fields(cls)]


@pytest.mark.parametrize(
    "written, cls, right",
    [
        ("valeus", Plan, "values"),
        ("aeras", Plan, "areas"),
        ("titel", Plan, "title"),
        ("Titel", Plan, "title"),
        ("vison", Plan, "visions"),
        ("målgrupper", Plan, "target_groups"),
        ("ma\u030algrupper", Plan, "target_groups"),
        ("mål", Plan, "goals"),
        ("syfte", Plan, "purposes"),
        ("antagen", Plan, "status"),
        ("namn", Plan, "title"),
        ("namn", Area, "name"),
        ("ansvarig", Activity, "responsible"),
        ("ansvarigg", Activity, "responsible"),
        ("när", Activity, "schedule"),
        ("mål", Activity, "goals"),
        ("at_leest", Target, "at_least"),
        ("minst", Target, "at_least"),
        ("från", Target, "from"),
        ("från", Period, "start"),
        ("slutar", Period, "end"),
        ("datum", Schedule, "date"),
        ("punkter", Statement, "items"),
        ("län", Organisation, "county"),
        ("xyz", Plan, None),
        ("x", Activity, None),
        ("", Plan, None),
    ],
)
def test_keys_are_suggested(written: str, cls: type, right: str | None) -> None:
    """Swedish names, near spellings and other capitals lead to the key the class has; nonsense leads nowhere."""
    assert suggest_key(written, _keys(cls)) == right


def test_what_a_word_means_goes_before_what_it_looks_like() -> None:
    """`lan` beside a county is a second county, not a misspelt `länk`; a near spelling takes the first group."""
    free = [key for key in _keys(Organisation) if key != "county"]
    assert suggest_key("lan", free, _keys(Organisation)) == "county"
    assert suggest_key("titl", ["title"], ["text"]) == "title"
    assert suggest_key("xyz", [], []) is None


@pytest.mark.parametrize(
    "written, choices, right",
    [
        ("antagen", STATES, "adopted"),
        ("Adopted", STATES, "adopted"),
        ("adoptd", STATES, "adopted"),
        ("utkast", STATES, "draft"),
        ("löpande", SCHEDULE_KINDS, "ongoing"),
        ("senast", SCHEDULE_KINDS, "before"),
        ("våren", SEASONS, "spring"),
        ("nätverk", PARTNER_KINDS, "network"),
        ("genomförd", PROGRESS, "done"),
        ("grön", SEASONS, None),
    ],
)
def test_choices_are_suggested(written: str, choices: tuple[str, ...], right: str | None) -> None:
    """Swedish words and near spellings lead to one of the choices of the place."""
    assert suggest_choice(written, choices) == right


@given(st.text(max_size=60), st.lists(st.sampled_from(_keys(Activity)), unique=True))
def test_only_what_is_possible_is_suggested(written: str, known: list[str]) -> None:
    """Whatever was written, a suggestion is one of the known words, and a known word is its own suggestion."""
    for suggest in (suggest_key, suggest_choice, suggest_id):
        assert suggest(written, known) in (None, *known)
    for key in known:
        assert suggest_key(key, known) == key
