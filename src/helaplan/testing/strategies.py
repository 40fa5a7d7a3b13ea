"""Hypothesis strategies for plans and documents, for the tests of helaplan and of plugins. Needs `hypothesis`.

`values_of` is driven by the field specs of a model class, so a new field, or a plugin's own class, is covered the
day it is written: it gives all that the schema accepts. `plans` adds what the rules ask: ids unique in the whole
plan, references that lead somewhere, schedules and targets that say one thing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from helaplan.model import Area, Period, Plan, Schedule, Statement, Target
from helaplan.model import specs as s
from helaplan.model.fields import is_required, key_of, spec_of
from helaplan.model.normal import clean_line
from helaplan.model.walk import walk
from helaplan.testing.documents import documents
from helaplan.testing.words import CHARACTERS, HOSTILE, ids, lines_of_text, prose

__all__ = ["HOSTILE", "areas", "documents", "ids", "lines_of_text", "plans", "prose", "texts_of", "values_of"]

T = TypeVar("T")


def _matching(spec: s.Line) -> SearchStrategy[str]:
    """Texts that match the pattern of a spec and stay so in normal form."""
    pattern = re.sub(r"\$$", r"\\Z", spec.pattern)

    def fits(value: str) -> bool:
        return re.search(pattern, value, re.ASCII) is not None and (
            not spec.max_length or len(value) <= spec.max_length
        )

    return st.from_regex(re.compile(pattern, re.ASCII), alphabet=CHARACTERS).map(clean_line).filter(fits)


def _line(spec: s.Line) -> SearchStrategy[str]:
    if spec.pattern == s.ID_PATTERN:
        return ids()
    if spec.pattern:
        return _matching(spec)
    return st.just("") | lines_of_text() if spec.blank else lines_of_text()


def _amount(_: s.Amount) -> SearchStrategy[Decimal]:
    ore = st.text("0123456789", min_size=1, max_size=2).map(lambda digits: "." + digits)
    whole = st.one_of(st.integers(0, 100_000), st.integers(0, 10**15 - 1))
    return st.builds(lambda a, b: Decimal(f"{a}{b}"), whole, st.just("") | ore)


def _number(_: s.Number) -> SearchStrategy[float]:
    limit = s.NUMBER_LIMIT - 1
    whole = st.integers(-limit, limit) | st.integers(0, 200)
    broken = st.builds(
        lambda digits, places: float(f"{digits}e-{places}"), st.integers(-limit, limit), st.integers(1, 6)
    )
    return whole | broken


def _items(spec: s.Items) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(_value(spec.item), min_size=1, max_size=2).map(tuple)


def _open(_: s.OpenMapping) -> SearchStrategy[dict[str, Any]]:
    leaf = st.one_of(st.booleans(), st.integers(-(10**6), 10**6), lines_of_text())
    value = st.recursive(
        leaf, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(ids(), inner, max_size=2), max_leaves=4
    )
    return st.dictionaries(ids().map("x-{}".format), value, min_size=1, max_size=2)


_BY_SPEC: dict[type[s.Spec], Callable[[Any], SearchStrategy[Any]]] = {
    s.Line: _line,
    s.Prose: lambda _: prose(),
    s.Date: lambda _: st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31)) | st.dates(),
    s.Amount: _amount,
    s.Number: _number,
    s.Integer: lambda spec: st.integers(spec.low, spec.high),
    s.FormatVersion: lambda spec: st.just(spec.value),
    s.Kind: lambda spec: st.just(spec.value),
    s.Choice: lambda spec: st.sampled_from(spec.choices),
    s.Items: _items,
    s.Nested: lambda spec: values_of(spec.cls),
    s.OpenMapping: _open,
}


def _value(spec: s.Spec) -> SearchStrategy[Any]:
    for cls in type(spec).__mro__:
        if cls in _BY_SPEC:
            return _BY_SPEC[cls](spec)
    raise TypeError(f"no strategy for a {type(spec).__name__}")


@cache
def _field_values(cls: type) -> SearchStrategy[dict[str, Any]]:
    required: dict[str, SearchStrategy[Any]] = {}
    optional: dict[str, SearchStrategy[Any]] = {}
    for attribute in attrs.fields(cls):
        target = required if is_required(attribute) else optional
        target[attribute.name] = _value(spec_of(attribute))
    return st.fixed_dictionaries(required, optional=optional)


# Composites draw from strategies that are made inside them: Hypothesis prints a strategy with all its arguments where
# it reports, and warns of the 40 kB that a plan's would be.
@st.composite
def _objects(draw: st.DrawFn, cls: type[T]) -> T:
    values = draw(_field_values(cls))  # type: ignore[arg-type]  # a class is hashable; mypy doubts it of type[T]
    return cls(**values)


def values_of(cls: type[T]) -> SearchStrategy[T]:
    """Objects of a model class (or a plugin's, built with the same field helpers): all that its schema accepts.

    Each optional field is there or not. Ids may clash and references lead nowhere: `plans` mends that.
    """
    return _objects(cls)


def plans(**overrides: SearchStrategy[Any]) -> SearchStrategy[Plan]:
    """Plans that the rules have nothing against, with hostile words; a field's strategy may be given by name.

    Some items have no id. The references of an activity name partners, goals and target groups of the plan.
    """
    return _plans(overrides)


@st.composite
def _plans(draw: st.DrawFn, overrides: dict[str, SearchStrategy[Any]]) -> Plan:
    given = {name: draw(strategy) for name, strategy in overrides.items()}
    return _sound(attrs.evolve(draw(values_of(Plan)), **given))


def _sound(plan: Plan) -> Plan:
    known: dict[str, list[str]] = {}
    plan = _mend(plan, "", set(), known)
    plan = _link(plan, known)
    places = [*(key for key in _PLACES if getattr(plan, key)), "title", *(area.id for area in plan.areas if area.id)]
    sections = []
    for n, each in enumerate(plan.sections):
        sections.append(attrs.evolve(each, after=places[(len(each.after) + n) % len(places)] if each.after else ""))
        places += [each.id] if each.id else []
    return attrs.evolve(plan, sections=tuple(sections))


_PLACES = ("visions", "values", "mission", "purposes", "goals", "target_groups", "areas", "partners")


def _mend(value: Any, key: str, taken: set[str], known: dict[str, list[str]]) -> Any:
    """The object with ids of its own and sound parts. `known` gathers the ids by the key of their list."""
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(value)):
        spec, held = spec_of(attribute), getattr(value, attribute.name)
        if isinstance(spec, s.Nested) and held is not None:
            changes[attribute.name] = _mend(held, key_of(attribute), taken, known)
        elif isinstance(spec, s.Items) and isinstance(spec.item, s.Nested):
            changes[attribute.name] = tuple(_mend(each, key_of(attribute), taken, known) for each in held)
        elif attribute.name == "id" and held:
            changes["id"] = _fresh(held, taken)
            known.setdefault(key, []).append(changes["id"])
    return _fit(attrs.evolve(value, **changes))


def _fresh(wanted: str, taken: set[str]) -> str:
    made, n = wanted, 1
    while made in taken:
        n += 1
        made = f"{wanted}-{n}"
    taken.add(made)
    return made


def _link(value: Any, known: dict[str, list[str]]) -> Any:
    """The object with every reference naming an id that stands in the list of the same key."""
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(type(value)):
        spec, held = spec_of(attribute), getattr(value, attribute.name)
        if not isinstance(spec, s.Items):
            continue
        if isinstance(spec.item, s.Nested):
            changes[attribute.name] = tuple(_link(each, known) for each in held)
        elif isinstance(spec.item, s.Line) and spec.item.pattern == s.ID_PATTERN:
            possible = known.get(key_of(attribute), [])
            chosen = (possible[sum(map(ord, each)) % len(possible)] for each in held) if possible else ()
            changes[attribute.name] = tuple(dict.fromkeys(chosen))
    return attrs.evolve(value, **changes)


def _fit(value: Any) -> Any:
    """The value without what contradicts the rest of it."""
    for cls, fit in _FITS.items():
        if isinstance(value, cls):
            return fit(value)
    return value


def _fit_period(value: Period) -> Period:
    return attrs.evolve(value, start=min(value.start, value.end), end=max(value.start, value.end))


def _fit_statement(value: Statement) -> Statement:
    return value if value.text or value.items else attrs.evolve(value, text="Hela Sverige ska leva!")


def _fit_target(value: Target) -> Target:
    if value.exactly is not None:
        return attrs.evolve(value, at_least=None, at_most=None)
    if value.at_least is not None and value.at_most is not None:
        low, high = sorted((value.at_least, value.at_most))
        return attrs.evolve(value, at_least=low, at_most=high)
    if value.at_least is None and value.at_most is None:
        return attrs.evolve(value, at_least=3)
    return value


#: Per kind of schedule the fields that count: what must be there, what may.
_SCHEDULE: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "date": ({"date": dt.date(2023, 3, 18)}, ()),
    "before": ({"event": "årsmötet"}, ()),
    "period": ({"start": dt.date(2023, 3, 1), "end": dt.date(2023, 6, 30)}, ()),
    "month": ({"months": (3,)}, ("year",)),
    "months": ({"months": (3, 6, 10)}, ("year",)),
    "week": ({"weeks": (12,)}, ("year",)),
    "quarter": ({"quarters": (2,)}, ("year",)),
    "season": ({"season": "spring"}, ("year",)),
    "year": ({"year": 2023}, ()),
    "recurring": ({"every": "year"}, ("times",)),
    "event": ({"event": "årsmötet"}, ()),
    "ongoing": ({}, ()),
    "unknown": ({}, ()),
}


def _fit_schedule(value: Schedule) -> Schedule:
    must, may = _SCHEDULE[value.kind]
    if value.kind == "before" and value.date is not None:
        must = {"date": value.date}
    changes: dict[str, Any] = {}
    for attribute in attrs.fields(Schedule):
        if attribute.name in ("kind", "words"):
            continue
        held = getattr(value, attribute.name)
        if attribute.name in must:
            changes[attribute.name] = held or must[attribute.name]
        elif attribute.name not in may:
            changes[attribute.name] = attribute.default
    for name in ("months", "weeks", "quarters"):
        held = tuple(sorted(set(changes.get(name) or ())))
        changes[name] = held[:1] if value.kind == "month" else held
    if value.kind == "period":
        changes["start"], changes["end"] = sorted((changes["start"], changes["end"]))
    return attrs.evolve(value, **changes)


_FITS: dict[type, Callable[[Any], Any]] = {
    Period: _fit_period,
    Statement: _fit_statement,
    Target: _fit_target,
    Schedule: _fit_schedule,
}


def areas() -> SearchStrategy[tuple[Area, ...]]:
    """One or two areas, for `plans(areas=areas())`: plans that surely have some."""
    return st.lists(values_of(Area), min_size=1, max_size=2).map(tuple)


def texts_of(value: Any) -> Iterator[str]:
    """Every text below a value of a plan, in file order: for laws such as "no word is lost"."""
    return (seen.value for seen in walk(value) if isinstance(seen.value, str))
