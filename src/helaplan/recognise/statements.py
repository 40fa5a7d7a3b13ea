"""Vision, values, mission, purposes, goals and target groups: the sections the model has fields for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from helaplan.findings import Path
from helaplan.model import Goal, TargetGroup
from helaplan.recognise.draft import Draft, DraftStatement
from helaplan.recognise.lead_ins import leads_in
from helaplan.recognise.lines import GoalLine, coded, goals_of
from helaplan.recognise.structure import Part
from helaplan.recognise.units import Unit
from helaplan.registers.slug import slug

#: Concept to the field of the plan that holds it.
FIELDS = {"vision": "visions", "values": "values", "mission": "mission", "purpose": "purposes"}

_SOURCES = (
    ("national", r"riks|riksorganisationen|riksförbundet|nationellt|nationella|förbundet|national(?:ly)?"),
    ("municipality", r"kommunen|kommunens|kommunen[s]? vision|municipality"),
    ("statutes", r"stadgarna|stadgar|ur stadgarna|enligt stadgarna|statutes"),
    ("county", r"länet|regionen|länsförbundet|region"),
    ("european", r"eu|european"),
)
_QUOTE = re.compile(
    r"\(\s*(?:" + "|".join(f"(?P<{source}>{words})" for source, words in _SOURCES) + r")\s*:\s*(?P<text>[^()]+?)\s*\)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?:kriterierna|ledorden|ledord|värdeorden|värdena|kärnvärdena|kärnvärden|orden|principerna"
    r"|(?:bygger|grundas|grundar\s+sig|vilar|tror|står)\s+(?:på|för|upp\s+för)|utgår\s+från|värnar|präglas\s+av"
    r"|values\s+are|believe\s+in|based\s+on|stand\s+for)\s*(?:är|are)?\s*:?\s+(?:kriterierna\s+|ledorden\s+|orden\s+)?(?P<list>[^.:;!?()]+)",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r"\s*,\s*(?:och\s+|samt\s+|and\s+)?|\s+(?:och|samt|and)\s+")


def place_statements(part: Part, draft: Draft) -> None:
    """Put the texts of a part into its field; what it quotes from others becomes a statement with its source."""
    key = FIELDS[part.concept]
    held = draft.statements.setdefault(key, [])
    head = DraftStatement()
    current = head
    start = len(held)
    _heading(part, (key,))
    for unit in part.body:
        if unit.kind in ("item", "row", "label"):
            current = _own(held, current, head)
            current.items.append(unit.text)
            unit.use((key, held.index(current), "items", len(current.items) - 1), part.concept)
            continue
        for source, text in _pieces(unit.text):
            if source:
                current = DraftStatement(source=source)
                held.append(current)
            elif current is head or current.source:
                current = _own(held, DraftStatement() if current.source else current, head)
            current.texts.append(text)
            unit.use((key, held.index(current), "text"), part.concept)
    for place in range(start, len(held)):
        _list_values(part, key, place, draft)
    if part.heading is not None and not part.heading.placed:
        part.heading.ignored = "heading"


def _own(held: list[DraftStatement], current: DraftStatement, head: DraftStatement) -> DraftStatement:
    if current.source:
        current = DraftStatement()
    if current not in held:
        held.append(current)
    return current


def _heading(part: Part, path: Path) -> None:
    """A heading whose meaning the field itself carries is ignored: its words stand in no text."""
    if part.heading is not None:
        part.heading.ignored = "section heading"


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text cut where it quotes somebody: (source or "", words). A quote loses its brackets and its source."""
    place = 0
    for match in _QUOTE.finditer(text):
        if before := text[place : match.start()].strip():
            yield "", before
        yield next(source for source, _ in _SOURCES if match[source]), match["text"].strip()
        place = match.end()
    if rest := text[place:].strip():
        yield "", rest


def _list_values(part: Part, key: str, place: int, draft: Draft) -> None:
    """Values that a sentence lists ("bygger på demokrati, mångfald och jämställdhet") stand as items beside it."""
    statement = draft.statements[key][place]
    if part.concept != "values" or statement.items or statement.source:
        return
    for text in statement.texts:
        match = _LISTED.search(text)
        members = [each.strip() for each in _MEMBERS.split(match["list"])] if match else []
        members = [each for each in members if each]
        if match and len(members) >= 2 and all(len(each.split()) <= 5 for each in members):
            statement.items = members
            draft.propose((key, place, "items"), match["list"])
            return


def place_goals(part: Part, draft: Draft) -> None:
    """Put every paragraph or item of a part into the plan's goals."""
    _heading(part, ("goals",))
    for place, unit in enumerate(part.body):
        below = part.body[place + 1] if place + 1 < len(part.body) else None
        listed = unit.kind == "paragraph" and below is not None and below.kind == "item"
        if listed and below is not None and leads_in(unit.text, below.text) and not goals_of(unit.text):
            # "Under året ska vi nå dessa mål:" only leads over to them.
            unit.ignored = "lead-in"
            continue
        take_goals(unit, goals_of(unit.text) or [coded(unit.text)], draft)


def take_goals(unit: Unit, lines: Sequence[GoalLine], draft: Draft) -> None:
    """Add goals that a unit holds to the plan's."""
    for each in lines:
        number = each.number or unit.number.strip("().")
        draft.goals.append(Goal(id=draft.new_id(each.text, "mal"), text=each.text, number=number))
        unit.use(("goals", len(draft.goals) - 1), "goal")


def place_target_groups(part: Part, draft: Draft) -> None:
    """Put every paragraph or item of a part into the plan's target groups; a lead-in before a list joins the first."""
    _heading(part, ("target_groups",))
    lead: list[Unit] = []
    for place, unit in enumerate(part.body):
        if unit.kind == "paragraph" and unit.text.endswith(":") and place + 1 < len(part.body):
            lead.append(unit)
            continue
        text = " ".join([*(each.text for each in lead), unit.text])
        draft.target_groups.append(TargetGroup(id=draft.new_id(unit.text, "malgrupp"), text=text))
        for each in (*lead, unit):
            each.use(("target_groups", len(draft.target_groups) - 1, "text"), "target group")
        lead.clear()


def sentences(text: str) -> Sequence[str]:
    """The sentences of a text, cut after a full stop, question or exclamation mark before a capital."""
    return [each for each in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ\"”])", text) if each]


__all__ = ["FIELDS", "place_goals", "place_statements", "place_target_groups", "sentences", "slug"]
