"""The small values of a plan: who, when, how much."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from attrs import field, frozen

from helaplan.model import fields as f
from helaplan.values import Value

#: Codes are text: a county is `18`, a municipality `0117`.
COUNTY_PATTERN = r"^[0-9]{2}$"
MUNICIPALITY_PATTERN = r"^[0-9]{4}$"
#: A goal (`11`) or a target (`17.10`, `6.a`) of Agenda 2030.
SDG_PATTERN = r"^[1-9][0-9]?(\.([1-9][0-9]?|[a-h]))?$"

LEVELS = ("national", "interregional", "county", "district", "municipal", "local", "european")
STATES = ("draft", "proposed", "adopted", "revised")
SEASONS = ("winter", "spring", "summer", "autumn")
INTERVALS = ("day", "week", "month", "quarter", "half-year", "year")
SCHEDULE_KINDS = (
    "date",
    "before",
    "period",
    "month",
    "months",
    "week",
    "quarter",
    "season",
    "year",
    "recurring",
    "event",
    "ongoing",
    "unknown",
)
SOURCES = ("own", "national", "county", "municipality", "statutes", "partner", "european")
PARTNER_KINDS = (
    "association",
    "network",
    "municipality",
    "region",
    "state",
    "company",
    "school",
    "church",
    "fund",
    "national-body",
    "other",
)
PROGRESS = ("planned", "ongoing", "done", "postponed", "cancelled")


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Organisation(Value):
    """Who owns the plan.

    `name` may be empty only where an importer did not find it (a finding of its own). `county` and `municipality`
    are Statistics Sweden's codes as text. `jointly_with` names other owners of the same plan.
    """

    name: str = field(metadata=f.line(blank=True))
    level: str = field(default="", metadata=f.choice(*LEVELS))
    county: str = field(default="", metadata=f.line(pattern=COUNTY_PATTERN, code="bad-county-code"))
    municipality: str = field(default="", metadata=f.line(pattern=MUNICIPALITY_PATTERN, code="bad-municipality-code"))
    parent: str = field(default="", metadata=f.line())
    jointly_with: tuple[str, ...] = field(default=(), metadata=f.lines())
    website: str = field(default="", metadata=f.line(pattern=r"^https?://[^\s]+$", code="bad-address"))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Period(Value):
    """The time the plan is for, both days counted. A broken or longer year is as good as a calendar year."""

    start: dt.date = field(metadata=f.date())
    end: dt.date = field(metadata=f.date())
    label: str = field(default="", metadata=f.line())


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Status(Value):
    """How far the plan has come, who decided, when and where; `words` as printed ("Antagen vid årsmötet …")."""

    state: str = field(metadata=f.choice(*STATES))
    by: str = field(default="", metadata=f.line())
    date: dt.date | None = field(default=None, metadata=f.date())
    place: str = field(default="", metadata=f.line())
    words: str = field(default="", metadata=f.line())


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Statement(Value):
    """Something the organisation stands for: text, or a list of items, or both. `source` tells whose words they are."""

    text: str = field(default="", metadata=f.prose())
    items: tuple[str, ...] = field(default=(), metadata=f.lines())
    source: str = field(default="", metadata=f.choice(*SOURCES))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Target(Value):
    """A number to reach: at least, at most, exactly, or from–to (the first two together).

    `start` (key `from`) is the value at the beginning ("från 88 till 110"), `by` the day it is due, `per` what it is
    counted for (year, municipality …), `words` what people wrote.
    """

    at_least: float | None = field(default=None, metadata=f.number())
    at_most: float | None = field(default=None, metadata=f.number())
    exactly: float | None = field(default=None, metadata=f.number())
    start: float | None = field(default=None, metadata=f.number(key="from"))
    unit: str = field(default="", metadata=f.line())
    per: str = field(default="", metadata=f.line())
    by: dt.date | None = field(default=None, metadata=f.date())
    words: str = field(default="", metadata=f.line())


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Indicator(Value):
    """What is measured for a goal: unit, value at the beginning, values to reach."""

    id: str = field(default="", metadata=f.identifier())
    text: str = field(metadata=f.prose())
    number: str = field(default="", metadata=f.line())
    unit: str = field(default="", metadata=f.line())
    baseline: float | None = field(default=None, metadata=f.number())
    targets: tuple[Target, ...] = field(default=(), metadata=f.items(Target))


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Schedule(Value):
    """When something happens. `kind` says which of the other fields count; `words` is what people wrote.

    date: `date` · before: `date` or `event` · period: `start`, `end` · month, months: `months` (1 to 12) · week:
    `weeks` (ISO, 1 to 53) · quarter: `quarters` · season: `season` · year: `year` · recurring: `every`, and `times`
    in each such stretch · event: `event` · ongoing, unknown: nothing. `year` may stand beside months, weeks,
    quarters and season; without it the plan's period decides.
    """

    kind: str = field(metadata=f.choice(*SCHEDULE_KINDS))
    date: dt.date | None = field(default=None, metadata=f.date())
    start: dt.date | None = field(default=None, metadata=f.date())
    end: dt.date | None = field(default=None, metadata=f.date())
    months: tuple[int, ...] = field(default=(), metadata=f.integers(1, 12))
    weeks: tuple[int, ...] = field(default=(), metadata=f.integers(1, 53))
    quarters: tuple[int, ...] = field(default=(), metadata=f.integers(1, 4))
    season: str = field(default="", metadata=f.choice(*SEASONS))
    year: int | None = field(default=None, metadata=f.integer(1900, 2200))
    every: str = field(default="", metadata=f.choice(*INTERVALS))
    times: int | None = field(default=None, metadata=f.integer(1, 1000))
    event: str = field(default="", metadata=f.line())
    words: str = field(metadata=f.line())


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Budget(Value):
    """Money for an activity or area: an exact amount, its currency, and the words ("högst 5 000 kr")."""

    amount: Decimal = field(metadata=f.amount())
    currency: str = field(default="SEK", metadata=f.line(pattern=r"^[A-Z]{3}$", code="bad-currency"))
    words: str = field(default="", metadata=f.line())


@frozen(kw_only=True, eq=False, repr=False, field_transformer=f.with_specs)
class Partner(Value):
    """Somebody the branch works with; activities name partners by id."""

    id: str = field(default="", metadata=f.identifier())
    name: str = field(metadata=f.line())
    kind: str = field(default="", metadata=f.choice(*PARTNER_KINDS))
    website: str = field(default="", metadata=f.line(pattern=r"^https?://[^\s]+$", code="bad-address"))
