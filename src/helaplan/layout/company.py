"""What a line is by the company it keeps: what two neighbouring lines can't show, but the lines around them do.

Titles in capitals straight below a text line, lists whose items begin with "att" or have lost their marks, words that
lead in a list, numbers that are one list although others hang between them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from attrs import define, field

from helaplan.layout.chars import is_caps
from helaplan.layout.flow import Measure, ends_sentence
from helaplan.layout.headings import binds, is_strong, looks_like_heading, numbered_heading
from helaplan.layout.lines import Line
from helaplan.layout.markers import Mark, Marker
from helaplan.registers.headings import KINDS, concept_of

#: How many lines of one item may stand between two beginnings, and how long an item of a list without marks is.
_MOST_LINES = 5
_LONGEST_ITEM = 110
#: So many lines make a list that lost its marks.
_LEAST = 3
#: The title stands within so many lines.
_HEAD = 6
_ATT = re.compile(r"(?:att|to)\s+\w", re.IGNORECASE)
#: How an item of a list ends that is one sentence with its lead-in.
_ITEM_ENDS = re.compile(r"(?:[,;.]|\b(?:och|samt|eller|and|or))\s*$", re.IGNORECASE)
#: A body's kind, which alone is no name: what a title's second line has left of one.
_BARE_BODY = re.compile(
    r"\w*(?:förening(?:en)?|förbund(?:et)?|distrikt(?:et)?|lag(?:et)?|råd(?:et)?|krets(?:en)?|klubb(?:en)?|nätverk(?:et)?"
    r"|avdelning(?:en)?|sällskap(?:et)?|association|network|society)",
    re.IGNORECASE,
)
_STOPPED = re.compile(r"[A-ZÅÄÖ][^\W\d_][^.:!?]{2,42}\.")
_FOR = re.compile(r"\b(?:för|for|of)\s+\S", re.IGNORECASE)
#: The verb of a lead-in that goes on in its items: "Föreningen ska under året".
_WILL = re.compile(
    r"\s(?:ska|skall|kommer|vill|avser|tänker|planerar|föreslår|beslutar|beslutat|uppdrag|will)\b", re.IGNORECASE
)
#: Words of a sentence rather than of a name.
_PHRASE = re.compile(
    r"\b(?:vi|så|här|dit|hit|genom|att|ska|kommer|vill|följande|därför|we|will|to|following)\b", re.IGNORECASE
)
#: Headings that stand inside an area and lead nothing in.
_INNER = ("goals", "part_goals", "responsible", "target_groups", "partners", "follow_up", "budget", "month", "ongoing")


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
    view = _View(lines, marks, usual, table)
    found = Company()
    found.starts |= view.caps_headings()
    rests = view.rests_of_titles()
    found.headings |= {place - 1 for place in rests} | view.stopped_headings()
    found.starts |= view.stopped_headings()
    found.joined |= rests | view.in_brackets()
    view.att_lists(found)
    view.lists_without_marks(found)
    found.plain |= view.lead_ins()
    found.joined |= {place for place in view.behind_colons() if place not in found.starts | found.plain}
    found.listed |= view.numbered_lists()
    return found


@define(eq=False)
class _View:
    lines: Sequence[Line]
    marks: Sequence[Marker | None]
    usual: Measure
    table: Collection[int]

    def bare(self, place: int) -> bool:
        """True for a line of text without a mark."""
        return 0 <= place < len(self.lines) and self.marks[place] is None and not self._known(place)

    def _known(self, place: int) -> bool:
        return place in self.table or bool(self.lines[place].label)

    def text(self, place: int) -> str:
        """The words of a line."""
        return self.lines[place].text

    def strong(self, place: int) -> bool:
        """True for a line that stands out."""
        return is_strong(self.lines[place], self.usual)

    def meant(self, place: int) -> bool:
        """True where the break before a line was meant: there was room for its first word, or space was left."""
        first, second = self.lines[place - 1], self.lines[place]
        return self.usual.fits(first, second) or self.usual.is_loose(second)

    def is_small(self, place: int) -> bool:
        """True for a line without a mark that begins in small letters."""
        return self.bare(place) and self.text(place).lstrip("(\"”'»")[:1].islower()

    # ---- capitals

    def caps_headings(self) -> set[int]:
        """Headings in capitals right below a line of text."""
        found = {place for place in range(1, len(self.lines)) if self._heads(place)}
        sure = {place for place in found if ends_sentence(self.text(place - 1)) or self.meant(place)}
        others = [place for place, line in enumerate(self.lines) if is_caps(line.text) and place not in found]
        # Where the line before is full, only a document with such headings has one here.
        return {place for place in found if place in sure or sure or others}

    def _heads(self, place: int) -> bool:
        line, before = self.lines[place], self.lines[place - 1]
        if not self.bare(place) or not is_caps(line.text) or is_caps(before.text) or place - 1 in self.table:
            return False
        words = re.findall(r"[^\W\d_]+", line.text)
        if not (max(map(len, words)) >= 5 or concept_of(line.text)) or not looks_like_heading(line, self.usual):
            return False
        if binds(before.text) or before.text.endswith((",", "-", "–")) or _is_open(before.text) or self._hangs(place):
            return False
        return ends_sentence(before.text) or self.meant(place) or not self.is_small(place + 1)

    def _hangs(self, place: int) -> bool:
        """True for a line that stands where the text of an item is continued."""
        line = self.lines[place]
        at = place - 1
        while at > 0 and self.marks[at] is None and abs(self.lines[at].x - line.x) <= line.letter_width:
            at -= 1
        return self.marks[at] is not None and line.x >= self.lines[at].x + line.letter_width

    def rests_of_titles(self) -> set[int]:
        """Second lines of a title that have only a body's kind: "Plan för Mörtsjö" and "Bygdegårdsförening"."""
        found = set()
        for place in range(1, min(_HEAD, len(self.lines))):
            first, second = self.lines[place - 1], self.lines[place]
            alike = first.size == second.size and first.bold == second.bold and not self.usual.is_loose(second)
            named = (
                KINDS.search(first.text) and _FOR.search(first.text) and not _BARE_BODY.search(first.text.split()[-1])
            )
            if alike and named and self.bare(place) and _BARE_BODY.fullmatch(second.text.strip()):
                found.add(place)
        return found

    def stopped_headings(self) -> set[int]:
        """Headings that end with a full stop: known ones, and others with as much space before them.

        Space tells it only where less of it stands before the paragraphs.
        """
        open_ones = [place for place in range(1, len(self.lines) - 1) if self._may_be_stopped(place)]
        known = {place for place in open_ones if concept_of(self.text(place))}
        least = min((self.lines[place].gap for place in known), default=0.0)
        below = [self.lines[place + 1].gap for place in known if place + 1 not in open_ones]
        if len(known) < 2 or not below or least < 1.35 * max(below) + 0.2:
            return known
        return {place for place in open_ones if place in known or self.lines[place].gap >= least}

    def _may_be_stopped(self, place: int) -> bool:
        text = self.text(place)
        if not self.bare(place) or self.strong(place) or not _STOPPED.fullmatch(text) or len(text.split()) > 5:
            return False
        alone = ends_sentence(self.text(place - 1)) or self.meant(place)
        return alone and self.bare(place + 1) and not self.is_small(place + 1)

    # ---- lines that go on

    def in_brackets(self) -> set[int]:
        """Lines that close the bracket of the line before: "(ansvarig:" and "arkivgruppen)."."""
        return {
            place
            for place in range(1, len(self.lines))
            if self.bare(place)
            and place - 1 not in self.table
            and _is_open(self.text(place - 1))
            and _closes(self.text(place))
            and not self.usual.is_wide(self.lines[place])
        }

    def behind_colons(self) -> set[int]:
        """Lines that end the sentence of a full line which happens to end with a colon."""
        found = set()
        for place in range(1, len(self.lines)):
            if not self.text(place - 1).endswith(":") or not self.is_small(place) or self.meant(place):
                continue
            alone = place + 1 == len(self.lines) or not self.is_small(place + 1)
            if alone and self.text(place).endswith(".") and not _ATT.match(self.text(place)):
                found.add(place)
        return found

    # ---- lists without marks

    def att_lists(self, found: Company) -> None:
        """Lists of which every item begins with "att": each is a block, and the words that lead them in are text."""
        begins = [place for place in range(1, len(self.lines)) if self.bare(place) and _ATT.match(self.text(place))]
        groups: list[list[int]] = []
        for place in begins:
            if groups and self._one_list(groups[-1][-1], place):
                groups[-1].append(place)
            else:
                groups.append([place])
        for group in groups:
            self._att_list(group, found)

    def _one_list(self, first: int, second: int) -> bool:
        """True where only the words of the first item stand between two beginnings."""
        between = range(first + 1, second)
        return len(between) < _MOST_LINES and all(
            self.bare(place) and not is_caps(self.text(place)) and (self.is_small(place) or not self.meant(place))
            for place in between
        )

    def _att_list(self, group: list[int], found: Company) -> None:
        meant = {place for place in group if self.meant(place)}
        ended = {place for place in group[1:] if _ITEM_ENDS.search(self.text(place - 1))}
        whole = len(ended) == len(group) - 1
        if len(group) < 2 or len(meant) < (1 if whole else 2):
            return
        starts = meant | ended
        if not ended:
            # Nobody wrote commas, so that an item may end where its line is full.
            starts |= {place for place in group[1:] if not binds(self.text(place - 1))}
        if self.bare(group[0] - 1) and group[1] in ended:
            starts.add(group[0])
        found.starts |= starts
        found.plain |= starts
        if self.bare(group[0] - 1) and group[0] in starts and not self.strong(group[0] - 1):
            found.plain.add(group[0] - 1)

    def lists_without_marks(self, found: Company) -> None:
        """Short lines below a lead-in, of which none is a heading though they look like some."""
        for place in range(len(self.lines) - _LEAST):
            line = self.lines[place]
            leads = line.text.endswith(":") and self.bare(place) and not concept_of(line.text)
            if not leads or self.strong(place):
                continue
            run = self._run(place + 1)
            if len(run) >= _LEAST:
                found.plain |= {place, *run}

    def _run(self, start: int) -> list[int]:
        """The short lines from here on that stand alike."""
        run: list[int] = []
        gaps: list[float] = []
        for place in range(start, len(self.lines)):
            line, first = self.lines[place], self.lines[start]
            same = line.size == first.size and abs(line.x - first.x) <= 1.5 * line.letter_width
            if self.marks[place] is not None:
                # What stands right before other marks belongs to these.
                return run[:-1]
            if not self.bare(place) or self.strong(place) or not same or len(line.text) > _LONGEST_ITEM:
                break
            if line.text.endswith(":") or concept_of(line.text):
                break
            turned = place > start and line.page != self.lines[place - 1].page
            if len(run) > 1 and not turned and line.gap > max(gaps, default=line.gap) * 1.35 + 0.2:
                break
            if not looks_like_heading(line, self.usual):
                if self.is_small(place) and run:
                    continue
                # A sentence: the short line before it is rather its heading.
                return run[:-1]
            run.append(place)
            if place > start and not turned:
                gaps.append(line.gap)
        return run

    # ---- words before a list

    def lead_ins(self) -> set[int]:
        """Lines right before a list that lead it in: they come back, or their words or the look of headings tell."""
        said = Counter(line.text.casefold() for place, line in enumerate(self.lines) if self.bare(place))
        strong = [place for place in range(len(self.lines)) if self.bare(place) and self._is_heading(place)]
        weak = [place for place in range(len(self.lines) - 1) if self._may_lead_in(place)]
        below = {place: max((each for each in strong if each < place), default=-1) for place in weak}
        several = Counter(below[place] for place in weak if self.text(place).endswith(":"))
        found = set()
        for place in weak:
            text = self.text(place)
            if said[text.casefold()] > 1:
                found.add(place)
            elif not text.endswith(":"):
                found |= {place} if _WILL.search(text) and self._below(place) else set()
            elif below[place] >= 0 and len(strong) > 2 and concept_of(self.text(below[place])) != "container":
                # Of several names below one heading each has its own list.
                found |= {place} if several[below[place]] == 1 or _PHRASE.search(text) else set()
        return found

    def _may_lead_in(self, place: int) -> bool:
        if not self.bare(place) or self.strong(place) or self.marks[place + 1] is None:
            return False
        concept = concept_of(self.text(place))
        return concept not in _INNER if self.text(place).endswith(":") else not concept

    def _below(self, place: int) -> bool:
        """True for a line right below a heading that is seen to be one."""
        return place > 0 and (
            (self.bare(place - 1) and self._is_heading(place - 1))
            or numbered_heading(place - 1, self.lines, self.marks, self.usual)
        )

    def _is_heading(self, place: int) -> bool:
        return self.strong(place) and looks_like_heading(self.lines[place], self.usual)

    # ---- numbers

    def numbered_lists(self) -> set[int]:
        """Lines with a number that are items since others of their list follow straight on."""
        before: dict[int, int] = {}
        sure: set[int] = set()
        for place, marker in enumerate(self.marks):
            if marker is None or marker.mark is not Mark.NUMBER or self.strong(place):
                continue
            first, straight = self._number_before(place, marker)
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

    def _number_before(self, place: int, marker: Marker) -> tuple[int | None, bool]:
        """The number before this one in the same list; whether no other item but a lettered one stands between."""
        line = self.lines[place]
        near = 1.5 * line.letter_width
        straight = True
        for at in range(place - 1, -1, -1):
            other = self.marks[at]
            if other is None:
                if self._known(at) or self.lines[at].x < line.x + line.letter_width or self.strong(at):
                    return None, False
            elif other.mark is Mark.NUMBER and other.printed[-1] == marker.printed[-1]:
                follows = _value(marker) == _value(other) + 1 and abs(self.lines[at].x - line.x) <= near
                return (at, straight) if follows and not self.strong(at) else (None, False)
            elif other.mark is Mark.OUTLINE:
                return None, False
            elif other.mark is not Mark.LETTER:
                straight = False
        return None, False


def _value(marker: Marker) -> int:
    digits = re.match(r"\d+", marker.printed)
    return int(digits.group()) if digits else 0


def _is_open(text: str) -> bool:
    """True where a bracket is open at the end."""
    return text.rfind("(") > text.rfind(")")


def _closes(text: str) -> bool:
    """True where the first bracket is one that closes."""
    close, opening = text.find(")"), text.find("(")
    return close > 0 and (opening < 0 or close < opening) and not re.match(r"\w\)", text)
