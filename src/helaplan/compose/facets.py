"""What a page of a plan may be filtered by: area, month, responsible, target group, partner, global goal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from helaplan.compose.printed import month
from helaplan.compose.year import year_of
from helaplan.document import Facet
from helaplan.model import Activity, Area, Plan
from helaplan.registers.notation import shape, write_sdg
from helaplan.registers.sorting import swedish_key
from helaplan.text.documents import words

_KEYS = ("area", "month", "responsible", "target-group", "partner", "sdg")


@frozen(kw_only=True)
class Facets:
    """The facets of each activity of a plan; `of` gives them."""

    plan: Plan
    language: str
    names: shape.Names
    months: Mapping[tuple[int, int], tuple[int, ...]] = field(init=False)
    kinds: Mapping[tuple[int, int], str] = field(init=False)
    orders: Mapping[str, tuple[str, ...]] = field(init=False)

    @months.default
    def _months(self) -> dict[tuple[int, int], tuple[int, ...]]:
        """The calendar months of each activity and its parts, by its place in the plan."""
        year = year_of(self.plan, self.language)
        places: dict[tuple[int, int], set[int]] = {}
        for entry in year.entries:
            places.setdefault((entry.area, entry.activity), set()).update(
                n for mark in entry.marks for n in mark.months
            )
        return {key: tuple(year.month(n) for n in sorted(found)) for key, found in places.items()}

    @kinds.default
    def _kinds(self) -> dict[tuple[int, int], str]:
        """What each activity is that has no month: recurring, ongoing or undated."""
        entries = year_of(self.plan, self.language).ongoing
        return {(entry.area, entry.activity): entry.kind for entry in entries}

    @orders.default
    def _orders(self) -> dict[str, tuple[str, ...]]:
        """Every value there is of each facet, in the order of a list to pick from."""
        found: dict[str, dict[str, None]] = {key: {} for key in _KEYS}
        for n, area in enumerate(self.plan.areas):
            for m, activity in enumerate(area.activities):
                for key, values in self.values(n, m, area, activity).items():
                    found[key].update(dict.fromkeys(values))
        first = self.plan.period.start.month if self.plan.period else 1
        year = [month((first - 1 + n) % 12 + 1, self.language) for n in range(12)]
        others = (words(key, self.language) for key in ("facet.recurring", "facet.ongoing", "facet.undated"))
        months = [each for each in (*year, *others) if each in found["month"]]
        made = {key: tuple(sorted(values, key=swedish_key)) for key, values in found.items()}
        return {**made, "area": tuple(found["area"]), "month": tuple(months)}

    def of(self, n: int, m: int) -> tuple[Facet, ...]:
        """The facets of activity `m` of area `n`; those that no activity of the plan has are left out."""
        area = self.plan.areas[n]
        values = self.values(n, m, area, area.activities[m])
        return tuple(
            Facet(title=words(f"facet.{key}", self.language), values=values[key], order=self.orders[key])
            for key in _KEYS
            if self.orders[key]
        )

    def values(self, n: int, m: int, area: Area, activity: Activity) -> dict[str, tuple[str, ...]]:
        """The values of one activity with its parts. Who is responsible for the area is so for what names nobody."""
        all_of_it = (activity, *activity.activities)
        months = tuple(month(each, self.language) for each in self.months[n, m])
        return {
            "area": (area.name,),
            "month": months or (words(f"facet.{self.kinds[n, m]}", self.language),),
            "responsible": _once(name for each in all_of_it for name in each.responsible) or area.responsible,
            "target-group": self.named("target_groups", (each.target_groups for each in all_of_it)),
            "partner": self.named("partners", (each.partners for each in all_of_it)),
            "sdg": _once(
                write_sdg(code.partition(".")[0], self.language)
                for codes in (*(each.sdg for each in all_of_it), area.sdg)
                for code in codes
            ),
        }

    def named(self, key: str, found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
        return _once(self.names.write(key, ident) for idents in found for ident in idents)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
