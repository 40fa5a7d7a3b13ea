"""Which item of a plan that was read is which item of the plan that is known.

First what the document itself carries (ids), then the same words, then words that are like each other. All pairs of
like words are weighed together and the best ones taken first, so that no item takes another's partner because it
comes earlier.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

import attrs
from attrs import define, field, frozen

from helaplan.findings import Path
from helaplan.model import Area, Plan, Section
from helaplan.model.fields import key_of
from helaplan.registers.notation import shape
from helaplan.registers.words import STOP_WORDS

#: From this likeness on two items are the same; from the lower one on a person is asked.
SAME, PERHAPS = 0.6, 0.45
#: A partner is another one as soon as one word of its name is.
SAME_NAME = 0.9
#: What items beside each other in both plans have in common counts only where their words have something, too.
_ALIKE = 0.3
#: Endings change with the sentence; the beginning of a word stays.
_STEM = 6
#: An item is weighed against so many others at most, those that share most words with it.
_CANDIDATES = 15
#: Of the items with a very common word so many before and behind are looked at.
_AROUND = 100
_WORD = re.compile(r"\w+")


def tokens(text: str) -> list[str]:
    """The words of a text, without capitals and signs."""
    return _WORD.findall(text.casefold())


def stems(text: str) -> list[str]:
    """The beginnings of the words that say something, in order."""
    words = tokens(text)
    return [word[:_STEM] for word in words if word not in STOP_WORDS] or words


@define(eq=False, kw_only=True)
class Item:
    """Something in a plan that has an id. `kind` is its role; an activity and a part of one are of one kind."""

    value: Any
    path: Path
    kind: str
    parent: Item | None
    place: int
    plain: str = field(init=False)
    stems: list[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        words = self.words
        self.plain = " ".join(tokens(words)) or words
        self.stems = stems(words)

    @property
    def words(self) -> str:
        """What it says: its text, name or heading."""
        return str(getattr(self.value, shape.words_field(type(self.value))))

    @property
    def id(self) -> str:
        """Its id, "" where it has none."""
        return str(self.value.id)


_KINDS = {**shape.ROLE_OF, Area: "area", Section: "section"}


def items_of(plan: Plan) -> list[Item]:
    """Every item of a plan in the order of the file, with those below it."""
    return [*_items(plan, (), None)]


def ids_of(plan: Plan) -> set[str]:
    """The ids of all items of a plan."""
    return {each.id for each in items_of(plan) if each.id}


def _items(owner: Any, path: Path, parent: Item | None) -> Iterator[Item]:
    for attribute in attrs.fields(type(owner)):
        held = getattr(owner, attribute.name)
        if not isinstance(held, tuple):
            continue
        for place, each in enumerate(held):
            kind = _KINDS.get(type(each))
            if kind is None:
                continue
            kind = "activity" if kind == "sub-activity" else kind
            item = Item(value=each, path=(*path, key_of(attribute), place), kind=kind, parent=parent, place=place)
            yield item
            yield from _items(each, item.path, item)


@frozen
class Doubt:
    """Two items that may be the same: nobody knows until a person has said so."""

    fresh: Item
    known: Item


@define(eq=False, kw_only=True)
class Matching:
    """Pairs of items, and what is in doubt. Made by `match`."""

    fresh: list[Item]
    known: list[Item]
    doubts: list[Doubt] = field(factory=list)
    _known_of: dict[int, Item] = field(factory=dict)
    _fresh_of: dict[int, Item] = field(factory=dict)

    def known_of(self, fresh: Item | None) -> Item | None:
        """The known item that this one is."""
        return self._known_of.get(id(fresh))

    def fresh_of(self, known: Item | None) -> Item | None:
        """The item that a known one is now."""
        return self._fresh_of.get(id(known))

    def pair(self, fresh: Item, known: Item) -> None:
        """Say that two items are one."""
        self._known_of[id(fresh)] = known
        self._fresh_of[id(known)] = fresh

    def open_fresh(self, kind: str) -> list[Item]:
        """Items of a kind that nothing is known of yet."""
        return [each for each in self.fresh if each.kind == kind and id(each) not in self._known_of]

    def open_known(self, kind: str) -> list[Item]:
        """Known items of a kind that were not found yet."""
        return [each for each in self.known if each.kind == kind and id(each) not in self._fresh_of]

    def same_parent(self, fresh: Item, known: Item) -> bool:
        """Whether both hang below the same item, or both below none."""
        if fresh.parent is None or known.parent is None:
            return fresh.parent is known.parent
        return self.known_of(fresh.parent) is known.parent


def match(
    fresh: Plan, known: Plan, *, carried: frozenset[str] = frozenset(), said: frozenset[tuple[str, str]] = frozenset()
) -> Matching:
    """Pair the items of two plans.

    `carried` are the ids that the document itself has. `said` holds pairs that a person confirmed, as id in the fresh
    plan and id in the known one.
    """
    made = Matching(fresh=items_of(fresh), known=items_of(known))
    _by_id(made, carried, said)
    for kind in ("area", "section", "partner", "target-group", "goal", "indicator", "activity"):
        _by_words(made, kind, beside=True)
        _by_words(made, kind, beside=False)
    _areas_by_content(made)
    for kind in ("area", "section", "partner", "target-group", "goal", "indicator", "activity"):
        _by_likeness(made, kind)
    return made


def _by_id(made: Matching, carried: frozenset[str], said: frozenset[tuple[str, str]]) -> None:
    by_id = {(each.kind, each.id): each for each in made.known if each.id}
    confirmed = dict(said)
    for each in made.fresh:
        wanted = each.id if each.id in carried else confirmed.get(each.id, "")
        known = by_id.get((each.kind, wanted)) if wanted else None
        if known is not None and made.fresh_of(known) is None:
            made.pair(each, known)


def _by_words(made: Matching, kind: str, *, beside: bool) -> None:
    """Pair items with the same words; with `beside` only below the same parent. The first takes the first."""
    waiting: dict[str, deque[Item]] = defaultdict(deque)
    for known in made.open_known(kind):
        waiting[known.plain].append(known)
    for each in made.open_fresh(kind):
        found = waiting.get(each.plain)
        if not found:
            continue
        if beside:
            near = next((known for known in found if made.same_parent(each, known)), None)
            if near is None:
                continue
            found.remove(near)
            made.pair(each, near)
        else:
            made.pair(each, found.popleft())


def _areas_by_content(made: Matching) -> None:
    """Pair areas whose names differ and most of whose goals and activities are the same."""
    below: Counter[tuple[int, int]] = Counter()
    sizes: Counter[int] = Counter()
    for plan in (made.fresh, made.known):
        sizes.update(id(each.parent) for each in plan if each.parent is not None and each.parent.kind == "area")
    for each in made.fresh:
        known = made.known_of(each)
        if each.parent is not None and known is not None and known.parent is not None:
            below[id(each.parent), id(known.parent)] += 1
    pairs = [
        (below[id(a), id(b)] / max(sizes[id(a)], sizes[id(b)]), a, b)
        for a in made.open_fresh("area")
        for b in made.open_known("area")
        if below[id(a), id(b)]
    ]
    _take(made, [pair for pair in pairs if pair[0] > 0.5])


def _by_likeness(made: Matching, kind: str) -> None:
    """Pair items whose words are like each other, the likest first; the doubtful ones are noted."""
    fresh, known = made.open_fresh(kind), made.open_known(kind)
    if not fresh or not known:
        return
    beside = _neighbours(made)
    pairs = []
    for each, other, base in _alike(fresh, known):
        score = base
        if base >= _ALIKE and kind not in ("partner", "section", "area"):
            score += 0.08 * made.same_parent(each, other) + beside(each, other)
        pairs.append((score, each, other))
    least = SAME_NAME if kind == "partner" else SAME
    _take(made, [pair for pair in pairs if pair[0] >= least])
    if kind == "partner":
        return
    doubted: set[int] = set()
    for score, each, other in _sorted(pairs):
        free = made.known_of(each) is None and made.fresh_of(other) is None
        if score >= PERHAPS and free and not {id(each), id(other)} & doubted:
            doubted |= {id(each), id(other)}
            made.doubts.append(Doubt(each, other))


def _alike(fresh: Sequence[Item], known: Sequence[Item]) -> Iterator[tuple[Item, Item, float]]:
    """Pairs that share a word, with how like their words are (0 to 1)."""
    where: dict[str, list[int]] = defaultdict(list)
    for n, other in enumerate(known):
        for stem in dict.fromkeys(other.stems):
            where[stem].append(n)
    for each in fresh:
        shared: Counter[int] = Counter()
        for stem in dict.fromkeys(each.stems):
            shared.update(_near(where.get(stem, []), each.place))
        for n, common in shared.most_common(_CANDIDATES):
            # At most so like are they, in whatever order the words stand; weighing them costs more.
            if common >= _ALIKE * min(len(each.stems), len(known[n].stems)):
                yield each, known[n], likeness(each.stems, known[n].stems)


def _near(places: list[int], place: int) -> list[int]:
    """The places of a word; of one that stands in hundreds of items those about the same place."""
    if len(places) <= 2 * _AROUND:
        return places
    middle = bisect_left(places, place)
    return places[max(0, middle - _AROUND) : middle + _AROUND]


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How like two texts are, by their stems: 1 for the same words in the same order, 0 for none in common.

    A text that is the other one with words added or left out is nearly the same.
    """
    one, other = one[:200], other[:200]
    if not one or not other:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    within = common / min(len(one), len(other)) if min(len(one), len(other)) >= 3 else 0.0
    return max(2 * common / (len(one) + len(other)), 0.8 * within)


def _neighbours(made: Matching) -> Any:
    """How much it says that the items before and after two items are the same: 0, 0.05 or 0.1."""
    around: dict[int, tuple[Item | None, Item | None]] = {}
    for plan in (made.fresh, made.known):
        rows: dict[tuple[int, object], list[Item]] = defaultdict(list)
        for each in plan:
            rows[id(each.parent), each.path[-2]].append(each)
        for row in rows.values():
            for n, each in enumerate(row):
                around[id(each)] = (row[n - 1] if n else None, row[n + 1] if n + 1 < len(row) else None)

    def count(fresh: Item, known: Item) -> float:
        pairs = zip(around[id(fresh)], around[id(known)], strict=True)
        return sum(0.05 for a, b in pairs if a is not None and b is not None and made.known_of(a) is b)

    return count


def _sorted(pairs: list[tuple[float, Item, Item]]) -> list[tuple[float, Item, Item]]:
    """The best first; of equal ones those that stand at more nearly the same place, then the earlier."""
    order = {id(each): n for n, (_, a, b) in enumerate(pairs) for each in (a, b)}
    return sorted(pairs, key=lambda pair: (-pair[0], abs(pair[1].place - pair[2].place), order[id(pair[1])]))


def _take(made: Matching, pairs: list[tuple[float, Item, Item]]) -> None:
    for _, each, other in _sorted(pairs):
        if made.known_of(each) is None and made.fresh_of(other) is None:
            made.pair(each, other)
