"""Headings that only the lines around them tell: in capitals, with a full stop, without any space above them."""

from __future__ import annotations

import re

from helaplan.layout.chars import is_caps
from helaplan.layout.flow import ends_sentence
from helaplan.layout.headings import binds, looks_like_heading
from helaplan.layout.joining import is_open
from helaplan.layout.view import View
from helaplan.registers.headings import KINDS, concept_of

#: The title stands within so many lines.
_HEAD = 6
_LONGEST = 120
#: A body's kind, which alone is no name: what a title's second line has left of one.
_BARE_BODY = re.compile(
    r"\w*(?:förening(?:en)?|förbund(?:et)?|distrikt(?:et)?|lag(?:et)?|råd(?:et)?|krets(?:en)?|klubb(?:en)?|nätverk(?:et)?"
    r"|avdelning(?:en)?|sällskap(?:et)?|association|network|society)",
    re.IGNORECASE,
)
_STOPPED = re.compile(r"[A-ZÅÄÖ][^\W\d_][^.:!?]{2,42}[.?]")
_FOR = re.compile(r"\b(?:för|for|of)\s+\S", re.IGNORECASE)
#: "A. Fotboll", "B. Skidor".
_LETTERED = re.compile(r"([A-ZÅÄÖ])[.)]\s+[A-ZÅÄÖ]\w")


def caps_headings(view: View) -> set[int]:
    """Headings in capitals right below a line of text."""
    found = {place for place in range(1, len(view.lines)) if _heads(view, place)}
    sure = {place for place in found if ends_sentence(view.text(place - 1)) or view.meant(place)}
    others = any(is_caps(line.text) for place, line in enumerate(view.lines) if place not in found)
    # Where the line before is full, only a document with such headings has one here.
    return found if sure or others else set()


def _heads(view: View, place: int) -> bool:
    line, before = view.lines[place], view.lines[place - 1]
    if not view.bare(place) or not is_caps(line.text) or is_caps(before.text) or place - 1 in view.table:
        return False
    words = re.findall(r"[^\W\d_]+", line.text)
    if not (max(map(len, words)) >= 5 or concept_of(line.text)) or not looks_like_heading(line, view.usual):
        return False
    if binds(before.text) or before.text.endswith((",", "-", "–")) or is_open(before.text) or view.hangs(place):
        return False
    return ends_sentence(before.text) or view.meant(place) or not view.is_small(place + 1)


def rests_of_titles(view: View) -> set[int]:
    """Second lines of a title that have only a body's kind: "Plan för Mörtsjö" and "Bygdegårdsförening"."""
    found = set()
    for place in range(1, min(_HEAD, len(view.lines))):
        first, second = view.lines[place - 1], view.lines[place]
        if max(len(first.text), len(second.text)) > _LONGEST:
            continue
        alike = first.size == second.size and first.bold == second.bold and not view.usual.is_loose(second)
        named = KINDS.search(first.text) and _FOR.search(first.text) and not _BARE_BODY.search(first.text.split()[-1])
        rest = _BARE_BODY.fullmatch(second.text.strip()) if named else None
        # "Verksamhetsplan 2025–" and "2026".
        years = KINDS.search(first.text) and first.text.endswith(("–", "-")) and second.text[:1].isdigit()
        for_whom = _FOR.match(second.text) and KINDS.fullmatch(first.text.strip(" :")) and not second.text.endswith(".")
        if (for_whom or (alike and (rest or years))) and view.bare(place):
            found.add(place)
    return found


def short_headings(view: View) -> set[int]:
    """Short lines that end no sentence, between a sentence's end and a new beginning, where names are headings.

    Without any space before them they would go on with a sentence that has filled its line.
    """
    made = [
        place
        for place in range(1, len(view.lines) - 1)
        if view.bare(place)
        and not view.is_known(place - 1)
        and view.text(place - 1).endswith((".", "!", "?"))
        and looks_like_heading(view.lines[place], view.usual)
        and not view.text(place).endswith(":")
        and not view.is_small(place + 1)
        and view.meant(place + 1)
        and not view.hangs(place)
    ]
    return set(made) if any(concept_of(view.text(place)) for place in made) else set()


def stopped_headings(view: View) -> set[int]:
    """Headings that end as sentences do: known ones, and others with as much space before them.

    Space tells it only where less of it stands before the paragraphs.
    """
    open_ones = {place for place in range(1, len(view.lines) - 1) if _may_be_stopped(view, place)}
    known = {place for place in open_ones if concept_of(view.text(place))}
    least = min((view.lines[place].gap for place in known), default=0.0)
    below = [view.lines[place + 1].gap for place in known if place + 1 not in open_ones]
    if len(known) < 2 or not below or least < 1.35 * max(below) + 0.2:
        return known
    return {place for place in open_ones if place in known or view.lines[place].gap >= least}


def _may_be_stopped(view: View, place: int) -> bool:
    text = view.text(place)
    if not view.bare(place) or view.strong(place) or not _STOPPED.fullmatch(text) or len(text.split()) > 5:
        return False
    alone = ends_sentence(view.text(place - 1)) or view.meant(place)
    return alone and view.bare(place + 1) and not view.is_small(place + 1)


def lettered_headings(view: View) -> set[int]:
    """Headings counted with capital letters, where one follows the other in the alphabet."""
    letters = {place: match[1] for place, line in enumerate(view.lines) if (match := _LETTERED.match(line.text))}
    able = [place for place in letters if view.bare(place) and looks_like_heading(view.lines[place], view.usual)]
    found: list[int] = []
    for place in able:
        if ord(letters[place]) == ord("A") + len(found):
            found.append(place)
    return set(found) if len(found) > 1 else set()
