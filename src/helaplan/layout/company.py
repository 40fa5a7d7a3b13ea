"""What a line is by the company it keeps: what two neighbouring lines can't show, but the lines around them do."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from attrs import define, field

from helaplan.layout import lists, titles
from helaplan.layout.flow import Measure
from helaplan.layout.joining import closes, is_open
from helaplan.layout.lines import Line
from helaplan.layout.markers import Marker
from helaplan.layout.view import View

#: What begins the rest of a sentence rather than an item.
_WHEN = re.compile(r"(?:i|på|vid|den|en|ett|två|tre|fyra|från|mellan|under|in|on|at|from)\s")


@define(eq=False)
class Company:
    """The places of lines that are told by others."""

    starts: set[int] = field(factory=set)
    """They begin a block, whatever stands before."""
    joined: set[int] = field(factory=set)
    """They go on with the line before, whatever it ends with."""
    headings: set[int] = field(factory=set)
    """They are headings, however they end."""
    plain: set[int] = field(factory=set)
    """They are no headings, however short."""
    listed: set[int] = field(factory=set)
    """Their number is that of an item."""


def company(
    lines: Sequence[Line], marks: Sequence[Marker | None], usual: Measure, table: Collection[int] = ()
) -> Company:
    """What the lines of a document's body tell of one another; `table` are the places of rows."""
    view = View(lines, marks, usual, table)
    items = lists.att_lists(view)
    rests = titles.rests_of_titles(view)
    sure = titles.stopped_headings(view) | titles.lettered_headings(view)
    found = Company()
    found.headings |= {place - 1 for place in rests} | sure
    found.starts |= items.starts | sure | titles.caps_headings(view) | titles.short_headings(view)
    found.plain |= items.plain | lists.lists_without_marks(view) | lists.lists_below_names(view)
    found.plain |= lists.lead_ins(view)
    behind_colons = {place for place in _behind_colons(view) if place not in found.starts | found.plain}
    found.joined |= rests | _in_brackets(view) | behind_colons
    found.listed |= lists.numbered_lists(view)
    return found


def _in_brackets(view: View) -> set[int]:
    """Lines that close the bracket of the line before: "(ansvarig:" and "arkivgruppen)."."""
    return {
        place
        for place in range(1, len(view.lines))
        if view.bare(place)
        and place - 1 not in view.table
        and is_open(view.text(place - 1))
        and closes(view.text(place))
        and not view.usual.is_wide(view.lines[place])
    }


def _behind_colons(view: View) -> set[int]:
    """Lines that end the sentence of a full line which happens to end with a colon."""
    found = set()
    for place in range(1, len(view.lines)):
        if not view.text(place - 1).endswith(":") or not view.is_small(place):
            continue
        if view.usual.is_loose(view.lines[place]) or (view.meant(place) and not _WHEN.match(view.text(place))):
            continue
        alone = place + 1 == len(view.lines) or not view.is_small(place + 1)
        if alone and view.text(place).endswith(".") and not lists.ATT.match(view.text(place)):
            found.add(place)
    return found
