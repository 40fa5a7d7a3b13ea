"""Counties in the names of branches."""

from __future__ import annotations

import pytest

from helaplan.registers.counties import COUNTIES
from helaplan.registers.places import county_in, county_said, place_at


@pytest.mark.parametrize(
    "name, said, meant",
    [
        ("Hela Sverige ska leva Örebro län", "18", "18"),
        ("Hela Sverige ska leva Västra Götalands län", "14", "14"),
        ("Länsbygderådet i Dalarnas län", "20", "20"),
        ("Hela Sverige ska leva Dalarna", "", "20"),
        ("Bygderådet i Mora", "", "20"),
        ("Uppsala läns bygderåd", "", "03"),
        ("Byaföreningen", "", ""),
        ("Örebro län och Värmlands län", "", "18"),
        ("län", "", ""),
        ("", "", ""),
    ],
)
def test_the_county_of_a_name(name: str, said: str, meant: str) -> None:
    """Said by the word `län`, once, or meant by a place that has only one county."""
    assert (county_said(name), county_in(name)) == (said, meant)


def test_every_county_is_said_by_its_name() -> None:
    """All 21, alone and behind other words."""
    for code, name in COUNTIES.items():
        assert county_said(name) == code
        assert county_said(f"Hela Sverige ska leva {name.upper()}") == code


def test_the_longest_name_counts() -> None:
    """`Upplands Väsby` is no `Upplands`, and a place further on is not at the beginning."""
    found = place_at(["upplands", "väsby", "och"])
    assert found is not None
    assert found.name == "Upplands Väsby"
    assert place_at(["i", "mora"]) is None
