"""Lists that only the lines around them tell: without marks, with marks between theirs, and the words before them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from attrs import define, field

from helaplan.layout.chars import is_caps
from helaplan.layout.flow import ends_sentence
from helaplan.layout.headings import binds, looks_like_heading, numbered_heading
from helaplan.layout.markers import Mark, Marker
from helaplan.layout.view import View
from helaplan.registers.headings import KINDS, concept_of

#: How many lines of one item may stand between two beginnings, and how long an item of a list without marks is.
_MOST_LINES = 5
_LONGEST_ITEM = 110
#: So many lines make a list that lost its marks.
_LEAST = 3
#: How an item of a list ends that is one sentence with its lead-in.
_ITEM_ENDS = re.compile(r"(?:[,;.]|\b(?:och|samt|eller|and|or))\s*$", re.IGNORECASE)
#: The verb of a lead-in that goes on in its items: "Föreningen ska under året".
_WILL = re.compile(
    r"\s(?:ska|skall|kommer|vill|avser|tänker|planerar|föreslår|beslutar|beslutat|uppdrag|will)\b", re.IGNORECASE
)
#: Words of a lead-in before clauses; a line without any rather names the list.
_SAYS = re.compile(
    r":$|\b(?:ska|skall|kommer|vill|avser|tänker|planerar|föreslår|beslut\w*|uppdrag\w*|har|får|ger|genom|är|blir|bör|att|vi"
    r"|will|has|have|is|to|we)\b",
    re.IGNORECASE,
)
#: A goal or an indicator with its label, below which stands how it is reached.
_GOAL = re.compile(
    r"(?:(?:del|effekt|resultat)?mål|indikator(?:er)?|nyckeltal|goal|indicator)\b[^:]{0,12}:\s+\S", re.IGNORECASE
)
#: Words of a sentence rather than of a name.
_PHRASE = re.compile(
    r"\b(?:vi|så|här|dit|hit|genom|att|ska|kommer|vill|följande|därför|we|will|to|following)\b", re.IGNORECASE
)
#: Headings that stand inside an area and lead nothing in.
_INNER = ("goals", "part_goals", "responsible", "target_groups", "partners", "follow_up", "budget", "month", "ongoing")
#: The beginning of a clause that is an item.
ATT = re.compile(r"(?:att|to)\s+\w", re.IGNORECASE)


@define(eq=False)
class Listed:
    """The places of lines that begin an item, and of those that are no headings."""

    starts: set[int] = field(factory=set)
    plain: set[int] = field(factory=set)


def att_lists(view: View) -> Listed:
    """Lists of which every item begins with "att": each is a block, and the words that lead them in are text."""
    begins = [place for place in range(1, len(view.lines)) if view.bare(place) and ATT.match(view.text(place))]
    groups: list[list[int]] = []
    for place in begins:
        if groups and _one_list(view, groups[-1][-1], place):
            groups[-1].append(place)
        else:
            groups.append([place])
    found = Listed()
    for group in groups:
        _att_list(view, group, found)
    # Beside such lists one line may be a list, too.
    alone = {group[0] for group in groups if len(group) == 1 and found.starts and view.meant(group[0])}
    found.starts |= alone
    found.plain |= alone
    return found


def _one_list(view: View, first: int, second: int) -> bool:
    """True where only the words of the first item stand between two beginnings."""
    between = range(first + 1, second)
    return len(between) < _MOST_LINES and all(
        view.bare(place) and not is_caps(view.text(place)) and (view.is_small(place) or not view.meant(place))
        for place in between
    )


def _att_list(view: View, group: list[int], found: Listed) -> None:
    meant = {place for place in group if view.meant(place)}
    ended = {place for place in group[1:] if _ITEM_ENDS.search(view.text(place - 1))}
    whole = len(ended) == len(group) - 1
    if len(group) < 2 or len(meant) < (1 if whole else 2):
        return
    starts = meant | ended
    if not ended:
        # Nobody wrote commas, so that an item may end where its line is full.
        starts |= {place for place in group[1:] if not binds(view.text(place - 1))}
    if view.bare(group[0] - 1) and group[1] in ended:
        starts.add(group[0])
    found.starts |= starts
    found.plain |= starts
    before = group[0] - 1
    if view.bare(before) and group[0] in starts and not view.strong(before) and _SAYS.search(view.text(before)):
        found.plain.add(before)


def lists_without_marks(view: View) -> set[int]:
    """Short lines below a lead-in, of which none is a heading though they look like some."""
    found: set[int] = set()
    for place in range(len(view.lines) - _LEAST):
        line = view.lines[place]
        leads = line.text.endswith(":") and view.bare(place) and not concept_of(line.text)
        if not leads or view.strong(place):
            continue
        run = _run(view, place + 1)
        if len(run) >= _LEAST:
            found |= {place, *run}
    return found


def _run(view: View, start: int) -> list[int]:
    """The short lines from here on that stand alike."""
    run: list[int] = []
    gaps: list[float] = []
    for place in range(start, len(view.lines)):
        line, first = view.lines[place], view.lines[start]
        same = line.size == first.size and abs(line.x - first.x) <= 1.5 * line.letter_width
        if view.marks[place] is not None:
            # What stands right before other marks belongs to these.
            return run[:-1]
        if not view.bare(place) or view.strong(place) or not same or len(line.text) > _LONGEST_ITEM:
            break
        if line.text.endswith(":") or concept_of(line.text):
            break
        turned = place > start and line.page != view.lines[place - 1].page
        if len(run) > 1 and not turned and line.gap > max(gaps, default=line.gap) * 1.35 + 0.2:
            break
        if not looks_like_heading(line, view.usual):
            if view.is_small(place) and run:
                continue
            if ends_sentence(line.text):
                # A sentence: the short line before it is rather its heading.
                return run[:-1]
        run.append(place)
        if place > start and not turned:
            gaps.append(line.gap)
    return run


def lists_below_names(view: View) -> set[int]:
    """Short lines close together, below a line that stands alone: lists without marks.

    One may be chance; where several are made so, or the name is seen to be a heading, it is none.
    """
    groups = [group for group in _close_groups(view) if _stands_below_a_name(view, group)]
    sure = [group for group in groups if len(group) >= _LEAST and view.strong(group[0] - 1)]
    return {place for group in (groups if len(groups) > 1 else sure) for place in group}


def _close_groups(view: View) -> list[list[int]]:
    """Lines with less space between them than before them, two or more in each group."""
    groups: list[list[int]] = []
    for place in range(1, len(view.lines)):
        gap = view.lines[place].gap
        # The space before a group's second line is that within it.
        within = view.lines[groups[-1][1]].gap if groups and len(groups[-1]) > 1 else gap
        near = bool(groups) and groups[-1][-1] == place - 1
        if near and gap <= within * 1.1 and _is_more(view.lines[groups[-1][0]].gap, gap):
            groups[-1].append(place)
        else:
            groups.append([place])
    return [group for group in groups if len(group) > 1]


def _is_more(gap: float, other: float) -> bool:
    return gap > other * 1.35 + 0.2


def _stands_below_a_name(view: View, group: list[int]) -> bool:
    name = group[0] - 1
    alone = view.bare(name) and looks_like_heading(view.lines[name], view.usual)
    if not alone or not _is_more(view.lines[name].gap, view.lines[group[1]].gap) or KINDS.search(view.text(name)):
        return False
    begins = [place for place in group if not view.is_small(place)]
    able = [
        place for place in begins if view.bare(place) and not view.strong(place) and not ends_sentence(view.text(place))
    ]
    named = any(KINDS.search(view.text(place)) or concept_of(view.text(place)) for place in able)
    return len(begins) > 1 and able == begins and not named


def lead_ins(view: View) -> set[int]:
    """Lines right before a list that lead it in: they come back, or their words or the look of headings tell."""
    said = Counter(line.text.casefold() for place, line in enumerate(view.lines) if view.bare(place))
    strong = [place for place in range(len(view.lines)) if view.bare(place) and view.is_heading(place)]
    weak = [place for place in range(len(view.lines) - 1) if _may_lead_in(view, place)]
    below = {place: strong[at - 1] if (at := bisect_left(strong, place)) else -1 for place in weak}
    several = Counter(below[place] for place in weak if view.text(place).endswith(":"))
    found = set()
    for place in weak:
        text = view.text(place)
        if said[text.casefold()] > 1 or (text.endswith(":") and view.is_small(place + 1)):
            found.add(place)
        elif not text.endswith(":"):
            found |= {place} if _WILL.search(text) and _below(view, place) else set()
        elif below[place] >= 0 and len(strong) > 2 and concept_of(view.text(below[place])) != "container":
            # Of several names below one heading each has its own list.
            found |= {place} if several[below[place]] == 1 or _PHRASE.search(text) else set()
        elif place and _GOAL.match(view.text(place - 1)) and not view.usual.is_loose(view.lines[place]):
            found.add(place)
    return found


def _may_lead_in(view: View, place: int) -> bool:
    if not view.bare(place) or view.strong(place) or (view.bare(place + 1) and not view.is_small(place + 1)):
        return False
    concept = concept_of(view.text(place))
    return concept not in _INNER if view.text(place).endswith(":") else not concept


def _below(view: View, place: int) -> bool:
    """True for a line right below a heading that is seen to be one."""
    return place > 0 and (
        (view.bare(place - 1) and view.is_heading(place - 1))
        or numbered_heading(place - 1, view.lines, view.marks, view.usual)
    )


def numbered_lists(view: View) -> set[int]:
    """Lines with a number that are items since others of their list follow straight on."""
    before: dict[int, int] = {}
    sure: set[int] = set()
    for place, marker in enumerate(view.marks):
        if marker is None or marker.mark is not Mark.NUMBER or view.strong(place):
            continue
        first, straight = _number_before(view, place, marker)
        if first is not None:
            before[place] = first
            if straight:
                sure |= {place, first}
    # From what is sure to the whole list, up and down.
    for place in sorted(before):
        if before[place] in sure:
            sure.add(place)
    for place in sorted(before, reverse=True):
        if place in sure:
            sure.add(before[place])
    for place in sorted(before):
        if before[place] in sure:
            sure.add(place)
    return sure


def _number_before(view: View, place: int, marker: Marker) -> tuple[int | None, bool]:
    """The number before this one in the same list; whether no other item but a lettered one stands between."""
    line = view.lines[place]
    near = 1.5 * line.letter_width
    straight = True
    for at in range(place - 1, -1, -1):
        other = view.marks[at]
        if other is None:
            if view.is_known(at) or view.lines[at].x < line.x + line.letter_width or view.strong(at):
                return None, False
        elif other.mark is Mark.NUMBER and other.printed[-1] == marker.printed[-1]:
            follows = _value(marker) == _value(other) + 1 and abs(view.lines[at].x - line.x) <= near
            return (at, straight) if follows and not view.strong(at) else (None, False)
        elif other.mark is Mark.OUTLINE:
            return None, False
        elif other.mark is not Mark.LETTER:
            straight = False
    return None, False


def _value(marker: Marker) -> int:
    digits = re.match(r"\d+", marker.printed)
    return int(digits.group()) if digits else 0
