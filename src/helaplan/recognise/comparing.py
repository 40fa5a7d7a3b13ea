"""Two plans whose items are paired, to the changes between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from helaplan.findings import Path
from helaplan.model import Plan
from helaplan.model.fields import key_of, spec_of
from helaplan.model.specs import Items, Nested
from helaplan.recognise.changes import Change, Changes
from helaplan.recognise.matching import Item, Matching
from helaplan.registers.notation import shape
from helaplan.registers.personal import mask

_LONGEST = 80
#: Fields of the plan that are no values of its own: told item by item, or not at all.
_NOT_TOLD = ("helaplan", "kind", "id", "questions", "extensions")


def compare(
    plan: Plan, known: Plan, matching: Matching, path_of: Callable[[Item], Path | None], kept: frozenset[str]
) -> Changes:
    """What is different in `plan`.

    `matching` pairs the items of the plan as it was read, `path_of` says where such an item stands in `plan`
    (None where it was not taken), and `kept` are ids that stand in `plan` because of the known one.
    """
    made: list[Change] = []
    fields = tuple(_plan_fields(plan, known))
    if fields:
        made.append(Change(kind="changed", what="plan", id=plan.id, path=(), words=_short(plan.title), fields=fields))
    moved = _moved(matching)
    placed = [(path, item) for item in matching.fresh if (path := path_of(item)) is not None]
    for path, item in sorted(placed, key=lambda pair: _order(pair[0])):
        made += _of_item(item, value_at(plan, path), path, matching.known_of(item), item in moved)
    for item in matching.known:
        if matching.fresh_of(item) is None and item.id not in kept:
            made.append(Change(kind="removed", what=item.kind, id=item.id, path=item.path, words=_short(item.words)))
    return Changes(made)


def _order(path: Path) -> tuple[tuple[str, int], ...]:
    return tuple((each, 0) if isinstance(each, str) else ("", each) for each in path)


def value_at(plan: Plan, path: Path) -> Any:
    """What stands at a path of a plan, None where nothing does."""
    value: Any = plan
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            value = getattr(value, step, None)
    return value


def _of_item(item: Item, value: Any, path: Path, known: Item | None, moved: bool) -> Iterator[Change]:
    words = str(getattr(value, shape.words_field(type(value))))

    def change(kind: str, **more: Any) -> Change:
        return Change(kind=kind, what=item.kind, id=value.id, path=path, words=_short(words), **more)

    if known is None:
        yield change("added")
        return
    if moved:
        yield change("moved")
    if words != known.words:
        yield change("reworded", before=_short(known.words))
    fields = tuple(_differing(value, known.value))
    if fields:
        yield change("changed", fields=fields)


def _differing(value: Any, known: Any) -> Iterator[str]:
    """The keys of the values beside the words that differ; items below are told by themselves."""
    words = shape.words_field(type(value))
    for attribute in attrs.fields(type(value)):
        if attribute.name in ("id", words, "after") or _holds_items(attribute):
            continue
        if getattr(value, attribute.name) != getattr(known, attribute.name, None):
            yield key_of(attribute)


def _holds_items(attribute: attrs.Attribute[Any]) -> bool:
    spec = spec_of(attribute)
    return isinstance(spec, Items) and isinstance(spec.item, Nested) and hasattr(spec.item.cls, "id")


def _plan_fields(plan: Plan, known: Plan) -> Iterator[str]:
    attributes: tuple[attrs.Attribute[Any], ...] = attrs.fields(Plan)
    for attribute in attributes:
        if attribute.name in _NOT_TOLD or _holds_items(attribute):
            continue
        if getattr(plan, attribute.name) != getattr(known, attribute.name):
            yield key_of(attribute)


def _moved(matching: Matching) -> set[Item]:
    """Items below another item than before, or at another place among those that are known and stay in order."""
    moved: set[Item] = set()
    rows: dict[tuple[int, object], list[Item]] = defaultdict(list)
    for item in matching.fresh:
        known = matching.known_of(item)
        if known is None:
            continue
        if not _same_place(matching, item, known):
            moved.add(item)
        elif item.kind not in ("partner", "section"):
            # The order of partners says nothing, and where a section stands is said by its `after`.
            rows[id(item.parent), item.path[-2]].append(item)
    for row in rows.values():
        places = [known.place for item in row if (known := matching.known_of(item)) is not None]
        stay = _longest_rising(places)
        moved |= {item for n, item in enumerate(row) if n not in stay}
    return moved


def _same_place(matching: Matching, item: Item, known: Item) -> bool:
    if item.kind == "section":
        return True
    return matching.same_parent(item, known)


def _longest_rising(numbers: list[int]) -> set[int]:
    """The places of the longest rising row among numbers: what stayed in order while the others moved."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        n = bisect_left(ends, number)
        before.append(at[n - 1] if n else -1)
        if n == len(ends):
            ends.append(number)
            at.append(place)
        else:
            ends[n], at[n] = number, place
    made: set[int] = set()
    place = at[-1] if at else -1
    while place >= 0:
        made.add(place)
        place = before[place]
    return made


def _short(words: str) -> str:
    """Words as they may be shown: in one line, without personal data, cut after a whole word."""
    line = mask(" ".join(words.split()))
    if len(line) <= _LONGEST:
        return line
    cut = line[: _LONGEST - 2].rpartition(" ")[0] or line[: _LONGEST - 2]
    return f"{cut} …"
