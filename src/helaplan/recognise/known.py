"""A plan that was read, joined with the plan that is known: its ids, and all that the document can't carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import define, evolve, field

from helaplan.findings import Path, pointer
from helaplan.model import Activity, Goal, Plan, Question, Section, Statement
from helaplan.model.fields import key_of, spec_of
from helaplan.recognise.another_year import has_old_title, is_other_time, old_days
from helaplan.recognise.asking import Asking, is_settled
from helaplan.recognise.comparing import compare
from helaplan.recognise.matching import Item, Matching, ids_of, match, tokens
from helaplan.recognise.merging import Texts, merge_values, running_text
from helaplan.recognise.receipt import Doubt, Placement, Proposal, Recognised, Use
from helaplan.recognise.references import references, without_lost
from helaplan.recognise.rereading import as_known, reread
from helaplan.recognise.times import Time, id_of_time, time_of
from helaplan.registers.notation import shape
from helaplan.registers.slug import unique
from helaplan.text.labels import base_language
from helaplan.text.questions import question


def with_known(
    made: Recognised, known: Plan, *, whole: bool, said: frozenset[tuple[str, str]] = frozenset(), year: bool = False
) -> Recognised:
    """What was recognised, with the known plan's ids and whatever the document can't carry, and the changes.

    `whole` says that the document prints every value (helaplan wrote it), so that what is missing was taken out.
    `said` are pairs of ids, in the plan that was read and in the known one, that a person said are the same item.
    `year` says that the time of the plan was given by the caller, so that it is no guess.
    """
    return _Joining(made=made, known=known, whole=whole, said=said, year=year).joined()


@define(eq=False, kw_only=True)
class _Joining:
    made: Recognised
    known: Plan
    whole: bool
    said: frozenset[tuple[str, str]]
    year: bool
    matching: Matching = field(init=False)
    time: Time = field(init=False)
    #: The id in the joined plan by the item's path in the plan that was read, and by its id there.
    id_at: dict[Path, str] = field(init=False, factory=dict)
    ids: dict[str, str] = field(init=False, factory=dict)
    names: dict[tuple[str, str], str] = field(init=False, factory=dict)
    dropped: set[Path] = field(init=False, factory=set)
    moved: dict[Path, Path] = field(init=False, factory=dict)
    asked: list[Question] = field(init=False, factory=list)
    #: Values that were read from words somebody changed.
    reread: list[Proposal] = field(init=False, factory=list)
    #: Ids of known items that the document doesn't show and that are kept.
    kept: frozenset[str] = frozenset()
    proposed: set[Path] = field(init=False)

    @proposed.default
    def _(self) -> set[Path]:
        return {each.path for each in self.made.receipt.proposals}

    @property
    def fresh(self) -> Plan:
        return self.made.plan

    def joined(self) -> Recognised:
        self.matching = match(self.fresh, self.known, carried=self.made.carried, said=self.said)
        self.time = time_of(self.made, self.known.period, whole=self.whole, year=self.year)
        head = self.head()
        plan_id = id_of_time(self.known.id, self.known.period, head.period)
        self.name_items(plan_id)
        self.learn_names()
        if self.rolled and self.is_document and has_old_title(head):
            self.ask("title", "title-of-another-year", head.title)
        plan = evolve(self.rebuilt(head), id=plan_id)
        plan, kept = self.with_partners(plan)
        plan = without_lost(self.in_order(plan), ids_of(self.known) - ids_of(plan))
        plan = evolve(plan, extensions={**self.known.extensions, **self.fresh.extensions})
        plan = evolve(plan, questions=self.questions(plan))
        doubts = [*self.asking(plan).open(self.made.doubts)]
        doubts += [Doubt("same-item", each.fresh.id, each.fresh.words, each.known.id, each.known.words)
                  for each in self.matching.doubts if each.known.id]  # fmt: skip
        changes = compare(plan, self.known, self.matching, lambda item: self.new_path(item.path), kept | self.kept)
        receipt = evolve(
            self.made.receipt,
            blocks=[self.placement(each) for each in self.made.receipt.blocks],
            proposals=[*self.proposals()],
            changes=changes,
        )
        return evolve(self.made, plan=plan, receipt=receipt, changes=changes, doubts=doubts)

    # ---- ids

    def name_items(self, plan_id: str) -> None:
        """Say which id each item will have. A known one is given to nothing else, also if its item is gone."""
        known_ids = {each.id for each in self.matching.known if each.id} | {self.known.id, plan_id}
        named = {each.id for each in self.matching.fresh if self.matching.known_of(each) is not None}
        referred = {ident for each in self.matching.fresh for ident in references(each.value)}
        taken = known_ids | (self.made.carried - named)
        for each in self.matching.fresh:
            known = self.matching.known_of(each)
            if known is not None:
                # An item that never had an id gets one only where something names it now.
                made = known.id or (self.fresh_id(each, taken) if each.id in referred else "")
            else:
                made = each.id if each.id in self.made.carried else self.fresh_id(each, taken)
            self.id_at[each.path] = made
            if each.id:
                self.ids[each.id] = made

    def fresh_id(self, item: Item, taken: set[str]) -> str:
        if not item.id:
            return ""
        made = unique(item.id, taken)
        taken.add(made)
        return made

    def new_id(self, item: Item) -> str:
        return self.id_at[item.path]

    def learn_names(self) -> None:
        for plan, new in ((self.known, False), (self.fresh, True)):
            for key, cls in shape.LISTS.items():
                for each in getattr(plan, key):
                    ident = self.ids.get(each.id, "") if new else each.id
                    self.names.setdefault((key, ident), str(getattr(each, shape.words_field(cls))))

    def name_of(self, key: str, ident: str) -> str:
        return self.names.get((key, ident), "")

    # ---- values

    @property
    def is_document(self) -> bool:
        """Whether people have written what was read; in data a program has changed what it meant to."""
        return bool(self.made.receipt.blocks)

    @property
    def rolled(self) -> bool:
        """Whether the plan is for another time than the known one."""
        return is_other_time(self.time.period, self.known.period)

    def head(self) -> Plan:
        """The plan with the known values of organisation, time and status where the document doesn't say any."""
        if self.whole:
            status = as_known(self.fresh.status, self.known.status)
            # That last year's plan was adopted says nothing of this one.
            copied = self.rolled and self.is_document and status == self.known.status
            return evolve(self.fresh, status=None if copied else status)
        fresh, known = self.fresh, self.known
        organisation = fresh.organisation
        guessed = any(each.about == "organisation" for each in fresh.questions)
        if not organisation.name or guessed or tokens(organisation.name) == tokens(known.organisation.name):
            name = organisation.name if organisation.name and not guessed else known.organisation.name
            organisation = evolve(known.organisation, name=name)
        period = self.time.period
        return evolve(
            fresh,
            organisation=organisation,
            period=period,
            status=fresh.status or (None if self.rolled else known.status),
            language=known.language if any(map(self.matching.known_of, self.matching.fresh)) else fresh.language,
            title=known.title if any(each.about == "title" for each in fresh.questions) else fresh.title,
            visions=self.statements("visions"),
            values=self.statements("values"),
            mission=self.statements("mission"),
            purposes=self.statements("purposes"),
        )

    def statements(self, key: str) -> tuple[Statement, ...]:
        """Statements with the known source, and the known items where the words are the same."""
        waiting: list[Statement] = list(getattr(self.known, key))
        made: list[Statement] = []
        for each in getattr(self.fresh, key):
            same = next((other for other in waiting if tokens(other.text) == tokens(each.text)), None)
            if same is None and len(getattr(self.fresh, key)) == len(getattr(self.known, key)) == 1:
                each = evolve(each, source=each.source or waiting[0].source)
            elif same is not None:
                waiting.remove(same)
                printed = any(use.path[:2] == (key, len(made)) and "items" in use.path for use in self.uses())
                each = evolve(each, source=same.source or each.source, items=each.items if printed else same.items)
            made.append(each)
        return tuple(made)

    def uses(self) -> Iterator[Use]:
        return (use for block in self.made.receipt.blocks for use in block.used)

    def rebuilt(self, plan: Plan) -> Plan:
        """The plan with its new ids and the known values of its items."""
        made: Plan = self.rebuild(plan, (), {each.path: each for each in self.matching.fresh})
        return made

    def rebuild(self, value: Any, path: Path, by_path: Mapping[Path, Item]) -> Any:
        changes: dict[str, Any] = {}
        for attribute in attrs.fields(type(value)):
            held, key = getattr(value, attribute.name), key_of(attribute)
            if attribute.name == "id" and path:
                changes["id"] = self.id_at[path]
            elif shape.is_reference(spec_of(attribute)):
                changes[attribute.name] = tuple(dict.fromkeys(self.ids.get(each, each) for each in held))
            elif isinstance(value, Section) and attribute.name == "after":
                changes["after"] = self.ids.get(held, held) or held
            elif isinstance(held, tuple):
                changes[attribute.name] = tuple(
                    self.rebuild(each, way, by_path) if (way := (*path, key, place)) in by_path else each
                    for place, each in enumerate(held)
                )
        made = evolve(value, **changes)
        item = by_path.get(path)
        known = self.matching.known_of(item)
        if item is None or known is None:
            return made
        return self.reworded(made, item, known) if self.whole else self.merged(made, item, known)

    def reworded(self, made: Any, item: Item, known: Item) -> Any:
        """The item with what its changed words say where the document has their old meaning beside them."""
        if not self.is_document:
            return made
        found = reread(made, known.value, self.time.period)
        for name, place, words in found.proposed:
            way = (*item.path, name) if place is None else (*item.path, name, place)
            self.reread.append(Proposal(way, words))
        for words in found.doubted:
            self.ask(made.id or pointer(item.path), "meaning-kept", words)
        made = evolve(made, **found.values)
        for words in old_days(made, known.value, self.time.period) if self.rolled else ():
            self.ask(made.id or pointer(item.path), "day-of-another-year", words)
        return made

    def merged(self, made: Any, item: Item, known: Item) -> Any:
        """The item with the known values that the document doesn't tell."""
        texts = Texts(now=running_text(item.value), before=running_text(known.value), rolled=self.rolled)
        if isinstance(made, Section):
            return made

        def printed(key: str, place: int) -> bool:
            way = (*item.path, key) if place < 0 else (*item.path, key, place)
            return way not in self.proposed and (*item.path, key) not in self.proposed

        joined = merge_values(made, known.value, texts, self.name_of, printed)
        for key, places in joined.places.items():
            for place, _ in enumerate(getattr(item.value, _attribute(type(made), key))):
                way = (*item.path, key, place)
                if place in places:
                    self.moved[way] = (*item.path, key, places[place])
                else:
                    self.dropped.add(way)
        for words in joined.lost_days:
            self.ask(made.id or pointer(item.path), "day-of-another-year", words)
        if joined.unsaid and self.is_document:
            self.ask(made.id or pointer(item.path), "values-unsaid", "”, ”".join(joined.unsaid))
        return evolve(made, **joined.values, **self.hidden(made, item, known))

    def hidden(self, made: Any, item: Item, known: Item) -> dict[str, Any]:
        """The known parts of an item that the document shows none of, by attribute.

        Indicators never stand in the running text. Parts of an activity may have been taken out, so a question asks.
        """
        found: dict[str, Any] = {}
        for attribute in shape.child_fields(type(made)):
            parts = () if getattr(made, attribute.name) else getattr(known.value, attribute.name, ())
            inner = [each for each in self.matching.known if each.parent is known and each.value in parts]
            if not inner or any(map(self.matching.fresh_of, inner)):
                continue
            if isinstance(made, Goal):
                found[attribute.name] = parts
            elif isinstance(made, Activity) and is_settled(self.matching, item):
                found[attribute.name] = parts
                names = "”, ”".join(shape.name_of(each.words) for each in inner)
                self.ask(made.id or pointer(item.path), "parts-unseen", names)
            else:
                continue
            self.kept |= {each.id for each in inner if each.id}
        return found

    def ask(self, about: str, code: str, words: str) -> None:
        self.asked.append(Question(about=about, text=question(code, base_language(self.known.language), words)))

    def asking(self, plan: Plan) -> Asking:
        return Asking(
            plan=plan,
            known=self.known,
            fresh=self.fresh,
            matching=self.matching,
            whole=self.whole,
            time_settled=self.time.settled,
            ids=self.ids,
            id_of=self.new_id,
            path_of=self.path_of,
        )

    def questions(self, plan: Plan) -> tuple[Question, ...]:
        """The known questions that are still open, then what the new words make one ask."""
        asking = self.asking(plan)
        known = (*asking.still_open(),)
        more = dict.fromkeys([*asking.new(), *asking.doubted(), *self.asked])
        return (*known, *(each for each in more if each not in known))

    def with_partners(self, plan: Plan) -> tuple[Plan, frozenset[str]]:
        """The plan with the known partners that something still names, and without those that nothing names.

        Also the ids of known items that came from the known plan rather than from the document.
        """
        if self.whole:
            return plan, frozenset()
        referred = {ident for each in _every(plan) for ident in getattr(each, "partners", ())}
        before = {ident for each in self.matching.known for ident in getattr(each.value, "partners", ())}
        listed = {use.path[1] for use in self.uses() if use.path[:1] == ("partners",) and len(use.path) > 1}
        found = {each.id: each for each in plan.partners}
        made = []
        kept = set()
        for partner in self.known.partners:
            read = found.pop(partner.id, None) if partner.id else None
            if read is not None or partner.id in referred or partner.id not in before:
                # The name in its own list is nobody's words in the running text.
                made.append(partner)
                kept |= {partner.id} if read is None else set()
        places = {partner.id: place for place, partner in enumerate(plan.partners)}
        made += [each for each in found.values() if each.id in referred or places[each.id] in listed]
        after = {each.id: place for place, each in enumerate(made)}
        for ident, place in places.items():
            if ident in after:
                self.moved["partners", place] = ("partners", after[ident])
            else:
                self.dropped.add(("partners", place))
        return evolve(plan, partners=tuple(made)), frozenset(kept)

    def in_order(self, plan: Plan) -> Plan:
        """The sections as the known plan lists them, unless the document has them in another order."""
        items = [each for each in self.matching.fresh if each.kind == "section"]
        rows = list(zip(items, plan.sections, strict=True))
        before: dict[str, list[int]] = {}
        for item, section in rows:
            known = self.matching.known_of(item)
            if known is not None and known.value.after == section.after:
                before.setdefault(section.after, []).append(known.place)
        if any(places != sorted(places) for places in before.values()):
            return plan
        keys = []
        last = -1
        for item, _ in rows:
            known = self.matching.known_of(item)
            last = known.place if known is not None else last
            keys.append((last, known is None))
        order = sorted(range(len(rows)), key=lambda n: (keys[n], n))
        for now, was in enumerate(order):
            self.moved["sections", was] = ("sections", now)
        return evolve(plan, sections=tuple(rows[n][1] for n in order))

    # ---- the receipt

    def path_of(self, item: Item) -> Path:
        """Where an item of the plan that was read stands in the joined one."""
        return self.new_path(item.path) or item.path

    def new_path(self, path: Path) -> Path | None:
        """A path of the plan that was read in the joined one; None for a value that was not taken."""
        for length in range(len(path), 1, -1):
            if path[:length] in self.dropped:
                return None
            if path[:length] in self.moved:
                return (*self.moved[path[:length]], *path[length:])
        return path

    def placement(self, block: Placement) -> Placement:
        used = [evolve(use, path=way) for use in block.used if (way := self.new_path(use.path)) is not None]
        unplaced = self.new_path(block.unplaced) if block.unplaced is not None else None
        return evolve(block, used=used, unplaced=unplaced)

    def proposals(self) -> Iterator[Proposal]:
        """What nobody has confirmed: not what the known plan says, too."""
        for each in self.reread:
            yield Proposal(self.new_path(each.path) or each.path, each.words)
        for each in self.made.receipt.proposals:
            way = self.new_path(each.path)
            item = next((item for item in (self.item_at(each.path),) if item is not None), None)
            if way is not None and not (item is not None and not self.whole and is_settled(self.matching, item)):
                yield Proposal(way, each.words)

    def item_at(self, path: Path) -> Item | None:
        below = [each for each in self.matching.fresh if path[: len(each.path)] == each.path]
        return below[-1] if below else None


def _attribute(cls: type, key: str) -> str:
    attributes: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return next(each.name for each in attributes if key_of(each) == key)


def _every(plan: Plan) -> Iterator[Any]:
    for area in plan.areas:
        for activity in area.activities:
            yield activity
            yield from activity.activities
