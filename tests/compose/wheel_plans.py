"""Plans to draw wheels of: any number of activities with times spread over a broken year, and some without."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from helaplan.model import Activity, Area, Organisation, Period, Plan, Schedule

NAMES = ("Opinion", "Landsbygdsutveckling och service", "Unga", "Kultur", "Ekonomi och medlemmar", "Bredband")
TEXTS = (
    "Styrelsemöte i bygdegården",
    "Studiecirkel om landsbygdens framtid och framtidens mat i hela länet, med besök och en gemensam avslutning",
    "Årsmöte",
    "Höstdag på torget",
    "Utbildning för nya förtroendevalda i föreningarna",
)


def wheel_plan(dated: int, ongoing: int = 0) -> Plan:
    """So many activities with a time and without, in six areas, for 2024/25."""
    times = _times()
    made: list[list[Activity]] = [[] for _ in NAMES]
    for n in range(dated + ongoing):
        schedule = (next(times),) if n < dated else ()
        made[n % len(NAMES)].append(Activity(id=f"a{n}", text=TEXTS[n % len(TEXTS)], schedule=schedule))
    return Plan(
        id="plan",
        title="Verksamhetsplan 2024/25",
        organisation=Organisation(name="Bygden"),
        period=Period(start=dt.date(2024, 7, 1), end=dt.date(2025, 6, 30), label="2024/25"),
        areas=tuple(Area(id=f"o{n}", name=NAMES[n], activities=tuple(each)) for n, each in enumerate(made) if each),
    )


def _times() -> Iterator[Schedule]:
    """Times of all kinds, one after another, without end."""
    n = 0
    while True:
        day = dt.date(2024, 7, 1) + dt.timedelta(days=n * 37 % 360)
        yield (
            Schedule(kind="date", date=day, words=day.isoformat()),
            Schedule(kind="months", months=(n % 12 + 1, (n + 5) % 12 + 1), words="två månader"),
            Schedule(kind="period", start=day, end=day + dt.timedelta(days=20 + n % 70), words="en tid"),
            Schedule(kind="week", weeks=(n * 7 % 52 + 1,), words="en vecka"),
            Schedule(kind="season", season="autumn", words="hösten"),
            Schedule(kind="quarter", quarters=(n % 4 + 1,), words="ett kvartal"),
            Schedule(kind="date", date=day, words=day.isoformat()),
        )[n % 7]
        n += 1
