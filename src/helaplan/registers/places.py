"""Counties and municipalities in people's words: which county a name speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from attrs import frozen

from helaplan.registers.counties import COUNTIES
from helaplan.registers.municipalities import MUNICIPALITIES, county_of


@frozen(eq=False, repr=False)
class Place:
    """A county, or a municipality: the code of the county, and the name."""

    county: str
    name: str


@cache
def _places() -> Mapping[str, Place]:
    """By name in small letters, as people write it: `örebro`, `västra götaland`, `dalarna`."""
    made = {name.casefold(): Place(county_of(code), name) for code, name in MUNICIPALITIES.items()}
    for code, name in COUNTIES.items():
        base = name.removesuffix(" län")
        for each in (base, base.removesuffix("s")):
            made.setdefault(each.casefold(), Place(code, name))
    return made


def place_at(words: Sequence[str]) -> Place | None:
    """The place that a row of words in small letters begins with, the longest name first; None where it is none."""
    for length in (3, 2, 1):
        found = _places().get(" ".join(words[:length])) if len(words) >= length else None
        if found:
            return found
    return None


def places_in(name: str) -> tuple[Place, ...]:
    """Every place that a name speaks of."""
    words = name[:200].casefold().replace(",", " ").split()
    return tuple(found for at in range(len(words)) if (found := place_at(words[at:])))


def county_in(name: str) -> str:
    """The code of the county that a name ends up in: its last `… län`, else its first place; "" where it has none.

    "Hela Sverige ska leva Örebro län" is 18, "Bygderådet i Mora" 20.
    """
    return county_said(name) or next((found.county for found in places_in(name)), "")


def county_said(name: str) -> str:
    """The code of the county that a name calls so by the word `län`; "" where it doesn't, or calls two."""
    words = name[:200].casefold().replace(",", " ").split()
    said = set()
    for at, word in enumerate(words):
        if word == "län":
            # Two words before one: "västra götalands län" is no "götalands län".
            for start in (at - 2, at - 1):
                found = _places().get(" ".join(words[max(0, start) : at]))
                if found:
                    said.add(found.county)
                    break
    return said.pop() if len(said) == 1 else ""
