"""Plans for measuring: as different from each other as one likes, as large as asked, and the same at each run.

    .venv/bin/python benchmarks/many_plans.py FOLDER [--files 2000] [--broken 0.01] [--activities 26]

Mean size and number of activities are those of Örebro's plan for 2023, 9 KB and 26, with a third more or less of each.
A broken file has one of four faults: a misspelt key, a number for a text, a key that is missing, a key given twice.
"""

from __future__ import annotations

import argparse
import datetime as dt
from decimal import Decimal
from pathlib import Path
from random import Random

from helaplan import (
    Activity,
    Area,
    Budget,
    Goal,
    Organisation,
    Partner,
    Period,
    Plan,
    Schedule,
    Statement,
    Status,
    Target,
    TargetGroup,
    write_plan,
)

WORDS = """
    vi ska bjuda in lokala grupper och föreningar till möten om service mat energi skola vård kultur bredband vägar
    tillsammans med kommunen regionen leaderområdet studieförbundet biblioteket ungdomar nyinflyttade företag odlare
    under året för att stärka bygdens röst sprida goda exempel följa upp överenskommelser skriva remissvar ordna
    studiecirklar besöka medlemmar ge ut nyhetsbrev söka medel hålla kontakt bilda nätverk påverka beslut i länet
""".split()
BODIES = ("styrelsen", "kansliet", "arbetsgruppen för mat", "kommunikationsgruppen", "ungdomsrådet", "valberedningen")
PLACES = ("Örebro", "Lindesberg", "Hällefors", "Askersund", "Nora", "Laxå", "Karlskoga", "Degerfors")
YEAR = 2025


class Maker:
    """Makes one plan after the other from one source of chance."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def words(self, least: int, most: int) -> str:
        """A sentence of so many words, without the point."""
        text = " ".join(self.random.choices(WORDS, k=self.random.randint(least, most)))
        return text[0].upper() + text[1:]

    def prose(self, paragraphs: int) -> str:
        """So many paragraphs of a few sentences."""
        return "\n\n".join(
            " ".join(f"{self.words(6, 16)}." for _ in range(self.random.randint(2, 4))) for _ in range(paragraphs)
        )

    def day(self) -> dt.date:
        """A day of the year."""
        return dt.date(YEAR, 1, 1) + dt.timedelta(days=self.random.randrange(365))

    def schedule(self) -> Schedule:
        """When something happens, in one of the usual ways."""
        day = self.day()
        months = sorted(self.random.sample(range(1, 13), self.random.randint(1, 3)))
        return self.random.choice(
            [
                Schedule(kind="ongoing", words="löpande"),
                Schedule(kind="date", date=day, words=f"{day.day}/{day.month}"),
                Schedule(kind="before", date=day, words=f"senast {day.day}/{day.month}"),
                Schedule(kind="months", months=tuple(months), words=f"{len(months)} månader"),
                Schedule(kind="week", weeks=(self.random.randint(1, 52),), words="under veckan"),
                Schedule(kind="quarter", quarters=(self.random.randint(1, 4),), words="under kvartalet"),
                Schedule(kind="season", season="autumn", words="till hösten"),
                Schedule(kind="recurring", every="quarter", times=1, words="en gång i kvartalet"),
                Schedule(kind="event", event="årsmötet", words="vid årsmötet"),
            ]
        )

    def activity(self, number: int, goals: tuple[str, ...], partners: tuple[str, ...]) -> Activity:
        """One activity; most say who and when, some what it costs and what it is to reach."""
        chance = self.random.random
        return Activity(
            id=f"aktivitet-{number}",
            text=f"{self.words(5, 18)}.",
            schedule=(self.schedule(),) if chance() < 0.7 else (),
            responsible=(self.random.choice(BODIES),) if chance() < 0.7 else (),
            goals=tuple(sorted(self.random.sample(goals, 1))) if chance() < 0.5 else (),
            partners=tuple(sorted(self.random.sample(partners, self.random.randint(1, 2)))) if chance() < 0.3 else (),
            budget=Budget(amount=Decimal(self.random.randint(1, 50) * 500)) if chance() < 0.2 else None,
            targets=(Target(at_least=self.random.randint(2, 200), unit="deltagare"),) if chance() < 0.2 else (),
            place=self.random.choice(PLACES) if chance() < 0.2 else "",
        )

    def plan(self, number: int, activities: int) -> Plan:
        """A plan with so many activities in areas of about six."""
        goals = tuple(f"mal-{n}" for n in range(1, 4))
        partners = tuple(f"part-{n}" for n in range(1, 7))
        areas = max(1, activities // 6)
        place = self.random.choice(PLACES)
        return Plan(
            id=f"plan-{number}",
            title=f"Verksamhetsplan {YEAR} för {place}bygden",
            organisation=Organisation(name=f"Hela Sverige ska leva {place}bygden {number}", level="local"),
            period=Period(start=dt.date(YEAR, 1, 1), end=dt.date(YEAR, 12, 31), label=str(YEAR)),
            status=Status(state="adopted", by="årsmötet", date=dt.date(YEAR, 3, 15), place=place),
            visions=(Statement(text=self.prose(2)),),
            values=(Statement(text=self.prose(1), items=("demokrati", "mångfald", "hållbarhet")),),
            purposes=(Statement(text=f"{self.words(6, 14)}."),),
            goals=tuple(Goal(id=each, text=f"{self.words(6, 14)}.", sdg=("11",)) for each in goals),
            target_groups=tuple(TargetGroup(id=f"grupp-{n}", text=self.words(1, 3)) for n in range(1, 4)),
            areas=tuple(
                Area(
                    id=f"omrade-{at}",
                    name=self.words(1, 4),
                    text=self.prose(1) if self.random.random() < 0.4 else "",
                    activities=tuple(self.activity(n, goals, partners) for n in range(at, activities, areas)),
                )
                for at in range(areas)
            ),
            partners=tuple(Partner(id=each, name=self.words(1, 3), kind="network") for each in partners),
        )


def broken(text: str, kind: int) -> str:
    """A plan file's text with one fault of four kinds."""
    lines = text.splitlines(keepends=True)
    title = next(at for at, line in enumerate(lines) if line.startswith("title:"))
    changed = ("titel" + lines[title][5:], "title: 2025\n", "", lines[title] * 2)[kind % 4]
    return "".join([*lines[:title], changed, *lines[title + 1 :]])


def make(folder: Path, files: int = 2000, share_broken: float = 0.0, activities: int = 26, seed: int = 1) -> None:
    """Write so many plan files into a folder; each broken one stands at an even distance from the next."""
    folder.mkdir(parents=True, exist_ok=True)
    maker = Maker(seed)
    every = round(1 / share_broken) if share_broken else 0
    for number in range(files):
        size = max(1, round(activities * maker.random.uniform(0.67, 1.33))) if files > 1 else activities
        text = write_plan(maker.plan(number, size))
        if every and number % every == every - 1:
            text = broken(text, number // every)
        (folder / f"{number:04}.yaml").write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write plans for measuring.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--broken", type=float, default=0.0)
    parser.add_argument("--activities", type=int, default=26)
    asked = parser.parse_args()
    make(asked.folder, asked.files, asked.broken, asked.activities)
