"""Questions of a plan that was read beside a known one: which are still open, which are new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from helaplan.findings import Path, pointer
from helaplan.model import Plan, Question
from helaplan.recognise.matching import Item, Matching, ids_of
from helaplan.recognise.receipt import Doubt
from helaplan.registers.notation import shape
from helaplan.text.labels import base_language
from helaplan.text.questions import question

#: Keys of the plan whose doubts the known plan has answered where it says the same.
_HEAD = ("title", "organisation", "period", "status", "language")


def is_settled(matching: Matching, item: Item) -> bool:
    """Whether an item stands in the known plan in the same words, so that somebody has looked at what it means."""
    known = matching.known_of(item)
    return known is not None and known.plain == item.plain


@frozen(kw_only=True)
class Asking:
    """The joined plan and the two it was made of. `ids` and `id_of` give the joined plan's ids, `path_of` its paths.

    `time_settled`: the known plan answers what the document leaves open of the plan's time.
    """

    plan: Plan
    known: Plan
    fresh: Plan
    matching: Matching
    whole: bool
    time_settled: bool
    ids: Mapping[str, str]
    id_of: Callable[[Item], str]
    path_of: Callable[[Item], Path]

    def still_open(self) -> Iterator[Question]:
        """The known questions, without those that were answered or whose item is gone."""
        for each in self.known.questions:
            now = self._now(each)
            if now is not None and (now.about not in _HEAD or self._says_the_same(now.about)):
                yield now

    def new(self) -> Iterator[Question]:
        """What the words of the document make one ask, and the known plan hasn't answered."""
        by_id = {each.id: each for each in self.matching.fresh if each.id}
        for each in self.fresh.questions:
            item = by_id.get(each.about)
            settled = item is not None and is_settled(self.matching, item)
            if not self.whole and (settled or (each.about in _HEAD and self._is_settled(each.about))):
                continue
            if item is None:
                yield evolve(each, about=self.ids.get(each.about) or each.about)
            else:
                yield evolve(each, about=self.id_of(item) or pointer(self.path_of(item)))

    def open(self, doubts: Iterable[Doubt]) -> Iterator[Doubt]:
        """The doubts of the document that the known plan doesn't answer."""
        by_id = {each.id: each for each in self.matching.fresh if each.id}
        for each in doubts:
            item = by_id.get(each.about)
            settled = is_settled(self.matching, item) if item is not None else self._is_settled(each.about)
            if not settled:
                yield each

    def doubted(self) -> Iterator[Question]:
        """Whether an item is a known one in other words."""
        for doubt in self.matching.doubts:
            if doubt.known.id:
                words = f"{shape.name_of(doubt.known.words)}” ({doubt.known.id}"
                asked = question("same-item", base_language(self.plan.language), words)
                yield Question(about=self.id_of(doubt.fresh), text=asked)

    def _is_settled(self, key: str) -> bool:
        """Whether the known plan answers what the document leaves open of a key of the plan."""
        if key == "period" and not self.whole:
            return self.time_settled
        return self._says_the_same(key)

    def _says_the_same(self, key: str) -> bool:
        return bool(getattr(self.plan, key, None) == getattr(self.known, key, None))

    def _now(self, known: Question) -> Question | None:
        """A known question with its way to the item as it is now; None where the item is gone."""
        about = known.about
        named = next((each for each in self.matching.known if each.id and each.id == about), None)
        if named is not None:
            return known if named.id in ids_of(self.plan) else None
        inner = [each for each in self.matching.known if f"{about}/".startswith(f"{pointer(each.path)}/")]
        if not inner:
            return known
        now = self.matching.fresh_of(inner[-1])
        if now is None:
            return None
        return evolve(known, about=pointer(self.path_of(now)) + about[len(pointer(inner[-1].path)) :])
